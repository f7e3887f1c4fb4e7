//! Real and generated agreements give the findings that an independent reading of the catalogue expects.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kader::policy::Day;
use kader::system::Os;
use kader::workspace::{Inputs, Judge, Run};
use serde_json::Value;

use crate::support::{checked, given, policy, repository};

/// What is compared of a finding, as a multiset.
type Finding = [String; 5];

/// Evidence is looked for beside the documents: the generated ones expect nothing about it.
const NEEDS_FILES: &str = "V409";

fn check(folder: &Path, as_of: &str) -> Run {
    let inputs = Inputs { paths: vec![folder.to_path_buf()], ..Inputs::default() };
    checked(&Os, &given(as_of), &inputs)
}

/// The findings of a document, and those that its deviations accept.
type Both = [Vec<Finding>; 2];

fn found(run: &Run, folder: &Path) -> BTreeMap<String, Both> {
    let mut documents = BTreeMap::new();
    for report in &run.reports {
        let file = report.name.file.as_deref().unwrap();
        let name = file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        let accepted = report.judgement.accepted.iter().map(|accepted| &accepted.finding);
        documents.insert(name, [compared(report.judgement.findings.iter()), compared(accepted)]);
    }
    documents
}

fn compared<'a>(findings: impl Iterator<Item = &'a kader::findings::Finding>) -> Vec<Finding> {
    let findings = findings.filter(|finding| finding.code.as_str() != NEEDS_FILES);
    let mut findings: Vec<Finding> = findings
        .map(|f| [f.code.as_str(), f.level.as_str(), &f.pointer, f.anchor.as_str(), f.subject()].map(str::to_owned))
        .collect();
    findings.sort();
    findings
}

fn expected(findings: &Value) -> Vec<Finding> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let mut list: Vec<Finding> = findings
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| ["code", "severity", "pointer", "anchor", "subject"].map(|key| text(finding, key)))
        .filter(|finding| finding[0] != NEEDS_FILES)
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
        let [reported, accepted] = &found[name];
        lines.extend(differences(name, reported, &expected(findings)));
        assert_eq!(*accepted, Vec::<Finding>::new(), "{name}");
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
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
        assert_eq!(found.len(), documents.len());
        for (name, document) in documents {
            for (kind, found) in ["findings", "accepted"].iter().zip(&found[name]) {
                let own = differences(name, found, &expected(&document[kind]));
                lines.extend(own.into_iter().map(|line| format!("{date} {kind} {line}")));
            }
            compared += 1;
        }
    }
    assert!(compared == 1200, "only {compared} documents compared");
    assert!(lines.is_empty(), "{} differences in {compared} documents:\n{}", lines.len(), lines.join("\n"));
}

/// A judge and a day, for tests that need nothing else.
#[test]
fn a_judge_needs_a_policy_and_a_day() {
    let judge = Judge::new(policy(), Day::parse("2020-01-15").unwrap());
    assert!(judge.policies[0].validator.is_ready());
}
