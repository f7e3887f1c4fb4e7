//! A document read again for its excerpts: the file may have changed or gone in between.

use crate::findings::redact::{MASK, Secrets};
use crate::findings::{Neighbour, Point, Range};
use crate::system::System;
use crate::text::escape::masked;
use crate::text::{Encoding, LineIndex, Mapped, Span};
use crate::workspace::{Report, reread};

/// The text of a document and its lines.
pub(in crate::report) struct Document {
    pub(in crate::report) text: String,
    pub(in crate::report) lines: LineIndex,
    /// The bytes are UTF-8, and offsets are those of the file throughout.
    exact: bool,
    /// What is not shown of it; nothing where everything may be.
    secrets: Secrets,
}

impl Document {
    /// Reads the document of a report; `None` where that is no longer possible. `redact` is whether telephone numbers and the like are masked.
    pub(in crate::report) fn open(report: &Report, system: &dyn System, redact: bool) -> Option<Self> {
        report.bytes(system).map(|bytes| Self::of(&bytes, redact))
    }

    /// Reads another document than the report's own, likewise; `None` where that is not possible.
    pub(in crate::report) fn beside(neighbour: &Neighbour, system: &dyn System, redact: bool) -> Option<Self> {
        reread::bytes(neighbour, system).map(|bytes| Self::of(&bytes, redact))
    }

    fn of(bytes: &[u8], redact: bool) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let exact = matches!(text, std::borrow::Cow::Borrowed(_));
        let lines = LineIndex::new(&text);
        let secrets = if redact { Secrets::of(&text) } else { Secrets::default() };
        Self { text: text.into_owned(), lines, exact, secrets }
    }

    /// The text of a line as it may be shown, with the way from its own offsets.
    pub(in crate::report) fn line(&self, line: u32) -> Mapped {
        let span = self.lines.line_span(line, &self.text);
        let text = self.text.get(span.range()).unwrap_or_default();
        let secrets = self.secrets.everywhere();
        let from = secrets.partition_point(|secret| secret.end <= span.start);
        let within = secrets.iter().skip(from).take_while(|secret| secret.start < span.end);
        let inner = |offset: u32| offset.clamp(span.start, span.end) - span.start;
        let within: Vec<Span> = within.map(|secret| Span::new(inner(secret.start), inner(secret.end))).collect();
        masked(text, &within, MASK)
    }

    /// The bytes of a range, between characters and within lines; `None` where they no longer stand at the range's
    /// lines and columns. In bytes that are not UTF-8 only offsets up to the first fault can be asked for.
    pub(in crate::report) fn span(&self, range: Range) -> Option<Span> {
        let holds = if self.exact {
            self.holds(range.start) && self.holds(range.end)
        } else {
            self.text.is_char_boundary(range.start.offset as usize)
        };
        if !holds {
            return None;
        }
        let end = self.text.ceil_char_boundary((range.end.offset as usize).min(self.text.len()));
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let start = self.in_line(range.start.offset);
        Some(Span::new(start, self.before_line_end(start, end)))
    }

    /// The columns of a range in bytes of UTF-8, from 1 on; a byte order mark is in none. `None` where its points no longer stand where
    /// they did.
    pub(in crate::report) fn columns(&self, range: Range) -> Option<[u32; 2]> {
        let column = |point: Point| point.offset.saturating_sub(self.lines.line_start(point.line - 1)) + 1;
        // In bytes that are not UTF-8 a range begins at the first fault, up to which all is as it was.
        let end = if self.exact { self.holds(range.end) } else { range.start.line == range.end.line };
        (self.holds(range.start) && end).then(|| [column(range.start), column(range.end)])
    }

    /// The text of a span as it stands; `None` where something in it is not to be shown, or nothing such stands there.
    pub(in crate::report) fn plain(&self, span: Span) -> Option<&str> {
        let secrets = self.secrets.everywhere();
        let first = secrets.partition_point(|secret| secret.end <= span.start);
        let tells = secrets.get(first).is_some_and(|secret| secret.start < span.end);
        self.text.get(span.range()).filter(|_| self.exact && !tells)
    }

    /// Whether a point has the line and the column that it had.
    fn holds(&self, point: Point) -> bool {
        let known = (point.line, point.column);
        self.text.is_char_boundary(point.offset as usize) && {
            let position = self.lines.position(&self.text, point.offset, Encoding::Scalar);
            (position.line + 1, position.column + 1) == known
        }
    }

    /// The offset, moved out of a line's terminator and out of a byte order mark.
    fn in_line(&self, offset: u32) -> u32 {
        let line = self.lines.line_span(self.lines.line_of(offset), &self.text);
        offset.clamp(line.start, line.end)
    }

    /// The end of a range, at the end of the line before where it is the start of a line.
    fn before_line_end(&self, start: u32, end: u32) -> u32 {
        let line = self.lines.line_of(end);
        if end > start && line > 0 && self.lines.line_start(line) == end {
            return self.lines.line_span(line - 1, &self.text).end.max(start);
        }
        self.in_line(end)
    }
}
