//! What D102's fix puts in the place of something missing: it says nothing, and another finding asks to fill it in.

use super::Findings;
use crate::findings::FixPlan;
use crate::fix::{self, STUB, Step, Value};
use crate::json::NodeId;
use crate::model::format::{Kind, ObjectType};
use crate::policy::Policy;

/// The fix that adds a missing key to an object.
pub(super) fn insertion(findings: &Findings<'_>, object: NodeId, of: &ObjectType, key: &str) -> Option<FixPlan> {
    let (_, field) = of.field(key)?;
    let member = (Step::field(of, key), stub(field.kind, findings.policy));
    fix::put(findings.tree, object, &[], [member]).map(FixPlan::new)
}

/// The value that stands for one still to be found.
fn stub(kind: Kind, policy: &Policy) -> Value {
    match kind {
        Kind::Policy => policy.id().into(),
        Kind::FreeText | Kind::Name | Kind::Text => STUB.into(),
        Kind::Boolean => false.into(),
        Kind::Integer(least, _) => Value::Number(least),
        Kind::Terms(..)
        | Kind::List(..)
        | Kind::Units(_)
        | Kind::WorkArea
        | Kind::Regions
        | Kind::Participants
        | Kind::Slugs
        | Kind::FreeTexts
        | Kind::Texts => Value::Array(Vec::new()),
        Kind::Object(_) | Kind::Preconditions | Kind::Principles | Kind::Parts => Value::Object(Vec::new()),
        Kind::Term(_)
        | Kind::Party
        | Kind::Slug
        | Kind::Date
        | Kind::Digits(_)
        | Kind::Email
        | Kind::Pointer
        | Kind::Region => "".into(),
    }
}
