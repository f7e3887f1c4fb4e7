//! Runs the examples of a rule: what its documents give, in the form in which rules' files write it down.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use crate::facts::EmptyProject;
use crate::findings::{Anchor, Finding, Neighbour};
use crate::json::Limits;
use crate::policy::Example;
use crate::workspace::judge::{Depth, Examined, Judge, Judgement, Subject, Witness};

pub use crate::workspace::judge::Seen;
use crate::workspace::threads::Threads;
use crate::workspace::together::{Around, Member, Together};

/// What an example gave.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The reported findings, in order: `[FILE ]CODE[:variant] POINTER ANCHOR[ for SUBJECT][ rel [FILE:]POINTER ANCHOR]…`; files are
    /// named where the example names its documents.
    pub findings: Vec<String>,
    /// Every finding that fired, reported or not.
    pub seen: Vec<Seen>,
    /// What became of each document.
    pub judgements: Vec<Judgement>,
    /// The documents, for places in others.
    pub around: Around,
}

/// Runs an example: its documents together, in a project that holds nothing else. A document without a name has no context.
pub fn run(judge: &mut Judge, example: &Example) -> Outcome {
    let (as_of, limits) = (judge.as_of, judge.limits);
    judge.as_of = example.as_of.unwrap_or_else(|| default_day(judge));
    if let Some(most) = example.max_values.and_then(|most| usize::try_from(most).ok()) {
        judge.limits = Limits { max_values: most, ..limits };
    }
    let seen = Mutex::new(Vec::new());
    let witness = |one: Seen| seen.lock().unwrap_or_else(PoisonError::into_inner).push(one);
    let (judgements, around) = judged(judge, example, &witness);
    (judge.as_of, judge.limits) = (as_of, limits);
    let seen = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
    Outcome { findings: written(example, &judgements, &around), seen, judgements, around }
}

fn judged(judge: &Judge, example: &Example, witness: Witness<'_>) -> (Vec<Judgement>, Around) {
    let one = |(name, bytes): &(Box<str>, Vec<u8>)| {
        let path: Arc<str> = name.as_ref().into();
        let name = Neighbour { file: None, path: Arc::clone(&path), project_path: path };
        let Examined { judgement, outlook } = examined(judge, example, &name.path, bytes, witness);
        (judgement, Member { name: Arc::new(name), outlook, context: 0, seen: true })
    };
    let (mut judgements, members): (Vec<Judgement>, Vec<Member>) = example.files.iter().map(one).unzip();
    let whole = [example.named];
    let together = Together::new(members, &whole);
    let threads = Threads::new(1);
    together.conclude(judgements.iter_mut().collect(), |_| Some(judge), &threads, witness);
    (judgements, together.into_around(&threads))
}

fn examined(judge: &Judge, example: &Example, path: &str, bytes: &[u8], witness: Witness<'_>) -> Examined {
    let subject = Subject { path, surroundings: &EmptyProject, depth: Depth::Full, ask: None };
    match example.max_size {
        Some(limit) if bytes.len() as u64 > limit => judge.too_large(limit, subject, witness),
        _ => judge.examine(bytes, subject, witness),
    }
}

fn default_day(judge: &Judge) -> crate::policy::Day {
    let first = judge.known.first().and_then(|index| judge.policies.get(*index));
    first.map_or(judge.as_of, |loaded| loaded.policy.examples_as_of())
}

/// The findings of all documents, as rules' files write them down.
fn written(example: &Example, judgements: &[Judgement], around: &Around) -> Vec<String> {
    let mut lines = Vec::new();
    for ((name, _), judgement) in example.files.iter().zip(judgements) {
        let file = if example.named { format!("{name} ") } else { String::new() };
        lines.extend(judgement.findings.iter().map(|finding| format!("{file}{}", line(finding, around))));
    }
    lines
}

fn line(finding: &Finding, around: &Around) -> String {
    let variant = finding.variant.map(|variant| format!(":{variant}")).unwrap_or_default();
    let mut text = format!("{}{variant} {} {}", finding.code, pointer(&finding.pointer), finding.anchor.as_str());
    if let Some(subject) = &finding.subject {
        text.push_str(" for ");
        text.push_str(pointer(subject));
    }
    for related in &finding.related {
        let _ = write!(text, " rel {} {}", pointer(&related.pointer), related.anchor.as_str());
    }
    for place in around.places(finding) {
        let (file, pointer) = (&place.document.path, place.landmark.pointer());
        let _ = write!(text, " rel {file}:{pointer} {}", Anchor::Value.as_str());
    }
    text
}

/// A pointer as rules' files write it: `#` for the root.
pub fn pointer(pointer: &str) -> &str {
    if pointer.is_empty() { "#" } else { pointer }
}
