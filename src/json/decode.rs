//! From bytes to text (RFC 8259 §8.1), and what a string's token says (§7).

use super::lexer::{SINGLE, Token, UNCLOSED};
use super::print;
use super::syntax_error::{Case, Expected, Found, SyntaxError};
use crate::text::Span;

/// The bytes as text; the S003 where they are not UTF-8, or the S005 where offsets would not fit.
pub(super) fn decode_utf8(bytes: &[u8]) -> Result<&str, SyntaxError> {
    let whole = |case: Case, at: Option<usize>| SyntaxError {
        code: case.code(),
        case,
        span: at.and_then(|at| u32::try_from(at).ok()).map(|at| Span::new(at, at + 1)),
        node: None,
        found: Found::Byte,
        expected: if case == Case::NotUtf8 { Expected::Utf8 } else { Expected::Limit },
        opening: None,
        open_count: 0,
        fix: None,
    };
    if u32::try_from(bytes.len()).is_ok_and(|length| length < u32::MAX) {
        let nul = bytes.iter().take(4).position(|byte| *byte == 0);
        match (std::str::from_utf8(bytes), nul) {
            (Ok(text), None) => Ok(text),
            (Ok(_), nul) => Err(whole(Case::NotUtf8, nul)),
            (Err(error), nul) => {
                let first = error.valid_up_to();
                Err(whole(Case::NotUtf8, Some(nul.map_or(first, |nul| nul.min(first)))))
            }
        }
    } else {
        Err(SyntaxError { found: Found::EndOfFile, ..whole(Case::TooManyValues, None) })
    }
}

/// A string that is not simply the text between its quotes.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    /// The value; U+FFFD for a lone surrogate, a bad escape as it stands.
    pub(super) text: String,
    /// The first control character, the first bad escape, every lone surrogate; by place.
    pub(super) faults: Vec<(Case, Span)>,
}

impl Decoded {
    fn fault(&mut self, case: Case, at: usize, length: usize) {
        let once = case != Case::LoneSurrogate && self.faults.iter().any(|(other, _)| *other == case);
        if let (false, Ok(start), Ok(end)) = (once, u32::try_from(at), u32::try_from(at + length)) {
            self.faults.push((case, Span::new(start, end)));
        }
    }
}

/// Decodes a string's token. Of one that is not closed only the text counts, as far as it goes.
pub(super) fn decode(text: &str, token: Token) -> Decoded {
    let single = token.flags & SINGLE != 0;
    let close = usize::from(token.flags & UNCLOSED == 0);
    let base = token.start as usize + 1;
    let inside = text.get(base..(token.end as usize).saturating_sub(close)).unwrap_or("");
    let mut out = Decoded::default();
    let mut pos = 0;
    while let Some(rest) = inside.get(pos..) {
        let plain = rest.find(|character: char| character == '\\' || character < ' ').unwrap_or(rest.len());
        out.text.push_str(rest.get(..plain).unwrap_or(""));
        pos += plain;
        let Some(rest) = inside.get(pos..).filter(|rest| !rest.is_empty()) else { break };
        pos += if rest.starts_with('\\') {
            escape(rest, base + pos, single, &mut out)
        } else {
            out.fault(Case::ControlCharacter, base + pos, 1);
            out.text.extend(rest.chars().next());
            1
        };
    }
    out
}

/// Reads the escape that `rest` begins with; gives its length in bytes.
fn escape(rest: &str, at: usize, single: bool, out: &mut Decoded) -> usize {
    let Some(letter) = rest.chars().nth(1) else {
        out.text.push('\\');
        return 1;
    };
    let plain = match letter {
        '"' | '\\' | '/' => letter,
        '\'' if single => letter,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode(rest, at, out),
        _ => {
            let length = 1 + letter.len_utf8();
            out.fault(Case::BadEscape, at, length);
            out.text.push_str(rest.get(..length).unwrap_or(""));
            return length;
        }
    };
    out.text.push(plain);
    2
}

/// Reads `\uXXXX`, or two that make a pair.
fn unicode(rest: &str, at: usize, out: &mut Decoded) -> usize {
    let Some(unit) = hex_unit(rest) else {
        let digits = rest.bytes().skip(2).take(4).take_while(u8::is_ascii_hexdigit).count();
        out.fault(Case::BadEscape, at, 2 + digits);
        out.text.push_str(rest.get(..2 + digits).unwrap_or(""));
        return 2 + digits;
    };
    if let Some(character) = char::from_u32(unit) {
        out.text.push(character);
        return 6;
    }
    let low = if unit < 0xDC00 { rest.get(6..).and_then(hex_unit) } else { None };
    if let Some(low @ 0xDC00..=0xDFFF) = low {
        out.text.extend(char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
        return 12;
    }
    out.fault(Case::LoneSurrogate, at, 6);
    out.text.push('\u{FFFD}');
    6
}

/// The code unit of a `\uXXXX` at the beginning.
fn hex_unit(rest: &str) -> Option<u32> {
    let digits = rest.strip_prefix("\\u")?.get(..4)?;
    if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) { u32::from_str_radix(digits, 16).ok() } else { None }
}

/// A single-quoted token's inside as a JSON string, its escapes as they are; `None` where an escape is bad.
pub(super) fn requote(text: &str, token: Token, decoded: &Decoded) -> Option<String> {
    if decoded.faults.iter().any(|(case, _)| *case != Case::ControlCharacter) {
        return None;
    }
    if !decoded.faults.is_empty() {
        return Some(print::quote(&decoded.text));
    }
    let inside = text.get(token.start as usize + 1..(token.end as usize).saturating_sub(1))?;
    let mut out = String::from("\"");
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => match characters.next() {
                Some('\'') => out.push('\''),
                other => {
                    out.push('\\');
                    out.extend(other);
                }
            },
            _ => out.push(character),
        }
    }
    out.push('"');
    Some(out)
}
