//! The messages among the bytes that a client writes, and what is none.

use serde::de::IgnoredAny;

/// What begins a message.
const LENGTH: &str = "content-length";
/// A longer message is thrown away, and not kept here either.
const LONGEST: usize = 64 << 20;

/// A part of what a client wrote.
pub(crate) enum Piece {
    /// The body of a message.
    Message(Vec<u8>),
    /// What is no message.
    Raw(Vec<u8>),
}

/// What a client wrote and is not a whole piece yet.
#[derive(Default)]
pub(crate) struct Pieces {
    bytes: Vec<u8>,
    /// So many bytes that come belong to a message that is thrown away.
    thrown: usize,
}

/// What stands at the start.
enum Head {
    /// The beginning of a header.
    Part,
    /// A header: where it ends, and how long the body is.
    Whole(usize, usize),
    /// None; the next one may stand from here on.
    Broken(usize),
}

impl Pieces {
    /// Takes bytes.
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        let thrown = self.thrown.min(bytes.len());
        self.thrown -= thrown;
        self.bytes.extend(&bytes[thrown..]);
    }

    /// The next piece that is whole.
    pub(crate) fn next(&mut self) -> Option<Piece> {
        let (start, length) = match head(&self.bytes) {
            Head::Part => return None,
            Head::Broken(from) => return Some(self.raw(from, self.bytes.len())),
            Head::Whole(start, length) => (start, length),
        };
        if length > LONGEST {
            let there = length.min(self.bytes.len() - start);
            self.thrown = length - there;
            self.bytes.drain(start..start + there);
            return Some(Piece::Raw(self.bytes.drain(..start).collect()));
        }
        let body = self.bytes.get(start..start + length)?;
        if str::from_utf8(body).is_err() || serde_json::from_slice::<IgnoredAny>(body).is_err() {
            return Some(self.raw(start, start + length));
        }
        let message = body.to_vec();
        self.bytes.drain(..start + length);
        Some(Piece::Message(message))
    }

    /// What is left, which never became whole.
    pub(crate) fn rest(&mut self) -> Option<Piece> {
        let rest = std::mem::take(&mut self.bytes);
        (!rest.is_empty()).then_some(Piece::Raw(rest))
    }

    /// All before the next header that stands within these bounds; all of them where there is none.
    fn raw(&mut self, from: usize, to: usize) -> Piece {
        let within = self.bytes[from..to].to_ascii_lowercase();
        let next = within.windows(LENGTH.len()).position(|window| window == LENGTH.as_bytes());
        Piece::Raw(self.bytes.drain(..next.map_or(to, |next| from + next)).collect())
    }
}

fn head(bytes: &[u8]) -> Head {
    let (mut at, mut lengths) = (0, Vec::new());
    while let Some(end) = bytes[at..].iter().position(|byte| *byte == b'\n') {
        let line = bytes[at..at + end].trim_ascii();
        at += end + 1;
        if line.is_empty() {
            return match lengths[..] {
                [Some(length)] => Head::Whole(at, length),
                _ => Head::Broken(at),
            };
        }
        let line = String::from_utf8_lossy(line).to_ascii_lowercase();
        let name = line.split_once(':').map(|(name, value)| (name.trim_end(), value.trim()));
        match name {
            Some((LENGTH, value)) => lengths.push(value.parse().ok()),
            Some((name, _)) if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') => {}
            _ => return Head::Broken(1),
        }
    }
    Head::Part
}
