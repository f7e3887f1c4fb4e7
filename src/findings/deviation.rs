//! Deviations in force: which findings they accept, and what reports say of them.

use crate::findings::finding::{Finding, Range};
use crate::model::keys;
use crate::policy::{Code, Date, Day};

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
        pointer(self.index)
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

/// What has become of a deviation. Where several hold, it is the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It has a fault of its own, and accepts nothing.
    Faulty,
    /// It names no rule that there is.
    Unknown,
    /// Its rule allows none.
    NotAllowed,
    /// The agreement is over or has been replaced: nobody asks for the deviation any more.
    NotCurrent,
    /// Its last day has passed.
    Expired,
    /// Nothing fires that it covers.
    Unused,
    /// It accepts what it covers.
    InForce,
}

impl State {
    /// All states, the worst first.
    pub const ALL: [Self; 7] =
        [Self::Faulty, Self::Unknown, Self::NotAllowed, Self::NotCurrent, Self::Expired, Self::Unused, Self::InForce];

    /// The state's word, in every language.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Faulty => "faulty",
            Self::Unknown => "unknown-rule",
            Self::NotAllowed => "not-allowed",
            Self::NotCurrent => "not-current",
            Self::Expired => "expired",
            Self::Unused => "unused",
            Self::InForce => "in-force",
        }
    }
}

/// An entry of `afwijkingen` as the register of deviations has it, whatever has become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// 0-based, in `afwijkingen`.
    pub index: usize,
    /// What has become of it.
    pub state: State,
    /// `regel`, as written; `None` where it is no text.
    pub written: Option<Box<str>>,
    /// The rule that it names.
    pub rule: Option<Code>,
    /// `pad`; `None` for the whole document.
    pub path: Option<Box<str>>,
    /// `toelichting`
    pub reason: Option<Box<str>>,
    /// `akkoord`; an empty one counts as absent.
    pub approved_by: Option<Box<str>>,
    /// `tot` as written, and what it means where it is a date.
    pub until: Option<(Box<str>, Option<Date>)>,
    /// Where the entry stands.
    pub range: Option<Range>,
    /// Whether only the rules across documents can tell if it is unused.
    pub waits: bool,
}

impl Registered {
    /// Its own JSON Pointer, RFC 6901.
    pub fn pointer(&self) -> String {
        pointer(self.index)
    }

    /// The last day on which it may hold; `None` where it has no end, or none that can be read.
    pub fn last_day(&self) -> Option<Day> {
        self.until.as_ref().and_then(|(_, date)| *date).map(|date| date.last)
    }
}

/// The JSON Pointer of a deviation by its index.
fn pointer(index: usize) -> String {
    format!("/{}/{index}", keys::DEVIATIONS)
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
