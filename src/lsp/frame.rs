//! Frames of the base protocol: header lines, an empty line, and so many bytes. What is no frame is named, and skipped up to the next
//! header.

use memchr::{memchr, memmem};

/// The most bytes of a message that is read.
pub(super) const LIMIT: u64 = 64 * 1024 * 1024;
/// A length over this is no message but a slip: skipping it would never end.
const SKIPPED: u64 = 4 * 1024 * 1024 * 1024;
/// The most bytes of headers.
const HEADERS: usize = 8 * 1024;
const LENGTH: &[u8] = b"content-length";

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// The bytes of a message.
    Body(Vec<u8>),
    /// Headers that say no length, or several, or nothing at all.
    Lost,
    /// A message over the limit, of which the bytes are thrown away.
    TooLarge,
}

/// Takes frames out of bytes as they come.
#[derive(Debug, Default)]
pub struct Frames {
    bytes: Vec<u8>,
    /// How many of these have been dealt with.
    done: usize,
    state: State,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Headers,
    Body(usize),
    /// So many bytes are still to be thrown away.
    Skipping(u64),
    /// Looking for the next header.
    Searching,
}

/// What comes of reading headers.
enum Step {
    /// More bytes must come.
    Wait,
    /// It goes on in another state.
    Go,
    /// A frame.
    Give(Frame),
}

/// What header lines say so far.
#[derive(Debug, Default)]
struct Read {
    length: Option<u64>,
    broken: bool,
}

impl Frames {
    /// Takes bytes.
    pub fn put(&mut self, bytes: &[u8]) {
        if self.done > 0 {
            self.bytes.drain(..self.done);
            self.done = 0;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Takes a body back that is no message, and looks for a header in it: its length may have been wrong.
    pub fn reread(&mut self, body: &[u8]) {
        let Some(at) = header_in(body).filter(|at| *at > 0) else { return };
        let rest = self.bytes.split_off(self.done);
        self.bytes = [body.get(at..).unwrap_or_default(), &rest].concat();
        (self.done, self.state) = (0, State::Headers);
    }

    /// The next frame; `None` until more bytes have come.
    #[expect(clippy::should_implement_trait, reason = "where no frame is to be had yet, more may come")]
    pub fn next(&mut self) -> Option<Frame> {
        loop {
            match self.state {
                State::Headers => match self.headers() {
                    Step::Wait => return None,
                    Step::Go => {}
                    Step::Give(frame) => return Some(frame),
                },
                State::Body(length) => {
                    let body = self.rest().get(..length)?.to_vec();
                    self.done += length;
                    self.state = State::Headers;
                    return Some(Frame::Body(body));
                }
                State::Skipping(left) => {
                    let here = usize::try_from(left).unwrap_or(usize::MAX).min(self.rest().len());
                    self.done += here;
                    let left = left - here as u64;
                    self.state = if left == 0 { State::Headers } else { State::Skipping(left) };
                    (left == 0).then_some(())?;
                }
                State::Searching => self.search()?,
            }
        }
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.done..).unwrap_or_default()
    }

    /// Reads header lines up to the empty one.
    fn headers(&mut self) -> Step {
        let mut read = Read::default();
        let mut at = 0;
        loop {
            let rest = self.rest();
            let line = rest.get(at..).unwrap_or_default();
            let Some(end) = memchr(b'\n', line) else {
                let hopeless = rest.len() > HEADERS || !may_be_header(line);
                return if hopeless { self.lost() } else { Step::Wait };
            };
            let line = line.get(..end).unwrap_or_default();
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            at += end + 1;
            if line.is_empty() {
                return self.begin(at, &read);
            }
            if !read.line(line) || at > HEADERS {
                return self.lost();
            }
        }
    }

    /// Goes on behind the headers.
    fn begin(&mut self, at: usize, read: &Read) -> Step {
        match read.length.filter(|length| !read.broken && *length <= SKIPPED) {
            Some(length) if length > LIMIT => {
                self.done += at;
                self.state = State::Skipping(length);
                Step::Give(Frame::TooLarge)
            }
            Some(length) => {
                self.done += at;
                self.state = State::Body(usize::try_from(length).unwrap_or(usize::MAX));
                Step::Go
            }
            // Empty lines between messages do no harm.
            None if at <= 2 => {
                self.done += at;
                Step::Go
            }
            None => {
                self.done += at;
                self.state = State::Searching;
                Step::Give(Frame::Lost)
            }
        }
    }

    /// Headers that are none: the next ones are looked for behind the first byte.
    fn lost(&mut self) -> Step {
        self.done += 1;
        self.state = State::Searching;
        Step::Give(Frame::Lost)
    }

    /// Throws away what stands before the next header; `None` where there is none yet.
    fn search(&mut self) -> Option<()> {
        if let Some(at) = header_in(self.rest()) {
            self.done += at;
            self.state = State::Headers;
            return Some(());
        }
        // The beginning of a header may stand at the end.
        self.done = self.done.max(self.bytes.len().saturating_sub(LENGTH.len()));
        None
    }
}

impl Read {
    /// Reads a line; whether it is a header at all.
    fn line(&mut self, line: &[u8]) -> bool {
        let Some(colon) = memchr(b':', line) else { return false };
        let (name, value) = line.split_at(colon);
        let name = name.trim_ascii();
        if name.is_empty() || !name.iter().copied().all(is_name) {
            return false;
        }
        if name.eq_ignore_ascii_case(LENGTH) {
            let length = std::str::from_utf8(value.get(1..).unwrap_or_default()).ok();
            let digits = length.map(str::trim).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
            let length = digits.and_then(|text| text.parse().ok());
            self.broken |= length.is_none() || self.length.is_some();
            self.length = length.or(self.length);
        }
        true
    }
}

/// Whether the beginning of a line may become a header.
fn may_be_header(line: &[u8]) -> bool {
    // As far as a whole line is looked at, too: how the bytes come in pieces changes nothing.
    line.iter().take_while(|byte| **byte != b':').all(|byte| is_name(*byte) || byte.is_ascii_whitespace())
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Where a header with a length stands.
fn header_in(bytes: &[u8]) -> Option<usize> {
    // The colon is rare enough in what is looked at.
    memmem::find_iter(bytes, b":").find_map(|colon| {
        let start = colon.checked_sub(LENGTH.len())?;
        bytes.get(start..colon)?.eq_ignore_ascii_case(LENGTH).then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::{Frame, Frames, LIMIT};

    fn body(text: &str) -> Frame {
        Frame::Body(text.as_bytes().to_vec())
    }

    /// The frames of some bytes that come in pieces of a size.
    fn frames(bytes: &[u8], size: usize) -> Vec<Frame> {
        let mut frames = Frames::default();
        let mut found = Vec::new();
        for piece in bytes.chunks(size) {
            frames.put(piece);
            found.extend(std::iter::from_fn(|| frames.next()));
        }
        found
    }

    #[track_caller]
    fn gives(text: &str, expected: &[Frame]) {
        for size in [1, 2, 7, 10_000] {
            assert_eq!(frames(text.as_bytes(), size), expected, "pieces of {size}");
        }
    }

    #[test]
    fn headers_of_any_spelling() {
        gives("Content-Length: 2\r\n\r\n{}Content-Length:3\r\n\r\n[1]", &[body("{}"), body("[1]")]);
        gives("content-length: 2 \nX-Other: a:b\nContent-Type: x\n\n{}", &[body("{}")]);
        gives("\u{c}Content-Length\t:\u{c}2\r\n\r\n{}", &[body("{}")]);
        gives("Content-Length: 0\r\n\r\n\r\n\r\nCONTENT-LENGTH: 1\r\n\r\n1", &[body(""), body("1")]);
    }

    #[test]
    fn after_what_is_no_header_the_next_one_counts() {
        let next = "Content-Length: 1\r\n\r\n1";
        let lost = [Frame::Lost, body("1")];
        for broken in [
            "Content-Type: x\r\n\r\n{\"a\":1}",
            "Content-Length: x\r\n\r\n{}",
            "Content-Length: -1\r\n\r\n{}",
            "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
            "Content-Length: 99999999999999999999999\r\n\r\n{}",
            "Content-Length: 99999999999\r\n\r\n{}",
            "{\"jsonrpc\":\"2.0\"}",
            "\u{0}\u{1}é\r\n\r\n",
            "no header\r\n\r\n",
        ] {
            gives(&format!("{broken}{next}"), &lost);
        }
        gives(&format!("{}{next}", "a".repeat(9000)), &lost);
    }

    #[test]
    fn what_is_too_large_is_not_kept() {
        let mut frames = Frames::default();
        frames.put(format!("Content-Length: {}\r\n\r\n", LIMIT + 5).as_bytes());
        assert_eq!(frames.next(), Some(Frame::TooLarge));
        let piece = vec![b' '; 1 << 20];
        for _ in 0..64 {
            frames.put(&piece);
            assert_eq!(frames.next(), None);
            assert!(frames.bytes.len() <= piece.len());
        }
        frames.put(b"12345Content-Length: 1\r\n\r\n1");
        assert_eq!(frames.next(), Some(body("1")));
    }

    #[test]
    fn a_body_that_swallowed_a_header_gives_it_back() {
        let mut frames = Frames::default();
        frames.put(b"Content-Length: 30\r\n\r\n{}Content-Length: 4\r\n\r\ntrueContent-Length: 1\r\n\r\n1");
        let Some(Frame::Body(body_read)) = frames.next() else { panic!("no body") };
        frames.reread(&body_read);
        assert_eq!([frames.next(), frames.next(), frames.next()], [Some(body("true")), Some(body("1")), None]);
        frames.reread(b"no header");
        assert_eq!(frames.next(), None);
    }
}
