//! Looking ahead where the text is wrong, so that the reading that fits best goes on. What it costs is bounded for
//! the whole text: without budget the simplest reading is taken.

use super::lexer::{Lexer, Tok, Token};
use super::parser::{Parser, State, begins_value};

/// How to read a closing bracket of the wrong kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// So many brackets are missing before it; it closes the container around those.
    CloseOuter(usize),
    /// It is a slip for the right one.
    Slip,
    /// It should not be there.
    Stray,
    /// An opening bracket is missing before what stands before it.
    Implied,
}

/// The tokens that one fault may look at.
const FAR: usize = 1_000;

/// The longest tail of an unclosed string that is looked at, in bytes.
const TAIL: usize = 128;

/// The next token that counts.
fn peek(lexer: &mut Lexer<'_>) -> Token {
    loop {
        let token = lexer.next();
        if !matches!(token.tok, Tok::Comment | Tok::Stray) {
            return token;
        }
    }
}

impl Parser<'_> {
    pub(super) fn colon_follows(&self) -> bool {
        peek(&mut self.lexer.clone()).tok == Tok::Colon
    }

    pub(super) fn end_follows(&self) -> bool {
        peek(&mut self.lexer.clone()).tok == Tok::End
    }

    /// Whether a value follows that can only be the one of the key that waits: no key, no item of an array around.
    pub(super) fn value_follows(&self) -> bool {
        let mut lexer = self.lexer.clone();
        let next = peek(&mut lexer);
        let around = self.frames.iter().rev().nth(1).is_some_and(|frame| !frame.open.object);
        let open = matches!(next.tok, Tok::OpenObject | Tok::OpenArray);
        begins_value(next) && !around && (open || peek(&mut lexer).tok != Tok::Colon)
    }

    /// Whether a line ends between the last token and this one.
    pub(super) fn line_begins(&self, token: Token) -> bool {
        let between = self.text.get(self.last.end as usize..token.start as usize).unwrap_or("");
        between.contains(['\n', '\r'])
    }

    /// Whether members follow behind this bracket, which would close the root object.
    pub(super) fn closes_too_early(&self, token: Token) -> bool {
        if token.tok != Tok::CloseObject {
            return false;
        }
        let mut lexer = self.lexer.clone();
        let next = peek(&mut lexer).tok;
        let key = if next == Tok::Comma { peek(&mut lexer).tok } else { next };
        key == Tok::String && peek(&mut lexer).tok == Tok::Colon
    }

    /// Where the container ends that this bracket opens; `None` where its brackets do not match, where nothing
    /// follows that could follow it, or where it is too far.
    pub(super) fn group_end(&mut self, open: Token) -> Option<u32> {
        let mut lexer = self.lexer.clone();
        let mut stack = vec![open.tok == Tok::OpenObject];
        for _ in 0..FAR.min(self.foresight) {
            self.foresight -= 1;
            let token = peek(&mut lexer);
            match token.tok {
                Tok::OpenObject => stack.push(true),
                Tok::OpenArray => stack.push(false),
                Tok::CloseObject | Tok::CloseArray => {
                    if stack.pop() != Some(token.tok == Tok::CloseObject) {
                        return None;
                    }
                    if stack.is_empty() {
                        let behind = peek(&mut lexer).tok;
                        let goes_on = matches!(behind, Tok::Comma | Tok::CloseObject | Tok::CloseArray);
                        return goes_on.then_some(token.end);
                    }
                }
                Tok::End => return None,
                _ => {}
            }
        }
        None
    }

    /// Where an unclosed string ends: at its line's end, without white space, and without the commas and closing
    /// brackets that fit what is open.
    pub(super) fn trimmed_end(&self, token: Token) -> u32 {
        let inside = self.text.get(token.start as usize + 1..token.end as usize).unwrap_or("");
        let bytes = inside.as_bytes();
        let least = bytes.len().saturating_sub(TAIL);
        let tail = bytes.iter().rev().take_while(|byte| matches!(byte, b',' | b'}' | b']' | b' ' | b'\t')).count();
        let mut cut = bytes.len() - tail.min(bytes.len() - least);
        while cut < bytes.len() && !self.tail_fits(bytes.get(cut..).unwrap_or(&[]), token.end) {
            cut += 1;
        }
        let kept = bytes.get(..cut).unwrap_or(&[]);
        let white = kept.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        token.start + 1 + u32::try_from(cut - white).unwrap_or(0)
    }

    fn tail_fits(&self, tail: &[u8], line_end: u32) -> bool {
        let mut open = self.frames.iter().rev();
        let mut left = self.frames.len();
        for byte in tail {
            match byte {
                b',' if left == 0 => return false,
                b'}' | b']' => {
                    if open.next().is_none_or(|frame| frame.open.object != (*byte == b'}')) {
                        return false;
                    }
                    left -= 1;
                }
                _ => {}
            }
        }
        let rest = self.text.get(line_end as usize..).unwrap_or("");
        left > 0 || rest.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
    }

    /// Chooses the reading of a wrong closing bracket after which most of what follows is in order.
    pub(super) fn weigh(&mut self, token: Token) -> Choice {
        let object = token.tok == Tok::CloseObject;
        let outer = self.frames.iter().rev().position(|frame| frame.open.object == object);
        let stack: Vec<bool> = self.frames.iter().map(|frame| frame.open.object).collect();
        let cut = |less: usize| stack.get(..stack.len().saturating_sub(less)).unwrap_or(&[]).to_vec();
        let state = self.frames.last().map_or(State::Next, |frame| frame.state);
        let mut readings: Vec<Reading> = Vec::with_capacity(3);
        if let Some(less) = outer {
            readings.push(Reading::new(Choice::CloseOuter(less), cut(less + 1), State::Next));
        }
        readings.push(Reading::new(Choice::Slip, cut(1), State::Next));
        readings.push(Reading::new(
            Choice::Stray,
            stack.clone(),
            if state == State::AfterComma { State::AfterStray } else { state },
        ));
        self.foresee(readings)
    }

    /// Chooses the reading of a colon behind a string in an array.
    pub(super) fn weigh_colon(&mut self) -> Choice {
        let stack: Vec<bool> = self.frames.iter().map(|frame| frame.open.object).collect();
        let mut readings: Vec<Reading> = Vec::with_capacity(3);
        if let Some(less) = stack.iter().rev().position(|object| *object) {
            let cut = stack.get(..stack.len().saturating_sub(less)).unwrap_or(&[]).to_vec();
            readings.push(Reading::new(Choice::CloseOuter(less), cut, State::Value));
        }
        let mut implied = stack.clone();
        implied.push(true);
        readings.push(Reading::new(Choice::Implied, implied, State::Value));
        readings.push(Reading::new(Choice::Stray, stack, State::AfterStray));
        self.foresee(readings)
    }

    /// Tries the readings on what follows; the first of the best.
    fn foresee(&mut self, mut readings: Vec<Reading>) -> Choice {
        let mut lexer = self.lexer.clone();
        for _ in 0..FAR.min(self.foresight) {
            self.foresight -= 1;
            let next = peek(&mut lexer);
            for reading in &mut readings {
                reading.step(next);
            }
            if next.tok == Tok::End || readings.iter().filter(|reading| reading.alive).count() <= 1 {
                break;
            }
        }
        let best = readings
            .iter()
            .rev()
            .max_by_key(|reading| (reading.alive, reading.steps, usize::MAX - reading.stack.len()));
        best.map_or(Choice::Stray, |reading| reading.choice)
    }
}

/// One way to read on, tried on the tokens that follow.
struct Reading {
    choice: Choice,
    /// What is open, innermost last: whether it is an object.
    stack: Vec<bool>,
    state: State,
    alive: bool,
    steps: usize,
}

impl Reading {
    const fn new(choice: Choice, stack: Vec<bool>, state: State) -> Self {
        Self { choice, stack, state, alive: true, steps: 0 }
    }

    fn step(&mut self, token: Token) {
        if self.alive {
            self.alive = self.accepts(token.tok);
            self.steps += usize::from(self.alive);
        }
    }

    /// Reads one token; whether it is in order.
    fn accepts(&mut self, tok: Tok) -> bool {
        let Some(&object) = self.stack.last() else { return tok == Tok::End };
        if self.choice == Choice::Stray && self.steps == 0 && !object && self.state == State::Next && tok != Tok::Comma
        {
            // without the stray, a comma may be what is missing
            self.state = State::AfterStray;
        }
        let entry = matches!(self.state, State::First | State::AfterComma | State::AfterStray);
        let scalar =
            matches!(tok, Tok::String | Tok::Number | Tok::True | Tok::False | Tok::Null | Tok::BadNumber | Tok::Word);
        let valued = self.state == State::Value || (entry && !object);
        match tok {
            Tok::Comma if matches!(self.state, State::Next | State::AfterStray) => self.state = State::AfterComma,
            Tok::Colon if self.state == State::Colon => self.state = State::Value,
            Tok::CloseObject | Tok::CloseArray => {
                let fits = object == (tok == Tok::CloseObject) && (entry || self.state == State::Next);
                self.stack.pop();
                self.state = State::Next;
                return fits;
            }
            Tok::OpenObject | Tok::OpenArray if valued => {
                self.stack.push(tok == Tok::OpenObject);
                self.state = State::First;
            }
            _ if scalar && valued => self.state = State::Next,
            _ if scalar && entry => self.state = State::Colon,
            _ => return false,
        }
        true
    }
}
