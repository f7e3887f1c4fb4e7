//! Second thoughts: what has been read turns out to be something else, by what stands behind it.

use super::foresight::Choice;
use super::lexer::{SINGLE, Tok, Token, UNCLOSED};
use super::parser::{Flow, Frame, Mood, Parser, State};
use super::syntax_error::{Case, Expected, Found};
use super::tree::{BROKEN, IMPLIED, NodeId, Tag};
use crate::text::Span;

impl Parser<'_> {
    /// `"a": "b": 1`: the string was the next key, and the value before it is missing.
    pub(super) fn colon_behind_value(&mut self, colon: Token) -> Flow {
        let string = self.last;
        if string.tok != Tok::String || string.flags & UNCLOSED != 0 || self.upset() {
            return self.stray(colon, Expected::CommaOrCloseBrace);
        }
        let Some(id) = self.builder.last_id() else { return Flow::On };
        let missing_at = self.builder.pending_key_end();
        self.builder.string_to_key(id, missing_at);
        self.move_faults(id);
        let last = self.errors.last();
        if last.is_none_or(|error| error.span != Some(string.span()) || error.case != Case::MissingColon) {
            self.fault(Case::MissingValue, string, Expected::Value);
        }
        self.break_innermost();
        self.set_state(State::Value);
        Flow::On
    }

    /// Faults inside the token of a value that is none now belong to what is open.
    fn move_faults(&mut self, id: NodeId) {
        let innermost = self.innermost();
        for error in self.errors.iter_mut().rev().take_while(|error| error.node == Some(id)) {
            error.node = innermost;
        }
    }

    /// `["a": 1`: a bracket is missing before the string (the array's own, or that of an object in it), or the
    /// colon should not be there.
    pub(super) fn colon_in_array(&mut self, colon: Token) -> Flow {
        let Some(frame) = self.frames.last().copied() else { return Flow::On };
        let string = self.last;
        let readable =
            string.tok == Tok::String && string.flags & UNCLOSED == 0 && self.builder.ends_with(string.span());
        let choice = if readable { self.weigh_colon() } else { Choice::Stray };
        let twice = |case, span| case == Case::MissingComma && span == Some(string.span());
        if choice != Choice::Stray && self.errors.last().is_some_and(|error| twice(error.case, error.span)) {
            self.errors.pop();
        }
        match choice {
            Choice::CloseOuter(count) => self.string_to_outer_key(frame, count, colon),
            Choice::Implied if self.imply_object(Some(frame)) => {
                self.fault(Case::UnexpectedToken, colon, Expected::OpenBrace);
            }
            _ => {
                self.set_state(State::AfterStray);
                return self.stray(colon, Expected::CommaOrCloseBracket);
            }
        }
        self.mood = Mood::Calm;
        Flow::On
    }

    /// Leaves arrays open; their last string becomes a key of the object around.
    fn string_to_outer_key(&mut self, frame: Frame, count: usize, colon: Token) {
        if let Some(error) = self.fault(Case::UnexpectedToken, colon, Expected::CommaOrCloseBracket) {
            error.opening = Some(frame.open.node);
            error.open_count = u32::try_from(count).unwrap_or(u32::MAX);
        }
        let Some((id, span, decoded)) = self.builder.take_back(true) else { return };
        self.last.end = self.builder.end_inside(frame.open.node);
        for _ in 0..count {
            self.leave_open();
        }
        self.move_faults(id);
        self.builder.key(span, decoded);
        self.set_state(State::Value);
    }

    /// Puts an object without opening bracket around the string that was read last, as its first key; whether
    /// that can be done.
    pub(super) fn imply_object(&mut self, parent: Option<Frame>) -> bool {
        if !self.may_open() || !self.builder.ends_with(self.last.span()) || self.last.flags & UNCLOSED != 0 {
            return false;
        }
        let Some((id, span, decoded)) = self.builder.take_back(parent.is_some()) else { return false };
        let object = self.builder.value(parent.as_ref().map(|frame| &frame.open), Tag::Object, span);
        self.builder.mark(object, BROKEN | IMPLIED);
        self.set_state(State::Next);
        let open = self.builder.open(object, true);
        self.frames.push(Frame { open, state: State::Value });
        self.move_faults(id);
        self.builder.key(span, decoded);
        true
    }

    /// Whether the last value is a missing one, or a broken word or number, of the innermost object, so that what
    /// stands behind it may be the value. It is taken back; the fault has been reported.
    pub(super) fn reopen_missing(&mut self) -> bool {
        let Some(frame) = self.frames.last().copied() else { return false };
        let missing = |empty: bool| empty || frame.state == State::Next;
        if !self.builder.last_is_no_value(frame.open.node).is_some_and(missing) {
            return false;
        }
        self.builder.take_back(false);
        self.break_innermost();
        self.set_state(State::Value);
        true
    }

    /// `a":`: a word with the closing quote of a key behind it, as one token.
    pub(super) fn with_lost_quote(&mut self, token: Token) -> Token {
        let rest = self.text.get(token.end as usize..).unwrap_or("");
        let colon =
            rest.strip_prefix('"').is_some_and(|behind| behind.trim_start_matches([' ', '\t']).starts_with(':'));
        if token.tok != Tok::Word || !colon {
            return token;
        }
        self.lexer.set_pos(token.end + 1);
        Token { end: token.end + 1, ..token }
    }

    /// `"a: "x"`: the key that was read last has lost its closing quote; it is read again, up to its colon.
    pub(super) fn shorten_key(&mut self) -> bool {
        let key = self.last;
        if self.upset() || self.lost_quote_at(key).is_none() {
            return false;
        }
        self.builder.drop_key();
        self.key_in(key)
    }

    /// `"a"b": 1`: a stray quote in a key; the two parts are one key again.
    pub(super) fn join_key(&mut self, token: Token) -> bool {
        let key = self.last;
        let rest = self.with_lost_quote(token);
        if rest == token || key.flags != 0 {
            return false;
        }
        self.stray(token, Expected::Colon);
        self.builder.drop_key();
        let first = self.slice(key).trim_matches('"').trim();
        let joined = [first, self.slice(token)].concat();
        let kept = self.builder.keep(&joined);
        self.builder.key(Span::new(key.start, rest.end), kept);
        true
    }

    /// Reads the beginning of a string, up to a colon in it, as a key without its closing quote.
    pub(super) fn key_in(&mut self, token: Token) -> bool {
        let Some(end) = self.lost_quote_at(token) else { return false };
        let span = Span::new(token.start, end);
        let what = (Found::String, Expected::ClosingQuote);
        self.break_innermost();
        self.report(Case::UnclosedString, span, self.innermost(), what);
        let key = self.text.get(token.start as usize + 1..end as usize).unwrap_or("").to_owned();
        let kept = self.builder.keep(&key);
        self.builder.key(span, kept);
        self.lexer.set_pos(end);
        self.set_state(State::Colon);
        true
    }

    /// Where a quote is missing in a string that begins like a key: letters, digits, `-` and `_`, then a colon.
    fn lost_quote_at(&self, token: Token) -> Option<u32> {
        let inside = self.slice(token).strip_prefix('"').filter(|_| token.flags & SINGLE == 0)?;
        let rest = inside.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter));
        let length = u32::try_from(inside.len() - rest.len()).ok().filter(|length| *length > 0)?;
        rest.trim_start_matches([' ', '\t']).starts_with(':').then_some(token.start + 1 + length)
    }
}
