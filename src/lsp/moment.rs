//! One document at one moment: its text as the client has it, and what was found in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::json::{self, Limits, Parsed};
use crate::system::{ReadFile, System};
use crate::text::{Encoding, LineIndex};
use crate::workspace::session::{Characters, Entry};

/// The files that turned out to be others than those that were judged: nobody has told of their change yet.
#[derive(Debug, Default)]
pub(super) struct Missed(Mutex<BTreeSet<PathBuf>>);

impl Missed {
    fn note(&self, file: &Path) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(file.to_path_buf());
    }

    /// Those that were found since they were last taken.
    pub(super) fn take(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_iter().collect()
    }
}

/// A text, and whether it is the one that was judged.
struct Read {
    text: Arc<str>,
    same: bool,
}

/// One document at one moment.
pub(super) struct Moment {
    /// Its text; that of a closed document is read when it is first asked for.
    read: OnceLock<Read>,
    system: Arc<dyn System>,
    /// What was found; of an open document only where that is of this text.
    entry: Option<Arc<Entry>>,
    missed: Arc<Missed>,
    lines: OnceLock<LineIndex>,
    parsed: OnceLock<Arc<Parsed>>,
}

impl Moment {
    /// An open document, and what is known of it.
    pub(super) fn open(text: &Arc<str>, entry: Option<&Arc<Entry>>, system: &Arc<dyn System>) -> Self {
        let same = |entry: &&Arc<Entry>| entry.text.as_ref().is_some_and(|other| Arc::ptr_eq(other, text));
        let read = OnceLock::from(Read { text: Arc::clone(text), same: true });
        Self::new(read, entry.filter(same).cloned(), (system, &Arc::default()))
    }

    /// A document as it stands on the disk; empty where it cannot be read. Where that is not what was judged, it is noted.
    pub(super) fn closed(entry: &Arc<Entry>, system: &Arc<dyn System>, missed: &Arc<Missed>) -> Self {
        Self::new(OnceLock::new(), Some(Arc::clone(entry)), (system, missed))
    }

    fn new(
        read: OnceLock<Read>,
        entry: Option<Arc<Entry>>,
        (system, missed): (&Arc<dyn System>, &Arc<Missed>),
    ) -> Self {
        let (system, missed) = (Arc::clone(system), Arc::clone(missed));
        Self { read, system, entry, missed, lines: OnceLock::new(), parsed: OnceLock::new() }
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| match &self.entry {
            Some(entry) => self.read_from_disk(entry),
            None => Read { text: "".into(), same: true },
        })
    }

    fn read_from_disk(&self, entry: &Entry) -> Read {
        let limit = entry.book.as_ref().map_or(0, |book| book.max_size);
        let bytes = match entry.key.file().map(|file| self.system.read(file, limit)) {
            Some(Ok(ReadFile::Bytes(bytes))) => Some(bytes),
            _ => None,
        };
        let same = entry.is_of(bytes.as_deref());
        if let Some(file) = entry.key.file().filter(|_| !same) {
            self.missed.note(file);
        }
        let text = bytes.map_or_else(|| "".into(), |bytes| String::from_utf8_lossy(&bytes).as_ref().into());
        Read { text, same }
    }

    /// Its text.
    pub(super) fn text(&self) -> &Arc<str> {
        &self.read().text
    }

    /// What was found in it when it was judged; the file of a closed document may have changed since. `None` for an open one that has not
    /// been judged as it is.
    pub(super) fn judged(&self) -> Option<&Arc<Entry>> {
        self.entry.as_ref()
    }

    /// What was found in it, where that is of its text as it is now; a closed document is read for that.
    pub(super) fn current(&self) -> Option<&Arc<Entry>> {
        self.entry.as_ref().filter(|_| self.read().same)
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
        let known = self.current().and_then(|entry| entry.parsed());
        let parse = || Arc::new(json::parse(self.text().as_bytes(), Limits::default()));
        known.unwrap_or_else(|| self.parsed.get_or_init(parse))
    }
}
