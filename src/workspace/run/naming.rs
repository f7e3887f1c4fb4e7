//! How documents are named in reports: by paths relative to the working directory, or to the project root.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::system::paths;

/// Makes paths relative.
pub(super) struct Names {
    current: PathBuf,
    base: PathBuf,
}

impl Names {
    /// From the project roots of all documents: their nearest common folder. A document without a root counts as
    /// having the working directory as its root.
    pub(super) fn new(current: &Path, roots: impl Iterator<Item = Option<Arc<Path>>>) -> Self {
        let mut base: Option<PathBuf> = None;
        for root in roots {
            let root = root.as_deref().unwrap_or(current);
            base = Some(base.map_or_else(|| root.to_path_buf(), |base| common(base, root)));
        }
        Self { current: current.to_path_buf(), base: base.unwrap_or_else(|| current.to_path_buf()) }
    }

    /// Relative to the working directory; a path outside it stays absolute.
    pub(super) fn relative_to_current(&self, file: &Path) -> String {
        relative(&self.current, file)
    }

    /// Relative to the project root; a path outside it stays absolute.
    pub(super) fn relative_to_project(&self, file: &Path) -> String {
        relative(&self.base, file)
    }
}

/// A path with `/`, relative to a folder; absolute where it is outside it.
pub(super) fn relative(base: &Path, file: &Path) -> String {
    let path = paths::below(base, file).unwrap_or(file);
    let shown = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { shown.into_owned() } else { shown.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// The nearest folder that holds two folders.
fn common(one: PathBuf, other: &Path) -> PathBuf {
    if other.starts_with(&one) {
        return one;
    }
    let same = one.components().zip(other.components()).take_while(|(one, other)| one == other);
    same.map(|(part, _)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_roots_have_a_common_folder() {
        let names =
            Names::new(Path::new("/w/x"), ["/w/a/b", "/w/a/c"].map(|root| Some(Path::new(root).into())).into_iter());
        assert_eq!(names.relative_to_project(Path::new("/w/a/c/d.afspraak.json")), "c/d.afspraak.json");
        assert_eq!(names.relative_to_current(Path::new("/w/a/c/d.afspraak.json")), "/w/a/c/d.afspraak.json");
    }

    #[test]
    fn without_a_root_the_working_directory_serves() {
        let names = Names::new(Path::new("/w"), [None].into_iter());
        assert_eq!(names.relative_to_project(Path::new("/w/d.afspraak.json")), "d.afspraak.json");
        assert_eq!(names.relative_to_project(Path::new("/v/d.afspraak.json")), "/v/d.afspraak.json");
    }
}
