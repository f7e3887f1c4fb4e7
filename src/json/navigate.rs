//! Ways through the tree: by JSON Pointer, by offset, upwards.

use super::pointer;
use super::tree::{Kind, NodeId, Slot, Tree};

impl Tree {
    /// The value's JSON Pointer (RFC 6901); the root's is empty. A shadowed value has the pointer of the one that
    /// replaces it.
    #[must_use]
    pub fn pointer(&self, id: NodeId) -> String {
        let mut path: Vec<NodeId> = self.ancestors(id).collect();
        path.reverse();
        path.push(id);
        let mut out = String::new();
        for node in path {
            match self.slot(node) {
                Slot::Root => {}
                Slot::Item(index) => {
                    out.push('/');
                    out.push_str(&index.to_string());
                }
                Slot::Member(_) => {
                    out.push('/');
                    out.push_str(&pointer::escape(self.key(node).unwrap_or("")));
                }
            }
        }
        out
    }

    /// The value that a JSON Pointer (RFC 6901) names; `None` where it is malformed or names nothing. Of equal
    /// keys the last counts.
    #[must_use]
    pub fn resolve(&self, pointer: &str) -> Option<NodeId> {
        let mut at = self.root()?;
        for token in pointer::tokens(pointer)? {
            at = match self.kind(at) {
                Kind::Object => self.get(at, &token)?,
                Kind::Array => *self.items(at).get(pointer::index(&token)?)?,
                _ => return None,
            };
        }
        Some(at)
    }

    /// The deepest value that touches this offset (bytes): itself, or its key or the room between the two. Both
    /// ends count. `None` where not even the root does.
    #[must_use]
    pub fn innermost_at(&self, offset: u32) -> Option<NodeId> {
        let mut at = self.root()?;
        let span = self.span(at);
        if offset < span.start || offset > span.end {
            return None;
        }
        while let Some(child) = self.child_at(at, offset) {
            at = child;
        }
        Some(at)
    }

    /// The child, its key included, that touches the offset: the last that begins at or before it.
    fn child_at(&self, id: NodeId, offset: u32) -> Option<NodeId> {
        let child = match self.kind(id) {
            Kind::Array => {
                let items = self.items(id);
                *items.get(items.partition_point(|item| self.node(*item).start <= offset).checked_sub(1)?)?
            }
            Kind::Object => {
                let members = self.member_data(id);
                NodeId(members.get(members.partition_point(|member| member.key_start <= offset).checked_sub(1)?)?.value)
            }
            _ => return None,
        };
        (self.node(child).end >= offset).then_some(child)
    }

    /// Every value, in document order.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = NodeId> + use<> {
        (0..crate::text::span::narrow(self.len())).map(NodeId)
    }

    /// The containers around a value, from its parent to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(id), |node| self.parent(*node))
    }
}
