//! One document at one moment: its text as the client has it, and what was found in it.

use std::sync::{Arc, OnceLock};

use crate::json::{self, Limits, Parsed};
use crate::system::{ReadFile, System};
use crate::text::LineIndex;
use crate::workspace::session::Entry;

/// One document at one moment.
pub(super) struct Moment {
    text: Arc<str>,
    /// What was found, where that is of this text.
    entry: Option<Arc<Entry>>,
    lines: OnceLock<LineIndex>,
    parsed: OnceLock<Arc<Parsed>>,
}

impl Moment {
    /// An open document, and what is known of it.
    pub(super) fn open(text: &Arc<str>, entry: Option<&Arc<Entry>>) -> Self {
        let same = |entry: &&Arc<Entry>| entry.text.as_ref().is_some_and(|other| Arc::ptr_eq(other, text));
        Self::new(Arc::clone(text), entry.filter(same).cloned())
    }

    /// A document as it stands on the disk; empty where it cannot be read.
    pub(super) fn closed(entry: &Arc<Entry>, system: &dyn System) -> Self {
        let limit = entry.book.as_ref().map_or(0, |book| book.max_size);
        let bytes = match entry.key.file().map(|file| system.read(file, limit)) {
            Some(Ok(ReadFile::Bytes(bytes))) => bytes,
            _ => Vec::new(),
        };
        Self::new(String::from_utf8_lossy(&bytes).as_ref().into(), Some(Arc::clone(entry)))
    }

    fn new(text: Arc<str>, entry: Option<Arc<Entry>>) -> Self {
        Self { text, entry, lines: OnceLock::new(), parsed: OnceLock::new() }
    }

    /// Its text.
    pub(super) fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// What was found in it; `None` where it has not been judged as it is.
    pub(super) fn judged(&self) -> Option<&Arc<Entry>> {
        self.entry.as_ref()
    }

    /// Where its lines begin.
    pub(super) fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Its tree.
    pub(super) fn parsed(&self) -> &Parsed {
        let known = self.entry.as_ref().and_then(|entry| entry.parsed());
        let parse = || Arc::new(json::parse(self.text.as_bytes(), Limits::default()));
        known.unwrap_or_else(|| self.parsed.get_or_init(parse))
    }
}
