//! The world around a document on disk, as far as rules may ask.

use std::path::{Path, PathBuf};

use crate::facts::{Evidence, Surroundings};
use crate::system::{System, paths};

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
