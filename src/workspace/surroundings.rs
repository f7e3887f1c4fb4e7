//! Where a document stands: the world around it on disk, as far as rules may ask.

use std::path::{Path, PathBuf};

use crate::assess::Ask;
use crate::facts::{Alone, Evidence, Surroundings};
use crate::system::{System, paths};
use crate::workspace::judge::{Depth, Examined, Subject};
use crate::workspace::rulebooks::Rulebook;

/// What stands beside a document.
pub struct Beside<'a> {
    system: &'a dyn System,
    folder: PathBuf,
    root: PathBuf,
}

impl<'a> Beside<'a> {
    /// The surroundings of a document at an absolute path, in a project with an absolute root.
    pub fn new(system: &'a dyn System, document: &Path, root: &Path) -> Self {
        let folder = document.parent().unwrap_or(document).to_path_buf();
        Self { system, folder, root: root.to_path_buf() }
    }
}

impl Surroundings for Beside<'_> {
    fn evidence(&self, path: &str) -> Evidence {
        let target = paths::absolute(&self.folder, Path::new(path));
        if !target.starts_with(&self.root) {
            Evidence::Outside
        } else if self.system.exists(&target) {
            Evidence::Found
        } else {
            Evidence::Missing
        }
    }
}

/// A document to be judged by itself, and where it stands.
pub struct Stand<'a> {
    /// The machine on which it stands.
    pub system: &'a dyn System,
    /// Its file and its project's root, both absolute; `None` where it has no place of its own.
    pub place: Option<(&'a Path, &'a Path)>,
    /// What names it where its `id` does not.
    pub path: &'a str,
    /// How far it is judged.
    pub depth: Depth,
    /// What is to be assessed beside; `None` for nothing.
    pub ask: Option<&'a Ask>,
}

impl Stand<'_> {
    /// The document, judged by a rulebook; without `bytes` it is larger than that allows.
    pub fn examined(&self, book: &Rulebook, bytes: Option<&[u8]>) -> Examined {
        let beside = self.place.map(|(file, root)| Beside::new(self.system, file, root));
        let surroundings: &dyn Surroundings = match &beside {
            Some(beside) => beside,
            None => &Alone,
        };
        let subject = Subject { path: self.path, surroundings, depth: self.depth, ask: self.ask };
        match bytes.filter(|bytes| bytes.len() as u64 <= book.max_size) {
            Some(bytes) => book.judge.examine(bytes, subject, &|_| {}),
            None => book.judge.too_large(book.max_size, subject, &|_| {}),
        }
    }
}
