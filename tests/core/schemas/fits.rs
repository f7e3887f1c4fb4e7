//! Whether what is written fits a schema of the repository, and whether the schema lets nothing else through.

use kader::system::Memory;
use serde_json::Value;

use super::schema;
use crate::support::judge;

/// By a schema of the repository.
pub(super) fn validator(path: &str) -> jsonschema::Validator {
    jsonschema::draft7::new(&schema(path)).unwrap()
}

/// What is wrong with a value, each with its place.
pub(super) fn faults(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|fault| format!("{fault} at {}", fault.instance_path())).collect()
}

pub(super) fn assert_fits(validator: &jsonschema::Validator, value: &Value) {
    let faults = faults(validator, value);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// That no object that stands somewhere in a value can do without one of its keys or have another. How many objects there are.
pub(super) fn assert_exact(validator: &jsonschema::Validator, value: &Value) -> usize {
    let mut found = Vec::new();
    objects(value, "", &mut found);
    for pointer in &found {
        let keys: Vec<String> = value.pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        for key in keys {
            let mut lacking = value.clone();
            lacking.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(&key);
            assert!(!validator.is_valid(&lacking), "{pointer} without {key}");
        }
        let mut more = value.clone();
        more.pointer_mut(pointer).unwrap()["more"] = Value::Null;
        assert!(!validator.is_valid(&more), "{pointer}");
    }
    found.len()
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

/// The failing examples of every rule, each as a file of its own in `/project`: documents with every fault there is.
pub(super) fn failing_examples() -> Memory {
    let judge = judge("2020-01-01");
    let memory = Memory::new();
    for rule in judge.policies[0].policy.rules() {
        for (number, example) in rule.examples().unwrap().fails.iter().enumerate() {
            let (_, bytes) = example.files.first().unwrap();
            memory.put(format!("/project/{}-{number}.afspraak.json", rule.code), bytes.clone());
        }
    }
    memory
}
