//! A run: finds the documents, judges each of them, and puts the results in order.

mod contexts;
mod inputs;
mod naming;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::facts::{Alone, Surroundings};
use crate::findings::fingerprint::Ordinals;
use crate::findings::{Finding, Neighbour};
use crate::system::{ReadFile, System};
use crate::workspace::judge::{Depth, Examined, Judge, Judgement, Subject};
use crate::workspace::root::RootFinder;
use crate::workspace::surroundings::Beside;
use crate::workspace::threads::Threads;
use crate::workspace::together::{Member, Together};

pub use contexts::Context;
use contexts::{Gathered, Job};
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
    /// The documents beside which those that are reported are judged.
    pub context: Context,
}

/// The default limit of a file, in bytes.
pub const MAX_SIZE: u64 = 10 * 1024 * 1024;

/// A document of a run.
#[derive(Debug)]
pub struct Report {
    /// As reports name it.
    pub name: Arc<Neighbour>,
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
    /// Whether it concerns the context alone: it is told, and does not fail the run.
    pub context: bool,
}

impl Failure {
    /// Whether it fails the run.
    pub fn counts(&self) -> bool {
        !self.context
    }

    fn no_document() -> Self {
        let (path, project_path, detail) = (None, None, String::new());
        Self { path, project_path, kind: FailureKind::NoDocument, detail, context: false }
    }
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
    let gathered = contexts::gather(system, &finder, &settings.context, found);
    let Gathered { jobs, places, whole, mut failures } = gathered;
    progress.total.store(jobs.len(), Ordering::Relaxed);
    let reader = Reader { system, settings, places: &places };
    let outcomes = settings.threads.map(jobs, |job| {
        let outcome = reader.one(job);
        progress.done.fetch_add(1, Ordering::Relaxed);
        outcome
    });
    let mut read = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        match outcome {
            Ok(document) => read.push(document),
            Err(failure) => failures.push(failure),
        }
    }
    read.sort_by(|one, other| one.name.project_path.as_bytes().cmp(other.name.project_path.as_bytes()));
    failures.sort_by(|one, other| one.project_path.cmp(&other.project_path));
    let reports = conclude(&reader, read, &whole);
    if reports.is_empty() && !failures.iter().any(Failure::counts) && !settings.allow_empty {
        failures.push(Failure::no_document());
    }
    Run { reports, failures }
}

/// Judges the documents beside each other, and keeps those that are reported.
fn conclude(reader: &Reader<'_>, mut read: Vec<Read>, whole: &[bool]) -> Vec<Report> {
    companions(reader, &mut read);
    let member = |read: &mut Read| Member {
        name: Arc::clone(&read.name),
        examined: std::mem::take(&mut read.examined),
        context: read.job.context,
        seen: read.job.seen,
    };
    let members = read.iter_mut().map(member).collect();
    let judge = &reader.settings.judge;
    let (together, mut judgements) = Together::new(members, whole);
    let in_full = |document: usize| (read[document].depth == Depth::Full).then_some(judge);
    together.conclude(&mut judgements, in_full, &reader.settings.threads, &|_| {});
    tell_apart(&mut judgements);
    let reported = read.into_iter().zip(judgements).filter(|(read, _)| read.job.reported);
    reported.map(|(read, judgement)| Report { name: read.name, judgement, text: read.text }).collect()
}

/// Judges in full the documents of the context that share their id with a reported one: findings of both may agree in
/// everything but the path, and then are told apart by it.
fn companions(reader: &Reader<'_>, read: &mut [Read]) {
    let reported = read.iter().filter(|read| read.depth == Depth::Full);
    let ids: HashSet<Box<str>> = reported.filter_map(|read| read.examined.judgement.id.clone()).collect();
    for read in read.iter_mut().filter(|read| read.depth == Depth::Exports) {
        if read.examined.judgement.id.as_ref().is_some_and(|id| ids.contains(id)) {
            let again = Job { reported: true, ..read.job.clone() };
            if let Ok(full) = reader.one(again) {
                *read = Read { job: read.job.clone(), ..full };
            }
        }
    }
}

/// Gives findings that agree in everything a fingerprint each, by the order of their documents.
fn tell_apart(judgements: &mut [Judgement]) {
    let mut ordinals = Ordinals::default();
    for judgement in judgements {
        let accepted = judgement.accepted.iter_mut().map(|accepted| &mut accepted.finding);
        for finding in judgement.findings.iter_mut().chain(accepted) {
            finding.fingerprint = ordinals.tell_apart(finding.fingerprint);
        }
    }
}

/// A document that has been read and judged by itself.
struct Read {
    job: Job,
    name: Arc<Neighbour>,
    depth: Depth,
    examined: Examined,
    /// Its text, where it cannot be read again.
    text: Option<Vec<u8>>,
}

/// Reads documents, and judges each by itself.
struct Reader<'a> {
    system: &'a dyn System,
    settings: &'a Settings,
    places: &'a Places<'a>,
}

impl Reader<'_> {
    fn one(&self, mut job: Job) -> Result<Read, Failure> {
        let (path, project_path) = self.places.names(job.file.as_deref());
        let given = job.given.take();
        let standard = given.is_some();
        let limit = self.settings.max_size;
        let read = match (given, &job.file) {
            (Some(given), _) => given,
            (None, Some(file)) => self.system.read(file, limit).map_err(|error| {
                let failure = inputs::failure(&path, &project_path, error.kind(), &error.to_string());
                Failure { context: !job.reported, ..failure }
            })?,
            (None, None) => ReadFile::Bytes(Vec::new()),
        };
        let depth = if job.reported { Depth::Full } else { Depth::Exports };
        let beside;
        let surroundings: &dyn Surroundings = match &job.file {
            Some(file) => {
                beside = Beside::new(self.system, file, &self.places.root(file));
                &beside
            }
            None => &Alone,
        };
        let subject = Subject { path: &project_path, surroundings, depth };
        let judge = &self.settings.judge;
        let examined = match &read {
            ReadFile::TooLarge(_) => judge.too_large(limit, subject, &|_| {}),
            ReadFile::Bytes(bytes) => judge.examine(bytes, subject, &|_| {}),
        };
        let text = match read {
            ReadFile::Bytes(bytes) if standard => Some(bytes),
            _ => None,
        };
        let file = job.file.clone().filter(|_| !standard);
        Ok(Read { job, name: Arc::new(Neighbour { file, path, project_path }), depth, examined, text })
    }
}
