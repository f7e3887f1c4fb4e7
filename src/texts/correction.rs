//! What is wrong with words that someone gave, and what was probably meant.

use super::{Args, Texts};
use crate::policy::Lang;
use crate::text::suggest::nearest_loose;
use crate::text::visible;

/// What is wrong with words that someone gave, and what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What is wrong.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
    /// Words that would have been right, where they are few.
    pub known: Vec<String>,
}

impl Correction {
    /// The message of an id.
    pub fn new(lang: Lang, id: &str, args: &Args<'_>) -> Self {
        Self { message: Texts::get(lang).format(id, args), suggestion: None, known: Vec::new() }
    }

    /// That `value` is not among the words that `name` takes, or that there is none.
    pub fn value(lang: Lang, name: &str, value: &str) -> Self {
        let args = [("option", name.into()), ("value", visible(value).into_owned().into())];
        Self::new(lang, if value.is_empty() { "cli-empty-value" } else { "cli-unknown-value" }, &args)
    }

    /// With the nearest of what would have been right, else the only word that begins so.
    #[must_use]
    pub fn meaning(mut self, value: &str, known: &[&str]) -> Self {
        let begun = || {
            let mut words = known.iter().copied().filter(|word| !value.is_empty() && word.starts_with(value));
            words.next().filter(|_| words.next().is_none())
        };
        self.suggestion = nearest_loose(value, known.iter().copied()).or_else(begun).map(str::to_owned);
        self
    }

    /// With this suggestion, where there is none yet.
    #[must_use]
    pub fn or(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = self.suggestion.or_else(|| suggestion.map(str::to_owned));
        self
    }

    /// With words that would have been right.
    #[must_use]
    pub fn knowing(mut self, words: Vec<String>) -> Self {
        self.known = words;
        self
    }

    /// The words that would have been right, as a sentence; `None` where they are not known.
    pub fn choices(&self, lang: Lang) -> Option<String> {
        let words = || Texts::get(lang).format("cli-known", &[("words", self.known.join(", ").into())]);
        (!self.known.is_empty()).then(words)
    }

    /// What was probably meant, as a sentence.
    pub fn tip(&self, lang: Lang) -> Option<String> {
        let meant = |suggestion: &String| visible(suggestion).into_owned();
        let tip = |suggestion| Texts::get(lang).format("cli-meant", &[("suggestion", meant(suggestion).into())]);
        self.suggestion.as_ref().map(tip)
    }

    /// The message, the words that would have been right and the suggestion in one line, for whoever can answer again.
    pub fn line(&self, lang: Lang) -> String {
        let more = [self.choices(lang), self.tip(lang)].into_iter().flatten().map(|more| format!("; {more}"));
        std::iter::once(self.message.clone()).chain(more).collect()
    }
}
