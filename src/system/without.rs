//! A machine on which walks pass over some files.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{FileId, FileKind, GitFault, Listed, ReadFile, Sieve, Stream, System, Versioned, Walk};

/// Another machine, on which no walk finds some files, whatever they are called. Named outright, they are there.
pub struct Without<'s> {
    below: &'s dyn System,
    left_out: Vec<FileId>,
}

impl<'s> Without<'s> {
    /// A machine on which these files are not found; one that is not there is no matter.
    pub fn new<'p>(below: &'s dyn System, files: impl IntoIterator<Item = &'p Path>) -> Self {
        let left_out = files.into_iter().filter_map(|file| below.identity(file).ok()).collect();
        Self { below, left_out }
    }
}

impl System for Without<'_> {
    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        self.below.read(path, limit)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below.write(path, bytes)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below.create(path, bytes)
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        self.below.kind(path)
    }

    fn identity(&self, path: &Path) -> io::Result<FileId> {
        self.below.identity(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.below.canonical(path)
    }

    fn current_dir(&self) -> io::Result<PathBuf> {
        self.below.current_dir()
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        let mut walk = self.below.walk(start, sieve);
        walk.files.retain(|file| !self.below.identity(file).is_ok_and(|id| self.left_out.contains(&id)));
        walk
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        self.below.list(folder)
    }

    fn env(&self, name: &str) -> Option<String> {
        self.below.env(name)
    }

    fn today(&self) -> (i32, u8, u8) {
        self.below.today()
    }

    fn elapsed(&self) -> Duration {
        self.below.elapsed()
    }

    fn stdin(&self, limit: u64) -> io::Result<ReadFile> {
        self.below.stdin(limit)
    }

    fn read_line(&self, limit: u64) -> io::Result<Option<String>> {
        self.below.read_line(limit)
    }

    fn git_show(&self, revision: &str, path: &str, limit: u64) -> Result<Versioned, GitFault> {
        self.below.git_show(revision, path, limit)
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        self.below.is_terminal(stream)
    }

    fn terminal_width(&self) -> Option<u16> {
        self.below.terminal_width()
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::Without;
    use crate::system::{Memory, System as _};

    #[test]
    fn what_is_left_out_is_not_found_but_is_there() {
        let machine = Memory::new().with_file("/w/a.x", "a").with_link("/w/b.x", "a.x").with_file("/w/c.x", "c");
        let without = Without::new(&machine, ["/w/a.x", "/w/gone.x"].map(Path::new));
        assert_eq!(without.walk(Path::new("/w"), &".x").files, [PathBuf::from("/w/c.x")]);
        assert_eq!(machine.walk(Path::new("/w"), &".x").files.len(), 2);
        assert!(without.exists(Path::new("/w/a.x")));
    }
}
