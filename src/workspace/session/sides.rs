//! The documents of one context and one policy, beside each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::Entry;
use crate::facts::{Exports, Index, Ties, View};
use crate::model::landmark::DocumentId;
use crate::policy::{Day, Policy};

/// Who belongs together among the documents of a side.
#[derive(Default)]
pub(super) struct Side {
    /// All, ascending.
    all: Vec<DocumentId>,
    /// Those that the others see, ascending.
    members: Vec<DocumentId>,
    /// By the day of judgement.
    indexes: BTreeMap<Day, Index>,
    /// Made when they are first asked for: nothing has been changed until then.
    ties: OnceLock<Ties>,
}

impl Side {
    /// Adds a document, before any index is made.
    pub(super) fn add(&mut self, document: DocumentId, entry: &Entry) {
        self.all.push(document);
        if entry.seen {
            self.members.push(document);
        }
    }

    /// Makes what the next change is looked up in.
    pub(super) fn make_ready(&self, entries: &[Arc<Entry>], policy: &Policy) {
        self.ties(entries, policy);
    }

    fn ties(&self, entries: &[Arc<Entry>], policy: &Policy) -> &Ties {
        self.ties.get_or_init(|| {
            let mut ties = Ties::default();
            for (document, exports) in members(&self.all, entries) {
                ties.add(document, exports, policy);
            }
            ties
        })
    }

    /// Makes the index of a day, where there is none yet.
    pub(super) fn on(&mut self, day: Day, entries: &[Arc<Entry>]) {
        if !self.indexes.contains_key(&day) {
            let members = members(&self.members, entries);
            self.indexes.insert(day, Index::new(&members, day.into()));
        }
    }

    /// Takes in that a document exports something else; gives all documents on which that may bear. `entries` hold what it exports now.
    pub(super) fn update(
        &mut self,
        document: DocumentId,
        (old, new): (&Exports, &Exports),
        entries: &[Arc<Entry>],
        policy: &Policy,
    ) -> BTreeSet<DocumentId> {
        let mut found = BTreeSet::new();
        if let Some(ties) = self.ties.get_mut() {
            ties.remove(document, old, policy);
            ties.add(document, new, policy);
        }
        self.ties(entries, policy).of(old, policy, &mut found);
        self.ties(entries, policy).of(new, policy, &mut found);
        let Ok(position) = self.members.binary_search(&document) else { return found };
        let members = members(&self.members, entries);
        let mut turned = BTreeSet::new();
        for index in self.indexes.values_mut() {
            turned.extend(index.update(position, old, &members));
        }
        // Whether a document has been replaced is seen by all that look for it.
        for (document, exports) in turned.into_iter().filter_map(|at| members.get(at)) {
            found.insert(*document);
            self.ties(entries, policy).of(exports, policy, &mut found);
        }
        found
    }

    /// The documents that have a tie with what one exports.
    pub(super) fn tied(&self, exports: &Exports, entries: &[Arc<Entry>], policy: &Policy) -> BTreeSet<DocumentId> {
        let mut found = BTreeSet::new();
        self.ties(entries, policy).of(exports, policy, &mut found);
        found
    }

    /// The members with what they export, for [`Side::view`].
    pub(super) fn members<'e>(&self, entries: &'e [Arc<Entry>]) -> Vec<(DocumentId, &'e Exports)> {
        members(&self.members, entries)
    }

    /// What a document sees of the members on a day.
    pub(super) fn view<'e>(
        &'e self,
        members: &'e [(DocumentId, &'e Exports)],
        document: (DocumentId, &'e Exports),
        (day, whole): (Day, bool),
    ) -> Option<View<'e>> {
        Some(View::new((self.indexes.get(&day)?, members), document, whole))
    }
}

fn members<'e>(members: &[DocumentId], entries: &'e [Arc<Entry>]) -> Vec<(DocumentId, &'e Exports)> {
    let exports = |document: &DocumentId| {
        let outlook = entries.get(*document as usize)?.outlook.as_ref()?;
        Some((*document, &outlook.exports))
    };
    members.iter().filter_map(exports).collect()
}
