//! The formats of a check's report: each stands in a file of its own, and in the list here.

use std::io::{self, Write};

use super::source::Source;
use super::{azure, checkstyle, concise, dossier, full, github, gitlab, json, jsonl, junit, rdjson, sarif};

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
        dossier::markdown::FORMAT,
        dossier::html::FORMAT,
    ];

    /// Those that tell what the tool would advise, too: a run is asked to assess where one of them is written, and only there.
    const WITH_OUTCOMES: [Self; 2] = [dossier::markdown::FORMAT, dossier::html::FORMAT];

    /// Those of which each text is broken where it would be a command to the runner of a pipeline: such as are made of commands themselves, and
    /// such as may be large.
    const GUARDED: [Self; 7] =
        [azure::FORMAT, github::FORMAT, gitlab::FORMAT, json::FORMAT, jsonl::FORMAT, rdjson::FORMAT, sarif::FORMAT];

    /// The format of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word == word)
    }

    /// Whether it breaks itself what would be a command to the runner of a pipeline in a text; any other report is written to a stream that
    /// does.
    #[must_use]
    pub fn guards_itself(self) -> bool {
        Self::GUARDED.iter().any(|format| format.word == self.word)
    }

    /// Whether it tells what the tool would advise on each cooperation.
    #[must_use]
    pub fn has_outcomes(self) -> bool {
        Self::WITH_OUTCOMES.iter().any(|format| format.word == self.word)
    }
}
