//! Beside which documents each document is judged: its context.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Failure;
use super::inputs::{self, Found, Places};
use crate::config::Configs;
use crate::config::PerFolder;
use crate::config::root::RootFinder;
use crate::system::{self, FileId, ReadFile, System, paths};
use crate::workspace::together::ContextId;
use crate::workspace::walk;

/// The documents beside which those that are reported are judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Context {
    /// Those of each document's own project root; without one, the paths given.
    #[default]
    Root,
    /// Those of one folder (absolute), for all.
    Folder(PathBuf),
    /// The paths given, as a part of a whole that is not looked at.
    Given,
}

/// A document to be read and judged.
#[derive(Debug, Clone)]
pub(in crate::workspace) struct Job {
    /// The absolute path; `None` for standard input without a name.
    pub(in crate::workspace) file: Option<Arc<Path>>,
    /// The text of standard input.
    pub(in crate::workspace) given: Option<ReadFile>,
    /// Whether it is reported, or only there for the others.
    pub(in crate::workspace) reported: bool,
    /// The documents that it sees.
    pub(in crate::workspace) context: ContextId,
    /// Whether the others of its context see it.
    pub(in crate::workspace) seen: bool,
}

/// What a run has to do.
pub(in crate::workspace) struct Gathered<'a> {
    /// The documents, each file once in its own context.
    pub(in crate::workspace) jobs: Vec<Job>,
    /// Their places.
    pub(in crate::workspace) places: Places<'a>,
    /// Whether each context is whole.
    pub(in crate::workspace) whole: Vec<bool>,
    /// What could not be found.
    pub(in crate::workspace) failures: Vec<Failure>,
}

/// What decides which context a document sees.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Base {
    /// A project root, or the folder named for all.
    Folder(PathBuf),
    /// The paths given.
    Given,
    /// Standard input without a name: it sees itself.
    Nameless,
}

/// Adds to the documents that are reported those beside which they are judged.
pub(in crate::workspace) fn gather<'a>(
    system: &dyn System,
    configs: &Configs<'_>,
    finder: &'a RootFinder<'a>,
    context: &Context,
    found: Found<'a>,
) -> Gathered<'a> {
    let Found { files, standard, walked, places, failures } = found;
    let mut gathered = Gathered { jobs: Vec::new(), places, whole: Vec::new(), failures };
    let mut bases: BTreeMap<Base, Vec<Job>> = BTreeMap::new();
    let named = files.into_iter().map(|file| (Some(file), None));
    let standard = standard.map(|(file, text)| (file.map(Into::into), Some(text)));
    let mut nearest = PerFolder::default();
    for (file, given) in named.chain(standard) {
        let base = match &file {
            Some(file) => nearest.of(file, || base(finder, context, file)).clone(),
            None => Base::Nameless,
        };
        bases.entry(base).or_default().push(Job { file, given, reported: true, context: 0, seen: false });
    }
    let mut walker = Walker { system, configs, finder, context, walked };
    for (base, mut jobs) in bases {
        match &base {
            Base::Folder(folder) => {
                let failed = walker.complete(folder, &mut jobs);
                let failed = failed.iter().filter_map(|failure| gathered.failure(failure)).collect::<Vec<_>>();
                gathered.failures.extend(failed);
            }
            Base::Given => jobs.iter_mut().for_each(|job| job.seen = *context == Context::Given || walker.gave(job)),
            Base::Nameless => {}
        }
        let id = gathered.whole.len();
        gathered.whole.push(base != Base::Nameless && *context != Context::Given);
        gathered.jobs.extend(jobs.into_iter().map(|job| Job { context: id, ..job }));
    }
    gathered
}

/// What decides which documents a document sees.
fn base(finder: &RootFinder<'_>, context: &Context, file: &Path) -> Base {
    match context {
        Context::Given => Base::Given,
        Context::Folder(folder) => Base::Folder(folder.clone()),
        Context::Root => finder.root(file).map_or(Base::Given, |root| Base::Folder(root.to_path_buf())),
    }
}

/// The path that comes first by its bytes.
fn first(one: Arc<Path>, other: Arc<Path>) -> Arc<Path> {
    if paths::by_bytes(&one, &other).is_le() { one } else { other }
}

impl Gathered<'_> {
    /// A failure of the context alone; `None` where the same has been told of the paths given.
    fn failure(&self, failure: &system::Failure) -> Option<Failure> {
        let (path, project_path) = self.places.names(Some(&failure.path));
        let failure = inputs::failure(&path, &project_path, failure.kind, &failure.message);
        let told = self.failures.iter().any(|other| other.path == failure.path);
        (!told).then_some(Failure { context: true, ..failure })
    }
}

/// Finds the documents of contexts.
struct Walker<'a> {
    system: &'a dyn System,
    configs: &'a Configs<'a>,
    finder: &'a RootFinder<'a>,
    context: &'a Context,
    /// What has been found below some folders already.
    walked: HashMap<PathBuf, Vec<Arc<Path>>>,
}

impl Walker<'_> {
    /// Marks the documents that the context of a folder holds, and adds its others. What could not be looked at is given back.
    fn complete(&mut self, folder: &Path, jobs: &mut Vec<Job>) -> Vec<system::Failure> {
        let (mut files, failures) = self.files(folder);
        let mut nearest = PerFolder::default();
        files.retain(|file| *nearest.of(file, || self.belongs(file, folder)));
        let mut taken = vec![false; files.len()];
        let mut strangers = Vec::new();
        for (at, job) in jobs.iter_mut().enumerate() {
            let Some(file) = &job.file else { continue };
            if let Ok(known) = files.binary_search_by(|other| paths::by_bytes(other, file)) {
                taken[known] = true;
                job.seen = true;
            } else {
                strangers.push(at);
            }
        }
        if !strangers.is_empty() {
            self.recognize(jobs, &strangers, (&files, &mut taken));
        }
        let others = files.into_iter().zip(taken).filter(|(_, taken)| !taken);
        jobs.extend(others.map(|(file, _)| Job {
            file: Some(file),
            given: None,
            reported: false,
            context: 0,
            seen: true,
        }));
        failures
    }

    /// Finds the documents that the context knows under another name. One behind standard input keeps the name that it was given.
    fn recognize(&self, jobs: &mut [Job], strangers: &[usize], (files, taken): (&[Arc<Path>], &mut [bool])) {
        let identity = |file: &Path| self.system.identity(file).ok();
        let open = files.iter().enumerate().filter(|(at, _)| !taken[*at]);
        let known: HashMap<FileId, usize> = open.filter_map(|(at, file)| Some((identity(file)?, at))).collect();
        for at in strangers {
            let Some(job) = jobs.get_mut(*at) else { continue };
            let same = job.file.as_deref().and_then(identity).and_then(|id| known.get(&id)).filter(|at| !taken[**at]);
            if let Some(same) = same {
                taken[*same] = true;
                job.seen = true;
                // Whichever name is given, a file goes by the one that comes first.
                if job.given.is_none() {
                    job.file = job.file.take().map(|file| first(file, Arc::clone(&files[*same])));
                }
            }
        }
    }

    /// Whether the paths given have a document: a folder's walk has found it, or it was named and stands in none of the folders.
    fn gave(&self, job: &Job) -> bool {
        let Some(file) = job.file.as_deref().filter(|file| walk::is_document(file)) else { return false };
        let mut above = self.walked.iter().filter(|(folder, _)| file.starts_with(folder)).peekable();
        let found = |files: &Vec<Arc<Path>>| files.binary_search_by(|other| paths::by_bytes(other, file)).is_ok();
        above.peek().is_none() || above.any(|(_, files)| found(files))
    }

    /// The documents below a folder, by the bytes of their paths, and what could not be looked at.
    fn files(&mut self, folder: &Path) -> (Vec<Arc<Path>>, Vec<system::Failure>) {
        if let Some(files) = self.walked.remove(folder) {
            return (files, Vec::new());
        }
        let walk = walk::documents(self.system, self.configs, folder);
        (walk.files.into_iter().map(Into::into).collect(), walk.failures)
    }

    /// Whether a document of a folder has no nearer root.
    fn belongs(&self, file: &Path, folder: &Path) -> bool {
        match (self.finder.root(file), self.context) {
            (None, _) => true,
            (Some(root), Context::Folder(_)) => !root.starts_with(folder) || *root == *folder,
            (Some(root), _) => *root == *folder,
        }
    }
}
