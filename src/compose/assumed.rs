//! What a new agreement states though nobody said it: in its last phase there is no room for stubs.

use super::Wish;
use super::cooperation::arranged;
use super::document::proposes_evaluation;
use crate::policy::{Lang, Policy, Precondition};
use crate::texts::{Texts, listed};

/// Something that a new agreement states, and that is to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumption {
    /// Who gives the adoption region its mandate.
    Mandate,
    /// When a temporary cooperation ends.
    Ending,
    /// How often the parties evaluate.
    Evaluation,
    /// That these are arranged.
    Arranged(Vec<Precondition>),
}

impl Assumption {
    /// It in a sentence.
    pub fn text(&self, policy: &Policy, lang: Lang) -> String {
        let (what, list) = match self {
            Self::Mandate => ("mandate", String::new()),
            Self::Ending => ("ending", String::new()),
            Self::Evaluation => ("evaluation", String::new()),
            Self::Arranged(some) => {
                let name = |one: &Precondition| format!("`{}`", policy.precondition_row(*one).id);
                ("arranged", listed(lang, &some.iter().map(name).collect::<Vec<_>>()))
            }
        };
        Texts::get(lang).format("new-assumption", &[("what", what.into()), ("list", list.into())])
    }
}

/// What the agreement of a wish assumes.
#[must_use]
pub fn assumptions(wish: &Wish, policy: &Policy) -> Vec<Assumption> {
    let execution = wish.in_execution(policy);
    let profiles = || wish.cooperations.iter().map(|(_, profile)| policy.profile(*profile));
    let safeguards: Vec<Precondition> = profiles().flat_map(|profile| arranged(wish, policy, profile)).collect();
    let safeguards: Vec<Precondition> = policy.preconditions().filter(|one| safeguards.contains(one)).collect();
    let mandate = execution && wish.adoption.is_some() && wish.asks_adoption(policy);
    let ending = execution && policy.groups().temporary && profiles().any(|profile| profile.temporary);
    let mut assumed = Vec::new();
    assumed.extend(mandate.then_some(Assumption::Mandate));
    assumed.extend(ending.then_some(Assumption::Ending));
    assumed.extend(proposes_evaluation(wish, policy).then_some(Assumption::Evaluation));
    assumed.extend((!safeguards.is_empty()).then_some(Assumption::Arranged(safeguards)));
    assumed
}
