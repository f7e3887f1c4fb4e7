//! The project root of a document: the nearest folder above it with `kader.toml`, else the nearest with `.git`.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use crate::system::{FileKind, System, paths};

/// The name of the configuration file.
pub const CONFIG: &str = "kader.toml";
const GIT: &str = ".git";

/// The project root of one document, as an absolute path; `None` where neither `kader.toml` nor git gives one. Its path is taken as
/// written, links not followed; it need not exist. For many documents use a [`RootFinder`].
#[must_use]
pub fn project_root(system: &dyn System, document: &Path) -> Option<PathBuf> {
    RootFinder::new(system).root(document).map(|root| root.to_path_buf())
}

/// Finds the roots of many documents, and looks at each folder once. What has been seen is kept: make a new one when files may have
/// changed.
pub struct RootFinder<'a> {
    system: &'a dyn System,
    current_dir: PathBuf,
    /// Folders that are the roots of what has none.
    else_roots: Vec<Arc<Path>>,
    /// By the spelling of the folder's path: paths as such are slow to hash.
    folders: RwLock<HashMap<OsString, Above>>,
}

/// The nearest marks in a folder and above it.
#[derive(Clone, Default)]
struct Above {
    config: Option<Arc<Path>>,
    git: Option<Arc<Path>>,
}

impl<'a> RootFinder<'a> {
    /// A finder that has seen nothing yet. Relative paths stand below the working directory.
    #[must_use]
    pub fn new(system: &'a dyn System) -> Self {
        let current_dir = system.current_dir().unwrap_or_default();
        Self { system, current_dir, else_roots: Vec::new(), folders: RwLock::default() }
    }

    /// The same, with folders (absolute) that are the roots of documents in them where nothing else gives one; the innermost counts.
    #[must_use]
    pub fn with_else_roots(self, folders: &[PathBuf]) -> Self {
        let mut else_roots: Vec<Arc<Path>> = folders.iter().map(|folder| Arc::from(folder.as_path())).collect();
        else_roots.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
        Self { else_roots, ..self }
    }

    /// The project root of `document`, see [`project_root`].
    #[must_use]
    pub fn root(&self, document: &Path) -> Option<Arc<Path>> {
        let above = self.above(document);
        above.config.or(above.git).or_else(|| self.else_root(document))
    }

    fn else_root(&self, document: &Path) -> Option<Arc<Path>> {
        let document = paths::cleaned(&self.current_dir, document);
        let holds = |folder: &Path| paths::below(folder, &document).is_some_and(|rest| !rest.as_os_str().is_empty());
        self.else_roots.iter().find(|folder| holds(folder)).cloned()
    }

    /// The nearest folder above `document` with a `kader.toml`.
    #[must_use]
    pub fn config_folder(&self, document: &Path) -> Option<Arc<Path>> {
        self.above(document).config
    }

    fn above(&self, document: &Path) -> Above {
        let document = paths::cleaned(&self.current_dir, document);
        let mut unseen = Vec::new();
        let mut above = Above::default();
        {
            let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
            for folder in document.ancestors().skip(1) {
                if let Some(known) = folders.get(folder.as_os_str()) {
                    above = known.clone();
                    break;
                }
                unseen.push(folder);
            }
        }
        if unseen.is_empty() {
            return above;
        }
        let mut seen = Vec::with_capacity(unseen.len());
        for folder in unseen.into_iter().rev() {
            above = self.look(folder, above);
            seen.push((folder.as_os_str().to_owned(), above.clone()));
        }
        self.folders.write().unwrap_or_else(PoisonError::into_inner).extend(seen);
        above
    }

    fn look(&self, folder: &Path, mut above: Above) -> Above {
        if self.system.kind(&folder.join(CONFIG)).is_ok_and(|kind| kind != FileKind::Folder) {
            above.config = Some(Arc::from(folder));
        }
        if self.system.exists(&folder.join(GIT)) {
            above.git = Some(Arc::from(folder));
        }
        above
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{RootFinder, project_root};
    use crate::system::Memory;

    fn machine() -> Memory {
        Memory::new()
            .with_file("/w/kader.toml", "")
            .with_folder("/w/repo/.git")
            .with_file("/w/repo/sub/kader.toml", "")
            .with_file("/g/.git", "gitdir: elsewhere")
            .with_folder("/g/a/kader.toml")
            .with_folder("/g/a/b")
            .with_current_dir("/w/repo/sub")
    }

    fn root(path: &str) -> Option<PathBuf> {
        project_root(&machine(), Path::new(path))
    }

    #[test]
    fn the_nearest_configuration_goes_before_git() {
        assert_eq!(root("/w/repo/sub/x/a.json"), Some("/w/repo/sub".into()));
        assert_eq!(root("/w/repo/a.json"), Some("/w".into()));
        assert_eq!(root("/w/a.json"), Some("/w".into()));
    }

    #[test]
    fn git_else_and_else_nothing() {
        assert_eq!(root("/g/a/b/c/a.json"), Some("/g".into()));
        assert_eq!(root("/elsewhere/a.json"), None);
        assert_eq!(root("/"), None);
    }

    #[test]
    fn relative_paths_are_taken_out_of_their_dots() {
        assert_eq!(root("a.json"), Some("/w/repo/sub".into()));
        assert_eq!(root("../other/a.json"), Some("/w".into()));
        assert_eq!(root("../../../g/./a.json"), Some("/g".into()));
    }

    #[test]
    fn a_finder_remembers() {
        let machine = machine();
        let finder = RootFinder::new(&machine);
        let first = finder.root(Path::new("/w/repo/sub/a.json"));
        machine.remove("/w/repo/sub/kader.toml");
        assert_eq!(finder.root(Path::new("/w/repo/sub/b.json")), first);
        assert_eq!(RootFinder::new(&machine).root(Path::new("/w/repo/sub/b.json")).as_deref(), Some(Path::new("/w")));
        assert_eq!(finder.config_folder(Path::new("/g/a.json")), None);
    }
}
