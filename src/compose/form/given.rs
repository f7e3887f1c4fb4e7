//! What someone has said of a new agreement, and what of it is still to be said.

use super::parts::{Part, Reading, Said};
use super::refusal::refused;
use super::words::Words;
use crate::compose::{Bound, Impossible, Wish, id_of, is_id};
use crate::policy::{Is, Policy, Region, Term, Vocab};

/// What someone has said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// The name of the partner.
    pub partner: Option<String>,
    /// The core tasks, each once.
    pub tasks: Vec<Term>,
    /// The profiles: one for all core tasks, or one for each of them in their order.
    pub profiles: Vec<Term>,
    /// Profiles by their core tasks; they go before the others.
    pub chosen: Vec<(Term, Term)>,
    /// The regions.
    pub regions: Option<Bound>,
    /// The adoption region, or that it is left open.
    pub adoption: Option<Option<Region>>,
    /// The phase.
    pub phase: Option<Term>,
    /// The id.
    pub id: Option<String>,
}

/// What is to be said next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The name of the partner.
    Partner,
    /// The core tasks.
    Tasks,
    /// The profile for a core task.
    Profile(Term),
    /// The regions.
    Regions,
    /// The phase.
    Phase,
    /// The adoption region.
    Adoption,
    /// The id.
    Id,
}

impl Given {
    /// Reads it.
    ///
    /// # Errors
    /// What is known already not to be possible.
    pub fn read(words: Words<'_>, said: &Said) -> Reading<Self> {
        let terms =
            |vocab, part, list: &[String]| list.iter().map(|word| words.any(vocab, part, word)).collect::<Reading<_>>();
        let pair = |(task, profile): &(String, String)| {
            let task = words.any(Vocab::CoreTask, Part::CoreTask, task)?;
            Ok((task, words.any(Vocab::Profile, Part::Profile, profile)?))
        };
        let regions = words.policy.groups().reach && !said.regions.is_empty();
        let regions = regions.then(|| words.regions(said.regions.iter().map(String::as_str))).transpose()?;
        let adoption = |word: &String| match word.trim() {
            "" if words.may_leave_open() => Ok(None),
            word => words.adoption(word, regions.as_ref()).map(Some),
        };
        let given = Self {
            partner: said.partner.as_ref().map(|name| name.trim().to_owned()),
            tasks: terms(Vocab::CoreTask, Part::CoreTask, &said.tasks)?,
            profiles: terms(Vocab::Profile, Part::Profile, &said.profiles)?,
            chosen: said.chosen.iter().map(pair).collect::<Reading<_>>()?,
            adoption: said.adoption.as_ref().map(adoption).transpose()?,
            regions,
            phase: said.phase.as_ref().map(|word| words.any(Vocab::Phase, Part::Phase, word)).transpose()?,
            id: said.id.clone(),
        };
        given.check(words)?;
        Ok(given)
    }

    fn check(&self, words: Words<'_>) -> Reading<()> {
        let policy = words.policy;
        let wish = self.wish(policy);
        let refused = |impossible| refused(words, &wish, impossible);
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
    ///
    /// # Errors
    /// That there are not.
    pub fn count(&self, words: Words<'_>, tasks: &[Term]) -> Reading<()> {
        if self.profiles.len() <= 1 || self.profiles.len() == tasks.len() {
            return Ok(());
        }
        let counts = [("tasks", tasks.len().into()), ("profiles", self.profiles.len().into())];
        let Some((task, profile)) = words.name(Part::CoreTask).zip(words.name(Part::Profile)) else {
            return Err(words.correct("new-tasks-count", &counts));
        };
        let [tasks, profiles] = counts;
        Err(words.correct("new-profiles-count", &[tasks, profiles, ("task", task.into()), ("profile", profile.into())]))
    }

    /// Each of some core tasks with the profile that is given for it, as far as one is.
    pub fn pairs(&self, tasks: &[Term]) -> Vec<(Term, Option<Term>)> {
        let one = self.profiles.first().filter(|_| self.profiles.len() == 1);
        let chosen = |task: Term| self.chosen.iter().find(|(known, _)| *known == task).map(|(_, profile)| *profile);
        let listed = |at: usize| self.profiles.get(at).or(one).copied();
        tasks.iter().enumerate().map(|(at, task)| (*task, chosen(*task).or_else(|| listed(at)))).collect()
    }

    /// Chooses the profile for each core task that only one fits.
    pub fn choose_where_one_fits(&mut self, policy: &Policy) {
        for (task, _) in self.pairs(&self.tasks).into_iter().filter(|(_, profile)| profile.is_none()) {
            let mut fitting = policy.fitting(task);
            if let (Some(only), None) = (fitting.next(), fitting.next()) {
                self.chosen.push((task, only));
            }
        }
    }

    /// What is to be said next. Where somebody can be `asked`, that is also what has a usual answer.
    #[must_use]
    pub fn missing(&self, policy: &Policy, asked: bool) -> Option<Missing> {
        let profile = || self.pairs(&self.tasks).into_iter().find(|(_, profile)| profile.is_none());
        if self.partner.is_none() {
            return Some(Missing::Partner);
        }
        if self.tasks.is_empty() {
            return Some(Missing::Tasks);
        }
        if let Some((task, _)) = profile() {
            return Some(Missing::Profile(task));
        }
        if self.regions.is_none() && policy.groups().reach {
            return Some(Missing::Regions);
        }
        if self.phase.is_none() && (asked || !policy.is(usual_phase(policy), Is::Exploration)) {
            return Some(Missing::Phase);
        }
        if self.adoption.is_none() && asked && self.wish(policy).asks_adoption(policy) {
            return Some(Missing::Adoption);
        }
        (self.id.is_none() && (asked || self.usual_id().is_none())).then_some(Missing::Id)
    }

    /// The id that follows from the partner's name.
    #[must_use]
    pub fn usual_id(&self) -> Option<String> {
        id_of(self.partner.as_deref().unwrap_or_default())
    }

    /// What is known by now as a wish; where nothing is said, what is usual.
    #[must_use]
    pub fn wish(&self, policy: &Policy) -> Wish {
        let pairs = self.pairs(&self.tasks);
        Wish {
            id: self.id.clone().or_else(|| self.usual_id()).unwrap_or_default(),
            partner: self.partner.clone().unwrap_or_default(),
            cooperations: pairs.into_iter().filter_map(|(task, profile)| Some((task, profile?))).collect(),
            regions: self.regions.clone(),
            adoption: self.adoption.flatten(),
            phase: self.phase.unwrap_or_else(|| usual_phase(policy)),
        }
    }
}

/// The phase where nobody says which: that in which an agreement begins.
#[must_use]
pub fn usual_phase(policy: &Policy) -> Term {
    policy.find(Vocab::Phase, Is::Exploration).unwrap_or(Term { vocab: Vocab::Phase, index: 0 })
}
