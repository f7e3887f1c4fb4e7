//! Who must act on a finding.

use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{ActorSpec, Policy, Rule};

/// Who must act on a finding of a rule, given its variant and what its check says. Where the reach is local, the region stands in for the
/// adoption region, and in an assessment for the national board.
pub fn actor(
    policy: &Policy,
    rule: &Rule,
    (variant, from_check): (Option<&str>, Option<Term>),
    local: bool,
) -> Option<Term> {
    let spec = variant.and_then(|variant| rule.actor_when(variant)).unwrap_or(rule.actor);
    let actor = match spec {
        ActorSpec::None => None,
        ActorSpec::Fixed(term) => Some(term),
        ActorSpec::FromCheck => from_check,
    }?;
    let board = policy.is(actor, Is::Board) && rule.code.family() == 'T';
    stands_in(policy, actor, local, board)
}

/// The actor, or the region where the reach is local and this is the adoption region (or, where asked, the board).
pub fn stands_in(policy: &Policy, actor: Term, local: bool, board: bool) -> Option<Term> {
    let stands_in = local && (board || policy.is(actor, Is::AdoptionRegion));
    if stands_in { policy.find(Vocab::Actor, Is::Region) } else { Some(actor) }
}
