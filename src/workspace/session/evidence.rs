//! Which files a document points at, and whether they were there when it was judged.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::system::{FileKind, Layer, System};

/// The paths that a document was told of, each with whether something stood there.
pub(super) type Evidence = Vec<(PathBuf, bool)>;

/// A machine that keeps in mind what it is asked for.
pub(super) struct Asked<'a> {
    system: &'a dyn System,
    asked: Mutex<Evidence>,
}

impl<'a> Asked<'a> {
    /// Nothing has been asked of it yet.
    pub(super) fn of(system: &'a dyn System) -> Self {
        Self { system, asked: Mutex::default() }
    }

    /// What it was asked for.
    pub(super) fn evidence(self) -> Evidence {
        self.asked.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Layer for Asked<'_> {
    fn below(&self) -> &dyn System {
        self.system
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        let kind = self.system.kind(path);
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push((path.to_path_buf(), kind.is_ok()));
        kind
    }
}
