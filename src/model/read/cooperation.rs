//! Reads the entries of `samenwerkingen`.

use super::assessment::assessment;
use crate::json::{Kind, NodeId};
use crate::model::cooperation::{
    Contact, Contacts, Cooperation, Dimension, Entry, Joining, PartValue, Preconditions, Rights, Temporary,
};
use crate::model::field::{Field, List};
use crate::model::keys;
use crate::model::reader::{Object, Reader};
use crate::policy::Group;
use crate::policy::vocabulary::{Term, Vocab};

/// The cooperations that are objects, in the order of the document.
pub(super) fn all<'t>(reader: Reader<'t>, list: &Field<List<()>>) -> Vec<Cooperation<'t>> {
    let Some(node) = list.node() else { return Vec::new() };
    let items = reader.tree.items(node).iter().enumerate();
    items
        .filter(|(_, item)| reader.tree.kind(**item) == Kind::Object && !reader.tree.is_bad(**item))
        .map(|(index, item)| cooperation(reader, *item, index))
        .collect()
}

fn cooperation(reader: Reader<'_>, node: NodeId, index: usize) -> Cooperation<'_> {
    let object = reader.state(node);
    let rights = reader.object(reader.used(Group::Rights, object), keys::RIGHTS);
    Cooperation {
        node,
        index,
        task: reader.term(object, keys::CORE_TASK, Vocab::CoreTask),
        profile: reader.term(object, keys::PROFILE, Vocab::Profile),
        description: reader.text(object, keys::DESCRIPTION),
        organisation: reader.term(object, keys::ORGANISATION, Vocab::Organisation),
        crisis_structure: reader.boolean(object, keys::CRISIS_STRUCTURE),
        own_picture: reader.boolean(object, keys::OWN_PICTURE),
        rights: Rights {
            object: rights,
            read: reader.term(rights, keys::READ, Vocab::ReadRight),
            write: reader.term(rights, keys::WRITE, Vocab::WriteRight),
        },
        contacts: contacts(reader, object),
        joining: joining(reader, object),
        temporary: temporary(reader, object),
        conditions: reader.text(reader.used(Group::Temporary, object), keys::CONDITIONS),
        preconditions: preconditions(reader, object),
        assessment: assessment(reader, object),
    }
}

fn contacts(reader: Reader<'_>, cooperation: Object) -> Contacts<'_> {
    let object = reader.object(reader.used(Group::Contacts, cooperation), keys::CONTACTS);
    Contacts {
        object,
        information: contact(reader, object, keys::INFORMATION),
        coordination: contact(reader, object, keys::COORDINATION),
    }
}

fn contact<'t>(reader: Reader<'t>, contacts: Object, key: &'static str) -> Contact<'t> {
    let object = reader.object(contacts, key);
    Contact {
        object,
        key,
        role: reader.term(object, keys::ROLE, Vocab::Role),
        on_call: reader.boolean(object, keys::ON_CALL),
        telephone: reader.filled_text(object, keys::TELEPHONE),
        email: reader.text(object, keys::EMAIL),
        reachable: reader.text(object, keys::REACHABLE),
        from_region: reader.region(reader.used(Group::Reach, object), keys::FROM_REGION),
    }
}

fn joining(reader: Reader<'_>, cooperation: Object) -> Joining<'_> {
    let object = reader.object(cooperation, keys::JOINING);
    let through = reader.object(object, keys::THROUGH);
    Joining {
        object,
        route: reader.term(object, keys::ROUTE, Vocab::Route),
        through,
        through_kind: reader.term(through, keys::KIND, Vocab::Through),
        through_name: reader.text(through, keys::NAME),
    }
}

fn temporary(reader: Reader<'_>, cooperation: Object) -> Temporary<'_> {
    let object = reader.object(reader.used(Group::Temporary, cooperation), keys::TEMPORARY);
    Temporary {
        object,
        from: reader.date(object, keys::FROM),
        until: reader.date(object, keys::UNTIL),
        ending: reader.text(object, keys::ENDING),
    }
}

fn preconditions(reader: Reader<'_>, cooperation: Object) -> Preconditions<'_> {
    let object = reader.object(cooperation, keys::PRECONDITIONS);
    let mut dimensions = Vec::new();
    let mut entries = Vec::new();
    let members = object.node().map(|node| reader.tree.members(node)).into_iter().flatten();
    for member in members {
        let Some(term) = reader.policy.term(Vocab::Dimension, member.key) else { continue };
        let state = reader.object(object, member.key);
        dimensions.push(Dimension { term, object: state });
        let inner = state.node().map(|node| reader.tree.members(node)).into_iter().flatten();
        // An entry is large: room for all of them is made at once.
        entries.reserve(state.node().map_or(0, |node| reader.tree.all_members(node).len()));
        entries.extend(inner.map(|member| entry(reader, member.key, member.value, term)));
    }
    Preconditions { object, dimensions, entries }
}

fn entry<'t>(reader: Reader<'t>, id: &'t str, node: NodeId, dimension: Term) -> Entry<'t> {
    let object = reader.state(node);
    Entry {
        node,
        id,
        known: reader.policy.precondition(id),
        dimension,
        object,
        status: reader.term(object, keys::STATUS, Vocab::Status),
        agreed: reader.text(object, keys::AGREED),
        responsible: reader.term(object, keys::RESPONSIBLE, Vocab::Responsible),
        parts: parts(reader, object),
        scope: reader.term(object, keys::SCOPE, Vocab::Scope),
        evidence: reader.texts(object, keys::EVIDENCE),
        valid_until: reader.date(object, keys::VALID_UNTIL),
    }
}

fn parts(reader: Reader<'_>, entry: Object) -> Field<Vec<PartValue<'_>>> {
    match reader.object(entry, keys::PARTS) {
        Field::Absent => Field::Absent,
        Field::Bad => Field::Bad,
        Field::Known((), node) => {
            let part = |id, value| {
                let bad = reader.tree.is_bad(value) || reader.bad.contains(value);
                let stated = (!bad).then(|| reader.tree.string(value) != Some(""));
                PartValue { id, stated }
            };
            Field::Known(reader.tree.members(node).map(|member| part(member.key, member.value)).collect(), node)
        }
    }
}
