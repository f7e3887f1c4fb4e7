//! From the paths that were given to the documents to be judged.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::naming::{self, Names};
use super::{Failure, FailureKind};
use crate::config::Configs;
use crate::config::root::RootFinder;
use crate::findings::Neighbour;
use crate::system::{self, FileKind, ReadFile, System, paths};
use crate::workspace::walk;

/// What a run is asked to check.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// Files and folders, as given.
    pub paths: Vec<PathBuf>,
    /// Standard input, where it is asked for.
    pub standard: Option<Standard>,
    /// Whether what a configuration excludes is left out where it is named outright, too.
    pub force_exclude: bool,
}

/// Standard input as a document.
#[derive(Debug, Clone)]
pub struct Standard {
    /// The file that it stands for.
    pub name: Option<PathBuf>,
    /// Its text.
    pub text: ReadFile,
}

/// The path of standard input without a name.
pub const STDIN: &str = "<stdin>";

/// What a run is to report.
pub(in crate::workspace) struct Found<'a> {
    /// The documents by absolute path, each file once; without standard input.
    pub(super) files: Vec<Arc<Path>>,
    /// Standard input: the file that it stands for, and its text.
    pub(super) standard: Option<(Option<PathBuf>, ReadFile)>,
    /// What was found below each folder that was walked.
    pub(in crate::workspace) walked: HashMap<PathBuf, Vec<Arc<Path>>>,
    /// Their places.
    pub(in crate::workspace) places: Places<'a>,
    /// What could not be found.
    pub(in crate::workspace) failures: Vec<Failure>,
}

/// Finds the documents of a run.
pub(in crate::workspace) fn find<'a>(
    system: &dyn System,
    configs: &Configs<'_>,
    finder: &'a RootFinder<'a>,
    inputs: &Inputs,
) -> Found<'a> {
    let current = system.current_dir().unwrap_or_default();
    let mut collected = Collected::new(system, configs, &current, inputs.force_exclude);
    for path in &inputs.paths {
        collected.add(path);
    }
    let excluded = |name: &PathBuf| inputs.force_exclude && configs.excludes(name);
    let standard = inputs.standard.as_ref().filter(|standard| !standard.name.as_ref().is_some_and(excluded));
    let named = standard.and_then(|standard| standard.name.as_ref()).map(|name| paths::absolute(&current, name));
    let Collected { mut files, given, walked, failures, .. } = collected;
    if let Some(named) = &named {
        let identity = if files.is_empty() { None } else { system.identity(named).ok() };
        let same = |file: &Path| identity.is_some() && system.identity(file).ok() == identity;
        files.retain(|file| **file != **named && !same(file));
    }
    // One walk finds each file under one name already.
    if inputs.paths.len() > 1 {
        files = walk::unique(system, files);
    }
    let places = Places {
        names: names(finder, &current, files.iter().map(|file| &**file).chain(named.as_deref())),
        finder,
        given,
    };
    let standard = standard.map(|standard| (named, standard.text.clone()));
    let mut told = HashSet::new();
    let failures = failures.iter().filter(|failure| told.insert(paths::absolute(&current, &failure.path)));
    let failures = failures.map(|failure| {
        let (path, project_path) = places.names(Some(&paths::absolute(&current, &failure.path)));
        self::failure(&path, &project_path, failure.kind, &failure.message)
    });
    Found { failures: failures.collect(), files, standard, walked, places }
}

/// How documents are named: from the roots of their folders.
fn names<'f>(finder: &RootFinder<'_>, current: &Path, files: impl Iterator<Item = &'f Path>) -> Names {
    let mut last = None;
    // Files of one folder come one behind the other, and have one root.
    let new = files.filter(move |file| last.replace(file.parent()) != Some(file.parent()));
    Names::new(current, new.map(|file| finder.root(file)))
}

/// Where the documents of a run stand.
pub(in crate::workspace) struct Places<'a> {
    names: Names,
    finder: &'a RootFinder<'a>,
    /// The folders given outright, in their order.
    given: Vec<Arc<Path>>,
}

impl Places<'_> {
    /// A document's path relative to the working directory, and relative to the project root.
    pub(in crate::workspace) fn names(&self, file: Option<&Path>) -> (Arc<str>, Arc<str>) {
        let Some(file) = file else { return (STDIN.into(), STDIN.into()) };
        let path: Arc<str> = self.names.relative_to_current(file).into();
        let project_path = self.names.relative_to_project(file);
        // Most runs begin at the project's root: then the two are one.
        let project_path = if project_path == *path { Arc::clone(&path) } else { project_path.into() };
        (path, project_path)
    }

    /// The project root of a document, where there is one.
    pub(in crate::workspace) fn project(&self, file: &Path) -> Option<Arc<Path>> {
        self.finder.root(file)
    }

    /// What names a document where its `id` does not: its path in its own project, so that other documents of a run have no say in it.
    pub(in crate::workspace) fn own(&self, project: Option<&Path>, file: &Path) -> String {
        project.map_or_else(|| self.names.relative_to_current(file), |root| naming::relative(root, file))
    }

    /// The folder out of which a document's evidence must not lead: its project root, else the path that was given.
    pub(in crate::workspace) fn root(&self, project: Option<&Arc<Path>>, file: &Path) -> Arc<Path> {
        let given = || self.given.iter().find(|folder| paths::below(folder, file).is_some());
        project.or_else(given).cloned().unwrap_or_else(|| file.parent().unwrap_or(file).into())
    }
}

/// The failure that an error at a path is.
pub(super) fn failure(path: &str, project_path: &str, kind: ErrorKind, detail: &str) -> Failure {
    let kind = match kind {
        ErrorKind::NotFound => FailureKind::NotFound,
        ErrorKind::PermissionDenied => FailureKind::Denied,
        ErrorKind::InvalidInput => FailureKind::NotRegular,
        other => FailureKind::Unreadable(other),
    };
    Failure { detail: detail.to_owned(), ..Failure::of(path, project_path, kind) }
}

/// The bytes of a document: those that are given, else those of its file, at most `limit`.
pub(in crate::workspace) fn bytes(
    system: &dyn System,
    name: &Neighbour,
    given: Option<ReadFile>,
    limit: u64,
) -> Result<ReadFile, Failure> {
    match (given, &name.file) {
        (Some(ReadFile::Bytes(bytes)), _) if bytes.len() as u64 > limit => Ok(ReadFile::TooLarge(bytes.len() as u64)),
        (Some(given), _) => Ok(given),
        (None, Some(file)) => system
            .read(file, limit)
            .map_err(|error| failure(&name.path, &name.project_path, error.kind(), &error.to_string())),
        (None, None) => Ok(ReadFile::Bytes(Vec::new())),
    }
}

/// The files found so far, by absolute path.
struct Collected<'a> {
    system: &'a dyn System,
    configs: &'a Configs<'a>,
    force_exclude: bool,
    current: &'a Path,
    files: Vec<Arc<Path>>,
    /// The folders given outright, in their order.
    given: Vec<Arc<Path>>,
    /// What was found below each folder that was walked.
    walked: HashMap<PathBuf, Vec<Arc<Path>>>,
    failures: Vec<system::Failure>,
}

impl<'a> Collected<'a> {
    fn new(system: &'a dyn System, configs: &'a Configs<'a>, current: &'a Path, force_exclude: bool) -> Self {
        Self {
            system,
            configs,
            force_exclude,
            current,
            files: Vec::new(),
            given: Vec::new(),
            walked: HashMap::new(),
            failures: Vec::new(),
        }
    }

    /// A file named outright is taken whatever its name, and a folder is walked.
    fn add(&mut self, path: &Path) {
        let kind = self.system.kind(path);
        // Below a folder each file has a say of its own.
        let folder = kind.as_ref().is_ok_and(|kind| *kind == FileKind::Folder);
        if self.force_exclude && !folder && self.configs.excludes(path) {
            return;
        }
        match kind {
            Err(error) => self.failures.push(system::Failure::new(path, &error)),
            Ok(FileKind::Folder) => self.walk(path),
            Ok(_) => self.files.push(paths::absolute(self.current, path).into()),
        }
    }

    fn walk(&mut self, folder: &Path) {
        let root: Arc<Path> = paths::absolute(self.current, folder).into();
        let walk = walk::documents(self.system, self.configs, &root);
        let files: Vec<Arc<Path>> = walk.files.into_iter().map(Into::into).collect();
        self.files.extend_from_slice(&files);
        self.walked.insert(root.to_path_buf(), files);
        self.given.push(root);
        self.failures.extend(walk.failures);
    }
}
