//! Documents of which a report has nothing to say, for they could not be read: each is named as a failure that does not fail the run.

use crate::findings::deviation::at_or_below;
use crate::model::keys;
use crate::workspace::{Failure, FailureKind, Judgement, Report, Run};

/// The family of rules about the form of the text.
pub(super) const SYNTAX: char = 'S';

/// Whether a document is no agreement that rules could look at. The run must have been asked to assess: whatever can be assessed is one.
pub(super) fn is_no_agreement(judgement: &Judgement) -> bool {
    judgement.assessed.is_none()
}

/// Adds a failure for each document that is no agreement, and one for each of which the list of deviations may be longer than what is
/// known of it. The run must have been asked to assess.
pub(super) fn registers(run: &mut Run) {
    let list = format!("/{}", keys::DEVIATIONS);
    let failures: Vec<Failure> = run.reports.iter().filter_map(|report| failure(report, &list)).collect();
    for failure in failures {
        run.fail(failure);
    }
}

fn failure(report: &Report, list: &str) -> Option<Failure> {
    let kind = match &report.judgement {
        judgement if is_no_agreement(judgement) => FailureKind::NoAgreement,
        judgement if hides(judgement, list) => FailureKind::NoRegister,
        _ => return None,
    };
    Some(Failure::of(&report.name.path, &report.name.project_path, kind))
}

/// Whether a fault of the document's form may hide deviations.
fn hides(judgement: &Judgement, list: &str) -> bool {
    let faults = judgement.findings.iter().filter(|finding| finding.code.family() == SYNTAX);
    let mut pointers = faults.map(|finding| &*finding.pointer);
    pointers.any(|pointer| at_or_below(pointer, list) || (pointer.is_empty() && judgement.register.is_empty()))
}
