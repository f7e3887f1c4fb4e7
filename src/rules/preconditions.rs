//! Family V, the preconditions (§3.1, tables 3 and 4): what a profile requires, where it stands, how far it is.

mod entries;
mod evidence;
mod placement;
mod presence;

pub(super) use entries::{expired, not_arranged, part_missing, scope_too_narrow, without_agreement};
pub(super) use evidence::evidence_not_found;
pub(super) use placement::{not_applicable, unknown, wrong_dimension};
pub use presence::{Presence, add_missing, lacking};
pub(super) use presence::{missing, not_stated};

use crate::facts::CooperationFacts;
use crate::findings::{Draft, Param, Place};
use crate::model::Cooperation;
use crate::model::cooperation::Entry;
use crate::policy::Policy;
use crate::policy::tables::{Precondition, Profile};
use crate::policy::vocabulary::{Is, Term};
use crate::rules::Context;

/// A cooperation whose profile is known, and what that profile requires of it.
struct Demand<'a> {
    cooperation: &'a Cooperation<'a>,
    profile: &'a Profile,
    required: Vec<Precondition>,
}

/// What the profile of a cooperation requires of it, in the order of the table; nothing where rules may not read its profile.
pub fn required(policy: &Policy, cooperation: &Cooperation<'_>, facts: &CooperationFacts<'_>) -> Vec<Precondition> {
    let Some(profile) = facts.profile else { return Vec::new() };
    policy.required(profile.term, shortened(cooperation, facts)).collect()
}

/// The cooperations with a profile that rules may read.
fn demands<'a>(cx: &Context<'a>) -> impl Iterator<Item = Demand<'a>> + use<'a> {
    let policy = cx.policy;
    cx.cooperations().filter_map(move |(cooperation, facts)| {
        let profile = facts.profile?;
        Some(Demand { cooperation, profile, required: required(policy, cooperation, facts) })
    })
}

/// Whether the preconditions are left alone that joining through another may waive (§2.2.2): they are waived, or the
/// route or a right is bad, so that nobody can tell. One right that is held settles it, whatever the other says.
fn shortened(cooperation: &Cooperation<'_>, facts: &CooperationFacts<'_>) -> bool {
    let rights = &cooperation.rights;
    match facts.via {
        None => true,
        Some(via) => facts.waived || (via && !facts.holds_right && (rights.read.is_bad() || rights.write.is_bad())),
    }
}

impl<'a> Demand<'a> {
    /// The required entries that are checked, in the order of the document.
    fn checked<'d>(&'d self, policy: &'d Policy) -> impl Iterator<Item = &'a Entry<'a>> + use<'a, 'd> {
        let required = |entry: &&Entry<'_>| entry.known.is_some_and(|known| self.required.contains(&known));
        let cooperation = self.cooperation;
        cooperation.preconditions.entries.iter().filter(required).filter(|entry| is_checked(policy, cooperation, entry))
    }

    /// The required entries that are arranged.
    fn arranged<'d>(&'d self, policy: &'d Policy) -> impl Iterator<Item = &'a Entry<'a>> + use<'a, 'd> {
        self.checked(policy).filter(|entry| is_arranged(policy, entry))
    }
}

/// Whether an entry of a known precondition is the one that counts: under its own dimension, or under another while
/// none stands under its own.
pub fn is_checked(policy: &Policy, cooperation: &Cooperation<'_>, entry: &Entry<'_>) -> bool {
    let Some(known) = entry.known else { return false };
    let own = policy.precondition_row(known).dimension;
    let stands = |other: &Entry<'_>| other.known == Some(known) && other.dimension == own && !other.object.is_absent();
    entry.dimension == own || !cooperation.preconditions.entries.iter().any(stands)
}

/// Whether an entry says that its precondition is arranged.
pub(super) fn is_arranged(policy: &Policy, entry: &Entry<'_>) -> bool {
    entry.status.get().is_some_and(|status| policy.is(status, Is::Arranged))
}

/// A finding about an entry, for whoever is responsible for it.
fn about(cx: &Context<'_>, cooperation: &Cooperation<'_>, entry: &Entry<'_>, place: impl Into<Place>) -> Draft {
    Draft::at(place)
        .cooperation(cooperation.index)
        .actor(responsible(cx, entry))
        .param("precondition", entry.known.map_or_else(|| Param::code(entry.id), Param::Precondition))
}

/// Who must act: the region where it is responsible alone, else the partner.
fn responsible(cx: &Context<'_>, entry: &Entry<'_>) -> Option<Term> {
    let region = entry.responsible.get().is_some_and(|responsible| cx.is(responsible, Is::Region));
    cx.actor(if region { Is::Region } else { Is::Partner })
}
