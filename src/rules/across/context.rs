//! What a rule across documents sees, and where it puts what it found.

use crate::facts::{Exports, View};
use crate::findings::{Across as Finding, AcrossDraft};
use crate::policy::vocabulary::{Is, Term};
use crate::policy::{Code, Policy};

/// What a rule sees of one document and of those around it.
#[derive(Clone, Copy)]
pub struct Across<'a> {
    /// The policy of all of them.
    pub policy: &'a Policy,
    /// The document's view of the others.
    pub view: View<'a>,
}

impl<'a> Across<'a> {
    /// What the document itself exports.
    pub fn own(&self) -> &'a Exports {
        self.view.own()
    }

    /// Whether a term of the vocabulary has a meaning to the engine.
    pub fn is(&self, term: Term, meaning: Is) -> bool {
        self.policy.is(term, meaning)
    }
}

/// Where a rule across documents puts what it found.
#[derive(Debug)]
pub struct AcrossSink {
    code: Code,
    findings: Vec<Finding>,
}

impl AcrossSink {
    /// A sink for one rule.
    pub fn new(code: Code) -> Self {
        Self { code, findings: Vec::new() }
    }

    /// Puts a finding.
    pub fn emit(&mut self, draft: AcrossDraft) {
        self.findings.push(draft.of(self.code));
    }

    /// What was put.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
