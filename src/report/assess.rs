//! What `kader assess` reports: one file a format.

mod full;
mod html;
mod json;
mod markdown;
mod told;
mod totals;

use std::io::{self, Write};

pub(super) use told::{Cooperating, Document as Told, capital};

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

/// The cooperations of a document with their outcomes in words, for reports on more than these; `None` where the run was not asked to
/// assess, or nothing can be said.
pub(super) fn told(run: &Run, report: &Report, lang: Lang) -> Option<Told> {
    report.judgement.assessed.as_ref()?;
    let source = Source { run, ask: &Ask::default(), lang, quiet: false };
    Some(Told::of(report, &source, told::Ticks::Aside))
}

impl<'a> Source<'a> {
    /// One of the program's own texts.
    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    /// The policy by which a document was judged.
    fn policy(&self, report: &Report) -> Option<&'a Policy> {
        self.run.policy_of(report)
    }
}

/// The formats of an assessment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, on a terminal.
    #[default]
    Full,
    /// For programs, version 1.
    Json,
    /// For people, in their documents.
    Markdown,
    /// For people, as a page.
    Html,
}

impl Format {
    /// All of them; the first is the usual one.
    pub const ALL: [Self; 4] = [Self::Full, Self::Json, Self::Markdown, Self::Html];

    /// Its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// Writes an assessment; a terminal has colours, or has not, and so many columns.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(self, out: &mut dyn Write, source: &Source<'_>, terminal: (bool, usize)) -> io::Result<()> {
        match self {
            Self::Full => full::write(out, source, terminal),
            Self::Json => json::write(out, source),
            Self::Markdown => markdown::write(out, source),
            Self::Html => html::write(out, source),
        }
    }
}
