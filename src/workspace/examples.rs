//! Runs the examples of a rule: what a document gives, in the form in which rules' files write it down.

use crate::facts::EmptyProject;
use crate::findings::{Raw, Spot};
use crate::json::{Limits, Tree};
use crate::policy::{Code, Example};
use crate::workspace::judge::{Judge, Judgement, Testimony};

/// What an example gave.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The reported findings, in order: `CODE[:variant] POINTER ANCHOR[ for SUBJECT][ rel POINTER ANCHOR]…`.
    pub findings: Vec<String>,
    /// Every raw finding, reported or not.
    pub seen: Vec<Seen>,
    /// What became of the document.
    pub judgement: Judgement,
}

/// Which branch of a rule an example reached.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// The rule.
    pub code: Code,
    /// The case of its check; empty where it has none.
    pub case: &'static str,
    /// The variant of its severity or actor.
    pub variant: Option<&'static str>,
    /// The alternative of its chain of places, 0-based.
    pub choice: u8,
}

/// Runs the first document of an example, alone in a project that holds nothing else.
pub fn run(judge: &mut Judge, example: &Example) -> Outcome {
    let (as_of, limits) = (judge.as_of, judge.limits);
    judge.as_of = example.as_of.unwrap_or_else(|| default_day(judge));
    if let Some(most) = example.max_values.and_then(|most| usize::try_from(most).ok()) {
        judge.limits = Limits { max_values: most, ..limits };
    }
    let mut outcome = Outcome::default();
    let mut witness = |testimony: Testimony<'_>| note(testimony, &mut outcome);
    if let Some((name, bytes)) = example.files.first() {
        outcome.judgement = match example.max_size {
            Some(limit) if bytes.len() as u64 > limit => judge.too_large_before(limit, name, &mut witness),
            _ => judge.judge_before(bytes, name, &EmptyProject, &mut witness),
        };
    }
    (judge.as_of, judge.limits) = (as_of, limits);
    outcome
}

fn default_day(judge: &Judge) -> crate::policy::Day {
    judge.policies.first().map_or(judge.as_of, |loaded| loaded.policy.examples_as_of())
}

fn note(testimony: Testimony<'_>, outcome: &mut Outcome) {
    let raw = testimony.raw;
    let seen = Seen { code: raw.code, case: raw.case, variant: raw.variant, choice: raw.place.choice };
    outcome.seen.push(seen);
    if testimony.level.is_some() {
        outcome.findings.push(written(raw, testimony.tree));
    }
}

/// A finding as rules' files write it down.
pub fn written(raw: &Raw, tree: &Tree) -> String {
    let spot = |spot: Spot| format!("{} {}", pointer(&spot.pointer(tree)), spot.anchor().as_str());
    let variant = raw.variant.map(|variant| format!(":{variant}")).unwrap_or_default();
    let mut text = format!("{}{variant} {}", raw.code, spot(raw.place.spot));
    let subject = raw.subject_pointer(tree);
    if subject != raw.place.spot.pointer(tree) {
        text.push_str(" for ");
        text.push_str(pointer(&subject));
    }
    for related in &raw.related {
        text.push_str(" rel ");
        text.push_str(&spot(related.spot));
    }
    text
}

/// A pointer as written: `#` for the root.
fn pointer(pointer: &str) -> &str {
    if pointer.is_empty() { "#" } else { pointer }
}
