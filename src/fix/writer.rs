//! From structural changes to edits.

use super::change::Change;
use super::layout::{Layout, line_indent};
use super::member;
use super::value::{Value, comma, key};
use crate::json::{NodeId, Tree, print};
use crate::text::{Edit, Edits, Span};

/// Writes the changes of one document.
#[derive(Debug)]
pub struct Writer<'t> {
    tree: &'t Tree,
    layout: &'t Layout,
}

/// Where something new comes: its text takes the place of a span.
struct Place<'t> {
    /// What it replaces; empty but for the inside of an empty container.
    span: Span,
    /// The white space of the line that it comes on; `None` where it comes on a line with others.
    indent: Option<&'t str>,
}

/// Whether two characters beside each other may be of one token: within a word or a number, or of a text that ends where another begins.
fn one_token(one: Option<char>, other: Option<char>) -> bool {
    let word = |char: char| char.is_alphanumeric() || matches!(char, '-' | '+' | '.' | '_' | '$');
    let quote = |char: char| matches!(char, '"' | '\'');
    one.zip(other).is_some_and(|(one, other)| (word(one) && word(other)) || (quote(one) && quote(other)))
}

impl<'t> Writer<'t> {
    /// A writer for a document.
    pub fn new(tree: &'t Tree, layout: &'t Layout) -> Self {
        Self { tree, layout }
    }

    /// The edits of changes that belong together; `None` where one cannot be made in this text, or two touch the same bytes.
    pub fn edits(&self, changes: &[Change]) -> Option<Edits> {
        let edits: Option<Vec<Edit>> = changes.iter().map(|change| self.edit(change)).collect();
        Edits::new(edits?).ok()
    }

    fn edit(&self, change: &Change) -> Option<Edit> {
        let edit = match change {
            Change::Text(span, text) => return Some(Edit::replace(*span, text.clone())),
            Change::Replace(node, value) => Some(self.replace(*node, value)),
            Change::Rename(node, key) => Some(Edit::replace(self.tree.key_span(*node)?, print::quote(key))),
            Change::Remove(node) => self.remove(*node),
            Change::Insert { object, behind, members } => self.insert(*object, *behind, members),
            Change::Append(array, items) => self.append(*array, items),
        };
        edit.filter(|edit| !self.merges(edit))
    }

    /// Whether what an edit writes would be one token with what stands beside it, though what it replaces is none: where the structure is
    /// broken, nothing need stand between two tokens.
    fn merges(&self, edit: &Edit) -> bool {
        let text = self.tree.text();
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let (head, tail) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let old = text.get(start..end).unwrap_or_default();
        let first = |new: &str| one_token(head.chars().next_back(), new.chars().next());
        let last = |new: &str| one_token(new.chars().next_back(), tail.chars().next());
        (first(&edit.text) && !first(old)) || (last(&edit.text) && !last(old))
    }

    fn replace(&self, node: NodeId, value: &Value) -> Edit {
        let start = member::extent(self.tree, node).start;
        let indent = line_indent(self.tree.text(), start);
        let column = self.column(self.tree.span(node).start);
        let text = value.print(self.layout.style(indent.is_some()), indent.unwrap_or_default(), column);
        Edit::replace(self.tree.span(node), text)
    }

    /// A child that another follows goes up to it; the last one goes from the one before it.
    fn remove(&self, node: NodeId) -> Option<Edit> {
        let extent = member::extent(self.tree, node);
        if self.tree.is_broken(self.tree.parent(node)?) || self.tree.is_broken(node) {
            return None;
        }
        let span = match member::neighbours(self.tree, node) {
            (_, Some(next)) => Span::new(extent.start, member::extent(self.tree, next).start),
            (Some(previous), None) => Span::new(self.tree.span(previous).end, extent.end),
            (None, None) => self.inside(self.tree.parent(node)?)?,
        };
        Some(Edit::remove(span))
    }

    /// All between the brackets of a container.
    fn inside(&self, container: NodeId) -> Option<Span> {
        let close = self.tree.close_span(container)?;
        Some(Span::new(self.tree.open_span(container).end, close.start))
    }

    fn insert(&self, object: NodeId, behind: Option<NodeId>, members: &[(Box<str>, Value)]) -> Option<Edit> {
        let print = |indent: Option<&str>| {
            let texts = members.iter().map(|(name, value)| {
                let key = key(name, self.layout.spaced);
                let column = indent.unwrap_or_default().chars().count() + key.chars().count();
                key + &value.print(self.layout.style(indent.is_some()), indent.unwrap_or_default(), column)
            });
            texts.collect::<Vec<_>>().join(&self.separator(indent))
        };
        // Where the structure is broken, a value's end is a guess.
        if self.tree.is_broken(object) || behind.is_some_and(|sibling| self.tree.is_broken(sibling)) {
            return None;
        }
        match (behind, member::first(self.tree, object)) {
            (Some(sibling), _) => Some(self.after(sibling, print)),
            (None, Some(first)) => Some(self.before(first, print)),
            (None, None) => self.fill(object, print),
        }
    }

    fn append(&self, array: NodeId, items: &[Value]) -> Option<Edit> {
        let last = member::last(self.tree, array);
        if self.tree.is_broken(array) || last.is_some_and(|last| self.tree.is_broken(last)) {
            return None;
        }
        let indent = last.and_then(|last| line_indent(self.tree.text(), member::extent(self.tree, last).start));
        let style = self.layout.style(indent.is_some());
        let indent = indent.unwrap_or_default();
        let separator = self.separator(Some(indent).filter(|_| style.newline.is_some()));
        let texts: Vec<String> = items.iter().map(|item| item.print(style, indent, indent.chars().count())).collect();
        let text = texts.join(&separator);
        match last {
            Some(last) => Some(Edit::insert(self.tree.span(last).end, separator + &text)),
            None => Some(Edit::replace(self.inside(array)?, text)),
        }
    }

    fn after(&self, sibling: NodeId, print: impl Fn(Option<&str>) -> String) -> Edit {
        let indent = line_indent(self.tree.text(), member::extent(self.tree, sibling).start);
        Edit::insert(self.tree.span(sibling).end, self.separator(indent) + &print(indent))
    }

    fn before(&self, sibling: NodeId, print: impl Fn(Option<&str>) -> String) -> Edit {
        let start = member::extent(self.tree, sibling).start;
        let indent = line_indent(self.tree.text(), start);
        Edit::insert(start, print(indent) + &self.separator(indent))
    }

    /// The first child of an empty container: on a line of its own where the document has such.
    fn fill(&self, container: NodeId, print: impl Fn(Option<&str>) -> String) -> Option<Edit> {
        let place = Place { span: self.inside(container)?, indent: self.outer_indent(container) };
        let text = match place.indent.filter(|_| self.layout.lines) {
            Some(indent) => {
                let inner = format!("{indent}{}", self.layout.unit);
                let newline = self.layout.newline;
                format!("{newline}{inner}{}{newline}{indent}", print(Some(&inner)))
            }
            None if self.layout.spaced => format!(" {} ", print(None)),
            None => print(None),
        };
        Some(Edit::replace(place.span, text))
    }

    /// The white space of the line that a container begins on; nothing for the root. `None` where others stand before it on that line.
    fn outer_indent(&self, container: NodeId) -> Option<&'t str> {
        let start = member::extent(self.tree, container).start;
        if self.tree.parent(container).is_none() {
            return Some("");
        }
        line_indent(self.tree.text(), start)
    }

    /// What stands between two children, on lines of their own or on one.
    fn separator(&self, indent: Option<&str>) -> String {
        match indent {
            Some(indent) => format!(",{}{indent}", self.layout.newline),
            None => comma(self.layout.spaced).to_owned(),
        }
    }

    /// How many characters stand before an offset on its line, as far as that matters for what fits.
    fn column(&self, offset: u32) -> usize {
        let before = self.tree.text().get(..offset as usize).unwrap_or_default();
        before.chars().rev().take(super::value::WIDTH + 1).take_while(|c| !matches!(c, '\n' | '\r')).count()
    }
}
