//! From what is meant to what is written: quotes, colons and commas that stand already are not doubled, those that are missing come with it.

use super::place::Place;
use super::{Item, Sort, skeleton};
use crate::fix::Value;
use crate::ide::Topic;
use crate::json::cursor::{Follows, Wants};
use crate::json::print;
use crate::text::Edit;

/// What an item writes.
pub(super) enum Body {
    /// A key, and what its value begins with.
    Member(Box<str>, Value),
    /// A value.
    Value(Value),
}

/// An item in the making.
pub(super) struct Draft {
    /// The smaller, the fitter.
    pub(super) rank: u8,
    pub(super) label: Box<str>,
    pub(super) detail: Box<str>,
    pub(super) sort: Sort,
    /// What it is found by.
    pub(super) search: Box<str>,
    pub(super) body: Body,
    pub(super) topic: Option<Topic>,
}

impl Draft {
    /// A key and what its value begins with.
    pub(super) fn key(key: &str, value: Value) -> Self {
        Self::new(key, Body::Member(key.into(), value), Sort::Key)
    }

    /// A text as a value.
    pub(super) fn text(text: &str, sort: Sort) -> Self {
        Self::new(text, Body::Value(text.into()), sort)
    }

    /// Any value.
    pub(super) fn value(label: &str, value: Value, sort: Sort) -> Self {
        Self::new(label, Body::Value(value), sort)
    }

    fn new(label: &str, body: Body, sort: Sort) -> Self {
        let (label, search) = (Box::from(label), Box::from(label));
        Self { rank: 0, label, detail: Box::default(), sort, search, body, topic: None }
    }

    pub(super) fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }

    pub(super) fn detail(self, detail: &str) -> Self {
        Self { detail: detail.into(), ..self }
    }

    pub(super) fn topic(self, topic: Option<Topic>) -> Self {
        Self { topic, ..self }
    }

    pub(super) fn sort(self, sort: Sort) -> Self {
        Self { sort, ..self }
    }

    pub(super) fn search(self, search: impl Into<Box<str>>) -> Self {
        Self { search: search.into(), ..self }
    }
}

/// The items of drafts, with their edits.
pub(super) fn items(place: &Place<'_>, drafts: Vec<Draft>) -> Vec<Item> {
    let pen = Pen::new(place);
    drafts.into_iter().map(|draft| pen.item(draft)).collect()
}

/// How things are written at a place.
struct Pen<'a> {
    place: &'a Place<'a>,
    /// What stands before the value.
    lead: &'static str,
    /// The comma behind it.
    tail: &'static str,
    /// The indentation of the line, where new lines may begin.
    indent: Option<&'a str>,
    column: usize,
}

impl<'a> Pen<'a> {
    fn new(place: &'a Place<'a>) -> Self {
        let (cursor, spaced) = (&place.cursor, place.layout.spaced);
        let text = place.scene.tree.text();
        let lead = match cursor.wants {
            Wants::Colon if spaced => ": ",
            Wants::Colon => ":",
            Wants::Value if cursor.at_colon && spaced => " ",
            _ => "",
        };
        let next = text.get(cursor.token.end as usize..).unwrap_or_default();
        let tail = match cursor.follows {
            Follows::Another if spaced && !next.starts_with([' ', '\t', '\n', '\r']) => ", ",
            Follows::Another => ",",
            _ => "",
        };
        let before = text.get(..cursor.token.start as usize).unwrap_or_default();
        let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        let white = line.len() - line.trim_start_matches([' ', '\t']).len();
        let alone = !line.contains(['{', '[']) && place.layout.lines;
        let indent = line.get(..white).filter(|_| alone);
        Self { place, lead, tail, indent, column: line.chars().count() }
    }

    fn item(&self, draft: Draft) -> Item {
        let cursor = &self.place.cursor;
        let marked = match &draft.body {
            Body::Member(key, value) => self.member(key, value),
            Body::Value(value) => format!("{}{}{}", self.lead, self.print(value, self.column), self.tail),
        };
        let (plain, snippet) = skeleton::both(&marked);
        let filter = if cursor.quoted { format!("\"{}", draft.search).into() } else { draft.search };
        Item {
            label: draft.label,
            detail: draft.detail,
            sort: draft.sort,
            filter,
            edit: Edit::replace(cursor.token, plain),
            snippet: snippet.map(Into::into),
            comma: cursor.comma_after.map(|at| Edit::insert(at, ",")),
            topic: draft.topic,
        }
    }

    fn member(&self, key: &str, value: &Value) -> String {
        let key = print::quote(key);
        let space = if self.place.layout.spaced { " " } else { "" };
        match self.place.cursor.follows {
            Follows::Colon => key,
            Follows::Value(_) => format!("{key}:"),
            _ => {
                let column = self.column + key.chars().count() + 2;
                format!("{key}:{space}{}{}", self.print(value, column), self.tail)
            }
        }
    }

    fn print(&self, value: &Value, column: usize) -> String {
        value.print(self.place.layout.style(self.indent.is_some()), self.indent.unwrap_or_default(), column)
    }
}
