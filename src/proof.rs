//! Proves a policy: what its tables and rules say must hold, its examples and documents must give exactly their findings, its texts must have
//! their parameters, and its fixes must mend.

mod checks;
mod coverage;
mod examples;
mod fixes;
mod texts;

pub use coverage::{Branch, Coverage, coverage};

use std::ops::Range;

use crate::file::{Faults, FileFault};
use crate::policy::{Code, Examples, Library, PackSource, Policy, Rule};
use crate::rules::registry::CHECKS;
use crate::texts::Arg;
use crate::workspace::Judge;

/// What came of a proof.
#[derive(Debug, Default)]
pub struct Proof {
    /// Everything that is wrong, in the order of the files.
    pub faults: Vec<FileFault>,
    /// How many rules there are.
    pub rules: usize,
    /// How many examples were run.
    pub examples: usize,
    /// How many whole documents were checked.
    pub documents: usize,
}

/// A rule whose examples are to be run.
struct Proven {
    code: Code,
    file: Box<str>,
    text: String,
    examples: Examples,
}

/// Loads a pack with the checks that the engine knows.
///
/// # Errors
/// All faults that loading tells.
pub fn load(source: &PackSource, packs: &[PackSource]) -> Result<Policy, Vec<FileFault>> {
    let checks: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    Policy::load(source, &Library { packs, checks: Some(&checks) })
}

/// Looks at everything: the tables, the rules' files, the examples, the texts, the fixes, and the documents under `checks/`.
#[must_use]
pub fn check(source: &PackSource, packs: &[PackSource]) -> Proof {
    let policy = match load(source, packs) {
        Ok(policy) => policy,
        Err(faults) => return Proof { faults, ..Proof::default() },
    };
    let faults = policy.check();
    let mut proof = run(source, policy, true);
    proof.faults.splice(0..0, faults);
    proof
}

/// Runs the examples and the documents under `checks/` alone.
#[must_use]
pub fn test(source: &PackSource, policy: Policy) -> Proof {
    run(source, policy, false)
}

fn run(source: &PackSource, policy: Policy, all: bool) -> Proof {
    let proven = proven(&policy);
    let as_of = policy.examples_as_of();
    let mut proof = Proof { rules: policy.rules().len(), ..Proof::default() };
    let mut judge = Judge::new(policy, as_of);
    for rule in &proven {
        proof.examples += rule.examples.fails.len() + rule.examples.passes.len();
        proof.faults.extend(examples::faults(&mut judge, rule));
        if all {
            proof.faults.extend(texts::faults(&mut judge, rule));
            proof.faults.extend(fixes::faults(&mut judge, rule));
        }
    }
    let (documents, faults) = checks::faults(&mut judge, source);
    proof.documents = documents;
    proof.faults.extend(faults);
    proof
}

/// The rules whose examples speak of this policy: its own, and those of the engine's that name it.
fn proven(policy: &Policy) -> Vec<Proven> {
    let read = |rule: &Rule| {
        let examples = rule.examples().ok()?;
        Some(Proven { code: rule.code, file: rule.file().into(), text: rule.source().to_owned(), examples })
    };
    policy.rules().filter(|rule| policy.proves(rule)).filter_map(read).collect()
}

impl Proven {
    fn fault(&self, at: Range<usize>, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) -> FileFault {
        FileFault { file: self.file.clone(), span: Some(at), key, args }
    }

    /// The header of an example.
    fn header(&self, offset: usize) -> Range<usize> {
        let line = self.text.get(offset..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        offset..offset + line.trim_end().len()
    }
}

/// Says of a word that it is not in a list, with the nearest that is.
fn unknown(file: &str, word: &(&str, Range<usize>), list: &str, known: &[&str]) -> Vec<FileFault> {
    let mut faults = Faults::new(file);
    faults.unknown(word, list, known.iter().copied());
    faults.list
}
