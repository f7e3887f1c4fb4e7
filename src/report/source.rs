//! What a report of a check is made of, whatever its format.

use crate::findings::{Accepted, Deviation, Finding};
use crate::policy::{Lang, Level, Policy};
use crate::report::Words;
use crate::system::System;
use crate::text::visible;
use crate::texts::{Args, Texts};
use crate::workspace::{Report, Run, Threads};

/// How many documents are put into words at once.
const AT_ONCE: usize = 256;

/// What a report of a check is made of.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Source<'a> {
    /// The run.
    pub run: &'a Run,
    /// The reader's language.
    pub lang: Lang,
    /// Findings below this level are counted and not shown.
    pub min_severity: Level,
    /// The threads on which documents are put into words.
    pub threads: &'a Threads,
    /// Where documents are read again for their excerpts.
    pub system: &'a dyn System,
    /// Whether colours are written.
    pub color: bool,
    /// The terminal's width in columns; [`super::terminal::DEFAULT_WIDTH`] where there is none.
    pub width: usize,
    /// Whether telephone numbers and the like are masked in excerpts.
    pub redact: bool,
    /// Whether summaries for people are left out.
    pub quiet: bool,
    /// Whether findings are counted by rule, for people.
    pub statistics: bool,
    /// Whether `sarif` has what deviations accept as results that are suppressed.
    pub suppressions: bool,
}

impl<'a> Source<'a> {
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

    /// What `work` makes of each document and its number, in their order: some at once, so that a large run needs no second copy in memory.
    pub(super) fn each<'s, T: Send + 's>(
        &'s self,
        work: impl Fn(usize, &'a Report) -> T + Sync + Send + 's,
    ) -> impl Iterator<Item = T> + 's {
        let numbered = |(chunk, some): (usize, &'a [Report])| (chunk * AT_ONCE..).zip(some).collect::<Vec<_>>();
        let chunks = self.run.reports.chunks(AT_ONCE).enumerate().map(numbered);
        chunks.flat_map(move |some| self.threads.map(some, |(at, report)| work(at, report)))
    }

    /// The policy by which a document was judged.
    pub(super) fn policy(&self, report: &Report) -> Option<&'a Policy> {
        self.run.policy_of(report)
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

    /// Why a deviation accepts what it covers, who approved, and until when: on one line that shows what is hidden.
    pub(super) fn reason(&self, by: &Deviation) -> String {
        let shown = |text: &str| visible(text).into_owned();
        let mut parts =
            vec![format!("{} ({})", visible(&by.reason.replace("\r\n", " ").replace('\n', " ")), by.pointer())];
        parts.extend(by.approved_by.as_deref().map(|name| self.say("accepted-by", &[("name", shown(name).into())])));
        parts.extend(by.until.as_deref().map(|day| self.say("accepted-until", &[("day", shown(day).into())])));
        parts.join("; ")
    }
}
