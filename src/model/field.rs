//! A field of a document: absent, bad, or known.

use crate::json::NodeId;
use crate::policy::tables::Region;

/// What a rule may know of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field<T> {
    /// It does not stand there, or is an empty list or object.
    Absent,
    /// It stands there and is not what the format says, or it may be lost in a syntax fault: no rule looks at it.
    Bad,
    /// A value, at a node.
    Known(T, NodeId),
}

impl<T> Field<T> {
    /// The value, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value, _) => Some(value),
            _ => None,
        }
    }

    /// The node of a known value.
    pub fn node(&self) -> Option<NodeId> {
        match self {
            Self::Known(_, node) => Some(*node),
            _ => None,
        }
    }

    /// Whether it certainly does not stand there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether it stands there as a value without a fault of its own.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Known(..))
    }

    /// Whether nothing can be said about it.
    pub fn is_bad(&self) -> bool {
        matches!(self, Self::Bad)
    }

    /// The field with its value replaced by what `f` makes of it.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Bad => Field::Bad,
            Self::Known(value, node) => Field::Known(f(value), node),
        }
    }
}

impl<T: Copy> Field<T> {
    /// The value, where it is known.
    pub fn get(&self) -> Option<T> {
        self.known().copied()
    }

    /// The value and its node, where it is known.
    pub fn pair(&self) -> Option<(T, NodeId)> {
        match self {
            Self::Known(value, node) => Some((*value, *node)),
            _ => None,
        }
    }

    /// This field, or the other where this one is absent.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_absent() { other } else { self }
    }
}

/// The known items of a list, and whether these are all.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T> {
    /// The known items with their nodes.
    pub items: Vec<(T, NodeId)>,
    /// Whether every item is known: only then may a rule count them or look for an absence.
    pub complete: bool,
}

impl<T: PartialEq> List<T> {
    /// The node of the first item that equals `wanted`.
    pub fn find(&self, wanted: &T) -> Option<NodeId> {
        self.items.iter().find(|(item, _)| item == wanted).map(|(_, node)| *node)
    }

    /// Whether an item equals `wanted`.
    pub fn contains(&self, wanted: &T) -> bool {
        self.find(wanted).is_some()
    }
}

/// A list of territorial units, or the word for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Units {
    /// The word for all units stands there.
    pub all: bool,
    /// Whether every unit named is known.
    pub complete: bool,
    /// The distinct units, sorted; every unit of the policy where `all`.
    pub distinct: Vec<Region>,
    /// Where each of them first stands, in the same order; empty where `all`.
    pub nodes: Vec<NodeId>,
}

impl Units {
    /// Whether it holds the unit.
    pub fn contains(&self, region: Region) -> bool {
        self.distinct.binary_search(&region).is_ok()
    }

    /// Where a unit that is named first stands.
    pub fn node_of(&self, region: Region) -> Option<NodeId> {
        self.distinct.binary_search(&region).ok().and_then(|at| self.nodes.get(at)).copied()
    }
}
