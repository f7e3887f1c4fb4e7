//! Assessments beside a second way to come to them: from what a check reports, by the words of the definition.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kader::assess::{Advice, Ask, Outcome, Why};
use kader::policy::{Fit, Policy, Precondition, Vocab};
use kader::workspace::Judgement;
use serde_json::Value;

use crate::assess_whole::assessed;
use crate::support::{alone, judge, policy, repository};

const AS_OF: &str = "2026-01-01";
const ENTRY: [&str; 6] = ["V402", "V403", "V404", "V405", "V407", "V410"];
const OTHERS: [&str; 5] = ["L501", "L502", "L504", "V411", "V412"];

/// The documents below a folder, by their paths.
fn documents(folder: &Path, found: &mut BTreeMap<String, Value>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            documents(&path, found);
        } else if let Some(document) = std::fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
            found.insert(path.to_string_lossy().replace(['/', '.'], "-"), document);
        }
    }
}

/// The failing and passing examples of every rule, the agreements of the fixtures, and generated ones where they are.
fn all() -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for rule in policy().rules() {
        let examples = rule.examples().unwrap();
        for (number, example) in examples.fails.iter().chain(&examples.passes).enumerate() {
            for (name, bytes) in &example.files {
                if let Ok(document) = serde_json::from_slice(bytes) {
                    found.insert(format!("{}-{number}-{}", rule.code, name.replace(['/', '.'], "-")), document);
                }
            }
        }
    }
    documents(&repository("fixtures/agreements"), &mut found);
    documents(&repository("fixtures/assess"), &mut found);
    documents(&repository("fixtures/workspaces/land"), &mut found);
    let shared = repository("../shared/generated/documents");
    if shared.exists() {
        documents(&shared, &mut found);
    } else {
        eprintln!("skipped: {} is not there", shared.display());
    }
    found
}

/// What a check of one document in execution reports, without context.
struct Reported<'a> {
    policy: &'a Policy,
    document: &'a Value,
    judgement: Judgement,
}

impl Reported<'_> {
    /// Whether the second way can say something: what it reads is sound, and the document a general one that counts.
    fn is_plain(&self) -> bool {
        let findings = &self.judgement.findings;
        let quiet = |code: &str| ["D108", "D110", "D111"].contains(&code) || !code.starts_with(['S', 'D']);
        let sound = findings.iter().all(|finding| quiet(finding.code.as_str()) && finding.code.as_str() != "V408");
        let over = findings.iter().any(|finding| ["P215", "R318"].contains(&finding.code.as_str()));
        sound && !over && self.document.get("aanvullingOp").is_none()
    }

    /// The codes and subjects of what is reported of a cooperation, or of the document as a whole.
    fn about(&self, index: usize) -> impl Iterator<Item = (&str, &str)> {
        let own = format!("/samenwerkingen/{index}/");
        let mine = move |subject: &str| subject.starts_with(&own) || !subject.starts_with("/samenwerkingen/");
        let findings = self.judgement.findings.iter();
        findings.map(|finding| (finding.code.as_str(), finding.subject())).filter(move |(_, subject)| mine(subject))
    }

    /// The required preconditions that are met, and how many are required.
    fn met(&self, index: usize, required: &BTreeSet<&str>) -> BTreeSet<String> {
        let cooperation = &self.document["samenwerkingen"][index];
        let dimensions = cooperation["randvoorwaarden"].as_object().into_iter().flatten();
        let stated: BTreeSet<&str> = dimensions
            .flat_map(|(_, entries)| entries.as_object().into_iter().flatten())
            .filter(|(_, entry)| entry.as_object().is_some_and(|entry| !entry.is_empty()))
            .map(|(id, _)| id.as_str())
            .collect();
        let open: BTreeSet<&str> = self
            .about(index)
            .filter(|(code, _)| ENTRY.contains(code))
            .filter_map(|(_, subject)| subject.split('/').nth(5))
            .collect();
        required.intersection(&stated).filter(|id| !open.contains(**id)).map(|id| (*id).to_owned()).collect()
    }

    fn advice(&self, index: usize) -> Option<(Advice, usize, usize)> {
        let policy = self.policy;
        let cooperation = &self.document["samenwerkingen"][index];
        let task = policy.term(Vocab::CoreTask, cooperation["kerntaak"].as_str()?)?;
        let Some(profile) = cooperation["profiel"].as_str() else {
            return Some((Advice::None(Why::ProfileMissing), 0, 0));
        };
        let profile = policy.term(Vocab::Profile, profile)?;
        if policy.fit(task, profile) == Fit::Not {
            return Some((Advice::None(Why::InDoubt), 0, 0));
        }
        let holds = |right: &str| cooperation["lcms"][right].as_str().is_some_and(|right| right != "geen");
        let joins = policy.profile(profile).joins && cooperation["aansluiting"]["wijze"] == "via";
        let waived = joins && !holds("lezen") && !holds("schrijven");
        let id = |precondition: Precondition| &*policy.precondition_row(precondition).id;
        let required: BTreeSet<&str> = policy.required(profile, waived).map(id).collect();
        let met = self.met(index, &required).len();
        let against: BTreeSet<&str> =
            self.about(index).map(|(code, _)| code).filter(|code| OTHERS.contains(code)).collect();
        let outcome = if met == required.len() && against.is_empty() {
            Outcome::Positive
        } else if met * 4 >= required.len() * 3 && !against.contains("L504") {
            Outcome::Conditional
        } else {
            Outcome::Negative
        };
        let advice = if policy.profile(profile).assessable {
            Advice::Outcome(outcome)
        } else {
            Advice::None(Why::NotAssessable)
        };
        Some((advice, met, required.len()))
    }
}

/// Each document is judged by itself, in the phase of execution.
#[test]
fn what_a_check_reports_gives_the_same_outcomes() {
    let (judge, policy) = (judge(AS_OF), policy());
    let ask = Ask { outcomes_only: true, ..Ask::default() };
    let mut seen = BTreeMap::new();
    for (name, mut document) in all().into_iter().filter(|(_, document)| document["kader"] == policy.id()) {
        document["fase"] = "uitvoering".into();
        let text = document.to_string();
        let reported = Reported { policy: &policy, document: &document, judgement: alone(&judge, text.as_bytes()) };
        if !reported.is_plain() {
            continue;
        }
        for cooperation in &assessed(&judge, &text, &ask).cooperations {
            let Some((advice, met, required)) = reported.advice(cooperation.index) else { continue };
            assert_eq!(cooperation.advice, advice, "{name}/{}", cooperation.index);
            if let (Some(tally), true) = (&cooperation.tally, advice != Advice::None(Why::InDoubt)) {
                assert_eq!((tally.met.len(), tally.required()), (met, required), "{name}/{}", cooperation.index);
            }
            *seen.entry(format!("{advice:?}")).or_insert(0) += 1;
        }
    }
    let all: usize = seen.values().sum();
    assert!(all > 250 && seen.len() >= 5, "{seen:?}");
}
