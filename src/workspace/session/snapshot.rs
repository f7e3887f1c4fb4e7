//! A workspace at one moment: it never changes, whatever becomes of the session.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::{Entry, Key};
use crate::config::ConfigFault;
use crate::findings::{Finding, Range};
use crate::model::landmark::{DocumentId, Landmark};

/// All documents as they were at one moment.
#[derive(Default)]
pub struct Snapshot {
    entries: Vec<Arc<Entry>>,
    by_key: Arc<HashMap<Key, DocumentId>>,
    /// Where configurations and packs are at fault.
    pub faults: Arc<[ConfigFault]>,
}

/// A place in another document.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The document.
    pub entry: &'a Arc<Entry>,
    /// What stands there.
    pub landmark: Landmark,
    /// Where.
    pub range: Range,
}

impl Snapshot {
    /// The moment at which these are the documents; only the list of them is made for it.
    pub(super) fn of(
        entries: &[Arc<Entry>],
        by_key: &Arc<HashMap<Key, DocumentId>>,
        faults: &Arc<[ConfigFault]>,
    ) -> Self {
        Self { entries: entries.to_vec(), by_key: Arc::clone(by_key), faults: Arc::clone(faults) }
    }

    /// A document.
    pub fn entry(&self, key: &Key) -> Option<&Arc<Entry>> {
        self.by_key.get(key).and_then(|at| self.entries.get(*at as usize))
    }

    /// All documents of which readers hear, in the order of their paths.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.iter().filter(|entry| entry.reported)
    }

    /// The files of all documents, also of those that are only there for others.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.entries.iter().filter_map(|entry| entry.key.file())
    }

    /// The documents that one sees, without itself.
    pub fn beside<'a>(&'a self, own: &'a Entry) -> impl Iterator<Item = &'a Arc<Entry>> {
        self.entries.iter().filter(|entry| entry.context == own.context && entry.seen && entry.key != own.key)
    }

    /// The documents that see what one sees, and that no other sees: they lie outside of the walk, and are open.
    pub fn onlookers<'a>(&'a self, own: &'a Entry) -> impl Iterator<Item = &'a Arc<Entry>> {
        self.entries().filter(|entry| entry.context == own.context && !entry.seen && entry.key != own.key)
    }

    /// The related places of a finding in other documents.
    pub fn places<'a>(&'a self, finding: &'a Finding) -> impl Iterator<Item = Place<'a>> {
        let places = finding.elsewhere.as_ref().map(|elsewhere| elsewhere.places.as_slice()).unwrap_or_default();
        places.iter().filter_map(|(document, landmark)| {
            let entry = self.entries.get(*document as usize)?;
            Some(Place { entry, landmark: *landmark, range: entry.range(*landmark)? })
        })
    }
}
