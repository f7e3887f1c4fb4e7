//! A run: finds the documents, judges each of them, and puts the results in order.

mod inputs;
mod naming;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::facts::Alone;
use crate::findings::Finding;
use crate::findings::fingerprint::Ordinals;
use crate::system::{ReadFile, System};
use crate::workspace::judge::{Judge, Judgement};
use crate::workspace::root::RootFinder;
use crate::workspace::surroundings::Beside;
use crate::workspace::threads::Threads;

use inputs::Places;
pub use inputs::{Inputs, STDIN, Standard};

/// How a run is done.
pub struct Settings {
    /// Who judges.
    pub judge: Judge,
    /// The most bytes of a file that are read.
    pub max_size: u64,
    /// The threads on which documents are judged.
    pub threads: Threads,
    /// Whether no document at all is fine.
    pub allow_empty: bool,
}

/// The default limit of a file, in bytes.
pub const MAX_SIZE: u64 = 10 * 1024 * 1024;

/// A document of a run.
#[derive(Debug)]
pub struct Report {
    /// The file; `None` for standard input.
    pub file: Option<PathBuf>,
    /// Its path relative to the working directory, with `/`.
    pub path: String,
    /// Its path relative to the project root, with `/`.
    pub project_path: String,
    /// What was found in it.
    pub judgement: Judgement,
    /// Its text, where it cannot be read again.
    pub text: Option<Vec<u8>>,
}

/// Why something could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// Nothing stands at the path.
    NotFound,
    /// It may not be read.
    Denied,
    /// A link leads nowhere, or a file is of no regular kind.
    NotRegular,
    /// Reading went wrong in another way.
    Unreadable,
    /// There is no document at all.
    NoDocument,
}

/// Something that could not be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its path, relative to the working directory; `None` where it concerns no file.
    pub path: Option<String>,
    /// The same, relative to the project root.
    pub project_path: Option<String>,
    /// Why.
    pub kind: FailureKind,
    /// The system's own words; empty where there are none.
    pub detail: String,
}

/// The result of a run.
#[derive(Debug)]
pub struct Run {
    /// The documents, sorted by the bytes of their project paths.
    pub reports: Vec<Report>,
    /// What could not be checked, sorted likewise.
    pub failures: Vec<Failure>,
}

impl Run {
    /// The findings of all documents, in their order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.reports.iter().flat_map(|report| &report.judgement.findings)
    }
}

/// One document to be judged.
struct Job {
    /// The absolute path; `None` for standard input without a name.
    file: Option<PathBuf>,
    /// The bytes of standard input.
    given: Option<ReadFile>,
}

/// How far a run is, for whoever watches it from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// The documents that were judged.
    pub done: AtomicUsize,
    /// The documents to be judged; 0 until they have been found.
    pub total: AtomicUsize,
}

/// Does a run.
pub fn run(system: &dyn System, settings: &Settings, inputs: &Inputs, progress: &Progress) -> Run {
    let finder = RootFinder::new(system);
    let found = inputs::find(system, &finder, inputs, settings.max_size);
    let (jobs, places, mut failures) = (found.jobs, found.places, found.failures);
    progress.total.store(jobs.len(), Ordering::Relaxed);
    let work = |job: Job| {
        let outcome = one(system, settings, &places, job);
        progress.done.fetch_add(1, Ordering::Relaxed);
        outcome
    };
    let outcomes = settings.threads.map(jobs, work);
    let mut reports = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        match outcome {
            Ok(report) => reports.push(report),
            Err(failure) => failures.push(failure),
        }
    }
    reports.sort_by(|one, other| one.project_path.as_bytes().cmp(other.project_path.as_bytes()));
    failures.sort_by(|one, other| one.project_path.cmp(&other.project_path));
    if reports.is_empty() && failures.is_empty() && !settings.allow_empty {
        failures.push(Failure { path: None, project_path: None, kind: FailureKind::NoDocument, detail: String::new() });
    }
    tell_apart(&mut reports);
    Run { reports, failures }
}

/// Gives findings that agree in everything a fingerprint each, by the order of their documents.
fn tell_apart(reports: &mut [Report]) {
    let mut ordinals = Ordinals::default();
    for finding in reports.iter_mut().flat_map(|report| &mut report.judgement.findings) {
        finding.fingerprint = ordinals.tell_apart(finding.fingerprint);
    }
}

/// Reads and judges one document.
fn one(system: &dyn System, settings: &Settings, places: &Places<'_>, job: Job) -> Result<Report, Failure> {
    let Job { file, given } = job;
    let (path, project_path) = places.names(file.as_deref());
    let standard = given.is_some();
    let read = match (given, &file) {
        (Some(given), _) => given,
        (None, Some(file)) => system
            .read(file, settings.max_size)
            .map_err(|error| inputs::failure(&path, &project_path, error.kind(), &error.to_string()))?,
        (None, None) => ReadFile::Bytes(Vec::new()),
    };
    let judgement = match (&read, &file) {
        (ReadFile::TooLarge(_), _) => settings.judge.too_large(settings.max_size, &project_path),
        (ReadFile::Bytes(bytes), Some(file)) => {
            settings.judge.judge(bytes, &project_path, &Beside::new(system, file, &places.root(file)))
        }
        (ReadFile::Bytes(bytes), None) => settings.judge.judge(bytes, &project_path, &Alone),
    };
    let text = match read {
        ReadFile::Bytes(bytes) if standard => Some(bytes),
        _ => None,
    };
    Ok(Report { file: file.filter(|_| !standard), path, project_path, judgement, text })
}
