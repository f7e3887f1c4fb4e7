//! What deviations accept: shown with the cooperation, until the last of them ends, and to be settled before that.

use kader::assess::{Advice, Ask, Cooperation, Move, Outcome};
use kader::policy::Lang;
use kader::system::Memory;
use serde_json::{Value, json};

use crate::assess_run::{assessed, reported};
use crate::assess_whole::{KERN, STRUCTUREEL, at, deviating, one, one_of, whole};

/// A deviation from a rule, everywhere.
fn deviation(rule: &str, until: Option<&str>) -> Value {
    json!({ "regel": rule, "toelichting": "Zo afgesproken", "tot": until })
}

fn with(mut document: Value, deviations: &[Value]) -> Value {
    let mut deviations = deviations.to_vec();
    for one in &mut deviations {
        one.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    }
    document["afwijkingen"] = deviations.into();
    document
}

/// One without an own picture that writes in a linked one, and with a principle that is not secured.
fn faulty() -> Value {
    let mut document = whole("beheerder", STRUCTUREEL);
    document["samenwerkingen"][0]["lcms"]["schrijven"] = "gekoppeld".into();
    document["beginselen"]["handelingsruimte"]["geborgd"] = false.into();
    document
}

/// What is accepted, as `code until`.
fn accepted(cooperation: &Cooperation) -> Vec<String> {
    let tally = cooperation.tally.as_ref().unwrap();
    let one = |one: &kader::assess::Excused| format!("{} {}", one.note.code, one.until.as_deref().unwrap_or("-"));
    tally.accepted.iter().map(one).collect()
}

/// The days by which what deviations accept is to be settled or arranged, in the order in which they are shown.
fn ends(cooperation: &Cooperation) -> Vec<&str> {
    let ends = cooperation.steps.iter().filter(|step| matches!(step.what, Move::Settle(_) | Move::Arrange(_)));
    ends.filter_map(|step| step.date.as_deref()).collect()
}

#[test]
fn findings_that_would_bear_on_the_outcome_are_named() {
    let document = with(faulty(), &[deviation("V411", None), deviation("L502", Some("2026-06-30"))]);
    let cooperation = one(&document);
    assert_eq!(cooperation.advice, Advice::Outcome(Outcome::Positive));
    assert_eq!(accepted(&cooperation), ["V411 -", "L502 2026-06-30"]);
    assert_eq!(ends(&cooperation), ["2026-06-30"], "a deviation without an end asks for nothing");
    let step = cooperation.steps.iter().find(|step| matches!(step.what, Move::Settle(_))).unwrap();
    assert_eq!(step.note().map(|note| note.code.as_str()), Some("L502"));
    assert_eq!(step.actor, step.note().and_then(|note| note.actor));

    let other = cooperation.others.iter().find(|other| other.advice.outcome().is_some()).unwrap();
    assert_eq!(other.tally.accepted.len(), 1, "under the other profile only the principle counts");
    assert_eq!(accepted(&one(&faulty())), [""; 0]);
}

#[test]
fn of_several_deviations_the_last_to_end_counts() {
    let until = |ends: &[Option<&str>]| {
        let deviations: Vec<Value> = ends.iter().map(|until| deviation("V411", *until)).collect();
        let mut document = whole("beheerder", KERN);
        document["beginselen"]["handelingsruimte"]["geborgd"] = false.into();
        let told = accepted(&one(&with(document, &deviations)));
        let mut open = whole("beheerder", KERN);
        at(&mut open, "organisatie", "financiering")["status"] = "niet-geregeld".into();
        let deviations: Vec<Value> = ends.iter().map(|until| deviation("V402", *until)).collect();
        let cooperation = one(&with(open, &deviations));
        let met = cooperation.tally.as_ref().unwrap().met.iter().find(|met| !met.accepted.is_empty()).unwrap();
        assert_eq!(told, [format!("V411 {}", met.until.as_deref().unwrap_or("-"))]);
        met.until.as_deref().map(str::to_owned)
    };
    assert_eq!(until(&[Some("2026-06-30"), Some("2026-09-30")]).as_deref(), Some("2026-09-30"));
    assert_eq!(until(&[Some("2026-09-30"), Some("2026-06-30")]).as_deref(), Some("2026-09-30"));
    assert_eq!(until(&[Some("2026-06-30"), None]), None);
    // A year ends on its last day, and a month on its.
    assert_eq!(until(&[Some("2026"), Some("2026-09-30")]).as_deref(), Some("2026"));
    assert_eq!(until(&[Some("2026-12-31"), Some("2026-11")]).as_deref(), Some("2026-12-31"));
}

#[test]
fn of_several_findings_the_first_that_is_accepted_no_more_counts() {
    let mut document = whole("beheerder", KERN);
    *at(&mut document, "organisatie", "financiering") = json!({ "status": "geregeld", "geldigTot": "2025-12-31" });
    let until = |one: &str, other: &str| {
        let deviations = [deviation("V403", Some(one)), deviation("V410", Some(other))];
        let cooperation = self::one(&with(document.clone(), &deviations));
        let met = cooperation.tally.as_ref().unwrap().met.iter().find(|met| !met.accepted.is_empty()).unwrap();
        let codes: Vec<&str> = met.accepted.iter().map(kader::policy::Code::as_str).collect();
        (codes.join(" "), met.until.as_deref().unwrap().to_owned())
    };
    let both = "V403 V410".to_owned();
    assert_eq!(until("2026", "2026-09-30"), (both.clone(), "2026-09-30".to_owned()));
    assert_eq!(until("2026-02", "2026-02-27"), (both, "2026-02-27".to_owned()));
}

#[test]
fn steps_stand_in_the_order_of_their_days() {
    let mut document = deviating(whole("beheerder", KERN), "V402");
    at(&mut document, "organisatie", "financiering")["status"] = "niet-geregeld".into();
    document["afwijkingen"][0]["tot"] = "2026".into();
    at(&mut document, "proces", "alarmering")["geldigTot"] = "2026-11".into();
    at(&mut document, "organisatie", "kerntaken")["geldigTot"] = "2026-12-30".into();
    let steps = one(&document).steps;
    let days: Vec<&str> = steps.iter().filter_map(|step| step.date.as_deref()).collect();
    assert_eq!(days, ["2026-11", "2026-12-30", "2026"]);
}

#[test]
fn programs_read_it_too() {
    let document = with(faulty(), &[deviation("V411", Some("2026")), deviation("L502", None)]);
    let memory = Memory::new().with_file("/p/a.afspraak.json", document.to_string());
    let ask = Ask::default();
    let report = reported(&assessed(&memory, "2026-01-01", &["/p"], &ask), &ask, Lang::Nl);
    let cooperation = &report["documents"][0]["cooperations"][0];
    let told = |at: usize| (&cooperation["accepted"][at]["finding"]["code"], &cooperation["accepted"][at]["until"]);
    assert_eq!((told(0), told(1)), ((&json!("V411"), &json!("2026")), (&json!("L502"), &Value::Null)));
    let steps = cooperation["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["what"] == "settle").unwrap();
    assert_eq!((&step["date"], &step["finding"]["code"]), (&json!("2026"), &json!("V411")));
}

/// Without a profile of its own a cooperation is judged by none, whatever is asked about.
#[test]
fn a_profile_that_does_not_fit_gives_none() {
    let ask = Ask { profile: Some("standby-samenwerking".into()), ..Ask::default() };
    let mut document = whole("beheerder", KERN);
    document["samenwerkingen"][0].as_object_mut().unwrap().remove("profiel");
    assert_eq!(one_of(&document, &ask).profile, None);
}
