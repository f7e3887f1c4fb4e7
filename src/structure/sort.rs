//! Sorts the validator's errors into faults of values, missing fields and unknown fields.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};

use super::schema::definition_of;
use super::validator::Validator;
use crate::json::{NodeId, Tree};
use crate::model::keys;
use crate::policy::vocabulary::Vocab;

/// Which values would have been possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wanted {
    /// An identifier of this list.
    Term(Vocab),
    /// A unit's code.
    Region,
    /// A unit's code or the word for the partner.
    Participant,
    /// The word that stands for all units.
    AllWord,
    /// The id of a policy.
    Policy,
}

/// What is wrong with a value. The order is the order of precedence: one finding a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ValueFault {
    /// D101: what was expected.
    Type(&'static str),
    /// D104, D107, D109.
    Value(Wanted),
    /// D105: which form.
    Format(&'static str),
    /// D106: the case.
    Size(&'static str),
}

/// A value with its fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FaultyValue {
    /// The value.
    pub(super) node: NodeId,
    /// What is wrong with it.
    pub(super) fault: ValueFault,
}

/// A key of an object, and the definition by which the object was judged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FieldAt {
    /// The object.
    pub(super) object: NodeId,
    /// The name of its definition.
    pub(super) definition: Box<str>,
    /// The key.
    pub(super) key: Box<str>,
}

/// Everything that the schema says of a document.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// One fault a value, by node.
    pub(super) values: Vec<FaultyValue>,
    /// D102.
    pub(super) missing: Vec<FieldAt>,
    /// D103.
    pub(super) unknown: Vec<FieldAt>,
}

/// The faults of a document.
pub(super) fn faults(tree: &Tree, validator: &Validator) -> Faults {
    let mut faults = Faults::default();
    let Some(root) = tree.root() else { return faults };
    for error in validator.errors(tree, root) {
        let Some(node) = tree.resolve(error.instance_path().as_str()) else { continue };
        if !tree.is_bad(node) {
            sort(&error, tree, node, &mut faults);
        }
    }
    faults.values.sort_unstable();
    faults.values.dedup_by_key(|faulty| faulty.node);
    faults.missing.sort_unstable();
    faults.missing.dedup();
    faults
}

fn sort(error: &ValidationError<'_>, tree: &Tree, node: NodeId, faults: &mut Faults) {
    let path = error.schema_path().as_str();
    let key = |key: &str| FieldAt { object: node, definition: definition(path).into(), key: key.into() };
    let fault = match error.kind() {
        ValidationErrorKind::Required { property } => {
            faults.missing.extend(property.as_str().map(key));
            return;
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            faults.unknown.extend(unexpected.iter().map(|name| key(name)));
            return;
        }
        ValidationErrorKind::Type { kind } => ValueFault::Type(expected(kind, path)),
        ValidationErrorKind::Constant { .. } => ValueFault::Type(STRING_OR_TRUE),
        ValidationErrorKind::Enum { .. } => ValueFault::Value(wanted(path)),
        ValidationErrorKind::Pattern { .. } | ValidationErrorKind::Format { .. } => {
            ValueFault::Format(form(tree, node, path))
        }
        ValidationErrorKind::MinItems { .. } => ValueFault::Size("too-few"),
        ValidationErrorKind::MinLength { .. } => ValueFault::Size("too-short"),
        ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => ValueFault::Size("out-of-range"),
        _ => return,
    };
    faults.values.push(FaultyValue { node, fault });
}

/// The name of the definition that a schema path leads into; the document's own where it names none.
fn definition(path: &str) -> &str {
    let inside = path.rsplit_once("/definitions/").map(|(_, inside)| inside);
    inside.map_or(crate::model::format::DOCUMENT.name, |inside| inside.split('/').next().unwrap_or(inside))
}

const STRING_OR_TRUE: &str = "string-or-true";

fn expected(kind: &TypeKind, path: &str) -> &'static str {
    if definition(path) == "part" {
        return STRING_OR_TRUE;
    }
    match kind {
        TypeKind::Single(JsonType::Array) if path.ends_with("/else/type") => "array-or-string",
        TypeKind::Single(JsonType::Array) => "array",
        TypeKind::Single(JsonType::Boolean) => "boolean",
        TypeKind::Single(JsonType::Integer) => "integer",
        TypeKind::Single(JsonType::Number) => "number",
        TypeKind::Single(JsonType::Object) => "object",
        _ => "string",
    }
}

fn wanted(path: &str) -> Wanted {
    let name = definition(path);
    if path.ends_with("/then/enum") {
        return Wanted::AllWord;
    }
    match name {
        "region" => Wanted::Region,
        "participant" => Wanted::Participant,
        _ => {
            Vocab::ALL.iter().find(|vocab| definition_of(**vocab) == name).map_or(Wanted::Policy, |v| Wanted::Term(*v))
        }
    }
}

fn form(tree: &Tree, node: NodeId, path: &str) -> &'static str {
    match definition(path) {
        "date" => "date",
        "slug" => "slug",
        "email" => "email",
        "pointer" => "pointer",
        _ if tree.key(node) == Some(keys::KVK) => keys::KVK,
        _ => keys::OIN,
    }
}
