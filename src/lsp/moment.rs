//! One document at one moment: its text as the client has it, and what was found in it.

use std::sync::{Arc, OnceLock};

use crate::json::{self, Limits, Parsed};
use crate::system::{ReadFile, System};
use crate::text::{Encoding, LineIndex};
use crate::workspace::session::{Characters, Entry};

/// One document at one moment.
pub(super) struct Moment {
    /// Its text; that of a closed document is read when it is first asked for.
    text: OnceLock<Arc<str>>,
    system: Arc<dyn System>,
    /// What was found, where that is of this text.
    entry: Option<Arc<Entry>>,
    lines: OnceLock<LineIndex>,
    parsed: OnceLock<Arc<Parsed>>,
}

impl Moment {
    /// An open document, and what is known of it.
    pub(super) fn open(text: &Arc<str>, entry: Option<&Arc<Entry>>, system: &Arc<dyn System>) -> Self {
        let same = |entry: &&Arc<Entry>| entry.text.as_ref().is_some_and(|other| Arc::ptr_eq(other, text));
        Self::new(OnceLock::from(Arc::clone(text)), entry.filter(same).cloned(), system)
    }

    /// A document as it stands on the disk; empty where it cannot be read.
    pub(super) fn closed(entry: &Arc<Entry>, system: &Arc<dyn System>) -> Self {
        Self::new(OnceLock::new(), Some(Arc::clone(entry)), system)
    }

    fn new(text: OnceLock<Arc<str>>, entry: Option<Arc<Entry>>, system: &Arc<dyn System>) -> Self {
        Self { text, system: Arc::clone(system), entry, lines: OnceLock::new(), parsed: OnceLock::new() }
    }

    /// Its text.
    pub(super) fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| self.entry.as_ref().map_or("".into(), |entry| self.read(entry)))
    }

    fn read(&self, entry: &Entry) -> Arc<str> {
        let limit = entry.book.as_ref().map_or(0, |book| book.max_size);
        match entry.key.file().map(|file| self.system.read(file, limit)) {
            Some(Ok(ReadFile::Bytes(bytes))) => String::from_utf8_lossy(&bytes).as_ref().into(),
            _ => "".into(),
        }
    }

    /// What was found in it; `None` where it has not been judged as it is.
    pub(super) fn judged(&self) -> Option<&Arc<Entry>> {
        self.entry.as_ref()
    }

    /// Whether columns that count characters are those of an encoding, so that nobody need look at the text.
    pub(super) fn counts_as(&self, encoding: Encoding) -> bool {
        let counted = self.entry.as_ref().map_or(Characters::Any, |entry| entry.characters);
        match encoding {
            Encoding::Utf8 => counted == Characters::OneByte,
            Encoding::Utf16 => counted != Characters::Any,
            Encoding::Utf32 | Encoding::Scalar => true,
        }
    }

    /// Where its lines begin.
    pub(super) fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(self.text()))
    }

    /// Its tree.
    pub(super) fn parsed(&self) -> &Parsed {
        let known = self.entry.as_ref().and_then(|entry| entry.parsed());
        let parse = || Arc::new(json::parse(self.text().as_bytes(), Limits::default()));
        known.unwrap_or_else(|| self.parsed.get_or_init(parse))
    }
}
