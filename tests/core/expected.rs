//! Real and generated agreements give the findings that an independent reading of the catalogue expects.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kader::policy::Day;
use kader::system::Os;
use kader::workspace::{Inputs, Judge, Progress, Run, Settings, Threads, run};
use serde_json::Value;

use crate::support::{judge, policy, repository};

/// What is compared of a finding, as a multiset.
type Finding = [String; 5];

/// The rules that look across documents are not evaluated yet.
const ASIDE: [&str; 1] = ["P205"];

fn aside(code: &str) -> bool {
    code.starts_with('W') || ASIDE.contains(&code)
}

fn check(folder: &Path, as_of: &str) -> Run {
    let judge = judge(as_of);
    let settings = Settings { judge, max_size: run::MAX_SIZE, threads: Threads::default(), allow_empty: false };
    let inputs = Inputs { paths: vec![folder.to_path_buf()], standard: None };
    run::run(&Os, &settings, &inputs, &Progress::default())
}

fn found(run: &Run, folder: &Path) -> BTreeMap<String, Vec<Finding>> {
    let mut documents = BTreeMap::new();
    for report in &run.reports {
        let file = report.file.as_deref().unwrap();
        let name = file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        let findings = report.judgement.findings.iter().filter(|finding| !aside(finding.code.as_str()));
        let mut findings: Vec<Finding> = findings
            .map(|f| [f.code.as_str(), f.level.as_str(), &f.pointer, f.anchor.as_str(), f.subject()].map(str::to_owned))
            .collect();
        findings.sort();
        documents.insert(name, findings);
    }
    documents
}

fn expected(findings: &Value) -> Vec<Finding> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let mut list: Vec<Finding> = findings
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| ["code", "severity", "pointer", "anchor", "subject"].map(|key| text(finding, key)))
        .filter(|finding| !aside(&finding[0]))
        .collect();
    list.sort();
    list
}

/// Every difference between what was found and what was expected, a line each.
fn differences(name: &str, found: &[Finding], expected: &[Finding]) -> Vec<String> {
    let mut rest = expected.to_vec();
    let mut lines = Vec::new();
    for finding in found {
        match rest.iter().position(|other| other == finding) {
            Some(index) => drop(rest.remove(index)),
            None => lines.push(format!("{name}: + {}", finding.join(" "))),
        }
    }
    lines.extend(rest.iter().map(|finding| format!("{name}: - {}", finding.join(" "))));
    lines
}

#[test]
fn the_real_agreements_have_the_findings_expected_of_them() {
    let folder = repository("fixtures/agreements/real");
    let expectation: Value = serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let run = check(&folder, expectation["asOf"].as_str().unwrap());
    assert_eq!(run.reports.len(), 13);
    assert_eq!(run.failures, []);
    let found = found(&run, &folder);
    let mut lines = Vec::new();
    for (name, findings) in expectation["documents"].as_object().unwrap() {
        lines.extend(differences(name, &found[name], &expected(findings)));
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

/// The generated documents that stand alone: no deviations, and no other document replaces them.
fn stand_alone(folder: &Path, names: impl Iterator<Item = String>) -> Vec<String> {
    let read = |name: &String| -> Value {
        serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap_or(Value::Null)
    };
    let all: Vec<(String, Value)> = names.map(|name| (name.clone(), read(&name))).collect();
    let replaced: Vec<Value> =
        all.iter().filter_map(|(_, document)| document["vervangt"].as_array()).flatten().cloned().collect();
    let alone = |document: &Value| document.get("afwijkingen").is_none() && !replaced.contains(&document["id"]);
    all.into_iter().filter(|(_, document)| alone(document)).map(|(name, _)| name).collect()
}

#[test]
fn the_generated_agreements_have_the_findings_expected_of_them() {
    let shared: PathBuf = repository("../shared/generated");
    if !shared.exists() {
        eprintln!("skipped: {} is not there", shared.display());
        return;
    }
    let folder = shared.join("documents").canonicalize().unwrap();
    let mut lines = Vec::new();
    let mut compared = 0;
    for date in ["2020-01-15", "2026-01-01"] {
        let file = shared.join(format!("expected-{date}.json"));
        let expectation: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let documents = expectation["documents"].as_object().unwrap();
        let found = found(&check(&folder, date), &folder);
        for name in stand_alone(&folder, documents.keys().cloned()) {
            let own = differences(&name, &found[&name], &expected(&documents[&name]["findings"]));
            lines.extend(own.into_iter().map(|line| format!("{date} {line}")));
            compared += 1;
        }
    }
    assert!(compared > 800, "only {compared} documents compared");
    assert!(lines.is_empty(), "{} differences in {compared} documents:\n{}", lines.len(), lines.join("\n"));
}

/// A judge and a day, for tests that need nothing else.
#[test]
fn a_judge_needs_a_policy_and_a_day() {
    let judge = Judge::new(policy(), Day::parse("2020-01-15").unwrap());
    assert!(judge.policies[0].validator.is_ready());
}
