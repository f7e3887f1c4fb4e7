//! What is looked up goes by the policy in use: the one that `kader.toml` names.

use crate::runner::{Folder, Outcome};

const SECOND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/policies/bergredding-drie-dalen");

/// A folder whose configuration names the second policy.
fn folder() -> Folder {
    Folder::new().file("kader.toml", format!("lang = \"en\"\npolicy = '{SECOND}'\n"))
}

fn kader(arguments: &str) -> Outcome {
    folder().kader(arguments).run().exits(0).silent()
}

#[test]
fn everything_that_is_looked_up_goes_by_the_policy_that_the_configuration_names() {
    kader("explain gidsdienst").prints("gidsdienst\nGuide service\n");
    kader("rules").prints("bergredding-drie-dalen 2.1.0\n");
    kader("rules --format json").prints("\"id\": \"bergredding-drie-dalen\"");
    let schema = kader("schema document").stdout;
    assert!(schema.contains("gidsdienst") && !schema.contains("hulpdienst"));
    let text = kader("policy show").stdout;
    assert!(text.starts_with("bergredding-drie-dalen\n"));
    for part in [
        "\nIn use here\n  - `bergredding-drie-dalen` 2.1.0: named in kader.toml:2; ",
        "\n  - `netcentrische-samenwerking-2017` 1.0.0: of the program; for documents that name it",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    kader("policy check").prints("No faults: 84 rules, 8 examples, 12 documents\n");
    kader("config show").prints(SECOND);
}

#[test]
fn which_configuration_counts_is_said_as_for_a_check() {
    kader("rules --isolated").prints("netcentrische-samenwerking-2017 1.0.0\n");
    kader("policy show --isolated").prints("of the program; also for documents");
    let elsewhere = Folder::new().file("x/kader.toml", format!("policy = '{SECOND}'"));
    elsewhere.kader("explain gidsdienst --config x/kader.toml").run().exits(0).prints("Guide service");
    elsewhere.kader("explain gidsdienst").run().exits(2);
    elsewhere.kader("explain gidsdienst --config x/kader.toml --isolated").run().exits(2);
    elsewhere.kader("rules").env("KADER_CONFIG", "x/kader.toml").run().exits(0).prints("bergredding-drie-dalen 2.1.0");
}

#[test]
fn what_only_another_policy_in_use_knows_is_said_to_be_its() {
    let outcome = kader("explain VR16");
    outcome.prints("VR16\nHollands Midden\n\nThis belongs to the policy `netcentrische-samenwerking-2017`, which");
}

/// A rule that is taken over has its examples in the words of the other policy.
#[test]
fn examples_of_another_policy_are_said_to_be_its() {
    let text = kader("explain W704").prints("Valley post").stdout;
    let (page, examples) = text.split_once("The examples below are agreements under the policy").unwrap();
    assert!(page.contains("`netcentrische-samenwerking-2017`") && !page.contains("koppelsamenwerking"), "{text}");
    assert!(examples.contains("koppelsamenwerking") && examples.contains("What puts it right"), "{text}");
    let own = kader("explain R307").stdout;
    assert!(own.contains("\"kader\": \"bergredding-drie-dalen\"") && !own.contains("The examples below"), "{own}");
}

#[test]
fn a_faulty_configuration_is_shown_with_its_place() {
    let faulty = Folder::new().file("kader.toml", "polcy = \"x\"\n");
    for command in ["explain R301", "rules", "schema document", "policy show", "policy check", "config show"] {
        let outcome = faulty.kader(command).run().exits(2).complains("polcy").complains("kader.toml:1:1");
        assert_eq!(outcome.stdout, "", "{command}");
        outcome.complains("`policy`");
    }
    faulty.kader("schema findings").run().exits(0).silent();
    let pack = Folder::new().file("kader.toml", "policy = \"pack\"").file("pack/pack.toml", "format = 1\n");
    for command in ["explain R301", "rules", "schema", "policy show"] {
        pack.kader(command).run().exits(2).complains("pack.toml");
    }
    pack.kader("policy check").run().exits(1).silent().prints("pack.toml");
}
