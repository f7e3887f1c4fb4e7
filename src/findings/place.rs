//! Places: a node and an anchor, chosen by a chain of alternatives and resolved to a span in this one file.

use crate::json::{NodeId, Slot, Tree};
use crate::text::Span;

/// Which tokens of a node are underlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The node itself.
    Value,
    /// The key token of the member whose value the node is.
    Key,
    /// The opening bracket of an object or array that has no key.
    Open,
    /// A token of a syntax finding, or the file as a whole.
    Token,
}

impl Anchor {
    /// The anchor's name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Key => "key",
            Self::Open => "open",
            Self::Token => "token",
        }
    }
}

/// One place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A node of the tree.
    Node {
        /// The node.
        node: NodeId,
        /// What of it is underlined.
        anchor: Anchor,
    },
    /// A token that belongs to no node of its own.
    Token {
        /// The innermost value around it; `None` where the root is missing.
        node: Option<NodeId>,
        /// The token; `None` for the file as a whole.
        span: Option<Span>,
    },
}

impl Spot {
    /// The value of a node.
    pub fn value(node: NodeId) -> Self {
        Self::Node { node, anchor: Anchor::Value }
    }

    /// "key of X": its key where it is a member, else its opening bracket.
    pub fn key_of(tree: &Tree, node: NodeId) -> Self {
        let anchor = if matches!(tree.slot(node), Slot::Member(_)) { Anchor::Key } else { Anchor::Open };
        Self::Node { node, anchor }
    }

    /// The node that the place is at; `None` for a token outside the root.
    pub fn node(self) -> Option<NodeId> {
        match self {
            Self::Node { node, .. } => Some(node),
            Self::Token { node, .. } => node,
        }
    }

    /// What is underlined.
    pub fn anchor(self) -> Anchor {
        match self {
            Self::Node { anchor, .. } => anchor,
            Self::Token { .. } => Anchor::Token,
        }
    }

    /// The bytes that are underlined; `None` for the file as a whole.
    pub fn span(self, tree: &Tree) -> Option<Span> {
        match self {
            Self::Token { span, .. } => span,
            Self::Node { node, anchor } => Some(match anchor {
                Anchor::Value | Anchor::Token => tree.span(node),
                Anchor::Key => tree.key_span(node).unwrap_or_else(|| tree.span(node)),
                Anchor::Open => tree.open_span(node),
            }),
        }
    }

    /// The JSON Pointer of the place's node, RFC 6901.
    pub fn pointer(self, tree: &Tree) -> String {
        self.node().map(|node| tree.pointer(node)).unwrap_or_default()
    }
}

/// A place, and which alternative of its chain was taken (0-based).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub spot: Spot,
    /// The alternative, for the coverage of examples.
    pub choice: u8,
}

impl From<Spot> for Place {
    fn from(spot: Spot) -> Self {
        Self { spot, choice: 0 }
    }
}

/// "X key, else Y value": the first alternative that stands in the document.
#[derive(Debug, Clone, Copy)]
pub struct Chain<'t> {
    tree: &'t Tree,
    found: Option<Place>,
    next: u8,
}

impl<'t> Chain<'t> {
    /// A chain over a tree, without alternatives yet.
    pub fn new(tree: &'t Tree) -> Self {
        Self { tree, found: None, next: 0 }
    }

    fn or(mut self, spot: Option<Spot>) -> Self {
        if self.found.is_none() {
            self.found = spot.map(|spot| Place { spot, choice: self.next });
        }
        self.next += 1;
        self
    }

    /// The value of a node, where there is one.
    #[must_use]
    pub fn value(self, node: Option<NodeId>) -> Self {
        self.or(node.map(Spot::value))
    }

    /// "key of X", where X stands.
    #[must_use]
    pub fn key_of(self, node: Option<NodeId>) -> Self {
        let tree = self.tree;
        self.or(node.map(|node| Spot::key_of(tree, node)))
    }

    /// The key of an object's member, where it stands; an empty or bad member stands, too.
    #[must_use]
    pub fn member_key(self, object: Option<NodeId>, key: &str) -> Self {
        let tree = self.tree;
        self.key_of(object.and_then(|object| tree.get(object, key)))
    }

    /// The first alternative that stands; the root's opening bracket where none does.
    pub fn place(self) -> Place {
        let file = Spot::Token { node: None, span: None };
        let root = self.tree.root().map_or(file, |root| Spot::key_of(self.tree, root));
        self.found.unwrap_or(Place { spot: root, choice: self.next })
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Chain};
    use crate::json::{Limits, parse};

    #[test]
    fn where_no_alternative_stands_the_root_is_the_place() {
        let parsed = parse(b"{}", Limits::default());
        let place = Chain::new(&parsed.tree).member_key(parsed.tree.root(), "a").place();
        assert_eq!((place.spot.anchor(), place.choice), (Anchor::Open, 1));
        assert_eq!(place.spot.node(), parsed.tree.root());
    }
}
