//! What `diff --format json` writes fits its schema. The command is run over a machine in memory.

use kader::cli::{Streams, run};
use kader::system::Memory;
use serde_json::{Value, json};

use super::fits::{assert_fits, validator};
use super::{open_objects, schema};

pub(super) const PATH: &str = "schemas/diff.schema.json";

/// An agreement with these members beside what every one has; null takes one away.
fn agreement(members: &Value) -> String {
    let mut document = json!({
        "kader": "netcentrische-samenwerking-2017", "id": "a",
        "partner": { "naam": "A", "kerntaken": ["beheerder"] },
        "reikwijdte": "regionaal", "regios": ["VR17"], "fase": "uitwerking",
        "samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "koppelsamenwerking" }],
    });
    for (key, value) in members.as_object().unwrap() {
        document[key] = value.clone();
    }
    document.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    document.to_string()
}

/// The difference between two versions, by the schema.
fn difference(old: &str, new: &str) -> Value {
    let system = Memory::new().with_current_dir("/w").with_file("kader.toml", "").with_env("KADER_AS_OF", "2026-01-01");
    let system = system.with_file("/old/a.json", old).with_file("a.afspraak.json", new);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["kader", "diff", "/old/a.json", "a.afspraak.json", "--format", "json"].map(Into::into);
    let status = run(&system, &args, &mut Streams { out: &mut out, err: &mut err });
    assert_eq!(status, 0);
    let value: Value = serde_json::from_slice(&out).unwrap();
    let told = String::from_utf8(err).unwrap();
    assert_eq!(Some(told.lines().count()), value["failures"].as_array().map(Vec::len), "{told}");
    assert_fits(&validator(PATH), &value);
    value
}

/// The codes of a list of findings, or of pairs.
fn codes(list: &Value) -> String {
    let code = |one: &Value| one.get("finding").unwrap_or(one)["code"].as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(code).collect::<Vec<_>>().join(" ")
}

#[test]
fn two_equal_versions_differ_in_nothing() {
    let text = agreement(&json!({}));
    let value = difference(&text, &text.replace(',', ",\n"));
    for list in ["new", "gone", "moved", "reweighed", "accepted"] {
        assert_eq!(codes(&value["findings"][list]), "", "{list}");
    }
    assert!(value["findings"]["same"].as_u64().is_some_and(|same| same > 1));
    assert_eq!(value["cooperations"], json!([]));
}

#[test]
fn findings_come_go_move_weigh_more_and_are_accepted() {
    let cooperation = |task: &str| json!({ "kerntaak": task, "profiel": "koppelsamenwerking" });
    let old = agreement(&json!({ "samenwerkingen": [cooperation("beheerder")], "regios": ["VR99"] }));
    let more = json!({
        "partner": { "naam": "A", "kerntaken": ["hulpdienst", "beheerder"] },
        "samenwerkingen": [cooperation("hulpdienst"), cooperation("beheerder")],
        "fase": "uitvoering",
        "afwijkingen": [{ "regel": "L500", "pad": "/samenwerkingen/1", "toelichting": "later", "akkoord": "A" }],
    });
    let findings = difference(&old, &agreement(&more))["findings"].clone();
    assert_eq!(codes(&findings["gone"]), "D109");
    assert_eq!(codes(&findings["accepted"]), "L500");
    assert_eq!(codes(&findings["moved"]), "L506 V400", "{findings:#}");
    assert_eq!(findings["moved"][0]["from"], "/samenwerkingen/0/profiel");
    assert!(codes(&findings["reweighed"]).contains("V400"));
    assert!(codes(&findings["new"]).contains("R308"));
}

#[test]
fn what_the_versions_state() {
    let preconditions = |status: &str| {
        json!({
            "kerntaak": "beheerder", "profiel": "koppelsamenwerking",
            "randvoorwaarden": { "organisatie": { "crisisteams": { "status": status, "afspraak": "Bijlage 2" } } },
        })
    };
    let old = agreement(&json!({ "samenwerkingen": [preconditions("in-voorbereiding")] }));
    let more = json!({
        "id": "b", "reikwijdte": "landelijk", "regios": "alle",
        "samenwerkingen": [preconditions("geregeld"), { "kerntaak": "beheerder" }, { "kerntaak": 7 }],
    });
    let value = difference(&old, &agreement(&more));
    assert_eq!((&value["old"]["id"], &value["new"]["id"]), (&json!("a"), &json!("b")));
    assert_eq!((&value["old"]["reach"], &value["new"]["reach"]), (&json!("regionaal"), &json!("landelijk")));
    assert_eq!(value["new"]["regions"].as_array().map(Vec::len), Some(25));
    let changed = value["cooperations"].as_array().unwrap();
    assert_eq!(changed[0]["old"]["met"], json!([]));
    assert_eq!(changed[0]["new"]["met"], json!(["crisisteams"]));
    assert_eq!((&changed[1]["occurrence"], &changed[1]["old"]), (&json!(1), &Value::Null));
    assert_eq!((&changed[2]["coreTask"], &changed[2]["new"]["profile"]), (&json!(""), &Value::Null));
}

#[test]
fn whatever_the_versions_are_the_report_fits() {
    let text = agreement(&json!({}));
    for (old, new) in [("", &*text), (&text, "[["), ("{}", "7"), (&text, r#"{"kader": "x"}"#), (&text, "\u{FEFF}{}")] {
        difference(old, new);
    }
}

#[test]
fn objects_are_closed_and_complete() {
    assert_eq!(open_objects(&schema(PATH)), [""; 0]);
}
