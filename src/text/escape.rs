//! Characters that steer a terminal or hide text, shown as visible escapes.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::span::Span;

/// Whether `char` is shown as an escape: C0, DEL, C1, the line and paragraph separators, U+FEFF, and the bidirectional controls.
#[must_use]
pub const fn is_hidden(char: char) -> bool {
    matches!(char,
        '\0'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{61C}'
        | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}')
}

/// The text with each hidden character as `\u{202E}` (upper-case hexadecimal, no leading zeros); tabs and line ends too. Everything
/// else, a backslash too, stays as it is.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_hidden) else {
        return Cow::Borrowed(text);
    };
    let (head, tail) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(head);
    for char in tail.chars() {
        push(&mut out, char);
    }
    Cow::Owned(out)
}

/// As [`visible`], but line ends stay.
#[must_use]
pub fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// A text made visible, with the way back to the original's offsets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mapped {
    /// The text to show.
    pub text: String,
    /// One entry for each character that changed, ascending: its offset, its end, and the offset and the end of what stands for it.
    changed: Vec<(Span, Span)>,
}

impl Mapped {
    /// Where the byte at `offset` of the original stands in [`Mapped::text`]; within a character that changed, the start of its escape.
    #[must_use]
    pub fn offset(&self, offset: u32) -> u32 {
        let before = self.changed.partition_point(|(old, _)| old.start <= offset);
        match before.checked_sub(1).and_then(|last| self.changed.get(last)) {
            Some((old, new)) if offset < old.end => new.start,
            Some((old, new)) => new.end + (offset - old.end),
            None => offset,
        }
    }

    /// A span of the original in [`Mapped::text`].
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }
}

/// As [`visible`], but a tab becomes `tab` spaces, and the result knows where each offset went: for excerpts with labels.
#[must_use]
pub fn visible_map(text: &str, tab: usize) -> Mapped {
    let mut mapped = Mapped { text: String::with_capacity(text.len() + 16), changed: Vec::new() };
    let mut copied = 0;
    for (at, char) in text.char_indices().filter(|(_, char)| is_hidden(*char)) {
        mapped.text.push_str(text.get(copied..at).unwrap_or_default());
        let start = mapped.text.len();
        if char == '\t' {
            mapped.text.extend(std::iter::repeat_n(' ', tab));
        } else {
            push(&mut mapped.text, char);
        }
        copied = at + char.len_utf8();
        mapped.changed.push((Span::of(at..copied), Span::of(start..mapped.text.len())));
    }
    mapped.text.push_str(text.get(copied..).unwrap_or_default());
    mapped
}

/// The text with `mask` for every character in `spans`, which are ascending and disjoint, and the way back to the original's offsets.
#[must_use]
pub fn masked(text: &str, spans: &[Span], mask: char) -> Mapped {
    let mut mapped = Mapped { text: String::with_capacity(text.len()), changed: Vec::new() };
    let mut spans = spans.iter().copied().peekable();
    for (at, char) in text.char_indices() {
        let old = Span::of(at..at + char.len_utf8());
        while spans.next_if(|span| span.end <= old.start).is_some() {}
        if spans.peek().is_some_and(|span| span.start <= old.start) {
            let start = mapped.text.len();
            mapped.text.push(mask);
            mapped.changed.push((old, Span::of(start..mapped.text.len())));
        } else {
            mapped.text.push(char);
        }
    }
    mapped
}

/// Adds the escape of a character, `\u{202E}`.
pub fn push_escape(out: &mut String, char: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "\\u{{{:X}}}", u32::from(char));
}

fn push(out: &mut String, char: char) {
    if is_hidden(char) { push_escape(out, char) } else { out.push(char) }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{is_hidden, masked, visible, visible_map};
    use crate::text::Span;

    #[test]
    fn plain_text_is_borrowed() {
        let text = "Regio's \\u{1B} — één 🚒 a\u{301} \u{200D}\u{A0}";
        assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn shows_what_hides() {
        assert_eq!(visible("a\u{1B}[31m\u{202E}b"), "a\\u{1B}[31m\\u{202E}b");
        assert_eq!(visible("\0\t\r\n\u{7F}\u{80}\u{9F}"), "\\u{0}\\u{9}\\u{D}\\u{A}\\u{7F}\\u{80}\\u{9F}");
        assert_eq!(visible("\u{2028}\u{2029}\u{FEFF}"), "\\u{2028}\\u{2029}\\u{FEFF}");
    }

    #[test]
    fn knows_all_bidirectional_controls() {
        let marks: Vec<u32> = (0..=0xFFFF)
            .filter(|code| char::from_u32(*code).is_some_and(is_hidden))
            .filter(|code| *code > 0x9F)
            .collect();
        let expected = [
            0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
            0x2069, 0xFEFF,
        ];
        assert_eq!(marks, expected);
        assert!(!is_hidden(' ') && !is_hidden('\u{A0}'));
    }

    #[test]
    fn maps_offsets() {
        let mapped = visible_map("\ta\u{202E}é", 4);
        assert_eq!(mapped.text, "    a\\u{202E}é");
        assert_eq!([0, 1, 2, 3, 4, 5, 7].map(|offset| mapped.offset(offset)), [0, 4, 5, 5, 5, 13, 15]);
        assert_eq!(mapped.span(Span::new(1, 5)), Span::new(4, 13));
        assert_eq!(visible_map("", 2).offset(0), 0);
    }

    #[test]
    fn masks_and_maps() {
        let mapped = masked("aébc\td", &[Span::new(1, 3), Span::new(4, 6)], '•');
        assert_eq!(mapped.text, "a•b••d");
        assert_eq!([0, 1, 3, 4, 5, 6, 7].map(|offset| mapped.offset(offset)), [0, 1, 4, 5, 8, 11, 12]);
        assert_eq!(masked("ab", &[], '•').text, "ab");
    }
}
