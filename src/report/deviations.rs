//! The register of deviations: what documents deviate from, why, who approved, until when, and what that accepts.

mod json;
mod markdown;
mod sheet;

pub use json::write as json;
pub use markdown::write as markdown;
pub use sheet::sheet;

use crate::findings::deviation::at_or_below;
use crate::findings::{Accepted, Finding, Registered, State};
use crate::policy::{Day, Lang, Part, Policy, Rule};
use crate::report::Words;
use crate::text::visible;
use crate::texts::{Args, Texts};
use crate::workspace::{Judgement, Report, Run};

/// The length of a date that names a day.
const WHOLE: usize = "2026-01-31".len();

/// What the register is made of.
pub struct Source<'a> {
    /// The run.
    pub run: &'a Run,
    /// The reader's language.
    pub lang: Lang,
    /// Only deviations whose last day is at most so many days after the day of judgement, and those that it has passed.
    pub due_within: Option<u32>,
    /// Whether it says how many there are.
    pub counts: bool,
}

/// A deviation of the register.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) report: &'a Report,
    pub(super) entry: &'a Registered,
    /// The policy by which its document was judged.
    pub(super) policy: &'a Policy,
}

impl<'a> Source<'a> {
    /// The deviations that are shown, in the order of the documents.
    pub(super) fn rows(&self) -> Vec<Row<'a>> {
        let run = self.run;
        let of_report = |report: &'a Report| {
            let policy = run.policy_of(report);
            let entries = report.judgement.register.iter();
            entries.filter_map(move |entry| policy.map(|policy| Row { report, entry, policy }))
        };
        run.reports.iter().flat_map(of_report).filter(|row| self.shows(*row)).collect()
    }

    fn shows(&self, row: Row<'_>) -> bool {
        let Some(days) = self.due_within else { return true };
        let as_of = self.run.rulebooks.books.get(row.report.book).map_or(self.as_of(), |book| book.judge.as_of);
        row.entry.last_day().is_some_and(|last| last <= as_of.after(days))
    }

    /// The day of judgement where the run begins.
    pub(super) fn as_of(&self) -> Day {
        self.run.rulebooks.as_of
    }

    /// One of the program's own texts.
    pub(super) fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    /// What a state is called.
    pub(super) fn state(&self, state: State) -> String {
        self.say("deviations-state", &[("state", state.as_str().into())])
    }

    /// As [`Source::state`], with the last day where that says when.
    pub(super) fn state_of(&self, entry: &Registered) -> String {
        let until = entry.until.as_ref().filter(|_| says_when(entry.state));
        match until {
            Some((day, _)) => {
                // A year or a month ends with its last day.
                let whole = if day.len() == WHOLE { "yes" } else { "no" };
                let args = [
                    ("state", entry.state.as_str().into()),
                    ("day", visible(day).into_owned().into()),
                    ("whole", whole.into()),
                ];
                self.say("deviations-state-until", &args)
            }
            None => self.state(entry.state),
        }
    }

    /// How many there are, and how many of each state: the words stand in one sentence.
    pub(super) fn summary(&self, rows: &[Row<'_>]) -> String {
        let mut documents: Vec<&str> = rows.iter().map(|row| &*row.report.name.project_path).collect();
        documents.dedup();
        let args = [("count", rows.len().into()), ("documents", documents.len().into())];
        let mut text = self.say("deviations-count", &args);
        let counted = State::ALL.iter().rev().filter_map(|state| {
            let count = rows.iter().filter(|row| row.entry.state == *state).count();
            let args = [("state", state.as_str().into()), ("count", count.into())];
            (count > 0).then(|| self.say("deviations-state-count", &args))
        });
        let counted: Vec<String> = counted.collect();
        if !counted.is_empty() {
            text.push_str(": ");
            text.push_str(&counted.join(", "));
        }
        text
    }

    /// The sentence that says which deviations are shown; `None` for all.
    pub(super) fn choice(&self) -> Option<String> {
        let days = self.due_within?;
        let day = self.as_of().after(days).to_string();
        Some(self.say("deviations-due", &[("count", i64::from(days).into()), ("day", day.into())]))
    }
}

/// The pointers of earlier deviations that accept all that a deviation covers, so that nothing is left for it; none where it accepts
/// something, or covers nothing.
#[must_use]
pub fn earlier(judgement: &Judgement, entry: &Registered) -> Vec<String> {
    let rule = entry.rule.filter(|_| entry.state == State::InForce && judgement.accepted_by(entry).next().is_none());
    let Some(rule) = rule else { return Vec::new() };
    let path = entry.path.as_deref().unwrap_or_default();
    let covered = |accepted: &Accepted| accepted.finding.code == rule && at_or_below(accepted.finding.subject(), path);
    let mut pointers: Vec<String> =
        judgement.accepted().filter(|(accepted, _)| covered(accepted)).map(|(_, other)| other.pointer()).collect();
    pointers.sort();
    pointers.dedup();
    pointers
}

/// Whether a state's words hold the last day.
pub(super) fn says_when(state: State) -> bool {
    matches!(state, State::InForce | State::Expired | State::Unused)
}

impl<'a> Row<'a> {
    /// The rule that it names.
    pub(super) fn rule(&self) -> Option<&'a Rule> {
        self.policy.rule(self.entry.rule?)
    }

    /// The rule's title.
    pub(super) fn title(&self, lang: Lang) -> Option<String> {
        self.rule().map(|rule| rule.text(lang, Part::Title, &[]))
    }

    /// What it accepts.
    pub(super) fn accepts(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        self.report.judgement.accepted_by(self.entry)
    }

    /// The words of its findings.
    pub(super) fn words(&self, lang: Lang) -> Words<'a> {
        Words { policy: self.policy, lang }
    }
}
