//! Building the tree: nodes in document order, children laid side by side when their bracket closes.

use std::collections::HashMap;
use std::sync::Arc;

use super::tree::{BAD, BROKEN, CLOSED, Duplicate, MemberData, NONE, Node, NodeId, REPLACED, SHADOWED, Tag, Tree};
use crate::text::Span;

/// Up to so many members, keys are compared one by one.
const FEW_MEMBERS: usize = 16;

/// A tree in the making.
pub(super) struct Builder {
    pub(super) tree: Tree,
    /// Items of the arrays that are open, innermost last.
    items: Vec<NodeId>,
    /// Members of the objects that are open, innermost last.
    members: Vec<MemberData>,
    /// Whether any node has a flag that its children inherit.
    inherits: bool,
}

/// A container that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) node: NodeId,
    pub(super) object: bool,
    /// Where its children begin on the builder's stack.
    base: u32,
}

#[expect(clippy::cast_possible_truncation, reason = "there are fewer values and members than bytes, and those fit")]
const fn small(count: usize) -> u32 {
    count as u32
}

impl Builder {
    pub(super) fn new(text: Arc<str>) -> Self {
        // A value takes some thirty bytes of an agreement, and nearly each is a member.
        let guess = text.len() / 30;
        let mut tree = Tree::empty(text);
        tree.nodes.reserve(guess);
        tree.members.reserve(guess);
        Self { tree, items: Vec::new(), members: Vec::new(), inherits: false }
    }

    /// The id that the next node gets.
    pub(super) fn next_id(&self) -> NodeId {
        NodeId(small(self.tree.nodes.len()))
    }

    /// Adds a value to the innermost open container (an object's last key waits for it), or as the root.
    pub(super) fn value(&mut self, parent: Option<&Open>, tag: Tag, span: Span) -> NodeId {
        let id = self.next_id();
        let slot = match parent {
            None => 0,
            Some(open) if open.object => {
                if let Some(member) = self.members.last_mut() {
                    member.value = id.0;
                }
                small(self.members.len()).saturating_sub(open.base + 1)
            }
            Some(open) => {
                self.items.push(id);
                small(self.items.len()).saturating_sub(open.base + 1)
            }
        };
        self.tree.nodes.push(Node {
            start: span.start,
            end: span.end,
            parent: parent.map_or(NONE, |open| open.node.0),
            slot,
            first: NONE,
            count: 0,
            tag,
            flags: 0,
        });
        id
    }

    /// Adds a key to the innermost object; its value must follow.
    pub(super) fn key(&mut self, span: Span, decoded: u32) {
        self.members.push(MemberData { key_start: span.start, key_end: span.end, key_text: decoded, value: NONE });
    }

    /// The node that was added last.
    pub(super) fn last_id(&self) -> Option<NodeId> {
        small(self.tree.nodes.len()).checked_sub(1).map(NodeId)
    }

    /// Whether the node that was added last is a string with this token.
    pub(super) fn ends_with(&self, token: Span) -> bool {
        self.tree.nodes.last().is_some_and(|node| node.tag == Tag::String && Span::new(node.start, node.end) == token)
    }

    /// Whether the node that was added last stands in this object and is no value: missing (then true), or a word or
    /// a number that is broken (false).
    pub(super) fn last_is_no_value(&self, object: NodeId) -> Option<bool> {
        let scalar = |node: &&Node| !matches!(node.tag, Tag::String | Tag::Array | Tag::Object);
        let node = self.tree.nodes.last().filter(scalar)?;
        (node.flags & BAD != 0 && node.parent == object.0).then_some(node.start == node.end)
    }

    /// Takes the node that was added last, a scalar, away; gives what it was. Of a member the key stays and waits.
    pub(super) fn take_back(&mut self, item: bool) -> Option<(NodeId, Span, u32)> {
        let node = self.tree.nodes.pop()?;
        if item {
            self.items.pop();
        }
        Some((self.next_id(), Span::new(node.start, node.end), node.first))
    }

    /// Takes the last key away, which has no value yet.
    pub(super) fn drop_key(&mut self) {
        self.members.pop();
    }

    /// Where the last key ends.
    pub(super) fn pending_key_end(&self) -> u32 {
        self.members.last().map_or(0, |member| member.key_end)
    }

    /// Where the last item of an open array ends, else its bracket.
    pub(super) fn end_inside(&self, array: NodeId) -> u32 {
        let item = self.items.last().map(|item| self.tree.node(*item)).filter(|item| item.parent == array.0);
        item.map_or(self.tree.open_span(array).end, |item| item.end)
    }

    /// Takes the node that was added last, a string, back as a key: its member's value turns out to be missing.
    pub(super) fn string_to_key(&mut self, id: NodeId, missing_at: u32) {
        let Some(node) = self.tree.nodes.get_mut(id.index()) else { return };
        let (span, decoded) = (Span::new(node.start, node.end), node.first);
        node.tag = Tag::Null;
        node.flags = BAD;
        node.first = NONE;
        (node.start, node.end) = (missing_at, missing_at);
        self.key(span, decoded);
    }

    /// Keeps a text that is no slice of the source; gives its place.
    pub(super) fn keep(&mut self, text: &str) -> u32 {
        let from = small(self.tree.decoded_text.len());
        self.tree.decoded_text.push_str(text);
        self.tree.decoded.push((from, small(self.tree.decoded_text.len())));
        small(self.tree.decoded.len() - 1)
    }

    /// Links a string's node with its kept text.
    pub(super) fn set_text(&mut self, id: NodeId, decoded: u32) {
        if let Some(node) = self.tree.nodes.get_mut(id.index()) {
            node.first = decoded;
        }
    }

    pub(super) fn set_end(&mut self, id: NodeId, end: u32, closed: bool) {
        if let Some(node) = self.tree.nodes.get_mut(id.index()) {
            node.end = end;
            node.flags |= if closed { CLOSED } else { 0 };
        }
    }

    pub(super) fn mark(&mut self, id: NodeId, flag: u8) {
        self.inherits |= flag & (BROKEN | REPLACED) != 0;
        if let Some(node) = self.tree.nodes.get_mut(id.index()) {
            node.flags |= flag;
        }
    }

    /// Begins a container whose node stands already.
    pub(super) fn open(&self, node: NodeId, object: bool) -> Open {
        let base = if object { self.members.len() } else { self.items.len() };
        Open { node, object, base: small(base) }
    }

    /// Ends a container that is no longer the innermost one: its children go from the stack into the tree.
    pub(super) fn close(&mut self, open: Open, end: u32, closed: bool) {
        let base = open.base as usize;
        let (first, count) = if open.object {
            let first = self.tree.members.len();
            self.tree.members.extend_from_slice(self.members.get(base..).unwrap_or(&[]));
            self.members.truncate(base);
            (first, self.tree.members.len() - first)
        } else {
            let first = self.tree.items.len();
            self.tree.items.extend_from_slice(self.items.get(base..).unwrap_or(&[]));
            self.items.truncate(base);
            (first, self.tree.items.len() - first)
        };
        if let Some(node) = self.tree.nodes.get_mut(open.node.index()) {
            node.first = small(first);
            node.count = small(count);
        }
        self.set_end(open.node, end, closed);
        if open.object && count > 1 {
            self.find_duplicates(open.node);
            self.tree.index_members(open.node);
        }
    }

    fn find_duplicates(&mut self, object: NodeId) {
        let members = self.tree.member_data(object);
        let mut found: Vec<(MemberData, MemberData, MemberData)> = Vec::new();
        if members.len() <= FEW_MEMBERS {
            for (index, later) in members.iter().enumerate().skip(1) {
                let mut before = members.iter().take(index).filter(|earlier| self.same_key(earlier, later));
                if let Some(first) = before.next() {
                    found.push((*first, *before.next_back().unwrap_or(first), *later));
                }
            }
        } else {
            let mut seen: HashMap<&str, (MemberData, MemberData)> = HashMap::with_capacity(members.len());
            for later in members {
                let entry = seen.entry(self.tree.key_text(later));
                entry
                    .and_modify(|(first, last)| {
                        found.push((*first, *last, *later));
                        *last = *later;
                    })
                    .or_insert((*later, *later));
            }
        }
        for (first, previous, later) in found {
            self.mark(NodeId(previous.value), REPLACED);
            self.tree.duplicates.push(Duplicate {
                object,
                first_key: Span::new(first.key_start, first.key_end),
                later_key: Span::new(later.key_start, later.key_end),
                later_value: NodeId(later.value),
            });
        }
    }

    fn same_key(&self, one: &MemberData, other: &MemberData) -> bool {
        let plain = one.key_text == NONE && other.key_text == NONE;
        let lengths = one.key_end - one.key_start == other.key_end - other.key_start;
        (!plain || lengths) && self.tree.key_text(one) == self.tree.key_text(other)
    }

    /// The finished tree: flags handed down, duplicates in order.
    pub(super) fn finish(mut self) -> Tree {
        if self.inherits {
            for index in 0..self.tree.nodes.len() {
                let Some(node) = self.tree.nodes.get(index) else { break };
                let above = self.tree.nodes.get(node.parent as usize).map_or(0, |parent| parent.flags);
                let replaced = if node.flags & REPLACED != 0 { SHADOWED } else { 0 };
                if let Some(node) = self.tree.nodes.get_mut(index) {
                    node.flags |= above & (BROKEN | SHADOWED) | replaced;
                }
            }
        }
        let mut duplicates = std::mem::take(&mut self.tree.duplicates);
        duplicates.retain(|duplicate| !self.tree.is_shadowed(duplicate.object));
        duplicates.sort_by_key(|duplicate| duplicate.later_key);
        self.tree.duplicates = duplicates;
        self.tree
    }
}
