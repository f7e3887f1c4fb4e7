//! Reads `pack.toml`.

use super::bilingual::Bilingual;
use super::calendar::Day;
use super::code::Code;
use super::group::{Group, Groups};
use super::tables::{Citation, Words};
use crate::file::{Faults, Node, Text};

/// The name of a pack's manifest.
pub const FILE: &str = "pack.toml";
/// The id of the pack that holds the engine's own rules.
pub(super) const ENGINE: &str = "engine";
/// The version of the pack format that this program reads.
const FORMAT: u16 = 1;

pub(super) const EXAMPLES_AS_OF: &str = "examples-as-of";
pub(super) const KEYS: [&str; 17] = [
    "format",
    "id",
    "version",
    "title",
    "in-force",
    "replaces",
    "replaced-by",
    "looked-up",
    "languages",
    "share",
    "present-share",
    EXAMPLES_AS_OF,
    "groups",
    "citations",
    "words",
    "rules-from",
    "off",
];

/// What `pack.toml` says of a pack.
#[derive(Debug, Clone, Default)]
pub(super) struct Manifest {
    pub(super) id: Box<str>,
    pub(super) version: Box<str>,
    pub(super) title: Bilingual,
    pub(super) in_force: Option<Day>,
    pub(super) replaces: Option<Bilingual>,
    pub(super) replaced_by: Option<Bilingual>,
    pub(super) looked_up: Option<Day>,
    pub(super) share: (u32, u32),
    pub(super) present_share: (u32, u32),
    pub(super) examples_as_of: Option<Day>,
    pub(super) groups: Groups,
    pub(super) citations: Vec<Citation>,
    pub(super) words: Words,
    pub(super) rules_from: Option<Box<str>>,
    /// What the pack that lends rules says of itself.
    pub(super) lender: Option<Lender>,
    pub(super) off: Vec<Code>,
}

/// What readers see of a pack that lends rules.
#[derive(Debug, Clone)]
pub(super) struct Lender {
    pub(super) title: Bilingual,
    pub(super) citations: Vec<Citation>,
}

/// Reads the manifest of a pack that lends rules; what is wrong in it is told where that pack is loaded.
pub(super) fn lender(text: &str) -> Lender {
    let Manifest { title, citations, .. } = read(&mut Faults::new(FILE), text);
    Lender { title, citations }
}

/// Reads the manifest of a policy's pack, or of the engine's, which has only an id, a version and languages.
pub(super) fn read(faults: &mut Faults, text: &str) -> Manifest {
    let map = faults.parse(text);
    let root = Node::root(&map);
    let id = faults.text(&root, "id").map(|(id, _)| id).unwrap_or_default();
    let engine = id == ENGINE;
    faults.known(&root, if engine { &["format", "id", "version", "languages"] } else { &KEYS });
    format(faults, &root);
    languages(faults, &root);
    let version = faults.text(&root, "version").map(|(version, _)| version.into()).unwrap_or_default();
    if !engine {
        for key in ["share", "present-share", EXAMPLES_AS_OF, "groups", "citations"] {
            let _ = faults.required(&root, key);
        }
    }
    Manifest {
        id: id.into(),
        version,
        title: if engine { Bilingual::default() } else { faults.bilingual(&root, "title") },
        in_force: faults.day(&root, "in-force"),
        replaces: bilingual_or_none(faults, &root, "replaces"),
        replaced_by: bilingual_or_none(faults, &root, "replaced-by"),
        looked_up: faults.day(&root, "looked-up"),
        share: share(faults, &root, "share"),
        present_share: share(faults, &root, "present-share"),
        examples_as_of: faults.day(&root, EXAMPLES_AS_OF),
        groups: groups(faults, &root),
        citations: citations(faults, &root),
        words: words(faults, &root),
        rules_from: faults.text_or_none(&root, "rules-from").map(|(text, _)| text.into()),
        lender: None,
        off: off(faults, &root),
    }
}

fn format(faults: &mut Faults, root: &Node<'_>) {
    let Some(value) = faults.required(root, "format") else {
        return;
    };
    if faults.as_number(value).is_some_and(|format| format != FORMAT) {
        faults.add(&value.span(), "pack-format", vec![("expected", i64::from(FORMAT).into())]);
    }
}

/// Texts stand in both languages, so both are listed, and no other.
fn languages(faults: &mut Faults, root: &Node<'_>) {
    let Some(value) = faults.required(root, "languages") else {
        return;
    };
    let found = faults.texts(root, "languages").unwrap_or_default();
    for text in &found {
        if !["nl", "en"].contains(&text.0) {
            faults.unknown(text, "lang", ["nl", "en"].into_iter());
        }
    }
    for lang in ["nl", "en"] {
        if !found.iter().any(|(text, _)| *text == lang) {
            let args = vec![("key", "languages".into()), ("lang", lang.into())];
            faults.add(&value.span(), "pack-one-language", args);
        }
    }
}

fn bilingual_or_none(faults: &mut Faults, root: &Node<'_>, key: &str) -> Option<Bilingual> {
    root.has(key).then(|| faults.bilingual(root, key))
}

/// Two numbers, the first not above the second.
fn share(faults: &mut Faults, root: &Node<'_>, key: &str) -> (u32, u32) {
    let Some(value) = root.get(key) else {
        return (0, 1);
    };
    let parts: Vec<u16> = value
        .get_ref()
        .as_array()
        .map(|items| items.iter().filter_map(|item| faults.as_number(item)).collect())
        .unwrap_or_default();
    if let [part, whole] = parts[..]
        && part <= whole
        && whole > 0
    {
        return (part.into(), whole.into());
    }
    faults.add(&value.span(), "file-wrong-type", vec![("expected", "share".into())]);
    (0, 1)
}

fn groups(faults: &mut Faults, root: &Node<'_>) -> Groups {
    let words = faults.texts(root, "groups").unwrap_or_default();
    let found = known_groups(faults, &words);
    let groups = Groups::of(|group| found.contains(&group));
    if groups.adoption && !groups.reach {
        let at = words.iter().find(|(word, _)| *word == Group::Adoption.as_str()).map_or(0..0, |(_, at)| at.clone());
        let args = vec![("group", Group::Adoption.as_str().into()), ("needed", Group::Reach.as_str().into())];
        faults.add(&at, "pack-group-needs", args);
    }
    groups
}

/// The groups that words name; a word that names none is a fault.
pub(super) fn known_groups(faults: &mut Faults, words: &[Text<'_>]) -> Vec<Group> {
    let mut found = Vec::with_capacity(words.len());
    for word in words {
        match Group::parse(word.0) {
            Some(group) => found.push(group),
            None => faults.unknown(word, "group", Group::ALL.into_iter().map(Group::as_str)),
        }
    }
    found
}

fn citations(faults: &mut Faults, root: &Node<'_>) -> Vec<Citation> {
    let rows = faults.section(root, "citations").map(|table| table.rows()).unwrap_or_default();
    let mut citations = Vec::with_capacity(rows.len());
    for (key, at, value) in rows {
        let Some(node) = faults.table(value, at) else { continue };
        faults.known(&node, &["nl", "en", "english-key"]);
        let title = faults.both(&node, key);
        let english = faults.text_or_none(&node, "english-key").map(|(text, _)| text.into());
        citations.push(Citation { key: key.into(), title, english });
    }
    citations
}

fn words(faults: &mut Faults, root: &Node<'_>) -> Words {
    let Some(node) = faults.section(root, "words") else {
        return Words::default();
    };
    faults.known(&node, &["placeholders", "fillers", "not-applicable", "name-words"]);
    Words {
        placeholders: faults.words(&node, "placeholders"),
        fillers: faults.words(&node, "fillers"),
        not_applicable: faults.words(&node, "not-applicable"),
        name_words: faults.words(&node, "name-words"),
    }
}

fn off(faults: &mut Faults, root: &Node<'_>) -> Vec<Code> {
    let mut codes = Vec::new();
    for (word, at) in faults.texts(root, "off").unwrap_or_default() {
        match Code::parse(word) {
            Some(code) => codes.push(code),
            None => faults.word(&at, "pack-not-a-code", "value", word),
        }
    }
    codes
}

impl Manifest {
    /// Whether this may be cited.
    pub(super) fn cites(&self, citation: &str) -> bool {
        self.citations.iter().any(|known| &*known.key == citation)
    }
}
