//! Words that a person gives, as what they stand for in a policy.

use super::NAME;
use crate::cli::usage::Usage;
use crate::compose::Bound;
use crate::policy::{Lang, Policy, Region, Term, Vocab};
use crate::text::visible;
use crate::texts::Args;

/// What reads words.
#[derive(Clone, Copy)]
pub(super) struct Words<'p> {
    pub(super) policy: &'p Policy,
    pub(super) lang: Lang,
    /// Whether they are answers to questions; else they stand behind options.
    pub(super) asked: bool,
}

impl<'p> Words<'p> {
    /// An identifier out of a list: by itself, or by its number in the list, from 1.
    pub(super) fn term(&self, list: &[Term], option: &str, word: &str) -> Result<Term, Usage> {
        let word = word.trim();
        let number = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let known = list.iter().copied().find(|term| self.policy.name(*term) == word);
        known.or_else(|| list.get(number?).copied()).ok_or_else(|| {
            let known: Vec<&str> = list.iter().map(|term| self.policy.name(*term)).collect();
            self.unknown(option, word).meaning(word, &known).knowing(known.into_iter().map(str::to_owned).collect())
        })
    }

    /// An identifier of the vocabulary.
    pub(super) fn any(&self, vocab: Vocab, option: &str, word: &str) -> Result<Term, Usage> {
        let list: Vec<Term> = self.policy.terms(vocab).collect();
        let known: Vec<&str> = list.iter().map(|term| self.policy.name(*term)).collect();
        let unknown = || {
            self.unknown(option, word).meaning(word, &known).knowing(known.iter().copied().map(str::to_owned).collect())
        };
        self.policy.term(vocab, word).ok_or_else(unknown)
    }

    /// Regions by their codes or names, each once; or the word for all of them, which stands alone.
    pub(super) fn regions<'w>(&self, option: &str, words: impl IntoIterator<Item = &'w str>) -> Result<Bound, Usage> {
        let all = &*self.policy.regions().all;
        let mut some: Vec<Region> = Vec::new();
        let mut every = false;
        for word in words.into_iter().map(str::trim).filter(|word| !word.is_empty()) {
            if word == all {
                every = true;
                continue;
            }
            let region = self.one_region(option, word, (None, &[all]))?;
            if !some.contains(&region) {
                some.push(region);
            }
        }
        match (every, some.is_empty()) {
            (true, true) => Ok(Bound::All),
            (false, false) => Ok(Bound::These(some)),
            (true, false) => Err(Usage::new(self.lang, NAME, "new-all-beside", &[("all", all.into())])),
            (false, true) => Err(self.unknown(option, "").knowing(self.codes(None).chain([all.to_owned()]).collect())),
        }
    }

    /// A region by its code or name; those of a list are what it may be.
    pub(super) fn region(&self, option: &str, word: &str, among: Option<&Bound>) -> Result<Region, Usage> {
        self.one_region(option, word, (among, &[]))
    }

    fn one_region(&self, option: &str, word: &str, (among, more): (Option<&Bound>, &[&str])) -> Result<Region, Usage> {
        let policy = self.policy;
        let word = word.trim();
        let known = policy.region(word).or_else(|| policy.region(&word.to_uppercase()));
        known.or_else(|| policy.region_by_name(word)).ok_or_else(|| {
            let rows = policy.regions().rows.iter();
            let names: Vec<&str> = rows.flat_map(|row| [&*row.code, &*row.name]).chain(more.iter().copied()).collect();
            let codes = self.codes(among).chain(more.iter().map(|word| (*word).to_owned())).collect();
            self.unknown(option, word).meaning(word, &names).knowing(codes)
        })
    }

    /// The codes of regions, those of all where none are given.
    pub(super) fn codes(&self, among: Option<&Bound>) -> impl Iterator<Item = String> + use<'p> {
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

    /// A message that an option's name does not stand in.
    pub(super) fn usage(&self, id: &str, args: &Args<'_>) -> Usage {
        Usage::new(self.lang, NAME, id, args)
    }

    /// That a word is not among those that are known, or that there is none.
    fn unknown(&self, option: &str, word: &str) -> Usage {
        let option = format!("--{option}");
        match (self.asked, word.is_empty()) {
            (true, true) => self.usage("new-answer-missing", &[]),
            (true, false) => self.usage("new-answer-unknown", &[("value", visible(word).into_owned().into())]),
            (false, _) => Usage::value(self.lang, &option, word, &[]).of(NAME),
        }
    }
}
