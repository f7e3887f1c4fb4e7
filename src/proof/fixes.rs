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
        let before = examples::run(judge, example).judgement.findings;
        let own = before.iter().filter(|finding| finding.code == rule.code);
        for fix in own.flat_map(|finding| &finding.fixes) {
            let Some(mended) = mended(example, fix) else { continue };
            let after = examples::run(judge, &mended).judgement.findings;
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

fn count(findings: &[Finding], code: Code) -> usize {
    findings.iter().filter(|finding| finding.code == code).count()
}

/// Findings about the file as JSON.
fn of_syntax(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.code.family() == 'S').count()
}

/// The example with a fix applied to its first document.
fn mended(example: &Example, fix: &Fix) -> Option<Example> {
    let mut mended = example.clone();
    let (_, bytes) = mended.files.first_mut()?;
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
        let example = Example { as_of: None, files, max_size: None, max_values: None, findings: Vec::new(), offset: 0 };
        let point = |offset| Point { offset, line: 1, column: offset + 1 };
        let edit = |start, end, text: &str| (Range { start: point(start), end: point(end) }, text.into());
        let fix = |edits| Fix { safety: FixSafety::Safe, edits };
        let mended_text = |edits| mended(&example, &fix(edits)).map(|mended| mended.files[0].1.clone());
        assert_eq!(mended_text(vec![edit(0, 3, "één"), edit(4, 4, "twee ")]).unwrap(), "één twee drie".as_bytes());
        assert_eq!(mended_text(vec![edit(4, 99, "")]), None);
    }
}
