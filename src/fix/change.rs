//! Structural changes: what a fix does to a document, without a word of text.

use crate::fix::value::Value;
use crate::json::NodeId;
use crate::text::Span;

/// One change of a document's structure.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Another value in the place of a node.
    Replace(NodeId, Value),
    /// Another key for the member whose value the node is.
    Rename(NodeId, Box<str>),
    /// The member or the item goes, with its comma.
    Remove(NodeId),
    /// New members, in this order.
    Insert {
        /// The object.
        object: NodeId,
        /// The value of the member behind which they come; `None` for the first place.
        behind: Option<NodeId>,
        /// Their keys, not yet escaped, and their values.
        members: Vec<(Box<str>, Value)>,
    },
    /// New items at the end of an array.
    Append(NodeId, Vec<Value>),
    /// Other bytes in the place of these: where the syntax is broken there is no structure to change.
    Text(Span, Box<str>),
}
