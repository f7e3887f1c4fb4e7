//! Where a cursor stands in a text that is still being written: which containers are open before it, and what is waited for.
//!
//! Only what stands before the cursor decides, and the few tokens behind it: so a half-written document reads as its author sees it.

mod reader;

use std::borrow::Cow;

use crate::text::Span;
use crate::text::span::narrow;
use reader::Reader;

/// What may be written at a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// A key.
    Key,
    /// A value.
    Value,
    /// A colon and a value: the key stands there.
    Colon,
    /// Nothing: the cursor stands in a comment, right behind something finished, or behind the root.
    Nothing,
}

/// What follows the token at a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// A comma, a closing bracket or the end: nothing is missing.
    End,
    /// A colon.
    Colon,
    /// A key, or an item of an array: a comma is missing before it.
    Another,
    /// The value that the key at the cursor has, with no colon between.
    Value(Span),
}

/// A container that is open at a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level<'t> {
    /// Where its opening bracket stands.
    pub start: u32,
    /// Whether it is an object; else it is an array.
    pub object: bool,
    /// The key of the member at the cursor, unescaped; `None` where none stands there yet, and in arrays.
    pub key: Option<Cow<'t, str>>,
    /// The index of the item at the cursor; 0 in objects.
    pub index: u32,
    state: State,
}

/// A place in a text at which somebody writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor<'t> {
    /// The containers that are open, outermost first.
    pub levels: Vec<Level<'t>>,
    /// What may be written.
    pub wants: Wants,
    /// The token that is being written; empty at the cursor where there is none.
    pub token: Span,
    /// Whether a quote opens that token.
    pub quoted: bool,
    /// Behind what a comma is missing before the token.
    pub comma_after: Option<u32>,
    /// Whether a colon stands right before the cursor.
    pub at_colon: bool,
    /// What follows the token.
    pub follows: Follows,
}

/// What a container waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Key,
    Colon,
    Value,
    Next,
}

impl<'t> Cursor<'t> {
    /// The cursor at an offset of a text; an offset within a character counts as one before it.
    #[must_use]
    pub fn at(text: &'t str, offset: u32) -> Self {
        let offset = text.floor_char_boundary(offset as usize);
        Reader::new(text).read(narrow(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Follows, Wants};

    /// The way to the cursor, which `|` marks, with what is wanted, the token, and what follows.
    fn at(marked: &str) -> (String, Wants, String, Follows) {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let cursor = Cursor::at(&text, u32::try_from(offset).unwrap());
        let step = |level: &super::Level<'_>| match &level.key {
            Some(key) => format!("/{key}"),
            None if level.object => "/?".to_owned(),
            None => format!("/{}", level.index),
        };
        let way = cursor.levels.iter().map(step).collect();
        (way, cursor.wants, text[cursor.token.range()].to_owned(), cursor.follows)
    }

    fn is(marked: &str, way: &str, wants: Wants, token: &str, follows: Follows) {
        assert_eq!(at(marked), (way.to_owned(), wants, token.to_owned(), follows), "{marked}");
    }

    #[test]
    fn in_sound_texts() {
        is("|", "", Wants::Value, "", Follows::End);
        is("{|}", "/?", Wants::Key, "", Follows::End);
        is("{\"a|b\": 1}", "/?", Wants::Key, "\"ab\"", Follows::Colon);
        is("{\"a\": [{}, \"x|\"]}", "/a/1", Wants::Value, "\"x\"", Follows::End);
        is("{\"a\": 1}|", "", Wants::Nothing, "", Follows::End);
        is("{\"a\": \"x\"|}", "/a", Wants::Nothing, "", Follows::End);
        is("[|1]", "/0", Wants::Value, "", Follows::Another);
    }

    #[test]
    fn in_half_written_texts() {
        is("{\"a\": |", "/a", Wants::Value, "", Follows::End);
        is("{\"a\": \"x|", "/a", Wants::Value, "\"x", Follows::End);
        is("{\"a\": \"x|, \"b\": 1}", "/a", Wants::Value, "\"x", Follows::End);
        is("{\"a\": |\n\"b\": 1}", "/a", Wants::Value, "", Follows::Another);
        is("{\"a\": 1\n|\n\"b\": 1}", "/?", Wants::Key, "", Follows::Another);
        is("{\"a\": 1, b|", "/?", Wants::Key, "b", Follows::End);
        is("{\"a\": 1 \"b|", "/?", Wants::Key, "\"b", Follows::End);
        is("{\"a\" |", "/a", Wants::Colon, "", Follows::End);
        is("[\"x\", \"y|]", "/1", Wants::Value, "\"y", Follows::End);
        is("[\"x\" |]", "/1", Wants::Value, "", Follows::End);
        is("{\"a\": {\"b\": [1, 2}, |", "/?", Wants::Key, "", Follows::End);
        is("{\"a\": \"x,\n|", "/?", Wants::Key, "", Follows::End);
    }
}
