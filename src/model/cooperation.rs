//! One entry of `samenwerkingen`: a core task with its profile, rights, contacts, preconditions and assessment.

use crate::json::NodeId;
use crate::model::field::{Field, List};
use crate::model::reader::Object;
use crate::policy::calendar::Date;
use crate::policy::tables::{Precondition, Region};
use crate::policy::vocabulary::Term;

/// A cooperation.
#[derive(Debug, Clone)]
pub struct Cooperation<'t> {
    /// Its object.
    pub node: NodeId,
    /// 0-based, in `samenwerkingen`.
    pub index: usize,
    /// `kerntaak`
    pub task: Field<Term>,
    /// `profiel`
    pub profile: Field<Term>,
    /// `taakomschrijving`
    pub description: Field<&'t str>,
    /// `informatieorganisatie`
    pub organisation: Field<Term>,
    /// `crisisstructuur`
    pub crisis_structure: Field<bool>,
    /// `regieEigenBeeld`
    pub own_picture: Field<bool>,
    /// `lcms`
    pub rights: Rights,
    /// `aanspreekpunten`
    pub contacts: Contacts<'t>,
    /// `aansluiting`
    pub joining: Joining<'t>,
    /// `tijdelijk`
    pub temporary: Temporary<'t>,
    /// `voorwaardenVeiligheidsregio`
    pub conditions: Field<&'t str>,
    /// `randvoorwaarden`
    pub preconditions: Preconditions<'t>,
    /// `toetsing`
    pub assessment: Assessment<'t>,
}

/// `lcms`
#[derive(Debug, Clone, Copy)]
pub struct Rights {
    /// The object.
    pub object: Object,
    /// `lezen`
    pub read: Field<Term>,
    /// `schrijven`
    pub write: Field<Term>,
}

/// `aanspreekpunten`
#[derive(Debug, Clone)]
pub struct Contacts<'t> {
    /// The object.
    pub object: Object,
    /// `informatie`
    pub information: Contact<'t>,
    /// `coordinatie`
    pub coordination: Contact<'t>,
}

/// A contact.
#[derive(Debug, Clone)]
pub struct Contact<'t> {
    /// The object.
    pub object: Object,
    /// Its key in `aanspreekpunten`.
    pub key: &'static str,
    /// `rol`
    pub role: Field<Term>,
    /// `piket`
    pub on_call: Field<bool>,
    /// `telefoon`; an empty one counts as absent
    pub telephone: Field<&'t str>,
    /// `email`
    pub email: Field<&'t str>,
    /// `bereikbaarheid`
    pub reachable: Field<&'t str>,
    /// `vanuit`
    pub from_region: Field<Region>,
}

/// `aansluiting`
#[derive(Debug, Clone)]
pub struct Joining<'t> {
    /// The object.
    pub object: Object,
    /// `wijze`
    pub route: Field<Term>,
    /// `via`
    pub through: Object,
    /// `via.soort`
    pub through_kind: Field<Term>,
    /// `via.naam`
    pub through_name: Field<&'t str>,
}

/// `tijdelijk`
#[derive(Debug, Clone)]
pub struct Temporary<'t> {
    /// The object.
    pub object: Object,
    /// `van`
    pub from: Field<Date>,
    /// `tot`
    pub until: Field<Date>,
    /// `einde`
    pub ending: Field<&'t str>,
}

/// `randvoorwaarden`
#[derive(Debug, Clone)]
pub struct Preconditions<'t> {
    /// The object.
    pub object: Object,
    /// The dimensions that stand in the document, in its order.
    pub dimensions: Vec<Dimension>,
    /// The entries of all dimensions, in the order of the document.
    pub entries: Vec<Entry<'t>>,
}

/// A dimension of the preconditions.
#[derive(Debug, Clone, Copy)]
pub struct Dimension {
    /// Which.
    pub term: Term,
    /// Its object.
    pub object: Object,
}

/// An entry of a precondition.
#[derive(Debug, Clone)]
pub struct Entry<'t> {
    /// Its value.
    pub node: NodeId,
    /// Its key.
    pub id: &'t str,
    /// The precondition, where the policy knows the key.
    pub known: Option<Precondition>,
    /// The dimension under which it stands.
    pub dimension: Term,
    /// The object; absent where it is empty.
    pub object: Object,
    /// `status`
    pub status: Field<Term>,
    /// `afspraak`
    pub agreed: Field<&'t str>,
    /// `verantwoordelijke`
    pub responsible: Field<Term>,
    /// `onderdelen`
    pub parts: Field<Vec<PartValue<'t>>>,
    /// `bereik`
    pub scope: Field<Term>,
    /// `bewijs`
    pub evidence: Field<List<&'t str>>,
    /// `geldigTot`
    pub valid_until: Field<Date>,
}

/// A part of a precondition, as stated.
#[derive(Debug, Clone, Copy)]
pub struct PartValue<'t> {
    /// Its key.
    pub id: &'t str,
    /// Whether it says something; `None` where its value is bad.
    pub stated: Option<bool>,
}

/// `toetsing`
#[derive(Debug, Clone)]
pub struct Assessment<'t> {
    /// The object.
    pub object: Object,
    /// `toetser`
    pub assessor: Field<&'t str>,
    /// `richting`
    pub direction: Object,
    /// `richting.datum`
    pub direction_date: Field<Date>,
    /// `richting.pastBijKerntaak`
    pub fits_task: Field<bool>,
    /// `inrichting`
    pub design: Object,
    /// `inrichting.datum`
    pub design_date: Field<Date>,
    /// `verrichting`
    pub performance: Object,
    /// `verrichting.datum`
    pub performance_date: Field<Date>,
    /// `verrichting.oefening`
    pub exercise: Object,
    /// `verrichting.oefening.datum`
    pub exercise_date: Field<Date>,
    /// `verrichting.oefening.deelnemers`
    pub participants: Field<List<Participant>>,
    /// `advies`
    pub advice: Field<Term>,
    /// `adviesDatum`
    pub advice_date: Field<Date>,
    /// `aandachtspunten`
    pub points: Object,
    /// `hertoetsing`
    pub reassessment: Field<Date>,
    /// `alternatief`
    pub alternative: Field<&'t str>,
    /// `standpunt`
    pub standpoint: Object,
    /// `standpunt.besluit`
    pub decision: Field<Term>,
    /// `standpunt.datum`
    pub standpoint_date: Field<Date>,
    /// `standpunt.door`
    pub by: Field<Term>,
    /// `standpunt.toelichting`
    pub reason: Field<&'t str>,
    /// `live`
    pub live: Field<Date>,
}

/// Who takes part in an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participant {
    /// The partner.
    Partner,
    /// A region.
    Region(Region),
}
