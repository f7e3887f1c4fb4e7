//! `kader schema` as a process: what it prints is what the repository publishes.

use crate::runner::{Folder, Outcome};

fn kader(arguments: &str) -> Outcome {
    Folder::new().kader(arguments).run()
}

fn published(name: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn every_schema_is_the_published_one() {
    for (arguments, file) in [
        ("schema --lang nl", "afspraak.schema.json"),
        ("schema document --lang en", "afspraak.en.schema.json"),
        ("schema policy", "policy.schema.json"),
        ("schema config", "config.schema.json"),
        ("schema findings", "findings.schema.json"),
        ("schema deviations", "deviations.schema.json"),
        ("schema diff", "diff.schema.json"),
        ("schema rules --lang nl", "rules.schema.json"),
        ("schema assess", "assess.schema.json"),
        ("schema overview", "overview.schema.json"),
    ] {
        assert_eq!(kader(arguments).exits(0).silent().stdout, published(file), "{arguments}");
    }
}

#[test]
fn an_unknown_schema_is_a_mistake() {
    let outcome = kader("schema finding").exits(2).complains("did you mean `findings`?");
    outcome.complains("document, config, policy, findings, deviations, diff, rules, assess, overview");
}
