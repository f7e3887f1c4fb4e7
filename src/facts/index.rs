//! The index across documents: groups of documents that have something in common. Pairs are never enumerated beyond a group.

use super::exports::Exports;
use super::groups::{Groups, hash};
use crate::model::landmark::DocumentId;
use crate::policy::calendar::Date;

/// Documents of one context and one policy, in the order of their paths.
pub type Members<'e> = [(DocumentId, &'e Exports)];

/// What documents may have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum By {
    Id,
    Oin,
    Kvk,
    Partner,
    /// The partner's name, or that of its organisation.
    Name,
    Covenant,
    /// An id in `vervangt`.
    Replaced,
}

/// Which members have something in common, on a day of judgement. It holds no text of theirs, so that it stays while they change; whoever
/// asks brings the members along.
#[derive(Debug)]
pub struct Index {
    as_of: Date,
    /// Positions of members.
    groups: Groups<u32>,
    replaced: Vec<bool>,
}

impl Index {
    /// The index of some documents, with ascending numbers.
    pub fn new(members: &Members<'_>, as_of: Date) -> Self {
        let mut index = Self { as_of, groups: Groups::with_capacity(members.len()), replaced: Vec::new() };
        for (position, (_, exports)) in members.iter().enumerate() {
            keys(exports, |by, key| index.groups.put(hash(&(by, key)), narrow(position)));
        }
        index.find_replaced(members);
        index
    }

    /// Takes in that the member at a position exports something else than it did; gives the positions of members that have been replaced
    /// by it, or are so no more.
    pub fn update(&mut self, position: usize, old: &Exports, members: &Members<'_>) -> Vec<usize> {
        keys(old, |by, key| self.groups.take_out(hash(&(by, key)), narrow(position)));
        if let Some((_, new)) = members.get(position) {
            keys(new, |by, key| self.groups.put(hash(&(by, key)), narrow(position)));
        }
        let before = std::mem::take(&mut self.replaced);
        self.find_replaced(members);
        (0..members.len()).filter(|at| before.get(*at) != self.replaced.get(*at)).collect()
    }

    fn find_replaced(&mut self, members: &Members<'_>) {
        let mut replaced = vec![false; members.len()];
        for (position, (_, exports)) in
            members.iter().enumerate().filter(|(_, (_, exports))| !exports.replaces.is_empty())
        {
            if !takes_effect(exports, self.as_of) {
                continue;
            }
            for (_, id) in &exports.replaces {
                for other in self.group(members, By::Id, id).filter(|other| *other != position) {
                    if exports.partner.same(&members[other].1.partner) {
                        replaced[other] = true;
                    }
                }
            }
        }
        self.replaced = replaced;
    }

    /// The positions of the members that have something, ascending.
    fn group<'a>(&'a self, members: &'a Members<'_>, by: By, key: &'a str) -> impl Iterator<Item = usize> + use<'a> {
        let has = move |position: &usize| members.get(*position).is_some_and(|(_, exports)| has(exports, by, key));
        self.groups.get(hash(&(by, key))).iter().map(|position| *position as usize).filter(has)
    }
}

/// Everything by which a document is found.
fn keys(exports: &Exports, mut tell: impl FnMut(By, &str)) {
    let partner = &exports.partner;
    let single = [
        (By::Id, exports.id.as_deref()),
        (By::Oin, partner.oin.as_deref()),
        (By::Kvk, partner.kvk.as_deref()),
        (By::Partner, partner.key()),
        (By::Name, partner.name_key.as_deref()),
        (By::Name, partner.part_key.as_deref()),
        (By::Covenant, exports.covenant.as_ref().map(|covenant| &*covenant.id)),
    ];
    for (by, key) in single.into_iter().filter_map(|(by, key)| Some((by, key?))) {
        tell(by, key);
    }
    exports.replaces.iter().for_each(|(_, id)| tell(By::Replaced, id));
}

fn has(exports: &Exports, by: By, key: &str) -> bool {
    let partner = &exports.partner;
    let is = |own: Option<&str>| own == Some(key);
    match by {
        By::Id => is(exports.id.as_deref()),
        By::Oin => is(partner.oin.as_deref()),
        By::Kvk => is(partner.kvk.as_deref()),
        By::Partner => is(partner.key()),
        By::Name => is(partner.name_key.as_deref()) || is(partner.part_key.as_deref()),
        By::Covenant => is(exports.covenant.as_ref().map(|covenant| &*covenant.id)),
        By::Replaced => exports.replaces(Some(key)),
    }
}

/// A run has fewer documents than that.
fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// Whether an agreement takes the place of those that it names, on a day: it is formal, and its term has certainly begun.
fn takes_effect(exports: &Exports, as_of: Date) -> bool {
    exports.formal && exports.since.is_some_and(|since| since.not_after(as_of))
}

/// What one document sees of the others: those of its context, and itself, which need not be a member.
#[derive(Debug, Clone, Copy)]
pub struct View<'e> {
    index: &'e Index,
    members: &'e Members<'e>,
    own: &'e Exports,
    position: Option<usize>,
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
    /// What the document of a number, which exports `own`, sees of the members that an index is of.
    pub fn new(
        (index, members): (&'e Index, &'e Members<'e>),
        (document, own): (DocumentId, &'e Exports),
        whole: bool,
    ) -> Self {
        let position = members.binary_search_by_key(&document, |(id, _)| *id).ok();
        Self { index, members, own, position, whole }
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
        let naming = self.group(By::Replaced, self.own.id.as_deref());
        naming.map(|position| self.members[position].1).any(|other| self.replaces(other, self.own))
    }

    fn replaces(&self, one: &Exports, other: &Exports) -> bool {
        takes_effect(one, self.index.as_of) && one.replaces(other.id.as_deref()) && one.partner.same(&other.partner)
    }

    fn other(&self, position: usize) -> Other<'e> {
        let (document, exports) = self.members[position];
        // A document that is no member is seen by no other, but sees itself replace them.
        let mine = self.position.is_none() && self.replaces(self.own, exports);
        let current = !exports.ending.is_before(self.index.as_of) && !self.index.replaced[position] && !mine;
        Other { document, exports, current }
    }

    fn group(&self, by: By, key: Option<&'e str>) -> impl Iterator<Item = usize> + use<'e> {
        let (own, index, members) = (self.position, self.index, self.members);
        let group = key.into_iter().flat_map(move |key| index.group(members, by, key));
        group.filter(move |position| Some(*position) != own)
    }

    /// The other documents with an id.
    pub fn with_id(&self, id: Option<&'e str>) -> impl Iterator<Item = Other<'e>> {
        self.group(By::Id, id).map(|position| self.other(position))
    }

    /// The one current general agreement to which the document adds; `None` where there is none, or several.
    #[must_use]
    pub fn general_agreement(&self) -> Option<DocumentId> {
        let id = self.own.supplement_of.known()?;
        let mut current = self.with_id(Some(id)).filter(|other| other.current && other.exports.is_general());
        let parent = current.next()?;
        current.next().is_none().then_some(parent.document)
    }

    /// The other documents of the same partner.
    pub fn of_partner(&self) -> Vec<Other<'e>> {
        let partner = &self.own.partner;
        let positions: Vec<usize> = self
            .group(By::Oin, partner.oin.as_deref())
            .chain(self.group(By::Kvk, partner.kvk.as_deref()))
            .chain(self.group(By::Partner, partner.key()))
            .filter(|position| self.members[*position].1.partner.same(partner))
            .collect();
        self.once(positions)
    }

    /// The other documents of which nobody can tell whether they are of the same partner: they name it, and a fault hides whether it is
    /// the partner itself.
    pub fn perhaps_of_partner(&self) -> Vec<Other<'e>> {
        let partner = &self.own.partner;
        let named = self.group(By::Name, partner.key());
        let unclear = |position: &usize| {
            let other = &self.members[*position].1.partner;
            other.is_part.is_none() && partner.may_be(other) && !partner.same(other)
        };
        self.once(named.filter(unclear).collect())
    }

    /// The other documents that share the partner's `oin` or `kvk`.
    pub fn with_number(&self) -> Vec<Other<'e>> {
        let partner = &self.own.partner;
        let positions: Vec<usize> =
            self.group(By::Oin, partner.oin.as_deref()).chain(self.group(By::Kvk, partner.kvk.as_deref())).collect();
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
        self.group(By::Covenant, id).map(|position| self.other(position))
    }

    /// The documents, this one too, whose partner or its organisation has a name, in the form in which names are compared.
    pub fn called(&self, key: &'e str) -> impl Iterator<Item = &'e Exports> {
        let partner = &self.own.partner;
        let mine = [&partner.name_key, &partner.part_key].into_iter().any(|own| own.as_deref() == Some(key));
        let others = self.group(By::Name, Some(key)).map(|position| self.members[position].1);
        others.chain(mine.then_some(self.own))
    }
}
