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
const STDIN: &str = "<stdin>";

/// The jobs of a run, each file once, and what could not be found.
pub(super) fn jobs(
    system: &dyn System,
    finder: &RootFinder<'_>,
    inputs: &Inputs,
    max_size: u64,
) -> (Vec<Job>, Vec<Failure>) {
    let current = system.current_dir().unwrap_or_default();
    let mut found = Found::new(system, &current);
    for path in &inputs.paths {
        found.add(path);
    }
    let standard = inputs.standard.as_ref();
    let named = standard.and_then(|standard| standard.name.as_ref()).map(|name| paths::absolute(&current, name));
    let mut files: Vec<PathBuf> = found.files.drain(..).filter(|file| Some(file) != named.as_ref()).collect();
    // One walk finds each file under one name already.
    if inputs.paths.len() > 1 {
        files = walk::unique(system, files);
    }
    let names = Names::new(&current, files.iter().chain(&named).map(|file| finder.root(file)));
    let given = std::mem::take(&mut found.given);
    let job = |file: PathBuf, bytes: Option<ReadFile>| Job {
        root: root_of(finder, &given, &file),
        path: names.from_current(&file),
        project_path: names.from_project(&file),
        absolute: Some(file),
        given: bytes,
    };
    let mut jobs: Vec<Job> = files.into_iter().map(|file| job(file, None)).collect();
    if let Some(standard) = standard {
        let text = cut(standard.text.clone(), max_size);
        jobs.push(match named {
            Some(file) => job(file, Some(text)),
            None => nameless(text, &current),
        });
    }
    let failures = found.failures.iter().map(|failure| {
        let file = paths::absolute(&current, &failure.path);
        self::failure(&names.from_current(&file), &names.from_project(&file), failure.kind, &failure.message)
    });
    (jobs, failures.collect())
}

fn cut(text: ReadFile, max_size: u64) -> ReadFile {
    match text {
        ReadFile::Bytes(bytes) if bytes.len() as u64 > max_size => ReadFile::TooLarge(bytes.len() as u64),
        text => text,
    }
}

fn nameless(text: ReadFile, current: &Path) -> Job {
    let path = STDIN.to_owned();
    Job { absolute: None, root: current.into(), project_path: path.clone(), path, given: Some(text) }
}

/// The folder out of which a document's evidence must not lead: its project root, else the path that was given.
fn root_of(finder: &RootFinder<'_>, given: &HashMap<PathBuf, Arc<Path>>, file: &Path) -> Arc<Path> {
    let own = || file.parent().unwrap_or(file).into();
    finder.root(file).or_else(|| given.get(file).cloned()).unwrap_or_else(own)
}

/// The failure that an error at a path is.
pub(super) fn failure(path: &str, project_path: &str, kind: ErrorKind, detail: &str) -> Failure {
    let kind = match kind {
        ErrorKind::NotFound => FailureKind::NotFound,
        ErrorKind::PermissionDenied => FailureKind::Denied,
        ErrorKind::InvalidInput => FailureKind::NotRegular,
        _ => FailureKind::Unreadable,
    };
    Failure { path: Some(path.to_owned()), project_path: Some(project_path.to_owned()), kind, detail: detail.to_owned() }
}

/// The files found so far, by absolute path.
struct Found<'a> {
    system: &'a dyn System,
    current: &'a Path,
    files: Vec<PathBuf>,
    /// The folder given outright below which a file was found.
    given: HashMap<PathBuf, Arc<Path>>,
    failures: Vec<system::Failure>,
}

impl<'a> Found<'a> {
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
