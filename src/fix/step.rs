//! The way to a member that may not be there yet: keys from an object down, each with the keys that come before it.

use crate::fix::change::Change;
use crate::fix::value::Value;
use crate::json::{Kind, NodeId, Tree};
use crate::model::format::ObjectType;
use crate::policy::Policy;
use crate::policy::tables::{Precondition, PreconditionRow};
use crate::policy::vocabulary::Term;

/// A key, and the keys that come before it where they stand, in the order of the format's and the policy's tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<'p> {
    key: &'p str,
    before: Vec<&'p str>,
}

impl<'p> Step<'p> {
    /// A key of an object of the format.
    pub fn field(object: &'p ObjectType, key: &'p str) -> Self {
        Self::among(object.fields.iter().map(|field| field.key), key)
    }

    /// An identifier of the vocabulary, where an object has these for keys.
    pub fn term(policy: &'p Policy, term: Term) -> Self {
        Self::among(policy.terms(term.vocab).map(|term| policy.name(term)), policy.name(term))
    }

    /// A precondition among those of its dimension.
    pub fn precondition(policy: &'p Policy, precondition: Precondition) -> Self {
        let row = policy.precondition_row(precondition);
        let rows = policy.preconditions().map(|one| policy.precondition_row(one));
        Self::among(rows.filter(|one| one.dimension == row.dimension).map(|one| &*one.id), &row.id)
    }

    /// A part of a precondition.
    pub fn part(row: &'p PreconditionRow, part: &'p str) -> Self {
        Self::among(row.parts.iter().map(|part| &*part.id), part)
    }

    /// A key that comes behind all others.
    pub fn last(key: &'p str) -> Self {
        Self { key, before: Vec::new() }
    }

    fn among(keys: impl Iterator<Item = &'p str>, key: &'p str) -> Self {
        Self { key, before: keys.take_while(|one| *one != key).collect() }
    }

    /// The member behind which it comes: the last of those before it that stand there.
    fn behind(&self, tree: &Tree, object: NodeId) -> Option<NodeId> {
        self.before.iter().rev().find_map(|key| tree.get(object, key))
    }
}

/// Puts `value` at the end of the way from `object`: what stands on it is kept, what is missing comes with it. `None` where the value
/// stands already, or something that is no object is in the way.
pub fn put(tree: &Tree, object: NodeId, way: &[Step<'_>], value: Value) -> Option<Change> {
    let (step, rest) = way.split_first()?;
    if tree.kind(object) != Kind::Object {
        return None;
    }
    if let Some(stands) = tree.get(object, step.key) {
        return put(tree, stands, rest, value);
    }
    let nest = |value, step: &Step<'_>| Value::object([(step.key, value)]);
    let value = rest.iter().rev().fold(value, nest);
    Some(Change::Insert { object, behind: step.behind(tree, object), key: step.key.into(), value })
}
