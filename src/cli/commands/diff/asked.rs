//! The two versions as the arguments name them: files, or files in revisions that git knows.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::cli::Context;
use crate::cli::fault::Fault;
use crate::config::MAX_SIZE;
use crate::policy::Lang;
use crate::report::failures;
use crate::system::{FileKind, GitFault, ReadFile, paths};
use crate::text::visible;
use crate::texts::Texts;

/// A version as the arguments name it.
pub(super) enum Asked {
    /// A file.
    File(PathBuf),
    /// A file in a revision.
    Revision { name: String, revision: String, path: String },
}

/// A version that has been read.
pub(super) struct Text {
    pub(super) read: ReadFile,
    /// Where it stands in the working tree.
    pub(super) place: Option<PathBuf>,
}

impl Asked {
    /// A file that is there goes first; else `REV:path`.
    ///
    /// # Errors
    /// That it is neither, though there is a colon that says so.
    pub(super) fn of(context: &Context<'_>, name: &OsString) -> Result<Self, Fault> {
        let Some(text) = name.to_str().filter(|_| !context.system.exists(Path::new(name))) else {
            return Ok(Self::File(name.into()));
        };
        let name = text.to_owned();
        match split(text) {
            Some((revision, path)) if revision.is_empty() || path.is_empty() => {
                Err(Fault::Named { name, why: Texts::get(context.lang).format("diff-no-form", &[]) })
            }
            Some((revision, path)) => Ok(Self::Revision { revision: revision.to_owned(), path: path.to_owned(), name }),
            None => Ok(Self::File(name.into())),
        }
    }

    /// The file, where it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Revision { .. } => None,
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// Why it cannot be had.
    pub(super) fn read(&self, context: &Context<'_>) -> Result<Text, Fault> {
        let (system, lang) = (context.system, context.lang);
        let here = self.file().map_or_else(|| context.configs.here(), |file| context.configs.of(file));
        let limit =
            (*here).as_ref().ok().and_then(|config| config.max_size.as_ref()).map_or(MAX_SIZE, |size| size.value);
        match self {
            Self::File(path) => {
                // A pipe stands nowhere.
                let regular = system.kind(path).is_ok_and(|kind| kind == FileKind::File);
                let place = regular.then(|| paths::absolute(&system.current_dir().unwrap_or_default(), path));
                system.read(path, limit).map(|read| Text { read, place }).map_err(|error| {
                    let why = failures::reason(lang, error.kind(), &error.to_string());
                    Fault::Named { name: path.to_string_lossy().into_owned(), why }
                })
            }
            Self::Revision { name, revision, path } => {
                let shown = system.git_show(revision, path, limit);
                let text = shown.map(|shown| Text { read: shown.read, place: shown.file });
                text.map_err(|fault| Fault::Named { name: name.clone(), why: why(lang, &fault, revision, path) })
            }
        }
    }
}

/// The revision and the path, either of which may be empty: the first colon outside of braces stands between them.
fn split(name: &str) -> Option<(&str, &str)> {
    let mut depth = 0_u32;
    let colon = |(_, char): &(usize, char)| {
        match char {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *char == ':' && depth == 0
    };
    let (at, _) = name.char_indices().find(colon)?;
    let (revision, path) = (name.get(..at)?, name.get(at + 1..)?);
    Some((revision, path))
}

/// Why git cannot give a version.
fn why(lang: Lang, fault: &GitFault, revision: &str, path: &str) -> String {
    let shown = |text: &str| visible(text).into_owned().into();
    let texts = Texts::get(lang);
    match fault {
        GitFault::Missing => texts.format("diff-git-missing", &[]),
        GitFault::NoRepository(detail) => texts.format("diff-git-no-repository", &[("detail", shown(detail))]),
        GitFault::NoRevision => texts.format("diff-git-no-revision", &[("revision", shown(revision))]),
        GitFault::NoPath => texts.format("diff-git-no-path", &[("revision", shown(revision)), ("path", shown(path))]),
        GitFault::Link => texts.format("diff-git-link", &[("revision", shown(revision)), ("path", shown(path))]),
        GitFault::Failed(detail) => texts.format("diff-git-failed", &[("detail", shown(detail))]),
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_revision_ends_at_the_first_colon_outside_of_braces() {
        assert_eq!(split("HEAD~1:a/b.json"), Some(("HEAD~1", "a/b.json")));
        assert_eq!(split("HEAD^{/fix: it}:a:b"), Some(("HEAD^{/fix: it}", "a:b")));
        assert_eq!([split("a.json"), split("}:a")], [None, Some(("}", "a"))]);
        assert_eq!([split(":a"), split("HEAD:"), split(":")], [Some(("", "a")), Some(("HEAD", "")), Some(("", ""))]);
    }
}
