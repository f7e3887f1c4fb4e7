//! Every fix of a failing example removes its finding, and leaves a document that can be read.

use super::Proven;
use crate::file::{FileFault, locate};
use crate::findings::Finding;
use crate::findings::finding::Fix;
use crate::policy::{Code, Example, FixSafety};
use crate::workspace::Judge;
use crate::workspace::examples::{self, Outcome};

/// What is wrong with the fixes of a rule.
pub(super) fn faults(judge: &mut Judge, proven: &Proven<'_>) -> Vec<FileFault> {
    let code = proven.rule.code;
    let mut faults = Vec::new();
    for ran in &proven.fails {
        let before = &ran.outcome;
        for (document, finding, fix) in own(before, code) {
            let Some(mended) = mended(&ran.example, document, fix) else { continue };
            let after = examples::run(judge, &mended);
            let same = |outcome: &Outcome| about(outcome, document, finding);
            let key = if of_syntax(&after) > of_syntax(before) {
                "proof-fix-breaks"
            } else if same(&after) >= same(before) && of(&after, code) >= of(before, code) {
                "proof-fix-stays"
            } else {
                continue;
            };
            faults.push(proven.fault(proven.header(&ran.example), key, Vec::new()));
        }
    }
    let shown = proven.fails.iter().any(|ran| own(&ran.outcome, code).next().is_some());
    if proven.rule.fix != FixSafety::None && !shown && !proven.fails.is_empty() {
        faults.push(proven.fault(locate(proven.rule.source(), &["fix"]), "proof-fix-unseen", Vec::new()));
    }
    faults
}

/// The fixes of a rule's findings, each with its finding and the index of its document.
fn own(outcome: &Outcome, code: Code) -> impl Iterator<Item = (usize, &Finding, &Fix)> {
    let documents = outcome.judgements.iter().enumerate();
    let all = documents.flat_map(|(at, judgement)| judgement.findings.iter().map(move |finding| (at, finding)));
    let own = all.filter(move |(_, finding)| finding.code == code);
    own.flat_map(|(at, finding)| finding.fixes.iter().map(move |fix| (at, finding, fix)))
}

/// How many findings of the same rule there are in a document about the same thing. What takes a thing out of a list moves the others
/// up, and what adds an object may leave more to add.
fn about(outcome: &Outcome, document: usize, as_this: &Finding) -> usize {
    let findings = outcome.judgements.get(document).map(|judgement| judgement.findings.as_slice()).unwrap_or_default();
    let same = |finding: &&Finding| (finding.code, finding.subject()) == (as_this.code, as_this.subject());
    findings.iter().filter(same).count()
}

/// How many findings of a rule there are.
fn of(outcome: &Outcome, code: Code) -> usize {
    count(outcome, |finding| finding.code == code)
}

/// How many findings there are about the files as JSON.
fn of_syntax(outcome: &Outcome) -> usize {
    count(outcome, |finding| finding.code.family() == 'S')
}

fn count(outcome: &Outcome, wanted: impl Fn(&Finding) -> bool) -> usize {
    outcome.judgements.iter().flat_map(|judgement| &judgement.findings).filter(|finding| wanted(finding)).count()
}

/// The example with a fix applied to one of its documents.
fn mended(example: &Example, document: usize, fix: &Fix) -> Option<Example> {
    let mut mended = example.clone();
    let (_, bytes) = mended.files.get_mut(document)?;
    for (range, text) in fix.edits.iter().rev() {
        let (start, end) = (range.start.offset as usize, range.end.offset as usize);
        if start > end || end > bytes.len() {
            return None;
        }
        bytes.splice(start..end, text.bytes());
    }
    Some(mended)
}

#[cfg(test)]
mod tests {
    use super::mended;
    use crate::findings::finding::{Fix, Point, Range};
    use crate::policy::{Example, FixSafety};

    #[test]
    fn edits_are_applied_from_the_last_to_the_first() {
        let files = vec![("a".into(), b"een drie".to_vec()), ("b".into(), b"x".to_vec())];
        let example = Example { files, ..Example::default() };
        let point = |offset| Point { offset, line: 1, column: offset + 1 };
        let edit = |start, end, text: &str| (Range { start: point(start), end: point(end) }, text.into());
        let fix = |edits| Fix { safety: FixSafety::Safe, params: Box::default(), edits };
        let mended_text = |edits| mended(&example, 0, &fix(edits)).map(|mended| mended.files[0].1.clone());
        assert_eq!(mended_text([edit(0, 3, "één"), edit(4, 4, "twee ")].into()).unwrap(), "één twee drie".as_bytes());
        assert_eq!(mended_text([edit(4, 99, "")].into()), None);
    }
}
