//! Patterns of paths. They are relative to the folder of the file that says them, with `/` between names.
//!
//! A pattern without `/` is about a name at any depth; one with `/` is about a path from that folder on (a leading `/` changes nothing,
//! leading `..` go up). A pattern that a folder matches takes everything below that folder.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use globset::{ErrorKind, Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use crate::policy::SUFFIX;
use crate::system::paths;

/// A list of patterns.
#[derive(Debug, Clone, Default)]
pub struct Globs {
    base: PathBuf,
    patterns: Vec<Box<str>>,
    named: GlobSet,
    /// Patterns with `/`, by the folder from which they hold.
    anchored: Vec<(PathBuf, GlobSet)>,
}

/// Why a text is no pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoGlob {
    Empty,
    /// A leading `!`, as ignore files have it.
    Negated,
    /// What is wrong, as `config-glob` has it.
    Wrong(&'static str),
}

/// Puts patterns together.
pub(super) struct Builder {
    globs: Globs,
    named: GlobSetBuilder,
    anchored: Vec<(PathBuf, GlobSetBuilder)>,
}

impl Builder {
    /// Patterns relative to a folder, which is an absolute path.
    pub(super) fn new(base: &Path) -> Self {
        let globs = Globs { base: base.to_path_buf(), ..Globs::default() };
        Self { globs, named: GlobSetBuilder::new(), anchored: Vec::new() }
    }

    /// Adds a pattern.
    pub(super) fn add(&mut self, pattern: &str) -> Result<(), NoGlob> {
        let trimmed = pattern.trim_end_matches('/');
        if trimmed.is_empty() {
            return Err(NoGlob::Empty);
        }
        if trimmed.starts_with('!') {
            return Err(NoGlob::Negated);
        }
        if trimmed.contains('/') {
            let (folder, rest) = anchor(&self.globs.base, trimmed);
            let glob = glob(rest)?;
            if let Some((_, set)) = self.anchored.iter_mut().find(|(known, _)| *known == folder) {
                set.add(glob);
            } else {
                let mut set = GlobSetBuilder::new();
                set.add(glob);
                self.anchored.push((folder, set));
            }
        } else {
            self.named.add(glob(trimmed)?);
        }
        self.globs.patterns.push(pattern.into());
        Ok(())
    }

    /// The list.
    pub(super) fn build(mut self) -> Result<Globs, NoGlob> {
        let wrong = |error: globset::Error| NoGlob::Wrong(why(error.kind()));
        self.globs.named = self.named.build().map_err(wrong)?;
        for (folder, set) in self.anchored {
            self.globs.anchored.push((folder, set.build().map_err(wrong)?));
        }
        Ok(self.globs)
    }
}

fn glob(pattern: &str) -> Result<Glob, NoGlob> {
    let mut builder = GlobBuilder::new(pattern);
    let glob = builder.literal_separator(true).backslash_escape(true).build();
    glob.map_err(|error| NoGlob::Wrong(why(error.kind())))
}

fn why(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnclosedClass => "class",
        ErrorKind::InvalidRange(..) => "range",
        ErrorKind::UnopenedAlternates | ErrorKind::UnclosedAlternates => "braces",
        ErrorKind::DanglingEscape => "escape",
        _ => "other",
    }
}

/// The folder from which a pattern holds, and what is left of the pattern.
fn anchor<'p>(base: &Path, pattern: &'p str) -> (PathBuf, &'p str) {
    let (mut folder, mut rest) = (base.to_path_buf(), pattern.trim_start_matches('/'));
    loop {
        if let Some(below) = rest.strip_prefix("../") {
            folder.pop();
            rest = below.trim_start_matches('/');
        } else if let Some(below) = rest.strip_prefix("./") {
            rest = below.trim_start_matches('/');
        } else {
            return (folder, rest);
        }
    }
}

impl Globs {
    /// The patterns as they are written.
    pub fn patterns(&self) -> impl ExactSizeIterator<Item = &str> {
        self.patterns.iter().map(|pattern| &**pattern)
    }

    /// Whether a path (absolute, without `.` and `..`) or a folder above it matches.
    #[must_use]
    pub fn cover(&self, path: &Path) -> bool {
        let inner = |folder: &PathBuf| path.strip_prefix(folder).ok();
        let anchored = |(folder, set): &(PathBuf, GlobSet)| {
            inner(folder).is_some_and(|rest| rest.ancestors().any(|part| !is_empty(part) && set.is_match(part)))
        };
        names_below(&self.base, path).any(|name| self.named.is_match(name)) || self.anchored.iter().any(anchored)
    }

    /// Whether a path is that of a document: it matches itself, or lies in a folder that matches and bears a document's name.
    #[must_use]
    pub fn include(&self, path: &Path) -> bool {
        self.match_exactly(path) || paths::ends_in(path, SUFFIX) && self.cover(path)
    }

    fn match_exactly(&self, path: &Path) -> bool {
        let inner = |folder: &PathBuf| path.strip_prefix(folder).ok();
        path.file_name().is_some_and(|name| self.named.is_match(name))
            || self.anchored.iter().any(|(folder, set)| inner(folder).is_some_and(|rest| set.is_match(rest)))
    }
}

fn is_empty(path: &Path) -> bool {
    path.as_os_str().is_empty()
}

/// The names in a path, without those of the folders that it shares with `base`.
fn names_below<'p>(base: &Path, path: &'p Path) -> impl Iterator<Item = &'p OsStr> {
    let shared = base.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    path.components().skip(shared).filter_map(|part| match part {
        Component::Normal(name) => Some(name),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Builder, Globs, NoGlob};

    fn globs(patterns: &[&str]) -> Globs {
        let mut builder = Builder::new(Path::new("/w/p"));
        for pattern in patterns {
            builder.add(pattern).unwrap();
        }
        builder.build().unwrap()
    }

    fn covers(pattern: &str, path: &str) -> bool {
        globs(&[pattern]).cover(Path::new(path))
    }

    #[test]
    fn a_name_holds_at_any_depth_and_for_all_below() {
        assert!(covers("oud", "/w/p/oud") && covers("oud", "/w/p/a/oud/b/c.json") && covers("oud/", "/w/p/oud/b"));
        assert!(covers("*.json", "/w/p/a/b.json") && !covers("oud", "/w/p/ouder/b"));
        assert!(!covers("w", "/w/p/a"), "a folder above the file that says it does not count");
        assert!(covers("a", "/v/a/b"), "elsewhere, names that are not shared do");
    }

    #[test]
    fn a_path_holds_from_the_folder_on() {
        assert!(covers("a/b", "/w/p/a/b/c") && covers("/a", "/w/p/a/b") && covers("./a/b", "/w/p/a/b"));
        assert!(!covers("a/b", "/w/p/c/a/b") && covers("**/b", "/w/p/c/a/b") && !covers("a/*", "/w/p/x"));
        assert!(covers("a/*", "/w/p/a/b/c") && !covers("a/*/d", "/w/p/a/b/c/d"));
        assert!(covers("../q/*", "/w/q/x") && covers("../../x/y", "/x/y") && !covers("../q/*", "/w/p/q/x"));
    }

    #[test]
    fn includes_are_documents() {
        let folder = globs(&["afspraken", "los/*.json"]);
        assert!(folder.include(Path::new("/w/p/afspraken/a/b.afspraak.json")));
        assert!(!folder.include(Path::new("/w/p/afspraken/README.md")));
        assert!(folder.include(Path::new("/w/p/los/a.json")) && !folder.include(Path::new("/w/p/a.json")));
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        let fault = |pattern: &str| Builder::new(Path::new("/")).add(pattern).err();
        assert_eq!(fault(""), Some(NoGlob::Empty));
        assert_eq!(fault("//"), Some(NoGlob::Empty));
        assert_eq!(fault("!a"), Some(NoGlob::Negated));
        assert!(
            matches!(fault("a[b"), Some(NoGlob::Wrong("class")))
                && matches!(fault("{a"), Some(NoGlob::Wrong("braces")))
        );
        assert_eq!((fault("[z-a]"), fault("a\\")), (Some(NoGlob::Wrong("range")), Some(NoGlob::Wrong("escape"))));
    }

    #[cfg(unix)]
    #[test]
    fn names_need_not_be_utf8() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new("/w/p").join(std::ffi::OsStr::from_bytes(b"a\xFF.json"));
        assert!(globs(&["*.json"]).cover(&path) && globs(&["./*.json"]).cover(&path));
    }
}
