//! The files of a pack, wherever they come from.

use std::borrow::Cow;
use std::path::Path;

use super::folder;
use super::manifest::{self, ENGINE};
use crate::file::FileFault;
use crate::system::System;

/// What the name of a document ends in.
pub const SUFFIX: &str = ".afspraak.json";

/// A pack's files by their paths in the pack (`tables/fit.toml`), with `/` between folders.
#[derive(Debug, Clone, Default)]
pub struct PackSource {
    /// Path and text of each file.
    pub files: Vec<(Box<str>, Cow<'static, str>)>,
    /// What was wrong with the folder that it was read from: files that cannot be read, or have no place in a pack. Loading tells them.
    pub faults: Vec<FileFault>,
}

impl PackSource {
    /// Reads the pack of a folder. What is wrong with single files is kept for [`super::Policy::load`], which tells every fault.
    ///
    /// # Errors
    /// The one fault of a folder that is no pack: there is no such folder, or it has no manifest.
    pub fn read(system: &dyn System, folder: &Path) -> Result<Self, FileFault> {
        folder::read(system, folder)
    }

    /// The text of a file.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Cow<'static, str>> {
        self.files.iter().find(|(name, _)| &**name == path).map(|(_, text)| text)
    }

    /// The pack's id, where its manifest says one: read from its line `id = "…"` alone.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        let text = self.file(manifest::FILE)?;
        text.lines().find_map(|line| line.strip_prefix("id")?.trim_start().strip_prefix('=')?.trim().split('"').nth(1))
    }

    /// Whether it is a policy's pack, and not the engine's.
    #[must_use]
    pub fn is_policy(&self) -> bool {
        self.id().is_some_and(|id| id != ENGINE)
    }

    /// The rule files: the code's text in the file name, the path, and the file's text.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (&str, &str, &Cow<'static, str>)> {
        self.files.iter().filter_map(|(path, text)| {
            let name = path.strip_prefix("rules/")?.strip_suffix(".toml")?;
            Some((name, &**path, text))
        })
    }
}
