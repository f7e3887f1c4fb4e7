//! What to do where the text is wrong: report each fault once, and lose as little as possible.

use super::lexer::{Tok, Token, UNCLOSED};
use super::parser::{Flow, Frame, Mood, Parser, State, begins_value};
use super::syntax_error::{Case, Expected, Found};
use super::tree::{BAD, BROKEN, NodeId, Tag};
use crate::text::Span;

/// What a word was probably meant to be.
pub(super) fn meant(word: &str) -> Tag {
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    if is("true") {
        Tag::True
    } else if is("false") {
        Tag::False
    } else if is("nan") || is("infinity") || is("-infinity") {
        Tag::Number
    } else {
        Tag::Null
    }
}

/// A token's name in a finding.
pub(super) const fn found(tok: Tok) -> Found {
    match tok {
        Tok::OpenObject => Found::OpenBrace,
        Tok::OpenArray => Found::OpenBracket,
        Tok::CloseObject => Found::CloseBrace,
        Tok::CloseArray => Found::CloseBracket,
        Tok::Comma => Found::Comma,
        Tok::Colon => Found::Colon,
        Tok::String => Found::String,
        Tok::Number | Tok::BadNumber => Found::Number,
        Tok::True | Tok::False | Tok::Null => Found::Literal,
        Tok::Word => Found::Word,
        Tok::Stray => Found::Character,
        Tok::Comment => Found::Comment,
        Tok::End => Found::EndOfFile,
    }
}

const fn is_close(token: Token) -> bool {
    matches!(token.tok, Tok::CloseObject | Tok::CloseArray)
}

const fn is_open(token: Token) -> bool {
    matches!(token.tok, Tok::OpenObject | Tok::OpenArray)
}

/// What a container waits for, as a finding says it.
pub(super) const fn expected(frame: Frame) -> Expected {
    match (frame.state, frame.open.object) {
        (State::First | State::AfterStray, true) => Expected::KeyOrCloseBrace,
        (State::First | State::AfterStray, false) => Expected::ValueOrCloseBracket,
        (State::AfterComma, true) => Expected::Key,
        (State::AfterComma, false) | (State::Value, _) => Expected::Value,
        (State::Colon, _) => Expected::Colon,
        (State::Next, true) => Expected::CommaOrCloseBrace,
        (State::Next, false) => Expected::CommaOrCloseBracket,
    }
}

impl Parser<'_> {
    /// A token that the container does not wait for.
    pub(super) fn recover(&mut self, frame: Frame, token: Token) -> Flow {
        if is_close(token) && (token.tok == Tok::CloseObject) != frame.open.object {
            return self.wrong_closer(frame, token);
        }
        match (frame.state, frame.open.object) {
            (State::First | State::AfterComma | State::AfterStray, object) => {
                self.instead_of_entry(frame, object, token)
            }
            (State::Colon, _) => self.instead_of_colon(token),
            (State::Value, _) => self.instead_of_value(token),
            (State::Next, true) => self.instead_of_comma_in_object(token),
            (State::Next, false) => self.instead_of_comma_in_array(token),
        }
    }

    /// Reports a token that has no business here, and leaves it out.
    pub(super) fn stray(&mut self, token: Token, expected: Expected) -> Flow {
        if self.upset() {
            self.break_innermost();
        } else {
            self.fault(Case::UnexpectedToken, token, expected);
        }
        self.mood = self.mood.max(Mood::Upset);
        Flow::On
    }

    /// Something else where an item, a key or the closing bracket should stand.
    fn instead_of_entry(&mut self, frame: Frame, object: bool, token: Token) -> Flow {
        match token.tok {
            Tok::CloseObject | Tok::CloseArray => {
                // only behind a comma: `inside` takes it elsewhere
                let comma = self.last;
                let wanted = if object { Expected::Key } else { Expected::Value };
                if let Some(error) = self.fault(Case::TrailingComma, comma, wanted) {
                    error.fix = Some(vec![(comma.span(), String::new())]);
                }
                return self.close(token);
            }
            Tok::Comma => {
                if frame.state != State::AfterStray {
                    self.fault(Case::MissingValue, token, expected(frame));
                }
                self.break_innermost();
                self.set_state(State::AfterStray);
                self.calm_down();
                return Flow::On;
            }
            _ => {}
        }
        let token = if object { self.with_lost_quote(token) } else { token };
        if object && !is_open(token) && token.tok != Tok::Colon && self.colon_follows() {
            return self.unquoted_key(token);
        }
        if object && is_open(token) && self.reopen_missing() {
            return self.value(token);
        }
        self.set_state(State::AfterStray);
        let flow = self.stray_or_group(token, expected(frame));
        self.mood = Mood::Lost;
        flow
    }

    fn unquoted_key(&mut self, token: Token) -> Flow {
        self.break_innermost();
        let behind_stray = self.upset() && self.frames.last().is_some_and(|frame| frame.state == State::Next);
        if !behind_stray {
            self.fault(Case::UnquotedKey, token, Expected::Key);
        }
        let word = self.slice(token).trim_end_matches('"').to_owned();
        let kept = self.builder.keep(&word);
        self.builder.key(token.span(), kept);
        self.set_state(State::Colon);
        Flow::On
    }

    /// A stray token; one that opens a container is left out with all that it holds, if it is balanced.
    fn stray_or_group(&mut self, token: Token, expected: Expected) -> Flow {
        if is_open(token)
            && let Some(end) = self.group_end(token)
        {
            self.lexer.set_pos(end);
        }
        self.stray(token, expected)
    }

    /// A string that is neither a key nor a value.
    pub(super) fn lost_string(&mut self, token: Token) -> Flow {
        if self.frames.last().is_some_and(|frame| frame.state == State::AfterComma) {
            self.set_state(State::AfterStray);
        }
        if token.flags & UNCLOSED != 0 && !self.upset() {
            self.break_innermost();
            if self.key_in(token) {
                return Flow::On;
            }
            let what = (Found::EndOfLine, Expected::ClosingQuote);
            self.report(Case::UnclosedString, token.span(), self.innermost(), what);
            self.mood = Mood::Lost;
            return Flow::On;
        }
        self.stray(token, Expected::Key)
    }

    fn instead_of_colon(&mut self, token: Token) -> Flow {
        if self.last.tok == Tok::String && (self.shorten_key() || self.join_key(token)) {
            return Flow::On;
        }
        if token.tok == Tok::CloseObject && self.colon_follows() {
            return self.stray(token, Expected::Colon);
        }
        let bad_string = token.tok == Tok::String && token.flags & UNCLOSED != 0;
        if !bad_string && !self.upset() {
            self.fault(Case::MissingColon, token, Expected::Colon);
        }
        self.break_innermost();
        if !begins_value(token) {
            return self.missing_value(token);
        }
        if matches!(token.tok, Tok::Word | Tok::BadNumber) {
            self.mood = self.mood.max(Mood::Upset);
        }
        self.value(token)
    }

    fn instead_of_value(&mut self, token: Token) -> Flow {
        if token.tok == Tok::Colon || (token.tok == Tok::CloseObject && self.value_follows()) {
            return self.stray(token, Expected::Value);
        }
        if !self.upset() {
            self.fault(Case::MissingValue, token, Expected::Value);
        }
        self.break_innermost();
        self.missing_value(token)
    }

    /// Gives the key that waits a bad null, and reads the token as what comes behind it.
    fn missing_value(&mut self, token: Token) -> Flow {
        self.fill_value();
        match self.frames.last().copied() {
            Some(frame) if matches!(token.tok, Tok::Comma) || is_close(token) => {
                if is_close(token) && (token.tok == Tok::CloseObject) == frame.open.object {
                    return self.close(token);
                }
                self.set_state(State::AfterStray);
                self.calm_down();
                Flow::On
            }
            _ => Flow::On,
        }
    }

    /// A bad null where a key waits for its value.
    pub(super) fn fill_value(&mut self) {
        let Some(frame) = self.frames.last().copied() else { return };
        if matches!(frame.state, State::Colon | State::Value) {
            let id = self.builder.value(Some(&frame.open), Tag::Null, Span::empty_at(self.last.end));
            self.builder.mark(id, BAD);
            self.set_state(State::Next);
        }
    }

    fn instead_of_comma_in_object(&mut self, token: Token) -> Flow {
        if token.tok == Tok::Colon {
            return self.colon_behind_value(token);
        }
        let token = self.with_lost_quote(token);
        let keyed = !is_open(token) && token.flags & UNCLOSED == 0 && self.colon_follows();
        if token.tok == Tok::String && (keyed || (!self.upset() && self.line_begins(token))) {
            if token.flags & UNCLOSED != 0 {
                return self.lost_string(token);
            }
            self.missing_comma(token, Expected::CommaOrCloseBrace);
            let mood = if keyed { self.mood } else { Mood::Upset };
            self.mood = if keyed { mood } else { Mood::Calm };
            let flow = self.key(token);
            self.mood = mood;
            return flow;
        }
        if keyed {
            self.missing_comma(token, Expected::CommaOrCloseBrace);
            return self.unquoted_key(token);
        }
        if token.tok == Tok::String && token.flags & UNCLOSED != 0 {
            return self.lost_string(token);
        }
        if begins_value(token) && !matches!(token.tok, Tok::Word | Tok::BadNumber) && self.reopen_missing() {
            return self.value(token);
        }
        self.stray_or_group(token, Expected::CommaOrCloseBrace)
    }

    fn instead_of_comma_in_array(&mut self, token: Token) -> Flow {
        let open = is_open(token);
        if !open && token.tok != Tok::Colon && (self.upset() || matches!(token.tok, Tok::Word | Tok::BadNumber)) {
            return self.stray(token, Expected::CommaOrCloseBracket);
        }
        if token.tok == Tok::Colon {
            return self.colon_in_array(token);
        }
        if !begins_value(token) {
            return self.stray(token, Expected::CommaOrCloseBracket);
        }
        if token.flags & UNCLOSED == 0 {
            self.missing_comma(token, Expected::CommaOrCloseBracket);
        }
        self.value(token)
    }

    fn missing_comma(&mut self, token: Token, expected: Expected) {
        self.break_innermost();
        if !self.upset() {
            let behind = Span::empty_at(self.last.end);
            if let Some(error) = self.fault(Case::MissingComma, token, expected) {
                error.fix = Some(vec![(behind, ",".to_owned())]);
            }
        }
    }

    /// A token outside the root.
    pub(super) fn outside(&mut self, token: Token) -> Flow {
        if self.builder.tree.root().is_some() {
            if token.tok == Tok::Colon && self.imply_object(None) {
                self.fault(Case::UnexpectedToken, token, Expected::OpenBrace);
                return Flow::On;
            }
            self.report(Case::SecondRoot, token.span(), None, (found(token.tok), Expected::EndOfFile));
            self.builder.mark(NodeId(0), BROKEN);
            return Flow::Stop;
        }
        let junk = matches!(token.tok, Tok::Word | Tok::BadNumber) && !self.end_follows();
        if junk || !begins_value(token) {
            return self.stray(token, Expected::Value);
        }
        self.value(token)
    }
}
