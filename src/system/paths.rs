//! Paths as names: their order, and made absolute without asking the file system.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::path::{Component, Path, PathBuf};

/// The order of two paths by their bytes (not by their parts, as `Path` itself has it).
#[must_use]
pub fn by_bytes(one: &Path, other: &Path) -> Ordering {
    one.as_os_str().as_encoded_bytes().cmp(other.as_os_str().as_encoded_bytes())
}

/// `path` below `base`, without `.` and `..`; links are not looked at. `..` above the root of the file system stays at the root.
#[must_use]
pub fn absolute(base: &Path, path: &Path) -> PathBuf {
    cleaned(base, path).into_owned()
}

/// The same, without a copy of a path that is as it should be.
#[must_use]
pub fn cleaned<'p>(base: &Path, path: &'p Path) -> Cow<'p, Path> {
    if is_clean(path) {
        return Cow::Borrowed(path);
    }
    let mut clean = PathBuf::new();
    for part in base.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => clean.push(part),
        }
    }
    Cow::Owned(clean)
}

/// What is left of `path` below the folder `base`; `None` where it does not stand there. As `Path::strip_prefix`, which compares part by part,
/// but fast where one begins with the other's very bytes.
#[must_use]
pub fn below<'p>(base: &Path, path: &'p Path) -> Option<&'p Path> {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let rest = path.as_os_str().as_bytes().strip_prefix(base.as_os_str().as_bytes());
        // Only a plain name behind a separator is sure to begin a part of its own.
        if let Some([b'/', name @ ..]) = rest
            && !base.as_os_str().is_empty()
            && !matches!(name, [] | [b'/' | b'.', ..] | [.., b'/'])
        {
            return Some(Path::new(std::ffi::OsStr::from_bytes(name)));
        }
    }
    path.strip_prefix(base).ok()
}

/// The way from the folder `base` to `path`, both absolute: over `..` where it stands elsewhere. Where they have nothing in common, as on
/// two drives, the path itself.
#[must_use]
pub fn relative(base: &Path, path: &Path) -> PathBuf {
    let same = base.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    if same == 0 {
        return path.to_path_buf();
    }
    let up = base.components().skip(same).map(|_| Component::ParentDir);
    up.chain(path.components().skip(same)).collect()
}

/// Whether a path is certainly absolute and without anything to take out.
fn is_clean(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    let separator = |byte: u8| byte == b'/' || byte == b'\\';
    let odd = |pair: &[u8]| separator(pair[0]) && (separator(pair[1]) || pair[1] == b'.');
    path.is_absolute() && !bytes.windows(2).any(odd) && !bytes.last().is_some_and(|last| separator(*last))
}

/// Whether the name of `path` ends in `suffix`; names that are not UTF-8 are judged as well.
#[must_use]
pub fn ends_in(path: &Path, suffix: &str) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(suffix.as_bytes()))
}

/// Whether the name begins with a dot.
#[must_use]
pub fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The path that bytes spell. Where a system's names are no bytes, what is not UTF-8 becomes U+FFFD.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
    }
    #[cfg(not(unix))]
    {
        PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;
    use std::path::Path;

    use super::{absolute, below, by_bytes, ends_in, is_hidden, relative};

    #[test]
    fn dots_are_taken_out() {
        let of = |path| absolute(Path::new("/work/a"), Path::new(path));
        assert_eq!(of("../b/./c"), Path::new("/work/b/c"));
        assert_eq!(of("/x/../../y"), Path::new("/y"));
        assert_eq!(of("."), Path::new("/work/a"));
        assert_eq!(of("b/"), Path::new("/work/a/b"));
    }

    #[test]
    fn the_way_from_a_folder() {
        let of = |base, path| relative(Path::new(base), Path::new(path));
        assert_eq!(of("/w/a", "/w/a/b/c"), Path::new("b/c"));
        assert_eq!(of("/w/a/b", "/w/c"), Path::new("../../c"));
        assert_eq!(of("/w", "/w"), Path::new(""));
        assert_eq!(absolute(Path::new("/w/a/b"), &of("/w/a/b", "/x")), Path::new("/x"));
    }

    #[test]
    fn what_is_left_below_a_folder_is_what_the_parts_say() {
        let bases = ["", "/", "/w", "/w/", "/w/a", "w", "w/a", "/w//a", "."];
        let paths =
            ["", "/", "/w", "/w/", "/w/a", "/w/ab", "/w/a/b", "/w//a", "/w/./a", "/w/a/b/", "/w/.a/b", "w/a/b", "./a"];
        for (base, path) in bases.iter().flat_map(|base| paths.iter().map(move |path| (base, path))) {
            let (base, path) = (Path::new(base), Path::new(path));
            assert_eq!(below(base, path), path.strip_prefix(base).ok(), "{base:?} {path:?}");
        }
    }

    #[test]
    fn bytes_order_differs_from_parts() {
        let (one, other) = (Path::new("a-b/x"), Path::new("a/x"));
        assert_eq!(by_bytes(one, other), Ordering::Less);
        assert_eq!(one.cmp(other), Ordering::Greater);
    }

    #[test]
    fn names() {
        assert!(ends_in(Path::new("a/x.afspraak.json"), ".afspraak.json"));
        assert!(!ends_in(Path::new("x.afspraak.json/y"), ".afspraak.json"));
        assert!(is_hidden(Path::new("a/.b")) && !is_hidden(Path::new(".a/b")) && !is_hidden(Path::new("/")));
    }
}
