//! What the reports for people share: how wide they are, and how they name a place.

use crate::findings::Range;
use crate::report::source::Source;
use crate::text::visible;

/// The width of a report that goes to no terminal, in columns.
pub const DEFAULT_WIDTH: usize = 100;

/// The least width that reports are laid out for, in columns; on a narrower terminal lines run over.
pub(super) const MIN_WIDTH: usize = 40;

/// The most columns of running text: longer lines are hard to read.
pub(super) const MAX_PROSE: usize = 110;

impl Source<'_> {
    /// Columns for excerpts.
    pub(super) fn columns(&self) -> usize {
        self.width.max(MIN_WIDTH)
    }

    /// Columns for running text.
    pub(super) fn prose(&self) -> usize {
        self.columns().min(MAX_PROSE)
    }
}

/// A place for people: `path:line:column`, the path alone for a file as a whole.
pub(super) fn located(path: &str, range: Option<Range>) -> String {
    match range {
        Some(range) => format!("{}:{}:{}", visible(path), range.start.line, range.start.column),
        None => visible(path).into_owned(),
    }
}
