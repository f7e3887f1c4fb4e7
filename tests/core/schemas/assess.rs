//! What `assess --format json` writes fits its schema, and the schema lets nothing else through.

use kader::assess::Ask;
use kader::policy::Lang;
use kader::system::Memory;
use serde_json::Value;

use super::schema;
use crate::assess_run::{assessed, reported};
use crate::support::{judge, repository};

pub(super) const PATH: &str = "schemas/assess.schema.json";

/// The failing examples of every rule, and agreements that are assessed.
fn everything() -> Memory {
    let judge = judge("2020-01-01");
    let memory = Memory::new();
    for rule in judge.policies[0].policy.rules() {
        for (number, example) in rule.examples().unwrap().fails.iter().enumerate() {
            let (_, bytes) = example.files.first().unwrap();
            memory.put(format!("/project/{}-{number}.afspraak.json", rule.code), bytes.clone());
        }
    }
    for entry in std::fs::read_dir(repository("fixtures/assess")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        memory.put(format!("/family/{name}"), std::fs::read(entry.path()).unwrap());
    }
    memory.put("/family/aanvaard.afspraak.json", accepting());
    memory.unreadable("/project/locked.afspraak.json")
}

/// An agreement with a deviation that accepts what would bear on the outcome.
fn accepting() -> String {
    let path = repository("fixtures/assess/waterschap-drie-meren.afspraak.json");
    let mut document: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    document["id"] = "aanvaard".into();
    document["afwijkingen"] = serde_json::json!([{ "regel": "V411", "toelichting": "x", "tot": "2026-12-31" }]);
    document.to_string()
}

fn report(ask: &Ask, lang: Lang) -> Value {
    reported(&assessed(&everything(), "2026-01-01", &["/project", "/family", "/nowhere"], ask), ask, lang)
}

#[test]
fn what_is_written_fits() {
    let validator = jsonschema::draft7::new(&schema(PATH)).unwrap();
    let what_if = Ask { profile: Some("kernsamenwerking".into()), ..Ask::default() };
    for (ask, lang) in [(Ask::default(), Lang::Nl), (what_if, Lang::En)] {
        let report = report(&ask, lang);
        let faults: Vec<String> =
            validator.iter_errors(&report).map(|fault| format!("{fault} at {}", fault.instance_path())).collect();
        assert_eq!(faults, Vec::<String>::new());
        assert!(report["documents"].as_array().unwrap().len() > 100);
        assert_eq!(report["failures"].as_array().map(Vec::len), Some(2));
    }
}

/// Every object that stands somewhere in a value, with a pointer to it.
fn objects(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.push(pointer.to_owned());
            members.iter().for_each(|(key, member)| objects(member, &format!("{pointer}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| objects(item, &format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
}

#[test]
fn every_key_is_promised_and_no_other_is_let_through() {
    let validator = jsonschema::draft7::new(&schema(PATH)).unwrap();
    let ask = Ask::default();
    let report = reported(&assessed(&everything(), "2026-01-01", &["/family"], &ask), &ask, Lang::En);
    assert!(validator.is_valid(&report));
    assert_eq!(report["documents"][0]["cooperations"][0]["accepted"][0]["until"], "2026-12-31");
    let mut found = Vec::new();
    objects(&report, "", &mut found);
    assert!(found.len() > 100);
    for pointer in found {
        let keys: Vec<String> = report.pointer(&pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        for key in keys {
            let mut lacking = report.clone();
            lacking.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(&key);
            assert!(!validator.is_valid(&lacking), "{pointer} without {key}");
        }
        let mut more = report.clone();
        more.pointer_mut(&pointer).unwrap()["more"] = Value::Null;
        assert!(!validator.is_valid(&more), "{pointer}");
    }
}
