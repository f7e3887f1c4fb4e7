//! Writing a file so that it is never seen half written.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// How many names are tried for the temporary file.
const TRIES: usize = 100;

/// Puts `bytes` in the place of the file at `path`, by way of a temporary file beside it.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (target, old) = match fs::canonicalize(path) {
        Ok(target) => {
            let metadata = fs::metadata(&target)?;
            (target, Some(metadata))
        }
        // Nothing there, or a link that leads nowhere, which is replaced.
        Err(error) if error.kind() == ErrorKind::NotFound => (path.to_path_buf(), None),
        Err(error) => return Err(error),
    };
    if old.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return OpenOptions::new().write(true).open(&target)?.write_all(bytes);
    }
    // A file that may not be written to is not replaced either, though its folder would allow it.
    if old.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let (temporary, file) = create(&target)?;
    let written = fill(file, bytes, old.map(|metadata| metadata.permissions()));
    written.and_then(|()| fs::rename(&temporary, &target)).inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    })
}

/// Makes a new file, and the folders above it.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    fill(file, bytes, None).inspect_err(|_| {
        // Half a file is no file.
        let _ = fs::remove_file(path);
    })
}

fn fill(mut file: File, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
}

/// A new file beside `target`; its name begins with a dot, so that no walk finds it.
fn create(target: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Some(name) = target.file_name() else { return Err(ErrorKind::InvalidInput.into()) };
    for _ in 0..TRIES {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}-{number}.tmp", std::process::id()));
        let temporary = target.with_file_name(hidden);
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{ErrorKind, create_new, write};

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(|name| name.into_string().unwrap()).collect()
    }

    #[test]
    fn replaces_a_longer_file_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.json");
        fs::write(&file, "x".repeat(1000)).unwrap();
        write(&file, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["report.json"]);
    }

    #[test]
    fn a_new_file_needs_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("new"), b"").unwrap();
        assert_eq!(names(folder.path()), ["new"]);
        assert!(write(&folder.path().join("none/new"), b"").is_err());
        assert!(write(folder.path(), b"").is_err());
        assert_eq!(names(folder.path()), ["new"]);
    }

    #[test]
    fn a_new_file_is_never_made_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a/b/new");
        create_new(&file, b"one").unwrap();
        assert_eq!(create_new(&file, b"two").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&file).unwrap(), b"one");
        assert!(create_new(&file.join("below"), b"").is_err());
        #[cfg(unix)]
        {
            let link = folder.path().join("link");
            std::os::unix::fs::symlink("nowhere", &link).unwrap();
            assert_eq!(create_new(&link, b"").unwrap_err().kind(), ErrorKind::AlreadyExists);
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_links_and_keeps_permissions() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("file", &link).unwrap();
        write(&link, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn what_is_read_only_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "old").unwrap();
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).unwrap();
        assert_eq!(write(&file, b"new").unwrap_err().kind(), std::io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&file).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_device_is_an_error() {
        let error = write(Path::new("/dev/full"), b"x").unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    }
}
