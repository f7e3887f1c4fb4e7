//! Reads the tables of regions, fit, profiles and reach.

use super::load_vocabulary::Vocabulary;
use super::tables::{Fit, Groups, Profile, Reach, Region, RegionRow, Regions};
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
    faults.known(&root, &["all", "everywhere", "prefix", "regions"]);
    let mut word = |key| faults.text(&root, key).map(|(text, _)| text.into()).unwrap_or_default();
    let (all, everywhere, prefix) = (word("all"), word("everywhere"), word("prefix"));
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
    Regions { rows, all, everywhere, prefix }
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

const PROFILE_KEYS: [&str; 14] = [
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

/// Reads `profiles.toml`, in the order of the vocabulary.
pub(super) fn profiles(faults: &mut Faults, vocabulary: &Vocabulary, groups: Groups, text: &str) -> Vec<Profile> {
    let map = faults.parse(text);
    let rows = rows(faults, vocabulary, Vocab::Profile, &map);
    let terms = vocabulary.terms(Vocab::Profile);
    terms
        .zip(rows)
        .filter_map(|(term, row)| Some(profile(&mut Row { faults, vocabulary, node: row? }, groups, term)))
        .collect()
}

fn profile(row: &mut Row<'_, '_>, groups: Groups, term: Term) -> Profile {
    row.faults.known(&row.node, &PROFILE_KEYS);
    for key in ["own-picture"].into_iter().chain(groups.assessment.then_some("assessable")) {
        let _ = row.faults.required(&row.node, key);
    }
    let any = row.node.get("organisation").and_then(|value| value.get_ref().as_str()) == Some("any");
    Profile {
        term,
        organisation: if any { Vec::new() } else { row.terms("organisation", Vocab::Organisation, true) },
        own_picture: row.switch("own-picture"),
        read: row.term("read", Vocab::ReadRight, groups.rights),
        write: row.term("write", Vocab::WriteRight, groups.rights),
        information: row.terms("information", Vocab::Role, groups.contacts),
        coordination: row.terms("coordination", Vocab::Role, groups.contacts),
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

const REACH_KEYS: [&str; 9] = [
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

/// Reads `reach.toml`, in the order of the vocabulary.
pub(super) fn reaches(faults: &mut Faults, vocabulary: &Vocabulary, groups: Groups, text: &str) -> Vec<Reach> {
    let map = faults.parse(text);
    let rows = rows(faults, vocabulary, Vocab::Reach, &map);
    let terms = vocabulary.terms(Vocab::Reach);
    terms
        .zip(rows)
        .filter_map(|(term, row)| Some(reach(&mut Row { faults, vocabulary, node: row? }, groups, term)))
        .collect()
}

fn reach(row: &mut Row<'_, '_>, groups: Groups, term: Term) -> Reach {
    row.faults.known(&row.node, &REACH_KEYS);
    for key in ["least", "most"].into_iter().chain(groups.adoption.then_some("through-adoption")) {
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
        body: row.term("body", Vocab::Body, groups.assessment),
        work_area_most: row.number("work-area-most"),
    }
}

/// One row of a table that names identifiers.
pub(super) struct Row<'f, 't> {
    pub(super) faults: &'f mut Faults,
    pub(super) vocabulary: &'f Vocabulary,
    pub(super) node: Node<'t>,
}

impl Row<'_, '_> {
    pub(super) fn switch(&mut self, key: &str) -> bool {
        self.faults.switch(&self.node, key)
    }

    fn number(&mut self, key: &str) -> Option<u16> {
        self.faults.number(&self.node, key)
    }

    /// One identifier; the list's first where it is missing or unknown (which is a fault where the policy needs it).
    pub(super) fn term(&mut self, key: &str, vocab: Vocab, needed: bool) -> Term {
        let text = if needed { self.faults.text(&self.node, key) } else { self.faults.text_or_none(&self.node, key) };
        text.and_then(|text| self.vocabulary.resolve(self.faults, vocab, &text)).unwrap_or(Term { vocab, index: 0 })
    }

    /// A list of identifiers.
    pub(super) fn terms(&mut self, key: &str, vocab: Vocab, needed: bool) -> Vec<Term> {
        if needed {
            let _ = self.faults.required(&self.node, key);
        }
        let texts = self.faults.texts(&self.node, key).unwrap_or_default();
        texts.iter().filter_map(|text| self.vocabulary.resolve(self.faults, vocab, text)).collect()
    }
}
