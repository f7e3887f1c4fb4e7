//! A machine over another one: what it says itself, and the rest as the other has it.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{FileId, FileKind, GitFault, Listed, ReadFile, Sieve, Stream, System, Versioned, Walk};

/// A machine over another one; each method means what it means in [`System`].
#[expect(missing_docs, reason = "each method is explained where the machine is")]
pub trait Layer: Send + Sync {
    /// The machine below.
    fn below(&self) -> &dyn System;

    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        self.below().read(path, limit)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below().write(path, bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below().append(path, bytes)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.below().create(path, bytes)
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        self.below().kind(path)
    }

    fn identity(&self, path: &Path) -> io::Result<FileId> {
        self.below().identity(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.below().canonical(path)
    }

    fn current_dir(&self) -> io::Result<PathBuf> {
        self.below().current_dir()
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        self.below().walk(start, sieve)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        self.below().list(folder)
    }

    fn env(&self, name: &str) -> Option<String> {
        self.below().env(name)
    }

    fn today(&self) -> (i32, u8, u8) {
        self.below().today()
    }

    fn elapsed(&self) -> Duration {
        self.below().elapsed()
    }

    fn stdin(&self, limit: u64) -> io::Result<ReadFile> {
        self.below().stdin(limit)
    }

    fn read_line(&self, limit: u64) -> io::Result<Option<String>> {
        self.below().read_line(limit)
    }

    fn git_show(&self, revision: &str, path: &str, limit: u64) -> Result<Versioned, GitFault> {
        self.below().git_show(revision, path, limit)
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        self.below().is_terminal(stream)
    }

    fn terminal_width(&self) -> Option<u16> {
        self.below().terminal_width()
    }
}

impl<L: Layer> System for L {
    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        Layer::read(self, path, limit)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        Layer::write(self, path, bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        Layer::append(self, path, bytes)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        Layer::create(self, path, bytes)
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        Layer::kind(self, path)
    }

    fn identity(&self, path: &Path) -> io::Result<FileId> {
        Layer::identity(self, path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Layer::canonical(self, path)
    }

    fn current_dir(&self) -> io::Result<PathBuf> {
        Layer::current_dir(self)
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        Layer::walk(self, start, sieve)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        Layer::list(self, folder)
    }

    fn env(&self, name: &str) -> Option<String> {
        Layer::env(self, name)
    }

    fn today(&self) -> (i32, u8, u8) {
        Layer::today(self)
    }

    fn elapsed(&self) -> Duration {
        Layer::elapsed(self)
    }

    fn stdin(&self, limit: u64) -> io::Result<ReadFile> {
        Layer::stdin(self, limit)
    }

    fn read_line(&self, limit: u64) -> io::Result<Option<String>> {
        Layer::read_line(self, limit)
    }

    fn git_show(&self, revision: &str, path: &str, limit: u64) -> Result<Versioned, GitFault> {
        Layer::git_show(self, revision, path, limit)
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        Layer::is_terminal(self, stream)
    }

    fn terminal_width(&self) -> Option<u16> {
        Layer::terminal_width(self)
    }
}
