//! A machine as it was read, with drafts over its files: what is looked at stays the same however often it is looked at.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Layer, ReadFile, System};

/// Files over those of another machine. A file that has been read keeps its bytes, whatever happens below; a draft takes their place.
/// Nothing is written below.
pub struct Drafts<'s> {
    below: &'s dyn System,
    files: Mutex<BTreeMap<PathBuf, Vec<u8>>>,
}

impl<'s> Drafts<'s> {
    /// A machine without drafts yet.
    pub fn over(below: &'s dyn System) -> Self {
        Self { below, files: Mutex::default() }
    }

    /// Puts a draft over the file at `path`; gives what it hides, where that has been read.
    pub fn put(&self, path: &Path, bytes: Vec<u8>) -> Option<Vec<u8>> {
        self.files().insert(path.to_owned(), bytes)
    }

    /// The bytes of the file at `path`, where they have been read or drafted.
    pub fn get(&self, path: &Path) -> Option<Vec<u8>> {
        self.files().get(path).cloned()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Vec<u8>>> {
        // A thread that panicked has left the map whole: it is changed by single insertions.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes, if there are no more of them than the limit.
fn within(bytes: Vec<u8>, limit: u64) -> ReadFile {
    let size = bytes.len() as u64;
    if size > limit { ReadFile::TooLarge(size) } else { ReadFile::Bytes(bytes) }
}

impl Layer for Drafts<'_> {
    fn below(&self) -> &dyn System {
        self.below
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        if let Some(bytes) = self.get(path) {
            return Ok(within(bytes, limit));
        }
        let read = self.below.read(path, limit)?;
        if let ReadFile::Bytes(bytes) = &read {
            self.put(path, bytes.clone());
        }
        Ok(read)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.put(path, bytes.to_vec());
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let old = match Layer::read(self, path, u64::MAX) {
            Ok(ReadFile::Bytes(old)) => old,
            Ok(ReadFile::TooLarge(_)) => return Err(io::ErrorKind::FileTooLarge.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        Layer::write(self, path, &[&old, bytes].concat())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if self.get(path).is_some() || self.below.exists(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        Layer::write(self, path, bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Drafts;
    use crate::system::{Memory, ReadFile, System};

    #[test]
    fn what_was_read_stays_and_a_draft_hides_it() {
        let machine = Memory::new().with_file("/a", "een");
        let drafts = Drafts::over(&machine);
        let read = |limit| drafts.read(Path::new("/a"), limit).unwrap();
        assert_eq!(read(9), ReadFile::Bytes(b"een".to_vec()));
        machine.put("/a", "twee");
        assert_eq!(read(9), ReadFile::Bytes(b"een".to_vec()));
        assert_eq!(drafts.put(Path::new("/a"), b"drie!".to_vec()), Some(b"een".to_vec()));
        assert_eq!((read(5), read(4)), (ReadFile::Bytes(b"drie!".to_vec()), ReadFile::TooLarge(5)));
        assert_eq!(machine.read(Path::new("/a"), 9).unwrap(), ReadFile::Bytes(b"twee".to_vec()));
    }

    #[test]
    fn adding_to_a_file_is_a_draft_too() {
        let machine = Memory::new().with_file("/a", "een");
        let drafts = Drafts::over(&machine);
        for path in ["/a", "/b"] {
            System::append(&drafts, Path::new(path), b"!").unwrap();
        }
        let read = |path| drafts.get(Path::new(path));
        assert_eq!((read("/a"), read("/b")), (Some(b"een!".to_vec()), Some(b"!".to_vec())));
        assert_eq!(machine.read(Path::new("/a"), 9).unwrap(), ReadFile::Bytes(b"een".to_vec()));
        assert!(!machine.exists(Path::new("/b")));
    }
}
