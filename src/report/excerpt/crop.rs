//! One line of a document as an excerpt shows it: hidden characters visible, and cropped around its labels.

use std::iter::once;
use std::ops::Range;

use crate::report::wrap::columns_of;
use crate::text::escape::is_hidden;
use crate::text::{Mapped, Span, visible, visible_map};

/// How many spaces stand for a tab.
const TAB: usize = 4;
/// What stands for what is left out.
const GAP: &str = "…";
/// The least columns of a label that are shown, half of them at each end.
const LABEL: usize = 16;
/// The columns before a label that go before those for what is said behind the last one.
const KEY: usize = 12;

/// A line ready to be printed, with the way from the offsets of the document's line.
pub(super) struct Cropped {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

/// A part of the line that is shown: its bytes in the line, where it begins in the text, and its inner offsets.
struct Piece {
    line: Range<usize>,
    start: usize,
    mapped: Mapped,
}

impl Cropped {
    /// Makes a line fit into a number of columns; `labels` are ranges of its bytes, between characters. In a line that does not fit, the
    /// last label ends `spare` columns before the end where it can, so that there is room for what is said behind it.
    pub(super) fn new(line: &str, labels: &[Range<usize>], width: usize, spare: usize) -> Self {
        let kept = if fits(line, width) { once(0..line.len()).collect() } else { kept(line, labels, width, spare) };
        let mut cropped = Self { text: String::new(), pieces: Vec::with_capacity(kept.len()) };
        if kept.first().is_some_and(|first| first.start > 0) {
            cropped.text.push_str(GAP);
        }
        for (index, range) in kept.into_iter().enumerate() {
            if index > 0 {
                cropped.text.push_str(GAP);
            }
            let mapped = visible_map(line.get(range.clone()).unwrap_or_default(), TAB);
            let start = cropped.text.len();
            cropped.text.push_str(&mapped.text);
            cropped.pieces.push(Piece { line: range, start, mapped });
        }
        if cropped.pieces.last().is_some_and(|last| last.line.end < line.len()) {
            cropped.text.push_str(GAP);
        }
        cropped
    }

    /// Where an offset in the document's line stands in the text; one that is left out, at the piece before it.
    pub(super) fn offset(&self, offset: usize) -> usize {
        let before = self.pieces.partition_point(|piece| piece.line.start <= offset);
        let Some(piece) = before.checked_sub(1).and_then(|last| self.pieces.get(last)) else { return 0 };
        let inner = offset.min(piece.line.end) - piece.line.start;
        piece.start + piece.mapped.offset(Span::of(inner..inner).start) as usize
    }
}

/// The columns of a character as it is shown.
fn shown(char: char) -> usize {
    match char {
        '\t' => TAB,
        char if is_hidden(char) => visible(char.encode_utf8(&mut [0; 4])).len(),
        char => columns_of(char),
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(shown).sum()
}

/// Whether a line has at most `width` columns; reads no further than it must.
fn fits(line: &str, width: usize) -> bool {
    let mut left = width;
    line.chars().all(|char| match left.checked_sub(shown(char)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    })
}

/// The parts of a line that are shown: its labels, and what fits around them.
fn kept(line: &str, labels: &[Range<usize>], width: usize, spare: usize) -> Vec<Range<usize>> {
    let cores = cores(line, labels, width);
    let used: usize = cores.iter().map(|core| columns(line.get(core.clone()).unwrap_or_default()) + 1).sum();
    let free = width.saturating_sub(used + 1);
    let spare = spare.min(free);
    if let [core] = cores.as_slice() {
        return once(around(line, core, free, spare)).collect();
    }
    // Three shares before each label, where its key stands, and one behind it; behind the last one what is needed there.
    let all = 4 * cores.len();
    let spare = spare.min(free.saturating_sub(KEY * cores.len()));
    let (part, last) = match free / all {
        even if even < spare => ((free - spare) / (all - 1), spare),
        even => (even, even),
    };
    let count = cores.len();
    let parts = cores.into_iter().enumerate().map(|(index, core)| {
        let behind = if index + 1 == count { last } else { part };
        backward(line, core.start, 3 * part)..forward(line, core.end, behind)
    });
    merged(line, parts.collect())
}

/// The labels, the two ends of a long one, in order.
fn cores(line: &str, labels: &[Range<usize>], width: usize) -> Vec<Range<usize>> {
    // A third is for what stands around them.
    let most = (2 * width / (3 * labels.len().max(1))).max(LABEL);
    let mut cores = Vec::new();
    for label in labels {
        match line.get(label.clone()) {
            Some(text) if !fits(text, most) => {
                cores.push(label.start..forward(line, label.start, most / 2));
                cores.push(backward(line, label.end, most / 2)..label.end);
            }
            _ => cores.push(label.clone()),
        }
    }
    if cores.is_empty() {
        cores.push(0..0);
    }
    merged(line, cores)
}

/// A single label with `free` columns around it, `spare` of them behind it: what one side has no use for goes to the other.
fn around(line: &str, core: &Range<usize>, free: usize, spare: usize) -> Range<usize> {
    let left = columns(line.get(backward(line, core.start, free)..core.start).unwrap_or_default());
    let right = columns(line.get(core.end..forward(line, core.end, free)).unwrap_or_default());
    let before = left.min(free - right.min(free / 2).max(spare));
    backward(line, core.start, before)..forward(line, core.end, free - before)
}

/// The ranges in order; those that meet, or leave out no more than a gap would take, as one.
fn merged(line: &str, mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if line.get(last.end..range.start).is_none_or(|between| fits(between, 1)) => {
                last.end = last.end.max(range.end);
            }
            _ => merged.push(range),
        }
    }
    merged
}

/// The offset at most `width` columns further on; marks that join the character before them come along.
fn forward(line: &str, from: usize, width: usize) -> usize {
    let mut left = width;
    let mut at = from;
    for char in line.get(from..).unwrap_or_default().chars() {
        let Some(rest) = left.checked_sub(shown(char)) else { break };
        left = rest;
        at += char.len_utf8();
    }
    at
}

/// The offset at most `width` columns back, never between a character and the marks that join it.
fn backward(line: &str, from: usize, width: usize) -> usize {
    let mut left = width;
    let mut at = from;
    let mut best = from;
    for char in line.get(..from).unwrap_or_default().chars().rev() {
        let Some(rest) = left.checked_sub(shown(char)) else { break };
        left = rest;
        at -= char.len_utf8();
        if shown(char) > 0 {
            best = at;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Cropped, columns};

    fn crop(line: &str, label: Range<usize>, width: usize, spare: usize) -> String {
        Cropped::new(line, &[label], width, spare).text
    }

    #[test]
    fn a_line_that_fits_stays() {
        assert_eq!(crop("abc", 1..2, 3, 0), "abc");
        assert_eq!(crop("\ta\u{202E}", 1..2, 40, 0), "    a\\u{202E}");
    }

    #[test]
    fn a_long_line_is_cropped_around_its_label() {
        let line: String = ('a'..='z').cycle().take(260).collect();
        assert_eq!(crop(&line, 100..103, 15, 0), "…rstuvwxyzabcd…");
        assert_eq!(crop(&line, 0..2, 10, 0), "abcdefgh…");
        assert_eq!(crop(&line, 259..260, 10, 0), "…stuvwxyz");
        assert_eq!(crop(&line, 260..260, 10, 0), "…stuvwxyz");
        assert_eq!(Cropped::new(&line, &[], 10, 0).text, "abcdefgh…");
    }

    #[test]
    fn labels_far_apart_leave_a_gap_between_them() {
        let line: String = ('a'..='z').cycle().take(260).collect();
        let cropped = Cropped::new(&line, &[26..28, 200..203], 40, 0);
        assert!(columns(&cropped.text) <= 40, "{}", cropped.text);
        let (start, end) = (cropped.offset(26), cropped.offset(28));
        assert_eq!(&cropped.text[start..end], "ab");
        let (start, end) = (cropped.offset(200), cropped.offset(203));
        assert_eq!(&cropped.text[start..end], &line[200..203]);
        assert_eq!(cropped.text.matches('…').count(), 3);
    }

    #[test]
    fn a_long_label_keeps_its_two_ends() {
        let line = format!("\"naam\": \"{}\"", "x".repeat(100_000));
        let label = 8..line.len();
        let cropped = Cropped::new(&line, &[label], 60, 0);
        assert!(columns(&cropped.text) <= 60, "{}", cropped.text);
        assert!(cropped.text.contains("m\": \"xxx") && cropped.text.ends_with("xxx\""), "{}", cropped.text);
        assert_eq!(cropped.offset(line.len()), cropped.text.len());
    }

    #[test]
    fn there_is_room_for_what_is_said() {
        let line: String = ('a'..='z').cycle().take(260).collect();
        assert_eq!(crop(&line, 100..103, 15, 8), "…uvwxyzabcdefg…");
        assert_eq!(crop(&line, 257..260, 15, 8), "…vwxyz");
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let line = "e\u{301}".repeat(100);
        let cropped = crop(&line, 150..151, 11, 0);
        assert!(!cropped.starts_with("…\u{301}") && !cropped.contains("e…"), "{cropped}");
    }
}
