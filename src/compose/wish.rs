//! What a new agreement is to be about, and what of that cannot be.

use crate::policy::{Fit, Is, Level, Policy, Region, Term};
use crate::text::names::slug;

/// The regions that an agreement binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// All of them, by the word that stands for all.
    All,
    /// These, each once.
    These(Vec<Region>),
}

/// What a new agreement is to be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// `id`
    pub id: String,
    /// `partner.naam`
    pub partner: String,
    /// The core tasks, each with its profile.
    pub cooperations: Vec<(Term, Term)>,
    /// `regios`; `None` where the policy knows no regions in agreements.
    pub regions: Option<Bound>,
    /// `adoptieregio.regio`
    pub adoption: Option<Region>,
    /// `fase`
    pub phase: Term,
}

/// Why a wish cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// The partner has no name, or one without a letter or digit.
    NoName,
    /// The id is no slug.
    BadId,
    /// There is no cooperation.
    NoTask,
    /// A core task is asked for twice.
    TaskTwice(Term),
    /// The profile does not fit the core task.
    NoFit(Term, Term),
    /// The agreement must bind a region.
    NoRegion,
    /// The reach needs an adoption region.
    AdoptionMissing(Term),
    /// The reach needs no adoption region.
    AdoptionNeedless(Term),
    /// The adoption region is not among the regions.
    AdoptionOutside(Region),
}

impl Bound {
    /// How many regions they are.
    #[must_use]
    pub fn count(&self, policy: &Policy) -> usize {
        match self {
            Self::All => policy.regions().rows.len(),
            Self::These(some) => some.len(),
        }
    }

    /// Whether one is among them.
    #[must_use]
    pub fn contains(&self, region: Region) -> bool {
        match self {
            Self::All => true,
            Self::These(some) => some.contains(&region),
        }
    }

    /// The first of them; `None` where there is none.
    #[must_use]
    pub fn first(&self) -> Option<Region> {
        match self {
            Self::All => Some(Region(0)),
            Self::These(some) => some.first().copied(),
        }
    }

    /// The reach that follows from their number.
    #[must_use]
    pub fn reach(&self, policy: &Policy) -> Option<Term> {
        policy.derived_reach(self.count(policy))
    }
}

impl Wish {
    /// Whether there can be such an agreement under a policy.
    ///
    /// # Errors
    /// The first reason why there cannot.
    pub fn check(&self, policy: &Policy) -> Result<(), Impossible> {
        if !self.partner.contains(char::is_alphanumeric) {
            return Err(Impossible::NoName);
        }
        if self.id.is_empty() || slug(&self.id) != self.id {
            return Err(Impossible::BadId);
        }
        if self.cooperations.is_empty() {
            return Err(Impossible::NoTask);
        }
        for (at, (task, profile)) in self.cooperations.iter().enumerate() {
            if self.cooperations.iter().take(at).any(|(other, _)| other == task) {
                return Err(Impossible::TaskTwice(*task));
            }
            if policy.fit(*task, *profile) == Fit::Not {
                return Err(Impossible::NoFit(*task, *profile));
            }
        }
        self.check_regions(policy)
    }

    fn check_regions(&self, policy: &Policy) -> Result<(), Impossible> {
        if !policy.groups().reach {
            return Ok(());
        }
        let Some((regions, reach)) = self.regions.as_ref().and_then(|bound| Some((bound, bound.reach(policy)?))) else {
            return Err(Impossible::NoRegion);
        };
        let asked = asks_adoption(policy, reach);
        match self.adoption {
            Some(_) if !asked => Err(Impossible::AdoptionNeedless(reach)),
            Some(region) if !regions.contains(region) => Err(Impossible::AdoptionOutside(region)),
            None if asked && self.needs_adoption(policy) => Err(Impossible::AdoptionMissing(reach)),
            _ => Ok(()),
        }
    }

    /// Whether the adoption region must be known by now: not while the parties explore, nor where all cooperations are temporary.
    #[must_use]
    pub fn needs_adoption(&self, policy: &Policy) -> bool {
        let temporary = self.cooperations.iter().all(|(_, profile)| policy.profile(*profile).temporary);
        !temporary && !policy.is(self.phase, Is::Exploration)
    }

    /// Whether what a check finds is an error in the agreement's phase.
    pub(super) fn demands(&self, policy: &Policy, check: &str) -> bool {
        let phases = [Is::Exploration, Is::Elaboration, Is::Execution];
        let levels = policy.rule_of_check(check).map(|rule| rule.severity).unwrap_or_default();
        let pairs = phases.into_iter().zip(levels);
        pairs.into_iter().any(|(phase, level)| policy.is(self.phase, phase) && level == Some(Level::Error))
    }

    /// Whether the agreement is carried out already.
    pub(super) fn in_execution(&self, policy: &Policy) -> bool {
        policy.is(self.phase, Is::Execution)
    }
}

/// Whether a reach asks for an adoption region, under this policy.
pub(super) fn asks_adoption(policy: &Policy, reach: Term) -> bool {
    policy.groups().adoption && policy.reach(reach).through_adoption
}
