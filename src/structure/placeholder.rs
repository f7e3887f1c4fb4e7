//! D108: a text that people read is empty, or says that it is still to be written.

use super::Findings;
use super::format::{DOCUMENT, ENTRY, Kind, ObjectType, PICTURE_PRINCIPLE};
use super::values::owner_key;
use crate::findings::{Draft, Param, Spot};
use crate::json::{NodeId, Tree};
use crate::model::keys;

/// Reports free texts that say nothing.
pub(super) fn report(findings: &mut Findings<'_>) {
    let mut texts = Vec::new();
    if let Some(root) = findings.tree.root() {
        object(findings.tree, root, &DOCUMENT, &mut texts);
    }
    for node in texts {
        examine(node, findings);
    }
}

fn examine(node: NodeId, findings: &mut Findings<'_>) {
    let tree = findings.tree;
    if tree.is_bad(node) || findings.bad.contains(node) {
        return;
    }
    let Some(text) = tree.string(node) else { return };
    let case = match text.trim() {
        "" => "empty",
        trimmed if is_placeholder(trimmed, findings) => "placeholder",
        _ => return,
    };
    let draft = Draft::at(Spot::value(node)).case(case).param("key", owner_key(tree, node));
    findings.emit("placeholder-text", draft.param("value", Param::text(text)));
}

/// Whether a trimmed text only keeps a place.
fn is_placeholder(text: &str, findings: &Findings<'_>) -> bool {
    let words = findings.policy.words();
    words.placeholders.iter().any(|word| begins(text, word) == Some(""))
        || text.chars().all(is_filling)
        || (text.len() >= 3 && text.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x')))
        || (text.starts_with('<') && text.ends_with('>'))
        || words.fillers.iter().any(|start| begins(text, start).is_some())
}

/// What follows in a text that begins with a word in lower case, whatever its own case; `None` where it begins
/// otherwise. It stops at the first character that differs, for nearly every text is no placeholder.
fn begins<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let mut wanted = word.chars();
    loop {
        let Some(next) = wanted.clone().next() else { return Some(rest.as_str()) };
        let mut lower = rest.next()?.to_lowercase();
        if lower.next() != Some(next) {
            return None;
        }
        wanted.next();
        if lower.any(|more| wanted.next() != Some(more)) {
            return None;
        }
    }
}

/// Dots, ellipses, dashes, underscores, question marks and spaces.
fn is_filling(c: char) -> bool {
    matches!(c, '.' | '…' | '-' | '\u{2010}'..='\u{2015}' | '_' | '?' | ' ')
}

/// Collects the free texts of an object, by the format's table.
fn object(tree: &Tree, node: NodeId, kind: &ObjectType, texts: &mut Vec<NodeId>) {
    for member in tree.members(node) {
        let Some((_, field)) = kind.field(member.key) else { continue };
        match field.kind {
            Kind::FreeText | Kind::Name => texts.push(member.value),
            Kind::FreeTexts => texts.extend(tree.items(member.value)),
            Kind::Object(inner) => object(tree, member.value, inner, texts),
            Kind::List(inner, _) => {
                for &item in tree.items(member.value) {
                    object(tree, item, inner, texts);
                }
            }
            Kind::Preconditions => preconditions(tree, member.value, texts),
            Kind::Principles => {
                for principle in tree.members(member.value) {
                    object(tree, principle.value, &PICTURE_PRINCIPLE, texts);
                }
            }
            Kind::Parts => parts(tree, member.value, texts),
            _ => {}
        }
    }
}

fn preconditions(tree: &Tree, node: NodeId, texts: &mut Vec<NodeId>) {
    for dimension in tree.members(node) {
        for entry in tree.members(dimension.value).filter(|entry| !entry.key.starts_with(keys::OWN_PREFIX)) {
            object(tree, entry.value, &ENTRY, texts);
        }
    }
}

/// An empty part is V404's.
fn parts(tree: &Tree, node: NodeId, texts: &mut Vec<NodeId>) {
    texts.extend(tree.members(node).map(|part| part.value).filter(|part| tree.string(*part) != Some("")));
}
