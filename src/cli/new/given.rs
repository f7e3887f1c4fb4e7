//! What the options say of a new agreement, checked before anything is asked.

use clap::ArgMatches;

use super::words::Words;
use super::{ADOPTION, CORE_TASK, ID, NAME, PARTNER, PHASE, PROFILE, REGIONS};
use crate::cli::usage::Usage;
use crate::compose::{Bound, Impossible, Wish, is_id};
use crate::policy::{Is, Policy, Region, Term, Vocab};

/// What the options say.
pub(super) struct Given {
    pub(super) partner: Option<String>,
    pub(super) tasks: Vec<Term>,
    pub(super) profiles: Vec<Term>,
    pub(super) regions: Option<Bound>,
    pub(super) adoption: Option<Region>,
    pub(super) phase: Option<Term>,
    pub(super) id: Option<String>,
}

impl Given {
    /// Reads it.
    ///
    /// # Errors
    /// What is known already not to be possible.
    pub(super) fn read(words: Words<'_>, matches: &ArgMatches) -> Result<Self, Usage> {
        let text = |option: &str| matches.get_one::<String>(option).map(String::as_str);
        let all = |option: &str| matches.get_many::<String>(option).into_iter().flatten().map(String::as_str);
        let terms = |vocab, option| all(option).map(|word| words.any(vocab, option, word)).collect::<Result<_, _>>();
        let regions = words.policy.groups().reach && all(REGIONS).next().is_some();
        let regions = regions.then(|| words.regions(REGIONS, all(REGIONS))).transpose()?;
        let given = Self {
            partner: text(PARTNER).map(|name| name.trim().to_owned()),
            tasks: terms(Vocab::CoreTask, CORE_TASK)?,
            profiles: terms(Vocab::Profile, PROFILE)?,
            adoption: text(ADOPTION).map(|word| words.region(ADOPTION, word, regions.as_ref())).transpose()?,
            regions,
            phase: text(PHASE).map(|word| words.any(Vocab::Phase, PHASE, word)).transpose()?,
            id: text(ID).map(str::to_owned),
        };
        given.check(words)?;
        Ok(given)
    }

    fn check(&self, words: Words<'_>) -> Result<(), Usage> {
        let policy = words.policy;
        let wish = self.wish(policy);
        let refused = |impossible| super::refusal::usage(words, &wish, impossible);
        if self.partner.is_some() {
            wish.check_partner(policy).map_err(refused)?;
        }
        if self.id.as_deref().is_some_and(|id| !is_id(id)) {
            return Err(refused(Impossible::BadId));
        }
        let twice =
            self.tasks.iter().enumerate().find(|(at, task)| self.tasks.iter().take(*at).any(|one| one == *task));
        if let Some((_, task)) = twice {
            return Err(refused(Impossible::TaskTwice(*task)));
        }
        if !self.tasks.is_empty() {
            self.count(words, &self.tasks)?;
        }
        wish.check_cooperations(policy).and_then(|()| wish.check_adoption(policy)).map_err(refused)
    }

    /// That there are as many profiles as core tasks, or one for all.
    pub(super) fn count(&self, words: Words<'_>, tasks: &[Term]) -> Result<(), Usage> {
        if self.profiles.len() <= 1 || self.profiles.len() == tasks.len() {
            return Ok(());
        }
        let args = [("tasks", tasks.len().into()), ("profiles", self.profiles.len().into())];
        let id = if words.asked { "new-tasks-count" } else { "new-profiles-count" };
        Err(Usage::new(words.lang, NAME, id, &args))
    }

    /// Each of some core tasks with the profile that is given for it, as far as one is.
    pub(super) fn pairs(&self, tasks: &[Term]) -> Vec<(Term, Option<Term>)> {
        let one = self.profiles.first().filter(|_| self.profiles.len() == 1);
        tasks.iter().enumerate().map(|(at, task)| (*task, self.profiles.get(at).or(one).copied())).collect()
    }

    /// What is known by now as a wish.
    pub(super) fn wish(&self, policy: &Policy) -> Wish {
        let pairs = self.pairs(&self.tasks);
        Wish {
            id: self.id.clone().unwrap_or_default(),
            partner: self.partner.clone().unwrap_or_default(),
            cooperations: pairs.into_iter().filter_map(|(task, profile)| Some((task, profile?))).collect(),
            regions: self.regions.clone(),
            adoption: self.adoption,
            phase: self.phase.unwrap_or_else(|| usual_phase(policy)),
        }
    }
}

/// The phase where nobody says which: that in which an agreement begins.
pub(super) fn usual_phase(policy: &Policy) -> Term {
    policy.find(Vocab::Phase, Is::Exploration).unwrap_or(Term { vocab: Vocab::Phase, index: 0 })
}
