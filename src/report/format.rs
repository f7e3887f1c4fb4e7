//! The formats of a check's report: each stands in a file of its own, and in the list here.

use std::io::{self, Write};

use super::source::Source;
use super::{concise, full, json};

/// A format of a check's report.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its word.
    pub word: &'static str,
    /// Writes a report.
    pub write: fn(&mut dyn Write, &Source<'_>) -> io::Result<()>,
    /// Whether it names what could not be checked.
    pub failures: Failures,
    /// Whether people read it as it is: then it counts findings by rule itself, where that is asked for.
    pub for_people: bool,
}

/// Whether a format names what could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failures {
    /// It does.
    Named,
    /// It does in its summary.
    Summed,
    /// It has no place for them.
    Nowhere,
}

impl Format {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 3] = [full::FORMAT, concise::FORMAT, json::FORMAT];

    /// The format of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word == word)
    }
}
