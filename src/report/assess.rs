//! What `kader assess` reports: one file a format.

mod full;
mod html;
mod json;
mod markdown;
mod told;
mod totals;

use std::io::{self, Write};

pub(super) use told::capital;

use crate::assess::Ask;
use crate::policy::{Lang, Policy};
use crate::texts::{Args, Texts};
use crate::workspace::{Report, Run};

/// What a report on an assessment is made of.
pub struct Source<'a> {
    /// The run, which was asked to assess.
    pub run: &'a Run,
    /// What was asked.
    pub ask: &'a Ask,
    /// The language of the texts.
    pub lang: Lang,
    /// Whether the totals are left out.
    pub quiet: bool,
}

impl<'a> Source<'a> {
    /// One of the program's own texts.
    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    /// The policy by which a document was judged.
    fn policy(&self, report: &Report) -> Option<&'a Policy> {
        let index = report.judgement.policy.unwrap_or_default();
        self.run.rulebooks.policies.get(index).map(|loaded| &loaded.policy)
    }
}

/// Writes it for a terminal, with or without colours, in so many columns.
///
/// # Errors
/// Those of the writer.
pub fn full(out: &mut dyn Write, source: &Source<'_>, dress: (bool, usize)) -> io::Result<()> {
    full::write(out, source, dress)
}

/// Writes it as `json`, version 1.
///
/// # Errors
/// Those of the writer.
pub fn json(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    json::write(out, source)
}

/// Writes it as Markdown.
///
/// # Errors
/// Those of the writer.
pub fn markdown(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    markdown::write(out, source)
}

/// Writes it as a page.
///
/// # Errors
/// Those of the writer.
pub fn html(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    html::write(out, source)
}
