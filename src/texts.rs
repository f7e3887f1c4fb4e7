//! The program's own texts, in both languages: `texts/nl.ftl` and `texts/en.ftl`, and beside them what the parts of the document
//! format mean: `texts/format.nl.ftl` and `texts/format.en.ftl`.
//!
//! Each message is made ready when it is first used, on its own: a message refers to no other message or term.

mod correction;
mod pattern;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

pub use correction::Correction;
pub(crate) use pattern::Pattern;
pub use pattern::{Arg, Args, Missing};

use crate::policy::Lang;

const SOURCES: [&str; 2] = [include_str!("texts/nl.ftl"), include_str!("texts/en.ftl")];
const FORMAT_SOURCES: [&str; 2] = [include_str!("texts/format.nl.ftl"), include_str!("texts/format.en.ftl")];
static TEXTS: [OnceLock<Texts>; 2] = [OnceLock::new(), OnceLock::new()];
static FORMAT_TEXTS: [OnceLock<Texts>; 2] = [OnceLock::new(), OnceLock::new()];

/// Messages in one language, by their ids.
pub struct Texts {
    patterns: HashMap<&'static str, Pattern>,
}

impl Texts {
    /// The program's messages in a language.
    #[must_use]
    pub fn get(lang: Lang) -> &'static Self {
        Self::read(&TEXTS, SOURCES, lang)
    }

    /// What the objects and keys of the document format mean, in a language.
    #[must_use]
    pub fn of_format(lang: Lang) -> &'static Self {
        Self::read(&FORMAT_TEXTS, FORMAT_SOURCES, lang)
    }

    fn read(cells: &'static [OnceLock<Self>; 2], sources: [&'static str; 2], lang: Lang) -> &'static Self {
        let (Some(cell), Some(source)) = (cells.get(lang.index()), sources.get(lang.index())) else {
            return cells[0].get_or_init(|| Self { patterns: HashMap::new() });
        };
        cell.get_or_init(|| Self { patterns: messages(source).map(|(id, text)| (id, pattern(lang, text))).collect() })
    }

    /// The message of an id with its parameters filled in; what is missing shows by its name.
    #[must_use]
    pub fn format(&self, id: &str, args: &Args<'_>) -> String {
        let mut out = String::new();
        match self.patterns.get(id) {
            Some(pattern) => drop(pattern.write(&mut out, args)),
            None => out.push_str(id),
        }
        out
    }

    /// The message of an id that has no parameters; empty where it has, or is unknown.
    #[must_use]
    pub fn plain(&'static self, id: &str) -> &'static str {
        self.patterns.get(id).and_then(Pattern::plain).unwrap_or_default()
    }

    /// As [`Texts::format`], but what is missing is an error.
    pub fn try_format(&self, id: &str, args: &Args<'_>) -> Result<String, Missing> {
        let pattern = self.patterns.get(id).ok_or_else(|| Missing::of(id))?;
        let mut out = String::new();
        pattern.write(&mut out, args).map(|()| out)
    }

    /// The ids of all messages, in alphabetical order.
    #[must_use]
    pub fn ids(&self) -> Vec<&'static str> {
        let mut ids: Vec<_> = self.patterns.keys().copied().collect();
        ids.sort_unstable();
        ids
    }

    /// The names of the parameters that a message uses, in alphabetical order.
    #[must_use]
    pub fn parameters(&self, id: &str) -> Vec<&str> {
        self.patterns.get(id).map(Pattern::parameters).unwrap_or_default()
    }
}

/// "a, b and c", in a language.
#[must_use]
pub fn listed(lang: Lang, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => {
            let and = Texts::get(lang).format("list-and", &[]);
            format!("{} {and} {last}", before.join(", "))
        }
    }
}

fn pattern(lang: Lang, text: &'static str) -> Pattern {
    Pattern::new(lang, Cow::Borrowed(text))
}

/// The messages of a Fluent file as pairs of an id and its text: a message starts where a line starts with its id, and its text goes on as
/// long as lines are indented or empty.
fn messages(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        loop {
            let line = rest.split_inclusive('\n').next()?;
            let head = line.split_once('=').filter(|_| line.starts_with(|first: char| first.is_ascii_alphabetic()));
            let Some((id, _)) = head else {
                rest = rest.get(line.len()..)?;
                continue;
            };
            let more = rest.get(line.len()..)?;
            let belongs = |line: &&str| line.starts_with(' ') || line.trim().is_empty();
            let length = line.len() + more.split_inclusive('\n').take_while(belongs).map(str::len).sum::<usize>();
            let text = rest.get(id.len() + 1..length)?;
            rest = rest.get(length..)?;
            return Some((id.trim_end(), text));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Texts, listed, messages};
    use crate::policy::Lang;

    #[test]
    fn a_message_goes_on_while_lines_are_indented() {
        let found: Vec<_> = messages("# about\n\na = A\nb =\n    B\n\n    BB\n### group\nc-d = C").collect();
        assert_eq!(found, [("a", " A\n"), ("b", "\n    B\n\n    BB\n"), ("c-d", " C")]);
    }

    #[test]
    fn both_languages_know_the_same_messages_and_parameters() {
        for [nl, en] in [Lang::ALL.map(Texts::get), Lang::ALL.map(Texts::of_format)] {
            assert_eq!(nl.ids(), en.ids());
            for id in nl.ids() {
                assert_eq!(nl.parameters(id), en.parameters(id), "{id}");
            }
        }
    }

    #[test]
    fn every_message_is_well_formed() {
        for lang in Lang::ALL {
            let texts = Texts::get(lang);
            for id in texts.ids() {
                assert_eq!(texts.patterns.get(id).map(super::Pattern::check), Some(Ok(())), "{lang} {id}");
            }
        }
    }

    #[test]
    fn a_list_ends_in_a_word() {
        let items = ["a", "b", "c"].map(str::to_owned);
        let lists = [0, 1, 2, 3].map(|many| listed(Lang::Nl, &items[..many]));
        assert_eq!(lists, ["", "a", "a en b", "a, b en c"]);
        assert_eq!(listed(Lang::En, &items), "a, b and c");
    }

    #[test]
    fn an_unknown_message_shows_by_its_id() {
        assert_eq!(Texts::get(Lang::Nl).format("there-is-none", &[]), "there-is-none");
        assert!(Texts::get(Lang::En).try_format("there-is-none", &[]).is_err());
    }
}
