//! Tokens, by position only. Broken ones come out whole, marked for the parser to judge.

use crate::text::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tok {
    OpenObject,
    OpenArray,
    CloseObject,
    CloseArray,
    Comma,
    Colon,
    String,
    Number,
    True,
    False,
    Null,
    /// A number that JSON does not write so.
    BadNumber,
    /// A run of characters that begins no token.
    Word,
    /// White space or control characters that JSON does not have.
    Stray,
    Comment,
    End,
}

/// A string with a backslash in it.
pub(super) const ESCAPES: u8 = 1;
/// A string with a raw control character in it.
pub(super) const CONTROL: u8 = 2;
/// A string in single quotes.
pub(super) const SINGLE: u8 = 4;
/// A string that does not end on its line.
pub(super) const UNCLOSED: u8 = 8;

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) tok: Tok,
    pub(super) start: u32,
    pub(super) end: u32,
    /// For strings: [`ESCAPES`], [`CONTROL`], [`SINGLE`], [`UNCLOSED`].
    pub(super) flags: u8,
}

impl Token {
    pub(super) const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Gives one token after the other.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    pos: usize,
}

/// Positions fit: the parser refuses longer texts.
#[expect(clippy::cast_possible_truncation, reason = "texts over 4 GiB are refused before they are read")]
const fn offset(pos: usize) -> u32 {
    pos as u32
}

impl<'t> Lexer<'t> {
    /// Begins behind the byte order mark, if there is one.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, pos: if text.starts_with('\u{FEFF}') { 3 } else { 0 } }
    }

    /// Where the next token is looked for.
    pub(super) const fn pos(&self) -> u32 {
        offset(self.pos)
    }

    /// Goes on from here (a token's edge).
    pub(super) fn set_pos(&mut self, pos: u32) {
        self.pos = pos as usize;
    }

    fn at(&self, pos: usize) -> Option<u8> {
        self.text.as_bytes().get(pos).copied()
    }

    /// The next token, comments and strays too; [`Tok::End`] for ever at the end.
    pub(super) fn next(&mut self) -> Token {
        self.skip_white_space();
        let start = self.pos;
        let Some(byte) = self.at(start) else {
            return Token { tok: Tok::End, start: offset(start), end: offset(start), flags: 0 };
        };
        let mut flags = 0;
        let tok = match byte {
            b'"' => {
                flags = self.string(b'"', 0);
                Tok::String
            }
            b',' => self.one(Tok::Comma),
            b':' => self.one(Tok::Colon),
            b'{' => self.one(Tok::OpenObject),
            b'}' => self.one(Tok::CloseObject),
            b'[' => self.one(Tok::OpenArray),
            b']' => self.one(Tok::CloseArray),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.literal("true", Tok::True),
            b'f' => self.literal("false", Tok::False),
            b'n' => self.literal("null", Tok::Null),
            b'\'' => {
                flags = self.string(b'\'', SINGLE);
                Tok::String
            }
            b'/' if self.comment() => Tok::Comment,
            _ => self.run(),
        };
        Token { tok, start: offset(start), end: offset(self.pos), flags }
    }

    fn one(&mut self, tok: Tok) -> Tok {
        self.pos += 1;
        tok
    }

    fn skip_white_space(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.pos) {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => self.pos += 1,
                _ => return,
            }
        }
    }

    /// Reads a string up to its quote or the end of its line; gives its flags.
    fn string(&mut self, quote: u8, mut flags: u8) -> u8 {
        let open = self.pos;
        self.pos += 1;
        loop {
            self.pos = plain_end(self.text.as_bytes(), self.pos, quote);
            match self.at(self.pos) {
                Some(byte) if byte == quote => {
                    self.pos += 1;
                    if self.pos == open + 2 && self.at(self.pos) == Some(quote) {
                        self.tripled(quote);
                        flags |= UNCLOSED;
                    }
                    return flags;
                }
                Some(b'\\') => {
                    flags |= ESCAPES;
                    self.pos += 1;
                    if !matches!(self.at(self.pos), None | Some(b'\n' | b'\r')) {
                        self.pos += 1;
                    }
                }
                None | Some(b'\n' | b'\r') => return flags | UNCLOSED,
                Some(_) => {
                    flags |= CONTROL;
                    self.pos += 1;
                }
            }
        }
    }

    /// Three quotes in a row, as other languages have them: up to the next three on the line, or the line's end.
    fn tripled(&mut self, quote: u8) {
        self.pos += 1;
        let mut quotes = 0;
        while let Some(byte) = self.at(self.pos).filter(|byte| !matches!(byte, b'\n' | b'\r')) {
            self.pos += 1;
            quotes = if byte == quote { quotes + 1 } else { 0 };
            if quotes == 3 {
                return;
            }
        }
    }

    /// A number of RFC 8259 §6, else the whole run that stands there.
    fn number(&mut self) -> Tok {
        let start = self.pos;
        let mut pos = start + usize::from(self.at(start) == Some(b'-'));
        let mut good = match self.at(pos) {
            Some(b'0') => {
                pos += 1;
                true
            }
            _ => self.digits(&mut pos),
        };
        if good && self.at(pos) == Some(b'.') {
            pos += 1;
            good = self.digits(&mut pos);
        }
        if good && matches!(self.at(pos), Some(b'e' | b'E')) {
            pos += 1;
            pos += usize::from(matches!(self.at(pos), Some(b'+' | b'-')));
            good = self.digits(&mut pos);
        }
        if good && self.ends_run(pos) {
            self.pos = pos;
            return Tok::Number;
        }
        self.run()
    }

    fn digits(&self, pos: &mut usize) -> bool {
        let start = *pos;
        while self.at(*pos).is_some_and(|byte| byte.is_ascii_digit()) {
            *pos += 1;
        }
        *pos > start
    }

    fn literal(&mut self, word: &str, tok: Tok) -> Tok {
        let end = self.pos + word.len();
        if self.text.as_bytes().get(self.pos..end) == Some(word.as_bytes()) && self.ends_run(end) {
            self.pos = end;
            return tok;
        }
        self.run()
    }

    /// Whether no run goes on at this place.
    fn ends_run(&self, pos: usize) -> bool {
        match self.at(pos) {
            None => true,
            Some(b'/') => matches!(self.at(pos + 1), Some(b'/' | b'*')),
            Some(byte) if byte.is_ascii() => {
                byte <= b' ' || matches!(byte, b',' | b':' | b'{' | b'}' | b'[' | b']' | b'"' | b'\'' | 0x7F)
            }
            Some(_) => self.text.get(pos..).and_then(|rest| rest.chars().next()).is_some_and(is_stray),
        }
    }

    /// A run of characters that begins no token, or of white space that JSON does not have.
    fn run(&mut self) -> Tok {
        let start = self.pos;
        let rest = self.text.get(start..).unwrap_or("");
        let strays: usize = rest.chars().take_while(|character| is_stray(*character)).map(char::len_utf8).sum();
        if strays > 0 {
            self.pos += strays;
            return Tok::Stray;
        }
        for character in rest.chars() {
            if self.pos > start && self.ends_run(self.pos) {
                break;
            }
            self.pos += character.len_utf8();
        }
        let run = self.text.get(start..self.pos).unwrap_or("");
        let unsigned = run.trim_start_matches(['+', '-', '.']);
        let numeric = unsigned.is_empty() && run != "." || unsigned.starts_with(|first: char| first.is_ascii_digit());
        if numeric { Tok::BadNumber } else { Tok::Word }
    }

    /// Reads a comment, if one begins here; one that is not closed goes up to the end of the file.
    fn comment(&mut self) -> bool {
        let rest = self.text.get(self.pos..).unwrap_or("");
        let length = if rest.starts_with("//") {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.get(2..).and_then(|inside| inside.find("*/")).map_or(rest.len(), |at| at + 4)
        } else {
            return false;
        };
        self.pos += length;
        true
    }
}

/// White space and control characters that separate nothing in JSON.
fn is_stray(character: char) -> bool {
    let json = matches!(character, ' ' | '\n' | '\r' | '\t');
    !json && (character.is_whitespace() || character.is_control() || character == '\u{FEFF}')
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Where a string's plain characters end: the first quote, backslash or control character, eight bytes at a time.
fn plain_end(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut pos = from;
    while let Some(chunk) = bytes.get(pos..pos + 8).and_then(|eight| <[u8; 8]>::try_from(eight).ok()) {
        let word = u64::from_le_bytes(chunk);
        let quotes = zero_bytes(word ^ (ONES * u64::from(quote)));
        let slashes = zero_bytes(word ^ (ONES * u64::from(b'\\')));
        let controls = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
        let found = quotes | slashes | controls;
        if found != 0 {
            return pos + (found.trailing_zeros() / 8) as usize;
        }
        pos += 8;
    }
    while let Some(&byte) = bytes.get(pos) {
        if byte == quote || byte == b'\\' || byte < 0x20 {
            break;
        }
        pos += 1;
    }
    pos
}

/// The high bit of each byte that is zero; above the lowest such byte others may be set wrongly.
const fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lex(text: &str) -> Vec<(Tok, &str)> {
        let mut lexer = Lexer::new(text);
        let mut out = Vec::new();
        loop {
            let token = lexer.next();
            if token.tok == Tok::End {
                return out;
            }
            out.push((token.tok, text.get(token.span().range()).unwrap_or("?")));
        }
    }

    #[test]
    fn numbers_and_runs() {
        for good in ["0", "-0", "12", "1.5", "-1.25e+10", "1E5", "0e0"] {
            assert_eq!(lex(good), [(Tok::Number, good)]);
        }
        for bad in ["01", "+1", ".5", "1.", "0x10", "-", "1e", "1e+", "-01", "2024-01-01", "1.5.2", "+"] {
            assert_eq!(lex(bad), [(Tok::BadNumber, bad)]);
        }
        for word in ["NaN", "-Infinity", "True", "tru", "nulls", "a/b", ".", "é"] {
            assert_eq!(lex(word), [(Tok::Word, word)]);
        }
        assert_eq!(lex("1//x"), [(Tok::Number, "1"), (Tok::Comment, "//x")]);
        assert_eq!(lex("a\u{A0}b"), [(Tok::Word, "a"), (Tok::Stray, "\u{A0}"), (Tok::Word, "b")]);
    }

    #[test]
    fn strings_end_on_their_line() {
        assert_eq!(lex("\"a\\\"b\" \"c"), [(Tok::String, "\"a\\\"b\""), (Tok::String, "\"c")]);
        assert_eq!(lex("\"a\\\n1"), [(Tok::String, "\"a\\"), (Tok::Number, "1")]);
        assert_eq!(lex("\"\"\" x\n1"), [(Tok::String, "\"\"\" x"), (Tok::Number, "1")]);
        assert_eq!(lex("'it\\'s \"x\"'"), [(Tok::String, "'it\\'s \"x\"'")]);
        let long = "\"abcdefgh\u{e9}ijklmnop\\u0041 qrstuvwxyz\"";
        assert_eq!(lex(long), [(Tok::String, long)]);
    }

    #[test]
    fn plain_runs_stop_at_the_right_byte() {
        let text = b"\x80\xff!#~ abcdefgh\x1fx\"";
        assert_eq!(plain_end(text, 0, b'"'), 14);
        for length in 0..20 {
            let mut bytes = vec![b'#'; length];
            bytes.extend_from_slice(b"\"##########");
            assert_eq!(plain_end(&bytes, 0, b'"'), length);
        }
    }
}
