//! What `deviations --format json` writes fits its schema, whatever has become of a deviation.

use std::path::PathBuf;

use kader::policy::Lang;
use kader::report::deviations::{self, Source};
use kader::system::Memory;
use kader::workspace::Inputs;
use serde_json::{Value, json};

use super::fits::{assert_fits, validator};
use super::{open_objects, schema};
use crate::support::{checked, given};

pub(super) const PATH: &str = "schemas/deviations.schema.json";

/// An agreement that deviates in these ways, with other members besides.
fn agreement(id: &str, deviations: Value, more: &Value) -> Vec<u8> {
    let mut document = json!({
        "kader": "netcentrische-samenwerking-2017", "id": id,
        "partner": { "naam": id, "kerntaken": ["beheerder"] },
        "reikwijdte": "regionaal", "regios": ["VR17"], "fase": "uitwerking",
        "samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "kernsamenwerking" }],
    });
    let document_members = document.as_object_mut().unwrap();
    document_members.insert("afwijkingen".to_owned(), deviations);
    document_members.extend(more.as_object().unwrap().clone());
    serde_json::to_vec_pretty(&document).unwrap()
}

/// One deviation of each kind.
fn machine() -> Memory {
    let all = json!([
        { "regel": "V400", "toelichting": "a", "akkoord": "b", "tot": "2026-12" },
        { "regel": "W707", "pad": "/samenwerkingen/0", "toelichting": "nobody joins through another here" },
        { "regel": "L500", "toelichting": "c", "tot": "2025" },
        { "regel": "L504", "toelichting": "d" },
        { "regel": "V999", "toelichting": "e" },
        { "regel": 4, "toelichting": null },
        7,
    ]);
    let over = json!([{ "regel": "V400", "toelichting": "f", "tot": "2030-01-01" }]);
    Memory::new()
        .with_file("/w/kader.toml", "")
        .with_file("/w/a.afspraak.json", agreement("a", all, &json!({})))
        .with_file("/w/b.afspraak.json", agreement("b", over, &json!({ "looptijd": { "tot": "2024-12-31" } })))
        .with_file("/w/c.afspraak.json", "[")
}

fn register(due_within: Option<u32>, path: &str) -> Value {
    let inputs = Inputs { paths: vec![PathBuf::from(path)], ..Inputs::default() };
    let run = checked(&machine(), &given("2026-01-01"), &inputs);
    let mut out = Vec::new();
    let source = Source { run: &run, lang: Lang::Nl, due_within, counts: true };
    deviations::json(&mut out, &source).unwrap();
    let register = serde_json::from_slice(&out).unwrap();
    assert_fits(&validator(PATH), &register);
    register
}

fn states(register: &Value) -> Vec<&str> {
    register["deviations"].as_array().unwrap().iter().map(|entry| entry["state"].as_str().unwrap()).collect()
}

#[test]
fn every_state_fits() {
    let all = register(None, "/w");
    let expected = ["in-force", "unused", "expired", "not-allowed", "unknown-rule", "faulty", "faulty", "not-current"];
    assert_eq!(states(&all), expected);
    assert_eq!(all["summary"]["accepted"], 1);
    assert_eq!(all["deviations"][0]["findings"][0]["subject"], "/samenwerkingen/0/randvoorwaarden");
    assert_eq!(all["deviations"][6]["written"], Value::Null);
}

#[test]
fn a_deviation_is_due_by_the_last_day_that_its_end_can_mean() {
    let due = |days| states(&register(Some(days), "/w")).join(" ");
    assert_eq!(due(0), "expired");
    assert_eq!(due(363), "expired", "`2026-12` may mean the thirty-first");
    assert_eq!(due(364), "in-force expired");
    assert_eq!(due(u32::MAX), "in-force expired not-current");
}

#[test]
fn failures_and_nothing_at_all_fit() {
    let failed = register(None, "/nowhere");
    assert_eq!(failed["failures"].as_array().map(Vec::len), Some(1));
    assert_eq!(states(&failed), [""; 0]);
}

#[test]
fn objects_are_closed_and_complete() {
    assert_eq!(open_objects(&schema(PATH)), [""; 0]);
}
