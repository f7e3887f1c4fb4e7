//! Positions as the protocol counts them, once more and as plainly as can be: what the server is held against.

use arbitrary::Arbitrary;
use serde_json::{Value, json};

/// In which units columns are counted.
#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum Units {
    Bytes,
    Pairs,
    Characters,
}

/// A line and a column, from 0 on.
pub(crate) type Place = (usize, usize);

impl Units {
    /// As the protocol names them.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bytes => "utf-8",
            Self::Pairs => "utf-16",
            Self::Characters => "utf-32",
        }
    }

    fn width(self, char: char) -> usize {
        match self {
            Self::Bytes => char.len_utf8(),
            Self::Pairs => char.len_utf16(),
            Self::Characters => 1,
        }
    }

    /// The offset of a place; one that is not there is the nearest before it.
    pub(crate) fn offset(self, text: &str, (line, column): Place) -> usize {
        let Some((start, line)) = lines(text).into_iter().nth(line) else { return text.len() };
        let mut units = 0;
        for (at, char) in line.char_indices() {
            units += self.width(char);
            if units > column {
                return start + at;
            }
        }
        start + line.len()
    }

    /// The place of an offset between two characters, and not in a CR LF; `None` for any other.
    pub(crate) fn place(self, text: &str, offset: usize) -> Option<Place> {
        let all = lines(text);
        let (number, (start, line)) = all.iter().enumerate().rfind(|(_, (start, _))| *start <= offset)?;
        Some((number, line.get(..offset - start)?.chars().map(|char| self.width(char)).sum()))
    }

    /// Whether a place is one of the text: it comes back from its own offset.
    pub(crate) fn has(self, text: &str, place: &Value) -> bool {
        let number = |key: &str| usize::try_from(place[key].as_u64()?).ok();
        let (Some(line), Some(column)) = (number("line"), number("character")) else { return false };
        self.place(text, self.offset(text, (line, column))) == Some((line, column))
    }
}

/// The lines of a text without their ends, each with its offset. A byte order mark is in no line.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut all = Vec::new();
    while let Some(end) = text[start..].find(['\r', '\n']).map(|at| start + at) {
        all.push((start, &text[start..end]));
        start = end + if text[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    all.push((start, &text[start..]));
    all
}

/// A place in the protocol's words.
pub(crate) fn position((line, column): Place) -> Value {
    json!({ "line": line, "character": column })
}
