//! Which documents may have a say about each other: those that have anything in common by which one looks for the other.

use std::collections::BTreeSet;

use super::exports::Exports;
use super::groups::{Groups, hash};
use crate::model::landmark::DocumentId;
use crate::policy::Policy;

/// Documents by what they have in common. A change in one bears on no document with which it has no tie, before or after.
#[derive(Debug, Default)]
pub struct Ties(Groups<DocumentId>);

/// What ties documents.
#[derive(Hash)]
enum Tie<'e> {
    /// An id that one has, and one names.
    Id(&'e str),
    Oin(&'e str),
    Kvk(&'e str),
    /// The name of a partner, of its organisation, or of whom one joins through.
    Name(&'e str),
    Covenant(&'e str),
}

impl Ties {
    /// Adds a document.
    pub fn add(&mut self, document: DocumentId, exports: &Exports, policy: &Policy) {
        each(exports, policy, |hash| self.0.put(hash, document));
    }

    /// Takes a document out; `exports` is what it was added with.
    pub fn remove(&mut self, document: DocumentId, exports: &Exports, policy: &Policy) {
        each(exports, policy, |hash| self.0.take_out(hash, document));
    }

    /// Adds to `found` the documents that have a tie with what a document exports.
    pub fn of(&self, exports: &Exports, policy: &Policy, found: &mut BTreeSet<DocumentId>) {
        each(exports, policy, |hash| found.extend(self.0.get(hash)));
    }
}

fn each(exports: &Exports, policy: &Policy, mut tell: impl FnMut(u64)) {
    let partner = &exports.partner;
    let own = exports.id.as_deref().into_iter().chain(exports.supplement_of.known().map(|id| &**id));
    let ids = own.chain(exports.replaces.iter().map(|(_, id)| &**id));
    let names = [partner.name_key.as_deref(), partner.part_key.as_deref()].into_iter().flatten();
    let covenant = exports.covenant.as_ref().map(|covenant| &*covenant.id);
    let ties = ids.map(Tie::Id).chain(names.map(Tie::Name)).chain(partner.oin.as_deref().map(Tie::Oin));
    for tie in ties.chain(partner.kvk.as_deref().map(Tie::Kvk)).chain(covenant.map(Tie::Covenant)) {
        tell(hash(&tie));
    }
    for via in exports.cooperations.iter().filter_map(|cooperation| cooperation.via.as_deref()) {
        tell(hash(&Tie::Name(&policy.words().party_key(via))));
    }
}
