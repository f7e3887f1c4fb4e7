//! Writing a file so that it is never seen half written.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// How many names are tried for the temporary file.
const TRIES: usize = 100;

/// Links that lead further than that lead in a ring.
const MOST_LINKS: usize = 40;

/// Puts `bytes` in the place of the file at `path`, by way of a temporary file beside it. Links are followed, also one whose target is
/// still to be made; the mode stays, and the owner where the system allows it.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (target, old) = match fs::canonicalize(path) {
        Ok(target) => {
            let metadata = fs::metadata(&target)?;
            (target, Some(metadata))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => (end_of_links(path)?, None),
        Err(error) => return Err(error),
    };
    if let Some(metadata) = &old {
        // Nothing is cut off here; what may not be written to is not replaced either, though its folder would allow it.
        let mut file = OpenOptions::new().write(true).open(&target)?;
        if !metadata.is_file() {
            return file.write_all(bytes);
        }
        may_be_replaced(metadata)?;
    }
    let (temporary, file) = create(&target, old.is_some())?;
    let written = fill(file, bytes, old.as_ref());
    written.and_then(|()| fs::rename(&temporary, &target)).inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    })
}

/// Where a link leads at which there is nothing yet; the path itself where it is no link.
fn end_of_links(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(ErrorKind::InvalidInput.into())
}

/// A file with several names would keep its old text under the others. One that nobody may write to is meant to stay, also for those who
/// may do anything.
fn may_be_replaced(metadata: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if metadata.nlink() > 1 {
            return Err(ErrorKind::TooManyLinks.into());
        }
    }
    if metadata.permissions().readonly() { Err(ErrorKind::PermissionDenied.into()) } else { Ok(()) }
}

/// Adds `bytes` behind what a file holds; one that is not there is made.
pub(super) fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().append(true).create(true).open(path)?.write_all(bytes)
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

/// Writes a file that is still without a name that anybody knows; `old` is the one whose place it takes.
fn fill(mut file: File, bytes: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Some(old) = old {
        take_over(&file, old)?;
    }
    file.sync_all()
}

/// Gives a file the owner and the mode of another. Where the owner cannot be kept, what lets others act as the owner goes.
#[cfg(unix)]
fn take_over(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    /// The bits for owner, group and others, and those for who acts as whom.
    const PLAIN: u32 = 0o777;
    const ALL: u32 = 0o7777;
    let new = file.metadata()?;
    let mut bits = ALL;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) && fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        // The group alone may be allowed.
        let _ = fchown(file, None, Some(old.gid()));
        bits = PLAIN;
    }
    file.set_permissions(fs::Permissions::from_mode(old.mode() & bits))
}

#[cfg(not(unix))]
fn take_over(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// A new file beside `target`, for its owner only where it takes the place of a `private` one; its name begins with a dot, so that no walk
/// finds it, and is short, so that it is never too long.
fn create(target: &Path, private: bool) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    if target.file_name().is_none() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    for _ in 0..TRIES {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let temporary = target.with_file_name(format!(".kader-{}-{number}.tmp", std::process::id()));
        match options.open(&temporary) {
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

    use super::{ErrorKind, append, create_new, write};

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
    fn adds_to_a_file_or_makes_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new");
        append(&file, b"one").unwrap();
        append(&file, b" two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"one two");
        assert!(append(&folder.path().join("none/new"), b"").is_err() && append(folder.path(), b"").is_err());
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

    #[cfg(unix)]
    #[test]
    #[expect(clippy::print_stderr, reason = "a skipped test says so")]
    fn the_owner_stays_where_that_is_allowed() {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "old").unwrap();
        if chown(&file, Some(1234), Some(2345)).is_err() {
            eprintln!("skipped: only the superuser can give files away");
            return;
        }
        fs::set_permissions(&file, fs::Permissions::from_mode(0o4750)).unwrap();
        write(&file, b"new").unwrap();
        let metadata = fs::metadata(&file).unwrap();
        assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o7777), (1234, 2345, 0o4750));
        assert_eq!(fs::read(&file).unwrap(), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_with_several_names_is_not_parted_from_them() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        fs::write(&one, "old").unwrap();
        fs::hard_link(&one, &other).unwrap();
        assert_eq!(write(&other, b"new").unwrap_err().kind(), ErrorKind::TooManyLinks);
        assert_eq!((fs::read(&one).unwrap(), fs::read(&other).unwrap()), (b"old".to_vec(), b"old".to_vec()));
        fs::remove_file(&one).unwrap();
        write(&other, b"new").unwrap();
        assert_eq!(names(folder.path()), ["other"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_to_nothing_yet_leads_to_what_is_made() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        symlink("second", &link).unwrap();
        symlink("file", folder.path().join("second")).unwrap();
        write(&link, b"new").unwrap();
        assert_eq!(fs::read(folder.path().join("file")).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        symlink("ring", folder.path().join("ring")).unwrap();
        assert!(write(&folder.path().join("ring"), b"new").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_name_may_be_as_long_as_the_system_allows() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("n".repeat(255));
        write(&file, b"old").unwrap();
        write(&file, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_device_is_an_error() {
        let error = write(Path::new("/dev/full"), b"x").unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    }
}
