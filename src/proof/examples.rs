//! Every example gives exactly its findings, in order; a failing one shows its own rule, a passing one does not.

use super::compare::{Differences, differences, quoted};
use super::{Proven, Ran};
use crate::file::FileFault;
use crate::texts::Arg;

/// What is wrong with the examples of a rule.
pub(super) fn faults(proven: &Proven<'_>) -> Vec<FileFault> {
    let code = || -> Vec<(&'static str, Arg<'static>)> { vec![("code", proven.rule.code.to_string().into())] };
    let mut faults = Vec::new();
    for ran in &proven.fails {
        faults.extend(compared(proven, ran));
        if !fires(proven, ran) {
            faults.push(proven.fault(proven.header(&ran.example), "proof-fails-silent", code()));
        }
    }
    for ran in &proven.passes {
        faults.extend(compared(proven, ran));
        if fires(proven, ran) {
            faults.push(proven.fault(proven.header(&ran.example), "proof-passes-fires", code()));
        }
    }
    faults
}

/// Whether the example's own rule saw something, reported or not.
fn fires(proven: &Proven<'_>, ran: &Ran) -> bool {
    ran.outcome.seen.iter().any(|seen| seen.code == proven.rule.code)
}

/// How the findings of an example differ from what is written down.
fn compared(proven: &Proven<'_>, Ran { example, outcome }: &Ran) -> Vec<FileFault> {
    let expected: Vec<String> = example.findings.iter().map(ToString::to_string).collect();
    let Differences { missing, extra, moved } = differences(&expected, &outcome.findings);
    let header = proven.header(example);
    let mut faults = Vec::new();
    for finding in missing {
        // The header is at fault where the finding is written in another way.
        let at = quoted(proven.rule.source(), example.offset, &finding).unwrap_or_else(|| header.clone());
        faults.push(proven.fault(at, "proof-finding-missing", vec![("finding", finding.into())]));
    }
    for finding in extra {
        faults.push(proven.fault(header.clone(), "proof-finding-extra", vec![("finding", finding.into())]));
    }
    if moved.is_some() {
        let found = outcome.findings.iter().map(|finding| format!("`{finding}`")).collect::<Vec<_>>().join(", ");
        faults.push(proven.fault(header, "proof-finding-order", vec![("findings", found.into())]));
    }
    faults
}
