//! The streams of a command: no line of them is a command to who reads the log of a pipeline (see [`crate::text::log`]).

use std::io::{self, Write};

use crate::text::log::{at_start, harmless_lines};

/// A stream of a command. What is written to it is harmless to a log.
pub(super) trait Lines: Write {
    /// The stream as it is, for what must stay as it is to the byte: documents, changes for patch tools, scripts, and reports that
    /// are commands.
    ///
    /// # Errors
    /// That what was written before could not be handed on.
    fn raw(&mut self) -> io::Result<&mut dyn Write>;
}

/// Makes a stream harmless. A line is written when it is whole, or when the stream is flushed.
pub(super) struct Guard<W: Write> {
    out: W,
    /// The line that has no end yet.
    line: Vec<u8>,
    /// Whether a part of that line has been written already.
    begun: bool,
}

impl<W: Write> Guard<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { out, line: Vec::new(), begun: false }
    }

    /// The stream below, with all that was written.
    ///
    /// # Errors
    /// Those of that stream.
    pub(super) fn into_inner(mut self) -> io::Result<W> {
        self.release()?;
        Ok(self.out)
    }

    fn put(&mut self, text: &[u8]) -> io::Result<()> {
        self.out.write_all(&harmless_lines(text, self.begun))?;
        let ended = text.ends_with(b"\n") || text.ends_with(b"\r");
        self.begun = !ended && (self.begun || !at_start(text));
        Ok(())
    }

    /// Writes what is held back.
    fn release(&mut self) -> io::Result<()> {
        if self.line.is_empty() {
            return Ok(());
        }
        let mut line = std::mem::take(&mut self.line);
        let done = self.put(&line);
        line.clear();
        self.line = line;
        done
    }
}

impl<W: Write> Lines for Guard<W> {
    fn raw(&mut self) -> io::Result<&mut dyn Write> {
        self.release()?;
        self.begun = false;
        Ok(&mut self.out)
    }
}

impl<W: Write> Write for Guard<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let end = memchr::memrchr2(b'\n', b'\r', buffer).map_or(0, |end| end + 1);
        let (whole, rest) = buffer.split_at(end);
        if !whole.is_empty() && self.line.is_empty() {
            self.put(whole)?;
        } else if !whole.is_empty() {
            self.line.extend_from_slice(whole);
            self.release()?;
        }
        self.line.extend_from_slice(rest);
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.release()?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{Guard, Lines as _};

    fn written(work: impl Fn(&mut Guard<&mut Vec<u8>>)) -> String {
        let mut out = Vec::new();
        let mut guard = Guard::new(&mut out);
        work(&mut guard);
        guard.flush().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn commands_are_broken_however_they_are_written() {
        let text = "a ##vso[b]\n::error::c\n  ::: d\r::e::f\n::g";
        let whole = written(|guard| guard.write_all(text.as_bytes()).unwrap());
        assert_eq!(whole, "a #\\u0023vso[b]\n\\u003a:error::c\n  ::: d\r\\u003a:e::f\n\\u003a:g");
        for size in 1..text.len() {
            let parts = written(|guard| text.as_bytes().chunks(size).for_each(|part| guard.write_all(part).unwrap()));
            assert_eq!(parts, whole, "in parts of {size}");
        }
    }

    #[test]
    fn a_question_is_written_when_it_is_flushed() {
        let told = written(|guard| {
            for part in ["Name: ", "::a", "\n", "::b::"] {
                guard.write_all(part.as_bytes()).unwrap();
                guard.flush().unwrap();
            }
        });
        assert_eq!(told, "Name: ::a\n\\u003a:b::");
    }

    #[test]
    fn what_is_raw_stays_in_its_place() {
        let told = written(|guard| {
            guard.write_all(b"a").unwrap();
            guard.raw().unwrap().write_all(b"\n::b::##[c]\n").unwrap();
            guard.write_all(b"::d").unwrap();
        });
        assert_eq!(told, "a\n::b::##[c]\n\\u003a:d");
    }
}
