//! Lines and columns in every encoding, against a slow and obvious implementation.

use kader::text::{Encoding, LineIndex, Position};
use proptest::prelude::*;

const ENCODINGS: [Encoding; 4] = [Encoding::Scalar, Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// One line: where its text begins and ends, without mark and terminator.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Line {
    start: usize,
    end: usize,
    /// Where the next line begins.
    next: usize,
}

/// Reads the text character by character.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = match char {
            '\r' if chars.next_if(|(_, next)| *next == '\n').is_some() => at + 2,
            '\r' | '\n' => at + 1,
            _ => continue,
        };
        lines.push(Line { start, end: at, next });
        start = next;
    }
    lines.push(Line { start, end: text.len(), next: text.len() + 1 });
    lines
}

fn units(text: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Scalar | Encoding::Utf32 => text.chars().count(),
        Encoding::Utf8 => text.len(),
        Encoding::Utf16 => text.encode_utf16().count(),
    }
}

fn slow_position(text: &str, offset: usize, encoding: Encoding) -> Position {
    let lines = lines(text);
    let number = lines.iter().position(|line| offset < line.next).unwrap_or(lines.len() - 1);
    let line = lines[number];
    let mut at = offset.clamp(line.start, line.end);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    Position { line: small(number), column: small(units(&text[line.start..at], encoding)) }
}

fn slow_offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let lines = lines(text);
    let Some(line) = lines.get(position.line as usize) else {
        return text.len();
    };
    let mut at = line.start;
    for char in text[line.start..line.end].chars() {
        let behind = at + char.len_utf8();
        if units(&text[line.start..behind], encoding) > position.column as usize {
            break;
        }
        at = behind;
    }
    at
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Everything that the index says about `text`, compared with the slow way at the given places.
fn compare(text: &str, offsets: &[usize], columns: &[usize]) {
    let index = LineIndex::new(text);
    let lines = lines(text);
    assert_eq!(index.line_count() as usize, lines.len());
    for (number, line) in (0..).zip(&lines) {
        assert_eq!(index.line_start(number) as usize, line.start);
        assert_eq!(index.line_span(number, text).range(), line.start..line.end, "line {number} of {text:?}");
    }
    for encoding in ENCODINGS {
        for offset in offsets.iter().copied() {
            let position = index.position(text, small(offset), encoding);
            assert_eq!(position, slow_position(text, offset, encoding), "{offset} {encoding:?} in {text:?}");
            let back = index.offset(text, position, encoding) as usize;
            assert_eq!(back, slow_offset(text, position, encoding), "{position:?} {encoding:?} in {text:?}");
        }
        for line in 0..=index.line_count() {
            for column in columns.iter().map(|column| small(*column)) {
                let position = Position { line, column };
                let offset = index.offset(text, position, encoding) as usize;
                assert_eq!(offset, slow_offset(text, position, encoding), "{position:?} {encoding:?} in {text:?}");
            }
        }
    }
}

/// Short texts in which everything that is counted in an odd way is frequent.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("a"), 2 => Just("é"), 2 => Just("€"), 3 => Just("🚒"), 1 => Just("a\u{301}"), 1 => Just("\u{FEFF}"),
        1 => Just("\u{2028}"), 1 => Just("\u{85}"), 2 => Just("\r"), 2 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\t"),
    ];
    (any::<bool>(), prop::collection::vec(piece, 0..24)).prop_map(|(mark, pieces)| {
        let mark = if mark { "\u{FEFF}" } else { "" };
        format!("{mark}{}", pieces.concat())
    })
}

proptest! {
    #[test]
    fn every_offset_and_column(text in texts()) {
        let offsets: Vec<usize> = (0..text.len() + 3).collect();
        compare(&text, &offsets, &(0..30).collect::<Vec<_>>());
    }

    #[test]
    fn positions_come_back(text in texts(), offset in 0usize..80) {
        let index = LineIndex::new(&text);
        for encoding in ENCODINGS {
            let position = index.position(&text, small(offset), encoding);
            let back = index.offset(&text, position, encoding);
            prop_assert!(text.is_char_boundary(back as usize));
            prop_assert_eq!(index.position(&text, back, encoding), position);
        }
    }

    #[test]
    fn any_text(text in any::<String>(), offset in 0usize..200, column in 0usize..200) {
        compare(&text, &[offset], &[column]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Large texts are counted in blocks.
    #[test]
    fn large_texts(piece in texts(), long in "[aé€🚒]{1,9}", times in 9_000usize..20_000, places in prop::collection::vec(0usize..300_000, 4)) {
        let text = format!("{piece}{}{piece}", long.repeat(times));
        let index = LineIndex::new(&text);
        for encoding in ENCODINGS {
            for place in places.iter().copied() {
                let position = index.position(&text, small(place), encoding);
                prop_assert_eq!(position, slow_position(&text, place, encoding));
                let column = Position { line: position.line, column: small(place) };
                prop_assert_eq!(index.offset(&text, position, encoding) as usize, slow_offset_far(&text, position, encoding));
                prop_assert_eq!(index.offset(&text, column, encoding) as usize, slow_offset_far(&text, column, encoding));
            }
        }
    }
}

/// As [`slow_offset`], counted on from character to character.
fn slow_offset_far(text: &str, position: Position, encoding: Encoding) -> usize {
    let lines = lines(text);
    let Some(line) = lines.get(position.line as usize) else {
        return text.len();
    };
    let (mut at, mut counted) = (line.start, 0);
    for char in text[line.start..line.end].chars() {
        counted += units(char.encode_utf8(&mut [0; 4]), encoding);
        if counted > position.column as usize {
            break;
        }
        at += char.len_utf8();
    }
    at
}

#[test]
fn a_mark_counts_in_offsets_only() {
    let text = "\u{FEFF}{\r\n}";
    let index = LineIndex::new(text);
    let at = |offset| index.position(text, offset, Encoding::Utf16);
    assert_eq!([0, 1, 3, 4].map(|offset| (at(offset).line, at(offset).column)), [(0, 0), (0, 0), (0, 0), (0, 1)]);
    assert_eq!(index.offset(text, Position { line: 0, column: 0 }, Encoding::Utf16), 3);
    assert_eq!(LineIndex::new("").position("", 9, Encoding::Scalar), Position::default());
}

#[test]
fn within_a_line_end_or_a_character_counts_as_before_it() {
    let text = "ab\r\n🚒c";
    let index = LineIndex::new(text);
    assert_eq!(index.position(text, 3, Encoding::Scalar), Position { line: 0, column: 2 });
    assert_eq!(index.position(text, 6, Encoding::Scalar), Position { line: 1, column: 0 });
    assert_eq!(index.offset(text, Position { line: 1, column: 1 }, Encoding::Utf16), 4);
    assert_eq!(index.offset(text, Position { line: 1, column: 2 }, Encoding::Utf16), 8);
    assert_eq!(index.offset(text, Position { line: 0, column: 99 }, Encoding::Utf16), 2);
    assert_eq!(index.offset(text, Position { line: 7, column: 0 }, Encoding::Utf16), 9);
}

#[test]
fn a_long_line_stays_usable() {
    let text = "é🚒x".repeat(1_500_000);
    let index = LineIndex::new(&text);
    let length = small(text.len());
    let started = std::time::Instant::now();
    for step in 0..2_000 {
        let offset = length / 2_000 * step;
        let position = index.position(&text, offset, Encoding::Utf16);
        assert!(index.offset(&text, position, Encoding::Utf16) <= offset);
    }
    assert!(started.elapsed().as_secs() < 20, "far less than reading the line for each place");
}
