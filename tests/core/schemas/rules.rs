//! What `rules --format json` writes fits its schema, and the schema lets nothing else through.

use kader::explain::Explainer;
use kader::policy::{Group, Lang};
use serde_json::Value;

use super::fits::{assert_fits, validator};
use crate::pack::{loaded, without};
use crate::support::policy;

pub(super) const PATH: &str = "schemas/rules.schema.json";

fn written(explainer: Explainer<'_>) -> Value {
    let mut out = Vec::new();
    explainer.catalogue_json(&mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn the_rules_of_policies_fit() {
    let validator = validator(PATH);
    for policy in [policy(), loaded(&without(&[Group::Rights, Group::Principles]))] {
        for lang in Lang::ALL {
            let value = written(Explainer { policy: &policy, lang });
            assert_fits(&validator, &value);
            assert_eq!(value["rules"].as_array().unwrap().len(), policy.rules().len());
            assert_eq!(value["skipped"].as_array().unwrap().len(), policy.left_out().len());
        }
    }
}

#[test]
fn every_key_is_promised() {
    let validator = validator(PATH);
    let policy = policy();
    let value = written(Explainer { policy: &policy, lang: Lang::En });
    let top = ["version", "tool", "policy", "rules", "skipped"];
    for key in top {
        let mut lacking = value.clone();
        lacking.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&lacking), "{key}");
    }
    let keys: Vec<String> = value["rules"][0].as_object().unwrap().keys().cloned().collect();
    for key in keys {
        let mut lacking = value.clone();
        lacking["rules"][0].as_object_mut().unwrap().remove(&key);
        assert!(!validator.is_valid(&lacking), "{key}");
    }
    let mut more = value;
    more["rules"][0]["more"] = Value::Null;
    assert!(!validator.is_valid(&more));
}
