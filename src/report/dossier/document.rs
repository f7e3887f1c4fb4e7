//! A document in words: its outcomes, what was found in it, and what its deviations accept.

use super::card::{Accepts, Card, Teller};
use super::tally::Tally;
use crate::report::assess::{self, Told};
use crate::report::source::Source;
use crate::workspace::Report;

/// A document.
pub(in crate::report) struct Document {
    /// Its number, from 1.
    pub(in crate::report) number: usize,
    /// Its path from the project root.
    pub(in crate::report) path: String,
    /// Its partner, where that is known.
    pub(in crate::report) partner: Option<String>,
    /// The cooperations with their outcomes; `None` where nothing can be said of them.
    pub(in crate::report) assessed: Option<Told>,
    /// What must be known before reading on, beside what is said of the outcomes.
    pub(in crate::report) remarks: Vec<String>,
    /// What was found, the most severe first.
    pub(in crate::report) cards: Vec<Card>,
    /// What its deviations accept.
    pub(in crate::report) accepts: Vec<Accepts>,
    /// What is shown of it.
    pub(in crate::report) tally: Tally,
}

impl Document {
    pub(in crate::report) fn of(source: &Source<'_>, report: &Report, number: usize) -> Self {
        let teller = source.words(report).map(|words| Teller::new(source, words));
        let cards = teller.as_ref().map(|teller| teller.cards(report)).unwrap_or_default();
        let accepts = teller.as_ref().map(|teller| teller.accepts(report)).unwrap_or_default();
        let mut tally = Tally { documents: 1, ..Tally::default() };
        for card in &cards {
            tally.count(card.level, card.findings.len());
        }
        tally.accepted = accepts.iter().map(|accepts| accepts.messages.len()).sum();
        let mut remarks = Vec::new();
        remarks.extend(own_day(source, report));
        if cards.is_empty() {
            remarks.push(clean(source, report, tally));
        }
        let assessed = assess::told(source.run, report, source.lang);
        let partner = report.judgement.assessed.as_ref().and_then(|assessed| assessed.partner.as_deref());
        let partner = partner.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let path = report.name.project_path.to_string();
        Self { number, path, partner, assessed, remarks, cards, accepts, tally }
    }

    /// How many findings it has of each level, in words; empty where it has none.
    pub(in crate::report) fn counted(&self, source: &Source<'_>) -> String {
        let levels = self.tally.by_level().filter(|(_, count)| *count > 0);
        levels.map(|(level, count)| source.levelled(level, count)).collect::<Vec<_>>().join(", ")
    }
}

/// The day of judgement, where a configuration gives the document another one than the run has.
fn own_day(source: &Source<'_>, report: &Report) -> Option<String> {
    let day = source.run.rulebooks.books.get(report.book)?.judge.as_of;
    let differs = day != source.run.rulebooks.as_of;
    differs.then(|| source.say("dossier-own-day", &[("day", day.to_string().into())]))
}

/// That nothing is to be shown, and why.
fn clean(source: &Source<'_>, report: &Report, tally: Tally) -> String {
    let why = match () {
        () if !report.judgement.findings.is_empty() => "hidden",
        () if !report.judgement.known.is_empty() => "known",
        () if tally.accepted > 0 => "accepted",
        () => "clean",
    };
    source.say("dossier-clean", &[("why", why.into())])
}
