//! The layout of a document: what stands between its tokens. The tokens themselves stay as they were written, in their order.
//!
//! Two spaces a level, the line ends of the file, one at its end, a byte order mark where it had one. What its author wrote on one line
//! stays there where it fits: a container in which a line break follows the opening bracket, or that holds such a one, takes
//! several lines, and so does one that would reach over [`WIDTH`].

use memchr::memchr2;

use super::Parsed;
use super::tree::{Kind, NodeId, Tree};
use crate::text::{Edit, Edits, Span};

/// The most columns (Unicode scalar values) of a line that holds more than one value.
pub const WIDTH: usize = 120;
/// The white space of one level.
const INDENT: &str = "  ";
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The text in its layout; `None` where something could not be read (S001, S003, S004, S005).
#[must_use]
pub fn format(parsed: &Parsed) -> Option<String> {
    edits(parsed).map(|edits| edits.apply(parsed.tree.text()))
}

/// What makes [`format()`]'s text: only white space between tokens is replaced, and only where it differs. `None` where something could
/// not be read.
#[must_use]
pub fn edits(parsed: &Parsed) -> Option<Edits> {
    let tree = &parsed.tree;
    let root = tree.root().filter(|_| parsed.errors.is_empty())?;
    let mut layout = Layout::new(tree, root);
    layout.file(root);
    for node in tree.all() {
        layout.children(node);
    }
    // Gaps are disjoint, for tokens are.
    Edits::new(layout.edits).ok()
}

/// How a value stands.
#[derive(Debug, Clone, Copy, Default)]
struct Stand {
    /// Its columns on one line; `None` where it takes several whatever the room.
    width: Option<usize>,
    /// The level of the line on which it begins.
    level: usize,
    /// Whether it is on one line.
    flat: bool,
}

struct Layout<'t> {
    tree: &'t Tree,
    line_end: &'static str,
    /// By the index of the node.
    stands: Vec<Stand>,
    edits: Vec<Edit>,
}

impl<'t> Layout<'t> {
    fn new(tree: &'t Tree, root: NodeId) -> Self {
        let line_end = line_end(tree.text());
        let mut layout = Self { tree, line_end, stands: vec![Stand::default(); tree.len()], edits: Vec::new() };
        // Children come behind their parents.
        for node in tree.all().rev() {
            layout.stands[node.index()].width = layout.width(node);
        }
        layout.stands[root.index()].flat = layout.fits(root, 0);
        layout
    }

    fn width(&self, node: NodeId) -> Option<usize> {
        let tree = self.tree;
        let (members, items) = (tree.all_members(node), tree.items(node));
        let count = members.len() + items.len();
        if !matches!(tree.kind(node), Kind::Object | Kind::Array) {
            return Some(self.columns(tree.span(node)));
        }
        if count == 0 {
            return Some("{}".len());
        }
        if self.is_broken_open(node) {
            return None;
        }
        let mut width = if items.is_empty() { "{  }".len() } else { "[]".len() } + ", ".len() * (count - 1);
        for member in members {
            width += self.columns(member.key_span) + ": ".len() + self.stands[member.value.index()].width?;
        }
        for item in items {
            width += self.stands[item.index()].width?;
        }
        Some(width)
    }

    /// Whether the author has a line break behind the opening bracket.
    fn is_broken_open(&self, node: NodeId) -> bool {
        let tree = self.tree;
        let first = match tree.all_members(node).next() {
            Some(member) => member.key_span.start,
            None => tree.items(node).first().map_or(0, |item| tree.span(*item).start),
        };
        self.slice(Span::new(tree.open_span(node).end, first)).contains(['\n', '\r'])
    }

    fn columns(&self, span: Span) -> usize {
        self.slice(span).chars().count()
    }

    fn slice(&self, span: Span) -> &'t str {
        self.tree.text().get(span.range()).unwrap_or_default()
    }

    /// Whether a value fits on its line behind `taken` columns.
    fn fits(&self, node: NodeId, taken: usize) -> bool {
        self.stands[node.index()].width.is_some_and(|width| taken + width <= WIDTH)
    }

    /// What stands before and behind the outermost value.
    fn file(&mut self, root: NodeId) {
        let (text, span) = (self.tree.text(), self.tree.span(root));
        let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        self.gap(Span::new(Span::of(0..mark).end, span.start), "");
        self.gap(Span::new(span.end, Span::of(0..text.len()).end), self.line_end);
    }

    /// What stands between a container's brackets, as far as it is not within its children; says how they stand.
    fn children(&mut self, node: NodeId) {
        let tree = self.tree;
        let Stand { level, flat, .. } = self.stands[node.index()];
        let Some(close) = tree.close_span(node) else { return };
        let inner = if flat { Inner::flat(tree.kind(node)) } else { Inner::broken(self.line_end, level) };
        let mut children: Vec<(Option<Span>, NodeId)> =
            tree.all_members(node).map(|member| (Some(member.key_span), member.value)).collect();
        children.extend(tree.items(node).iter().map(|item| (None, *item)));
        let last = children.len().wrapping_sub(1);
        // Where the gap begins, and what is to stand in it.
        let (mut from, mut before) = (tree.open_span(node).end, inner.open.as_str());
        for (at, (key, value)) in children.into_iter().enumerate() {
            let span = tree.span(value);
            self.gap(Span::new(from, key.unwrap_or(span).start), before);
            let key_columns = key.map_or(0, |key| self.columns(key) + ": ".len());
            if let Some(key) = key {
                self.around(b':', Span::new(key.end, span.start), " ");
            }
            let taken = INDENT.len() * (level + 1) + key_columns + usize::from(at != last);
            let flat = flat || self.fits(value, taken);
            let stand = &mut self.stands[value.index()];
            (stand.level, stand.flat) = (level + 1, flat);
            (from, before) = (span.end, inner.between.as_str());
            if at != last {
                from = self.up_to(b',', from);
            }
        }
        let end = if last == usize::MAX { "" } else { inner.close.as_str() };
        self.gap(Span::new(from, close.start), end);
    }

    /// Takes the white space ahead of a sign out, and gives the place behind it.
    fn up_to(&mut self, sign: u8, from: u32) -> u32 {
        let rest = self.tree.text().as_bytes().get(from as usize..).unwrap_or_default();
        let at = from + Span::of(0..memchr::memchr(sign, rest).unwrap_or_default()).end;
        self.gap(Span::new(from, at), "");
        at + 1
    }

    /// The sign that stands in a gap: nothing ahead of it, and `behind` behind it.
    fn around(&mut self, sign: u8, gap: Span, behind: &str) {
        let from = self.up_to(sign, gap.start);
        self.gap(Span::new(from, gap.end), behind);
    }

    /// That this is to stand in a gap between two tokens.
    fn gap(&mut self, span: Span, wanted: &str) {
        if self.slice(span) != wanted {
            self.edits.push(Edit::replace(span, wanted));
        }
    }
}

/// What stands in a container that is not empty: behind its opening bracket, behind a comma, before its closing bracket.
struct Inner {
    open: String,
    between: String,
    close: String,
}

impl Inner {
    fn flat(kind: Kind) -> Self {
        let edge = if kind == Kind::Object { " " } else { "" };
        Self { open: edge.to_owned(), between: " ".to_owned(), close: edge.to_owned() }
    }

    fn broken(line_end: &str, level: usize) -> Self {
        let close = line_end.to_owned() + &INDENT.repeat(level);
        let open = close.clone() + INDENT;
        Self { between: open.clone(), open, close }
    }
}

/// The first line end of a text; LF where it has none.
fn line_end(text: &str) -> &'static str {
    let rest = memchr2(b'\n', b'\r', text.as_bytes()).and_then(|at| text.get(at..)).unwrap_or_default();
    match rest.as_bytes() {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        _ => "\n",
    }
}

impl Tree {
    /// All values, in document order.
    fn all(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..Span::of(0..self.len()).end).map(NodeId)
    }
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, edits, format};
    use crate::json::{Limits, parse};

    fn formatted(text: &str) -> String {
        format(&parse(text.as_bytes(), Limits::default())).expect("it can be read")
    }

    #[test]
    fn what_is_on_one_line_stays_there() {
        assert_eq!(formatted("{\"a\":1,\"b\":[1,2,{}],\"c\":{}}"), "{ \"a\": 1, \"b\": [1, 2, {}], \"c\": {} }\n");
        assert_eq!(formatted(" [ ]"), "[]\n");
        assert_eq!(formatted("{\n\n}"), "{}\n");
        assert_eq!(formatted("  1.50E+2\n\n\n"), "1.50E+2\n");
        assert_eq!(formatted("[1,\n2\n,3]"), "[1, 2, 3]\n");
        assert_eq!(formatted("{\"a\"\n:\n1}"), "{ \"a\": 1 }\n");
    }

    #[test]
    fn a_line_break_behind_a_bracket_gives_each_a_line() {
        let text = "{\n\"a\" :1 , \"b\": [\n1,2], \"c\": { \"d\": 3 } }";
        assert_eq!(formatted(text), "{\n  \"a\": 1,\n  \"b\": [\n    1,\n    2\n  ],\n  \"c\": { \"d\": 3 }\n}\n");
    }

    #[test]
    fn what_holds_several_lines_takes_several_lines() {
        assert_eq!(formatted("[{\n\"a\": 1}, 2]"), "[\n  {\n    \"a\": 1\n  },\n  2\n]\n");
    }

    #[test]
    fn the_comma_behind_a_value_counts() {
        let list = |columns: usize| format!("[\"{}\"]", "é".repeat(columns - 4));
        let document = |columns: usize, more: &str| formatted(&format!("[\n{}{more}]", list(columns)));
        assert_eq!(document(WIDTH - 2, "").lines().count(), 3);
        assert_eq!(document(WIDTH - 1, "").lines().count(), 5);
        assert_eq!(document(WIDTH - 3, ",1").lines().count(), 4);
        assert_eq!(document(WIDTH - 2, ",1").lines().count(), 6);
    }

    #[test]
    fn a_key_takes_its_room() {
        let document = |columns: usize| formatted(&format!("{{\n\"k\": [\"{}\"]}}", "x".repeat(columns)));
        let longest = WIDTH - "  \"k\": [\"\"]".len();
        assert_eq!(document(longest).lines().map(str::len).max(), Some(WIDTH));
        assert_eq!(document(longest).lines().count(), 3);
        assert_eq!(document(longest + 1).lines().count(), 5);
    }

    #[test]
    fn marks_and_line_ends_are_the_files_own() {
        assert_eq!(formatted("\u{FEFF} {\r\n\"a\":\n1}"), "\u{FEFF}{\r\n  \"a\": 1\r\n}\r\n");
        assert_eq!(formatted("[\r1]"), "[\r  1\r]\r");
        assert_eq!(formatted("[1]\r\n"), "[1]\r\n");
    }

    #[test]
    fn tokens_stay_as_they_are_written_and_keys_that_stand_twice_too() {
        let text = "{ \"\\u0061\": \"\\/\", \"a\": -0.0e-1, \"a\": [true, false, null] }\n";
        assert_eq!(formatted(text), text);
    }

    #[test]
    fn only_what_differs_is_edited() {
        let edits = |text: &str| {
            let edits = edits(&parse(text.as_bytes(), Limits::default())).expect("it can be read");
            edits.iter().map(|edit| (edit.span.start, edit.span.end, edit.text.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(edits("{ \"a\": [1, 2] }\n"), []);
        assert_eq!(edits("{ \"a\" : [1,2] }"), [(5, 6, String::new()), (11, 11, " ".into()), (15, 15, "\n".into())]);
    }

    #[test]
    fn what_cannot_be_read_is_left() {
        for text in ["", "{", "[1,]", "{} {}", "// x\n{}", "[\"\\ud800\"]"] {
            assert_eq!(format(&parse(text.as_bytes(), Limits::default())), None, "{text}");
        }
        let shallow = Limits { max_depth: 1, ..Limits::default() };
        assert_eq!(format(&parse(b"[[]]", shallow)), None);
        assert_eq!(format(&parse(b"\xFF", Limits::default())), None);
    }
}
