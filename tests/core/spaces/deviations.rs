//! What a deviation does, and that it does nothing else.

use std::path::PathBuf;

use kader::findings::deviation::at_or_below;
use kader::findings::fingerprint::Fingerprint;
use kader::findings::{Finding, Param};
use serde_json::{Value, json};

use super::document::{Damage, Document, Space};
use super::runs::{self, All, Baseline, Said, Seen};
use crate::dice::Dice;

/// The rules whose findings are open points of an assessment.
const OPEN: [&str; 10] = ["V400", "V401", "V402", "V403", "V404", "V405", "V410", "L501", "L502", "L504"];

/// How many deviations are added to each workspace, one at a time.
const TRIES: usize = 2;

/// Whether the catalogue allows a deviation from a rule; `None` where that depends on the document.
fn allowed(code: &str) -> Option<bool> {
    match code {
        "L504" | "T605" | "T606" | "T618" | "W701" => Some(false),
        "T610" => None,
        _ => Some(!matches!(code.as_bytes()[0], b'S' | b'D' | b'A')),
    }
}

/// `/samenwerkingen/<i>`, where a finding is about a cooperation.
fn cooperation(finding: &Finding) -> Option<&str> {
    let rest = finding.subject().strip_prefix("/samenwerkingen/")?;
    let digits = rest.find('/').unwrap_or(rest.len());
    Some(&finding.subject()["/samenwerkingen/".len()..][..digits])
}

fn is_verdict(finding: &Seen) -> bool {
    matches!(finding.code.as_str(), "T606" | "T618")
}

/// How many open points a verdict counts.
fn counted(verdict: &Finding) -> usize {
    let count = verdict.params.iter().find_map(|named| match named {
        ("count", Param::Number(count)) => usize::try_from(*count).ok(),
        _ => None,
    });
    count.unwrap()
}

/// What a verdict is, however many points it counts, and whether or not another cooperation on its core task has one.
fn bare(verdict: &Seen) -> Seen {
    let (params, related, fingerprint) = (Box::default(), Box::default(), Fingerprint::default());
    Seen { finding: Finding { params, related, fingerprint, ..verdict.finding.clone() }, ..verdict.clone() }
}

/// Each added deviation takes away what it names and nothing else.
pub(super) fn takes_away(space: &Space, baseline: &Baseline, dice: &mut Dice) {
    let before = &baseline.all;
    space.documents.iter().for_each(|document| counts_its_points(document, before));
    for _ in 0..TRIES {
        if let Some((at, finding)) = candidate(space, before, dice) {
            try_one(space, before, (at, &finding));
        }
    }
}

/// In execution every open point is reported, and a verdict counts those of its cooperation.
fn counts_its_points(document: &Document, all: &All) {
    let Some(said) = all.get(&PathBuf::from(document.file())) else { return };
    let execution = document.get("fase").is_some_and(|phase| phase == "uitvoering");
    for verdict in said.findings.iter().filter(|finding| execution && is_verdict(finding)) {
        let of = |point: &&Seen| OPEN.contains(&point.code.as_str()) && cooperation(point) == cooperation(verdict);
        let points = said.findings.iter().filter(of).count();
        assert_eq!(counted(verdict), points, "{verdict:?}");
    }
}

/// A finding that no other of its document is at or below, and its document.
fn candidate(space: &Space, all: &All, dice: &mut Dice) -> Option<(usize, Seen)> {
    let at = dice.below(space.documents.len());
    let document = &space.documents[at];
    let said = all.get(&PathBuf::from(document.file()))?;
    let single = |finding: &&Seen| {
        let same = |other: &&Seen| other.code == finding.code && at_or_below(other.subject(), finding.subject());
        document.damage == Damage::None
            && finding.code.as_str() != "T610"
            && said.all().filter(same).count() == 1
            && document.get("kader").and_then(Value::as_str) != Some("onbekend-kader")
    };
    let mut single: Vec<&Seen> = said.findings.iter().filter(single).collect();
    // A document that has a verdict: rather one of the points on which it rests.
    if said.findings.iter().any(is_verdict) && dice.once_in(2) {
        single.retain(|finding| OPEN.contains(&finding.code.as_str()));
    }
    (!single.is_empty()).then(|| (at, single[dice.below(single.len())].clone()))
}

/// Leaves fingerprints out where another document has the same id: documents that share one count their findings together.
fn namesakes(space: &Space, document: &Document, both: [&mut All; 2]) {
    let share = |other: &&Document| other.get("id").is_some_and(|id| document.get("id") == Some(id));
    let files: Vec<PathBuf> = space.documents.iter().filter(share).map(|other| other.file().into()).collect();
    for all in both {
        let some = all.iter_mut().filter(|(file, _)| files.contains(file));
        let seen = some.flat_map(|(_, said)| said.all_mut());
        seen.for_each(|seen| seen.finding.fingerprint = Fingerprint::default());
    }
}

fn try_one(space: &Space, before: &All, (at, finding): (usize, &Seen)) {
    let mut document = space.documents[at].clone();
    let item = json!({ "regel": finding.code.as_str(), "pad": finding.subject(), "toelichting": "Zo is het", "akkoord": "Bestuur" });
    document.deviations.push(item);
    let index = document.deviations.len() - 1;
    let file = PathBuf::from(document.file());
    let mut after = runs::of(&space.with(at, document.clone()));
    let mut expected = before.clone();
    let (own, theirs) = (expected.remove(&file).unwrap(), after.remove(&file).unwrap());
    let about = format!("{} {} in {}\n{}", finding.code.as_str(), finding.subject(), file.display(), document.text());
    namesakes(space, &document, [&mut after, &mut expected]);
    runs::alike(&after, &expected, &about);
    match allowed(finding.code.as_str()) {
        Some(true) => goes(&own, &theirs, (index, finding), &about),
        _ => stays(&own, &theirs, index, &about),
    }
}

/// The same findings. How a deviation is taken out hangs on those beside it.
fn equal(one: &[Seen], other: &[Seen], about: &str) {
    let [one, other] = [one, other].map(|list| {
        let mut list = list.to_vec();
        let own = list.iter_mut().filter(|seen| at_or_below(&seen.finding.pointer, "/afwijkingen"));
        own.for_each(|seen| seen.finding.fixes = Box::default());
        list
    });
    runs::equal(&one, &other, about);
}

/// The rule allows no deviation: that is said, and nothing else changes.
fn stays(before: &Said, after: &Said, index: usize, about: &str) {
    let place = format!("/afwijkingen/{index}/regel");
    let (said, rest): (Vec<Seen>, Vec<Seen>) = after.findings.iter().cloned().partition(|new| *new.pointer == *place);
    let codes: Vec<&str> = said.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["A804"], "{about}");
    equal(&rest, &before.findings, about);
    assert_eq!((&after.accepted, &after.deviations), (&before.accepted, &before.deviations), "{about}");
}

fn goes(before: &Said, after: &Said, (index, finding): (usize, &Seen), about: &str) {
    let mut accepted = before.accepted.clone();
    let mut now = after.accepted.clone();
    let new = now.iter().position(|(by, _)| *by == index).unwrap_or_else(|| panic!("not accepted: {about}"));
    assert_eq!(now.remove(new).1, *finding, "{about}");
    assert_eq!(now, std::mem::take(&mut accepted), "{about}");
    let rested = |verdict: &Seen| {
        is_verdict(verdict) && OPEN.contains(&finding.code.as_str()) && cooperation(verdict) == cooperation(finding)
    };
    let mut expected: Vec<Seen> = before.findings.iter().filter(|old| *old != finding).cloned().collect();
    expected.retain(|old| !rested(old) || counted(old) != 1);
    let mut findings = after.findings.clone();
    for verdict in expected.iter_mut().chain(&mut findings).filter(|verdict| is_verdict(verdict)) {
        let whole = std::mem::replace(verdict, bare(verdict));
        if !rested(verdict) {
            *verdict = Seen { finding: Finding { fingerprint: Fingerprint::default(), ..whole.finding }, ..whole };
        }
    }
    equal(&findings, &expected, about);
}

/// What the last deviation of a document accepted comes back without it.
pub(super) fn comes_back(space: &Space, baseline: &Baseline, dice: &mut Dice) {
    let has = |document: &Document| document.damage == Damage::None && !document.deviations.is_empty();
    let some: Vec<usize> = (0..space.documents.len()).filter(|at| has(&space.documents[*at])).collect();
    if some.is_empty() {
        return;
    }
    let at = dice.of(&some);
    let mut document = space.documents[at].clone();
    document.deviations.pop();
    let index = document.deviations.len();
    let file = PathBuf::from(document.file());
    let mut after = runs::of(&space.with(at, document));
    let mut expected = baseline.all.clone();
    let (own, theirs) = (expected.remove(&file).unwrap(), after.remove(&file).unwrap());
    namesakes(space, &space.documents[at], [&mut after, &mut expected]);
    runs::alike(&after, &expected, "another document");
    is_back(&own, &theirs, index, &file);
}

fn is_back(before: &Said, after: &Said, index: usize, file: &std::path::Path) {
    let about = file.display();
    let (back, kept): (Vec<_>, Vec<_>) = before.accepted.iter().cloned().partition(|(by, _)| *by == index);
    assert_eq!(after.accepted, kept, "{about}");
    let place = format!("/afwijkingen/{index}");
    let gone = |finding: &&Seen| !at_or_below(&finding.pointer, &place);
    let mut expected: Vec<Seen> = before.findings.iter().filter(gone).cloned().collect();
    expected.extend(back.iter().map(|(_, finding)| finding.clone()));
    let key = |finding: &Seen| (finding.range.map(|range| range.start), finding.code, format!("{finding:?}"));
    let [mut expected, mut findings] = [expected, after.findings.clone()];
    let names = |word: &Said| word.deviations.iter().any(|by| by.index == index && OPEN.contains(&by.rule.as_str()));
    let rested = names(before);
    for verdict in expected.iter().filter(|finding| rested && is_verdict(finding)).map(bare) {
        assert!(findings.iter().any(|finding| bare(finding) == verdict), "{about}: {verdict:?}");
    }
    for list in [&mut expected, &mut findings] {
        // Points that are not reported count, too: whether a verdict comes is seen where a deviation is added.
        list.retain(|finding| !rested || !is_verdict(finding));
        list.sort_by_key(key);
    }
    equal(&findings, &expected, &about.to_string());
}
