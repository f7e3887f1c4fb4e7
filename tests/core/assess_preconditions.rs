//! When a precondition is met and when it is open, and which of them are asked for.

use kader::assess::{Ask, Move, OpenBecause, Outcome};
use kader::workspace::Judge;
use serde_json::{Value, json};

use crate::assess_whole::{KERN, STANDBY, assessed, at, deviating, ids, one, outcome, whole, without};
use crate::support::judge;

#[test]
fn each_finding_about_it_keeps_a_precondition_open() {
    type Fault = fn(&mut Value);
    let faults: [(&str, Fault); 6] = [
        ("V402", |document| at(document, "organisatie", "financiering")["status"] = "in-voorbereiding".into()),
        ("V403", |document| *at(document, "organisatie", "financiering") = json!({ "status": "geregeld" })),
        ("V404", |document| {
            *at(document, "organisatie", "functionarissen") = json!({ "status": "geregeld", "afspraak": "x" });
        }),
        ("V405", |document| at(document, "proces", "inrichting-informatiemanagement")["bereik"] = "basis".into()),
        ("V407", |document| {
            let entry = at(document, "proces", "alarmering").take();
            let process = document["samenwerkingen"][0]["randvoorwaarden"]["proces"].as_object_mut().unwrap();
            process.remove("alarmering");
            *at(document, "mens", "alarmering") = entry;
        }),
        ("V410", |document| at(document, "organisatie", "financiering")["geldigTot"] = "2025-12-31".into()),
    ];
    for (code, fault) in faults {
        for phase in ["verkenning", "uitwerking", "uitvoering"] {
            let mut document = whole("beheerder", KERN);
            document["fase"] = phase.into();
            fault(&mut document);
            let cooperation = one(&document);
            assert_eq!(cooperation.advice.outcome(), Some(Outcome::Conditional), "{code} {phase}");
            let tally = cooperation.tally.unwrap();
            let [open] = &*tally.open else { panic!("{code}: {:?}", tally.open) };
            let OpenBecause::Findings(notes) = &open.because else { panic!("{code}: {:?}", open.because) };
            assert_eq!(notes.iter().map(|note| note.code.to_string()).collect::<Vec<_>>(), [code]);
        }
    }
}

#[test]
fn an_entry_under_two_dimensions_is_open_until_one_is_gone() {
    let mut document = whole("beheerder", KERN);
    let copy = at(&mut document, "proces", "alarmering").clone();
    *at(&mut document, "mens", "alarmering") = copy;
    assert_eq!(ids(one(&document).tally.unwrap().open.iter().map(|open| open.precondition)), ["alarmering"]);
}

#[test]
fn what_says_nothing_is_open() {
    let mut document = whole("beheerder", KERN);
    *at(&mut document, "organisatie", "financiering") = json!({});
    at(&mut document, "organisatie", "kerntaken")["status"] = "gereed".into();
    at(&mut document, "proces", "alarmering").as_object_mut().unwrap().remove("status");
    let tally = one(&document).tally.unwrap();
    let because: Vec<&str> = tally.open.iter().map(|open| open.because.as_str()).collect();
    assert_eq!(ids(tally.open.iter().map(|open| open.precondition)), ["kerntaken", "financiering", "alarmering"]);
    assert_eq!(because, ["unreadable", "missing", "unreadable"]);
}

#[test]
fn a_deviation_that_accepts_meets_a_precondition() {
    let mut open = whole("beheerder", KERN);
    at(&mut open, "organisatie", "financiering")["status"] = "niet-geregeld".into();
    let document = deviating(open.clone(), "V402");
    let cooperation = one(&document);
    assert_eq!(cooperation.advice.outcome(), Some(Outcome::Positive));
    let tally = cooperation.tally.unwrap();
    let met: Vec<_> = tally.met.iter().filter(|met| !met.accepted.is_empty()).collect();
    assert_eq!(ids(met.iter().map(|met| met.precondition)), ["financiering"]);
    assert_eq!((met[0].accepted[0].as_str(), met[0].until.as_deref()), ("V402", Some("2026-06-30")));
    let step = cooperation.steps.iter().find(|step| matches!(step.what, Move::Arrange(_))).unwrap();
    assert_eq!(step.date.as_deref(), Some("2026-06-30"));

    let mut past = document.clone();
    past["afwijkingen"][0]["tot"] = "2025-12-31".into();
    let mut elsewhere = document.clone();
    elsewhere["afwijkingen"][0]["pad"] = "/samenwerkingen/0/randvoorwaarden/proces".into();
    for other in [open, past, elsewhere] {
        assert_eq!(outcome(&other), Some(Outcome::Conditional));
    }
    let strict = Judge { accepts: false, ..judge("2026-01-01") };
    let all = assessed(&strict, &document.to_string(), &Ask::default()).cooperations;
    assert_eq!(all[0].advice.outcome(), Some(Outcome::Conditional));
}

#[test]
fn a_deviation_puts_nothing_in_the_agreement() {
    let document = deviating(without(whole("beheerder", KERN), 1), "V401");
    assert_eq!(outcome(&document), Some(Outcome::Conditional));
}

#[test]
fn one_that_joins_through_another_and_holds_no_right_has_the_shorter_list() {
    let mut document = whole("dienstverlener", STANDBY);
    let cooperation = &mut document["samenwerkingen"][0];
    cooperation["aansluiting"] = json!({ "wijze": "via", "via": { "soort": "proces", "naam": "GHOR" } });
    let required = |document: &Value| one(document).tally.unwrap().required();
    assert_eq!(required(&document), 15);
    document["samenwerkingen"][0].as_object_mut().unwrap().remove("lcms");
    assert_eq!(required(&document), 10);
}
