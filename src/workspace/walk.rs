//! Which documents there are.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use crate::config::Configs;
use crate::policy::SUFFIX;
pub use crate::system::{Failure, Walk};
use crate::system::{System, paths};

/// Whether `path` bears the name of a document.
#[must_use]
pub fn is_document(path: &Path) -> bool {
    paths::ends_in(path, SUFFIX)
}

/// The documents below the folder `start` as their configurations have it, or `start` itself where it is a file. What may not be looked at is
/// among the failures.
#[must_use]
pub fn documents(system: &dyn System, configs: &Configs<'_>, start: &Path) -> Walk {
    system.walk(start, &configs.sieve())
}

/// The files sorted by the bytes of their paths, each under its first name only. One that is not there (any more) is left in: who reads
/// it will tell.
#[must_use]
pub fn unique(system: &dyn System, mut files: Vec<Arc<Path>>) -> Vec<Arc<Path>> {
    files.sort_unstable_by(|one, other| paths::by_bytes(one, other));
    files.dedup();
    let mut seen = HashSet::with_capacity(files.len());
    files.retain(|path| system.identity(path).map_or(true, |id| seen.insert(id)));
    files
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use super::{documents, is_document, unique};
    use crate::config::{Choice, Configs};
    use crate::system::Memory;

    #[test]
    fn only_documents_are_found() {
        let machine = Memory::new()
            .with_file("/w/a.afspraak.json", "")
            .with_file("/w/a.json", "")
            .with_folder("/w/map.afspraak.json");
        let configs = Configs::new(&machine, Choice::Nearest);
        assert_eq!(documents(&machine, &configs, Path::new("/w")).files, [PathBuf::from("/w/a.afspraak.json")]);
        assert!(is_document(Path::new("x/.afspraak.json")) && !is_document(Path::new("afspraak.json")));
    }

    #[test]
    fn one_name_each() {
        let machine = Memory::new().with_file("/b", "").with_file("/c", "").with_link("/a", "b");
        let files = ["/c", "/b", "/gone", "/a", "/c"].map(|path| Arc::from(Path::new(path))).to_vec();
        let unique: Vec<PathBuf> = unique(&machine, files).iter().map(|path| path.to_path_buf()).collect();
        assert_eq!(unique, ["/a", "/c", "/gone"].map(PathBuf::from));
    }
}
