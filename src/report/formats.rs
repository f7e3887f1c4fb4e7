//! The formats of a check's report: each stands in a file of its own, and in the list here.

mod azure;
mod checkstyle;
pub mod concise;
pub mod full;
mod github;
mod gitlab;
pub mod html;
pub mod json;
pub mod jsonl;
mod junit;
pub mod markdown;
pub mod rdjson;
pub mod sarif;

use std::io::{self, Write};
use std::path::PathBuf;

use super::source::Source;
use crate::system::System;

/// A format of a check's report.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its word.
    pub word: &'static str,
    /// Writes a report.
    pub write: fn(&mut dyn Write, &Source<'_>) -> io::Result<()>,
    /// Whether it names what could not be checked.
    pub failures: Failures,
    /// Whether it counts findings by rule itself, where that is asked for.
    pub counts_by_rule: bool,
    /// Whether it tells what the tool would advise on each cooperation: a run is asked to assess where such a format is written, and only
    /// there.
    pub has_outcomes: bool,
    /// Whether it breaks itself what would be a command to the runner of a pipeline in a text: such as are made of commands themselves, and
    /// such as may be large. Any other report is written to a stream that does.
    pub guards_itself: bool,
    /// What it adds to a file beside the report.
    pub beside: Option<Beside>,
}

/// What is added to a file beside a report, where the environment names one.
#[derive(Debug, Clone, Copy)]
pub struct Beside {
    /// The file.
    pub file: fn(&dyn System) -> Option<PathBuf>,
    /// What is added to it.
    pub text: fn(&Source<'_>) -> String,
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
    pub const ALL: [Self; 13] = [
        full::FORMAT,
        concise::FORMAT,
        json::FORMAT,
        jsonl::FORMAT,
        sarif::FORMAT,
        github::FORMAT,
        gitlab::FORMAT,
        junit::FORMAT,
        azure::FORMAT,
        rdjson::FORMAT,
        checkstyle::FORMAT,
        markdown::FORMAT,
        html::FORMAT,
    ];

    /// A format that leaves out what could not be checked, and has no more than that.
    pub(super) const fn new(word: &'static str, write: fn(&mut dyn Write, &Source<'_>) -> io::Result<()>) -> Self {
        let failures = Failures::Nowhere;
        let (counts_by_rule, has_outcomes, guards_itself) = (false, false, false);
        Self { word, write, failures, counts_by_rule, has_outcomes, guards_itself, beside: None }
    }

    /// The format of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word == word)
    }
}
