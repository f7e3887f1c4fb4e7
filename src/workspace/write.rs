//! Writing a document back: only over the text that was read.

use std::io;
use std::path::Path;

use crate::system::{ReadFile, System};

/// Why a document was not written; it then stands as it was.
#[derive(Debug)]
pub enum NotWritten {
    /// It has changed since it was read.
    Changed,
    /// What the file system says.
    Failed(io::Error),
}

/// Puts `new` in the place of the file at `path`, whole or not at all, where that still holds `old`. Between looking and writing a
/// moment is left, which no file system takes away.
///
/// # Errors
/// Why it was not written.
pub fn write_if_unchanged(system: &dyn System, path: &Path, old: &[u8], new: &[u8]) -> Result<(), NotWritten> {
    let size = u64::try_from(old.len()).unwrap_or(u64::MAX);
    match system.read(path, size).map_err(NotWritten::Failed)? {
        ReadFile::Bytes(bytes) if bytes == old => system.write(path, new).map_err(NotWritten::Failed),
        ReadFile::Bytes(_) | ReadFile::TooLarge(_) => Err(NotWritten::Changed),
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::path::Path;

    use super::{NotWritten, write_if_unchanged};
    use crate::system::{Memory, Os, ReadFile, System};

    /// What came of writing `new` over `old`: "written", "changed" or the kind of the error.
    fn outcome(system: &dyn System, path: &Path, old: &str, new: &str) -> String {
        match write_if_unchanged(system, path, old.as_bytes(), new.as_bytes()) {
            Ok(()) => "written".to_owned(),
            Err(NotWritten::Changed) => "changed".to_owned(),
            Err(NotWritten::Failed(error)) => format!("{:?}", error.kind()),
        }
    }

    fn text(system: &dyn System, path: &Path) -> String {
        match system.read(path, 99).unwrap() {
            ReadFile::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            ReadFile::TooLarge(size) => panic!("{size} bytes"),
        }
    }

    #[test]
    fn only_over_what_was_read() {
        let machine = Memory::new().with_file("/a", "oud").with_link("/b", "a").unreadable("/c");
        let (a, b) = (Path::new("/a"), Path::new("/b"));
        assert_eq!(outcome(&machine, b, "oud", "nieuw"), "written");
        assert_eq!(text(&machine, a), "nieuw");
        for old in ["oud", "nieuwe", "nieu", ""] {
            assert_eq!(outcome(&machine, a, old, "x"), "changed", "{old}");
        }
        assert_eq!(text(&machine, a), "nieuw");
        assert_eq!(outcome(&machine, Path::new("/c"), "", "x"), "PermissionDenied");
        assert_eq!(outcome(&machine, Path::new("/weg"), "", "x"), "NotFound");
        assert!(!machine.exists(Path::new("/weg")), "what is gone is not made again");
    }

    #[test]
    fn a_file_that_is_read_only_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        std::fs::write(&file, "oud").unwrap();
        assert_eq!(outcome(&Os, &file, "oud", "nieuw"), "written");
        let mut permissions = std::fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&file, permissions).unwrap();
        assert_eq!(outcome(&Os, &file, "nieuw", "x"), format!("{:?}", ErrorKind::PermissionDenied));
        assert_eq!(text(&Os, &file), "nieuw");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_never_what_was_read() {
        assert_eq!(outcome(&Os, Path::new("/dev/full"), "", "x"), "changed");
        assert_eq!(outcome(&Os, Path::new("/dev/null"), "", "x"), "written");
    }
}
