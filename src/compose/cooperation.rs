//! One cooperation: what its profile gives and asks.

use super::document::Maker;
use super::{Member, Wish, object, term};
use crate::fix::Value;
use crate::model::format::{CONTACT, CONTACTS, COOPERATION, ENTRY, JOINING, RIGHTS, TEMPORARY};
use crate::model::keys;
use crate::policy::{Is, Policy, Precondition, Profile, Safeguard, Term, Vocab};

/// The cooperation for a core task by a profile.
pub(super) fn cooperation(maker: &Maker<'_>, task: Term, profile: Term) -> Value {
    let policy = maker.policy;
    let row = policy.profile(profile);
    let mut members: Vec<Member> = vec![
        (keys::CORE_TASK, term(policy, task)),
        (keys::PROFILE, term(policy, profile)),
        (keys::OWN_PICTURE, row.own_picture.into()),
    ];
    if policy.groups().rights {
        let rights = vec![(keys::READ, term(policy, row.read)), (keys::WRITE, term(policy, row.write))];
        members.push((keys::RIGHTS, object(&RIGHTS, policy, rights)));
    }
    members.extend(contacts(maker, row));
    members.extend(joining(policy, row));
    members.extend(temporary(maker, row));
    members.extend(preconditions(maker, row));
    object(&COOPERATION, policy, members)
}

/// The contacts that the profile asks for, each with the first role that fits.
fn contacts(maker: &Maker<'_>, profile: &Profile) -> Option<Member> {
    let roles = [(keys::INFORMATION, profile.information.first()), (keys::COORDINATION, profile.coordination.first())];
    let contacts: Vec<Member> =
        roles.into_iter().filter_map(|(key, role)| Some((key, contact(maker, profile, *role?)))).collect();
    (!contacts.is_empty()).then(|| (keys::CONTACTS, object(&CONTACTS, maker.policy, contacts)))
}

fn contact(maker: &Maker<'_>, profile: &Profile, role: Term) -> Value {
    let policy = maker.policy;
    let mut members: Vec<Member> = vec![(keys::ROLE, term(policy, role))];
    if profile.on_call {
        members.push((keys::ON_CALL, true.into()));
    }
    members.extend(maker.stub().map(|stub| (keys::REACHABLE, stub)));
    if policy.is(role, Is::Seconded) {
        let from = maker.wish.adoption.or_else(|| maker.wish.regions.as_ref()?.first());
        members.extend(from.map(|region| (keys::FROM_REGION, Value::from(&*policy.region_row(region).code))));
    }
    object(&CONTACT, policy, members)
}

/// That the partner joins by itself, where the profile leaves a choice.
fn joining(policy: &Policy, profile: &Profile) -> Option<Member> {
    let route = policy.terms(Vocab::Route).find(|route| !policy.is(*route, Is::Via)).filter(|_| profile.joins)?;
    Some((keys::JOINING, object(&JOINING, policy, vec![(keys::ROUTE, term(policy, route))])))
}

/// What ends a temporary cooperation, and a place for the conditions of the region.
fn temporary(maker: &Maker<'_>, profile: &Profile) -> Vec<Member> {
    if !profile.temporary {
        return Vec::new();
    }
    let ending = maker.stub().unwrap_or_else(|| maker.texts.plain("new-ending").into());
    let ending = vec![(keys::ENDING, ending)];
    let mut members = vec![(keys::TEMPORARY, object(&TEMPORARY, maker.policy, ending))];
    members.extend(maker.stub().map(|stub| (keys::CONDITIONS, stub)));
    members
}

/// Every precondition of the profile as a stub, by dimension and in the order of the policy's table.
fn preconditions(maker: &Maker<'_>, profile: &Profile) -> Option<Member> {
    let policy = maker.policy;
    let arranged = arranged(maker.wish, policy, profile);
    let required: Vec<Precondition> = policy.required(profile.term, false).collect();
    let all = policy.preconditions().filter(|one| required.contains(one) || arranged.contains(one));
    let stubs: Vec<(Term, &str, Value)> = all
        .filter_map(|one| {
            let row = policy.precondition_row(one);
            let is = if arranged.contains(&one) { Is::Arranged } else { Is::NotArranged };
            let status = term(policy, policy.find(Vocab::Status, is)?);
            Some((row.dimension, &*row.id, object(&ENTRY, policy, vec![(keys::STATUS, status)])))
        })
        .collect();
    let dimensions = policy.terms(Vocab::Dimension).filter_map(|dimension| {
        let own = stubs.iter().filter(|(other, ..)| *other == dimension);
        let own: Vec<(&str, Value)> = own.map(|(_, id, entry)| (*id, entry.clone())).collect();
        (!own.is_empty()).then(|| (policy.name(dimension), Value::object(own)))
    });
    (!stubs.is_empty()).then(|| (keys::PRECONDITIONS, Value::object(dimensions)))
}

/// The preconditions that the agreement calls arranged: in execution the safeguards.
pub(super) fn arranged(wish: &Wish, policy: &Policy, profile: &Profile) -> Vec<Precondition> {
    if wish.in_execution(policy) { safeguards(policy, profile) } else { Vec::new() }
}

/// The safeguards without which nobody holds the rights of a profile: whoever has these rights by now has arranged them.
fn safeguards(policy: &Policy, profile: &Profile) -> Vec<Precondition> {
    let holds = policy.groups().rights && (profile.read.index > 0 || profile.write.index > 0);
    let kind = |one: &Precondition| policy.precondition_row(*one).safeguard.filter(|_| holds);
    let required = |one: &Precondition| policy.precondition_row(*one).required_by.contains(&profile.term);
    let trainings = || policy.preconditions().filter(|one| kind(one) == Some(Safeguard::Training));
    let training = trainings().find(required).or_else(|| trainings().next());
    policy.preconditions().filter(|one| kind(one) == Some(Safeguard::Always) || training == Some(*one)).collect()
}
