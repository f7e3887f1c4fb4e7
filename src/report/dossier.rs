//! What `markdown` and `html` of a check say to people who read no code: a summary, and by partner each document with its outcome and what
//! was found.

pub(super) mod card;
pub(super) mod document;
pub(super) mod excerpts;
mod summary;
pub(super) mod tally;

use std::collections::{BTreeMap, HashMap};

use crate::policy::Policy;
use crate::report::assess::{Cooperating, capital};
use crate::report::source::Source;
use crate::report::undone::{Undone, undone};
use crate::workspace::Counts;

use card::Accepts;
use document::Document;
use summary::Actors;
use tally::Tally;

/// All that is said.
pub(super) struct Dossier<'a> {
    pub(super) source: &'a Source<'a>,
    /// By name; last those of which it is not known.
    pub(super) partners: Vec<Partner>,
    /// What is shown of all documents.
    pub(super) tally: Tally,
    /// Whose move it is.
    pub(super) actors: Actors,
    /// The numbers of the documents by their paths.
    pub(super) numbers: HashMap<String, usize>,
    /// What could not be checked.
    pub(super) undone: Vec<Undone<'a>>,
}

/// A partner with its documents.
pub(super) struct Partner {
    /// As its documents write its name, each way once; none where that is not known.
    pub(super) names: Vec<String>,
    /// By their paths.
    pub(super) documents: Vec<Document>,
    pub(super) tally: Tally,
}

/// What partners are told apart and sorted by: those without a known name come last. A name that agrees with none stands by itself.
type Key = (bool, String, usize);

impl<'a> Dossier<'a> {
    pub(super) fn of(source: &'a Source<'a>) -> Self {
        let reports = source.run.reports.iter().enumerate().collect();
        let documents = source.threads.map(reports, |(at, report)| Document::of(source, report, at + 1));
        let numbers = documents.iter().map(|document| (document.path.clone(), document.number)).collect();
        let mut partners: BTreeMap<Key, Partner> = BTreeMap::new();
        for document in documents {
            let entry = partners.entry(key(source, &document));
            let new = || Partner { names: Vec::new(), documents: Vec::new(), tally: Tally::default() };
            let partner = entry.or_insert_with(new);
            let name = document.partner.iter().filter(|name| !partner.names.contains(name));
            partner.names.extend(name.cloned().collect::<Vec<_>>());
            partner.tally.add(document.tally);
            partner.documents.push(document);
        }
        let partners: Vec<Partner> = partners.into_values().collect();
        let mut tally = Tally::default();
        for partner in &partners {
            tally.add(partner.tally);
        }
        let actors = Actors::of(&partners);
        Self { source, partners, tally, actors, numbers, undone: undone(source.run, source.lang) }
    }

    /// The documents of all partners.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Document> {
        self.partners.iter().flat_map(|partner| &partner.documents)
    }

    /// The policies that documents were judged by, with their versions; that of the run where there is no document.
    pub(super) fn policies(&self) -> String {
        let source = self.source;
        let policies = &source.run.rulebooks.policies;
        let used = |index: usize| {
            let mut reports = source.run.reports.iter();
            reports.any(|report| report.judgement.policy_of_texts() == index)
        };
        let used = policies.iter().enumerate().filter(|(index, _)| used(*index)).map(|(_, loaded)| &loaded.policy);
        let used: Vec<&Policy> = used.collect();
        let first = policies.first().map(|loaded| &loaded.policy).filter(|_| used.is_empty());
        let told = |policy: &Policy| {
            let (title, version) = (policy.title(source.lang).into(), policy.version().into());
            source.say("dossier-policy", &[("title", title), ("version", version)])
        };
        used.into_iter().chain(first).map(told).collect::<Vec<_>>().join("; ")
    }

    /// What the run found in all, whatever is shown of it.
    pub(super) fn counts(&self) -> Counts {
        Counts::of(self.source.run)
    }

    /// A heading of a section.
    pub(super) fn heading(&self, section: &'static str) -> String {
        self.source.say("dossier-section", &[("section", section.into())])
    }

    /// The head of a column.
    pub(super) fn column(&self, column: &'static str) -> String {
        self.source.say("dossier-column", &[("column", column.into())])
    }

    /// What a note is called.
    pub(super) fn label(&self, note: &'static str) -> String {
        self.source.say("dossier-note", &[("note", note.into())])
    }

    /// Until when a deviation holds.
    pub(super) fn until(&self, accepts: &Accepts) -> String {
        match &accepts.until {
            Some(day) => self.source.say("accepted-until", &[("day", day.as_str().into())]),
            None => self.source.say("dossier-no-end", &[]),
        }
    }

    /// What a partner is called.
    pub(super) fn name(&self, partner: &Partner) -> String {
        match partner.names.as_slice() {
            [] => self.source.say("dossier-no-partner", &[]),
            names => names.join("; "),
        }
    }
}

fn key(source: &Source<'_>, document: &Document) -> Key {
    let Some(name) = &document.partner else { return (true, String::new(), 0) };
    let policy = source.run.reports.get(document.number - 1).and_then(|report| source.policy(report));
    match policy.map(|policy| policy.words().party_key(name)).filter(|key| !key.is_empty()) {
        Some(key) => (false, key, 0),
        None => (false, name.clone(), document.number),
    }
}

/// What is said beside the outcome of a cooperation: how much is met, and why there is none.
pub(super) fn said(part: &Cooperating) -> impl Iterator<Item = String> {
    let remarks = [&part.count].into_iter().chain(&part.remarks).filter(|remark| !remark.is_empty());
    remarks.map(|remark| sentence(&capital(remark)))
}

/// A text as a sentence: with a full stop.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}
