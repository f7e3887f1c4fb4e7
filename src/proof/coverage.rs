//! Which branches of a policy's rules its examples reach.

use std::sync::Arc;

use super::{Proven, Trial};
use crate::policy::{Code, Owner, PackSource, Policy, Rule};
use crate::rules::registry::{self, Maker};
use crate::workspace::Loaded;
use crate::workspace::examples::Seen;
use crate::workspace::policies;

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

impl Trial<'_> {
    /// The coverage of every rule, in the order of the catalogue. A rule that is taken from another pack has examples in the words of a
    /// policy among `packs`: it is proven there.
    #[must_use]
    pub fn coverage(&self, packs: &[PackSource]) -> Vec<Coverage> {
        let mut all = self.measured();
        for pack in packs.iter().filter(|pack| pack.is_policy()) {
            let lent = |one: &Coverage| one.proven_by.is_none() && self.may_prove(pack, one.code);
            if !all.iter().any(lent) {
                continue;
            }
            let Ok(lender) = policies::load(pack, packs) else { continue };
            let measured = Trial::new(pack, &Arc::new(Loaded::new(lender))).measured();
            for one in all.iter_mut().filter(|one| lent(one)) {
                let proof = measured.iter().find(|proof| proof.code == one.code && proof.proven_by.is_some());
                if let Some(proof) = proof {
                    (one.proven_by, one.unreached) = (proof.proven_by.clone(), proof.unreached.clone());
                }
            }
        }
        all
    }

    /// Whether the examples of a rule may speak of the policy of a pack: those of the engine's may, and of those that another policy lends.
    fn may_prove(&self, pack: &PackSource, code: Code) -> bool {
        let owner = self.loaded.policy.rule(code).map(Rule::owner);
        owner.is_some_and(|owner| match owner {
            Owner::Policy => false,
            Owner::Engine => true,
            Owner::Other(lender) => pack.id() == Some(lender),
        })
    }

    /// The coverage of every rule by the examples and documents of the pack itself.
    fn measured(&self) -> Vec<Coverage> {
        let all =
            self.rules.iter().flat_map(|proven| [(Some(proven.rule.code), &proven.fails), (None, &proven.passes)]);
        let examples = all.flat_map(|(code, list)| list.iter().map(move |ran| (code, &*ran.outcome.seen)));
        let documents = (!self.documents.example.files.is_empty()).then(|| (None, &*self.documents.outcome.seen));
        let runs: Vec<Run<'_>> = examples.chain(documents).collect();
        let policy = &self.loaded.policy;
        let own = |rule: &Rule| self.rules.iter().find(|proven| proven.rule.code == rule.code);
        policy.rules().map(|rule| of_rule(policy, rule, &runs, own(rule))).collect()
    }
}

/// What a run gave, and of which rule's failing examples it is.
type Run<'r> = (Option<Code>, &'r [Seen]);

fn of_rule(policy: &Policy, rule: &Rule, runs: &[Run<'_>], own: Option<&Proven<'_>>) -> Coverage {
    let found = |(_, seen): &&Run<'_>| seen.iter().any(|seen| seen.code == rule.code);
    let fired = runs.iter().filter(found).count();
    let unreached = own.map(|own| {
        let failing = runs.iter().filter(|(code, _)| *code == Some(rule.code)).flat_map(|(_, seen)| *seen);
        unreached(policy, own, &failing.filter(|seen| seen.code == rule.code).collect::<Vec<_>>())
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
fn unreached(policy: &Policy, own: &Proven<'_>, seen: &[&Seen]) -> Vec<Branch> {
    let rule = own.rule;
    let Some(check) = registry::find(&rule.check) else { return vec![Branch::UnknownCheck] };
    let groups = policy.groups();
    let mut missing = Vec::new();
    let mut demand = |branch: Branch, reached: bool| {
        if !reached && !missing.contains(&branch) {
            missing.push(branch);
        }
    };
    demand(Branch::Fails, !own.fails.is_empty());
    demand(Branch::Passes, !own.passes.is_empty());
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
