//! The parser: one loop over the tokens, an explicit stack of open containers, a state in each.
//!
//! What is right is read here; what is wrong is left to `recovery`.

use std::sync::Arc;

use super::build::{Builder, Open};
use super::decode::{self, Decoded};
use super::lexer::{CONTROL, ESCAPES, Lexer, SINGLE, Tok, Token, UNCLOSED};
use super::recovery;
use super::syntax_error::{Case, Expected, Found, SyntaxError};
use super::tree::{BAD, BROKEN, NONE, NodeId, Tag, Tree};
use super::{Limits, Parsed};
use crate::text::Span;

/// What an open container waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The first item or key, or the closing bracket.
    First,
    /// An item or key.
    AfterComma,
    /// An item or key, or the closing bracket: a fault has been reported here already.
    AfterStray,
    /// The colon behind a key.
    Colon,
    /// The value behind a colon.
    Value,
    /// A comma or the closing bracket.
    Next,
}

/// A container that is open, and what it waits for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) open: Open,
    pub(super) state: State,
}

/// Whether to read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    On,
    Stop,
}

/// How far the last stray token disturbs what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// All is in order.
    Calm,
    /// Up to the next comma, colon or bracket, more strays belong to the same fault.
    Upset,
    /// The same, until a value, a colon or a bracket is in order: a string was not closed, so that what should be
    /// text may be read as tokens.
    Lost,
}

/// Faults behind this many are no longer listed, so that a hostile file does not fill the memory.
const MOST_ERRORS: usize = 100_000;

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) lexer: Lexer<'t>,
    pub(super) builder: Builder,
    pub(super) frames: Vec<Frame>,
    pub(super) errors: Vec<SyntaxError>,
    limits: Limits,
    /// The last token that counts (no comment).
    pub(super) last: Token,
    pub(super) mood: Mood,
    /// How many tokens may still be looked at ahead of time, in the whole text.
    pub(super) foresight: usize,
}

/// See [`super::parse`].
pub(super) fn parse(bytes: &[u8], limits: Limits) -> Parsed {
    let text = match decode::decode_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Parsed { tree: Tree::empty(Arc::from("")), errors: vec![error] },
    };
    let shared: Arc<str> = Arc::from(text);
    let mut parser = Parser {
        text,
        lexer: Lexer::new(text),
        builder: Builder::new(shared),
        frames: Vec::new(),
        errors: Vec::new(),
        limits,
        last: Token { tok: Tok::End, start: 0, end: 0, flags: 0 },
        mood: Mood::Calm,
        foresight: 200_000,
    };
    parser.run();
    let tree = parser.builder.finish();
    let mut errors = parser.errors;
    for error in &mut errors {
        error.node = error.node.or(tree.root());
    }
    errors.sort_by_key(|error| error.span.map(|span| span.start));
    Parsed { tree, errors }
}

impl Parser<'_> {
    fn run(&mut self) {
        loop {
            let token = self.token();
            let flow = if token.tok == Tok::End {
                self.at_end(token);
                Flow::Stop
            } else if let Some(frame) = self.frames.last().copied() {
                self.inside(frame, token)
            } else {
                self.outside(token)
            };
            if flow == Flow::Stop {
                return;
            }
            self.last = Token { end: self.lexer.pos(), ..token };
        }
    }

    /// The next token that counts; comments and strays are reported on the way.
    fn token(&mut self) -> Token {
        loop {
            let mut token = self.lexer.next();
            match token.tok {
                Tok::Comment => {
                    self.fault(Case::Comment, token, Expected::Nothing);
                }
                Tok::Stray => {
                    self.fault(Case::UnexpectedToken, token, Expected::Nothing);
                }
                Tok::String if token.flags & UNCLOSED != 0 => {
                    token.end = self.trimmed_end(token);
                    self.lexer.set_pos(token.end);
                    return token;
                }
                _ => return token,
            }
        }
    }

    fn inside(&mut self, frame: Frame, token: Token) -> Flow {
        let object = frame.open.object;
        match (frame.state, token.tok) {
            (State::Next, Tok::Comma) => {
                self.set_state(State::AfterComma);
                self.calm_down();
            }
            (State::Next | State::First | State::AfterStray, Tok::CloseObject) if object => return self.close(token),
            (State::Next | State::First | State::AfterStray, Tok::CloseArray) if !object => return self.close(token),
            (State::First | State::AfterComma | State::AfterStray, Tok::String) if object => return self.key(token),
            (State::First | State::AfterComma | State::AfterStray, _) if !object && begins_value(token) => {
                return self.value(token);
            }
            (State::Colon, Tok::Colon) => {
                self.mood = Mood::Calm;
                self.set_state(State::Value);
            }
            (State::Value, _) if begins_value(token) => return self.value(token),
            _ => return self.recover(frame, token),
        }
        Flow::On
    }

    /// Whether more strays belong to a fault that is reported already.
    pub(super) fn upset(&self) -> bool {
        self.mood != Mood::Calm
    }

    /// A comma ends most faults.
    pub(super) fn calm_down(&mut self) {
        if self.mood == Mood::Upset {
            self.mood = Mood::Calm;
        }
    }

    pub(super) fn set_state(&mut self, state: State) {
        if let Some(frame) = self.frames.last_mut() {
            frame.state = state;
        }
    }

    /// Adds the value that the token is or opens.
    pub(super) fn value(&mut self, token: Token) -> Flow {
        if self.builder.tree.nodes.len() >= self.limits.max_values {
            return self.too_many();
        }
        let tag = match token.tok {
            Tok::OpenObject => Tag::Object,
            Tok::OpenArray => Tag::Array,
            Tok::String => Tag::String,
            Tok::Number | Tok::BadNumber => Tag::Number,
            Tok::True => Tag::True,
            Tok::False => Tag::False,
            Tok::Word => recovery::meant(self.slice(token)),
            _ => Tag::Null,
        };
        let id = self.builder.value(self.frames.last().map(|frame| &frame.open), tag, token.span());
        self.set_state(State::Next);
        match token.tok {
            Tok::OpenObject => return self.enter(id, true, token),
            Tok::OpenArray => return self.enter(id, false, token),
            Tok::String if token.flags != 0 => self.special_string(id, token),
            Tok::BadNumber => self.bad_value(id, Case::BadNumber, Expected::Number, token),
            Tok::Word => self.bad_value(id, Case::BadLiteral, Expected::Value, token),
            _ => self.mood = Mood::Calm,
        }
        Flow::On
    }

    fn bad_value(&mut self, id: NodeId, case: Case, expected: Expected, token: Token) {
        self.builder.mark(id, BAD);
        if !self.upset() {
            self.report(case, token.span(), Some(id), (recovery::found(token.tok), expected));
            self.mood = Mood::Upset;
        }
    }

    fn enter(&mut self, id: NodeId, object: bool, token: Token) -> Flow {
        self.mood = Mood::Calm;
        if !self.may_open() {
            return self.too_deep(id, token);
        }
        let open = self.builder.open(id, object);
        self.frames.push(Frame { open, state: State::First });
        Flow::On
    }

    /// Whether one more container may be open.
    pub(super) fn may_open(&self) -> bool {
        self.frames.len() < self.limits.max_depth as usize
    }

    /// Ends the innermost container at its closing bracket.
    pub(super) fn close(&mut self, token: Token) -> Flow {
        if self.frames.len() == 1 && self.closes_too_early(token) {
            return self.stray(token, Expected::CommaOrCloseBrace);
        }
        self.end_container(token)
    }

    pub(super) fn end_container(&mut self, token: Token) -> Flow {
        self.mood = Mood::Calm;
        if let Some(frame) = self.frames.pop() {
            self.builder.close(frame.open, token.end, true);
        }
        Flow::On
    }

    /// Adds a key from a string's token; the colon must follow.
    pub(super) fn key(&mut self, token: Token) -> Flow {
        if token.flags & UNCLOSED != 0 || (self.upset() && !self.colon_follows()) {
            return self.lost_string(token);
        }
        let decoded = if token.flags == 0 { NONE } else { self.special_key(token) };
        self.builder.key(token.span(), decoded);
        self.set_state(State::Colon);
        Flow::On
    }

    fn special_string(&mut self, id: NodeId, token: Token) {
        let silent = self.upset();
        self.mood = Mood::Calm;
        let decoded = decode::decode(self.text, token);
        let kept = self.builder.keep(&decoded.text);
        self.builder.set_text(id, kept);
        if token.flags & UNCLOSED != 0 {
            self.builder.mark(id, BAD);
            self.break_innermost();
            if !silent {
                let what = (Found::EndOfLine, Expected::ClosingQuote);
                self.report(Case::UnclosedString, token.span(), Some(id), what);
            }
            self.mood = Mood::Lost;
            return;
        }
        if token.flags & (CONTROL | ESCAPES | SINGLE) != ESCAPES || !decoded.faults.is_empty() {
            self.builder.mark(id, BAD);
            self.string_faults(Some(id), token, &decoded);
        }
    }

    fn special_key(&mut self, token: Token) -> u32 {
        let decoded = decode::decode(self.text, token);
        if !decoded.faults.is_empty() {
            self.break_innermost();
        }
        self.string_faults(self.innermost(), token, &decoded);
        self.builder.keep(&decoded.text)
    }

    /// Reports what is wrong inside a string that is closed.
    fn string_faults(&mut self, node: Option<NodeId>, token: Token, decoded: &Decoded) {
        let mut mended = false;
        if token.flags & SINGLE != 0 {
            let fix = decode::requote(self.text, token, decoded).map(|new| vec![(token.span(), new)]);
            mended = fix.is_some();
            let what = (Found::String, Expected::DoubleQuotes);
            if let Some(error) = self.report(Case::SingleQuotes, token.span(), node, what) {
                error.fix = fix;
            }
        }
        for &(case, span) in decoded.faults.iter().filter(|_| !mended) {
            let what = match case {
                Case::ControlCharacter => (Found::Character, Expected::Escape),
                Case::LoneSurrogate => (Found::Escape, Expected::SurrogatePair),
                _ => (Found::Escape, Expected::Escape),
            };
            self.report(case, span, node, what);
        }
    }

    pub(super) fn slice(&self, token: Token) -> &str {
        self.text.get(token.span().range()).unwrap_or("")
    }

    pub(super) fn innermost(&self) -> Option<NodeId> {
        self.frames.last().map(|frame| frame.open.node)
    }

    pub(super) fn break_innermost(&mut self) {
        if let Some(node) = self.innermost() {
            self.builder.mark(node, BROKEN);
        }
    }

    /// Lists a fault, without any other consequence; gives it to be completed, if it is listed.
    pub(super) fn report(
        &mut self,
        case: Case,
        span: Span,
        node: Option<NodeId>,
        (found, expected): (Found, Expected),
    ) -> Option<&mut SyntaxError> {
        if self.errors.len() >= MOST_ERRORS {
            return None;
        }
        let code = case.code();
        let (opening, open_count, fix) = (None, 0, None);
        self.errors.push(SyntaxError { code, case, span: Some(span), node, found, expected, opening, open_count, fix });
        self.errors.last_mut()
    }

    /// A fault that stands directly in the innermost container, which it breaks.
    pub(super) fn fault(&mut self, case: Case, token: Token, expected: Expected) -> Option<&mut SyntaxError> {
        self.break_innermost();
        let what = (recovery::found(token.tok), expected);
        self.report(case, token.span(), self.innermost(), what)
    }
}

/// Whether the token is a value or opens one, broken ones too.
pub(super) const fn begins_value(token: Token) -> bool {
    matches!(
        token.tok,
        Tok::OpenObject
            | Tok::OpenArray
            | Tok::String
            | Tok::Number
            | Tok::True
            | Tok::False
            | Tok::Null
            | Tok::BadNumber
            | Tok::Word
    )
}
