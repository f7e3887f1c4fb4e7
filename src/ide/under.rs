//! What stands under a cursor in a document that can be read: a key or a value, and what it is about.

use super::shape::{Shape, What};
use super::topic::Topic;
use crate::json::{Kind, NodeId, Tree};
use crate::model::format::{DEVIATION, Kind as FieldKind};
use crate::model::keys;
use crate::policy::vocabulary::Vocab;
use crate::policy::{Code, Policy};
use crate::text::Span;

/// What stands under a cursor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Under {
    /// The value, or the value of the member whose key it is.
    pub(super) node: NodeId,
    /// Whether the cursor is on the key.
    pub(super) on_key: bool,
    /// The token under the cursor.
    pub(super) span: Span,
    /// What the format says of the value.
    pub(super) shape: Shape,
}

impl Under {
    /// What touches an offset; `None` between tokens.
    pub(super) fn at(tree: &Tree, offset: u32, policy: &Policy) -> Option<Self> {
        let node = tree.innermost_at(offset)?;
        let touches = |span: Span| span.start <= offset && offset <= span.end;
        let shape = || Shape::of(tree, node, policy);
        if let Some(span) = tree.key_span(node).filter(|span| touches(*span)) {
            return Some(Self { node, on_key: true, span, shape: shape() });
        }
        let span = tree.span(node);
        let scalar = !matches!(tree.kind(node), Kind::Object | Kind::Array);
        (scalar && touches(span) && !span.is_empty()).then(|| Self { node, on_key: false, span, shape: shape() })
    }

    /// What it is about.
    pub(super) fn topic(&self, tree: &Tree, policy: &Policy) -> Option<Topic> {
        if self.on_key {
            let parent = Shape::of(tree, tree.parent(self.node)?, policy);
            return of_key(parent, tree.key(self.node)?, policy);
        }
        of_value(self.shape, tree.string(self.node)?, policy)
    }
}

/// What a key is about, in an object of this shape.
pub(super) fn of_key(parent: Shape, key: &str, policy: &Policy) -> Option<Topic> {
    match parent.what {
        What::Object(object) => {
            let (_, field) = object.field(key).filter(|(_, field)| field.known(policy.groups()))?;
            Some(Topic::Field(object.name, field.key))
        }
        What::Dimensions => policy.term(Vocab::Dimension, key).map(Topic::Term),
        What::Dimension(_) => policy.precondition(key).map(Topic::Precondition),
        What::Principles => policy.term(Vocab::Principle, key).map(Topic::Term),
        What::Parts => {
            let precondition = parent.precondition?;
            let parts = &policy.precondition_row(precondition).parts;
            parts.iter().position(|part| *part.id == *key).map(|at| Topic::Part(precondition, at))
        }
        _ => None,
    }
}

/// What a text is about, at a place of this shape.
pub(super) fn of_value(shape: Shape, text: &str, policy: &Policy) -> Option<Topic> {
    if let Some(term) = shape.vocab().and_then(|vocab| policy.term(vocab, text)) {
        return Some(Topic::Term(term));
    }
    if let Some(region) = policy.region(text).filter(|_| shape.takes_region()) {
        return Some(Topic::Region(region));
    }
    if shape.what == What::Value(FieldKind::Policy) && text == policy.id() {
        return Some(Topic::Policy);
    }
    if shape.is(&DEVIATION, keys::RULE) {
        return rule(policy, text).map(Topic::Rule);
    }
    None
}

/// The rule of a code or a name.
pub(super) fn rule(policy: &Policy, word: &str) -> Option<Code> {
    policy.rules().find(|rule| rule.code.as_str() == word || *rule.name == *word).map(|rule| rule.code)
}
