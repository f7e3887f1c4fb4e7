//! Agreements that lack nothing, for tests that take something out, and what they are assessed as among no others.

use std::sync::Arc;

use kader::assess::{Ask, Assessed, Cooperation, Outcome};
use kader::facts::EmptyProject;
use kader::findings::Neighbour;
use kader::policy::{Is, PartsRule, Policy, Precondition, Vocab};
use kader::workspace::judge::{Depth, Examined, Subject};
use kader::workspace::together::{Member, Together};
use kader::workspace::{Judge, Threads};
use serde_json::{Value, json};

use crate::support::judge;

pub(crate) const KERN: &str = "kernsamenwerking";
pub(crate) const STRUCTUREEL: &str = "structurele-samenwerking";
pub(crate) const KOPPEL: &str = "koppelsamenwerking";
pub(crate) const STANDBY: &str = "standby-samenwerking";

/// What a document is assessed as, among no others.
pub(crate) fn assessed(judge: &Judge, document: &str, ask: &Ask) -> Assessed {
    let subject = Subject { path: "a", surroundings: &EmptyProject, depth: Depth::Full, ask: Some(ask) };
    let Examined { mut judgement, outlook } = judge.examine(document.as_bytes(), subject, &|_| {});
    let name = Neighbour { file: None, path: "a".into(), project_path: "a".into() };
    let member = Member { name: Arc::new(name), outlook, context: 0, seen: true };
    let together = Together::new(vec![member], &[true]);
    together.conclude(vec![&mut judgement], |_| Some(judge), &Threads::new(1), &|_| {});
    *judgement.assessed.unwrap()
}

/// The only cooperation of a document.
pub(crate) fn one(document: &Value) -> Cooperation {
    one_of(document, &Ask::default())
}

pub(crate) fn one_of(document: &Value, ask: &Ask) -> Cooperation {
    let mut all = assessed(&judge("2026-01-01"), &document.to_string(), ask).cooperations.into_vec();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// An entry with everything that can be asked of it.
fn entry(policy: &Policy, precondition: Precondition) -> Value {
    let row = policy.precondition_row(precondition);
    let arranged = policy.find(Vocab::Status, Is::Arranged).map(|status| policy.name(status)).unwrap();
    let mut entry = json!({ "status": arranged, "afspraak": "Bijlage 1" });
    if !row.whole_scope_for.is_empty() {
        entry["bereik"] = policy.find(Vocab::Scope, Is::Whole).map(|scope| policy.name(scope)).unwrap().into();
    }
    for part in &row.parts {
        assert!(matches!(row.parts_rule, PartsRule::All | PartsRule::OneOrMore | PartsRule::Open));
        entry["onderdelen"][&*part.id] = true.into();
    }
    entry
}

/// A cooperation that lacks nothing.
pub(crate) fn whole_cooperation(policy: &Policy, task: &str, profile: &str) -> Value {
    let term = policy.term(Vocab::Profile, profile).unwrap();
    let row = policy.profile(term);
    let mut cooperation = json!({ "kerntaak": task, "profiel": profile });
    if policy.terms(Vocab::ReadRight).len() > 0 {
        cooperation["lcms"] = json!({ "lezen": policy.name(row.read), "schrijven": policy.name(row.write) });
    }
    for precondition in policy.required(term, false) {
        let row = policy.precondition_row(precondition);
        cooperation["randvoorwaarden"][policy.name(row.dimension)][&*row.id] = entry(policy, precondition);
    }
    cooperation
}

/// An agreement that lacks nothing.
pub(crate) fn whole(task: &str, profile: &str) -> Value {
    let policy = crate::support::policy();
    let mut document = json!({
        "kader": policy.id(), "id": "heel", "partner": { "naam": "Heel", "kerntaken": [task] },
        "reikwijdte": "regionaal", "regios": ["VR01"], "fase": "uitvoering",
        "samenwerkingen": [whole_cooperation(&policy, task, profile)]
    });
    for principle in policy.terms(Vocab::Principle) {
        document["beginselen"][policy.name(principle)] = json!({ "geborgd": true });
    }
    document["beginselen"]["situatiebeeld"]["eigenBeeld"] = true.into();
    document
}

/// The entry of a precondition of the first cooperation.
pub(crate) fn at<'v>(document: &'v mut Value, dimension: &str, id: &str) -> &'v mut Value {
    &mut document["samenwerkingen"][0]["randvoorwaarden"][dimension][id]
}

/// Takes so many preconditions out that are no safeguards.
pub(crate) fn without(mut document: Value, many: usize) -> Value {
    let safeguards = ["opleiding", "basisopleiding-informatiemanagement", "gebruikersovereenkomst", "beheer-accounts"];
    let mut left = many;
    for dimension in document["samenwerkingen"][0]["randvoorwaarden"].as_object_mut().unwrap().values_mut() {
        dimension.as_object_mut().unwrap().retain(|id, _| {
            let out = left > 0 && !safeguards.contains(&id.as_str());
            left -= usize::from(out);
            !out
        });
    }
    assert_eq!(left, 0);
    document
}

/// With a deviation from a rule, everywhere.
pub(crate) fn deviating(mut document: Value, rule: &str) -> Value {
    document["afwijkingen"] = json!([{ "regel": rule, "toelichting": "Zo afgesproken", "tot": "2026-06-30" }]);
    document
}

pub(crate) fn outcome(document: &Value) -> Option<Outcome> {
    one(document).advice.outcome()
}

pub(crate) fn ids(preconditions: impl Iterator<Item = Precondition>) -> Vec<String> {
    let policy = crate::support::policy();
    preconditions.map(|precondition| policy.precondition_row(precondition).id.to_string()).collect()
}
