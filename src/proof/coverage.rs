//! Which branches of a policy's rules its examples reach.

use super::{Proven, checks, load, proven};
use crate::policy::{Code, Owner, PackSource, Policy, Rule};
use crate::rules::registry::{self, Maker};
use crate::workspace::Judge;
use crate::workspace::examples::{self, Seen};

/// How often a rule fired, and what of it nothing fires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The rule.
    pub code: Code,
    /// Its name.
    pub name: Box<str>,
    /// In how many examples and documents it found something.
    pub fired: usize,
    /// In how many of them it found nothing.
    pub silent: usize,
    /// The policy whose examples prove it: this one, or for a rule that is taken from another pack the one that its examples speak of.
    /// `None` where no pack at hand does.
    pub proven_by: Option<Box<str>>,
    /// What none of its failing examples there reaches.
    pub unreached: Vec<Branch>,
}

/// A branch of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Branch {
    /// A case of its check.
    Case(&'static str),
    /// A case with a severity or an actor of its own.
    Variant(Box<str>),
    /// An alternative of its chain of places, from 0.
    Place(u8),
    /// A case that the check does not declare.
    UndeclaredCase(&'static str),
    /// A place that the check does not declare.
    UndeclaredPlace(u8),
    /// A check that nobody knows.
    UnknownCheck,
    /// It has no failing example.
    Fails,
    /// It has no passing example.
    Passes,
}

impl Branch {
    /// The kind's word, as the program's texts know it, and the name.
    #[must_use]
    pub fn words(&self) -> (&'static str, String) {
        match self {
            Self::Case(case) => ("case", (*case).to_owned()),
            Self::Variant(variant) => ("variant", variant.to_string()),
            Self::Place(place) => ("place", place.to_string()),
            Self::UndeclaredCase(case) => ("undeclared-case", (*case).to_owned()),
            Self::UndeclaredPlace(place) => ("undeclared-place", place.to_string()),
            Self::UnknownCheck => ("unknown-check", String::new()),
            Self::Fails => ("fails", String::new()),
            Self::Passes => ("passes", String::new()),
        }
    }
}

/// The coverage of every rule, in the order of the catalogue. A rule that is taken from another pack has examples in the words of a
/// policy among `packs`: it is proven there.
#[must_use]
pub fn coverage(source: &PackSource, policy: Policy, packs: &[PackSource]) -> Vec<Coverage> {
    let lenders = lenders(&policy, packs);
    let mut all = measured(source, policy);
    for (pack, codes) in lenders {
        let Ok(lender) = load(pack, packs) else { continue };
        for proven in measured(pack, lender).into_iter().filter(|proven| codes.contains(&proven.code)) {
            for one in all.iter_mut().filter(|one| one.code == proven.code) {
                (one.proven_by, one.unreached) = (proven.proven_by.clone(), proven.unreached.clone());
            }
        }
    }
    all
}

/// The packs whose examples prove rules that a policy takes, each with these rules.
fn lenders<'p>(policy: &Policy, packs: &'p [PackSource]) -> Vec<(&'p PackSource, Vec<Code>)> {
    let proves = |pack: &&PackSource, rule: &Rule| {
        pack.is_policy()
            && pack.id().is_some_and(|id| match rule.owner() {
                Owner::Policy => false,
                Owner::Engine => rule.source().contains(id),
                Owner::Other(lender) => **lender == *id,
            })
    };
    let taken: Vec<&Rule> = policy.rules().filter(|rule| !policy.proves(rule)).collect();
    let codes = |pack: &&PackSource| -> Vec<Code> {
        taken.iter().filter(|rule| proves(pack, rule)).map(|rule| rule.code).collect()
    };
    packs.iter().map(|pack| (pack, codes(&pack))).filter(|(_, codes)| !codes.is_empty()).collect()
}

/// The coverage of every rule by the examples and documents of one pack.
fn measured(source: &PackSource, policy: Policy) -> Vec<Coverage> {
    let proven = proven(&policy);
    let as_of = policy.examples_as_of();
    let mut judge = Judge::new(policy, as_of);
    // What each document gave, and of which rule's failing examples it is.
    let mut runs: Vec<(Option<Code>, Vec<Seen>)> = Vec::new();
    for rule in &proven {
        let fails = rule.examples.fails.iter().map(|example| (Some(rule.code), example));
        let passes = rule.examples.passes.iter().map(|example| (None, example));
        for (code, example) in fails.chain(passes) {
            runs.push((code, examples::run(&mut judge, example).seen));
        }
    }
    let documents = checks::documents(source);
    if !documents.files.is_empty() {
        runs.push((None, examples::run(&mut judge, &documents).seen));
    }
    let Some(loaded) = judge.policies.first() else { return Vec::new() };
    loaded.policy.rules().map(|rule| of_rule(&loaded.policy, rule, &runs, &proven)).collect()
}

fn of_rule(policy: &Policy, rule: &Rule, runs: &[(Option<Code>, Vec<Seen>)], proven: &[Proven]) -> Coverage {
    let found = |(_, seen): &&(Option<Code>, Vec<Seen>)| seen.iter().any(|seen| seen.code == rule.code);
    let fired = runs.iter().filter(found).count();
    let own = proven.iter().find(|proven| proven.code == rule.code);
    let unreached = own.map(|own| {
        let failing = runs.iter().filter(|(code, _)| *code == Some(rule.code)).flat_map(|(_, seen)| seen);
        unreached(policy, rule, own, &failing.filter(|seen| seen.code == rule.code).collect::<Vec<_>>())
    });
    Coverage {
        code: rule.code,
        name: rule.name.clone(),
        fired,
        silent: runs.len() - fired,
        proven_by: own.map(|_| policy.id().into()),
        unreached: unreached.unwrap_or_else(|| vec![Branch::Fails, Branch::Passes]),
    }
}

/// The cases, variants and places that no failing example reached, and what nobody declared. What needs a group of the document that the
/// policy does not use is not asked for.
fn unreached(policy: &Policy, rule: &Rule, own: &Proven, seen: &[&Seen]) -> Vec<Branch> {
    let Some(check) = registry::find(&rule.check) else { return vec![Branch::UnknownCheck] };
    let groups = policy.groups();
    let mut missing = Vec::new();
    let mut demand = |branch: Branch, reached: bool| {
        if !reached && !missing.contains(&branch) {
            missing.push(branch);
        }
    };
    demand(Branch::Fails, !own.examples.fails.is_empty());
    demand(Branch::Passes, !own.examples.passes.is_empty());
    for case in check.cases_in(|group| groups.has(group)) {
        demand(Branch::Case(case), seen.iter().any(|seen| seen.case == case));
    }
    for seen in seen {
        demand(Branch::UndeclaredCase(seen.case), seen.case.is_empty() || check.cases.contains(&seen.case));
        demand(Branch::UndeclaredPlace(seen.choice), seen.choice < check.places);
    }
    for variant in rule.variants() {
        demand(Branch::Variant(variant.into()), seen.iter().any(|seen| seen.variant == Some(variant)));
    }
    if !matches!(check.maker, Maker::Structure) {
        for choice in check.places_in(|group| groups.has(group)) {
            demand(Branch::Place(choice), seen.iter().any(|seen| seen.choice == choice));
        }
    }
    missing
}
