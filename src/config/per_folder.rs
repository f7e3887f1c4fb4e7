//! What is the same for all files of a folder, found out once while files of one folder come one behind the other.

use std::path::{Path, PathBuf};

/// The last folder, and what was found out for its files.
#[derive(Debug)]
pub struct PerFolder<T>(Option<(PathBuf, T)>);

impl<T> Default for PerFolder<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> PerFolder<T> {
    /// What holds for a file: as for the last one where that stands in the same folder, else what `find` finds out.
    pub fn of(&mut self, file: &Path, find: impl FnOnce() -> T) -> &T {
        let folder = file.parent().unwrap_or(file);
        if self.0.as_ref().is_none_or(|(last, _)| last.as_os_str() != folder.as_os_str()) {
            self.0 = None;
        }
        &self.0.get_or_insert_with(|| (folder.to_path_buf(), find())).1
    }
}
