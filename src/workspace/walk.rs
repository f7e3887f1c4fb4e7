//! Which documents there are.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::config::Configs;
pub use crate::config::SUFFIX;
pub use crate::system::{Failure, Walk};
use crate::system::{System, paths};

/// Whether `path` bears the name of a document.
#[must_use]
pub fn is_document(path: &Path) -> bool {
    paths::ends_in(path, SUFFIX)
}

/// The documents below the folder `start`, or `start` itself where it is a file. What may not be looked at is among the failures.
#[must_use]
pub fn documents(system: &dyn System, start: &Path) -> Walk {
    system.walk(start, &is_document)
}

/// As [`documents`], but what is a document, and what is passed over, is as the configurations say. What may not be looked at is no failure
/// where `exclude` leaves it out.
#[must_use]
pub fn taken(system: &dyn System, configs: &Configs<'_>, start: &Path) -> Walk {
    let sieve = configs.sieve();
    let mut walk = system.walk(start, &|path| sieve.takes(path));
    walk.failures.retain(|failure| !configs.excludes(&failure.path));
    walk
}

/// The files sorted by the bytes of their paths, each under its first name only. One that is not there (any more) is left in: who reads
/// it will tell.
#[must_use]
pub fn unique(system: &dyn System, mut files: Vec<PathBuf>) -> Vec<PathBuf> {
    files.sort_unstable_by(|one, other| paths::by_bytes(one, other));
    files.dedup();
    let mut seen = HashSet::with_capacity(files.len());
    files.retain(|path| system.identity(path).map_or(true, |id| seen.insert(id)));
    files
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{documents, is_document, taken, unique};
    use crate::config::{Choice, Configs};
    use crate::system::Memory;

    #[test]
    fn only_documents_are_found() {
        let machine = Memory::new()
            .with_file("/w/a.afspraak.json", "")
            .with_file("/w/a.json", "")
            .with_folder("/w/map.afspraak.json");
        assert_eq!(documents(&machine, Path::new("/w")).files, [PathBuf::from("/w/a.afspraak.json")]);
        assert!(is_document(Path::new("x/.afspraak.json")) && !is_document(Path::new("afspraak.json")));
    }

    #[test]
    fn configurations_say_what_is_taken() {
        let machine = Memory::new()
            .with_current_dir("/w")
            .with_file("/w/kader.toml", "include = [\"*.json\"]\nexclude = [\"oud\", \"b.json\"]")
            .with_file("/w/sub/kader.toml", "exclude = [\"c.afspraak.json\"]")
            .with_file("/w/broken/kader.toml", "x = 1");
        for path in ["a.json", "b.json", "oud/a.json", "x.txt", "sub/a.json", "sub/b.afspraak.json"] {
            machine.put(path, "");
        }
        for path in ["sub/c.afspraak.json", "broken/d.afspraak.json", "broken/d.json"] {
            machine.put(path, "");
        }
        let machine = machine.with_link("/w/z.json", "nowhere").with_link("/w/oud/z.json", "nowhere");
        let configs = Configs::new(&machine, Choice::Nearest);
        let walk = taken(&machine, &configs, Path::new("."));
        let names: Vec<_> = walk.files.iter().map(|path| path.to_string_lossy()).collect();
        assert_eq!(names, ["a.json", "broken/d.afspraak.json", "sub/b.afspraak.json"]);
        assert_eq!(
            walk.failures.iter().map(|failure| failure.path.as_path()).collect::<Vec<_>>(),
            [Path::new("z.json")]
        );
        assert_eq!(configs.faults().len(), 1);
    }

    #[test]
    fn one_name_each() {
        let machine = Memory::new().with_file("/b", "").with_file("/c", "").with_link("/a", "b");
        let files = ["/c", "/b", "/gone", "/a", "/c"].map(PathBuf::from).to_vec();
        assert_eq!(unique(&machine, files), ["/a", "/c", "/gone"].map(PathBuf::from));
    }
}
