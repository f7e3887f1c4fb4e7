//! Proves a policy: what its tables and rules say must hold, its examples and documents must give exactly their findings, its texts must have
//! their parameters, and its fixes must mend.

mod checks;
mod compare;
mod coverage;
mod examples;
mod fixes;
mod texts;

pub use coverage::{Branch, Coverage};

use std::ops::Range;
use std::sync::Arc;

use crate::file::{Faults, FileFault};
use crate::policy::{Example, PackSource, Rule};
use crate::texts::Arg;
use crate::workspace::examples::{self as trials, Outcome};
use crate::workspace::{Judge, Loaded};

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

/// A policy put to the test: each of its examples and documents is run once, for all who want to know what came of it.
pub struct Trial<'a> {
    source: &'a PackSource,
    loaded: &'a Arc<Loaded>,
    rules: Vec<Proven<'a>>,
    /// The documents under `checks/`, as one example.
    documents: Ran,
}

/// A rule whose examples speak of the policy.
struct Proven<'a> {
    rule: &'a Rule,
    fails: Vec<Ran>,
    passes: Vec<Ran>,
}

/// An example with what it gave.
struct Ran {
    example: Example,
    outcome: Outcome,
}

impl<'a> Trial<'a> {
    /// Runs the examples and the documents of a pack by the policy that was loaded from it.
    #[must_use]
    pub fn new(source: &'a PackSource, loaded: &'a Arc<Loaded>) -> Self {
        let policy = &loaded.policy;
        let mut judge = judge(loaded);
        let mut ran = |example: Example| Ran { outcome: trials::run(&mut judge, &example), example };
        let mut proven = |rule: &'a Rule| {
            // Examples that cannot be read are faults of the rule's file.
            let examples = rule.examples().ok()?;
            let fails = examples.fails.into_iter().map(&mut ran).collect();
            Some(Proven { rule, fails, passes: examples.passes.into_iter().map(&mut ran).collect() })
        };
        let rules = policy.rules().filter(|rule| policy.proves(rule)).filter_map(&mut proven).collect();
        Self { source, loaded, rules, documents: ran(checks::documents(source)) }
    }

    /// What is wrong in everything: the tables, the rules' files, the examples, the texts, the fixes, and the documents under `checks/`.
    #[must_use]
    pub fn check(&self) -> Proof {
        let mut judge = judge(self.loaded);
        let policy = &self.loaded.policy;
        let mut proof = self.proof(|rule| {
            let mut faults = texts::faults(policy, rule);
            faults.extend(fixes::faults(&mut judge, rule));
            faults
        });
        proof.faults.splice(0..0, policy.check());
        proof
    }

    /// What is wrong in the examples and the documents under `checks/` alone.
    #[must_use]
    pub fn test(&self) -> Proof {
        self.proof(|_| Vec::new())
    }

    fn proof(&self, mut more: impl FnMut(&Proven<'_>) -> Vec<FileFault>) -> Proof {
        let mut faults = Vec::new();
        for rule in &self.rules {
            faults.extend(examples::faults(rule));
            faults.extend(more(rule));
        }
        faults.extend(checks::faults(self.source, &self.documents));
        let examples = self.rules.iter().map(|rule| rule.fails.len() + rule.passes.len()).sum();
        let (rules, documents) = (self.loaded.policy.rules().len(), self.documents.example.files.len());
        Proof { faults, rules, examples, documents }
    }
}

fn judge(loaded: &Arc<Loaded>) -> Judge {
    Judge::by(Arc::new(vec![Arc::clone(loaded)]), loaded.policy.examples_as_of())
}

impl Proven<'_> {
    fn fault(&self, at: Range<usize>, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) -> FileFault {
        FileFault { file: self.rule.file().into(), span: Some(at), key, args }
    }

    /// The header of an example.
    fn header(&self, example: &Example) -> Range<usize> {
        let start = example.offset;
        let line = self.rule.source().get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        start..start + line.trim_end().len()
    }
}

/// Says of a word that it is not in a list, with the nearest that is.
fn unknown(file: &str, word: &(&str, Range<usize>), list: &str, known: &[&str]) -> Vec<FileFault> {
    let mut faults = Faults::new(file);
    faults.unknown(word, list, known.iter().copied());
    faults.list
}
