//! Running text in lines, and how wide text is on a terminal.

use unicode_normalization::char::is_combining_mark;

/// How many columns a character takes. Near enough to decide where to wrap and to crop; what must stand exactly below
/// something else is counted by codespan.
pub(super) fn columns_of(char: char) -> usize {
    match char {
        ' '..='~' => 1,
        '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F680}'..='\u{1F6FF}'
        | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        char if is_combining_mark(char) => 0,
        _ => 1,
    }
}

/// How many columns a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// The text in lines of at most `width` columns, broken at spaces; a word that is longer is cut. Line ends stay.
/// Never empty.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim().split_terminator('\n') {
        let mut line = Line::default();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            if line.columns > 0 && line.columns + 1 + columns(word) > width {
                lines.push(line.take());
            }
            if line.columns > 0 {
                line.push(' ');
            }
            for char in word.chars() {
                if line.columns > 0 && line.columns + columns_of(char) > width {
                    lines.push(line.take());
                }
                line.push(char);
            }
        }
        lines.push(line.text);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// The text in at most `width` columns, with an ellipsis where it is cut.
pub(super) fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut line = Line::default();
    for char in text.chars() {
        if line.columns + columns_of(char) + 1 > width {
            break;
        }
        line.push(char);
    }
    line.text.truncate(line.text.trim_end().len());
    if width > 0 {
        line.push('…');
    }
    line.text
}

#[derive(Default)]
struct Line {
    text: String,
    columns: usize,
}

impl Line {
    fn push(&mut self, char: char) {
        self.text.push(char);
        self.columns += columns_of(char);
    }

    fn take(&mut self) -> String {
        std::mem::take(self).text
    }
}

#[cfg(test)]
mod tests {
    use super::{columns, cut, wrap};

    #[test]
    fn breaks_at_spaces_and_cuts_long_words() {
        assert_eq!(wrap("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrap("aan\nelkaar  vast", 20), ["aan", "elkaar vast"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 3), [""]);
    }

    #[test]
    fn cuts_what_is_too_long() {
        assert_eq!([cut("abcd", 4), cut("abcde", 4), cut("ab de", 4), cut("abc", 0)], ["abcd", "abc…", "ab…", ""]);
    }

    #[test]
    fn knows_wide_and_combining_characters() {
        assert_eq!(columns("e\u{301}é🚒漢"), 6);
        assert_eq!(wrap("漢漢漢", 4), ["漢漢", "漢"]);
    }
}
