//! A half-open range of bytes in a text.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 bytes: `start` belongs to it, `end` does not. `start` is never behind `end` when made by the functions here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The empty span at `offset`.
    #[must_use]
    pub const fn empty_at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// The span of a range of `usize` offsets; offsets over 4 GiB are cut off at `u32::MAX`.
    #[must_use]
    pub fn of(range: Range<usize>) -> Self {
        Self::new(narrow(range.start), narrow(range.end))
    }

    /// Number of bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the byte at `offset` belongs to it (never for an empty span).
    #[must_use]
    pub const fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies within it, the edges included.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub const fn join(self, other: Self) -> Self {
        let start = if self.start < other.start { self.start } else { other.start };
        let end = if self.end > other.end { self.end } else { other.end };
        Self { start, end }
    }

    /// The same range in `usize`, to slice a text with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// An offset as `u32`, cut off at its greatest value.
pub(crate) fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn holds_its_first_byte_and_not_its_end() {
        let span = Span::new(2, 5);
        assert_eq!((span.len(), span.range()), (3, 2..5));
        assert!(span.contains(2) && span.contains(4) && !span.contains(5) && !span.contains(1));
        assert!(span.covers(Span::empty_at(5)) && !span.covers(Span::new(4, 6)));
        assert_eq!(format!("{span:?}"), "2..5");
    }

    #[test]
    fn a_reversed_span_is_empty() {
        assert_eq!(Span::new(5, 2), Span::empty_at(5));
        assert!(Span::new(5, 2).is_empty() && !Span::empty_at(5).contains(5));
    }

    #[test]
    fn joins() {
        assert_eq!(Span::new(1, 2).join(Span::new(4, 6)), Span::new(1, 6));
        assert_eq!(Span::of(3..9), Span::new(3, 9));
    }
}
