//! Every example gives exactly its findings, in order; a failing one shows its own rule, a passing one does not.

use super::Proven;
use crate::file::FileFault;
use crate::policy::Example;
use crate::workspace::{Judge, examples};

/// What is wrong with the examples of a rule.
pub(super) fn faults(judge: &mut Judge, rule: &Proven) -> Vec<FileFault> {
    let mut faults = Vec::new();
    for example in &rule.examples.fails {
        let fires = run(judge, rule, example, &mut faults);
        if !fires {
            faults.push(rule.fault(rule.header(example.offset), "proof-fails-silent", vec![code(rule)]));
        }
    }
    for example in &rule.examples.passes {
        let fires = run(judge, rule, example, &mut faults);
        if fires {
            faults.push(rule.fault(rule.header(example.offset), "proof-passes-fires", vec![code(rule)]));
        }
    }
    faults
}

fn code(rule: &Proven) -> (&'static str, crate::texts::Arg<'static>) {
    ("code", rule.code.to_string().into())
}

/// Runs an example and compares; whether its rule saw something, reported or not.
fn run(judge: &mut Judge, rule: &Proven, example: &Example, faults: &mut Vec<FileFault>) -> bool {
    let outcome = examples::run(judge, example);
    let expected: Vec<&str> = example.findings.iter().map(|finding| &**finding).collect();
    let found: Vec<&str> = outcome.findings.iter().map(String::as_str).collect();
    let lacking = |all: &[&str], other: &[&str]| -> Vec<String> {
        let mut left = other.to_vec();
        let gone = |finding: &&&str| match left.iter().position(|other| other == *finding) {
            Some(at) => {
                left.remove(at);
                false
            }
            None => true,
        };
        all.iter().filter(gone).map(|finding| (*finding).to_owned()).collect()
    };
    let (missing, extra) = (lacking(&expected, &found), lacking(&found, &expected));
    let ordered = missing.is_empty() && extra.is_empty() && expected != found;
    for finding in missing {
        let at = written(rule, example, &finding);
        faults.push(rule.fault(at, "proof-finding-missing", vec![("finding", finding.into())]));
    }
    for finding in extra {
        faults.push(rule.fault(rule.header(example.offset), "proof-finding-extra", vec![("finding", finding.into())]));
    }
    if ordered {
        let found = found.iter().map(|finding| format!("`{finding}`")).collect::<Vec<_>>().join(", ");
        faults.push(rule.fault(rule.header(example.offset), "proof-finding-order", vec![("findings", found.into())]));
    }
    outcome.seen.iter().any(|seen| seen.code == rule.code)
}

/// Where a finding is written down in an example; the header where it is written in another way.
fn written(rule: &Proven, example: &Example, finding: &str) -> std::ops::Range<usize> {
    let quoted = format!("\"{finding}\"");
    let found = rule.text.get(example.offset..).and_then(|rest| rest.find(&quoted));
    found.map_or_else(|| rule.header(example.offset), |at| example.offset + at..example.offset + at + quoted.len())
}
