//! Reads TOML values with their places, and collects every fault instead of stopping at the first.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::FileFault;
use crate::policy::{Day, Level};
use crate::text::suggest;
use crate::texts::Arg;

/// A value with its place.
pub(crate) type Value<'t> = Spanned<DeValue<'t>>;

/// A text with its place.
pub(crate) type Text<'t> = (&'t str, Range<usize>);

/// A table and where it stands: the bytes of its header, or of its key where it has none.
#[derive(Clone)]
pub(crate) struct Node<'t> {
    map: &'t DeTable<'t>,
    pub(crate) at: Range<usize>,
}

/// The faults of one file.
pub(crate) struct Faults {
    file: Box<str>,
    pub(crate) list: Vec<FileFault>,
}

impl Faults {
    pub(crate) fn new(file: &str) -> Self {
        Self { file: file.into(), list: Vec::new() }
    }

    /// Adds a fault.
    pub(crate) fn add(&mut self, at: &Range<usize>, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) {
        self.list.push(FileFault { file: self.file.clone(), span: Some(at.clone()), key, args });
    }

    /// Adds a fault about one word.
    pub(crate) fn word(&mut self, at: &Range<usize>, key: &'static str, name: &'static str, word: &str) {
        self.add(at, key, vec![(name, word.to_owned().into())]);
    }

    /// Parses a text; each fault of its syntax is one fault here.
    pub(crate) fn parse<'t>(&mut self, text: &'t str) -> DeTable<'t> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().unwrap_or(0..0);
            match bare_word(text, at.start) {
                Some(word) => self.word(&at, "file-syntax-bare", "value", word),
                None => self.word(&at, "file-syntax", "why", why(error.message())),
            }
        }
        table.into_inner()
    }

    /// Says of every key that is not one of these that it is unknown, with the one that was probably meant.
    pub(crate) fn known(&mut self, node: &Node<'_>, keys: &[&str]) {
        if node.map.keys().all(|key| keys.contains(&&**key.get_ref())) {
            return;
        }
        for (key, at, _) in node.rows() {
            if !keys.contains(&key) {
                let absent = keys.iter().copied().filter(|key| !node.has(key));
                let suggestion = suggest::nearest_loose(key, absent).unwrap_or_default().to_owned();
                let args = vec![("key", key.to_owned().into()), ("suggestion", suggestion.into())];
                self.add(&at, "file-unknown-key", args);
            }
        }
    }

    /// Says that a word is none of these, with the one that was probably meant. `list` is what they are called.
    pub(crate) fn unknown<'c>(&mut self, word: &Text<'_>, list: &str, words: impl Iterator<Item = &'c str>) {
        self.meant(word, "file-unknown-word", vec![("list", list.to_owned().into())], words);
    }

    /// Says that a word is no level, nor `off`.
    pub(crate) fn no_level(&mut self, word: &Text<'_>) {
        self.meant(word, "file-unknown-level", Vec::new(), Level::WORDS.into_iter());
    }

    /// Says that a word is none of the few that `key` takes, and names them.
    pub(crate) fn no_word(&mut self, word: &Text<'_>, key: &str, words: &[&str]) {
        let args = vec![("key", key.to_owned().into()), ("words", words.join(", ").into())];
        self.meant(word, "file-no-word", args, words.iter().copied());
    }

    fn meant<'c>(
        &mut self,
        (word, at): &Text<'_>,
        key: &'static str,
        mut args: Vec<(&'static str, Arg<'static>)>,
        words: impl Iterator<Item = &'c str>,
    ) {
        let suggestion = suggest::nearest_loose(word, words).unwrap_or_default().to_owned();
        args.extend([("value", (*word).to_owned().into()), ("suggestion", suggestion.into())]);
        self.add(at, key, args);
    }

    fn missing(&mut self, node: &Node<'_>, key: &str) {
        self.word(&node.at, "file-missing-key", "key", key);
    }

    /// Says that something else belongs here; `expected` is a case of the message.
    pub(crate) fn wrong(&mut self, value: &Value<'_>, expected: &'static str) {
        self.add(&value.span(), "file-wrong-type", vec![("expected", expected.into())]);
    }

    /// The value of a required key.
    pub(crate) fn required<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<&'t Value<'t>> {
        let value = node.get(key);
        if value.is_none() {
            self.missing(node, key);
        }
        value
    }

    /// A required text.
    pub(crate) fn text<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<Text<'t>> {
        self.required(node, key).and_then(|value| self.as_text(value))
    }

    /// A text that may be left out.
    pub(crate) fn text_or_none<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<Text<'t>> {
        node.get(key).and_then(|value| self.as_text(value))
    }

    /// The value as a text.
    pub(crate) fn as_text<'t>(&mut self, value: &'t Value<'t>) -> Option<Text<'t>> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(value, "text");
        }
        text.map(|text| (text, value.span()))
    }

    /// A list of texts; `None` where the key is absent.
    pub(crate) fn texts<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<Vec<Text<'t>>> {
        let value = node.get(key)?;
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(value, "texts");
            return Some(Vec::new());
        };
        Some(items.iter().filter_map(|item| self.as_text(item)).collect())
    }

    /// A list of texts that may be left out, without their places.
    pub(crate) fn words(&mut self, node: &Node<'_>, key: &str) -> Vec<Box<str>> {
        self.texts(node, key).unwrap_or_default().into_iter().map(|(text, _)| text.into()).collect()
    }

    /// A switch; false where it is left out.
    pub(crate) fn switch(&mut self, node: &Node<'_>, key: &str) -> bool {
        self.switch_or(node, key, false)
    }

    /// A switch with what holds where it is left out.
    pub(crate) fn switch_or(&mut self, node: &Node<'_>, key: &str, default: bool) -> bool {
        let Some(value) = node.get(key) else {
            return default;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(value, "boolean");
            default
        })
    }

    /// A whole number from 0 to 65,535; `None` where the key is absent.
    pub(crate) fn number(&mut self, node: &Node<'_>, key: &str) -> Option<u16> {
        node.get(key).and_then(|value| self.as_number(value))
    }

    /// The value as a whole number from 0 to 65,535.
    pub(crate) fn as_number(&mut self, value: &Value<'_>) -> Option<u16> {
        let number = value.get_ref().as_integer().and_then(|n| u16::from_str_radix(n.as_str(), n.radix()).ok());
        if number.is_none() {
            self.wrong(value, "number");
        }
        number
    }

    /// A day, as text or as TOML's own date; `None` where the key is absent.
    pub(crate) fn day(&mut self, node: &Node<'_>, key: &str) -> Option<Day> {
        let value = node.get(key)?;
        let day = match value.get_ref() {
            DeValue::String(text) => Day::parse(text),
            DeValue::Datetime(date) => Day::parse(&date.to_string()),
            _ => None,
        };
        if day.is_none() {
            self.wrong(value, "date");
        }
        day
    }

    /// The value as a table; `at` is where faults about what it lacks are shown.
    pub(crate) fn table<'t>(&mut self, value: &'t Value<'t>, at: Range<usize>) -> Option<Node<'t>> {
        let map = value.get_ref().as_table();
        if map.is_none() {
            self.wrong(value, "table");
        }
        map.map(|map| Node { map, at })
    }

    /// A table that may be left out, under a key.
    pub(crate) fn section<'t>(&mut self, node: &Node<'t>, key: &str) -> Option<Node<'t>> {
        let (value, at) = node.get(key).zip(node.key_span(key))?;
        self.table(value, at)
    }
}

impl<'t> Node<'t> {
    /// The whole of a file.
    pub(crate) fn root(map: &'t DeTable<'t>) -> Self {
        Self { map, at: 0..0 }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.map.get(key)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    pub(crate) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.map.get_key_value(key).map(|(key, _)| key.span())
    }

    /// The members in the order of the file: key, the key's place, value.
    pub(crate) fn rows(&self) -> Vec<(&'t str, Range<usize>, &'t Value<'t>)> {
        let mut rows: Vec<_> = self.map.iter().map(|(key, value)| (&**key.get_ref(), key.span(), value)).collect();
        rows.sort_unstable_by_key(|(_, at, _)| at.start);
        rows
    }
}

/// What is wrong by what TOML's parser says of it, for that is English.
fn why(said: &str) -> &'static str {
    const KINDS: [(&str, &str); 8] = [
        ("unclosed", "open"),
        ("invalid basic string", "string"),
        ("invalid literal string", "string"),
        ("duplicate key", "twice"),
        ("key with no value", "value"),
        ("unexpected key or value", "line"),
        ("invalid date", "day"),
        ("extra `]`", "open"),
    ];
    KINDS.iter().find(|(beginning, _)| said.starts_with(beginning)).map_or("other", |(_, why)| why)
}

/// The word without quotes that begins at a place, where it is the value of a key or stands in a list: people forget the quotes.
fn bare_word(text: &str, start: usize) -> Option<&str> {
    let (before, rest) = text.split_at_checked(start)?;
    let word = rest.split(|char: char| !char.is_alphanumeric() && !"-_".contains(char)).next()?;
    let is_value = before.trim_end().ends_with(['=', '[', ',']);
    (is_value && word.starts_with(char::is_alphabetic)).then_some(word)
}

/// The place of the last key of a path that a text has; its start where it has none or is not TOML.
pub(crate) fn locate(text: &str, path: &[&str]) -> Range<usize> {
    let (table, _) = DeTable::parse_recoverable(text);
    let (mut map, mut at) = (Some(table.get_ref()), 0..0);
    for key in path {
        let Some((found, value)) = map.and_then(|map| map.get_key_value(*key)) else {
            break;
        };
        at = found.span();
        map = value.get_ref().as_table();
    }
    at
}
