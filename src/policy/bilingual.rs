//! Texts in both languages, and how files say them.

use std::ops::Range;

use super::Lang;
use crate::file::{Faults, Node, Value};

/// A text in Dutch and English.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// Dutch.
    pub nl: Box<str>,
    /// English.
    pub en: Box<str>,
}

impl Bilingual {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }

    /// The text in a language, where as a label it says more than the identifier beside it.
    #[must_use]
    pub fn beyond(&self, id: &str, lang: Lang) -> Option<&str> {
        let plain = |text: &str| text.replace('-', " ").to_lowercase();
        Some(self.get(lang)).filter(|label| plain(label) != plain(id))
    }
}

impl Faults {
    /// A required text in both languages: a table with `nl` and `en`.
    pub(crate) fn bilingual(&mut self, node: &Node<'_>, key: &str) -> Bilingual {
        let Some(value) = self.required(node, key) else {
            return Bilingual::default();
        };
        let at = node.key_span(key).unwrap_or_else(|| value.span());
        self.as_bilingual(value, at, key)
    }

    /// The value as a text in both languages.
    pub(crate) fn as_bilingual(&mut self, value: &Value<'_>, at: Range<usize>, key: &str) -> Bilingual {
        let Some(node) = self.table(value, at) else {
            return Bilingual::default();
        };
        self.known(&node, &["nl", "en"]);
        self.both(&node, key)
    }

    /// The texts in both languages that a table holds, whatever else it holds.
    pub(crate) fn both(&mut self, node: &Node<'_>, key: &str) -> Bilingual {
        let mut read = |lang: &'static str| -> Box<str> {
            if node.has(lang) {
                return self.text_or_none(node, lang).map(|(text, _)| text.into()).unwrap_or_default();
            }
            let args = vec![("key", key.to_owned().into()), ("lang", lang.into())];
            self.add(&node.at, "pack-one-language", args);
            Box::default()
        };
        Bilingual { nl: read("nl"), en: read("en") }
    }
}
