//! A JSON value that is to be written.

use super::layout::line_indent;
use super::member;
pub(super) use crate::json::format::WIDTH;
use crate::json::{NodeId, Tree, print};

/// A text that is still to be written, in the language of documents; D108 says so.
pub const STUB: &str = "nog te bepalen";

/// A JSON value that is to be written into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Number(i64),
    /// A string, not yet escaped.
    Text(Box<str>),
    /// An array.
    Array(Vec<Value>),
    /// An object, its members in order.
    Object(Vec<(Box<str>, Value)>),
    /// What stands in the document already, as it is written there; the indentation of its first line comes with it.
    Source {
        /// The text from the value's first byte to its last.
        text: Box<str>,
        /// The white space that the value's first line begins with.
        indent: Box<str>,
    },
}

/// How the parts of a value are set apart.
#[derive(Debug, Clone, Copy)]
pub struct Style<'l> {
    /// What ends a line; `None` where all stands on one line.
    pub newline: Option<&'l str>,
    /// One level of indentation.
    pub unit: &'l str,
    /// Whether a space stands behind colons and commas, and inside of braces.
    pub spaced: bool,
}

impl Value {
    /// An object of these members.
    pub fn object<K: Into<Box<str>>>(members: impl IntoIterator<Item = (K, Value)>) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// An array of these items.
    pub fn array<V: Into<Value>>(items: impl IntoIterator<Item = V>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }

    /// A value that stands in a document, as it is written there.
    #[must_use]
    pub fn moved(tree: &Tree, node: NodeId) -> Self {
        let text = tree.text().get(tree.span(node).range()).unwrap_or_default();
        let indent = line_indent(tree.text(), member::extent(tree, node).start).unwrap_or_default();
        Self::Source { text: text.into(), indent: indent.into() }
    }

    /// The value as text. `indent` is the white space of the line that it begins on, `column` how many characters stand beside it there:
    /// those before it, and the comma behind it.
    #[must_use]
    pub fn print(&self, style: Style<'_>, indent: &str, column: usize) -> String {
        let mut out = String::new();
        Printer { style, out: &mut out }.value(self, indent, column);
        out
    }

    /// Whether it is a container that holds other containers with something in them.
    fn is_deep(&self) -> bool {
        match self {
            Self::Array(items) => items.iter().any(Self::is_filled_object),
            Self::Object(members) => members.iter().any(|(_, value)| value.is_filled_object() || value.is_deep()),
            _ => false,
        }
    }

    /// How many children it has.
    fn len(&self) -> usize {
        match self {
            Self::Array(items) => items.len(),
            Self::Object(members) => members.len(),
            _ => 0,
        }
    }

    fn is_filled_object(&self) -> bool {
        match self {
            Self::Object(members) => !members.is_empty(),
            Self::Source { text, .. } => text.contains(['\n', '\r']),
            _ => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

/// `"key": `, or `"key":` in a document that sets nothing apart.
pub(super) fn key(key: &str, spaced: bool) -> String {
    print::quote(key) + if spaced { ": " } else { ":" }
}

struct Printer<'l, 'o> {
    style: Style<'l>,
    out: &'o mut String,
}

impl Printer<'_, '_> {
    fn value(&mut self, value: &Value, indent: &str, column: usize) {
        match value {
            Value::Bool(yes) => self.out.push_str(if *yes { "true" } else { "false" }),
            Value::Number(number) => self.out.push_str(&number.to_string()),
            Value::Text(text) => self.out.push_str(&print::quote(text)),
            Value::Source { text, indent: old } => self.source(text, old, indent),
            Value::Array(items) if items.is_empty() => self.out.push_str("[]"),
            Value::Object(members) if members.is_empty() => self.out.push_str("{}"),
            container => self.container(container, indent, column),
        }
    }

    /// On one line where it fits and holds nothing deep, else one child a line.
    fn container(&mut self, value: &Value, indent: &str, column: usize) {
        let Some(newline) = self.style.newline else { return self.inline(value) };
        if !value.is_deep() {
            let mut line = String::new();
            Printer { style: self.style, out: &mut line }.inline(value);
            if column + line.chars().count() <= WIDTH {
                return self.out.push_str(&line);
            }
        }
        self.lines(value, newline, indent);
    }

    fn lines(&mut self, value: &Value, newline: &str, indent: &str) {
        let (open, close) = brackets(value);
        let last = value.len().saturating_sub(1);
        let inner = format!("{indent}{}", self.style.unit);
        self.out.push(open);
        self.children(value, |printer, at, name, child| {
            printer.out.push_str(if at > 0 { "," } else { "" });
            printer.out.push_str(newline);
            printer.out.push_str(&inner);
            let name = name.map(|name| key(name, printer.style.spaced)).unwrap_or_default();
            printer.out.push_str(&name);
            let comma = usize::from(at < last);
            printer.value(child, &inner, inner.chars().count() + name.chars().count() + comma);
        });
        self.out.push_str(newline);
        self.out.push_str(indent);
        self.out.push(close);
    }

    fn inline(&mut self, value: &Value) {
        let (open, close) = brackets(value);
        let pad = if self.style.spaced && open == '{' { " " } else { "" };
        self.out.push(open);
        self.out.push_str(pad);
        let style = Style { newline: None, ..self.style };
        self.children(value, |printer, at, name, child| {
            printer.out.push_str(if at == 0 { "" } else { comma(style.spaced) });
            printer.out.push_str(&name.map(|name| key(name, style.spaced)).unwrap_or_default());
            Printer { style, out: printer.out }.value(child, "", 0);
        });
        self.out.push_str(pad);
        self.out.push(close);
    }

    /// Every child with its number and its key.
    fn children(&mut self, value: &Value, mut each: impl FnMut(&mut Self, usize, Option<&str>, &Value)) {
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| each(self, at, None, item)),
            Value::Object(members) => {
                members.iter().enumerate().for_each(|(at, (name, value))| each(self, at, Some(name), value));
            }
            _ => {}
        }
    }

    /// Lines behind the first keep their indentation relative to it.
    fn source(&mut self, text: &str, old: &str, indent: &str) {
        for line in text.split_inclusive('\n') {
            match line.strip_prefix(old).filter(|_| !self.out.is_empty() && self.out.ends_with('\n')) {
                Some(rest) => {
                    self.out.push_str(indent);
                    self.out.push_str(rest);
                }
                None => self.out.push_str(line),
            }
        }
    }
}

/// What stands between two children on one line.
pub(super) fn comma(spaced: bool) -> &'static str {
    if spaced { ", " } else { "," }
}

fn brackets(value: &Value) -> (char, char) {
    if matches!(value, Value::Array(_)) { ('[', ']') } else { ('{', '}') }
}

#[cfg(test)]
mod tests {
    use super::{Style, Value};

    const LINES: Style<'static> = Style { newline: Some("\n"), unit: "  ", spaced: true };
    const TIGHT: Style<'static> = Style { newline: None, unit: "", spaced: false };

    fn nested() -> Value {
        let entry = Value::object([("status", Value::from("niet\"")), ("n", Value::Number(3))]);
        Value::object([("a", entry), ("leeg", Value::Array(Vec::new())), ("b", Value::array(["x", "y"]))])
    }

    #[test]
    fn what_holds_objects_takes_lines_and_the_rest_stays_on_one() {
        let wanted = "{\n  \"a\": { \"status\": \"niet\\\"\", \"n\": 3 },\n  \"leeg\": [],\n  \"b\": [\"x\", \"y\"]\n}";
        assert_eq!(nested().print(LINES, "", 0), wanted);
        assert_eq!(nested().print(LINES, "\t", 0).lines().last(), Some("\t}"));
    }

    #[test]
    fn without_lines_all_stands_on_one() {
        assert_eq!(nested().print(TIGHT, "", 0), r#"{"a":{"status":"niet\"","n":3},"leeg":[],"b":["x","y"]}"#);
    }

    #[test]
    fn a_line_that_would_be_too_long_is_broken() {
        let long = Value::array(["een tekst van enige lengte"; 4]);
        assert!(!long.print(LINES, "", 0).contains('\n'));
        assert_eq!(long.print(LINES, "", 20).lines().count(), 6);
    }

    #[test]
    fn the_comma_behind_counts() {
        let fill = |room: usize| Value::array(["x".repeat(super::WIDTH - room - r#"  "k": [""]"#.len()).as_str()]);
        let lines = |value: Value, more: usize| {
            let members = std::iter::repeat_n(("k", value), more + 1);
            Value::object(members).print(LINES, "", 0).lines().count()
        };
        assert_eq!([lines(fill(0), 0), lines(fill(1), 1)], [3, 4]);
        assert_eq!(lines(fill(0), 1), 4 + 2, "the first goes over the edge with its comma, the last has none");
    }

    #[test]
    fn a_moved_text_is_indented_anew() {
        let source = Value::Source { text: "{\n      \"a\": 1\n    }".into(), indent: "    ".into() };
        assert_eq!(source.print(LINES, "  ", 0), "{\n    \"a\": 1\n  }");
    }
}
