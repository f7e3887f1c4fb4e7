//! Words that a person gives, as what they stand for in a policy.

use super::parts::{Manner, Part, Reading};
use crate::compose::Bound;
use crate::policy::{Lang, Policy, Region, Term, Vocab};
use crate::text::visible;
use crate::texts::{Args, Correction};

/// What reads words.
#[derive(Clone, Copy)]
pub struct Words<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The language of what is said about them.
    pub lang: Lang,
    /// Where they come from.
    pub manner: Manner,
}

impl<'p> Words<'p> {
    /// An identifier out of a list: by itself, or by its number in the list, from 1.
    ///
    /// # Errors
    /// That it is none of them.
    pub fn term(&self, list: &[Term], part: Part, word: &str) -> Reading<Term> {
        let word = word.trim();
        let number = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let known = list.iter().copied().find(|term| self.policy.name(*term) == word);
        known.or_else(|| list.get(number?).copied()).ok_or_else(|| self.unknown_of(list, part, word))
    }

    /// An identifier of the vocabulary.
    ///
    /// # Errors
    /// That it is none.
    pub fn any(&self, vocab: Vocab, part: Part, word: &str) -> Reading<Term> {
        let list: Vec<Term> = self.policy.terms(vocab).collect();
        self.policy.term(vocab, word).ok_or_else(|| self.unknown_of(&list, part, word))
    }

    /// Regions by their codes or names, each once; or the word for all of them, which stands alone.
    ///
    /// # Errors
    /// A word that names none, or that there is no word.
    pub fn regions<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Reading<Bound> {
        let all = &*self.policy.regions().all;
        let mut some: Vec<Region> = Vec::new();
        let mut every = false;
        for word in words.into_iter().map(str::trim).filter(|word| !word.is_empty()) {
            if word == all {
                every = true;
                continue;
            }
            let region = self.one_region(Part::Regions, word, (None, &[all]))?;
            if !some.contains(&region) {
                some.push(region);
            }
        }
        match (every, some.is_empty()) {
            (true, true) => Ok(Bound::All),
            (false, false) => Ok(Bound::These(some)),
            (true, false) => Err(self.correct("new-all-beside", &[("all", all.into())])),
            (false, true) => {
                Err(self.unknown(Part::Regions, "").knowing(self.codes(None).chain([all.to_owned()]).collect()))
            }
        }
    }

    /// The adoption region by its code or name; those of a list are what it may be.
    ///
    /// # Errors
    /// That it is none.
    pub fn adoption(&self, word: &str, among: Option<&Bound>) -> Reading<Region> {
        self.one_region(Part::Adoption, word, (among, &[]))
    }

    fn one_region(&self, part: Part, word: &str, (among, more): (Option<&Bound>, &[&str])) -> Reading<Region> {
        let policy = self.policy;
        let word = word.trim();
        let known = policy.region(word).or_else(|| policy.region(&word.to_uppercase()));
        known.or_else(|| policy.region_by_name(word)).ok_or_else(|| {
            let rows = policy.regions().rows.iter();
            let names: Vec<&str> = rows.flat_map(|row| [&*row.code, &*row.name]).chain(more.iter().copied()).collect();
            let codes = self.codes(among).chain(more.iter().map(|word| (*word).to_owned())).collect();
            self.unknown(part, word).meaning(word, &names).knowing(codes)
        })
    }

    /// The codes of regions, those of all where none are given.
    pub fn codes(&self, among: Option<&Bound>) -> impl Iterator<Item = String> + use<'p> {
        let rows = self.policy.regions().rows.iter();
        match among {
            Some(Bound::These(some)) => {
                let code = |region: &Region| self.policy.region_row(*region).code.to_string();
                some.iter().map(code).collect::<Vec<_>>()
            }
            _ => rows.map(|row| row.code.to_string()).collect(),
        }
        .into_iter()
    }

    /// How a part is called where these words come from; `None` for answers.
    pub fn name(&self, part: Part) -> Option<String> {
        match self.manner {
            Manner::Options => Some(format!("--{}", part.option())),
            Manner::Keys => Some(part.key().to_owned()),
            Manner::Answers => None,
        }
    }

    /// Whether an empty word leaves a part open.
    pub(super) fn may_leave_open(&self) -> bool {
        self.manner != Manner::Options
    }

    /// The message of an id.
    pub fn correct(&self, id: &str, args: &Args<'_>) -> Correction {
        Correction::new(self.lang, id, args)
    }

    /// That a part is missing.
    pub fn missing(&self, part: Part) -> Correction {
        match self.name(part) {
            Some(name) => self.correct("cli-missing", &[("option", name.into())]),
            None => self.correct("new-answer-missing", &[]),
        }
    }

    fn unknown_of(&self, list: &[Term], part: Part, word: &str) -> Correction {
        let known: Vec<&str> = list.iter().map(|term| self.policy.name(*term)).collect();
        self.unknown(part, word).meaning(word, &known).knowing(known.into_iter().map(str::to_owned).collect())
    }

    /// That a word is not among those that are known, or that there is none.
    fn unknown(&self, part: Part, word: &str) -> Correction {
        match self.name(part) {
            Some(name) => Correction::value(self.lang, &name, word),
            None if word.is_empty() => self.missing(part),
            None => self.correct("new-answer-unknown", &[("value", visible(word).into_owned().into())]),
        }
    }
}
