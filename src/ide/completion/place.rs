//! The place that is to be completed: what stands around it, and the document as it would be with the token there complete.

use std::ops::Deref;

use crate::fix::{Layout, STUB};
use crate::ide::Scene;
use crate::ide::shape::Shape;
use crate::json::cursor::{Cursor, Follows, Wants};
use crate::json::{Kind, Limits, NodeId, Slot, Tree, parse};
use crate::text::Span;

/// A place that is to be completed.
pub(super) struct Place<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) cursor: Cursor<'a>,
    /// What the format says of the container around the cursor.
    pub(super) container: Shape,
    /// What it says of the value at the cursor.
    pub(super) value: Shape,
    /// The document in which the token at the cursor is complete.
    pub(super) seen: Seen<'a>,
    /// The container around the cursor; `None` outside of the root.
    pub(super) node: Option<NodeId>,
    pub(super) layout: Layout,
}

/// The document's own tree, or one of the mended text.
pub(super) enum Seen<'a> {
    Own(&'a Tree),
    Mended(Box<Tree>),
}

impl Deref for Seen<'_> {
    type Target = Tree;

    fn deref(&self) -> &Tree {
        match self {
            Self::Own(tree) => tree,
            Self::Mended(tree) => tree,
        }
    }
}

impl<'a> Place<'a> {
    /// The place at an offset; `None` where nothing may be written.
    pub(super) fn at(scene: &'a Scene<'a>, offset: u32) -> Option<Self> {
        let mut cursor = Cursor::at(scene.tree.text(), offset);
        replace_scalar(&mut cursor, scene.tree.text());
        let stands = matches!(cursor.follows, Follows::Value(_)) && cursor.wants != Wants::Key;
        let outside = cursor.levels.is_empty() && cursor.follows != Follows::End;
        if cursor.wants == Wants::Nothing || stands || outside {
            return None;
        }
        let (container, value) = Shape::at(&cursor, scene.policy);
        let seen = seen(scene.tree, &cursor);
        let node = cursor.levels.last().and_then(|level| container_at(&seen, level.start));
        Some(Self { scene, cursor, container, value, seen, node, layout: Layout::of(scene.tree) })
    }

    /// What is typed already, without its quote.
    pub(super) fn typed(&self) -> &str {
        let text = self.scene.tree.text().get(self.cursor.token.range()).unwrap_or_default();
        text.trim_matches(['"', '\''])
    }

    /// Whether a text may be offered that keeps the place of another one: nothing else stands there.
    pub(super) fn is_free(&self) -> bool {
        STUB.starts_with(&self.typed().to_lowercase())
    }

    /// The texts of the other items of the list around the cursor.
    pub(super) fn listed(&self) -> Vec<&str> {
        let own = self.cursor.levels.last().map(|level| level.index);
        let Some(node) = self.node.filter(|node| self.seen.kind(*node) == Kind::Array) else { return Vec::new() };
        let items = self.seen.items(node).iter().filter(|item| match self.seen.slot(**item) {
            Slot::Item(index) => Some(index) != own || self.inserts(),
            _ => false,
        });
        items.filter_map(|item| self.seen.string(*item)).collect()
    }

    /// The keys that stand in the object around the cursor, but for the one at the cursor.
    pub(super) fn keys(&self) -> Vec<&str> {
        let Some(node) = self.node else { return Vec::new() };
        let token = self.cursor.token;
        let others = self.seen.all_members(node).filter(|member| token.is_empty() || member.key_span != token);
        others.map(|member| member.key).collect()
    }

    /// Whether nothing stands at the cursor yet, and the document is read as it is.
    fn inserts(&self) -> bool {
        self.cursor.token.is_empty() && matches!(self.seen, Seen::Own(_))
    }

    /// The text of a member of the object around the cursor.
    pub(super) fn sibling(&self, key: &str) -> Option<&str> {
        self.seen.string(self.seen.get(self.node?, key)?)
    }
}

/// Where the cursor stands before the value on its line, that is what is replaced; a container is not.
fn replace_scalar(cursor: &mut Cursor<'_>, text: &str) {
    let Follows::Value(span) = cursor.follows else { return };
    let container = text.get(span.start as usize..).is_some_and(|rest| rest.starts_with(['{', '[']));
    if cursor.wants == Wants::Value && cursor.token.is_empty() && !container {
        cursor.token = Span::new(cursor.token.start, span.end);
        cursor.at_colon = false;
        let behind = Cursor::at(text, span.end);
        cursor.follows = if behind.follows == Follows::Another { Follows::Another } else { Follows::End };
    }
}

/// The document as it is where it is sound around the cursor; else as it would be with the token there complete.
fn seen<'a>(tree: &'a Tree, cursor: &Cursor<'_>) -> Seen<'a> {
    let node = cursor.levels.last().and_then(|level| container_at(tree, level.start));
    if node.is_some_and(|node| !tree.is_broken(node)) {
        return Seen::Own(tree);
    }
    Seen::Mended(Box::new(parse(mended(tree.text(), cursor).as_bytes(), Limits::default()).tree))
}

/// The text with something complete in the place of the token at the cursor.
fn mended(text: &str, cursor: &Cursor<'_>) -> String {
    let (start, end) = (cursor.token.start as usize, cursor.token.end as usize);
    let before = text.get(..start).unwrap_or_default();
    let mut out = String::with_capacity(text.len() + 16);
    match cursor.comma_after.map(|at| at as usize) {
        Some(at) if at <= start => {
            out.push_str(before.get(..at).unwrap_or_default());
            out.push(',');
            out.push_str(before.get(at..).unwrap_or_default());
        }
        _ => out.push_str(before),
    }
    out.push_str(match (cursor.wants, cursor.follows) {
        (Wants::Key, Follows::Colon) => "\"\"",
        (Wants::Key, Follows::Value(_)) => "\"\":",
        (Wants::Key, _) => "\"\":null",
        (Wants::Colon, _) => ":null",
        (Wants::Value | Wants::Nothing, _) => "null",
    });
    if cursor.follows == Follows::Another {
        out.push(',');
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}

/// The container whose opening bracket stands at an offset.
fn container_at(tree: &Tree, start: u32) -> Option<NodeId> {
    let inner = tree.innermost_at(start + 1)?;
    let fits =
        |node: &NodeId| tree.span(*node).start == start && matches!(tree.kind(*node), Kind::Array | Kind::Object);
    std::iter::once(inner).chain(tree.ancestors(inner)).find(fits)
}
