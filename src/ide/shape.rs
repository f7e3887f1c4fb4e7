//! What the format says of a place in a document: which object stands there, or which kind of value.

use crate::json::cursor::Cursor;
use crate::json::{NodeId, Slot, Tree};
use crate::model::format::{COOPERATION, DOCUMENT, ENTRY, FieldType, Kind, ObjectType, PICTURE_PRINCIPLE, PRINCIPLE};
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{Policy, Precondition};

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// An object whose keys are fixed.
    Object(&'static ObjectType),
    /// A value of a kind; also a list.
    Value(Kind),
    /// An item of a list of this kind.
    Item(Kind),
    /// The object of the dimensions.
    Dimensions,
    /// The object of a dimension's entries.
    Dimension(Term),
    /// The object of the principles.
    Principles,
    /// The object of a precondition's parts.
    Parts,
    /// What was agreed about a part.
    Part,
    /// Something of which the format knows nothing.
    Unknown,
}

/// A place of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// What stands there.
    pub(super) what: What,
    /// The field whose value it is, or in whose list it stands, and the object that has the field.
    pub(super) field: Option<(&'static ObjectType, &'static FieldType)>,
    /// The key of the object in which that object stands.
    pub(super) outer: Option<&'static str>,
    /// The precondition in whose entry it stands.
    pub(super) precondition: Option<Precondition>,
    /// The index of the cooperation in which it stands.
    pub(super) cooperation: Option<usize>,
}

impl Shape {
    /// The document as a whole.
    const ROOT: Self =
        Self { what: What::Object(&DOCUMENT), field: None, outer: None, precondition: None, cooperation: None };

    /// The place of a node.
    pub(super) fn of(tree: &Tree, node: NodeId, policy: &Policy) -> Self {
        let mut way: Vec<NodeId> = tree.ancestors(node).collect();
        way.reverse();
        way.push(node);
        way.into_iter().fold(Self::ROOT, |shape, node| match tree.slot(node) {
            Slot::Root => shape,
            Slot::Member(_) => shape.member(tree.key(node).unwrap_or_default(), policy),
            Slot::Item(index) => shape.item(index),
        })
    }

    /// The place of the innermost container at a cursor, and that of the value there; the latter is unknown where no key stands yet.
    pub(super) fn at(cursor: &Cursor<'_>, policy: &Policy) -> (Self, Self) {
        let mut shapes = (Self::ROOT, Self::ROOT);
        for level in &cursor.levels {
            let inside = match (level.object, &level.key) {
                (true, Some(key)) => shapes.1.member(key, policy),
                (true, None) => Self { what: What::Unknown, ..shapes.1 },
                (false, _) => shapes.1.item(level.index),
            };
            shapes = (shapes.1, inside);
        }
        shapes
    }

    /// The place of a member's value.
    pub(super) fn member(self, key: &str, policy: &Policy) -> Self {
        match self.what {
            What::Object(object) => match object.field(key).filter(|(_, field)| field.known(policy.groups())) {
                Some((_, field)) => {
                    let outer = self.field.map(|(_, field)| field.key);
                    Self { what: of_kind(field.kind), field: Some((object, field)), outer, ..self }
                }
                None => self.unknown(),
            },
            What::Dimensions => match policy.term(Vocab::Dimension, key) {
                Some(term) => Self { what: What::Dimension(term), ..self },
                None => self.unknown(),
            },
            What::Dimension(_) => Self { what: What::Object(&ENTRY), precondition: policy.precondition(key), ..self },
            What::Principles => match policy.term(Vocab::Principle, key) {
                Some(term) if policy.is(term, Is::Picture) => Self { what: What::Object(&PICTURE_PRINCIPLE), ..self },
                Some(_) => Self { what: What::Object(&PRINCIPLE), ..self },
                None => self.unknown(),
            },
            What::Parts => Self { what: What::Part, ..self },
            What::Value(_) | What::Item(_) | What::Part | What::Unknown => self.unknown(),
        }
    }

    fn item(self, index: u32) -> Self {
        match self.what {
            What::Value(Kind::List(object, _)) => {
                let own = (object.name == COOPERATION.name).then_some(index as usize);
                Self { what: What::Object(object), cooperation: own.or(self.cooperation), ..self }
            }
            What::Value(kind) => Self { what: What::Item(kind), ..self },
            _ => self.unknown(),
        }
    }

    fn unknown(self) -> Self {
        Self { what: What::Unknown, ..self }
    }

    /// The key of the field whose value it is, or in whose list it stands.
    pub(super) fn key(self) -> Option<&'static str> {
        self.field.map(|(_, field)| field.key)
    }

    /// Whether it is the field of an object, or stands in its list.
    pub(super) fn is(self, object: &ObjectType, key: &str) -> bool {
        self.field.is_some_and(|(of, field)| of.name == object.name && field.key == key)
    }

    /// The list of the policy's identifiers from which it is.
    pub(super) fn vocab(self) -> Option<Vocab> {
        match self.what {
            What::Value(Kind::Term(vocab)) | What::Item(Kind::Terms(vocab, _)) => Some(vocab),
            What::Value(Kind::Party) | What::Item(Kind::Participants) => Some(Vocab::Party),
            _ => None,
        }
    }

    /// Whether the code of a territorial unit may stand there.
    pub(super) fn takes_region(self) -> bool {
        matches!(
            self.what,
            What::Value(Kind::Region | Kind::Party)
                | What::Item(Kind::Units(_) | Kind::WorkArea | Kind::Regions | Kind::Participants)
        )
    }
}

fn of_kind(kind: Kind) -> What {
    match kind {
        Kind::Object(object) => What::Object(object),
        Kind::Preconditions => What::Dimensions,
        Kind::Principles => What::Principles,
        Kind::Parts => What::Parts,
        other => What::Value(other),
    }
}
