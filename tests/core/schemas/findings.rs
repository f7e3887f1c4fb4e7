//! What `json`, version 1, writes fits its schema, and the schema lets nothing else through.

use std::collections::BTreeSet;
use std::path::PathBuf;

use kader::config::Given;
use kader::policy::Lang;
use kader::system::Memory;
use kader::workspace::{Inputs, Threads};
use serde_json::Value;

use super::fits::{assert_fits, failing_examples, validator};
use super::{open_objects, schema};
use crate::support::{checked, given, json};

pub(super) const PATH: &str = "schemas/findings.schema.json";

/// A run over these paths as the program writes it.
fn report(memory: &Memory, given: &Given, paths: &[&str], lang: Lang) -> Value {
    let inputs = Inputs { paths: paths.iter().map(PathBuf::from).collect(), ..Inputs::default() };
    let run = checked(memory, given, &inputs);
    serde_json::from_slice(&json(&run, lang, &Threads::new(1))).unwrap()
}

/// The values that stand under a name, wherever they stand.
fn under<'v>(value: &'v Value, name: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get(name));
            members.values().for_each(|member| under(member, name, found));
        }
        Value::Array(items) => items.iter().for_each(|item| under(item, name, found)),
        _ => {}
    }
}

#[test]
fn a_report_of_every_rule_fits() {
    let validator = validator(PATH);
    let memory = failing_examples().unreadable("/project/locked.afspraak.json");
    for lang in Lang::ALL {
        let report = report(&memory, &given("2020-01-01"), &["/project", "/nowhere"], lang);
        assert_fits(&validator, &report);
        let words = |name: &str| -> BTreeSet<String> {
            let mut found = Vec::new();
            under(&report["documents"], name, &mut found);
            found.iter().filter_map(|value| value.as_str()).map(str::to_owned).collect()
        };
        let list = |words: &[&str]| -> BTreeSet<String> { words.iter().map(|word| (*word).to_owned()).collect() };
        assert_eq!(words("severity"), list(&["error", "warning", "info", "hint"]));
        assert_eq!(words("anchor"), list(&["value", "key", "open", "token"]));
        assert_eq!(words("safety"), list(&["safe", "unsafe"]));
        assert_eq!(report["failures"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn reports_at_the_edges_fit() {
    let validator = validator(PATH);
    let nothing = report(&Memory::new().with_folder("/project"), &given("2020-01-01"), &["/project"], Lang::Nl);
    assert_fits(&validator, &nothing);
    assert_eq!(nothing["failures"][0]["path"], Value::Null);

    let mut given = given("2020-01-01");
    given.rules.ignore = vec!["V4".into(), "missing-field".into()];
    let memory = Memory::new()
        .with_file("/kader.toml", "max-size = 20")
        .with_file("/large.afspraak.json", "{ \"kader\": \"too large for twenty bytes\" }")
        .with_file("/empty.afspraak.json", "")
        .with_file("/policy.afspraak.json", "{\"kader\":\"x\"}")
        .with_file("/list.afspraak.json", "[[[");
    let edges = report(&memory, &given, &["/"], Lang::En);
    assert_fits(&validator, &edges);
    let documents = edges["documents"].as_array().unwrap();
    assert!(documents.iter().any(|document| document["findings"][0]["range"].is_null()), "S005 has no range");
    assert!(documents.iter().all(|document| document["id"].is_null()));
    assert!(edges["rules"]["skipped"].as_array().is_some_and(|skipped| skipped.len() > 2));
}

#[test]
fn a_deviation_fits() {
    let validator = validator(PATH);
    let memory = failing_examples();
    let mut report = report(&memory, &given("2020-01-01"), &["/project"], Lang::Nl);
    let finding = report["documents"][0]["findings"][0].clone();
    let mut deviation = serde_json::json!({
        "code": finding["code"], "pointer": "/afwijkingen/0", "reason": "Voorbeeld", "approvedBy": null,
        "until": "2026-12-31", "finding": finding,
    });
    report["documents"][0]["deviations"] = serde_json::json!([deviation]);
    assert_fits(&validator, &report);
    deviation["until"] = "morgen".into();
    report["documents"][0]["deviations"] = serde_json::json!([deviation]);
    assert!(!validator.is_valid(&report));
}

/// Every object is closed and requires all its keys; only a finding's parameters are open.
#[test]
fn objects_are_closed_and_complete() {
    assert_eq!(open_objects(&schema(PATH)), ["/definitions/finding/properties/params"]);
}
