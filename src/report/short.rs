//! A finding in short, for the `json` of commands beside `check`, which shows all of it.

use serde::Serialize;

use crate::findings as core;
use crate::report::Words;
use crate::report::json::Range;

/// A frozen struct: its names and order are a promise of every schema that has it.
#[derive(Serialize)]
pub(super) struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: String,
    pointer: &'a str,
    subject: &'a str,
    range: Option<Range>,
    fingerprint: String,
}

impl<'a> Finding<'a> {
    /// A finding in the words of its policy.
    pub(super) fn of(finding: &'a core::Finding, words: Words<'_>) -> Self {
        Self {
            code: finding.code.as_str(),
            severity: finding.level.as_str(),
            message: words.message(finding),
            pointer: &finding.pointer,
            subject: finding.subject(),
            range: finding.range.map(Range::of),
            fingerprint: finding.fingerprint.to_string(),
        }
    }
}
