//! Judges what has changed, and what that bears on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::sides::Side;
use super::{Entry, Key, Session, SideKey};
use crate::facts::Exports;
use crate::findings::fingerprint::Ordinals;
use crate::model::landmark::DocumentId;
use crate::system::ReadFile;
use crate::workspace::baseline;
use crate::workspace::judge::{Examined, Judgement};
use crate::workspace::policies::Loaded;
use crate::workspace::run::inputs;
use crate::workspace::together::ContextId;

/// So many documents are judged between two looks at whether to stop.
const CHUNK: usize = 512;

/// Documents that share an `id` in a context count their findings together.
pub(super) type Namesakes = BTreeMap<(ContextId, Box<str>), BTreeSet<DocumentId>>;

impl Session {
    /// Judges by themselves the documents that wait for it; whether all are done.
    pub(super) fn examine(&mut self, stop: &dyn Fn() -> bool) -> bool {
        while !self.due.examine.is_empty() {
            if stop() {
                return false;
            }
            let chunk: Vec<DocumentId> = self.due.examine.iter().take(CHUNK).copied().collect();
            let waiting = chunk.iter().filter_map(|at| Some((*at, self.entries.get(*at as usize)?))).collect();
            let done = self.threads.map(waiting, |(at, entry)| (at, self.examined(entry)));
            for (document, entry) in done {
                self.take_in(document, &Arc::new(entry));
            }
            // One that is not there waits for nothing.
            for document in chunk {
                self.due.examine.remove(&document);
            }
        }
        true
    }

    /// A document, read and judged by itself.
    fn examined(&self, entry: &Entry) -> Entry {
        let text = match &entry.key {
            Key::File(file) => self.system.text(file),
            Key::Text(name) => self.nameless.get(name),
        };
        let fresh = entry.with_text(text.cloned());
        let Some(book) = entry.book.as_deref() else { return fresh.judged(Examined::default(), None) };
        if let Some(text) = text {
            return fresh.examined(&self.system, book, Some(text.as_bytes()));
        }
        match inputs::bytes(&self.system, &entry.name, None, book.max_size) {
            Err(failure) => fresh.judged(Examined::default(), Some(failure)),
            Ok(ReadFile::TooLarge(_)) => fresh.examined(&self.system, book, None),
            Ok(ReadFile::Bytes(bytes)) => fresh.examined(&self.system, book, Some(&bytes)),
        }
    }

    /// Puts a document in the place of what it was, and notes on which others that bears.
    fn take_in(&mut self, document: DocumentId, new: &Arc<Entry>) {
        let Some(slot) = self.entries.get_mut(document as usize) else { return };
        let old = std::mem::replace(slot, Arc::clone(new));
        self.due.conclude.insert(document);
        if self.due.sides {
            return;
        }
        for name in [&old, new].into_iter().filter_map(|entry| name_of(entry)) {
            self.due.conclude.extend(self.namesakes.get(&name).into_iter().flatten());
        }
        rename(&mut self.namesakes, document, (&old, new));
        let sides = (side_of(&old, &self.policies), side_of(new, &self.policies));
        let (Some(one), Some(other)) = sides else {
            // That of a policy by which nobody was judged so far has no number, and so no side.
            self.due.sides |= old.outlook.is_some() || new.outlook.is_some();
            return;
        };
        let (Some(before), Some(after)) = (&old.outlook, &new.outlook) else { return };
        let (true, Some(side), Some(loaded)) = (one == other, self.sides.get_mut(&one), self.policies.get(one.1))
        else {
            self.due.sides = true;
            return;
        };
        if before.exports != after.exports {
            let found = side.update(document, (&before.exports, &after.exports), &self.entries, &loaded.policy);
            self.due.conclude.extend(found);
        }
        if !before.stands_as(after) {
            // What points into it points elsewhere now.
            let pointing = side.tied(&after.exports, &loaded.policy).into_iter();
            let pointing =
                pointing.filter_map(|at| self.entries.get(at as usize)).filter(|entry| entry.points_at(document));
            self.due.tell.extend(pointing.map(|entry| entry.key.clone()));
        }
    }

    /// Judges beside the others the documents that wait for it.
    pub(super) fn conclude(&mut self) {
        if std::mem::take(&mut self.due.sides) {
            self.build_sides();
            self.due.conclude = (0..self.entries.len()).filter_map(|at| u32::try_from(at).ok()).collect();
        }
        let mut waiting = std::mem::take(&mut self.due.conclude);
        // Those that share an id count their findings together.
        let names = waiting.iter().filter_map(|at| self.entries.get(*at as usize)).filter_map(|entry| name_of(entry));
        let groups: Vec<DocumentId> = names.filter_map(|name| self.namesakes.get(&name)).flatten().copied().collect();
        waiting.extend(groups);
        if waiting.is_empty() {
            return;
        }
        let side = |at: &DocumentId| side_of(self.entries.get(*at as usize)?, &self.policies);
        let wanted: BTreeSet<SideKey> = waiting.iter().filter_map(side).collect();
        let members = |key: SideKey| Some((key, self.sides.get(&key)?.members(&self.entries)));
        let members: BTreeMap<SideKey, Vec<_>> = wanted.into_iter().filter_map(members).collect();
        let one = |document: DocumentId| Some((document, self.concluded(document, &members)?));
        let concluded = self.threads.map(waiting.into_iter().collect(), one);
        let mut concluded: BTreeMap<DocumentId, Judgement> = concluded.into_iter().flatten().collect();
        drop(members);
        self.tell_apart(&mut concluded);
        for (document, mut judgement) in concluded {
            let Some(entry) = self.entries.get_mut(document as usize) else { continue };
            if let Some(known) = entry.book.as_ref().and_then(|book| self.known.get(book.baseline.as_ref()?)) {
                baseline::take_out(&mut judgement, known);
            }
            self.due.tell.insert(entry.key.clone());
            Arc::make_mut(entry).judgement = Arc::new(judgement);
        }
    }

    /// A document beside the others; `None` for one that is not there.
    fn concluded(
        &self,
        document: DocumentId,
        members: &BTreeMap<SideKey, Vec<(DocumentId, &Exports)>>,
    ) -> Option<Judgement> {
        let entry = self.entries.get(document as usize)?;
        let mut judgement = Judgement::clone(&entry.base);
        let key = side_of(entry, &self.policies);
        let side = key.and_then(|key| Some((self.sides.get(&key)?, members.get(&key)?)));
        if let (Some(outlook), Some(book), Some((side, members))) = (&entry.outlook, &entry.book, side) {
            let whole = self.whole.get(entry.context).copied().unwrap_or_default();
            if let Some(view) = side.view(members, (document, &outlook.exports), (book.judge.as_of, whole)) {
                book.judge.conclude(&mut judgement, outlook, view, &|_| {});
            }
        }
        Some(judgement)
    }

    /// Gives all findings fingerprints of their own; documents that share an `id` are all among those that were judged.
    fn tell_apart(&self, concluded: &mut BTreeMap<DocumentId, Judgement>) {
        let mut groups: BTreeSet<(ContextId, Box<str>)> = BTreeSet::new();
        for (document, judgement) in concluded.iter_mut() {
            let Some(entry) = self.entries.get(*document as usize) else { continue };
            match name_of(entry).filter(|name| self.namesakes.get(name).is_some_and(|group| group.len() > 1)) {
                Some(name) => drop(groups.insert(name)),
                None => judgement.tell_apart(&mut Ordinals::default()),
            }
        }
        for name in groups {
            let Some(group) = self.namesakes.get(&name) else { continue };
            let is_seen = |at: &&DocumentId| self.entries.get(**at as usize).is_some_and(|entry| entry.seen);
            let (seen, unseen): (Vec<&DocumentId>, Vec<&DocumentId>) = group.iter().partition(is_seen);
            let mut ordinals = Ordinals::default();
            for document in seen {
                concluded.get_mut(document).into_iter().for_each(|judgement| judgement.tell_apart(&mut ordinals));
            }
            for document in unseen {
                let behind = &mut Ordinals::behind(&ordinals);
                concluded.get_mut(document).into_iter().for_each(|judgement| judgement.tell_apart(behind));
            }
        }
    }

    /// Finds anew who belongs together.
    fn build_sides(&mut self) {
        self.sides.clear();
        self.namesakes.clear();
        self.policies.clear();
        let mut days = BTreeSet::new();
        for (at, entry) in self.entries.clone().iter().enumerate() {
            let Ok(document) = DocumentId::try_from(at) else { continue };
            if let Some(name) = name_of(entry) {
                self.namesakes.entry(name).or_default().insert(document);
            }
            let (Some(outlook), Some(loaded), Some(book)) = (&entry.outlook, entry.loaded(), &entry.book) else {
                continue;
            };
            let key = (entry.context, self.policy_number(loaded));
            let side: &mut Side = self.sides.entry(key).or_default();
            side.add(document, entry, (&outlook.exports, &loaded.policy));
            days.insert((key, book.judge.as_of));
        }
        for (key, day) in days {
            if let Some(side) = self.sides.get_mut(&key) {
                side.on(day, &self.entries);
            }
        }
    }
}

/// By what a document and its namesakes go, where it has an `id`.
fn name_of(entry: &Entry) -> Option<(ContextId, Box<str>)> {
    Some((entry.context, entry.base.id.clone()?))
}

fn rename(namesakes: &mut Namesakes, document: DocumentId, (old, new): (&Entry, &Entry)) {
    if let Some(name) = name_of(old)
        && let Some(group) = namesakes.get_mut(&name)
    {
        group.remove(&document);
        if group.is_empty() {
            namesakes.remove(&name);
        }
    }
    if let Some(name) = name_of(new) {
        namesakes.entry(name).or_default().insert(document);
    }
}

/// The side of a document that is an agreement.
fn side_of(entry: &Entry, policies: &[Arc<Loaded>]) -> Option<SideKey> {
    entry.outlook.as_ref()?;
    let loaded = entry.loaded()?;
    let policy = policies.iter().position(|other| Arc::ptr_eq(other, loaded))?;
    Some((entry.context, policy))
}
