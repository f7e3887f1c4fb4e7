//! Reads fields out of the tree, and decides once what is absent, bad or known.

use crate::json::{Kind, NodeId, Tree};
use crate::model::field::{Field, List, Units};
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Group, Policy};

/// The nodes that have a finding of their own about type, value, format or size.
#[derive(Debug, Clone, Default)]
pub struct BadNodes(Vec<bool>);

impl BadNodes {
    /// No bad node among `nodes` nodes.
    pub fn none(nodes: usize) -> Self {
        Self(vec![false; nodes])
    }

    /// Marks a node.
    pub fn mark(&mut self, node: NodeId) {
        if let Some(bad) = self.0.get_mut(node.index()) {
            *bad = true;
        }
    }

    /// Whether a node is marked.
    pub fn contains(&self, node: NodeId) -> bool {
        self.0.get(node.index()).copied().unwrap_or_default()
    }
}

/// An object of the document: absent (or empty), bad, or at a node.
pub type Object = Field<()>;

/// Reads fields of one document by one policy.
#[derive(Clone, Copy)]
pub struct Reader<'t> {
    /// The document.
    pub tree: &'t Tree,
    /// The policy whose identifiers are known.
    pub policy: &'t Policy,
    /// The nodes with a finding of their own.
    pub bad: &'t BadNodes,
}

impl<'t> Reader<'t> {
    /// The root object.
    pub fn root(self) -> Object {
        self.tree.root().map_or(Field::Bad, |root| self.state(root))
    }

    /// What stands at a node: bad, or absent where it is an empty list or object, else known.
    pub fn state(self, node: NodeId) -> Object {
        if self.tree.is_bad(node) || self.bad.contains(node) {
            Field::Bad
        } else if !self.tree.is_empty_container(node) {
            Field::Known((), node)
        } else if self.tree.is_broken(node) {
            Field::Bad
        } else {
            Field::Absent
        }
    }

    /// The object, where the policy uses a group of the document: what it does not use is not read.
    pub fn used(self, group: Group, object: Object) -> Object {
        if self.policy.groups().has(group) { object } else { Field::Absent }
    }

    /// A member of an object. What is missing from an object that a syntax fault broke is bad, not absent.
    pub fn member(self, object: Object, key: &str) -> Object {
        match object {
            Field::Absent => Field::Absent,
            Field::Bad => Field::Bad,
            Field::Known((), node) => match self.tree.get(node, key) {
                Some(value) => self.state(value),
                None if self.tree.is_broken(node) => Field::Bad,
                None => Field::Absent,
            },
        }
    }

    /// A member that is an object.
    pub fn object(self, object: Object, key: &str) -> Object {
        parsed(self.member(object, key), |node| (self.tree.kind(node) == Kind::Object).then_some(()))
    }

    /// A member that is a string.
    pub fn text(self, object: Object, key: &str) -> Field<&'t str> {
        parsed(self.member(object, key), |node| self.tree.string(node))
    }

    /// A member that is a string, where an empty one counts as absent.
    pub fn filled_text(self, object: Object, key: &str) -> Field<&'t str> {
        match self.text(object, key) {
            Field::Known("", _) => Field::Absent,
            field => field,
        }
    }

    /// A member that is a boolean.
    pub fn boolean(self, object: Object, key: &str) -> Field<bool> {
        parsed(self.member(object, key), |node| match self.tree.kind(node) {
            Kind::Bool(value) => Some(value),
            _ => None,
        })
    }

    /// A member that is a number.
    pub fn number(self, object: Object, key: &str) -> Field<f64> {
        parsed(self.member(object, key), |node| self.tree.number(node))
    }

    /// A member that is a date.
    pub fn date(self, object: Object, key: &str) -> Field<Date> {
        parsed(self.member(object, key), |node| self.tree.string(node).and_then(Date::parse))
    }

    /// A member that is an identifier of the policy.
    pub fn term(self, object: Object, key: &str, vocab: Vocab) -> Field<Term> {
        parsed(self.member(object, key), |node| self.term_at(node, vocab))
    }

    /// The identifier at a node.
    pub fn term_at(self, node: NodeId, vocab: Vocab) -> Option<Term> {
        self.tree.string(node).and_then(|text| self.policy.term(vocab, text))
    }

    /// A member that is one unit's code.
    pub fn region(self, object: Object, key: &str) -> Field<Region> {
        parsed(self.member(object, key), |node| self.policy.region(self.tree.string(node)?))
    }

    /// A member that is a list; each item is read by `read`, which says `None` where the item has a fault.
    pub fn list<T>(self, object: Object, key: &str, read: impl Fn(NodeId) -> Option<T>) -> Field<List<T>> {
        parsed(self.member(object, key), |node| self.list_at(node, read))
    }

    /// The list at a node; `None` where it is none.
    pub fn list_at<T>(self, node: NodeId, read: impl Fn(NodeId) -> Option<T>) -> Option<List<T>> {
        if self.tree.kind(node) != Kind::Array {
            return None;
        }
        let mut list = List { items: Vec::new(), complete: !self.tree.is_broken(node) };
        for &item in self.tree.items(node) {
            let sound = !self.tree.is_bad(item) && !self.bad.contains(item);
            match sound.then(|| read(item)).flatten() {
                Some(value) => list.items.push((value, item)),
                None => list.complete = false,
            }
        }
        Some(list)
    }

    /// A member that is a list of strings.
    pub fn texts(self, object: Object, key: &str) -> Field<List<&'t str>> {
        self.list(object, key, |node| self.tree.string(node))
    }

    /// A member that is a list of identifiers.
    pub fn terms(self, object: Object, key: &str, vocab: Vocab) -> Field<List<Term>> {
        self.list(object, key, |node| self.term_at(node, vocab))
    }

    /// A member that is a list of units, or the word that stands for all of them.
    pub fn units(self, object: Object, key: &str, all: &str) -> Field<Units> {
        parsed(self.member(object, key), |node| {
            if self.tree.string(node) == Some(all) {
                let distinct = (0..).map(Region).take(self.policy.regions().rows.len()).collect();
                return Some(Units { all: true, complete: true, distinct, nodes: Vec::new() });
            }
            let named = self.list_at(node, |item| self.policy.region(self.tree.string(item)?))?;
            let mut items = named.items;
            items.sort_unstable();
            items.dedup_by_key(|(region, _)| *region);
            let (distinct, nodes) = items.into_iter().unzip();
            Some(Units { all: false, complete: named.complete, distinct, nodes })
        })
    }
}

/// A field whose value is read by `parse`, which says `None` where it is not what it should be.
fn parsed<T>(field: Object, parse: impl FnOnce(NodeId) -> Option<T>) -> Field<T> {
    match field {
        Field::Absent => Field::Absent,
        Field::Bad => Field::Bad,
        Field::Known((), node) => parse(node).map_or(Field::Bad, |value| Field::Known(value, node)),
    }
}
