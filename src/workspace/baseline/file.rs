//! A baseline's file: read with every fault at its place, and written over what was read only.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::{ConfigFault, Source, why_unreadable};
use crate::file::FileFault;
use crate::findings::Neighbour;
use crate::findings::baseline::{BadLine, Placed, read};
use crate::system::{ReadFile, System, paths};
use crate::text::suggest::nearest_loose;
use crate::text::{Encoding, LineIndex, visible};
use crate::workspace::policies::Loaded;
use crate::workspace::run::STDIN;
use crate::workspace::write::{NotWritten, write_if_unchanged};

/// So many faults are shown; what is no baseline at all has many.
const MOST_FAULTS: usize = 20;

/// The most bytes of a baseline.
const LIMIT: u64 = 64 << 20;

/// A baseline's file.
pub(super) struct File {
    path: PathBuf,
    /// Its folder: the paths in it begin there.
    pub(super) folder: PathBuf,
    /// Its path for people: relative to the working directory.
    pub(super) name: Box<str>,
    /// What was read; `None` where there is no file yet.
    source: Option<Arc<Source>>,
    /// Its entries, as they stand there.
    pub(super) entries: Vec<Placed>,
    /// What is wrong in it.
    pub(super) faults: Vec<ConfigFault>,
}

/// The lines of a text, found once for many places.
pub(super) struct Lines<'t> {
    text: &'t str,
    index: LineIndex,
}

impl Lines<'_> {
    /// The line, 1-based, of a byte.
    pub(super) fn of(&self, offset: usize) -> usize {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        self.index.position(self.text, offset, Encoding::Utf8).line as usize + 1
    }
}

impl File {
    /// Reads the file at an absolute path. That there is none is a fault, unless it is going to be made.
    pub(super) fn open(system: &dyn System, path: &Path, made: bool) -> Self {
        let current = system.current_dir().unwrap_or_default();
        let name = path.strip_prefix(&current).unwrap_or(path).to_string_lossy();
        let name: Box<str> = name.replace(std::path::MAIN_SEPARATOR, "/").into();
        let folder = path.parent().unwrap_or(path).to_path_buf();
        let (source, entries, faults) = (None, Vec::new(), Vec::new());
        let mut file = Self { path: path.to_path_buf(), folder, name, source, entries, faults };
        match system.read(path, LIMIT) {
            Ok(ReadFile::Bytes(bytes)) => file.take(bytes),
            Ok(ReadFile::TooLarge(_)) => file.unreadable("large", ""),
            Err(error) if made && error.kind() == ErrorKind::NotFound => {}
            Err(error) => file.unreadable(why_unreadable(error.kind()), &error.to_string()),
        }
        file
    }

    fn take(&mut self, bytes: Vec<u8>) {
        let broken = std::str::from_utf8(&bytes).err().map(|error| error.valid_up_to());
        let text = String::from_utf8(bytes);
        let text = text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        let (entries, bad) = read(&text);
        self.source = Some(Arc::new(Source { path: self.path.clone(), name: self.name.clone(), text }));
        if let Some(at) = broken {
            self.fault_at(at..at, "config-not-utf8", "");
            return;
        }
        self.entries = entries;
        for (fault, at) in bad {
            let key = match fault {
                BadLine::Columns => "baseline-columns",
                BadLine::Fingerprint => "baseline-fingerprint",
                BadLine::Code => "baseline-code",
            };
            self.fault_at(at, key, "");
        }
    }

    /// Says which entries have codes that no policy of the run has.
    pub(super) fn check_codes(&mut self, policies: &[Arc<Loaded>]) {
        let codes: Vec<String> =
            policies.iter().flat_map(|loaded| loaded.policy.rules()).map(|rule| rule.code.to_string()).collect();
        let is_left_out =
            |code| policies.iter().any(|loaded| loaded.policy.left_out().iter().any(|left| left.code == code));
        let unknown =
            |(entry, _): &&Placed| !codes.iter().any(|code| code == entry.code.as_str()) && !is_left_out(entry.code);
        let found: Vec<Placed> = self.entries.iter().filter(unknown).cloned().collect();
        for (entry, line) in found {
            let code = entry.code.to_string();
            let start = line.start + entry.fingerprint.to_string().len() + 1;
            let near = nearest_loose(&code, codes.iter().map(String::as_str)).unwrap_or_default().to_owned();
            self.fault_at(start..start + code.len(), "baseline-unknown-code", &near);
        }
        self.faults.sort_by_key(|fault| fault.fault.span.as_ref().map(|span| span.start));
        self.shorten();
    }

    /// Counts the faults that nobody would read to the end.
    fn shorten(&mut self) {
        let rest = self.faults.len().saturating_sub(MOST_FAULTS);
        if let Some(ConfigFault { fault, .. }) = self.faults.get_mut(MOST_FAULTS).filter(|_| rest > 1) {
            (fault.key, fault.args) = ("baseline-more", vec![("count", rest.into())]);
            self.faults.truncate(MOST_FAULTS + 1);
        }
    }

    /// The lines of the file, to find places in it.
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines { text: self.text(), index: LineIndex::new(self.text()) }
    }

    /// Writes another text over what was read; where it is the same, nothing is done.
    pub(super) fn write(&self, system: &dyn System, text: &str) -> Result<(), NotWritten> {
        match &self.source {
            Some(source) if source.text == text => Ok(()),
            Some(source) => write_if_unchanged(system, &self.path, source.text.as_bytes(), text.as_bytes()),
            None if system.exists(&self.path) => Err(NotWritten::Changed),
            None => system.write(&self.path, text.as_bytes()).map_err(NotWritten::Failed),
        }
    }

    fn text(&self) -> &str {
        self.source.as_ref().map_or("", |source| &source.text)
    }

    /// A fault of the file as a whole.
    fn unreadable(&mut self, why: &'static str, detail: &str) {
        let args = vec![("why", why.into()), ("detail", detail.to_owned().into())];
        self.fault(FileFault { file: self.name.clone(), span: None, key: "baseline-unreadable", args });
    }

    /// A fault at a place.
    fn fault_at(&mut self, at: Range<usize>, key: &'static str, suggestion: &str) {
        let word = self.text().get(at.clone()).unwrap_or_default().to_owned();
        let args = vec![("value", word.into()), ("suggestion", suggestion.to_owned().into())];
        self.fault(FileFault { file: self.name.clone(), span: Some(at), key, args });
    }

    fn fault(&mut self, fault: FileFault) {
        self.faults.push(ConfigFault::new(fault, self.source.clone()));
    }
}

/// How a baseline names documents: by their paths from its own folder.
pub(super) struct Names<'a> {
    /// The baseline's folder.
    pub(super) folder: &'a Path,
    /// The working directory.
    pub(super) current: PathBuf,
}

impl Names<'_> {
    /// A document as reports name it; standard input stands for the file of its name.
    pub(super) fn of(&self, document: &Neighbour) -> String {
        match &document.file {
            Some(file) => self.of_file(file),
            None if &*document.path == STDIN => STDIN.to_owned(),
            None => self.of_file(&paths::absolute(&self.current, Path::new(&*document.path))),
        }
    }

    /// A file.
    pub(super) fn of_file(&self, file: &Path) -> String {
        let path = paths::relative(self.folder, file);
        let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        visible(&path).into_owned()
    }
}
