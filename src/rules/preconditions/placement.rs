//! Entries that stand where they do not belong (V406-V408); these look at the id only.

use std::collections::HashSet;

use super::about;
use crate::facts::Standing;
use crate::findings::{FixPlan, Spot};
use crate::fix::{self, Change, Step, Value};
use crate::model::cooperation::{Cooperation, Entry};
use crate::model::keys;
use crate::policy::Policy;
use crate::policy::tables::{Precondition, Profile};
use crate::policy::vocabulary::Term;
use crate::rules::rights::safeguards;
use crate::rules::{Context, Sink};
use crate::text::suggest;

/// V406: a known precondition is not one that the profile requires (tables 3 and 4).
pub(in crate::rules) fn not_applicable(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile.filter(|profile| !profile.temporary) else { continue };
        if facts.standing == Standing::Disputed {
            continue;
        }
        for entry in &cooperation.preconditions.entries {
            let idle = |known| is_idle(cx.policy, profile, facts.holds_right, known);
            if entry.known.is_some_and(idle) {
                let draft = about(cx, cooperation, entry, cx.key_of(entry.node)).param("profile", profile.term);
                sink.emit(draft.related("profile", cooperation.profile.node().map(Spot::value)));
            }
        }
    }
}

/// Whether neither the profile nor a right that is held asks for a precondition. The preconditions that joining
/// through another waives are still the profile's own, so they are never idle.
fn is_idle(policy: &Policy, profile: &Profile, holds_right: bool, known: Precondition) -> bool {
    let required = policy.precondition_row(known).required_by.contains(&profile.term);
    let safeguard = holds_right && safeguards::asks(policy, profile, known);
    !required && !safeguard
}

/// V407: a known precondition stands under another dimension than its own (table 4).
pub(in crate::rules) fn wrong_dimension(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, _) in cx.cooperations() {
        let mut moved: HashSet<Precondition> = HashSet::new();
        for entry in &cooperation.preconditions.entries {
            let Some(known) = entry.known else { continue };
            let own = cx.policy.precondition_row(known).dimension;
            if entry.dimension == own {
                continue;
            }
            let taken = |other: &Entry<'_>| other.known == Some(known) && other.dimension == own;
            let taken = cooperation.preconditions.entries.iter().any(taken);
            // Where the same one stands in several wrong places, one of them moves.
            let fix = moved.insert(known).then(|| relocation(cx, cooperation, entry, known)).flatten();
            sink.emit(
                about(cx, cooperation, entry, cx.key_of(entry.node))
                    .case(if taken { "taken" } else { "free" })
                    .fix(fix)
                    .param("found", entry.dimension)
                    .param("expected", own),
            );
        }
    }
}

/// The fix that moves an entry as it is to its own dimension; none where one stands there.
fn relocation(
    cx: &Context<'_>,
    cooperation: &Cooperation<'_>,
    entry: &Entry<'_>,
    known: Precondition,
) -> Option<FixPlan> {
    let all = cx.tree.get(cooperation.node, keys::PRECONDITIONS)?;
    let way = [Step::term(cx.policy, cx.policy.precondition_row(known).dimension)];
    let entry = entry.node;
    let moved = [(Step::precondition(cx.policy, known), Value::moved(cx.tree, entry))];
    let mut changes = fix::put(cx.tree, all, &way, moved)?;
    changes.push(Change::Remove(entry));
    Some(FixPlan::new(changes))
}

/// V408: an entry's id is none that the policy knows (tables 3 and 4).
pub(in crate::rules) fn unknown(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, _) in cx.cooperations() {
        let mut named: HashSet<(Term, Precondition)> = HashSet::new();
        for entry in unknown_entries(cooperation) {
            let draft = about(cx, cooperation, entry, cx.key_of(entry.node));
            sink.emit(match suggestion(cx.policy, entry.id) {
                Some(suggestion) => {
                    let fix = named.insert((entry.dimension, suggestion)).then(|| correction(cx, entry, suggestion));
                    let fix = fix.flatten();
                    let case = if fix.is_some() { "suggested" } else { "taken" };
                    draft.fix(fix).case(case).param("suggestion", suggestion)
                }
                None => draft.case("unknown"),
            });
        }
    }
}

/// The fix that writes an id right; none where that id stands beside it.
fn correction(cx: &Context<'_>, entry: &Entry<'_>, meant: Precondition) -> Option<FixPlan> {
    let id = &cx.policy.precondition_row(meant).id;
    let stands = cx.tree.parent(entry.node).is_some_and(|dimension| cx.tree.get(dimension, id).is_some());
    (!stands).then(|| FixPlan::new([Change::Rename(entry.node, id.clone())]))
}

fn unknown_entries<'a>(cooperation: &'a Cooperation<'a>) -> impl Iterator<Item = &'a Entry<'a>> {
    let entries = cooperation.preconditions.entries.iter();
    entries.filter(|entry| entry.known.is_none() && !entry.id.starts_with(keys::OWN_PREFIX))
}

/// The precondition that an unknown id probably means; the author's own keys mean none.
pub(super) fn suggestion(policy: &Policy, id: &str) -> Option<Precondition> {
    if id.starts_with(keys::OWN_PREFIX) {
        return None;
    }
    let ids = policy.preconditions().map(|known| &*policy.precondition_row(known).id);
    suggest::nearest(id, ids).and_then(|nearest| policy.precondition(nearest))
}
