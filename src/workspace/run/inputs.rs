//! From the paths that were given to the documents to be judged.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::naming::Names;
use super::{Failure, FailureKind, Job};
use crate::system::{self, FileKind, ReadFile, System, paths};
use crate::workspace::root::RootFinder;
use crate::workspace::walk;

/// What a run is asked to check.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// Files and folders, as given.
    pub paths: Vec<PathBuf>,
    /// Standard input, where it is asked for.
    pub standard: Option<Standard>,
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

/// What a run has to do.
pub(super) struct Found<'a> {
    /// The documents, each file once.
    pub(super) jobs: Vec<Job>,
    /// Their places.
    pub(super) places: Places<'a>,
    /// What could not be found.
    pub(super) failures: Vec<Failure>,
}

/// Finds the documents of a run.
pub(super) fn find<'a>(system: &dyn System, finder: &'a RootFinder<'a>, inputs: &Inputs, max_size: u64) -> Found<'a> {
    let current = system.current_dir().unwrap_or_default();
    let mut collected = Collected::new(system, &current);
    for path in &inputs.paths {
        collected.add(path);
    }
    let standard = inputs.standard.as_ref();
    let named = standard.and_then(|standard| standard.name.as_ref()).map(|name| paths::absolute(&current, name));
    let Collected { mut files, given, failures, .. } = collected;
    files.retain(|file| Some(file) != named.as_ref());
    // One walk finds each file under one name already.
    if inputs.paths.len() > 1 {
        files = walk::unique(system, files);
    }
    let places = Places { names: names(finder, &current, files.iter().chain(&named)), finder, given };
    let mut jobs: Vec<Job> = files.into_iter().map(|file| Job { file: Some(file), given: None }).collect();
    if let Some(standard) = standard {
        jobs.push(Job { file: named, given: Some(cut(standard.text.clone(), max_size)) });
    }
    let failures = failures.iter().map(|failure| {
        let (path, project_path) = places.names(Some(&paths::absolute(&current, &failure.path)));
        self::failure(&path, &project_path, failure.kind, &failure.message)
    });
    Found { failures: failures.collect(), jobs, places }
}

/// How documents are named: from the roots of their folders.
fn names<'f>(finder: &RootFinder<'_>, current: &Path, files: impl Iterator<Item = &'f PathBuf>) -> Names {
    let mut last = None;
    // Files of one folder come one behind the other, and have one root.
    let new = files.filter(move |file| last.replace(file.parent()) != Some(file.parent()));
    Names::new(current, new.map(|file| finder.root(file)))
}

fn cut(text: ReadFile, max_size: u64) -> ReadFile {
    match text {
        ReadFile::Bytes(bytes) if bytes.len() as u64 > max_size => ReadFile::TooLarge(bytes.len() as u64),
        text => text,
    }
}

/// Where the documents of a run stand.
pub(super) struct Places<'a> {
    names: Names,
    finder: &'a RootFinder<'a>,
    /// The folder given outright below which a file was found.
    given: HashMap<PathBuf, Arc<Path>>,
}

impl Places<'_> {
    /// A document's path relative to the working directory, and relative to the project root.
    pub(super) fn names(&self, file: Option<&Path>) -> (String, String) {
        match file {
            Some(file) => (self.names.relative_to_current(file), self.names.relative_to_project(file)),
            None => (STDIN.to_owned(), STDIN.to_owned()),
        }
    }

    /// The folder out of which a document's evidence must not lead: its project root, else the path that was given.
    pub(super) fn root(&self, file: &Path) -> Arc<Path> {
        let own = || file.parent().unwrap_or(file).into();
        self.finder.root(file).or_else(|| self.given.get(file).cloned()).unwrap_or_else(own)
    }
}

/// The failure that an error at a path is.
pub(super) fn failure(path: &str, project_path: &str, kind: ErrorKind, detail: &str) -> Failure {
    let kind = match kind {
        ErrorKind::NotFound => FailureKind::NotFound,
        ErrorKind::PermissionDenied => FailureKind::Denied,
        ErrorKind::InvalidInput => FailureKind::NotRegular,
        _ => FailureKind::Unreadable,
    };
    Failure {
        path: Some(path.to_owned()),
        project_path: Some(project_path.to_owned()),
        kind,
        detail: detail.to_owned(),
    }
}

/// The files found so far, by absolute path.
struct Collected<'a> {
    system: &'a dyn System,
    current: &'a Path,
    files: Vec<PathBuf>,
    /// The folder given outright below which a file was found.
    given: HashMap<PathBuf, Arc<Path>>,
    failures: Vec<system::Failure>,
}

impl<'a> Collected<'a> {
    fn new(system: &'a dyn System, current: &'a Path) -> Self {
        Self { system, current, files: Vec::new(), given: HashMap::new(), failures: Vec::new() }
    }

    /// A file named outright is taken whatever its name; a folder is walked.
    fn add(&mut self, path: &Path) {
        match self.system.kind(path) {
            Err(error) => self.failures.push(system::Failure::new(path, &error)),
            Ok(FileKind::Folder) => self.walk(path),
            Ok(_) => self.files.push(paths::absolute(self.current, path)),
        }
    }

    fn walk(&mut self, folder: &Path) {
        let walk = walk::documents(self.system, folder);
        let root: Arc<Path> = paths::absolute(self.current, folder).into();
        for file in walk.files {
            let file = paths::absolute(self.current, &file);
            self.given.entry(file.clone()).or_insert_with(|| Arc::clone(&root));
            self.files.push(file);
        }
        self.failures.extend(walk.failures);
    }
}
