//! Which branches of a policy's rules its examples reach.

use std::fmt;

use super::{Proven, checks, proven};
use crate::policy::{Code, PackSource, Policy, Rule};
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
    /// What none of its own failing examples reaches. Empty for a rule of another policy: that one's examples prove it.
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

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(case) => write!(f, "case {case}"),
            Self::Variant(variant) => write!(f, "variant {variant}"),
            Self::Place(place) => write!(f, "place {place}"),
            Self::UndeclaredCase(case) => write!(f, "undeclared case {case}"),
            Self::UndeclaredPlace(place) => write!(f, "undeclared place {place}"),
            Self::UnknownCheck => f.write_str("unknown check"),
            Self::Fails => f.write_str("no failing example"),
            Self::Passes => f.write_str("no passing example"),
        }
    }
}

/// The coverage of every rule, in the order of the catalogue.
#[must_use]
pub fn coverage(source: &PackSource, policy: Policy) -> Vec<Coverage> {
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
    runs.push((None, examples::run(&mut judge, &checks::documents(source)).seen));
    let Some(loaded) = judge.policies.first() else { return Vec::new() };
    loaded.policy.rules().map(|rule| of_rule(rule, &runs, &proven)).collect()
}

fn of_rule(rule: &Rule, runs: &[(Option<Code>, Vec<Seen>)], proven: &[Proven]) -> Coverage {
    let found = |(_, seen): &&(Option<Code>, Vec<Seen>)| seen.iter().any(|seen| seen.code == rule.code);
    let fired = runs.iter().filter(found).count();
    let own = proven.iter().find(|proven| proven.code == rule.code);
    let unreached = own.map(|own| {
        let failing = runs.iter().filter(|(code, _)| *code == Some(rule.code)).flat_map(|(_, seen)| seen);
        unreached(rule, own, &failing.filter(|seen| seen.code == rule.code).collect::<Vec<_>>())
    });
    Coverage {
        code: rule.code,
        name: rule.name.clone(),
        fired,
        silent: runs.len() - fired,
        unreached: unreached.unwrap_or_default(),
    }
}

/// The cases, variants and places that no failing example reached, and what nobody declared.
fn unreached(rule: &Rule, own: &Proven, seen: &[&Seen]) -> Vec<Branch> {
    let Some(check) = registry::find(&rule.check) else { return vec![Branch::UnknownCheck] };
    let mut missing = Vec::new();
    let mut demand = |branch: Branch, reached: bool| {
        if !reached && !missing.contains(&branch) {
            missing.push(branch);
        }
    };
    demand(Branch::Fails, !own.examples.fails.is_empty());
    demand(Branch::Passes, !own.examples.passes.is_empty());
    for case in check.cases {
        demand(Branch::Case(case), seen.iter().any(|seen| seen.case == *case));
    }
    for seen in seen {
        demand(Branch::UndeclaredCase(seen.case), seen.case.is_empty() || check.cases.contains(&seen.case));
        demand(Branch::UndeclaredPlace(seen.choice), seen.choice < check.places);
    }
    for variant in rule.variants() {
        demand(Branch::Variant(variant.into()), seen.iter().any(|seen| seen.variant == Some(variant)));
    }
    if !matches!(check.maker, Maker::Structure) {
        for choice in 0..check.places {
            demand(Branch::Place(choice), seen.iter().any(|seen| seen.choice == choice));
        }
    }
    missing
}
