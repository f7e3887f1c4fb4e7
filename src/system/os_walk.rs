//! The walk over real folders, with ignore files read as git reads them.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::os::{identity, kind_of};
use super::{Failure, FileId, FileKind, Sieve, Walk, paths};

/// A file that was found below the folder that is walked.
struct Found {
    path: PathBuf,
    link: bool,
    /// The number that the folder lists for it; tells one file from another within one device only.
    number: Option<u64>,
}

enum Sight {
    File(Found),
    Failure(Failure),
}

/// See [`super::System::walk`].
pub(super) fn walk(start: &Path, sieve: &dyn Sieve) -> Walk {
    // The folder's own path: ignore files above it are found by it, and a start that is a link is followed.
    let base = match fs::canonicalize(start) {
        Ok(base) => base,
        Err(error) => return Walk::failed(Failure::new(start, &error)),
    };
    match fs::metadata(&base).map(|metadata| kind_of(&metadata)) {
        Ok(FileKind::Folder) => {}
        Ok(FileKind::File) => return Walk { files: vec![start.to_owned()], failures: Vec::new() },
        Ok(FileKind::Other) => return Walk::failed(Failure::not_regular(start)),
        Err(error) => return Walk::failed(Failure::new(start, &error)),
    }
    let mut found = Vec::new();
    let mut walk = Walk::default();
    for sight in sights(&base, &|path| sieve.takes(&respell(start, &base, path))) {
        match sight {
            Sight::File(file) => found.push(Found { path: respell(start, &base, &file.path), ..file }),
            Sight::Failure(failure) => {
                walk.failures.push(Failure { path: respell(start, &base, &failure.path), ..failure });
            }
        }
    }
    walk.failures.retain(|failure| !sieve.excludes(&failure.path));
    found.sort_unstable_by(|one, other| paths::by_bytes(&one.path, &other.path));
    walk.files = one_name_each(found);
    walk.sort();
    walk
}

/// The path as the caller spells it: `start` in place of `base`, nothing in place of `.`.
fn respell(start: &Path, base: &Path, path: &Path) -> PathBuf {
    if start.as_os_str() == base.as_os_str() {
        return path.to_owned();
    }
    match paths::below(base, path) {
        Some(rest) if rest.as_os_str().is_empty() => start.to_owned(),
        Some(rest) if start == Path::new(".") => rest.to_owned(),
        Some(rest) => start.join(rest),
        None => path.to_owned(),
    }
}

fn sights(base: &Path, takes: &dyn Fn(&Path) -> bool) -> Vec<Sight> {
    let seen = |entry: Result<DirEntry, ignore::Error>| match entry {
        Ok(entry) => look(entry, takes),
        Err(error) => failure(&error, base).map(Sight::Failure),
    };
    builder(base).build().filter_map(seen).collect()
}

/// Within a git working tree ignore files count from its top, and a working tree inside another begins anew; elsewhere every
/// `.gitignore` counts. The user's own ignore file is left out: the same files give the same result for everybody.
fn builder(base: &Path) -> WalkBuilder {
    let in_git = base.ancestors().any(|folder| folder.join(".git").exists());
    let mut builder = WalkBuilder::new(base);
    builder.standard_filters(false);
    builder.hidden(true).parents(true).git_ignore(true).git_exclude(true).require_git(in_git);
    builder
}

fn look(entry: DirEntry, takes: &dyn Fn(&Path) -> bool) -> Option<Sight> {
    let kind = entry.file_type()?;
    if entry.depth() == 0 || kind.is_dir() || !takes(entry.path()) {
        return None;
    }
    let link = kind.is_symlink();
    if !link && !kind.is_file() {
        return Some(Sight::Failure(Failure::not_regular(entry.into_path())));
    }
    if link {
        match fs::metadata(entry.path()).map(|metadata| kind_of(&metadata)) {
            Ok(FileKind::File) => {}
            Ok(FileKind::Folder) => return None,
            Ok(FileKind::Other) => return Some(Sight::Failure(Failure::not_regular(entry.into_path()))),
            // The link is there: it is what it leads to that is not.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Some(Sight::Failure(Failure::not_regular(entry.into_path())));
            }
            Err(error) => return Some(Sight::Failure(Failure::new(entry.into_path(), &error))),
        }
    }
    let number = number(&entry);
    Some(Sight::File(Found { path: entry.into_path(), link, number }))
}

#[cfg(unix)]
fn number(entry: &DirEntry) -> Option<u64> {
    entry.ino()
}

#[cfg(not(unix))]
fn number(_entry: &DirEntry) -> Option<u64> {
    None
}

/// The paths, sorted before, with only the first name of each file. Files are looked up only where they may have a second name: where
/// links are among them all, else those whose number occurs twice.
fn one_name_each(found: Vec<Found>) -> Vec<PathBuf> {
    let any_link = found.iter().any(|file| file.link);
    let mut counts: HashMap<u64, u32> = HashMap::with_capacity(found.len());
    for number in found.iter().filter_map(|file| file.number) {
        *counts.entry(number).or_default() += 1;
    }
    let mut seen: HashSet<FileId> = HashSet::new();
    let mut files = Vec::with_capacity(found.len());
    for file in found {
        let shared = file.number.and_then(|number| counts.get(&number)).is_some_and(|count| *count > 1);
        let again = (any_link || shared) && identity(&file.path).is_ok_and(|id| !seen.insert(id));
        if !again {
            files.push(file.path);
        }
    }
    files
}

/// What the walker could not look at. A pattern that is no pattern is passed over, as git does.
fn failure(error: &ignore::Error, base: &Path) -> Option<Failure> {
    let path = path_of(error).unwrap_or(base);
    let cause = error.io_error()?;
    let cause = match cause.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::new(cause.kind(), cause.to_string()),
    };
    Some(Failure::new(path, &cause))
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Walk, walk};

    /// A folder of its own with these files; a name that ends in `/` is a folder.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            if name.ends_with('/') {
                fs::create_dir_all(path).unwrap();
            } else {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
        }
        folder
    }

    fn names(walk: &Walk, start: &Path) -> Vec<String> {
        assert_eq!(walk.failures, []);
        let name = |path: &PathBuf| path.strip_prefix(start).unwrap().to_string_lossy().into_owned();
        walk.files.iter().map(name).collect()
    }

    fn found(files: &[(&str, &str)], start: &str) -> Vec<String> {
        let folder = folder(files);
        let start = folder.path().join(start);
        names(&walk(&start, &".x"), &start)
    }

    #[test]
    fn finds_by_suffix_in_the_order_of_bytes() {
        let files = [
            ("a/b.x", ""),
            ("a-b/c.x", ""),
            ("A.x", ""),
            ("a/c.y", ""),
            ("d.x/e.x", ""),
            (".x/e.x", ""),
            ("a/.h.x", ""),
        ];
        assert_eq!(found(&files, ""), ["A.x", "a-b/c.x", "a/b.x", "d.x/e.x"]);
        assert_eq!(found(&files, ".x"), ["e.x"]);
        assert_eq!(found(&files, "d.x"), ["e.x"]);
    }

    #[test]
    fn ignore_files_hold_outside_git() {
        let files = [(".gitignore", "/out\n*.tmp.x\n"), ("sub/.gitignore", "!keep.tmp.x\n"), (".ignore", "*\n")];
        let documents = [("out/a.x", ""), ("sub/out/a.x", ""), ("sub/a.tmp.x", ""), ("sub/keep.tmp.x", "")];
        let files = [&files[..], &documents[..]].concat();
        assert_eq!(found(&files, ""), ["sub/keep.tmp.x", "sub/out/a.x"]);
        assert_eq!(found(&files, "sub"), ["keep.tmp.x", "out/a.x"], "those above the start hold");
    }

    #[test]
    fn in_git_they_hold_up_to_its_top() {
        let ignores = [(".gitignore", "*\n"), ("repo/.gitignore", "a.x\n"), ("repo/.git/info/exclude", "b.x\n")];
        let documents =
            [("repo/a.x", ""), ("repo/b.x", ""), ("repo/c.x", ""), ("repo/sub/a.x", ""), ("repo/sub/c.x", "")];
        let inner = [("repo/inner/.git/", ""), ("repo/inner/a.x", "")];
        let files = [&ignores[..], &documents[..], &inner[..]].concat();
        assert_eq!(found(&files, "repo"), ["c.x", "inner/a.x", "sub/c.x"]);
        assert_eq!(found(&files, "repo/sub"), ["c.x"]);
    }

    #[test]
    fn starts_that_are_no_folder() {
        let folder = folder(&[("a.y", "")]);
        let file = folder.path().join("a.y");
        assert_eq!(walk(&file, &".x").files, [file]);
        let missing = walk(&folder.path().join("b"), &".x");
        assert_eq!(missing.failures.len(), 1);
        assert!(
            missing
                .failures
                .iter()
                .all(|failure| failure.kind == std::io::ErrorKind::NotFound && failure.path.ends_with("b"))
        );
    }

    #[cfg(unix)]
    mod unix {
        use std::ffi::OsStr;
        use std::fs;
        use std::io::ErrorKind;
        use std::os::unix::ffi::OsStrExt as _;
        use std::os::unix::fs::symlink;

        use super::{folder, names, walk};

        #[test]
        fn links_to_folders_are_not_followed() {
            let folder = folder(&[("a/in.x", "")]);
            symlink("..", folder.path().join("a/back")).unwrap();
            symlink(".", folder.path().join("here.x")).unwrap();
            assert_eq!(names(&walk(folder.path(), &".x"), folder.path()), ["a/in.x"]);
            symlink("a", folder.path().join("start")).unwrap();
            let start = folder.path().join("start");
            assert_eq!(names(&walk(&start, &".x"), &start), ["in.x"], "except at the start");
        }

        #[test]
        fn a_file_has_one_name() {
            let folder = folder(&[("m.x", "one"), ("n.x", "one"), ("far/t.y", "two")]);
            fs::hard_link(folder.path().join("m.x"), folder.path().join("hard.x")).unwrap();
            assert_eq!(names(&walk(folder.path(), &".x"), folder.path()), ["hard.x", "n.x"]);
            symlink("n.x", folder.path().join("a.x")).unwrap();
            symlink("far/t.y", folder.path().join("two.x")).unwrap();
            symlink("../two.x", folder.path().join("far/three.x")).unwrap();
            assert_eq!(names(&walk(folder.path(), &".x"), folder.path()), ["a.x", "far/three.x", "hard.x"]);
        }

        #[test]
        fn what_cannot_be_read_fails() {
            let folder = folder(&[("ok.x", "")]);
            symlink("nowhere", folder.path().join("dangling.x")).unwrap();
            symlink("nowhere", folder.path().join("of-no-interest")).unwrap();
            symlink("loop.x", folder.path().join("loop.x")).unwrap();
            std::os::unix::net::UnixListener::bind(folder.path().join("socket.x")).unwrap();
            let walk = walk(folder.path(), &".x");
            assert_eq!(walk.files, [folder.path().join("ok.x")]);
            let seen: Vec<_> = walk.failures.iter().map(|failure| failure.path.file_name().unwrap()).collect();
            assert_eq!(seen, ["dangling.x", "loop.x", "socket.x"]);
            assert_eq!(walk.failures[0].kind, ErrorKind::InvalidInput, "a link that leads nowhere is there");
            assert_eq!(walk.failures[2].message, "not a regular file");
        }

        #[test]
        fn a_folder_that_may_not_be_read_fails() {
            use std::os::unix::fs::PermissionsExt as _;
            let folder = folder(&[("closed/a.x", ""), ("ok.x", "")]);
            let closed = folder.path().join("closed");
            fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
            let walk = walk(folder.path(), &".x");
            let may_all = fs::read_dir(&closed).is_ok();
            fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
            if may_all {
                return; // The superuser reads everything.
            }
            assert_eq!(walk.files, [folder.path().join("ok.x")]);
            assert_eq!(walk.failures.len(), 1);
            assert_eq!((&walk.failures[0].path, walk.failures[0].kind), (&closed, ErrorKind::PermissionDenied));
        }

        #[test]
        fn names_need_not_be_utf8() {
            let folder = folder(&[("sub/", "")]);
            let name = OsStr::from_bytes(b"haven-\xFF.x");
            fs::write(folder.path().join("sub").join(name), "").unwrap();
            assert_eq!(walk(folder.path(), &".x").files, [folder.path().join("sub").join(name)]);
        }
    }
}
