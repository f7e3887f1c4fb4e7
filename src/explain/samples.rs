//! The examples of a rule with what they give, as plain data.

use std::sync::Arc;

use crate::findings::{Finding, Range};
use crate::policy::{Code, Example};
use crate::workspace::together::{Around, Place};
use crate::workspace::{Judge, Loaded, examples};

/// An example that was run.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its documents, by the bytes of their names.
    pub documents: Vec<Sampled>,
    /// Whether the example names its documents.
    pub named: bool,
    /// Whether it shows what puts a failing example right.
    pub remedy: bool,
}

/// A document of an example.
#[derive(Debug, Clone)]
pub struct Sampled {
    /// The name of its file.
    pub name: Box<str>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was found in it, in order.
    pub findings: Vec<Finding>,
    /// For each of these the places in other documents that explain it.
    pub elsewhere: Vec<Vec<Elsewhere>>,
}

/// A place in another document of an example.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// The name of the document's file.
    pub name: Box<str>,
    /// The key of what is said of it, under `related` in the rule's texts.
    pub label: &'static str,
    /// Where.
    pub range: Range,
}

/// The examples of a rule.
#[derive(Clone, Default)]
pub struct Samples {
    /// Those in which it fires.
    pub fails: Vec<Sample>,
    /// Those in which it does not.
    pub passes: Vec<Sample>,
    /// The policy in whose words they are, where that is not the one that has the rule.
    pub lender: Option<Arc<Loaded>>,
}

/// Runs the examples of a policy's rule, by the policy whose documents they are: its own, else the first other one that proves it; none
/// where there is no such policy.
pub fn samples(own: &Arc<Loaded>, others: &[Arc<Loaded>], code: Code) -> Samples {
    let proves = |loaded: &&Arc<Loaded>| loaded.policy.rule(code).is_some_and(|rule| loaded.policy.proves(rule));
    let Some(speaker) = [own].into_iter().chain(others).find(proves) else { return Samples::default() };
    let examples = speaker.policy.rule(code).and_then(|rule| rule.examples().ok()).unwrap_or_default();
    let as_of = speaker.policy.examples_as_of();
    let mut judge = Judge::by(Arc::new(vec![Arc::clone(speaker)]), as_of);
    let mut sampled = |list: &[Example]| list.iter().map(|example| sample(&mut judge, example)).collect();
    let (fails, passes) = (sampled(&examples.fails), sampled(&examples.passes));
    Samples { fails, passes, lender: (!Arc::ptr_eq(own, speaker)).then(|| Arc::clone(speaker)) }
}

fn sample(judge: &mut Judge, example: &Example) -> Sample {
    let examples::Outcome { judgements, around, .. } = examples::run(judge, example);
    let documents = example.files.iter().zip(judgements).map(|((name, bytes), judgement)| Sampled {
        name: name.clone(),
        bytes: bytes.clone(),
        elsewhere: judgement.findings.iter().map(|finding| elsewhere(finding, &around)).collect(),
        findings: judgement.findings,
    });
    Sample { documents: documents.collect(), named: example.named, remedy: example.remedy }
}

/// The places of a finding in other documents.
fn elsewhere(finding: &Finding, around: &Around) -> Vec<Elsewhere> {
    let label = finding.elsewhere.as_ref().map(|elsewhere| elsewhere.label).unwrap_or_default();
    let place = |place: Place<'_>| Elsewhere { name: (&*place.document.path).into(), label, range: place.range };
    around.places(finding).map(place).collect()
}

impl Sample {
    /// The findings of a rule, in all documents.
    pub(super) fn of(&self, code: Code) -> impl Iterator<Item = &Finding> {
        self.documents.iter().flat_map(move |document| document.of(code))
    }

    /// The finding of a rule that has a variant.
    pub(super) fn with_variant(&self, code: Code, variant: &str) -> Option<&Finding> {
        self.of(code).find(|finding| finding.variant == Some(variant))
    }

    /// Whether a variant of a rule is found, and not the usual case.
    pub(super) fn special(&self, code: Code) -> bool {
        self.of(code).all(|finding| finding.variant.is_some())
    }

    /// How many findings are of other rules.
    pub(super) fn others(&self, code: Code) -> usize {
        self.documents.iter().flat_map(|document| &document.findings).filter(|finding| finding.code != code).count()
    }

    /// Whether everything that is found in it is found in another example, too.
    pub fn adds_nothing_to(&self, other: &Self) -> bool {
        let all = |sample: &Self| -> Vec<(Box<str>, Code, Box<str>)> {
            let of = |document: &Sampled| {
                let told = |finding: &Finding| (document.name.clone(), finding.code, finding.subject().into());
                document.findings.iter().map(told).collect::<Vec<_>>()
            };
            sample.documents.iter().flat_map(of).collect()
        };
        let known = all(other);
        all(self).iter().all(|found| known.contains(found))
    }

    /// The text of a document; empty where there is none of that name.
    pub(super) fn text(&self, name: &str) -> String {
        self.documents.iter().find(|document| &*document.name == name).map(Sampled::text).unwrap_or_default()
    }

    /// Whether another example has the same documents.
    pub(super) fn same(&self, other: &Self) -> bool {
        let plain = |sample: &Self| -> Vec<(Box<str>, Vec<u8>)> {
            sample.documents.iter().map(|document| (document.name.clone(), document.bytes.clone())).collect()
        };
        plain(self) == plain(other)
    }

    /// How much there is to read.
    pub(super) fn size(&self) -> usize {
        self.documents.iter().map(|document| document.bytes.len()).sum()
    }
}

impl Sampled {
    /// The findings of a rule.
    pub(super) fn of(&self, code: Code) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.code == code)
    }

    /// The same with the places in other documents that explain them.
    pub(super) fn placed(&self, code: Code) -> impl Iterator<Item = (&Finding, &[Elsewhere])> {
        let all = self.findings.iter().zip(self.elsewhere.iter().map(Vec::as_slice));
        all.filter(move |(finding, _)| finding.code == code)
    }

    /// The text; what is not UTF-8 is replaced.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
