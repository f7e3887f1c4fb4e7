//! The files of a pack, wherever they come from.

use std::borrow::Cow;

/// A pack's files by their paths in the pack (`tables/fit.toml`), with `/` between folders.
#[derive(Debug, Clone, Default)]
pub struct PackSource {
    /// Path and text of each file.
    pub files: Vec<(Box<str>, Cow<'static, str>)>,
}

impl PackSource {
    /// The text of a file.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Cow<'static, str>> {
        self.files.iter().find(|(name, _)| &**name == path).map(|(_, text)| text)
    }

    /// The rule files: the code's text in the file name, the path, and the file's text.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (&str, &str, &Cow<'static, str>)> {
        self.files.iter().filter_map(|(path, text)| {
            let name = path.strip_prefix("rules/")?.strip_suffix(".toml")?;
            Some((name, &**path, text))
        })
    }
}
