//! The keys of `kader.toml`: one table for reading, for the published schema, and for `config show`.

use crate::policy::Level;

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// A policy's id, or a path to a pack's folder.
    Policy,
    /// A path to a file.
    Path,
    Lang,
    Day,
    Globs,
    Selectors,
    /// A table from selectors to levels.
    Severity,
    /// A level, or `never`.
    FailOn,
    Size,
    /// A requirement of versions.
    Version,
    /// Tables with [`OVERRIDE`]'s keys.
    Overrides,
}

/// A key with what it takes.
pub(super) type Key = (&'static str, Takes);

pub(super) const REQUIRED_VERSION: &str = "required-version";
pub(super) const EXTENDS: &str = "extends";
pub(super) const POLICY: &str = "policy";
pub(super) const LANG: &str = "lang";
pub(super) const AS_OF: &str = "as-of";
pub(super) const INCLUDE: &str = "include";
pub(super) const EXCLUDE: &str = "exclude";
pub(super) const SELECT: &str = "select";
pub(super) const IGNORE: &str = "ignore";
pub(super) const SEVERITY: &str = "severity";
pub(super) const FAIL_ON: &str = "fail-on";
pub(super) const BASELINE: &str = "baseline";
pub(super) const MAX_SIZE: &str = "max-size";
pub(super) const OVERRIDES: &str = "override";
pub(super) const FILES: &str = "files";

/// The keys of the file.
pub(super) const ROOT: [Key; 14] = [
    (POLICY, Takes::Policy),
    (EXTENDS, Takes::Path),
    (LANG, Takes::Lang),
    (AS_OF, Takes::Day),
    (INCLUDE, Takes::Globs),
    (EXCLUDE, Takes::Globs),
    (SELECT, Takes::Selectors),
    (IGNORE, Takes::Selectors),
    (SEVERITY, Takes::Severity),
    (FAIL_ON, Takes::FailOn),
    (BASELINE, Takes::Path),
    (MAX_SIZE, Takes::Size),
    (REQUIRED_VERSION, Takes::Version),
    (OVERRIDES, Takes::Overrides),
];

/// The keys of an `[[override]]`; `files` is required.
pub(super) const OVERRIDE: [Key; 4] =
    [(FILES, Takes::Globs), (SELECT, Takes::Selectors), (IGNORE, Takes::Selectors), (SEVERITY, Takes::Severity)];

/// Keys that this version does not read yet: a file that has one is told so, for passing them over would change what is found.
pub(super) const LATER: [&str; 1] = ["rule"];

/// The word of `fail-on` for no level at all.
pub(super) const NEVER: &str = "never";

/// The words of `fail-on`: the levels, the most severe first, and `never`.
pub fn fail_on_words() -> [&'static str; 5] {
    let [error, warning, info, hint] = Level::ALL.map(Level::as_str);
    [error, warning, info, hint, NEVER]
}

/// The id of the text that describes a key. In an `[[override]]` some keys say something else than in the file.
pub(super) fn about(key: &str, within_override: bool) -> String {
    if within_override && key != SEVERITY && key != IGNORE {
        format!("config-about-override-{key}")
    } else {
        format!("config-about-{key}")
    }
}
