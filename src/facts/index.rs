//! The index across documents: groups of documents that have something in common. Pairs are never enumerated beyond a group.

use std::collections::HashMap;

use super::exports::Exports;
use crate::model::landmark::DocumentId;
use crate::policy::calendar::Date;

/// Documents of one context and one policy, in the order of their paths.
#[derive(Debug, Default)]
pub struct Index<'e> {
    members: Vec<(DocumentId, &'e Exports)>,
    by_id: Groups<'e>,
    by_oin: Groups<'e>,
    by_kvk: Groups<'e>,
    by_partner: Groups<'e>,
    by_name: Groups<'e>,
    by_covenant: Groups<'e>,
    /// Those that name an id in `vervangt`.
    by_replaced: Groups<'e>,
    replaced: Vec<bool>,
}

/// Positions of members, ascending, by what they have in common.
type Groups<'e> = HashMap<&'e str, Vec<usize>>;

impl<'e> Index<'e> {
    /// The index of some documents, with ascending numbers, on a day of judgement.
    pub fn new(members: Vec<(DocumentId, &'e Exports)>, as_of: Date) -> Self {
        let mut index = Self { replaced: vec![false; members.len()], members, ..Self::default() };
        for (position, (_, exports)) in index.members.iter().enumerate() {
            let partner = &exports.partner;
            put(&mut index.by_id, exports.id.as_deref(), position);
            put(&mut index.by_oin, partner.oin.as_deref(), position);
            put(&mut index.by_kvk, partner.kvk.as_deref(), position);
            put(&mut index.by_partner, partner.key(), position);
            put(&mut index.by_name, partner.name_key.as_deref(), position);
            put(&mut index.by_name, partner.part_key.as_deref(), position);
            for (_, id) in &exports.replaces {
                put(&mut index.by_replaced, Some(id), position);
            }
            put(&mut index.by_covenant, exports.covenant.as_ref().map(|covenant| &*covenant.id), position);
        }
        index.find_replaced(as_of);
        index
    }

    fn find_replaced(&mut self, as_of: Date) {
        for (position, (_, exports)) in self.members.iter().enumerate() {
            if !takes_effect(exports, as_of) {
                continue;
            }
            for (_, id) in &exports.replaces {
                for other in self.by_id.get(&**id).into_iter().flatten().copied().filter(|other| *other != position) {
                    if exports.partner.same(&self.members[other].1.partner) {
                        self.replaced[other] = true;
                    }
                }
            }
        }
    }

    /// The position of a document; `None` where it is no member.
    fn position(&self, document: DocumentId) -> Option<usize> {
        self.members.binary_search_by_key(&document, |(id, _)| *id).ok()
    }
}

fn put<'e>(groups: &mut Groups<'e>, key: Option<&'e str>, position: usize) {
    let Some(key) = key else { return };
    let group = groups.entry(key).or_default();
    // A document stands in a group once, also where two of its names agree.
    if group.last() != Some(&position) {
        group.push(position);
    }
}

/// Whether an agreement takes the place of those that it names, on a day: it is formal, and its term has certainly begun.
fn takes_effect(exports: &Exports, as_of: Date) -> bool {
    exports.formal && exports.since.is_some_and(|since| since.not_after(as_of))
}

/// What one document sees of the others: the index of its context, and itself, which need not be a member.
#[derive(Debug, Clone, Copy)]
pub struct View<'e> {
    index: &'e Index<'e>,
    own: &'e Exports,
    position: Option<usize>,
    as_of: Date,
    /// Whether the context is whole: only then may a rule say that something is nowhere.
    pub whole: bool,
}

/// Another document as a rule sees it.
#[derive(Debug, Clone, Copy)]
pub struct Other<'e> {
    /// Its number in the run.
    pub document: DocumentId,
    /// What it exports.
    pub exports: &'e Exports,
    /// Whether it is current: neither replaced nor over.
    pub current: bool,
}

impl<'e> View<'e> {
    /// What the document of a number, which exports `own`, sees.
    pub fn new(index: &'e Index<'e>, document: DocumentId, own: &'e Exports, as_of: Date, whole: bool) -> Self {
        Self { index, own, position: index.position(document), as_of, whole }
    }

    /// What the document itself exports.
    pub fn own(&self) -> &'e Exports {
        self.own
    }

    /// Whether another document has replaced this one.
    pub fn is_replaced(&self) -> bool {
        if let Some(position) = self.position {
            return self.index.replaced[position];
        }
        let naming = self.group(&self.index.by_replaced, self.own.id.as_deref());
        naming.map(|position| self.index.members[position].1).any(|other| self.replaces(other, self.own))
    }

    fn replaces(&self, one: &Exports, other: &Exports) -> bool {
        takes_effect(one, self.as_of) && one.replaces(other.id.as_deref()) && one.partner.same(&other.partner)
    }

    fn other(&self, position: usize) -> Other<'e> {
        let (document, exports) = self.index.members[position];
        // A document that is no member is seen by no other, but sees itself replace them.
        let mine = self.position.is_none() && self.replaces(self.own, exports);
        Other {
            document,
            exports,
            current: !exports.ending.is_before(self.as_of) && !self.index.replaced[position] && !mine,
        }
    }

    fn group(&self, groups: &'e Groups<'e>, key: Option<&str>) -> impl Iterator<Item = usize> + use<'e> {
        let own = self.position;
        let group = key.and_then(|key| groups.get(key)).map(Vec::as_slice).unwrap_or_default();
        group.iter().copied().filter(move |position| Some(*position) != own)
    }

    /// The other documents with an id.
    pub fn with_id(&self, id: Option<&str>) -> impl Iterator<Item = Other<'e>> {
        self.group(&self.index.by_id, id).map(|position| self.other(position))
    }

    /// The other documents of the same partner.
    pub fn of_partner(&self) -> Vec<Other<'e>> {
        let partner = &self.own.partner;
        let positions: Vec<usize> = self
            .group(&self.index.by_oin, partner.oin.as_deref())
            .chain(self.group(&self.index.by_kvk, partner.kvk.as_deref()))
            .chain(self.group(&self.index.by_partner, partner.key()))
            .filter(|position| self.index.members[*position].1.partner.same(partner))
            .collect();
        self.once(positions)
    }

    /// The other documents of which nobody can tell whether they are of the same partner: they name it, and a fault hides whether it is
    /// the partner itself.
    pub fn perhaps_of_partner(&self) -> Vec<Other<'e>> {
        let partner = &self.own.partner;
        let named = self.group(&self.index.by_name, partner.key());
        let unclear = |position: &usize| {
            let other = &self.index.members[*position].1.partner;
            other.is_part.is_none() && partner.may_be(other) && !partner.same(other)
        };
        self.once(named.filter(unclear).collect())
    }

    /// The other documents that share the partner's `oin` or `kvk`.
    pub fn with_number(&self) -> Vec<Other<'e>> {
        let partner = &self.own.partner;
        let positions: Vec<usize> = self
            .group(&self.index.by_oin, partner.oin.as_deref())
            .chain(self.group(&self.index.by_kvk, partner.kvk.as_deref()))
            .collect();
        self.once(positions)
    }

    /// The documents at some positions, each once and in order.
    fn once(&self, mut positions: Vec<usize>) -> Vec<Other<'e>> {
        positions.sort_unstable();
        positions.dedup();
        positions.into_iter().map(|position| self.other(position)).collect()
    }

    /// The other documents of the same covenant.
    pub fn of_covenant(&self) -> impl Iterator<Item = Other<'e>> {
        let id = self.own.covenant.as_ref().map(|covenant| &*covenant.id);
        self.group(&self.index.by_covenant, id).map(|position| self.other(position))
    }

    /// The documents, this one too, whose partner or its organisation has a name, in the form in which names are compared.
    pub fn called(&self, key: &str) -> impl Iterator<Item = &'e Exports> {
        let partner = &self.own.partner;
        let mine = [&partner.name_key, &partner.part_key].into_iter().any(|own| own.as_deref() == Some(key));
        let others = self.group(&self.index.by_name, Some(key)).map(|position| self.index.members[position].1);
        others.chain(mine.then_some(self.own))
    }
}
