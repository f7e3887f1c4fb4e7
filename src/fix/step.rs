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

/// Puts members into the object at the end of the way from `object`. What stands on the way is kept, what is missing comes with them.
/// `None` where one of the members stands already, or something that is no object is in the way.
pub fn put<'p>(
    tree: &Tree,
    object: NodeId,
    way: &[Step<'p>],
    members: impl IntoIterator<Item = (Step<'p>, Value)>,
) -> Option<Vec<Change>> {
    if tree.kind(object) != Kind::Object {
        return None;
    }
    let Some((step, rest)) = way.split_first() else { return insert(tree, object, members) };
    if let Some(stands) = tree.get(object, step.key) {
        return put(tree, stands, rest, members);
    }
    let end = Value::object(members.into_iter().map(|(step, value)| (step.key, value)));
    let value = rest.iter().rev().fold(end, |value, step| Value::object([(step.key, value)]));
    let members = vec![(step.key.into(), value)];
    Some(vec![Change::Insert { object, behind: step.behind(tree, object), members }])
}

/// Puts members into an object: those that come behind the same one together.
fn insert<'p>(tree: &Tree, object: NodeId, new: impl IntoIterator<Item = (Step<'p>, Value)>) -> Option<Vec<Change>> {
    let mut changes: Vec<Change> = Vec::new();
    for (step, value) in new {
        if tree.get(object, step.key).is_some() {
            return None;
        }
        let place = step.behind(tree, object);
        match changes.last_mut() {
            Some(Change::Insert { behind, members, .. }) if *behind == place => members.push((step.key.into(), value)),
            _ => changes.push(Change::Insert { object, behind: place, members: vec![(step.key.into(), value)] }),
        }
    }
    Some(changes)
}
