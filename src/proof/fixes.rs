//! Every fix of a failing example removes its finding, and leaves a document that can be read.

use super::Proven;
use crate::file::FileFault;
use crate::findings::Finding;
use crate::findings::finding::Fix;
use crate::policy::{Code, Example};
use crate::workspace::{Judge, examples};

/// What is wrong with the fixes of a rule.
pub(super) fn faults(judge: &mut Judge, rule: &Proven) -> Vec<FileFault> {
    let mut faults = Vec::new();
    for example in &rule.examples.fails {
        let before = found(judge, example);
        for (document, fix) in own(&before, rule.code) {
            let Some(mended) = mended(example, document, fix) else { continue };
            let after = found(judge, &mended);
            let key = if of_syntax(&after) > of_syntax(&before) {
                "proof-fix-breaks"
            } else if count(&after, rule.code) >= count(&before, rule.code) {
                "proof-fix-stays"
            } else {
                continue;
            };
            faults.push(rule.fault(rule.header(example.offset), key, Vec::new()));
        }
    }
    faults
}

/// The findings of each document of an example.
fn found(judge: &mut Judge, example: &Example) -> Vec<Vec<Finding>> {
    examples::run(judge, example).judgements.into_iter().map(|judgement| judgement.findings).collect()
}

/// The fixes of a rule's findings, each with the index of its document.
fn own(found: &[Vec<Finding>], code: Code) -> impl Iterator<Item = (usize, &Fix)> {
    let all = found.iter().enumerate().flat_map(|(document, findings)| findings.iter().map(move |one| (document, one)));
    let own = all.filter(move |(_, finding)| finding.code == code);
    own.flat_map(|(document, finding)| finding.fixes.iter().map(move |fix| (document, fix)))
}

fn count(found: &[Vec<Finding>], code: Code) -> usize {
    found.iter().flatten().filter(|finding| finding.code == code).count()
}

/// Findings about the files as JSON.
fn of_syntax(found: &[Vec<Finding>]) -> usize {
    found.iter().flatten().filter(|finding| finding.code.family() == 'S').count()
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
        let fix = |edits| Fix { safety: FixSafety::Safe, edits };
        let mended_text = |edits| mended(&example, 0, &fix(edits)).map(|mended| mended.files[0].1.clone());
        assert_eq!(mended_text(vec![edit(0, 3, "één"), edit(4, 4, "twee ")]).unwrap(), "één twee drie".as_bytes());
        assert_eq!(mended_text(vec![edit(4, 99, "")]), None);
    }
}
