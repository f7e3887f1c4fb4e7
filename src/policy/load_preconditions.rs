//! Reads `tables/preconditions.toml`.

use super::group::{Group, Groups};
use super::load_tables::Row;
use super::load_vocabulary::Vocabulary;
use super::tables::{Part, PartsRule, PreconditionRow, Safeguard};
use super::vocabulary::Vocab;
use crate::file::{Faults, Node};

pub(super) const FILE: &str = "tables/preconditions.toml";
pub(super) const KEYS: [&str; 10] = [
    "dimension",
    "label",
    "meaning",
    "citations",
    "required-by",
    "whole-scope-for",
    "waived-via",
    "safeguard",
    "parts",
    "part",
];

/// Reads the rows in their order.
pub(super) fn read(faults: &mut Faults, vocabulary: &Vocabulary, groups: Groups, text: &str) -> Vec<PreconditionRow> {
    let map = faults.parse(text);
    let root = Node::root(&map);
    let rows = root.rows();
    if rows.len() > usize::from(u8::MAX) {
        faults.word(&root.at, "pack-too-many", "list", "precondition");
        return Vec::new();
    }
    let mut read = Vec::with_capacity(rows.len());
    for (id, at, value) in rows {
        if let Some(node) = faults.table(value, at) {
            read.push(row(&mut Row { faults, vocabulary, groups, node }, id));
        }
    }
    read
}

fn row(row: &mut Row<'_, '_>, id: &str) -> PreconditionRow {
    row.known(&KEYS, &[("safeguard", Group::Rights)]);
    let _ = row.faults.required(&row.node, "citations");
    PreconditionRow {
        id: id.into(),
        dimension: row.term("dimension", Vocab::Dimension),
        label: row.faults.bilingual(&row.node, "label"),
        meaning: row.faults.bilingual(&row.node, "meaning"),
        citations: row.faults.words(&row.node, "citations"),
        parts: parts(row),
        parts_rule: parts_rule(row),
        required_by: row.terms("required-by", Vocab::Profile, true),
        whole_scope_for: row.terms("whole-scope-for", Vocab::Profile, false),
        waived_via: row.switch("waived-via"),
        safeguard: safeguard(row),
    }
}

fn parts(row: &mut Row<'_, '_>) -> Vec<Part> {
    let rows = row.faults.section(&row.node, "part").map(|table| table.rows()).unwrap_or_default();
    rows.into_iter()
        .map(|(id, at, value)| Part { id: id.into(), label: row.faults.as_bilingual(value, at, id) })
        .collect()
}

fn parts_rule(row: &mut Row<'_, '_>) -> PartsRule {
    let Some(word) = row.faults.text_or_none(&row.node, "parts") else {
        return PartsRule::All;
    };
    match word.0 {
        "all" => PartsRule::All,
        "one-or-more" => PartsRule::OneOrMore,
        "open" => PartsRule::Open,
        _ => {
            row.faults.unknown(&word, "parts", ["all", "one-or-more", "open"].into_iter());
            PartsRule::All
        }
    }
}

fn safeguard(row: &mut Row<'_, '_>) -> Option<Safeguard> {
    let word = row.faults.text_or_none(&row.node, "safeguard")?;
    match word.0 {
        "always" => Some(Safeguard::Always),
        "training" => Some(Safeguard::Training),
        _ => {
            row.faults.unknown(&word, "safeguard", ["always", "training"].into_iter());
            None
        }
    }
}
