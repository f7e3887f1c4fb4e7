//! What the reports for people share: what they are made of, and the words that stand in several of them.

use crate::findings::{Accepted, Deviation, Finding, Range};
use crate::policy::{Lang, Level, Policy};
use crate::report::Words;
use crate::system::System;
use crate::text::visible;
use crate::texts::{Args, Texts};
use crate::workspace::{Report, Run};

/// The width of a report that goes to no terminal, in columns.
pub const DEFAULT_WIDTH: usize = 100;

/// The least width that reports are laid out for, in columns; on a narrower terminal lines run over.
pub(super) const MIN_WIDTH: usize = 40;

/// The most columns of running text: longer lines are hard to read.
pub(super) const MAX_PROSE: usize = 110;

/// What a report for people is made of.
pub struct Source<'a> {
    /// The run.
    pub run: &'a Run,
    /// The reader's language.
    pub lang: Lang,
    /// Findings below this level are counted and not shown.
    pub min_severity: Level,
    /// Whether colours are written.
    pub color: bool,
    /// Whether telephone numbers and the like are masked in excerpts.
    pub redact: bool,
    /// The terminal's width in columns; [`DEFAULT_WIDTH`] where there is none.
    pub width: usize,
    /// Where documents are read again for their excerpts.
    pub system: &'a dyn System,
}

impl<'a> Source<'a> {
    /// Columns for excerpts.
    pub(super) fn columns(&self) -> usize {
        self.width.max(MIN_WIDTH)
    }

    /// Columns for running text.
    pub(super) fn prose(&self) -> usize {
        self.columns().min(MAX_PROSE)
    }

    /// One of the program's own texts.
    pub(super) fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    /// A text about a number of things, given as `count`.
    pub(super) fn count(&self, id: &str, count: usize) -> String {
        self.say(id, &[("count", count.into())])
    }

    /// "2 errors"
    pub(super) fn levelled(&self, level: Level, count: usize) -> String {
        self.say("summary-level", &[("level", level.as_str().into()), ("count", count.into())])
    }

    /// The policy by which a document was judged.
    pub(super) fn policy(&self, report: &Report) -> Option<&'a Policy> {
        let index = report.judgement.policy.unwrap_or_default();
        self.run.rulebooks.policies.get(index).map(|loaded| &loaded.policy)
    }

    /// The texts of a document's findings.
    pub(super) fn words(&self, report: &Report) -> Option<Words<'a>> {
        self.policy(report).map(|policy| Words { policy, lang: self.lang })
    }

    /// The findings of a document that are shown.
    pub(super) fn shown<'r>(&self, report: &'r Report) -> impl Iterator<Item = &'r Finding> + use<'r> {
        let least = self.min_severity;
        report.judgement.findings.iter().filter(move |finding| finding.level >= least)
    }

    /// The accepted findings of a document that are shown, each with its deviation.
    pub(super) fn accepted<'r>(
        &self,
        report: &'r Report,
    ) -> impl Iterator<Item = (&'r Accepted, &'r Deviation)> + use<'r> {
        let least = self.min_severity;
        report.judgement.accepted().filter(move |(accepted, _)| accepted.finding.level >= least)
    }
}

/// A place for people: `path:line:column`, the path alone for a file as a whole.
pub(super) fn located(path: &str, range: Option<Range>) -> String {
    match range {
        Some(range) => format!("{}:{}:{}", visible(path), range.start.line, range.start.column),
        None => visible(path).into_owned(),
    }
}
