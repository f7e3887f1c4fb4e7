//! What is derived from a document as a whole.

use crate::facts::cooperation::CooperationFacts;
use crate::model::Agreement;
use crate::model::field::{Field, Units};
use crate::policy::Policy;
use crate::policy::calendar::{Date, Day};
use crate::policy::tables::Region;
use crate::policy::vocabulary::{Is, Term};

/// What is derived from a document once.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent fact")]
pub struct Facts<'t> {
    /// The phase by which severity is read: 0 exploration, 1 elaboration (also where it is not known), 2 execution.
    pub phase: usize,
    /// Whether the document is a supplement; `None` where its `aanvullingOp` is bad.
    pub supplement: Option<bool>,
    /// Whether every cooperation is temporary.
    pub adhoc: bool,
    /// Whether the agreement is formal.
    pub formal: bool,
    /// The distinct units that it binds; `None` where the list is missing or not completely known.
    pub bound: Option<Vec<Region>>,
    /// How many distinct units it binds or intends to bind; `None` where that is not known.
    pub units: Option<usize>,
    /// The reach that follows from that number.
    pub derived_reach: Option<Term>,
    /// The stated reach is not the derived one (R301).
    pub reach_differs: bool,
    /// The agreement was formalised before the policy was in force (R316, §5).
    pub predates: bool,
    /// Its term, or the term of all its temporary cooperations, has passed.
    pub over: bool,
    /// The facts of each cooperation, in the order of the model.
    pub cooperations: Vec<CooperationFacts<'t>>,
}

impl<'t> Facts<'t> {
    /// Derives the facts of a document.
    pub fn of(agreement: &Agreement<'_>, policy: &'t Policy, as_of: Day) -> Self {
        let as_of = Date::from(as_of);
        let supplement = supplement(agreement);
        let units = units(agreement);
        let derived_reach = units.and_then(|units| policy.derived_reach(units));
        let works_everywhere = works_everywhere(agreement, policy.regions().rows.len());
        let adhoc = all_temporary(agreement, policy);
        let execution = agreement.phase.get().is_some_and(|phase| policy.is(phase, Is::Execution));
        Self {
            phase: phase(agreement, policy),
            supplement,
            adhoc,
            formal: execution || agreement.formalised.is_known(),
            bound: agreement.regions.known().filter(|u| u.complete).map(|units| units.distinct.clone()),
            units,
            derived_reach,
            reach_differs: reach_differs(agreement, policy, derived_reach, works_everywhere),
            predates: predates(agreement, policy),
            over: over(agreement, adhoc, as_of),
            cooperations: agreement.cooperation.iter().map(|c| CooperationFacts::of(c, policy, as_of)).collect(),
        }
    }
}

fn phase(agreement: &Agreement<'_>, policy: &Policy) -> usize {
    match agreement.phase.get() {
        Some(phase) if policy.is(phase, Is::Exploration) => 0,
        Some(phase) if policy.is(phase, Is::Execution) => 2,
        _ => 1,
    }
}

fn supplement(agreement: &Agreement<'_>) -> Option<bool> {
    match agreement.supplement_of {
        Field::Absent => Some(false),
        Field::Bad => None,
        Field::Known(..) => Some(true),
    }
}

/// The number of distinct units bound or intended.
fn units(agreement: &Agreement<'_>) -> Option<usize> {
    let bound = agreement.regions.known().filter(|units| units.complete)?;
    let mut all = bound.distinct.clone();
    match &agreement.intended {
        Field::Absent => {}
        Field::Known(intended, _) if intended.complete => all.extend(&intended.distinct),
        _ => return None,
    }
    all.sort_unstable();
    all.dedup();
    Some(all.len())
}

/// Whether a work area that is stated covers every unit.
fn works_everywhere(agreement: &Agreement<'_>, everything: usize) -> bool {
    agreement.partner.work_area.known().is_some_and(|area: &Units| area.distinct.len() == everything)
}

fn reach_differs(agreement: &Agreement<'_>, policy: &Policy, derived: Option<Term>, everywhere: bool) -> bool {
    let (Some(stated), Some(derived)) = (agreement.reach.get(), derived) else { return false };
    let justified = everywhere && policy.reach(stated).by_work_area;
    agreement.supplement_of.is_absent() && stated != derived && !justified
}

fn all_temporary(agreement: &Agreement<'_>, policy: &Policy) -> bool {
    let complete = agreement.cooperations.known().is_some_and(|list| list.complete);
    let temporary = |profile: Option<Term>| profile.is_some_and(|profile| policy.profile(profile).temporary);
    complete && !agreement.cooperation.is_empty() && agreement.cooperation.iter().all(|c| temporary(c.profile.get()))
}

fn predates(agreement: &Agreement<'_>, policy: &Policy) -> bool {
    let (Some(formalised), Some(start)) = (agreement.formalised.get(), policy.in_force()) else { return false };
    formalised.before(start.into())
}

fn over(agreement: &Agreement<'_>, adhoc: bool, as_of: Date) -> bool {
    let passed = |date: Field<Date>| date.get().is_some_and(|date| date.before(as_of));
    passed(agreement.until) || (adhoc && agreement.cooperation.iter().all(|c| passed(c.temporary.until)))
}
