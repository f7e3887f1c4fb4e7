//! Reads the tables of regions, fit, profiles and reach.

use std::ops::Range;

use super::group::{Group, Groups};
use super::load_vocabulary::Vocabulary;
use super::tables::{Fit, Profile, Reach, Region, RegionRow, Regions};
use super::vocabulary::{Term, Vocab};
use crate::file::{Faults, Node, Text};

pub(super) const REGIONS: &str = "tables/regions.toml";
pub(super) const FIT: &str = "tables/fit.toml";
pub(super) const PROFILES: &str = "tables/profiles.toml";
pub(super) const REACH: &str = "tables/reach.toml";

/// Reads `regions.toml`.
pub(super) fn regions(faults: &mut Faults, text: &str) -> Regions {
    let map = faults.parse(text);
    let root = Node::root(&map);
    faults.known(&root, &["all", "everywhere", "prefix", "label", "regions"]);
    let mut word = |key| faults.text(&root, key).map(|(text, _)| text.into()).unwrap_or_default();
    let (all, everywhere, prefix) = (word("all"), word("everywhere"), word("prefix"));
    let label = root.key_span("label").is_some().then(|| faults.bilingual(&root, "label"));
    let mut rows: Vec<RegionRow> = Vec::new();
    let list = faults.required(&root, "regions").and_then(|value| value.get_ref().as_array());
    for value in list.into_iter().flat_map(|list| list.iter()) {
        let Some(node) = faults.table(value, value.span()) else {
            continue;
        };
        faults.known(&node, &["code", "name", "aliases"]);
        let (Some((code, at)), Some((name, _))) = (faults.text(&node, "code"), faults.text(&node, "name")) else {
            continue;
        };
        if rows.iter().any(|row| &*row.code == code) {
            faults.word(&at, "file-duplicate", "value", code);
        }
        rows.push(RegionRow { code: code.into(), name: name.into(), aliases: faults.words(&node, "aliases") });
    }
    Regions { rows, all, everywhere, prefix, label }
}

/// The units sorted by their codes, for look-ups.
pub(super) fn by_code(regions: &Regions) -> Vec<Region> {
    let count = u16::try_from(regions.rows.len()).unwrap_or(u16::MAX);
    let mut sorted: Vec<Region> = (0..count).map(Region).collect();
    sorted.sort_by_key(|region| regions.rows.get(usize::from(region.0)).map(|row| &row.code));
    sorted
}

/// Reads `fit.toml`: a row per core task, the columns in the order of the profiles.
pub(super) fn fit(faults: &mut Faults, vocabulary: &Vocabulary, text: &str) -> Vec<Fit> {
    let map = faults.parse(text);
    let rows = rows(faults, vocabulary, Vocab::CoreTask, &map);
    let mut fit = Vec::new();
    for row in &rows {
        let columns: Vec<&str> = vocabulary.list(Vocab::Profile).iter().map(|profile| &*profile.id).collect();
        if let Some(row) = row {
            faults.known(row, &columns);
        }
        for column in columns {
            let word = row.as_ref().and_then(|row| faults.text(row, column));
            fit.push(word.map_or(Fit::Not, |word| fit_word(faults, &word)));
        }
    }
    fit
}

fn fit_word(faults: &mut Faults, word: &Text<'_>) -> Fit {
    match word.0 {
        "fits" => Fit::Fits,
        "disputed" => Fit::Disputed,
        "not" => Fit::Not,
        _ => {
            faults.unknown(word, "fit", ["fits", "disputed", "not"].into_iter());
            Fit::Not
        }
    }
}

/// The rows of a table whose keys are the identifiers of a list, in the order of the list; what is missing or too much is a fault.
fn rows<'t>(
    faults: &mut Faults,
    vocabulary: &Vocabulary,
    vocab: Vocab,
    map: &'t toml::de::DeTable<'t>,
) -> Vec<Option<Node<'t>>> {
    let root = Node::root(map);
    for (id, at, _) in root.rows() {
        let _ = vocabulary.resolve(faults, vocab, &(id, at));
    }
    let mut rows = Vec::new();
    for entry in vocabulary.list(vocab) {
        let row = root.get(&entry.id).zip(root.key_span(&entry.id));
        if row.is_none() {
            let args = vec![("row", entry.id.to_string().into()), ("list", vocab.as_str().into())];
            faults.add(&root.at, "pack-missing-row", args);
        }
        rows.push(row.and_then(|(value, at)| faults.table(value, at)));
    }
    rows
}

pub(super) const PROFILE_KEYS: [&str; 14] = [
    "organisation",
    "own-picture",
    "read",
    "write",
    "information",
    "coordination",
    "on-call",
    "assessable",
    "temporary",
    "joins",
    "crisis-structure",
    "rights-as-a-rule",
    "shortfall-informs",
    "principles",
];

/// The keys of a profile that belong to a group.
const PROFILE_GROUPS: [(&str, Group); 10] = [
    ("read", Group::Rights),
    ("write", Group::Rights),
    ("rights-as-a-rule", Group::Rights),
    ("shortfall-informs", Group::Rights),
    ("information", Group::Contacts),
    ("coordination", Group::Contacts),
    ("on-call", Group::Contacts),
    ("assessable", Group::Assessment),
    ("temporary", Group::Temporary),
    ("principles", Group::Principles),
];

/// Reads `profiles.toml`, in the order of the vocabulary.
pub(super) fn profiles(faults: &mut Faults, vocabulary: &Vocabulary, groups: Groups, text: &str) -> Vec<Profile> {
    let map = faults.parse(text);
    let rows = rows(faults, vocabulary, Vocab::Profile, &map);
    let terms = vocabulary.terms(Vocab::Profile);
    terms
        .zip(rows)
        .filter_map(|(term, row)| Some(profile(&mut Row { faults, vocabulary, groups, node: row? }, term)))
        .collect()
}

fn profile(row: &mut Row<'_, '_>, term: Term) -> Profile {
    row.known(&PROFILE_KEYS, &PROFILE_GROUPS);
    for key in ["own-picture"].into_iter().chain(row.groups.assessment.then_some("assessable")) {
        let _ = row.faults.required(&row.node, key);
    }
    let any = row.node.get("organisation").and_then(|value| value.get_ref().as_str()) == Some("any");
    Profile {
        term,
        organisation: if any { Vec::new() } else { row.terms("organisation", Vocab::Organisation, true) },
        own_picture: row.switch("own-picture"),
        read: row.term("read", Vocab::ReadRight),
        write: row.term("write", Vocab::WriteRight),
        information: row.terms("information", Vocab::Role, true),
        coordination: row.terms("coordination", Vocab::Role, true),
        on_call: row.switch("on-call"),
        assessable: row.switch("assessable"),
        temporary: row.switch("temporary"),
        joins: row.switch("joins"),
        crisis_structure: row.switch("crisis-structure"),
        rights_as_a_rule: row.switch("rights-as-a-rule"),
        shortfall_informs: row.switch("shortfall-informs"),
        principles: row.node.has("principles").then(|| row.terms("principles", Vocab::Principle, true)),
    }
}

pub(super) const REACH_KEYS: [&str; 9] = [
    "least",
    "most",
    "through-adoption",
    "by-work-area",
    "disputed-at",
    "deadline",
    "assessed-from",
    "body",
    "work-area-most",
];

/// The keys of a reach that belong to a group.
const REACH_GROUPS: [(&str, Group); 3] =
    [("through-adoption", Group::Adoption), ("assessed-from", Group::Assessment), ("body", Group::Assessment)];

/// Reads `reach.toml`, in the order of the vocabulary.
pub(super) fn reaches(faults: &mut Faults, vocabulary: &Vocabulary, groups: Groups, text: &str) -> Vec<Reach> {
    let map = faults.parse(text);
    let rows = rows(faults, vocabulary, Vocab::Reach, &map);
    let terms = vocabulary.terms(Vocab::Reach);
    terms
        .zip(rows)
        .filter_map(|(term, row)| Some(reach(&mut Row { faults, vocabulary, groups, node: row? }, term)))
        .collect()
}

fn reach(row: &mut Row<'_, '_>, term: Term) -> Reach {
    row.known(&REACH_KEYS, &REACH_GROUPS);
    for key in ["least", "most"].into_iter().chain(row.groups.adoption.then_some("through-adoption")) {
        let _ = row.faults.required(&row.node, key);
    }
    Reach {
        term,
        least: row.number("least").unwrap_or_default(),
        most: row.number("most").unwrap_or_default(),
        through_adoption: row.switch("through-adoption"),
        by_work_area: row.switch("by-work-area"),
        disputed_at: row.number("disputed-at").unwrap_or_default(),
        deadline: row.faults.day(&row.node, "deadline"),
        assessed_from: row.faults.day(&row.node, "assessed-from"),
        body: row.term("body", Vocab::Body),
        work_area_most: row.number("work-area-most"),
    }
}

/// One row of a table that names identifiers.
pub(super) struct Row<'f, 't> {
    pub(super) faults: &'f mut Faults,
    pub(super) vocabulary: &'f Vocabulary,
    pub(super) groups: Groups,
    pub(super) node: Node<'t>,
}

/// Says of something that it belongs to a group that the policy does not use.
pub(super) fn of_unused(faults: &mut Faults, at: &Range<usize>, (what, group): (&str, Group)) {
    faults.add(at, "pack-unused-group", vec![("what", what.to_owned().into()), ("group", group.as_str().into())]);
}

impl Row<'_, '_> {
    /// Says of every key that is not one of these, or belongs to a group that the policy does not use, that it has no place here.
    pub(super) fn known(&mut self, keys: &[&str], of_groups: &[(&'static str, Group)]) {
        self.faults.known(&self.node, keys);
        for (key, group) in of_groups.iter().filter(|(_, group)| !self.groups.has(*group)) {
            if let Some(at) = self.node.key_span(key) {
                of_unused(self.faults, &at, (key, *group));
            }
        }
    }

    pub(super) fn switch(&mut self, key: &str) -> bool {
        self.faults.switch(&self.node, key)
    }

    fn number(&mut self, key: &str) -> Option<u16> {
        self.faults.number(&self.node, key)
    }

    /// Whether the policy uses the group of a list: what it does not use is not read.
    fn uses(&self, vocab: Vocab) -> bool {
        vocab.group().is_none_or(|group| self.groups.has(group))
    }

    /// One identifier, where the policy uses its list; the list's first where it is missing or unknown (a fault).
    pub(super) fn term(&mut self, key: &str, vocab: Vocab) -> Term {
        let first = Term { vocab, index: 0 };
        if !self.uses(vocab) {
            return first;
        }
        let text = self.faults.text(&self.node, key);
        text.and_then(|text| self.vocabulary.resolve(self.faults, vocab, &text)).unwrap_or(first)
    }

    /// A list of identifiers, where the policy uses them.
    pub(super) fn terms(&mut self, key: &str, vocab: Vocab, needed: bool) -> Vec<Term> {
        if !self.uses(vocab) {
            return Vec::new();
        }
        if needed {
            let _ = self.faults.required(&self.node, key);
        }
        let texts = self.faults.texts(&self.node, key).unwrap_or_default();
        texts.iter().filter_map(|text| self.vocabulary.resolve(self.faults, vocab, text)).collect()
    }
}
