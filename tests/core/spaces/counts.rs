//! That the workspaces reach what they are made for.

use std::collections::BTreeMap;

use kader::findings::{Finding, Param};
use serde_json::Value;

use super::document::{Document, Space};
use super::runs::{self, All, Baseline, Way};

/// The fewest times that a thing must occur.
const FEW: usize = 8;

/// What must occur.
const WANTED: &[&str] = &[
    "W701",
    "W702",
    "W703",
    "W703 parts",
    "W704",
    "W705 unknown",
    "W705 supplement",
    "W706 not-current",
    "W706 partner",
    "W706 all-regions",
    "W706 region",
    "W706 core-task",
    "W706 profile",
    "W706 read",
    "W706 write",
    "W707",
    "W707 connected",
    "W708",
    "W709",
    "W710 unknown",
    "W710 own",
    "W710 other-partner",
    "W711",
    "P205",
    "P205 covered",
    "A801",
    "A802",
    "A803",
    "A804",
    "A805",
    "T606",
    "T618",
    "T606 accepted",
    "T618 accepted",
    "accepted W",
    "accepted P205",
    "accepted V",
    "accepted other",
    "replaced",
    "S001",
    "D107",
    "unread policy",
];

/// That everything occurs often enough.
pub(super) fn enough(counts: &BTreeMap<String, usize>) {
    let count = |what: &str| counts.get(what).copied().unwrap_or_default();
    let rare: Vec<&str> = WANTED.iter().copied().filter(|what| count(what) < FEW).collect();
    assert!(rare.is_empty(), "too rare: {rare:?} in {counts:#?}");
}

/// What occurs in a workspace, once for each time.
pub(super) fn seen(space: &Space, baseline: &Baseline) -> Vec<String> {
    let all = &baseline.all;
    // A verdict rests on points: where no deviation accepts one, none can have gone.
    let accepts = all.values().any(|said| !said.accepted.is_empty());
    let open = accepts.then(|| {
        let way = Way { accepts: false, ..Way::default() };
        runs::said(&runs::go(&baseline.memory, vec![".".into()], &way))
    });
    let mut seen: Vec<String> = Vec::new();
    for (file, said) in all {
        let document = space.documents.iter().find(|document| file.ends_with(&document.path)).unwrap();
        seen.extend(said.findings.iter().map(|finding| case(finding, space)));
        seen.extend(said.accepted.iter().map(|(_, finding)| accepted(finding)));
        seen.extend(open.iter().flat_map(|open| verdicts(all, open, file)));
        seen.extend(quiet(space, document, said));
    }
    seen
}

/// The code of a finding, with its case where the rule has several.
fn case(finding: &Finding, space: &Space) -> String {
    let code = finding.code.as_str();
    let case = match code {
        "W703" | "W710" => finding.variant.unwrap_or(if code == "W710" { "unknown" } else { "" }),
        "W705" => parent_case(finding, space),
        "W706" => place_case(&finding.pointer),
        _ => "",
    };
    format!("{code} {case}").trim_end().to_owned()
}

/// Whether some document has the id that a supplement names.
fn parent_case(finding: &Finding, space: &Space) -> &'static str {
    let told = |id: &str| finding.params.iter().any(|(_, param)| matches!(param, Param::Code(code) if **code == *id));
    let named = |document: &Document| document.get("id").and_then(Value::as_str).is_some_and(told);
    if space.documents.iter().any(named) { "supplement" } else { "unknown" }
}

fn place_case(pointer: &str) -> &'static str {
    match pointer.rsplit('/').next().unwrap_or_default() {
        "aanvullingOp" => "not-current",
        "naam" => "partner",
        "regios" => "all-regions",
        "kerntaak" => "core-task",
        "profiel" => "profile",
        "lezen" => "read",
        "schrijven" => "write",
        _ => "region",
    }
}

fn accepted(finding: &Finding) -> String {
    match (finding.code.as_str(), finding.code.family()) {
        ("P205", _) => "accepted P205".to_owned(),
        (_, family @ ('V' | 'W')) => format!("accepted {family}"),
        _ => "accepted other".to_owned(),
    }
}

/// T606 and T618 that deviations take away.
fn verdicts(all: &All, open: &All, file: &std::path::PathBuf) -> Vec<String> {
    let count =
        |all: &All, code: &str| all[file].findings.iter().filter(|finding| finding.code.as_str() == code).count();
    let gone = |code: &&str| count(all, code) < count(open, code);
    ["T606", "T618"].iter().filter(|code| gone(code)).map(|code| format!("{code} accepted")).collect()
}

/// What is said nowhere, and for a reason.
fn quiet(space: &Space, document: &Document, said: &runs::Said) -> Vec<String> {
    let mut quiet = Vec::new();
    let none = |code: &str| said.all().all(|finding| finding.code.as_str() != code);
    if none("W707") && document.text().contains("\"soort\":\"partner\"") && document.text().contains("zuid") {
        quiet.push("W707 connected".to_owned());
    }
    if document.get("kader").and_then(Value::as_str) == Some("onbekend-kader") {
        assert!(said.all().all(|finding| matches!(finding.code.family(), 'S') || finding.code.as_str() == "D107"));
        quiet.push("unread policy".to_owned());
    }
    if !none("P205") || !uncovered(document) {
        return quiet;
    }
    let alone = Space { documents: vec![document.clone()], ..space.clone() };
    let alone = runs::of(&alone);
    let mine = alone.values().next().unwrap();
    if mine.all().any(|finding| finding.code.as_str() == "P205") {
        // It is covered by another document, or this one is no longer current.
        let replaced = mine.all().any(|finding| finding.code.as_str() == "V400") && none("V400");
        quiet.push(if replaced { "replaced" } else { "P205 covered" }.to_owned());
    }
    quiet
}

/// Whether the partner has a core task on which the document itself has no cooperation.
fn uncovered(document: &Document) -> bool {
    let tasks = document.get("partner").and_then(|partner| partner["kerntaken"].as_array());
    let own = document.get("samenwerkingen").and_then(Value::as_array);
    let (Some(tasks), Some(own)) = (tasks, own) else { return false };
    tasks.iter().any(|task| own.iter().all(|cooperation| cooperation["kerntaak"] != *task))
}
