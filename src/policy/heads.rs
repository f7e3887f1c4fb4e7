//! Reads the heads of rule files: what stands before the first table header.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;

use super::code::Code;
use super::group::Group;
use super::manifest::known_groups;
use super::rule::{ActorSpec, Deviation, Exempt, FixSafety, Origin, Rule, Shown};
use crate::file::{Faults, Node, Value, severity};

/// The keys of a head.
pub(super) const KEYS: [&str; 15] = [
    "name",
    "check",
    "severity",
    "actor",
    "citations",
    "deviation",
    "fix",
    "silences",
    "rests-on",
    "exempt",
    "over",
    "replaced",
    "capped",
    "groups",
    "unnecessary",
];
/// The keys that every head has.
const REQUIRED: [&str; 6] = ["name", "check", "severity", "citations", "deviation", "fix"];
/// The words of `exempt`.
pub(super) const EXEMPT: [&str; 2] = ["supplement", "ad-hoc"];

/// The head of a rule's file: the text before the first line that begins with `[`.
pub(super) fn head(text: &str) -> &str {
    if text.starts_with('[') { "" } else { text.get(..end(text, b"\n[", 0)).unwrap_or(text) }
}

/// Where the head ends, in bytes.
fn end(text: &str, mark: &[u8], from: usize) -> usize {
    let found = text.as_bytes().get(from..).and_then(|rest| memmem::find(rest, mark));
    found.map_or(text.len(), |at| from + at + 1)
}

/// What stands between the head and the first example.
pub(super) fn body(text: &str) -> &str {
    let from = head(text).len();
    text.get(from..end(text, b"\n[[", from.saturating_sub(1))).unwrap_or_default()
}

/// Reads one head; `None` where it has faults that leave no rule.
pub(super) fn read(faults: &mut Faults, code: Code, origin: Origin, checks: Option<&[&str]>) -> Option<Rule> {
    let text = origin.text.clone();
    let map = faults.parse(head(&text));
    let root = Node::root(&map);
    faults.known(&root, &KEYS);
    for key in REQUIRED.into_iter().filter(|key| !root.has(key)) {
        absent(faults, &text, &root, key);
    }
    let name = faults.text_or_none(&root, "name")?.0.into();
    let check = check(faults, &root, checks)?;
    Some(Rule {
        code,
        name,
        check,
        severity: severity(faults, root.get("severity")?)?,
        actor: root.get("actor").map_or(Some(ActorSpec::None), |value| actor(faults, value, &origin))?,
        citations: faults.words(&root, "citations"),
        deviation: deviation(faults, root.get("deviation")?)?,
        fix: fix(faults, &root)?,
        silences: codes(faults, &root, "silences"),
        rests_on: codes(faults, &root, "rests-on"),
        exempt: exempt(faults, &root),
        over: faults.switch(&root, "over"),
        replaced: faults.switch(&root, "replaced"),
        capped: faults.switch_or(&root, "capped", true),
        groups: groups(faults, &root),
        shown: if faults.switch(&root, "unnecessary") { Shown::Faintly } else { Shown::Plainly },
        origin,
        body: OnceLock::new(),
    })
}

/// Says that a key of the head is missing, or that it stands behind the first table header.
fn absent(faults: &mut Faults, text: &str, root: &Node<'_>, key: &'static str) {
    let start = head(text).len();
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return faults.word(&(at..at + key.len()), "pack-head-after-table", "key", key);
        }
        at += line.len();
    }
    faults.word(&root.at, "file-missing-key", "key", key);
}

/// The check; where the engine's checks are given, it is one of them.
fn check(faults: &mut Faults, root: &Node<'_>, checks: Option<&[&str]>) -> Option<Box<str>> {
    let word = faults.text_or_none(root, "check")?;
    if let Some(checks) = checks
        && !checks.contains(&word.0)
    {
        faults.unknown(&word, "check", checks.iter().copied());
    }
    Some(word.0.into())
}

/// The actor that a value names.
pub(super) fn actor(faults: &mut Faults, value: &Value<'_>, origin: &Origin) -> Option<ActorSpec> {
    let word = faults.as_text(value)?;
    let actor = origin.actor(word.0);
    if actor.is_none() {
        faults.unknown(&word, "actor", origin.actors.iter().map(|(actor, _)| &**actor).chain(["from-check"]));
    }
    actor
}

fn deviation(faults: &mut Faults, value: &Value<'_>) -> Option<Deviation> {
    if let Some(allowed) = value.get_ref().as_bool() {
        return Some(if allowed { Deviation::Yes } else { Deviation::No });
    }
    let word = faults.as_text(value)?;
    if word.0 == Deviation::BOARD_DECIDES {
        return Some(Deviation::UnlessBoardDecides);
    }
    faults.unknown(&word, "condition", std::iter::once(Deviation::BOARD_DECIDES));
    None
}

fn fix(faults: &mut Faults, root: &Node<'_>) -> Option<FixSafety> {
    let word = faults.text_or_none(root, "fix")?;
    let safety = FixSafety::parse(word.0);
    if safety.is_none() {
        faults.unknown(&word, "fix", FixSafety::ALL.into_iter().map(FixSafety::as_str));
    }
    safety
}

/// A list of codes; empty where it is left out.
fn codes(faults: &mut Faults, root: &Node<'_>, key: &str) -> Vec<Code> {
    let mut codes = Vec::new();
    for (word, at) in faults.texts(root, key).unwrap_or_default() {
        match Code::parse(word) {
            Some(code) => codes.push(code),
            None => faults.word(&at, "pack-not-a-code", "value", word),
        }
    }
    codes
}

/// The groups of the document that the rule is about; empty where it is about none of them.
fn groups(faults: &mut Faults, root: &Node<'_>) -> Vec<Group> {
    let words = faults.texts(root, "groups").unwrap_or_default();
    known_groups(faults, &words)
}

fn exempt(faults: &mut Faults, root: &Node<'_>) -> Exempt {
    let words = faults.texts(root, "exempt").unwrap_or_default();
    for word in words.iter().filter(|(word, _)| !EXEMPT.contains(word)) {
        faults.unknown(word, "exempt", EXEMPT.into_iter());
    }
    let has = |kind| words.iter().any(|(word, _)| *word == kind);
    Exempt { supplement: has("supplement"), adhoc: has("ad-hoc") }
}

/// The place of a key's value in a head, for faults that are found later.
pub(super) fn place(text: &str, key: &str) -> Option<Range<usize>> {
    let map = toml::de::DeTable::parse(head(text)).ok()?;
    map.get_ref().get(key).map(toml::Spanned::span)
}
