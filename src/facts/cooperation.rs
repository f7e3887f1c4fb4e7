//! What is derived from one cooperation.

use crate::model::Cooperation;
use crate::model::field::Field;
use crate::policy::Policy;
use crate::policy::calendar::Date;
use crate::policy::tables::{Fit, Profile};
use crate::policy::vocabulary::{Is, Term};

/// How a cooperation's profile stands to its core task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It fits, or nothing is known against it.
    Settled,
    /// The policy's text and tables disagree (§2.2).
    Disputed,
    /// It does not fit: no other rule reads this profile.
    InDoubt,
}

/// What is derived from one cooperation.
#[derive(Debug, Clone, Copy)]
pub struct CooperationFacts<'t> {
    /// How the profile stands to the core task.
    pub standing: Standing,
    /// The profile's row; `None` where it is missing, bad or in doubt.
    pub profile: Option<&'t Profile>,
    /// The partner joins through another party or process; `None` where that is not known.
    pub via: Option<bool>,
    /// The partner joins through another and certainly holds no right: the shorter list of preconditions holds.
    pub waived: bool,
    /// Whether a right other than the lowest is stated.
    pub holds_right: bool,
    /// A conditional standpoint's date of reassessment has not passed (§4.2).
    pub reassessment_runs: bool,
}

impl<'t> CooperationFacts<'t> {
    /// Derives the facts of a cooperation.
    pub fn of(cooperation: &Cooperation<'_>, policy: &'t Policy, as_of: Date) -> Self {
        Self::standing_so(cooperation, policy, as_of, standing(cooperation, policy))
    }

    /// Derives them as if its profile were not in doubt.
    pub fn undoubted(cooperation: &Cooperation<'_>, policy: &'t Policy, as_of: Date) -> Self {
        Self::standing_so(cooperation, policy, as_of, Standing::Settled)
    }

    fn standing_so(cooperation: &Cooperation<'_>, policy: &'t Policy, as_of: Date, standing: Standing) -> Self {
        let profile = cooperation.profile.get().filter(|_| standing != Standing::InDoubt);
        let profile = profile.map(|term| policy.profile(term));
        let via = via(cooperation, profile, policy);
        Self {
            standing,
            profile,
            via,
            waived: via == Some(true) && holds_none(cooperation),
            holds_right: rights(cooperation).any(|right| right.get().is_some_and(|right| right.index > 0)),
            reassessment_runs: reassessment_runs(cooperation, policy, as_of),
        }
    }
}

fn standing(cooperation: &Cooperation<'_>, policy: &Policy) -> Standing {
    let (Some(task), Some(profile)) = (cooperation.task.get(), cooperation.profile.get()) else {
        return Standing::Settled;
    };
    match policy.fit(task, profile) {
        Fit::Fits => Standing::Settled,
        Fit::Disputed => Standing::Disputed,
        Fit::Not => Standing::InDoubt,
    }
}

/// Whether the partner joins through another: only a profile that joins knows this.
fn via(cooperation: &Cooperation<'_>, profile: Option<&Profile>, policy: &Policy) -> Option<bool> {
    if !profile?.joins {
        return Some(false);
    }
    match cooperation.joining.route {
        Field::Known(route, _) => Some(policy.is(route, Is::Via)),
        Field::Absent => Some(false),
        Field::Bad => None,
    }
}

fn rights(cooperation: &Cooperation<'_>) -> impl Iterator<Item = Field<Term>> {
    [cooperation.rights.read, cooperation.rights.write].into_iter()
}

/// Whether each right is absent or the lowest.
fn holds_none(cooperation: &Cooperation<'_>) -> bool {
    rights(cooperation).all(|right| right.is_absent() || right.get().is_some_and(|right| right.index == 0))
}

fn reassessment_runs(cooperation: &Cooperation<'_>, policy: &Policy, as_of: Date) -> bool {
    let assessment = &cooperation.assessment;
    let conditional = assessment.decision.get().is_some_and(|decision| policy.is(decision, Is::Conditional));
    conditional && assessment.reassessment.get().is_some_and(|date| as_of.not_after(date))
}
