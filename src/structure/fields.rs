//! D102 and D103: fields that are missing, and fields that nobody knows.

use std::collections::HashSet;

use super::Findings;
use super::sort::{Faults, FieldAt};
use super::stub;
use super::values::naming;
use crate::findings::{Draft, FixPlan, Spot};
use crate::fix::Change;
use crate::json::{NodeId, Slot};
use crate::model::format::{DOCUMENT, ENTRY, OBJECTS, ObjectType, PARTNER};
use crate::model::keys;
use crate::policy::vocabulary::Vocab;
use crate::text::suggest;

/// Reports missing and unknown fields.
pub(super) fn report(faults: &Faults, findings: &mut Findings<'_>) {
    let mut suggested: HashSet<(NodeId, String)> = HashSet::new();
    for unknown in &faults.unknown {
        unknown_field(unknown, &mut suggested, findings);
    }
    for missing in &faults.missing {
        let excused = suggested.contains(&(missing.object, missing.key.to_string()));
        if !excused && !findings.tree.is_broken(missing.object) {
            missing_field(missing, findings);
        }
    }
}

/// D103; adds the object and the key that it suggests for it. Of several that probably mean one key, the first is mended.
fn unknown_field(unknown: &FieldAt, suggested: &mut HashSet<(NodeId, String)>, findings: &mut Findings<'_>) {
    let tree = findings.tree;
    let Some(node) = tree.get(unknown.object, &unknown.key) else { return };
    let absent = known_keys(findings, &unknown.definition);
    let absent = absent.iter().filter(|key| tree.get(unknown.object, key).is_none());
    let suggestion = suggest::nearest(&unknown.key, absent.map(String::as_str));
    let part = unknown.definition.starts_with("parts-");
    let first = suggestion.is_some_and(|key| suggested.insert((unknown.object, key.to_owned())));
    let case = match (suggestion, first, part) {
        (Some(_), true, true) => "part-suggested",
        (Some(_), true, false) => "suggested",
        (Some(_), false, true) => "part-taken",
        (Some(_), false, false) => "taken",
        (None, _, true) => "part-unknown",
        (None, _, false) => "unknown",
    };
    let draft = Draft::at(Spot::key_of(tree, node)).case(case).param("key", &*unknown.key);
    let draft = match suggestion {
        Some(key) if first => draft.param("suggestion", key).fix([FixPlan::new([Change::Rename(node, key.into())])]),
        Some(key) => draft.param("suggestion", key),
        None => draft,
    };
    findings.emit("unknown-field", draft);
}

/// The keys that an object of a definition may have.
fn known_keys(findings: &Findings<'_>, definition: &str) -> Vec<String> {
    let policy = findings.policy;
    let names = |vocab| policy.terms(vocab).map(|term| policy.name(term).to_owned()).collect();
    if let Some(id) = definition.strip_prefix("parts-") {
        let row = policy.precondition(id).map(|precondition| policy.precondition_row(precondition));
        return row.map(|row| row.parts.iter().map(|part| part.id.to_string()).collect()).unwrap_or_default();
    }
    match definition {
        "preconditions" => names(Vocab::Dimension),
        "principles" => names(Vocab::Principle),
        _ => object_of(definition).known(policy.groups()).map(|field| field.key.to_owned()).collect(),
    }
}

/// The object of a definition; every precondition has an entry's fields.
fn object_of(definition: &str) -> &'static ObjectType {
    let named = OBJECTS.iter().copied().find(|object| object.name == definition);
    named.unwrap_or(&ENTRY)
}

fn missing_field(missing: &FieldAt, findings: &mut Findings<'_>) {
    let tree = findings.tree;
    let (case, owner) = naming(tree, missing.object);
    let object = object_type(findings, missing);
    let rank = object.field(&missing.key).map_or(0, |(index, _)| index);
    let draft = Draft::at(Spot::key_of(tree, missing.object))
        .absent(missing.object, &[&missing.key])
        .case(case)
        .param("key", &*missing.key)
        .param("owner", owner)
        .rank(rank)
        .fix(stub::insertion(findings, missing.object, object, &missing.key))
        .lenient(&*missing.key == keys::PROFILE && matches!(tree.slot(missing.object), Slot::Item(_)));
    findings.emit("missing-field", draft);
}

/// The object of the format in which a key is missing.
fn object_type(findings: &Findings<'_>, missing: &FieldAt) -> &'static ObjectType {
    let tree = findings.tree;
    let conditional = tree.parent(missing.object).is_none().then_some(&DOCUMENT);
    match tree.key(missing.object) {
        Some(keys::PARTNER) if missing.definition.as_ref() == DOCUMENT.name => &PARTNER,
        _ => conditional.unwrap_or_else(|| object_of(&missing.definition)),
    }
}
