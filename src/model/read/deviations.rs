//! Reads `afwijkingen`: an entry with a fault of its own is no deviation.

use crate::json::{Kind, NodeId};
use crate::model::agreement::Deviation;
use crate::model::field::Field;
use crate::model::keys;
use crate::model::reader::{Object, Reader};

/// The sound entries, in the order of the document.
pub(super) fn sound(reader: Reader<'_>, top: Object) -> Vec<Deviation<'_>> {
    let Field::Known((), list) = reader.member(top, keys::DEVIATIONS) else { return Vec::new() };
    if reader.tree.kind(list) != Kind::Array {
        return Vec::new();
    }
    let items = reader.tree.items(list).iter().enumerate();
    items.filter_map(|(index, item)| deviation(reader, *item, index)).collect()
}

/// The deviation at a node; `None` where a value of it is bad or missing.
fn deviation(reader: Reader<'_>, node: NodeId, index: usize) -> Option<Deviation<'_>> {
    let object = reader.state(node);
    let own = object.node().filter(|node| reader.tree.kind(*node) == Kind::Object)?;
    if reader.tree.members(own).any(|member| reader.state(member.value).is_bad()) {
        return None;
    }
    Some(Deviation {
        node,
        index,
        rule: reader.text(object, keys::RULE).pair()?,
        path: stated(reader.text(object, keys::PATH))?.map(|(path, _)| path),
        reason: reader.text(object, keys::EXPLANATION).get()?,
        approved_by: stated(reader.filled_text(object, keys::APPROVED_BY))?.map(|(name, _)| name),
        until: stated(reader.date(object, keys::UNTIL))?,
    })
}

/// What a field says, `Some(None)` where it is absent; `None` where nothing can be said about it.
#[expect(clippy::option_option, reason = "absent and bad are told apart by the caller's `?`")]
fn stated<T: Copy>(field: Field<T>) -> Option<Option<(T, NodeId)>> {
    match field {
        Field::Absent => Some(None),
        Field::Bad => None,
        Field::Known(value, node) => Some(Some((value, node))),
    }
}
