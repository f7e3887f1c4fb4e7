//! Which of the preconditions of a profile are met, and which outcome follows.

use super::note::Note;
use super::{Next, Outcome};
use crate::policy::{Policy, Precondition};

/// What is met and what is open under a profile.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    /// The preconditions that are met, in the order of the table.
    pub met: Box<[Met]>,
    /// Those that are open, in the order of the table.
    pub open: Box<[Open]>,
    /// The other findings that bear on the outcome and that no deviation accepts, in the order of the catalogue.
    pub obstacles: Box<[Note]>,
}

/// A precondition that is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Which.
    pub precondition: Precondition,
    /// The rules from whose findings about it a deviation of the document departs: it is met by that deviation. Empty where it needs none.
    pub accepted: Box<[crate::policy::Code]>,
}

/// A precondition that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// Which.
    pub precondition: Precondition,
    /// What keeps it open.
    pub because: OpenBecause,
}

/// What keeps a precondition open.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenBecause {
    /// No entry has its id.
    Missing,
    /// A fault hides whether it stands there, or its status is missing or none.
    Unreadable,
    /// These findings about it, which no deviation accepts, in the order of the catalogue.
    Findings(Box<[Note]>),
}

impl Tally {
    /// The number of preconditions that the profile requires.
    #[must_use]
    pub fn required(&self) -> usize {
        self.met.len() + self.open.len()
    }
}
