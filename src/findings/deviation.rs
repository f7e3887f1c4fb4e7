//! Deviations in force: which findings they accept, and what reports say of them.

use crate::findings::finding::Finding;
use crate::model::keys;
use crate::policy::Code;

/// A deviation that accepts findings: its rule is known and allows one, and its last day has not passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// 0-based, in `afwijkingen`.
    pub index: usize,
    /// The rule whose findings it accepts.
    pub rule: Code,
    /// It accepts only findings whose subject is at or below this pointer; empty for all.
    pub path: Box<str>,
    /// Why.
    pub reason: Box<str>,
    /// Who approved.
    pub approved_by: Option<Box<str>>,
    /// The last day, as written.
    pub until: Option<Box<str>>,
}

impl Deviation {
    /// Its own JSON Pointer, RFC 6901.
    pub fn pointer(&self) -> String {
        format!("/{}/{}", keys::DEVIATIONS, self.index)
    }

    /// Whether it accepts a finding of a rule about a subject.
    pub fn covers(&self, rule: Code, subject: &str) -> bool {
        self.rule == rule && at_or_below(subject, &self.path)
    }
}

/// Which of some deviations accept a finding of a rule about a subject, by their indexes.
pub fn covering<'d>(deviations: &'d [Deviation], rule: Code, subject: &'d str) -> impl Iterator<Item = usize> + 'd {
    let all = deviations.iter().enumerate();
    all.filter(move |(_, deviation)| deviation.covers(rule, subject)).map(|(at, _)| at)
}

/// Whether a pointer is another one, or leads to something inside what that one leads to.
pub fn at_or_below(pointer: &str, other: &str) -> bool {
    pointer.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A finding that a deviation accepts.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// The index in the document's list of deviations in force: the first one that covers the finding.
    pub deviation: usize,
    /// The finding.
    pub finding: Finding,
}

#[cfg(test)]
mod tests {
    use super::at_or_below;

    #[test]
    fn a_pointer_is_below_another_by_whole_tokens() {
        assert!(at_or_below("/a/b", ""));
        assert!(at_or_below("", ""));
        assert!(at_or_below("/a/b", "/a/b"));
        assert!(at_or_below("/a/b/0", "/a/b"));
        assert!(!at_or_below("/a/bc", "/a/b"));
        assert!(!at_or_below("/a", "/a/b"));
        assert!(!at_or_below("/samenwerkingen/10", "/samenwerkingen/1"));
    }
}
