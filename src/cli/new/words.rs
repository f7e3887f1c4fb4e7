//! Words that a person gives, as what they stand for in a policy.

use super::NAME;
use crate::cli::usage::Usage;
use crate::compose::Bound;
use crate::policy::{Lang, Policy, Region, Term, Vocab};

/// What reads words.
#[derive(Clone, Copy)]
pub(super) struct Words<'p> {
    pub(super) policy: &'p Policy,
    pub(super) lang: Lang,
}

impl Words<'_> {
    /// An identifier out of a list: by itself, or by its number in the list, from 1.
    pub(super) fn term(&self, list: &[Term], option: &str, word: &str) -> Result<Term, Usage> {
        let word = word.trim();
        let number = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let known = list.iter().copied().find(|term| self.policy.name(*term) == word);
        known.or_else(|| list.get(number?).copied()).ok_or_else(|| {
            let known: Vec<&str> = list.iter().map(|term| self.policy.name(*term)).collect();
            Usage::value(self.lang, &format!("--{option}"), word, &known).of(NAME)
        })
    }

    /// An identifier of the vocabulary.
    pub(super) fn any(&self, vocab: Vocab, option: &str, word: &str) -> Result<Term, Usage> {
        let list: Vec<Term> = self.policy.terms(vocab).collect();
        let known: Vec<&str> = list.iter().map(|term| self.policy.name(*term)).collect();
        let unknown = || Usage::value(self.lang, &format!("--{option}"), word, &known).of(NAME);
        self.policy.term(vocab, word).ok_or_else(unknown)
    }

    /// Regions by their codes or names, each once; or the word for all of them.
    pub(super) fn regions<'w>(&self, option: &str, words: impl IntoIterator<Item = &'w str>) -> Result<Bound, Usage> {
        let mut some: Vec<Region> = Vec::new();
        for word in words.into_iter().map(str::trim).filter(|word| !word.is_empty()) {
            if *word == *self.policy.regions().all {
                return Ok(Bound::All);
            }
            let region = self.region(option, word)?;
            if !some.contains(&region) {
                some.push(region);
            }
        }
        Ok(Bound::These(some))
    }

    /// A region by its code or name.
    pub(super) fn region(&self, option: &str, word: &str) -> Result<Region, Usage> {
        let policy = self.policy;
        let word = word.trim();
        let known = policy.region(word).or_else(|| policy.region(&word.to_uppercase()));
        known.or_else(|| policy.region_by_name(word)).ok_or_else(|| {
            let rows = &policy.regions().rows;
            let names: Vec<&str> = rows.iter().flat_map(|row| [&*row.code, &*row.name]).collect();
            let args =
                [("option", format!("--{option}").into()), ("value", crate::text::visible(word).into_owned().into())];
            let codes = rows.iter().map(|row| row.code.to_string()).collect();
            Usage::new(self.lang, NAME, "cli-unknown-value", &args).meaning(word, &names).knowing(codes)
        })
    }
}
