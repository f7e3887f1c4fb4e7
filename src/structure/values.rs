//! D101, D104-D107 and D109: what is wrong with a value.

use super::Findings;
use super::sort::{Faults, FaultyValue, ValueFault, Wanted};
use crate::findings::{Draft, FixPlan, Param, Spot};
use crate::fix::{Change, Value};
use crate::json::{Kind, NodeId, Slot, Tree};
use crate::model::format::{Kind as FieldKind, OBJECTS};
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Vocab;
use crate::text::suggest;

/// Reports the faults of values, and marks these as bad.
pub(super) fn report(faults: &Faults, findings: &mut Findings<'_>) {
    for faulty in &faults.values {
        findings.bad.mark(faulty.node);
        let draft = Draft::at(Spot::value(faulty.node));
        match faulty.fault {
            ValueFault::Type(expected) => wrong_type(faulty.node, expected, draft, findings),
            ValueFault::Value(wanted) => unknown(faulty.node, wanted, draft, findings),
            ValueFault::Format(form) => invalid_format(faulty.node, form, draft, findings),
            ValueFault::Size(case) => wrong_size(faulty, case, draft, findings),
        }
    }
}

/// Whether a value is the root, an item or a member, and the key by which people know it.
pub(super) fn naming(tree: &Tree, node: NodeId) -> (&'static str, &str) {
    let case = match tree.slot(node) {
        Slot::Root => "root",
        Slot::Item(_) => "item",
        Slot::Member(_) => "member",
    };
    (case, owner_key(tree, node))
}

/// The key of a value; for an item the key of its list; empty for the root.
pub(super) fn owner_key(tree: &Tree, node: NodeId) -> &str {
    tree.key(node).or_else(|| tree.ancestors(node).find_map(|ancestor| tree.key(ancestor))).unwrap_or_default()
}

fn wrong_type(node: NodeId, expected: &'static str, draft: Draft, findings: &mut Findings<'_>) {
    let (case, key) = naming(findings.tree, node);
    let found = match findings.tree.kind(node) {
        Kind::Null => "null",
        Kind::Bool(_) => "boolean",
        Kind::Number if findings.tree.number(node).is_some_and(|number| number.fract() == 0.0) => "integer",
        Kind::Number => "number",
        Kind::String => "string",
        Kind::Array => "array",
        Kind::Object => "object",
    };
    let draft = draft.case(case).param("key", key).param("expected", Param::Word(expected));
    findings.emit("wrong-type", draft.param("found", Param::Word(found)));
}

fn unknown(node: NodeId, wanted: Wanted, draft: Draft, findings: &mut Findings<'_>) {
    let value = findings.tree.string(node).unwrap_or_default();
    let draft = draft.param("value", value);
    match wanted {
        Wanted::Term(vocab) => unknown_term(node, vocab, draft, findings),
        Wanted::Region => unknown_region(node, false, draft, findings),
        Wanted::Participant => unknown_region(node, true, draft, findings),
        Wanted::AllWord => not_the_word(node, draft, findings),
        Wanted::Policy => super::policy::report(node, draft, findings),
    }
}

fn unknown_term(node: NodeId, vocab: Vocab, draft: Draft, findings: &mut Findings<'_>) {
    let policy = findings.policy;
    let value = findings.tree.string(node).unwrap_or_default();
    let draft = draft.param("key", owner_key(findings.tree, node));
    let draft = draft.param("allowed", Param::list(policy.terms(vocab)));
    let names = policy.terms(vocab).map(|term| policy.name(term));
    let draft = if let Some(name) = suggest::nearest_loose(value, names) {
        draft.case("suggested").param("suggestion", name).fix([write(node, name)])
    } else if let Some(term) = policy.terms(vocab).find(|term| is_one_of(value, &policy.entry(*term).aliases)) {
        draft.case("alias").param("suggestion", term)
    } else if let Some(hint) = policy.terms(vocab).find_map(|term| hint(value, &policy.entry(term).hints)) {
        draft.case("hint").param("hint", hint)
    } else if is_one_of(value, &policy.words().not_applicable) {
        draft.case("not-applicable")
    } else {
        draft.case("unknown")
    };
    findings.emit("unknown-value", draft);
}

/// Whether a value is one of some words, once case, spaces, hyphens and underscores are taken out.
fn is_one_of(value: &str, words: &[Box<str>]) -> bool {
    words.iter().any(|word| suggest::loose(word) == suggest::loose(value))
}

fn hint(value: &str, hints: &[(Box<str>, crate::policy::Bilingual)]) -> Option<Param> {
    let known = hints.iter().find(|(word, _)| suggest::loose(word) == suggest::loose(value))?;
    Some(Param::Both(Box::new(known.1.clone())))
}

/// The unit that a text names by its code or its name, exactly or nearly.
fn named_region(findings: &Findings<'_>, value: &str) -> Option<Region> {
    let policy = findings.policy;
    let rows = &policy.regions().rows;
    let by_code = |code: &str| policy.region(code);
    let key = suggest::loose(value);
    let exact = rows.iter().find(|row| suggest::loose(&row.code) == key);
    exact
        .and_then(|row| by_code(&row.code))
        .or_else(|| policy.region_by_name(value))
        .or_else(|| suggest::nearest(value, rows.iter().map(|row| &*row.code)).and_then(by_code))
        .or_else(|| {
            let name = suggest::nearest(value, rows.iter().map(|row| &*row.name))?;
            policy.region_by_name(name)
        })
}

/// D109; where a participant may stand, the partner may be meant, too.
fn unknown_region(node: NodeId, participant: bool, draft: Draft, findings: &mut Findings<'_>) {
    let value = findings.tree.string(node).unwrap_or_default();
    let draft = draft.param("key", owner_key(findings.tree, node));
    let partner = findings.policy.partner_word().filter(|_| participant);
    let draft = if let Some(region) = named_region(findings, value) {
        let code = &*findings.policy.region_row(region).code;
        draft.case("suggested").param("region", region).param("suggestion", code).fix([write(node, code)])
    } else if let Some(word) = suggest::nearest_loose(value, partner.into_iter()) {
        draft.case("participant-suggested").param("suggestion", word).fix([write(node, word)])
    } else {
        draft.case(if participant { "participant" } else { "unknown" })
    };
    findings.emit("unknown-region", draft);
}

/// A string other than the word for all units where a list of units may stand.
fn not_the_word(node: NodeId, draft: Draft, findings: &mut Findings<'_>) {
    let value = findings.tree.string(node).unwrap_or_default();
    let regions = findings.policy.regions();
    let key = owner_key(findings.tree, node);
    let word = if key == crate::model::keys::WORK_AREA { &regions.everywhere } else { &regions.all };
    let draft = draft.param("key", key).param("word", &**word);
    let draft = if suggest::loose(value) == suggest::loose(word) {
        suggested(node, word, draft)
    } else if let Some(region) = named_region(findings, value) {
        let code = &*findings.policy.region_row(region).code;
        let fix = FixPlan::new([Change::Replace(node, Value::array([code]))]);
        draft.case("region-list").param("suggestion", format!("[\"{code}\"]").as_str()).fix([fix])
    } else if let Some(near) = suggest::nearest(value, std::iter::once(&**word)) {
        suggested(node, near, draft)
    } else {
        draft.case("region-word")
    };
    findings.emit("unknown-value", draft);
}

/// The word that a text probably means.
fn suggested(node: NodeId, word: &str, draft: Draft) -> Draft {
    draft.case("region-word-suggested").param("suggestion", word).fix([write(node, word)])
}

/// The fix that writes the word which a text probably means.
pub(super) fn write(node: NodeId, text: &str) -> FixPlan {
    FixPlan::new([Change::Replace(node, text.into())])
}

fn invalid_format(node: NodeId, form: &'static str, draft: Draft, findings: &mut Findings<'_>) {
    let value = findings.tree.string(node).unwrap_or_default();
    let draft = draft.param("key", owner_key(findings.tree, node)).param("value", value);
    let draft = match (form, day_first(value)) {
        ("date", Some(date)) => {
            draft.case("day-first-date").param("suggestion", date.as_str()).fix([write(node, &date)])
        }
        ("date", None) if Date::has_form(value) => draft.case("impossible-date"),
        _ => draft.case(form),
    };
    findings.emit("invalid-format", draft);
}

/// `D-M-YYYY` or `D/M/YYYY`, in the right order; `None` for other texts and for dates that no calendar has.
fn day_first(value: &str) -> Option<String> {
    let separator = if value.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = value.split(separator).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(day, 2) || !digits(month, 2) || year.len() != 4 || !digits(year, 4) {
        return None;
    }
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    Date::parse(&date).map(|_| date)
}

fn wrong_size(faulty: &FaultyValue, case: &'static str, draft: Draft, findings: &mut Findings<'_>) {
    let key = owner_key(findings.tree, faulty.node);
    let draft = draft.case(case).param("key", key);
    let draft = match bounds(key) {
        Some((least, most)) if case == "out-of-range" => {
            draft.param("least", Param::Number(least)).param("most", Param::Number(most))
        }
        _ => draft.param("least", Param::Number(1)),
    };
    findings.emit("wrong-size", draft);
}

/// The bounds of the integer that has this key.
fn bounds(key: &str) -> Option<(i64, i64)> {
    OBJECTS.iter().flat_map(|object| object.fields).find_map(|field| match field.kind {
        FieldKind::Integer(least, most) if field.key == key => Some((least, most)),
        _ => None,
    })
}
