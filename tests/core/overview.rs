//! The national overview: which documents make which rows.

use std::path::PathBuf;

use kader::assess::Ask;
use kader::config::{Choice, Configs};
use kader::policy::Lang;
use kader::report::overview::{Format, Source};
use kader::system::{Memory, System};
use kader::workspace::{Context, Inputs, Progress, Run, Settings, Terms, Threads, run};
use serde_json::{Value, json};

use crate::support::{carried, checked, given};

/// A run that is asked for the overview.
pub(crate) fn asked(system: &dyn System, as_of: &str, paths: &[&str]) -> Run {
    let (configs, given) = (Configs::new(system, Choice::Nearest), given(as_of));
    let terms = Terms { configs: &configs, given: &given, accepts: true, carried: Some(carried()) };
    let ask = Ask { outcomes_only: true, overview: true, ..Ask::default() };
    let (threads, context) = (Threads::new(1), Context::Root);
    let settings = Settings { terms, threads, allow_empty: false, context, ask: Some(ask) };
    let inputs = Inputs { paths: paths.iter().map(PathBuf::from).collect(), ..Inputs::default() };
    run::run(system, &settings, &inputs, &Progress::default()).unwrap()
}

/// The overview of a run in a format.
pub(crate) fn written(run: &Run, lang: Lang, format: Format) -> String {
    written_in(run, lang, (format, 120))
}

/// The same, in so many columns.
pub(crate) fn written_in(run: &Run, lang: Lang, (format, columns): (Format, usize)) -> String {
    let overview = run.overview.as_ref().unwrap();
    let mut out = Vec::new();
    format.write(&mut out, &Source { run, overview, lang, quiet: false }, (false, columns)).unwrap();
    String::from_utf8(out).unwrap()
}

/// The overview of a run as `json`.
pub(crate) fn json(run: &Run, lang: Lang) -> Value {
    serde_json::from_str(&written(run, lang, Format::Json)).unwrap()
}

/// An agreement of a partner with some regions, formal or not.
pub(crate) fn agreement(id: &str, name: &str, regions: &[&str], formal: bool) -> Value {
    let phase = if formal { "uitvoering" } else { "verkenning" };
    json!({
        "kader": "netcentrische-samenwerking-2017", "id": id, "partner": { "naam": name, "kerntaken": ["beheerder"] },
        "reikwijdte": "regionaal", "regios": regions, "fase": phase,
        "samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "kernsamenwerking" }],
    })
}

pub(crate) fn with(mut document: Value, changes: &[(&str, Value)]) -> Value {
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[key] = value.clone();
    }
    document
}

pub(crate) fn folder(documents: &[Value]) -> Memory {
    let memory = Memory::new().with_file("/p/kader.toml", "");
    for document in documents {
        memory.put(format!("/p/{}.afspraak.json", document["id"].as_str().unwrap()), document.to_string());
    }
    memory
}

fn overview_of(documents: &[Value]) -> Value {
    json(&asked(&folder(documents), "2026-01-01", &["/p"]), Lang::Nl)
}

/// Each row as `1 naam [VR01] [VR02] profiel`.
pub(crate) fn rows(overview: &Value) -> Vec<String> {
    let list = |value: &Value| {
        let words: Vec<&str> = value.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        words.join(" ")
    };
    let line = |row: &Value| {
        let profile = row["profile"].as_str().unwrap_or("-");
        let (number, names) = (&row["partner"]["number"], list(&row["partner"]["names"]));
        format!("{number} {names} [{}] [{}] {profile}", list(&row["regions"]), list(&row["inConversation"]))
    };
    overview["rows"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn regions_of_formal_agreements_and_those_in_conversation() {
    let formal = with(agreement("a", "Ketel", &["VR02", "VR01"], true), &[("/beoogdeRegios", json!(["VR01", "VR03"]))]);
    let formalised = with(agreement("b", "Ketel", &["VR04"], false), &[("/vastgesteldOp", json!("2025"))]);
    let draft = agreement("c", "Ketel", &["VR05"], false);
    let overview = overview_of(&[formal, formalised, draft]);
    assert_eq!(rows(&overview), ["1 Ketel [VR01 VR02 VR04] [VR01 VR03 VR05] kernsamenwerking"]);
    assert_eq!(overview["summary"]["partners"], 1);
}

#[test]
fn a_partner_is_joined_directly_or_through_others() {
    let number = |document, kvk: &str| with(document, &[("/partner/kvk", json!(kvk))]);
    let one = number(agreement("a", "Ketel", &["VR01"], true), "00000001");
    let other = number(agreement("b", "Ketel", &["VR02"], true), "00000002");
    assert_eq!(overview_of(&[one.clone(), other.clone()])["summary"]["partners"], 2, "two numbers, two partners");
    let bridge = agreement("c", "ketel N.V.", &["VR03"], true);
    let joined = overview_of(&[one, other, bridge]);
    assert_eq!(rows(&joined), ["1 Ketel ketel N.V. [VR01 VR02 VR03] [] kernsamenwerking"]);
}

#[test]
fn a_row_for_each_core_task_and_profile() {
    let two = json!([
        { "kerntaak": "dienstverlener", "profiel": "standby-samenwerking" },
        { "kerntaak": "beheerder", "profiel": "koppelsamenwerking" },
        { "kerntaak": "beheerder" },
    ]);
    let document = with(agreement("a", "Ketel", &["VR01"], true), &[("/samenwerkingen", two)]);
    let rows = rows(&overview_of(&[document, agreement("b", "Ketel", &["VR02"], true)]));
    assert_eq!(
        rows,
        [
            "1 Ketel [VR02] [] kernsamenwerking",
            "1 Ketel [VR01] [] koppelsamenwerking",
            "1 Ketel [VR01] [] -",
            "1 Ketel [VR01] [] standby-samenwerking",
        ]
    );
}

#[test]
fn only_what_holds_now_and_the_rest_is_named() {
    let old = agreement("oud", "Ketel", &["VR01"], true);
    let new = with(
        agreement("nieuw", "Ketel", &["VR02"], true),
        &[("/vervangt", json!(["oud"])), ("/vastgesteldOp", json!("2025-01-01"))],
    );
    let over = with(agreement("voorbij", "Ketel", &["VR03"], true), &[("/looptijd", json!({ "tot": "2025-12-31" }))]);
    let none = with(agreement("leeg", "Ketel", &["VR04"], true), &[("/samenwerkingen", json!([]))]);
    let unknown = with(agreement("vreemd", "Ketel", &["VR05"], true), &[("/kader", json!("zzzzzz"))]);
    let memory = folder(&[old, new, over, none, unknown]);
    memory.put("/p/stuk.afspraak.json", "[");
    let run = asked(&memory, "2026-01-01", &["/p"]);
    let overview = json(&run, Lang::Nl);
    assert_eq!(rows(&overview), ["1 Ketel [VR02] [] kernsamenwerking"]);
    let omitted: Vec<String> = overview["omitted"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["path"].as_str().unwrap(), one["why"].as_str().unwrap()))
        .collect();
    let expected = [
        "leeg.afspraak.json empty",
        "oud.afspraak.json replaced",
        "stuk.afspraak.json unread",
        "voorbij.afspraak.json over",
        "vreemd.afspraak.json unread",
    ];
    assert_eq!(omitted, expected);
    // A part of the files is seen as in the whole: what replaces is not asked for, and replaces all the same.
    let part = json(&asked(&memory, "2026-01-01", &["/p/oud.afspraak.json"]), Lang::Nl);
    assert_eq!((rows(&part), &part["omitted"][0]["why"]), (Vec::new(), &json!("replaced")));
}

#[test]
fn supplements_belong_to_their_general_agreement() {
    let general = with(
        agreement("alg", "Ketel", &["VR01", "VR02", "VR03"], true),
        &[("/adoptieregio", json!({ "regio": "VR02" })), ("/evaluatie", json!({ "volgende": "2027-01-01" }))],
    );
    let supplement = |id: &str, parent: &str, formal| {
        with(
            agreement(id, "Ketel", &["VR03"], formal),
            &[("/aanvullingOp", json!(parent)), ("/samenwerkingen", json!([{ "kerntaak": "beheerder" }]))],
        )
    };
    let overview = overview_of(&[general.clone(), supplement("extra", "alg", false)]);
    assert_eq!(rows(&overview), ["1 Ketel [VR01 VR02 VR03] [VR03] kernsamenwerking"], "by its parent's profile");
    let agreements = overview["rows"][0]["agreements"].as_array().unwrap();
    assert_eq!(agreements.len(), 2);
    assert_eq!((&agreements[1]["supplementTo"], &agreements[1]["adoptionRegion"]), (&json!("alg"), &json!("VR02")));
    assert_eq!(agreements[1]["evaluation"], "2027-01-01");
    // Only the supplement is asked for: its own regions, and what it has from its parent.
    let memory = folder(&[general, supplement("extra", "alg", true)]);
    let part = json(&asked(&memory, "2026-01-01", &["/p/extra.afspraak.json"]), Lang::Nl);
    assert_eq!(rows(&part), ["1 Ketel [VR03] [] kernsamenwerking"]);
    assert_eq!(part["rows"][0]["adoptionRegions"], json!(["VR02"]));
    // Without a parent it stands by itself.
    assert_eq!(rows(&overview_of(&[supplement("extra", "weg", true)])), ["1 Ketel [VR03] [] -"]);
}

#[test]
fn a_supplement_says_of_the_assessment_what_its_general_agreement_does() {
    let standpoint = json!({ "besluit": "gecertificeerd", "datum": "2024-02-01", "door": "regiegroep" });
    let toetsing = |value: Value| [("/samenwerkingen/0/toetsing", value)];
    let general = with(agreement("alg", "Ketel", &["VR01"], true), &toetsing(json!({ "standpunt": standpoint })));
    let supplement = with(
        agreement("extra", "Ketel", &["VR03"], true),
        &[("/aanvullingOp", json!("alg")), ("/samenwerkingen", json!([{ "kerntaak": "beheerder" }]))],
    );
    let memory = folder(&[general.clone(), supplement.clone()]);
    let said = json!({ "by": "standpoint", "outcome": "gecertificeerd", "date": "2024-02-01" });
    for path in ["/p", "/p/extra.afspraak.json"] {
        let run = asked(&memory, "2026-01-01", &[path]);
        let row = &json(&run, Lang::Nl)["rows"][0];
        let last = row["agreements"].as_array().unwrap().last().unwrap();
        assert_eq!((&row["assessment"], &last["assessment"], &last["id"]), (&said, &said, &json!("extra")));
        // The mark of each of its regions says the same.
        let html = written(&run, Lang::Nl, Format::Html);
        assert!(html.contains("<td data-unit=\"VR03\" class=\"positive\""), "{path}");
        assert!(!html.contains(" class=\"agreed\""), "{path}");
    }
    // What it says itself goes before, each by its own kind.
    let own = |value: Value| with(supplement.clone(), &toetsing(value));
    let verdict = |own: Value| {
        let overview = overview_of(&[general.clone(), own]);
        overview["rows"][0]["agreements"][1]["assessment"].clone()
    };
    assert_eq!(
        verdict(own(json!({ "advies": "geen", "adviesDatum": "2025-01-01" }))),
        said,
        "a standpoint counts more"
    );
    let later = json!({ "standpunt": { "besluit": "geen", "datum": "2025-01-01", "door": "regiegroep" } });
    assert_eq!(verdict(own(later)), json!({ "by": "standpoint", "outcome": "geen", "date": "2025-01-01" }));
}

#[test]
fn a_supplement_is_about_the_cooperation_of_the_same_description_else_the_first_that_is_left() {
    let two = json!([
        { "kerntaak": "beheerder", "profiel": "kernsamenwerking", "taakomschrijving": "dijken" },
        { "kerntaak": "beheerder", "profiel": "koppelsamenwerking", "taakomschrijving": "gemalen" },
    ]);
    let general = with(agreement("alg", "Ketel", &["VR01"], true), &[("/samenwerkingen", two)]);
    let of = |own: Value| {
        let supplement = with(
            agreement("extra", "Ketel", &["VR03"], true),
            &[("/aanvullingOp", json!("alg")), ("/samenwerkingen", own)],
        );
        let overview = overview_of(&[general.clone(), supplement]);
        let rows = overview["rows"].as_array().unwrap();
        let with_region = rows.iter().filter(|row| row["regions"].as_array().unwrap().contains(&json!("VR03")));
        with_region.map(|row| row["profile"].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>()
    };
    let one = |description: &str| json!({ "kerntaak": "beheerder", "taakomschrijving": description });
    assert_eq!(of(json!([one("gemalen")])), ["koppelsamenwerking"]);
    assert_eq!(of(json!([one("sluizen")])), ["kernsamenwerking"]);
    assert_eq!(of(json!([one("dijken"), one("sluizen")])), ["kernsamenwerking", "koppelsamenwerking"]);
    assert_eq!(of(json!([{ "kerntaak": "dienstverlener" }])), ["-"]);
}

#[test]
fn the_latest_standpoint_counts_else_the_latest_advice() {
    let assessed = |id: &str, region: &str, assessment: Value| {
        with(agreement(id, "Ketel", &[region], true), &[("/samenwerkingen/0/toetsing", assessment)])
    };
    let standpoint = |outcome: &str, day: &str| json!({ "standpunt": { "besluit": outcome, "datum": day, "door": "regiegroep" }, "advies": "geen", "adviesDatum": "2030-01-01" });
    let advice = |outcome: &str, day: &str| json!({ "advies": outcome, "adviesDatum": day });
    let of = |documents: &[Value]| overview_of(documents)["rows"][0]["assessment"].clone();
    let first = assessed("a", "VR01", standpoint("geen", "2023"));
    let second = assessed("b", "VR02", standpoint("gecertificeerd", "2024-02-01"));
    let third = assessed("c", "VR03", advice("voorwaardelijk", "2025-01-01"));
    let fourth = assessed("d", "VR04", advice("gecertificeerd", "2024-01-01"));
    let said = |by: &str, outcome: &str, date: &str| json!({ "by": by, "outcome": outcome, "date": date });
    assert_eq!(of(&[third.clone(), fourth]), said("advice", "voorwaardelijk", "2025-01-01"));
    assert_eq!(of(&[first.clone(), second.clone(), third]), said("standpoint", "gecertificeerd", "2024-02-01"));
    assert_eq!(of(&[first]), said("standpoint", "geen", "2023"));
    assert_eq!(of(&[agreement("e", "Ketel", &["VR01"], true)]), Value::Null);
}

#[test]
fn the_next_evaluation_is_the_earliest_and_the_interval_alone_says_none() {
    let due =
        |id: &str, evaluation: Value| with(agreement(id, "Ketel", &["VR01"], true), &[("/evaluatie", evaluation)]);
    let of = |documents: &[Value]| overview_of(documents)["rows"][0]["evaluation"].clone();
    assert_eq!(of(&[due("a", json!({ "intervalMaanden": 24 }))]), Value::Null);
    assert_eq!(of(&[due("a", json!({ "volgende": "2027" })), due("b", json!({ "volgende": "2026-05" }))]), "2026-05");
}

#[test]
fn what_is_not_known_comes_last_and_is_shown() {
    let nameless = with(agreement("a", "x", &["VR01"], true), &[("/partner/naam", json!(3))]);
    let doubtful = with(
        agreement("b", "Ketel", &["VR02", "VR99"], true),
        &[(
            "/samenwerkingen",
            json!([{ "kerntaak": "beheerder", "profiel": "standby-samenwerking" }, { "kerntaak": "zzz" }]),
        )],
    );
    let overview = overview_of(&[nameless, doubtful]);
    assert_eq!(
        rows(&overview),
        ["1 Ketel [VR02] [] standby-samenwerking", "1 Ketel [VR02] [] -", "2  [VR01] [] kernsamenwerking",]
    );
    assert_eq!(overview["rows"][1]["coreTask"], Value::Null);
}

#[test]
fn a_check_is_asked_for_no_overview() {
    let memory = folder(&[agreement("a", "Ketel", &["VR01"], true)]);
    let inputs = Inputs { paths: vec!["/p".into()], ..Inputs::default() };
    assert!(checked(&memory, &given("2026-01-01"), &inputs).overview.is_none());
}
