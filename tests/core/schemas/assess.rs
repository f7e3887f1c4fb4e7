//! What `assess --format json` writes fits its schema, and the schema lets nothing else through.

use kader::assess::Ask;
use kader::policy::Lang;
use kader::system::Memory;
use serde_json::Value;

use super::fits::{assert_exact, assert_fits, failing_examples, validator};
use crate::assess_run::{assessed, reported};
use crate::support::repository;

pub(super) const PATH: &str = "schemas/assess.schema.json";

/// The failing examples of every rule, and agreements that are assessed.
fn everything() -> Memory {
    let memory = failing_examples();
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
    let validator = validator(PATH);
    let what_if = Ask { profile: Some("kernsamenwerking".into()), ..Ask::default() };
    for (ask, lang) in [(Ask::default(), Lang::Nl), (what_if, Lang::En)] {
        let report = report(&ask, lang);
        assert_fits(&validator, &report);
        assert!(report["documents"].as_array().unwrap().len() > 100);
        assert_eq!(report["failures"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn every_key_is_promised_and_no_other_is_let_through() {
    let validator = validator(PATH);
    let ask = Ask::default();
    let report = reported(&assessed(&everything(), "2026-01-01", &["/family"], &ask), &ask, Lang::En);
    assert_fits(&validator, &report);
    assert_eq!(report["documents"][0]["cooperations"][0]["accepted"][0]["until"], "2026-12-31");
    assert!(assert_exact(&validator, &report) > 100);
}
