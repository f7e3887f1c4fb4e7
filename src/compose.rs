//! Writes new agreements: every object, key and identifier comes from the format's table and the policy's.
//!
//! A [`Wish`] says what the agreement is about. [`Wish::check`] tells what cannot be, [`document`] makes the agreement: what is known
//! stands in it, and what is still to be agreed stands there as a stub: no signature, no date. In its last phase there is no room for
//! stubs, and it states what it cannot do without: [`assumptions`] names that.

mod assumed;
mod cooperation;
mod deviation;
mod document;
pub mod form;
mod wish;

pub use assumed::{Assumption, assumptions};
pub use deviation::NewDeviation;
pub use document::document;
pub use wish::{Bound, Impossible, Wish, id_of, is_id};

use crate::fix::{Style, Value};
use crate::model::format::ObjectType;
use crate::policy::{Policy, Term};

/// How a new document is laid out.
const LAYOUT: Style<'static> = Style { newline: Some("\n"), unit: "  ", spaced: true };

/// An agreement as text.
#[must_use]
pub fn text(document: &Value) -> String {
    document.print(LAYOUT, "", 0) + "\n"
}

/// A member: its key, and its value.
type Member = (&'static str, Value);

/// An object of the format: its members in the order of the format's table, without those that the policy does not know.
fn object(kind: &ObjectType, policy: &Policy, mut members: Vec<Member>) -> Value {
    let field = |key: &str| kind.field(key).filter(|(_, field)| field.known(policy.groups()));
    members.retain(|(key, _)| field(key).is_some());
    members.sort_by_key(|(key, _)| field(key).map(|(at, _)| at));
    Value::object(members)
}

/// An identifier.
fn term(policy: &Policy, term: Term) -> Value {
    policy.name(term).into()
}
