//! What stands behind certain keys, found by tokens alone, so that no fault in the text can bring it out.
//!
//! It rather hides too much than too little: from a token that has one of the keys, or nearly, everything up to the next comma or closing
//! bracket of the same level; in a text or a comment that mentions a key, what follows it.

use super::decode;
use super::lexer::{ESCAPES, Lexer, Tok, Token, UNCLOSED};
use crate::text::Span;
use crate::text::suggest::nearest_loose;

/// Keys behind which something stands that is not to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Keys<'k> {
    /// Keys that count wherever they are mentioned, in lower case.
    pub anywhere: &'k [&'k str],
    /// Keys that count as keys only, for they are words, too.
    pub as_keys: &'k [&'k str],
}

/// The spans that are not to be shown, ascending and disjoint: the inside of strings, and whole tokens of other kinds.
#[must_use]
pub fn hidden(text: &str, keys: Keys<'_>) -> Vec<Span> {
    let mut lexer = Lexer::new(text);
    let mut hiding = Hiding { text, keys, depth: 0, since: None, before: Tok::End, spans: Vec::new() };
    loop {
        let token = lexer.next();
        if token.tok == Tok::End {
            return hiding.spans;
        }
        hiding.token(token);
        hiding.before = token.tok;
    }
}

struct Hiding<'t> {
    text: &'t str,
    keys: Keys<'t>,
    depth: usize,
    since: Option<Since>,
    /// The token before.
    before: Tok,
    spans: Vec<Span>,
}

/// Where a key stood.
#[derive(Clone, Copy)]
struct Since {
    depth: usize,
    /// Nothing has come behind it yet: a comma or a bracket that stands there by mistake ends nothing.
    waiting: bool,
}

impl Hiding<'_> {
    fn token(&mut self, token: Token) {
        match token.tok {
            Tok::OpenObject | Tok::OpenArray => {
                self.depth += 1;
                self.since = self.since.map(|since| Since { waiting: false, ..since });
            }
            Tok::CloseObject | Tok::CloseArray => {
                self.end();
                self.depth = self.depth.saturating_sub(1);
                self.since = self.since.map(|since| Since { depth: since.depth.min(self.depth), ..since });
            }
            Tok::Comma => self.end(),
            Tok::Colon | Tok::Stray | Tok::End => {}
            _ => match self.since {
                Some(since) => {
                    self.since = Some(Since { waiting: since.waiting && token.tok == Tok::Comment, ..since });
                    self.hide(inside(token));
                }
                None => self.mention(token),
            },
        }
    }

    /// A comma or a closing bracket: what is hidden ends here, unless it stands deeper.
    fn end(&mut self) {
        self.since = self.since.filter(|since| since.waiting || self.depth > since.depth);
    }

    fn hide(&mut self, span: Span) {
        if span.start < span.end {
            self.spans.push(span);
        }
    }

    /// A token ahead of which no key stood: perhaps it is one, or mentions one.
    fn mention(&mut self, token: Token) {
        let inside = inside(token);
        let raw = self.text.get(inside.range()).unwrap_or_default();
        let comment = token.tok == Tok::Comment;
        let decoded = if token.flags & ESCAPES != 0 { Some(decode::decode(self.text, token).text) } else { None };
        let content = decoded.as_deref().unwrap_or(raw);
        let bare = content.trim_matches(|char: char| !char.is_alphanumeric());
        let all = || self.keys.anywhere.iter().chain(self.keys.as_keys).copied();
        if !comment && (all().any(|key| bare.eq_ignore_ascii_case(key)) || nearest_loose(bare, all()).is_some()) {
            self.since = Some(Since { depth: self.depth, waiting: self.before != Tok::Colon });
            return;
        }
        let Some(behind) = self.behind(content) else { return };
        if !comment {
            self.since = Some(Since { depth: self.depth, waiting: false });
        }
        if content.get(behind..).is_some_and(|rest| rest.chars().any(|char| !char.is_alphabetic())) {
            // Where there are escapes, offsets of what was decoded say nothing of the token.
            let start = if decoded.is_some() { inside.start } else { Span::of(behind..behind).start + inside.start };
            self.hide(Span::new(start, inside.end));
        }
    }

    /// The offset behind the first key that a text mentions.
    fn behind(&self, content: &str) -> Option<usize> {
        let lower = content.to_ascii_lowercase();
        let end = |key: &&str| lower.find(*key).map(|at| at + key.len());
        let key = |key: &&str| {
            let start = lower.find(|char: char| char.is_alphanumeric())?;
            let rest = lower.get(start..)?.strip_prefix(*key)?;
            let glued = rest.trim_start().starts_with([':', '=', '"', '\'']);
            glued.then_some(start + key.len())
        };
        let anywhere = self.keys.anywhere.iter().filter_map(end);
        anywhere.chain(self.keys.as_keys.iter().filter_map(key)).min()
    }
}

/// What is inside a string's quotes; other tokens as they are.
fn inside(token: Token) -> Span {
    if token.tok != Tok::String {
        return token.span();
    }
    let close = u32::from(token.flags & UNCLOSED == 0);
    Span::new(token.start + 1, (token.end - close).max(token.start + 1))
}

#[cfg(test)]
mod tests {
    use super::{Keys, hidden};

    const KEYS: Keys<'static> = Keys { anywhere: &["telefoon", "email"], as_keys: &["functie"] };

    /// The text with a dot for each character that is hidden.
    fn shown(text: &str) -> String {
        let spans = hidden(text, KEYS);
        let dot = |at: usize| spans.iter().any(|span| span.range().contains(&at));
        text.char_indices().map(|(at, char)| if dot(at) { '·' } else { char }).collect()
    }

    #[test]
    fn values_are_hidden_whatever_they_are() {
        assert_eq!(shown(r#"{"telefoon": "06-1", "rol": "x"}"#), r#"{"telefoon": "····", "rol": "x"}"#);
        assert_eq!(shown(r#"{"telefoon": 061, "rol": "x"}"#), r#"{"telefoon": ···, "rol": "x"}"#);
        assert_eq!(
            shown(r#"{"email": {"a": "b", "c": ["d"]}, "e": 1}"#),
            r#"{"email": {"·": "·", "·": ["·"]}, "e": 1}"#
        );
        assert_eq!(shown(r#"{"functie": "a"}, "b""#), r#"{"functie": "·"}, "b""#);
        assert_eq!(shown(r#"{"telefoon": "1", "telefoon": "2"}"#), r#"{"telefoon": "·", "telefoon": "·"}"#);
    }

    #[test]
    fn keys_may_be_escaped_or_misspelled() {
        assert_eq!(shown(r#"{"tele\u0066oon": "06"}"#), r#"{"tele\u0066oon": "··"}"#);
        assert_eq!(shown(r#"{"telefon": "06", "E-mail": "a@b"}"#), r#"{"telefon": "··", "E-mail": "···"}"#);
        assert_eq!(shown(r#"{"telefoonnummer": "06"}"#), r#"{"telefoonnummer": "··"}"#);
    }

    #[test]
    fn broken_text_brings_nothing_out() {
        assert_eq!(shown("{'telefoon': '06'}"), "{'telefoon': '··'}");
        assert_eq!(shown("{telefoon: 06-1}"), "{telefoon: ····}");
        assert_eq!(shown("{\"telefoon\" \"06\"}"), "{\"telefoon\" \"··\"}");
        assert_eq!(shown("{\"telefoon\", \"06\", 1"), "{\"telefoon\", \"··\", 1");
        assert_eq!(shown("[{\"telefoon\"}]: \"06\", 1"), "[{\"telefoon\"}]: \"··\", 1");
        assert_eq!(
            shown("{\"telefoon\": \"06-1,\n\"a\": \"b\", \"c\": 1}"),
            "{\"telefoon\": \"·····\n\"·\": \"·\", \"c\": 1}"
        );
        assert_eq!(shown("{\"telefoon: 06-1\", \"a\": 1}"), "{\"telefoon······\", \"a\": 1}");
        assert_eq!(shown("{\"functie: Chef\"}"), "{\"functie······\"}");
        assert_eq!(shown("{\"telefoon\": /* 06 */ \"06\"}"), "{\"telefoon\": ········ \"··\"}");
        assert_eq!(shown("// telefoon 06\n[1]"), "// telefoon···\n[1]");
        assert_eq!(
            shown("{\"telefoon\": [\"06\", \"07\"\n\"a\": \"b\""),
            "{\"telefoon\": [\"··\", \"··\"\n\"·\": \"·\""
        );
    }

    #[test]
    fn words_in_texts_hide_what_follows_them_only() {
        assert_eq!(shown(r#"{"hoe": "Bel telefoon 06", "a": "b"}"#), r#"{"hoe": "Bel telefoon···", "a": "b"}"#);
        assert_eq!(shown(r#"{"hoe": "per telefoon", "a": "b"}"#), r#"{"hoe": "per telefoon", "a": "b"}"#);
        assert_eq!(shown(r#"{"hoe": "telefoon", "a": "b"}"#), r#"{"hoe": "telefoon", "a": "b"}"#);
        assert_eq!(shown(r#"{"email": {}, "a": "b"}"#), r#"{"email": {}, "a": "b"}"#);
        assert_eq!(shown(r#"{"hoe": "een functie 1", "a": "b"}"#), r#"{"hoe": "een functie 1", "a": "b"}"#);
    }

    /// A character too many or too few outside the key and the value: the value stays hidden. Spans are ascending, disjoint and between
    /// characters.
    #[test]
    fn one_slip_brings_nothing_out() {
        let text = r#"{ "a": [1, "b"], "telefoon": "0612345678", "c": { "d": null } }"#;
        let (key, value) = (text.find("telefoon").unwrap(), text.find("0612345678").unwrap());
        let free = |at: &usize| !(key..key + 8).contains(at) && !(value..value + 10).contains(at);
        for at in (0..text.len()).filter(free) {
            for slip in ["", "\"", "'", "{", "}", "[", "]", ",", ":", "é", "\n", "//", "\\"] {
                let mut broken = text.to_owned();
                if slip.is_empty() {
                    broken.remove(at);
                } else {
                    broken.insert_str(at, slip);
                }
                let spans = hidden(&broken, KEYS);
                assert!(spans.iter().zip(spans.iter().skip(1)).all(|(one, next)| one.end <= next.start), "{broken}");
                assert!(spans.iter().all(|span| broken.get(span.range()).is_some()), "{broken}");
                assert!(!shown(&broken).contains("0612345678"), "{broken}: {}", shown(&broken));
            }
        }
    }
}
