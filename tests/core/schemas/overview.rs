//! What `overview --format json` writes fits its schema, and the schema lets nothing else through.

use kader::policy::Lang;
use kader::system::Memory;
use serde_json::Value;

use super::schema;
use crate::overview::{asked, json};
use crate::support::{judge, repository};

pub(super) const PATH: &str = "schemas/overview.schema.json";

fn validator() -> jsonschema::Validator {
    jsonschema::draft7::new(&schema(PATH)).unwrap()
}

/// The failing examples of every rule: documents with every fault there is.
fn faulty() -> Memory {
    let judge = judge("2020-01-01");
    let memory = Memory::new();
    for rule in judge.policies[0].policy.rules() {
        for (number, example) in rule.examples().unwrap().fails.iter().enumerate() {
            let (_, bytes) = example.files.first().unwrap();
            memory.put(format!("/project/{}-{number}.afspraak.json", rule.code), bytes.clone());
        }
    }
    memory.unreadable("/project/locked.afspraak.json")
}

fn country() -> Memory {
    let memory = Memory::new();
    for entry in std::fs::read_dir(repository("fixtures/workspaces/land")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        memory.put(format!("/land/{name}"), std::fs::read(entry.path()).unwrap());
    }
    memory
}

#[test]
fn what_is_written_fits() {
    for (memory, paths) in [(faulty(), ["/project", "/nowhere"]), (country(), ["/land", "/nowhere"])] {
        let report = json(&asked(&memory, "2026-01-01", &paths), Lang::Nl);
        let faults: Vec<String> =
            validator().iter_errors(&report).map(|fault| format!("{fault} at {}", fault.instance_path())).collect();
        assert_eq!(faults, Vec::<String>::new());
        assert!(report["rows"].as_array().unwrap().len() > 20, "{report}");
        assert!(!report["failures"].as_array().unwrap().is_empty());
    }
}

#[test]
fn an_empty_overview_fits() {
    let report = json(&asked(&Memory::new().with_folder("/project"), "2026-01-01", &["/project"]), Lang::En);
    assert!(validator().is_valid(&report), "{report}");
    assert_eq!(report["rows"].as_array().map(Vec::len), Some(0));
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
    let validator = validator();
    let mut report = json(&asked(&country(), "2026-01-01", &["/land", "/nowhere"]), Lang::En);
    report["rows"].as_array_mut().unwrap().retain(|row| row["partner"]["names"][0].as_str() < Some("Chem"));
    let mut found = Vec::new();
    objects(&report, "", &mut found);
    assert!(found.len() > 40 && validator.is_valid(&report));
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
