//! What the summary tells of all documents: whose move it is, what deviations accept until when, and what is not shown.

use std::collections::BTreeMap;

use super::tally::Tally;
use super::{Dossier, Partner};
use crate::report::summary::{hidden, known};

/// Who must act on how many findings, the most first.
#[derive(Debug, Default)]
pub(in crate::report) struct Actors(pub(in crate::report) Vec<(String, Tally)>);

impl Actors {
    pub(in crate::report) fn of(partners: &[Partner]) -> Self {
        let mut actors: BTreeMap<&str, Tally> = BTreeMap::new();
        for card in partners.iter().flat_map(|partner| &partner.documents).flat_map(|document| &document.cards) {
            actors.entry(&card.actor).or_default().count(card.level, card.findings.len());
        }
        let mut actors: Vec<(String, Tally)> =
            actors.into_iter().map(|(label, tally)| (label.to_owned(), tally)).collect();
        actors.sort_by(|(one, a), (other, b)| b.findings().cmp(&a.findings()).then(one.cmp(other)));
        Self(actors)
    }

    /// The number of an actor, by which the page filters.
    pub(in crate::report) fn number(&self, label: &str) -> Option<usize> {
        self.0.iter().position(|(known, _)| known == label)
    }
}

impl Dossier<'_> {
    /// What was found, in a sentence.
    pub(in crate::report) fn found(&self) -> String {
        let documents = ("documents", self.tally.documents.into());
        if self.tally.findings() == 0 {
            let id = match (self.tally.documents, self.left().is_empty()) {
                (0, _) => "summary-no-document",
                (_, true) => "summary-clean",
                (_, false) => "dossier-none-shown",
            };
            return self.source.say(id, &[documents]);
        }
        let found = self.documents().filter(|document| document.tally.findings() > 0).count();
        let id = if found == self.tally.documents { "summary-found" } else { "summary-found-of" };
        self.source.say(id, &[("count", self.tally.findings().into()), ("found", found.into()), documents])
    }

    /// What was found and is not shown as a finding: in a baseline, or below the least level; a label and a text each.
    pub(in crate::report) fn left(&self) -> Vec<(String, String)> {
        let (source, counts) = (self.source, self.counts());
        let known = known(source, counts).map(|text| (source.say("summary-known", &[]), text));
        let hidden = hidden(source, counts).map(|text| (source.say("summary-hidden", &[]), text));
        known.into_iter().chain(hidden).collect()
    }

    /// Until when deviations accept how many findings, what ends first ahead; last those without an end.
    pub(in crate::report) fn ends(&self) -> Vec<String> {
        let mut ends: BTreeMap<(bool, &str), usize> = BTreeMap::new();
        for accepts in self.documents().flat_map(|document| &document.accepts) {
            let until = accepts.until.as_deref();
            *ends.entry((until.is_none(), until.unwrap_or_default())).or_default() += accepts.messages.len();
        }
        let told = |((endless, day), count): ((bool, &str), usize)| {
            let ends = if endless { "no" } else { "yes" };
            let args = [("ends", ends.into()), ("day", day.into()), ("count", count.into())];
            self.source.say("dossier-accepted-until", &args)
        };
        ends.into_iter().map(told).collect()
    }
}
