//! How a document is laid out: what fixes must keep.

use crate::fix::value::Style;
use crate::json::{NodeId, Tree};

/// How a document is laid out, read from its text once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What ends its lines: that of the first one.
    pub newline: &'static str,
    /// One level of indentation: that of the root's first child.
    pub unit: Box<str>,
    /// Whether a space stands behind colons.
    pub spaced: bool,
    /// Whether the root's children stand on lines of their own.
    pub lines: bool,
}

impl Layout {
    /// The layout of a document.
    pub fn of(tree: &Tree) -> Self {
        let text = tree.text();
        let first = tree.root().and_then(|root| first_child(tree, root));
        let indent = first.and_then(|start| line_indent(text, start));
        let unit = indent.filter(|indent| !indent.is_empty()).unwrap_or("  ");
        // A document with nothing in it yet is going to have lines.
        let lines = indent.is_some() || first.is_none();
        Self { newline: newline(text), unit: unit.into(), spaced: lines || is_spaced(tree), lines }
    }

    /// How a value is printed that stands on a line of its own, or on a line with others.
    pub fn style(&self, lines: bool) -> Style<'_> {
        Style { newline: lines.then_some(self.newline), unit: &self.unit, spaced: self.spaced }
    }
}

/// Where the first child of a container begins, its key included.
fn first_child(tree: &Tree, node: NodeId) -> Option<u32> {
    let member = tree.all_members(node).next().map(|member| member.key_span.start);
    member.or_else(|| tree.items(node).first().map(|item| tree.span(*item).start))
}

/// Whether the first member of the root that has a value has a space behind its colon; where none has, whether one stands behind the
/// root's opening bracket.
fn is_spaced(tree: &Tree) -> bool {
    let Some(root) = tree.root() else { return true };
    let white = |text: &str| text.starts_with([' ', '\t', '\n', '\r']);
    let member = tree.all_members(root).find(|member| !tree.span(member.value).is_empty());
    let Some(member) = member else {
        return tree.text().get(tree.open_span(root).end as usize..).is_none_or(white);
    };
    let between = member.key_span.end as usize..tree.span(member.value).start as usize;
    tree.text().get(between).is_none_or(|text| text.ends_with([' ', '\t', '\n', '\r']))
}

/// What ends the first line; a line feed where there is none.
fn newline(text: &str) -> &'static str {
    match memchr::memchr2(b'\n', b'\r', text.as_bytes()) {
        Some(at) if text.as_bytes()[at] == b'\n' => "\n",
        Some(at) if text.as_bytes().get(at + 1) == Some(&b'\n') => "\r\n",
        Some(_) => "\r",
        None => "\n",
    }
}

/// The white space before `offset` where nothing else stands before it on its line; `None` where something does, or there is no line
/// before it.
pub(super) fn line_indent(text: &str, offset: u32) -> Option<&str> {
    let before = text.get(..offset as usize)?;
    let rest = before.trim_end_matches([' ', '\t']);
    rest.ends_with(['\n', '\r']).then(|| &before[rest.len()..])
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use crate::json::{Limits, parse};

    fn layout(text: &str) -> Layout {
        Layout::of(&parse(text.as_bytes(), Limits::default()).tree)
    }

    #[test]
    fn reads_what_the_document_does() {
        let tabs = layout("{\r\n\t\"a\": 1\r\n}\r\n");
        assert_eq!((tabs.newline, &*tabs.unit, tabs.spaced, tabs.lines), ("\r\n", "\t", true, true));
        let four = layout("[\n    1\n]");
        assert_eq!((four.newline, &*four.unit, four.lines), ("\n", "    ", true));
        let old = layout("{\r  \"a\": 1}");
        assert_eq!((old.newline, &*old.unit), ("\r", "  "));
    }

    #[test]
    fn a_document_on_one_line_stays_there() {
        let tight = layout(r#"{"a":1}"#);
        assert_eq!((tight.lines, tight.spaced), (false, false));
        let loose = layout(r#"{ "a": 1 }"#);
        assert_eq!((loose.lines, loose.spaced), (false, true));
        assert_eq!(
            [r#"{"a":}"#, r#"{ "a": }"#, r#"{"a":,"b": 1}"#].map(|text| layout(text).spaced),
            [false, true, true]
        );
    }

    #[test]
    fn where_nothing_stands_yet_there_will_be_lines() {
        assert!(layout("{}").lines && layout("{}").spaced);
        assert_eq!(&*layout("").unit, "  ");
    }
}
