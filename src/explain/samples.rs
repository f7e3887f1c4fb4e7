//! The examples of a rule with what they give, as plain data.

use crate::findings::Finding;
use crate::policy::{Code, Example};
use crate::workspace::{Judge, examples};

/// An example that was run.
#[derive(Debug, Clone)]
pub struct Sample {
    /// File name and bytes of each document.
    pub files: Vec<(Box<str>, Vec<u8>)>,
    /// What was found in the first document, in order.
    pub findings: Vec<Finding>,
}

/// The examples of a rule.
#[derive(Debug, Clone, Default)]
pub struct Samples {
    /// Those in which it fires.
    pub fails: Vec<Sample>,
    /// Those in which it does not.
    pub passes: Vec<Sample>,
}

/// Runs the examples of a rule; none where its file cannot be read.
pub fn samples(judge: &mut Judge, code: Code) -> Samples {
    let policy = judge.policies.first().map(|loaded| &loaded.policy);
    let examples = policy.and_then(|policy| policy.rule(code)).and_then(|rule| rule.examples().ok());
    let Some(examples) = examples else { return Samples::default() };
    let mut sampled = |list: &[Example]| list.iter().map(|example| sample(judge, example)).collect();
    Samples { fails: sampled(&examples.fails), passes: sampled(&examples.passes) }
}

fn sample(judge: &mut Judge, example: &Example) -> Sample {
    let first = examples::run(judge, example).judgements.into_iter().next().unwrap_or_default();
    Sample { files: example.files.clone(), findings: first.findings }
}

impl Sample {
    /// The findings of a rule.
    pub(super) fn of(&self, code: Code) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.code == code)
    }

    /// The finding of a rule that has a variant.
    pub(super) fn with_variant(&self, code: Code, variant: &str) -> Option<&Finding> {
        self.of(code).find(|finding| finding.variant == Some(variant))
    }

    /// Whether a variant of a rule is found, and not the usual case.
    pub(super) fn special(&self, code: Code) -> bool {
        self.of(code).all(|finding| finding.variant.is_some())
    }

    /// The text of the first document; what is not UTF-8 is replaced.
    pub(super) fn text(&self) -> String {
        self.files.first().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    /// How much there is to read.
    pub(super) fn size(&self) -> usize {
        self.files.iter().map(|(_, bytes)| bytes.len()).sum()
    }
}
