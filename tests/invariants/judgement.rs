//! What must hold of whatever was found in a document: it points at places that are there.

use kader::findings::{Point, Range};
use kader::workspace::Judgement;

pub(crate) fn hold(judgement: &Judgement, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).ok();
    for finding in &judgement.findings {
        let ranges = finding.related.iter().map(|related| related.range).chain([finding.range]);
        let edited = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|(range, _)| *range);
        for range in ranges.flatten().chain(edited) {
            assert!(is_inside(range, bytes), "{finding:?}");
            assert!(text.is_none_or(|text| is_counted(range, text)), "{finding:?} in {text:?}");
        }
        assert!(finding.pointer.is_empty() || finding.pointer.starts_with('/'));
    }
}

fn is_inside(range: Range, bytes: &[u8]) -> bool {
    let Range { start, end } = range;
    start.offset <= end.offset && end.offset as usize <= bytes.len() && start.line >= 1 && start.line <= end.line
}

/// Whether the line and the column of a place are those of its offset, and no character is taken apart.
fn is_counted(range: Range, text: &str) -> bool {
    let counted = |point: Point| {
        let before = text.get(..point.offset as usize)?;
        // The mark at the start of a text takes no column; a second one is a character like others.
        let before = before.strip_prefix('\u{FEFF}').unwrap_or(before);
        let line = before.rsplit(['\n', '\r']).next()?;
        // A CR LF ends one line.
        let lines = before.replace("\r\n", "\n").matches(['\n', '\r']).count() + 1;
        Some((u32::try_from(lines).ok()?, u32::try_from(line.chars().count() + 1).ok()?))
    };
    [range.start, range.end].into_iter().all(|point| counted(point) == Some((point.line, point.column)))
}
