//! An agreement as a whole: its top level, its partner, its adoption region.

use crate::json::NodeId;
use crate::model::cooperation::Cooperation;
use crate::model::field::{Field, List, Units};
use crate::model::reader::Object;
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Term;

/// An agreement.
#[derive(Debug, Clone)]
pub struct Agreement<'t> {
    /// The root object.
    pub root: NodeId,
    /// `id`
    pub id: Field<&'t str>,
    /// `aanvullingOp`
    pub supplement_of: Field<&'t str>,
    /// `looptijd.van`
    pub from: Field<Date>,
    /// `looptijd.tot`
    pub until: Field<Date>,
    /// `convenant`
    pub covenant: Covenant<'t>,
    /// `vervangt`
    pub replaces: Field<List<&'t str>>,
    /// `partner`
    pub partner: Partner<'t>,
    /// `reikwijdte`
    pub reach: Field<Term>,
    /// `regios`
    pub regions: Field<Units>,
    /// `beoogdeRegios`
    pub intended: Field<Units>,
    /// `overigePartijen`
    pub other_parties: Field<List<&'t str>>,
    /// `adoptieregio`
    pub adoption: Adoption<'t>,
    /// `fase`
    pub phase: Field<Term>,
    /// `vastgesteldOp`
    pub formalised: Field<Date>,
    /// `ondertekenaars`
    pub signatories: Field<List<Signatory>>,
    /// `datum` of each entry of `ondertekenaars` that is an object, whoever its party is
    pub signed_on: Vec<Field<Date>>,
    /// `evaluatie`
    pub evaluation: Object,
    /// `evaluatie.intervalMaanden`
    pub interval: Field<f64>,
    /// `evaluatie.volgende`
    pub next_evaluation: Field<Date>,
    /// `samenwerkingen`; a list that is not complete holds items that are no objects
    pub cooperations: Field<List<()>>,
    /// The cooperations that are objects.
    pub cooperation: Vec<Cooperation<'t>>,
    /// `beginselen`
    pub principles: Object,
    /// The principles of the policy, in its order.
    pub principle: Vec<Principle>,
    /// The entries of `afwijkingen` that are sound: the others are ignored.
    pub deviations: Vec<Deviation<'t>>,
}

/// `convenant`
#[derive(Debug, Clone)]
pub struct Covenant<'t> {
    /// `id`
    pub id: Field<&'t str>,
    /// `titel`
    pub title: Field<&'t str>,
    /// `grondslag`
    pub legal_basis: Field<&'t str>,
    /// `vindplaats`
    pub source: Field<&'t str>,
}

/// An entry of `afwijkingen` without a fault of its own.
#[derive(Debug, Clone, Copy)]
pub struct Deviation<'t> {
    /// The entry.
    pub node: NodeId,
    /// 0-based, in `afwijkingen`.
    pub index: usize,
    /// `regel`: a rule's code or name, and its node.
    pub rule: (&'t str, NodeId),
    /// `pad`: only findings whose subject is at or below this pointer.
    pub path: Option<&'t str>,
    /// `toelichting`
    pub reason: &'t str,
    /// `akkoord`; an empty one counts as absent
    pub approved_by: Option<&'t str>,
    /// `tot`: the last day of the deviation, and its node.
    pub until: Option<(Date, NodeId)>,
}

/// `partner`
#[derive(Debug, Clone)]
pub struct Partner<'t> {
    /// The object.
    pub object: Object,
    /// `naam`
    pub name: Field<&'t str>,
    /// `onderdeelVan`
    pub part_of: Field<&'t str>,
    /// `oin`
    pub oin: Field<&'t str>,
    /// `kvk`
    pub kvk: Field<&'t str>,
    /// `keten`
    pub chain: Field<Term>,
    /// `kerntaken`
    pub tasks: Field<List<Term>>,
    /// `informatieorganisatie`
    pub organisation: Field<Term>,
    /// `crisisstructuur`
    pub crisis_structure: Field<bool>,
    /// `werkgebied`
    pub work_area: Field<Units>,
}

/// `adoptieregio`
#[derive(Debug, Clone)]
pub struct Adoption<'t> {
    /// The object.
    pub object: Object,
    /// `regio`
    pub region: Field<Region>,
    /// `mandaat`
    pub mandate: Object,
    /// `mandaat.datum`
    pub mandate_date: Field<Date>,
    /// `mandaat.verleendDoor`
    pub granted_by: Field<&'t str>,
    /// `ruggespraak`
    pub consulted: Field<Units>,
}

/// An entry of `ondertekenaars`.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// Who signed.
    pub party: Party,
    /// The node of `partij`.
    pub party_node: NodeId,
}

/// A party that signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// The partner.
    Partner,
    /// A region.
    Region(Region),
    /// Another party, by name.
    Other,
}

/// One of the policy's principles, as the document states it.
#[derive(Debug, Clone, Copy)]
pub struct Principle {
    /// Which.
    pub term: Term,
    /// The object; absent where it is empty.
    pub object: Object,
    /// `geborgd`
    pub guaranteed: Field<bool>,
    /// `eigenBeeld`
    pub own_picture: Field<bool>,
}
