//! What a new agreement is to be about, and what of that cannot be.

use crate::policy::{Fit, Is, Level, Policy, Region, Term};
use crate::structure::is_placeholder;
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
    /// The partner has no name.
    NoName,
    /// The partner's name has no letter or digit, or keeps the place of one.
    BadName,
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
        self.check_partner(policy)?;
        if !is_id(&self.id) {
            return Err(Impossible::BadId);
        }
        if self.cooperations.is_empty() {
            return Err(Impossible::NoTask);
        }
        self.check_cooperations(policy)?;
        if policy.groups().reach && self.reach(policy).is_none() {
            return Err(Impossible::NoRegion);
        }
        self.check_adoption(policy)?;
        match self.reach(policy).filter(|reach| self.adoption.is_none() && asks_adoption(policy, *reach)) {
            Some(reach) if self.needs_adoption(policy) => Err(Impossible::AdoptionMissing(reach)),
            _ => Ok(()),
        }
    }

    /// Whether a partner can be called so.
    ///
    /// # Errors
    /// Why not.
    pub fn check_partner(&self, policy: &Policy) -> Result<(), Impossible> {
        let name = self.partner.trim();
        match name {
            "" => Err(Impossible::NoName),
            name if !name.contains(char::is_alphanumeric) || is_placeholder(policy, name) => Err(Impossible::BadName),
            _ => Ok(()),
        }
    }

    /// Whether the cooperations, as far as they are known, can stand beside each other.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn check_cooperations(&self, policy: &Policy) -> Result<(), Impossible> {
        for (at, (task, profile)) in self.cooperations.iter().enumerate() {
            if self.cooperations.iter().take(at).any(|(other, _)| other == task) {
                return Err(Impossible::TaskTwice(*task));
            }
            if policy.fit(*task, *profile) == Fit::Not {
                return Err(Impossible::NoFit(*task, *profile));
            }
        }
        Ok(())
    }

    /// Whether the adoption region, where it is known, can be one for the regions, where these are.
    ///
    /// # Errors
    /// Why not.
    pub fn check_adoption(&self, policy: &Policy) -> Result<(), Impossible> {
        let (Some(adoption), Some(reach)) = (self.adoption, self.reach(policy)) else { return Ok(()) };
        if !asks_adoption(policy, reach) {
            return Err(Impossible::AdoptionNeedless(reach));
        }
        let among = self.regions.as_ref().is_some_and(|bound| bound.contains(adoption));
        if among { Ok(()) } else { Err(Impossible::AdoptionOutside(adoption)) }
    }

    /// The reach that follows from the regions; `None` where there are none.
    #[must_use]
    pub fn reach(&self, policy: &Policy) -> Option<Term> {
        self.regions.as_ref().filter(|_| policy.groups().reach).and_then(|bound| bound.reach(policy))
    }

    /// Whether the regions ask for an adoption region, now or later.
    #[must_use]
    pub fn asks_adoption(&self, policy: &Policy) -> bool {
        self.reach(policy).is_some_and(|reach| asks_adoption(policy, reach))
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

/// Whether a text can be the id of an agreement.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && slug(text) == text
}

/// The id that follows from a partner's name; `None` where the name has letters, and none that an id may have.
#[must_use]
pub fn id_of(name: &str) -> Option<String> {
    let id = slug(name);
    let has_letter = id.contains(|char: char| char.is_ascii_alphabetic());
    (!id.is_empty() && (has_letter || !name.contains(char::is_alphabetic))).then_some(id)
}

/// Whether a reach asks for an adoption region, under this policy.
fn asks_adoption(policy: &Policy, reach: Term) -> bool {
    policy.groups().adoption && policy.reach(reach).through_adoption
}
