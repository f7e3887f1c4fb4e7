//! The configurations of a run: found upward from each document, read once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::contents::Config;
use super::faults::Broken;
use super::load::load;
use super::per_folder::PerFolder;
use super::root::{CONFIG, RootFinder};
use crate::system::{Sieve, System, paths};

/// Which configuration files count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Choice {
    /// For each document the nearest `kader.toml` above it.
    #[default]
    Nearest,
    /// This file for all documents. Its globs and paths are relative to its own folder all the same.
    File(PathBuf),
    /// None.
    Isolated,
}

/// A configuration that was looked for: sound, or not to be used.
pub type Outcome = Result<Config, Broken>;

/// Finds and keeps configurations. What has been seen is kept: make a new one when files may have changed.
pub struct Configs<'a> {
    system: &'a dyn System,
    finder: RootFinder<'a>,
    current: PathBuf,
    choice: Choice,
    none: Arc<Outcome>,
    /// By the absolute path of the file.
    seen: RwLock<BTreeMap<PathBuf, Arc<Outcome>>>,
}

impl<'a> Configs<'a> {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(system: &'a dyn System, choice: Choice) -> Self {
        let current = system.current_dir().unwrap_or_default();
        let finder = RootFinder::new(system);
        Self { system, finder, current, choice, none: Arc::new(Ok(Config::default())), seen: RwLock::default() }
    }

    /// Goes by this choice from here on, and forgets what was read.
    pub fn choose(&mut self, choice: Choice) {
        self.choice = choice;
        self.seen.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The configuration of a document, which need not exist. Relative paths stand below the working directory.
    #[must_use]
    pub fn of(&self, document: &Path) -> Arc<Outcome> {
        let file = match &self.choice {
            Choice::Isolated => None,
            Choice::File(file) => Some(paths::absolute(&self.current, file)),
            Choice::Nearest => self.finder.config_folder(document).map(|folder| folder.join(CONFIG)),
        };
        file.map_or_else(|| Arc::clone(&self.none), |file| self.read(file))
    }

    /// The configuration of a document in the working directory.
    #[must_use]
    pub fn here(&self) -> Arc<Outcome> {
        self.of(&self.current.join(CONFIG))
    }

    fn read(&self, file: PathBuf) -> Arc<Outcome> {
        let known = self.seen.read().unwrap_or_else(PoisonError::into_inner).get(&file).cloned();
        known.unwrap_or_else(|| {
            let outcome = Arc::new(load(self.system, &file));
            let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(seen.entry(file).or_insert(outcome))
        })
    }

    /// What a walk takes for documents.
    #[must_use]
    pub fn sieve(&self) -> impl Sieve {
        Taking { configs: self, last: RefCell::default() }
    }

    /// Whether `exclude` leaves out a file or a folder. A folder is governed by the configuration above it.
    #[must_use]
    pub fn excludes(&self, path: &Path) -> bool {
        let path = paths::absolute(&self.current, path);
        (*self.of(&path)).as_ref().is_ok_and(|config| config.excludes(&path))
    }
}

/// What a walk takes for documents. Under a configuration that cannot be used, every file with a document's name is one.
struct Taking<'c, 'a> {
    configs: &'c Configs<'a>,
    last: RefCell<PerFolder<Arc<Outcome>>>,
}

impl Sieve for Taking<'_, '_> {
    fn takes(&self, file: &Path) -> bool {
        let path = paths::cleaned(&self.configs.current, file);
        let mut last = self.last.borrow_mut();
        match &**last.of(&path, || self.configs.of(&path)) {
            Ok(config) => config.includes(&path) && !config.excludes(&path),
            Err(_) => Config::default().includes(&path),
        }
    }

    fn excludes(&self, path: &Path) -> bool {
        self.configs.excludes(path)
    }
}
