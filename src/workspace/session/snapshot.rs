//! A workspace at one moment: it never changes, whatever becomes of the session.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Entry, Key};
use crate::config::ConfigFault;
use crate::findings::{Finding, Range};
use crate::model::landmark::Landmark;
use crate::workspace::run::Failure;

/// All documents as they were at one moment.
#[derive(Default)]
pub struct Snapshot {
    entries: Vec<Arc<Entry>>,
    by_key: HashMap<Key, usize>,
    /// Where configurations and packs are at fault.
    pub faults: Vec<ConfigFault>,
    /// What could not be found.
    pub failures: Vec<Failure>,
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
    pub(super) fn of(entries: &[Arc<Entry>], (faults, failures): (&[ConfigFault], &[Failure])) -> Self {
        let by_key = entries.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at)).collect();
        Self { entries: entries.to_vec(), by_key, faults: faults.to_vec(), failures: failures.to_vec() }
    }

    /// A document.
    pub fn entry(&self, key: &Key) -> Option<&Arc<Entry>> {
        self.by_key.get(key).and_then(|at| self.entries.get(*at))
    }

    /// All documents of which readers hear, in the order of their paths.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.iter().filter(|entry| entry.reported)
    }

    /// The documents that one sees, without itself.
    pub fn beside<'a>(&'a self, own: &'a Entry) -> impl Iterator<Item = &'a Arc<Entry>> {
        self.entries.iter().filter(|entry| entry.context == own.context && entry.seen && entry.key != own.key)
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
