//! D108: a text that people read is empty, or says that it is still to be written.

use super::Findings;
use super::values::owner_key;
use crate::findings::{Draft, Param, Spot};
use crate::json::{NodeId, Tree};
use crate::model::format::{DOCUMENT, ENTRY, Kind, ObjectType, PICTURE_PRINCIPLE};
use crate::model::keys;
use crate::policy::Policy;
use crate::policy::tables::PartsRule;
use crate::policy::vocabulary::Vocab;

/// Reports free texts that say nothing.
pub(super) fn report(findings: &mut Findings<'_>) {
    let mut collector = Collector { tree: findings.tree, policy: findings.policy, texts: Vec::new() };
    if let Some(root) = findings.tree.root() {
        collector.object(root, &DOCUMENT);
    }
    for node in collector.texts {
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
        trimmed if is_placeholder(findings.policy, trimmed) => "placeholder",
        _ => return,
    };
    let draft = Draft::at(Spot::value(node)).case(case).param("key", owner_key(tree, node));
    findings.emit("placeholder-text", draft.param("value", Param::text(text)));
}

/// Whether a text without white space around it only keeps a place, under this policy.
#[must_use]
pub fn is_placeholder(policy: &Policy, text: &str) -> bool {
    let words = policy.words();
    words.placeholders.iter().any(|word| begins(text, word) == Some(""))
        || text.chars().all(is_filling)
        || (text.len() >= 3 && text.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x')))
        || (text.starts_with('<') && text.ends_with('>'))
        || words.fillers.iter().any(|start| begins(text, start).is_some())
}

/// What follows in a text that begins with a word in lower case, whatever its own case; `None` where it begins
/// otherwise. It stops at the first character that differs, for nearly every text is no placeholder.
fn begins<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (Some(first), Some(begin)) = (text.bytes().next(), word.bytes().next()) else {
        return word.is_empty().then_some(text);
    };
    // Most texts differ in their first letter; one outside ASCII may have one inside as its lower case.
    if first.is_ascii() && first.to_ascii_lowercase() != begin {
        return None;
    }
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

/// Collects free texts by the format's table; what the format does not know is not read.
struct Collector<'t> {
    tree: &'t Tree,
    policy: &'t Policy,
    texts: Vec<NodeId>,
}

impl Collector<'_> {
    fn object(&mut self, node: NodeId, kind: &ObjectType) {
        let tree = self.tree;
        for member in tree.members(node) {
            let known = kind.field(member.key).filter(|(_, field)| field.known(self.policy.groups()));
            let Some((_, field)) = known else { continue };
            match field.kind {
                Kind::FreeText | Kind::Name => self.texts.push(member.value),
                Kind::FreeTexts => self.texts.extend(tree.items(member.value)),
                Kind::Object(inner) => self.object(member.value, inner),
                Kind::List(inner, _) => {
                    for &item in tree.items(member.value) {
                        self.object(item, inner);
                    }
                }
                Kind::Preconditions => self.preconditions(member.value),
                Kind::Principles => self.principles(member.value),
                Kind::Parts => self.parts(member.value, tree.key(node).unwrap_or_default()),
                _ => {}
            }
        }
    }

    fn preconditions(&mut self, node: NodeId) {
        let (tree, policy) = (self.tree, self.policy);
        let known = |key: &str| policy.term(Vocab::Dimension, key).is_some();
        for dimension in tree.members(node).filter(|dimension| known(dimension.key)) {
            for entry in tree.members(dimension.value).filter(|entry| !is_own(entry.key)) {
                self.object(entry.value, &ENTRY);
            }
        }
    }

    fn principles(&mut self, node: NodeId) {
        let (tree, policy) = (self.tree, self.policy);
        let known = |key: &str| policy.term(Vocab::Principle, key).is_some();
        for principle in tree.members(node).filter(|principle| known(principle.key)) {
            self.object(principle.value, &PICTURE_PRINCIPLE);
        }
    }

    /// The parts that the precondition allows. An empty part is V404's.
    fn parts(&mut self, node: NodeId, precondition: &str) {
        let (tree, policy) = (self.tree, self.policy);
        let row = policy.precondition(precondition).map(|known| policy.precondition_row(known));
        let closed = row.filter(|row| row.parts_rule != PartsRule::Open);
        let known = |key: &str| closed.is_none_or(|row| row.parts.iter().any(|part| &*part.id == key));
        let parts = tree.members(node).filter(|part| !is_own(part.key) && known(part.key));
        self.texts.extend(parts.map(|part| part.value).filter(|part| tree.string(*part) != Some("")));
    }
}

/// Whether a key is the author's own.
fn is_own(key: &str) -> bool {
    key.starts_with(keys::OWN_PREFIX)
}
