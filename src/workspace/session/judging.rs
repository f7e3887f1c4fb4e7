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

/// So many documents are judged between two looks at whether to stop.
const CHUNK: usize = 512;

/// A document, and what was found in it beside the others.
type Concluded = (DocumentId, Arc<Judgement>);

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
        self.due.conclude.extend([&old, new].into_iter().flat_map(|entry| self.namesakes.of(entry)));
        self.namesakes.remove(document, &old);
        self.namesakes.add(document, new);
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
            let pointing = side.tied(&after.exports, &self.entries, &loaded.policy).into_iter();
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
        let groups: Vec<DocumentId> = waiting.iter().flat_map(|at| self.sharing(*at)).copied().collect();
        waiting.extend(groups);
        if waiting.is_empty() {
            return;
        }
        let side = |at: &DocumentId| side_of(self.entries.get(*at as usize)?, &self.policies);
        let wanted: BTreeSet<SideKey> = waiting.iter().filter_map(side).collect();
        let members = |key: SideKey| Some((key, self.sides.get(&key)?.members(&self.entries)));
        let members: BTreeMap<SideKey, Vec<_>> = wanted.into_iter().filter_map(members).collect();
        let one = |document: DocumentId| Some((document, Arc::new(self.concluded(document, &members)?)));
        let concluded = self.threads.map(waiting.into_iter().collect(), one);
        let mut concluded: Vec<Concluded> = concluded.into_iter().flatten().collect();
        drop(members);
        self.tell_apart(&mut concluded);
        let key = |(document, _): &Concluded| self.entries.get(*document as usize).map(|entry| entry.key.clone());
        self.due.tell.append(&mut concluded.iter().filter_map(key).collect());
        for (document, judgement) in concluded {
            if let Some(entry) = self.entries.get_mut(document as usize) {
                Arc::make_mut(entry).judgement = judgement;
            }
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
        if self.sharing(document).is_empty() {
            self.complete(document, &mut judgement, &mut Ordinals::default());
        }
        Some(judgement)
    }

    /// The documents with which one counts its findings, ascending, itself among them; none where it counts them alone.
    fn sharing(&self, document: DocumentId) -> &[DocumentId] {
        let group = self.entries.get(document as usize).map(|entry| self.namesakes.of(entry)).unwrap_or_default();
        if group.len() > 1 { group } else { &[] }
    }

    /// Gives all findings of documents that share an `id` fingerprints of their own; all of these documents are among those that were judged.
    fn tell_apart(&self, concluded: &mut [Concluded]) {
        let firsts: BTreeSet<DocumentId> =
            concluded.iter().filter_map(|(document, _)| self.sharing(*document).first()).copied().collect();
        for first in firsts {
            let is_seen = |at: &DocumentId| self.entries.get(*at as usize).is_some_and(|entry| entry.seen);
            let (seen, unseen): (Vec<DocumentId>, Vec<DocumentId>) =
                self.sharing(first).iter().partition(|at| is_seen(at));
            let mut ordinals = Ordinals::default();
            for document in seen {
                judgement_of(document, concluded, |judgement| self.complete(document, judgement, &mut ordinals));
            }
            for document in unseen {
                let behind = &mut Ordinals::behind(&ordinals);
                judgement_of(document, concluded, |judgement| self.complete(document, judgement, behind));
            }
        }
    }

    /// Gives the findings of a document fingerprints of their own, and takes out what its baseline holds.
    fn complete(&self, document: DocumentId, judgement: &mut Judgement, ordinals: &mut Ordinals<'_>) {
        judgement.tell_apart(ordinals);
        let book = self.entries.get(document as usize).and_then(|entry| entry.book.as_ref());
        if let Some(known) = book.and_then(|book| self.known.get(book.baseline.as_ref()?)) {
            baseline::take_out(judgement, known);
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
            self.namesakes.add(document, entry);
            let (Some(_), Some(loaded), Some(book)) = (&entry.outlook, entry.loaded(), &entry.book) else { continue };
            let key = (entry.context, self.policy_number(loaded));
            let side: &mut Side = self.sides.entry(key).or_default();
            side.add(document, entry);
            days.insert((key, book.judge.as_of));
        }
        for (key, day) in days {
            if let Some(side) = self.sides.get_mut(&key) {
                side.on(day, &self.entries);
            }
        }
    }
}

/// Does something with what was found in one of some documents, which stand in the order of their numbers.
fn judgement_of(document: DocumentId, concluded: &mut [Concluded], work: impl FnOnce(&mut Judgement)) {
    let at = concluded.binary_search_by_key(&document, |(other, _)| *other);
    if let Some((_, judgement)) = at.ok().and_then(|at| concluded.get_mut(at)) {
        work(Arc::make_mut(judgement));
    }
}

/// The side of a document that is an agreement.
fn side_of(entry: &Entry, policies: &[Arc<Loaded>]) -> Option<SideKey> {
    entry.outlook.as_ref()?;
    let loaded = entry.loaded()?;
    let policy = policies.iter().position(|other| Arc::ptr_eq(other, loaded))?;
    Some((entry.context, policy))
}
