//! Exports: all that other documents may see of a document. Small, owned and comparable; no offset stands in them, so that an edit that
//! only moves things changes nothing here.

use super::identity::PartnerIdentity;
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Term;

/// A value as other documents see it.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated<T> {
    /// It does not stand there.
    Absent,
    /// Nothing can be said about it.
    Bad,
    /// What stands there.
    Known(T),
}

impl<T> Stated<T> {
    /// The value, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether nothing can be said about it.
    pub fn is_bad(&self) -> bool {
        matches!(self, Self::Bad)
    }
}

/// All that other documents may see of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Exports {
    /// `id`, where it is known.
    pub id: Option<Box<str>>,
    /// `aanvullingOp`
    pub supplement_of: Stated<Box<str>>,
    /// Whether the agreement is formal.
    pub formal: bool,
    /// When it ends.
    pub ending: Ending,
    /// From when on it replaces others: the start of its term, else the day of formalisation; `None` where neither is known.
    pub since: Option<Date>,
    /// The known items of `vervangt`, with their indexes.
    pub replaces: Box<[(u32, Box<str>)]>,
    /// Who the partner is.
    pub partner: PartnerIdentity,
    /// The known items of `partner.kerntaken`, with their indexes, each task once; only where the rule on them looks at this document.
    pub tasks: Box<[(u32, Term)]>,
    /// `reikwijdte`, where it is known.
    pub reach: Option<Term>,
    /// `regios`
    pub regions: Stated<Bound>,
    /// `adoptieregio.regio`, where it is known.
    pub adoption: Option<Region>,
    /// `convenant`, where its id is known.
    pub covenant: Option<Box<CovenantExports>>,
    /// The cooperations that are objects, by their indexes.
    pub cooperations: Box<[CooperationExports]>,
    /// Whether the list of cooperations stands in the document and is sound.
    pub listed: bool,
    /// Whether every cooperation's core task is known: only then may a rule look for an absence. A list that is missing holds none.
    pub complete: bool,
}

/// When an agreement ends.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ending {
    /// The end of its term, where it is known.
    pub until: Option<Date>,
    /// The ends of its cooperations, where all of them are temporary and all ends are known.
    pub temporary: Box<[Date]>,
}

impl Ending {
    /// Whether the agreement is certainly over on a day.
    pub fn is_before(&self, day: Date) -> bool {
        let temporary = !self.temporary.is_empty() && self.temporary.iter().all(|until| until.before(day));
        temporary || self.until.is_some_and(|until| until.before(day))
    }
}

/// The regions that an agreement binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The word for all of them stands there.
    pub all: bool,
    /// Whether every region named is known.
    pub complete: bool,
    /// The distinct regions, sorted, each with the index at which it first stands (0 where `all`).
    pub regions: Box<[(Region, u32)]>,
}

impl Bound {
    /// Whether it holds a region.
    pub fn holds(&self, region: Region) -> bool {
        self.regions.binary_search_by_key(&region, |(region, _)| *region).is_ok()
    }
}

/// The covenant that an agreement is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CovenantExports {
    /// `id`
    pub id: Box<str>,
    /// `titel`, `grondslag` and `vindplaats`, where they are known.
    pub texts: [Option<Box<str>>; 3],
}

/// What other documents may see of a cooperation.
#[derive(Debug, Clone, PartialEq)]
pub struct CooperationExports {
    /// 0-based, in `samenwerkingen`.
    pub index: u32,
    /// `kerntaak`, where it is known.
    pub task: Option<Term>,
    /// `kerntaak` as written, where it is a text and no known core task.
    pub written: Option<Box<str>>,
    /// `profiel`; bad where it is in doubt.
    pub profile: Stated<Term>,
    /// `taakomschrijving`, where it is known.
    pub description: Option<Box<str>>,
    /// `lcms.lezen` and `lcms.schrijven`
    pub rights: [Stated<Term>; 2],
    /// The partner through whom this one joins, as written.
    pub via: Option<Box<str>>,
}

impl Exports {
    /// Whether it is certainly a general agreement, no supplement.
    pub fn is_general(&self) -> bool {
        self.supplement_of == Stated::Absent
    }

    /// Whether its `vervangt` names an id.
    pub fn replaces(&self, id: Option<&str>) -> bool {
        id.is_some_and(|id| self.replaces.iter().any(|(_, replaced)| **replaced == *id))
    }

    /// The cooperations with a core task.
    pub fn on(&self, task: Term) -> impl Iterator<Item = &CooperationExports> {
        self.cooperations.iter().filter(move |cooperation| cooperation.task == Some(task))
    }

    /// The cooperation of an index.
    pub fn cooperation(&self, index: u32) -> Option<&CooperationExports> {
        let at = self.cooperations.binary_search_by_key(&index, |cooperation| cooperation.index).ok()?;
        self.cooperations.get(at)
    }
}
