//! Lines and columns of byte offsets, in the units of four encodings.
//!
//! CR, LF and CR LF end a line. A byte order mark at the start counts in offsets and not in columns. Nothing here fails: what lies
//! outside the text, or within a character or a CR LF, is moved to the nearest place before it that exists.

use super::span::{Span, narrow};

/// The unit in which columns are counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Encoding {
    /// Unicode scalar values: what people and most output formats see.
    Scalar,
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16: a character outside the basic plane counts twice.
    Utf16,
    /// Code units of UTF-32, the same number as scalar values.
    Utf32,
}

/// A place in a text: both numbers count from 0, `column` in the units of an [`Encoding`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// Column, from 0.
    pub column: u32,
}

/// Where the lines of one text begin. The text itself is handed in again with each question and must be the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineIndex {
    /// Offsets of the first byte of each line, ascending; never empty, the first is 0.
    starts: Vec<u32>,
    /// Length of the byte order mark: 3 or 0.
    mark: u32,
    /// Length of the text in bytes.
    length: u32,
    /// Columns are bytes in every encoding.
    ascii: bool,
    /// For large texts that are not ASCII: what is counted before each [`BLOCK`] of bytes, so that a place far out on a very long
    /// line is found without reading the line again.
    blocks: Vec<Count>,
}

/// Scalar values and those among them that take two units in UTF-16.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Count {
    scalars: u32,
    wide: u32,
}

/// Bytes between two stored counts.
const BLOCK: usize = 1024;
/// Texts up to this many bytes store no counts.
const SMALL: usize = 64 * 1024;
const MARK: &str = "\u{FEFF}";

impl LineIndex {
    /// Reads `text` once and notes where its lines begin.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(1 + (bytes.len() / 32).min(1024));
        starts.push(0);
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let half_of_pair = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
            if !half_of_pair {
                starts.push(narrow(at + 1));
            }
        }
        let ascii = text.is_ascii();
        Self {
            starts,
            mark: if text.starts_with(MARK) { narrow(MARK.len()) } else { 0 },
            length: narrow(bytes.len()),
            ascii,
            blocks: if ascii || bytes.len() <= SMALL { Vec::new() } else { count_blocks(bytes) },
        }
    }

    /// Number of lines: one more than there are line ends.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        narrow(self.starts.len())
    }

    /// The line, from 0, in which the byte at `offset` stands (a line end belongs to the line it ends); the last line for an offset
    /// behind the text.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> u32 {
        narrow(self.starts.partition_point(|start| *start <= offset).saturating_sub(1))
    }

    /// Offset at which `line` begins, behind a byte order mark; the end of the text for a line that does not exist.
    #[must_use]
    pub fn line_start(&self, line: u32) -> u32 {
        match self.starts.get(line as usize) {
            Some(0) => self.mark,
            Some(start) => *start,
            None => self.length,
        }
    }

    /// The bytes of `line` without its terminator and without a byte order mark; the empty span at the end of the text for a line that
    /// does not exist.
    #[must_use]
    pub fn line_span(&self, line: u32, text: &str) -> Span {
        let start = self.line_start(line);
        let Some(&next) = self.starts.get(line as usize + 1) else {
            return Span::new(start, self.length);
        };
        let body = text.get(start as usize..next as usize).unwrap_or_default();
        let body = match body.strip_suffix('\n') {
            Some(rest) => rest.strip_suffix('\r').unwrap_or(rest),
            None => body.strip_suffix('\r').unwrap_or(body),
        };
        Span::of(start as usize..start as usize + body.len())
    }

    /// The place of `offset`. Within a character it is that character's, within CR LF and within the byte order mark the place before,
    /// behind the text the place of its end.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32, encoding: Encoding) -> Position {
        let line = self.line_of(offset);
        let span = self.line_span(line, text);
        let offset = floor(text, offset.clamp(span.start, span.end)).max(span.start);
        Position { line, column: self.units(text, Span::new(span.start, offset), encoding) }
    }

    /// The offset of `position`. Behind the end of a line it is that end, before the terminator; behind the last line the end of the
    /// text; within a character (or a pair of surrogates) that character's start.
    #[must_use]
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> u32 {
        let span = self.line_span(position.line, text);
        if position.column >= span.len() {
            return if self.units(text, span, encoding) <= position.column {
                span.end
            } else {
                self.walk(text, span, position.column, encoding)
            };
        }
        if self.ascii || encoding == Encoding::Utf8 {
            return floor(text, span.start + position.column).max(span.start);
        }
        self.walk(text, span, position.column, encoding)
    }

    /// The offset in the line `span` at which `column` units have been counted.
    fn walk(&self, text: &str, span: Span, column: u32, encoding: Encoding) -> u32 {
        let (mut at, mut left) = self.jump(text, span, column, encoding);
        let rest = text.get(at as usize..span.end as usize).unwrap_or_default();
        for char in rest.chars() {
            let units = unit_count(char, encoding);
            if left < units {
                break;
            }
            left -= units;
            at += narrow(char.len_utf8());
        }
        at
    }

    /// A place in the line from which `column` is less than a block away (or the line's start), and the units left from there.
    fn jump(&self, text: &str, span: Span, column: u32, encoding: Encoding) -> (u32, u32) {
        if span.len() as usize <= BLOCK || self.blocks.is_empty() {
            return (span.start, column);
        }
        let base = self.before(text, span.start).units(encoding);
        let target = base.saturating_add(column);
        let block = self.blocks.partition_point(|count| count.units(encoding) <= target).saturating_sub(1);
        let at = floor(text, narrow(block * BLOCK));
        if at <= span.start || at > span.end {
            return (span.start, column);
        }
        let counted = self.before(text, at).units(encoding);
        (at, target.saturating_sub(counted))
    }

    /// Units in `span`, which lies in one line and begins and ends between characters.
    fn units(&self, text: &str, span: Span, encoding: Encoding) -> u32 {
        if self.ascii || encoding == Encoding::Utf8 {
            return span.len();
        }
        if span.len() as usize <= BLOCK || self.blocks.is_empty() {
            return Count::of(text.as_bytes().get(span.range()).unwrap_or_default()).units(encoding);
        }
        let (start, end) = (self.before(text, span.start), self.before(text, span.end));
        end.units(encoding).saturating_sub(start.units(encoding))
    }

    /// What stands before `offset`, by the stored counts.
    fn before(&self, text: &str, offset: u32) -> Count {
        let block = (offset as usize / BLOCK).min(self.blocks.len().saturating_sub(1));
        let stored = self.blocks.get(block).copied().unwrap_or_default();
        stored.plus(Count::of(text.as_bytes().get(block * BLOCK..offset as usize).unwrap_or_default()))
    }
}

impl Count {
    /// Counts the first bytes of characters, so that a slice may begin within one.
    fn of(bytes: &[u8]) -> Self {
        let scalars = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let wide = bytes.iter().filter(|byte| **byte >= 0xF0).count();
        Self { scalars: narrow(scalars), wide: narrow(wide) }
    }

    fn plus(self, other: Self) -> Self {
        Self { scalars: self.scalars + other.scalars, wide: self.wide + other.wide }
    }

    /// Never asked for UTF-8, where columns are differences of offsets.
    fn units(self, encoding: Encoding) -> u32 {
        match encoding {
            Encoding::Utf16 => self.scalars + self.wide,
            Encoding::Scalar | Encoding::Utf32 | Encoding::Utf8 => self.scalars,
        }
    }
}

fn count_blocks(bytes: &[u8]) -> Vec<Count> {
    let mut counted = Count::default();
    let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
    for block in bytes.chunks(BLOCK) {
        blocks.push(counted);
        counted = counted.plus(Count::of(block));
    }
    blocks
}

fn unit_count(char: char, encoding: Encoding) -> u32 {
    match encoding {
        Encoding::Scalar | Encoding::Utf32 => 1,
        Encoding::Utf8 => narrow(char.len_utf8()),
        Encoding::Utf16 => narrow(char.len_utf16()),
    }
}

/// The nearest place at or before `offset` that is within the text and not within a character.
fn floor(text: &str, offset: u32) -> u32 {
    narrow(text.floor_char_boundary(offset as usize))
}
