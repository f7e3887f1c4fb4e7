//! The tree: an arena of small nodes in document order, with the position of every token that matters.

use std::collections::HashMap;
use std::sync::Arc;

use super::lookup::LARGE;
use crate::text::Span;

/// Stands for "none" in the arena's `u32` fields.
pub(super) const NONE: u32 = u32::MAX;

/// A value of one tree; only good for the tree that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The node's place in document order, 0-based, below [`Tree::len`]; parents come before their children.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a value is. A bad value has the kind that it was probably meant to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`, and a value that is missing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// Where a value stands in its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The value is the root.
    Root,
    /// The value of a member; the index is the one in [`Tree::all_members`].
    Member(u32),
    /// An item of an array; the index is the one in [`Tree::items`].
    Item(u32),
}

/// A member of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'t> {
    /// The key, unescaped.
    pub key: &'t str,
    /// The key's token, quotes included.
    pub key_span: Span,
    /// The value; a bad null where it is missing.
    pub value: NodeId,
    /// Whether a later member of the same object has the same key, so that this one does not count.
    pub shadowed: bool,
}

/// A key that stands again in its object (S002).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duplicate {
    /// The object.
    pub object: NodeId,
    /// The token of the first of all keys that are equal.
    pub first_key: Span,
    /// The token of the later key.
    pub later_key: Span,
    /// The later key's value.
    pub later_value: NodeId,
}

/// A node's kind, without payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}

/// Read from a broken token, or missing.
pub(super) const BAD: u8 = 1;
/// A container that is broken or left open; after the parse also what stands inside one.
pub(super) const BROKEN: u8 = 2;
/// The value of a member that a later one replaces.
pub(super) const REPLACED: u8 = 4;
/// [`REPLACED`], or inside such a value; set after the parse.
pub(super) const SHADOWED: u8 = 8;
/// A container whose closing bracket is there.
pub(super) const CLOSED: u8 = 16;

/// An object whose opening bracket is missing.
pub(super) const IMPLIED: u8 = 32;

/// One value: 28 bytes.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) parent: u32,
    pub(super) slot: u32,
    /// Containers: the first child in `items` or `members`. Strings: the place in `decoded`, or [`NONE`].
    pub(super) first: u32,
    /// Containers: how many children.
    pub(super) count: u32,
    pub(super) tag: Tag,
    pub(super) flags: u8,
}

/// One member: 16 bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct MemberData {
    pub(super) key_start: u32,
    pub(super) key_end: u32,
    /// The place in `decoded`, or [`NONE`] where the key is the text between its quotes.
    pub(super) key_text: u32,
    pub(super) value: u32,
}

/// What could be read of a document. Made by [`super::parse`]; the methods take the tree's own ids.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(super) text: Arc<str>,
    pub(super) nodes: Vec<Node>,
    pub(super) items: Vec<NodeId>,
    pub(super) members: Vec<MemberData>,
    /// Texts that are not a slice of the source, one behind the other in `decoded_text`.
    pub(super) decoded: Vec<(u32, u32)>,
    pub(super) decoded_text: String,
    pub(super) duplicates: Vec<Duplicate>,
    /// The members of large objects in the order of their keys.
    pub(super) large: HashMap<NodeId, Vec<u32>>,
}

/// What stands for a node that is not there: ids of another tree never panic.
static NO_NODE: Node =
    Node { start: 0, end: 0, parent: NONE, slot: 0, first: NONE, count: 0, tag: Tag::Null, flags: BAD };

impl Tree {
    /// A tree without any value over this text.
    pub(super) fn empty(text: Arc<str>) -> Self {
        Self {
            text,
            nodes: Vec::new(),
            items: Vec::new(),
            members: Vec::new(),
            decoded: Vec::new(),
            decoded_text: String::new(),
            duplicates: Vec::new(),
            large: HashMap::new(),
        }
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.index()).unwrap_or(&NO_NODE)
    }

    /// The source text, with its byte order mark if there is one; empty where the bytes are not UTF-8.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The outermost value; `None` where nothing could be read.
    #[must_use]
    pub fn root(&self) -> Option<NodeId> {
        (!self.nodes.is_empty()).then_some(NodeId(0))
    }

    /// The number of values, bad ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// What the value is.
    #[must_use]
    pub fn kind(&self, id: NodeId) -> Kind {
        match self.node(id).tag {
            Tag::Null => Kind::Null,
            Tag::True => Kind::Bool(true),
            Tag::False => Kind::Bool(false),
            Tag::Number => Kind::Number,
            Tag::String => Kind::String,
            Tag::Array => Kind::Array,
            Tag::Object => Kind::Object,
        }
    }

    /// The value's token, or all from bracket to bracket. A missing value has an empty span behind its key or
    /// colon; a container that was left open ends behind its last token.
    #[must_use]
    pub fn span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        Span::new(node.start, node.end)
    }

    /// The container that the value stands in.
    #[must_use]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        let parent = self.node(id).parent;
        (parent != NONE).then_some(NodeId(parent))
    }

    /// Where the value stands in its parent.
    #[must_use]
    pub fn slot(&self, id: NodeId) -> Slot {
        let node = self.node(id);
        match self.parent(id).map(|parent| self.node(parent).tag) {
            None => Slot::Root,
            Some(Tag::Object) => Slot::Member(node.slot),
            Some(_) => Slot::Item(node.slot),
        }
    }

    fn own_member(&self, id: NodeId) -> Option<&MemberData> {
        let node = self.node(id);
        let parent = self.node(self.parent(id)?);
        if parent.tag != Tag::Object {
            return None;
        }
        self.members.get(parent.first as usize + node.slot as usize)
    }

    /// The key, unescaped, of the member whose value this is.
    #[must_use]
    pub fn key(&self, id: NodeId) -> Option<&str> {
        self.own_member(id).map(|member| self.key_text(member))
    }

    /// That key's token, quotes included.
    #[must_use]
    pub fn key_span(&self, id: NodeId) -> Option<Span> {
        self.own_member(id).map(|member| Span::new(member.key_start, member.key_end))
    }

    /// A string's value, unescaped; borrowed from the text where it has no escape. `None` for other kinds. Of a
    /// broken token the best guess.
    #[must_use]
    pub fn string(&self, id: NodeId) -> Option<&str> {
        let node = self.node(id);
        (node.tag == Tag::String).then(|| self.token_text(node.start, node.end, node.first))
    }

    /// A number's value as an IEEE 754 double; infinite where it is out of range. `None` for other kinds and for
    /// a broken number.
    #[must_use]
    pub fn number(&self, id: NodeId) -> Option<f64> {
        let node = self.node(id);
        if node.tag != Tag::Number || node.flags & BAD != 0 {
            return None;
        }
        self.text.get(node.start as usize..node.end as usize)?.parse().ok()
    }

    /// The items of an array, in order; empty for other kinds.
    #[must_use]
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        let node = self.node(id);
        if node.tag != Tag::Array {
            return &[];
        }
        let first = node.first as usize;
        self.items.get(first..first + node.count as usize).unwrap_or(&[])
    }

    pub(super) fn member_data(&self, id: NodeId) -> &[MemberData] {
        let node = self.node(id);
        if node.tag != Tag::Object {
            return &[];
        }
        let first = node.first as usize;
        self.members.get(first..first + node.count as usize).unwrap_or(&[])
    }

    fn member(&self, data: &MemberData) -> Member<'_> {
        let value = NodeId(data.value);
        Member {
            key: self.key_text(data),
            key_span: Span::new(data.key_start, data.key_end),
            value,
            shadowed: self.node(value).flags & REPLACED != 0,
        }
    }

    /// The members of an object, in order, those that a later one replaces too; empty for other kinds.
    #[must_use]
    pub fn all_members(&self, id: NodeId) -> impl ExactSizeIterator<Item = Member<'_>> + DoubleEndedIterator {
        self.member_data(id).iter().map(|data| self.member(data))
    }

    /// The members that count, in order: where a key stands more than once, only the last.
    #[must_use]
    pub fn members(&self, id: NodeId) -> impl DoubleEndedIterator<Item = Member<'_>> {
        self.all_members(id).filter(|member| !member.shadowed)
    }

    /// The value of the member that counts under this key.
    #[must_use]
    pub fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        if self.node(id).count as usize > LARGE && self.node(id).tag == Tag::Object {
            return self.find_indexed(id, key).map(|member| NodeId(member.value));
        }
        // by length first: most keys differ in it
        let may_be = |member: &&MemberData| {
            member.key_text != NONE || (member.key_end - member.key_start) as usize == key.len() + 2
        };
        let mut members = self.member_data(id).iter().rev().filter(may_be);
        members.find(|member| self.key_text(member) == key).map(|member| NodeId(member.value))
    }

    pub(super) fn key_text(&self, member: &MemberData) -> &str {
        self.token_text(member.key_start, member.key_end, member.key_text)
    }

    /// The text of a string's token: from the side table, else what stands between the quotes.
    fn token_text(&self, start: u32, end: u32, decoded: u32) -> &str {
        if decoded == NONE {
            return self.text.get(start as usize + 1..(end as usize).saturating_sub(1)).unwrap_or("");
        }
        let Some(&(from, to)) = self.decoded.get(decoded as usize) else { return "" };
        self.decoded_text.get(from as usize..to as usize).unwrap_or("")
    }

    /// Whether this is an array or an object with nothing in it.
    #[must_use]
    pub fn is_empty_container(&self, id: NodeId) -> bool {
        let node = self.node(id);
        matches!(node.tag, Tag::Array | Tag::Object) && node.count == 0
    }

    /// Whether the value was read from a broken token, was skipped (S004), or is missing behind its key.
    #[must_use]
    pub fn is_bad(&self, id: NodeId) -> bool {
        self.node(id).flags & BAD != 0
    }

    /// Whether the value is, or stands in, a container that a structural fault broke or left open. What seems to
    /// be missing there may not be missing at all.
    #[must_use]
    pub fn is_broken(&self, id: NodeId) -> bool {
        self.node(id).flags & BROKEN != 0
    }

    /// Whether the value is, or stands in, the value of a member that a later one replaces.
    #[must_use]
    pub fn is_shadowed(&self, id: NodeId) -> bool {
        self.node(id).flags & SHADOWED != 0
    }

    /// The keys that stand again in their object (S002), in document order; not inside shadowed values.
    #[must_use]
    pub fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }

    /// The one byte of a container's opening bracket; for other kinds, and for an object whose bracket is missing, an
    /// empty span at the start.
    #[must_use]
    pub fn open_span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        let length = u32::from(matches!(node.tag, Tag::Array | Tag::Object) && node.flags & IMPLIED == 0);
        Span::new(node.start, node.start + length)
    }

    /// The one byte of a container's closing bracket, if it is there.
    #[must_use]
    pub fn close_span(&self, id: NodeId) -> Option<Span> {
        let node = self.node(id);
        (node.flags & CLOSED != 0).then(|| Span::new(node.end.saturating_sub(1), node.end))
    }
}
