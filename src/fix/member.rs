//! Where the children of a container stand, keys included.

use crate::json::{Kind, NodeId, Slot, Tree};
use crate::text::Span;

/// The bytes of a child: a member from its key, an item as it is.
pub(super) fn extent(tree: &Tree, node: NodeId) -> Span {
    tree.key_span(node).map_or_else(|| tree.span(node), |key| key.join(tree.span(node)))
}

/// The child before and the child behind, as they stand in the text.
pub(super) fn neighbours(tree: &Tree, node: NodeId) -> (Option<NodeId>, Option<NodeId>) {
    let (Slot::Member(at) | Slot::Item(at)) = tree.slot(node) else { return (None, None) };
    let Some(parent) = tree.parent(node) else { return (None, None) };
    let at = at as usize;
    (at.checked_sub(1).and_then(|before| child(tree, parent, before)), child(tree, parent, at + 1))
}

/// The first child.
pub(super) fn first(tree: &Tree, container: NodeId) -> Option<NodeId> {
    child(tree, container, 0)
}

/// The last child.
pub(super) fn last(tree: &Tree, container: NodeId) -> Option<NodeId> {
    match tree.kind(container) {
        Kind::Object => tree.all_members(container).next_back().map(|member| member.value),
        _ => tree.items(container).last().copied(),
    }
}

fn child(tree: &Tree, container: NodeId, at: usize) -> Option<NodeId> {
    match tree.kind(container) {
        Kind::Object => tree.all_members(container).nth(at).map(|member| member.value),
        _ => tree.items(container).get(at).copied(),
    }
}
