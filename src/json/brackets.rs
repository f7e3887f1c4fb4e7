//! Brackets that are missing, wrong or too many, and the other ways in which reading ends.

use super::foresight::Choice;
use super::lexer::{Tok, Token};
use super::parser::{Flow, Frame, Mood, Parser, State};
use super::recovery::{expected, found};
use super::syntax_error::{Case, Expected, Found, SyntaxCode, SyntaxError};
use super::tree::{BAD, BROKEN, NodeId};
use crate::text::Span;

fn name_opening(error: Option<&mut SyntaxError>, node: NodeId, count: usize) {
    if let Some(error) = error {
        error.opening = Some(node);
        error.open_count = u32::try_from(count).unwrap_or(u32::MAX);
    }
}

impl Parser<'_> {
    /// The end of the file: what is still open is left open.
    pub(super) fn at_end(&mut self, end: Token) {
        let Some(frame) = self.frames.last().copied() else {
            if self.builder.tree.root().is_none() && self.errors.is_empty() {
                let what = (Found::EndOfFile, Expected::Value);
                self.report(Case::NoValue, Span::empty_at(end.end), None, what);
            }
            return;
        };
        let what = (Found::EndOfFile, expected(frame));
        let count = self.frames.len();
        let innermost = frame.open.node;
        let error = self.report(Case::UnclosedBracket, Span::empty_at(self.last.end), Some(innermost), what);
        name_opening(error, innermost, count);
        self.abandon();
    }

    /// Ends all that is open behind the last token.
    fn abandon(&mut self) {
        while !self.frames.is_empty() {
            self.leave_open();
        }
    }

    /// Ends the innermost container without its bracket.
    pub(super) fn leave_open(&mut self) {
        self.fill_value();
        self.break_innermost();
        if let Some(frame) = self.frames.pop() {
            self.builder.close(frame.open, self.last.end, false);
        }
    }

    pub(super) fn too_many(&mut self) -> Flow {
        self.errors.push(SyntaxError {
            code: SyntaxCode::S005,
            case: Case::TooManyValues,
            span: None,
            node: None,
            found: Found::EndOfFile,
            expected: Expected::Limit,
            opening: None,
            open_count: 0,
            fix: None,
        });
        self.abandon();
        Flow::Stop
    }

    /// The bracket that opens one level too many: all up to its match is skipped.
    pub(super) fn too_deep(&mut self, id: NodeId, open: Token) -> Flow {
        self.report(Case::TooDeep, open.span(), Some(id), (found(open.tok), Expected::Limit));
        self.builder.mark(id, BAD | BROKEN);
        let mut depth = 1_usize;
        let mut end = open.end;
        while depth > 0 {
            let token = self.lexer.next();
            match token.tok {
                Tok::OpenObject | Tok::OpenArray => depth += 1,
                Tok::CloseObject | Tok::CloseArray => depth -= 1,
                Tok::End => break,
                _ => {}
            }
            end = token.end;
        }
        self.builder.set_end(id, end, depth == 0);
        if depth == 0 {
            return Flow::On;
        }
        self.last.end = end;
        self.abandon();
        Flow::Stop
    }

    /// A closing bracket of the other kind.
    pub(super) fn wrong_closer(&mut self, frame: Frame, token: Token) -> Flow {
        let choice = self.weigh(token);
        let wanted = if frame.open.object { Expected::CloseBrace } else { Expected::CloseBracket };
        let popped = if let Choice::CloseOuter(count) = choice { count } else { 1 };
        let error = self.fault(Case::WrongBracket, token, wanted);
        name_opening(error, frame.open.node, popped);
        if choice != Choice::Stray {
            self.fill_value();
        }
        match choice {
            Choice::CloseOuter(count) => {
                for _ in 0..count {
                    self.leave_open();
                }
                self.end_container(token)
            }
            Choice::Slip => self.end_container(token),
            Choice::Stray | Choice::Implied => {
                if frame.state == State::AfterComma {
                    self.set_state(State::AfterStray);
                }
                self.mood = self.mood.max(Mood::Upset);
                Flow::On
            }
        }
    }
}
