//! Reads the tokens before a cursor.

use std::borrow::Cow;

use super::{Cursor, Follows, Level, State, Wants};
use crate::json::decode;
use crate::json::lexer::{Lexer, Tok, Token, UNCLOSED};
use crate::text::Span;
use crate::text::span::narrow;

/// How many levels are looked through for the one that a bracket closes: the parser reads no deeper either.
const DEEPEST: usize = 128;
/// How many commas and closing brackets behind an unclosed string may be meant as such.
const TAIL: usize = 64;

pub(super) struct Reader<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    levels: Vec<Level<'t>>,
    /// What is waited for outside of all containers.
    root: State,
    /// The last token that counts.
    last: Option<Token>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, lexer: Lexer::new(text), levels: Vec::new(), root: State::Value, last: None }
    }

    pub(super) fn read(&mut self, offset: u32) -> Cursor<'t> {
        loop {
            let before = self.lexer.clone();
            let token = self.token(offset);
            let inside = token.start < offset && offset < token.end;
            let touches = token.start < offset && offset == token.end && is_open_ended(token);
            if token.tok == Tok::End || token.start >= offset || inside || touches {
                let current = if inside || touches { Some(token) } else { None };
                if current.is_none() {
                    self.lexer = before;
                }
                return self.finish(offset, current);
            }
            self.feed(token);
            if !matches!(token.tok, Tok::Comment | Tok::Stray) {
                self.last = Some(token);
            }
        }
    }

    /// The next token. A string that does not end on its line goes on up to the cursor, where that is behind it on the line.
    fn token(&mut self, offset: u32) -> Token {
        let mut token = self.lexer.next();
        if token.flags & UNCLOSED != 0 {
            let written = token.start < offset && offset <= token.end;
            let end = self.trimmed_end(token);
            token.end = if written { end.max(offset) } else { end };
            self.lexer.set_pos(token.end);
        }
        token
    }

    /// Where a string that does not end on its line was meant to end: before the commas and closing brackets that fit what is open.
    fn trimmed_end(&self, token: Token) -> u32 {
        let inside = self.text.get(token.start as usize + 1..token.end as usize).unwrap_or_default();
        let tail = (inside.len() - inside.trim_end_matches([',', '}', ']', ' ', '\t']).len()).min(TAIL);
        let fits = |tail: &str| {
            let mut open = self.levels.iter().rev();
            tail.chars().all(|char| match char {
                '}' | ']' => open.next().is_some_and(|level| level.object == (char == '}')),
                _ => true,
            })
        };
        let start = inside.len() - tail;
        let cut = (start..=inside.len()).find(|cut| inside.get(*cut..).is_some_and(fits)).unwrap_or(inside.len());
        let kept = inside.get(..cut).unwrap_or_default().trim_end_matches([' ', '\t']);
        token.start + 1 + narrow(kept.len())
    }

    fn state(&self) -> State {
        self.levels.last().map_or(self.root, |level| level.state)
    }

    fn set_state(&mut self, state: State) {
        match self.levels.last_mut() {
            Some(level) => level.state = state,
            None => self.root = state,
        }
    }

    fn in_object(&self) -> bool {
        self.levels.last().is_some_and(|level| level.object)
    }

    fn feed(&mut self, token: Token) {
        match token.tok {
            Tok::OpenObject | Tok::OpenArray => self.open(token),
            Tok::CloseObject | Tok::CloseArray => self.close(token.tok == Tok::CloseObject),
            Tok::Comma => self.comma(),
            Tok::Colon if self.in_object() => self.set_state(State::Value),
            Tok::Colon | Tok::Comment | Tok::Stray | Tok::End => {}
            _ => self.scalar(token),
        }
    }

    fn open(&mut self, token: Token) {
        self.next_item();
        let object = token.tok == Tok::OpenObject;
        let state = if object { State::Key } else { State::Value };
        self.levels.push(Level { start: token.start, object, key: None, index: 0, state });
    }

    /// Where a comma is missing before an item, it is the next one all the same.
    fn next_item(&mut self) {
        if let Some(level) = self.levels.last_mut().filter(|level| !level.object && level.state == State::Next) {
            level.index += 1;
        }
    }

    /// Closes the innermost container of this kind; a bracket that closes none is passed over.
    fn close(&mut self, object: bool) {
        let deepest = self.levels.iter().rev().take(DEEPEST);
        if let Some(above) = deepest.into_iter().position(|level| level.object == object) {
            self.levels.truncate(self.levels.len() - above - 1);
            self.set_state(State::Next);
        }
    }

    fn comma(&mut self) {
        let Some(level) = self.levels.last_mut() else { return };
        if level.object {
            (level.state, level.key) = (State::Key, None);
        } else {
            level.state = State::Value;
            level.index += 1;
        }
    }

    /// A text, a number or a word: a key where a colon follows, or where one is waited for.
    fn scalar(&mut self, token: Token) {
        let colon = self.lexer.clone().next().tok == Tok::Colon;
        let key = self.in_object() && (colon || self.state() == State::Key);
        if key {
            let key = self.text_of(token);
            if let Some(level) = self.levels.last_mut() {
                (level.key, level.state) = (Some(key), State::Colon);
            }
        } else {
            self.next_item();
            self.set_state(State::Next);
        }
    }

    fn text_of(&self, token: Token) -> Cow<'t, str> {
        let text = self.text.get(token.span().range()).unwrap_or_default();
        if token.tok != Tok::String {
            return Cow::Borrowed(text);
        }
        if token.flags != 0 {
            return Cow::Owned(decode::decode(self.text, token).text);
        }
        Cow::Borrowed(text.get(1..text.len().saturating_sub(1)).unwrap_or_default())
    }

    fn finish(&mut self, offset: u32, current: Option<Token>) -> Cursor<'t> {
        let current = current.map(|token| self.meant(token, offset));
        let token = current.map_or(Span::empty_at(offset), Token::span);
        let behind = self.last.filter(|last| last.end == offset && current.is_none()).map(|last| last.tok);
        let finished = current.is_some_and(|token| !may_be_written(token.tok)) || behind.is_some_and(ends_value);
        let before = self.state();
        let mut wants = match before {
            _ if finished => Wants::Nothing,
            State::Key => Wants::Key,
            State::Colon => Wants::Colon,
            State::Value => Wants::Value,
            State::Next if self.levels.is_empty() => Wants::Nothing,
            State::Next => {
                if self.in_object() {
                    Wants::Key
                } else {
                    Wants::Value
                }
            }
        };
        if current.is_some() && wants == Wants::Colon {
            wants = Wants::Value;
        }
        let mut follows = self.follows();
        if wants == Wants::Value && follows == Follows::Colon && self.in_object() {
            // A key that stands where its neighbour's value is missing.
            (wants, follows) = if current.is_some() { (Wants::Key, Follows::Colon) } else { (Wants::Nothing, follows) };
        }
        let missing = before == State::Next || (wants == Wants::Key && before == State::Value);
        let comma_after = self.last.filter(|_| missing && wants != Wants::Nothing).map(|last| last.end);
        if missing {
            self.next_item();
        }
        if wants == Wants::Key
            && let Some(level) = self.levels.last_mut()
        {
            level.key = None;
        }
        Cursor {
            levels: std::mem::take(&mut self.levels),
            wants,
            token,
            quoted: current.is_some_and(|token| token.tok == Tok::String),
            comma_after,
            at_colon: behind == Some(Tok::Colon),
            follows,
        }
    }

    /// A string that is closed only by the quote that should open the next one ends at the cursor.
    fn meant(&mut self, token: Token, offset: u32) -> Token {
        let rest = self.text.get(offset as usize..(token.end as usize).saturating_sub(1)).unwrap_or_default();
        let between = |char| matches!(char, ',' | ':' | '{' | '}' | '[' | ']' | ' ' | '\t');
        let closed = token.flags & UNCLOSED == 0;
        if token.tok == Tok::String && closed && !rest.is_empty() && rest.chars().all(between) {
            self.lexer.set_pos(offset);
            return Token { end: offset, flags: UNCLOSED, ..token };
        }
        token
    }

    fn follows(&self) -> Follows {
        let mut lexer = self.lexer.clone();
        let mut next = || {
            loop {
                let token = lexer.next();
                if !matches!(token.tok, Tok::Comment | Tok::Stray) {
                    return token;
                }
            }
        };
        let first = next();
        match first.tok {
            Tok::Colon => Follows::Colon,
            Tok::Comma | Tok::CloseObject | Tok::CloseArray | Tok::End => Follows::End,
            _ if !self.in_object() => Follows::Another,
            Tok::OpenObject | Tok::OpenArray => Follows::Value(first.span()),
            _ if next().tok == Tok::Colon => Follows::Another,
            // Something that somebody began to write below.
            _ if self.breaks_before(first) => Follows::Another,
            _ => Follows::Value(first.span()),
        }
    }

    /// Whether a line ends before a token.
    fn breaks_before(&self, token: Token) -> bool {
        let between = self.text.get(self.lexer.pos() as usize..token.start as usize).unwrap_or_default();
        between.contains(['\n', '\r'])
    }
}

/// Whether somebody may still be writing a token at whose end the cursor stands.
fn is_open_ended(token: Token) -> bool {
    match token.tok {
        Tok::String => token.flags & UNCLOSED != 0,
        Tok::Comment => true,
        tok => may_be_written(tok),
    }
}

const fn may_be_written(tok: Tok) -> bool {
    matches!(tok, Tok::String | Tok::Number | Tok::True | Tok::False | Tok::Null | Tok::BadNumber | Tok::Word)
}

/// Whether a token right before a cursor is finished.
const fn ends_value(tok: Tok) -> bool {
    matches!(tok, Tok::String | Tok::CloseObject | Tok::CloseArray)
}
