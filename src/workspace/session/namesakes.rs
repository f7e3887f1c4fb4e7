//! Documents that share an `id` in a context: they count their findings together.

use std::collections::HashMap;

use super::Entry;
use crate::model::landmark::DocumentId;
use crate::workspace::together::ContextId;

/// The documents with an `id`, by it.
#[derive(Debug, Default)]
pub(super) struct Namesakes(HashMap<ContextId, HashMap<Box<str>, Vec<DocumentId>>>);

impl Namesakes {
    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds a document, where it has an `id`.
    pub(super) fn add(&mut self, document: DocumentId, entry: &Entry) {
        let Some(id) = &entry.base.id else { return };
        let group = self.0.entry(entry.context).or_default().entry(id.clone()).or_default();
        if let Err(at) = group.binary_search(&document) {
            group.insert(at, document);
        }
    }

    /// Takes a document out; `entry` is what it was added with.
    pub(super) fn remove(&mut self, document: DocumentId, entry: &Entry) {
        let Some(id) = &entry.base.id else { return };
        let Some(groups) = self.0.get_mut(&entry.context) else { return };
        let Some(group) = groups.get_mut(id) else { return };
        group.retain(|other| *other != document);
        if group.is_empty() {
            groups.remove(id);
        }
    }

    /// The documents with the `id` of one, ascending; it is among them.
    pub(super) fn of(&self, entry: &Entry) -> &[DocumentId] {
        let group = || self.0.get(&entry.context)?.get(entry.base.id.as_ref()?);
        group().map(Vec::as_slice).unwrap_or_default()
    }
}
