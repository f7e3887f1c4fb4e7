//! A run: finds the documents, judges each of them, and puts the results in order.

pub(in crate::workspace) mod contexts;
mod failure;
mod folding;
pub(in crate::workspace) mod inputs;
mod locate;
mod naming;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::assess::{Ask, Assessed, Overview};
use crate::config::root::RootFinder;
use crate::findings::fingerprint::{Fingerprint, Ordinals};
use crate::findings::{Finding, Neighbour};
use crate::policy::{Code, Level, Policy};
use crate::system::{ReadFile, System};
use crate::workspace::judge::{Depth, Examined, Judgement};
use crate::workspace::rulebooks::{Refusal, Rulebook, Rulebooks, Terms};
use crate::workspace::surroundings::Stand;
use crate::workspace::threads::Threads;
use crate::workspace::together::{Around, ContextId, Member, Together};

pub use contexts::Context;
use contexts::{Gathered, Job};
pub use failure::{Failure, FailureKind};
use inputs::Places;
pub use inputs::{Inputs, STDIN, Standard};
pub use locate::{Located, Place, locate};

/// How a run is done.
pub struct Settings<'a> {
    /// What all documents are judged with.
    pub terms: Terms<'a>,
    /// The threads on which documents are judged.
    pub threads: Threads,
    /// Whether no document at all is fine.
    pub allow_empty: bool,
    /// The documents beside which those that are reported are judged.
    pub context: Context,
    /// What is to be assessed beside; `None` for nothing.
    pub ask: Option<Ask>,
}

/// A document of a run.
#[derive(Debug)]
pub struct Report {
    /// As reports name it.
    pub name: Arc<Neighbour>,
    /// The rulebook by which it was judged.
    pub book: usize,
    /// What was found in it.
    pub judgement: Judgement,
    /// Its text, where it cannot be read again.
    pub text: Option<Vec<u8>>,
}

/// A document of the context that is not reported.
#[derive(Debug)]
pub struct Other {
    /// The file.
    pub file: Option<Arc<Path>>,
    /// Its `id`, where it is stated and sound.
    pub id: Option<Box<str>>,
    /// What is found in it, as far as it was judged in full: where it shares its `id` with a document that is reported.
    pub findings: Vec<Fingerprint>,
}

/// What keeps a rule from being evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipped {
    /// It needs the whole context, and there is none.
    NoContext,
    /// The settings switch it off.
    Off,
    /// The policy leaves it out.
    Policy,
}

/// The result of a run.
pub struct Run {
    /// The documents, sorted by the bytes of their project paths.
    pub reports: Vec<Report>,
    /// What could not be checked, sorted likewise.
    pub failures: Vec<Failure>,
    /// The documents beside them: those of the context that are not reported.
    pub others: Vec<Other>,
    /// All documents, for places of findings in others.
    pub around: Around,
    /// By what the documents were judged.
    pub rulebooks: Rulebooks,
    /// Whether documents were judged beside all others of their contexts; not where they are a part of what is not looked at.
    pub whole: bool,
    /// The overview of the documents, where it is asked for.
    pub overview: Option<Overview>,
}

impl Run {
    /// The rules of the policies that documents were judged by, each once and in the order of the catalogue, with what
    /// keeps it from being evaluated.
    pub fn rules(&self) -> Vec<(Code, Option<Skipped>)> {
        let used: BTreeSet<usize> =
            self.rulebooks.books.iter().filter_map(|book| book.judge.known.first()).copied().collect();
        let used = if used.is_empty() { BTreeSet::from([0]) } else { used };
        let policies = || used.iter().filter_map(|at| self.rulebooks.policies.get(*at));
        let mut rules: BTreeMap<(u16, Code), Option<Skipped>> = BTreeMap::new();
        for left in policies().flat_map(|loaded| loaded.policy.left_out()) {
            rules.insert((left.code.rank(), left.code), Some(Skipped::Policy));
        }
        for loaded in policies() {
            for rule in loaded.policy.rules() {
                let partial = || loaded.plan.rules_on_the_whole().any(|code| code == rule.code);
                let books = &self.rulebooks.books;
                let off = !books.is_empty() && books.iter().all(|book| book.judge.selection.is_off(rule));
                let skipped =
                    if off { Some(Skipped::Off) } else { (!self.whole && partial()).then_some(Skipped::NoContext) };
                rules.insert((rule.code.rank(), rule.code), skipped);
            }
        }
        rules.into_iter().map(|((_, code), skipped)| (code, skipped)).collect()
    }

    /// The documents that were assessed, each with what the tool would advise on its cooperations; none where the run was not asked to.
    pub fn assessed(&self) -> impl Iterator<Item = (&Report, &Assessed)> {
        self.reports.iter().filter_map(|report| Some((report, report.judgement.assessed.as_deref()?)))
    }

    /// Whether it could not be done as a whole.
    pub fn failed(&self) -> bool {
        self.failures.iter().any(Failure::counts) || !self.rulebooks.faults.is_empty()
    }

    /// The policy whose texts the findings of a document have; `None` where it is gone.
    pub fn policy_of(&self, report: &Report) -> Option<&Policy> {
        self.rulebooks.policies.get(report.judgement.policy_of_texts()).map(|loaded| &loaded.policy)
    }

    /// The level from which on a finding in a document fails the run; `None` for never.
    pub fn fail_on(&self, report: &Report) -> Option<Level> {
        self.rulebooks.books.get(report.book).and_then(|book| book.fail_on)
    }

    /// Whether a document has a finding that fails the run.
    pub fn fails(&self, report: &Report) -> bool {
        let least = self.fail_on(report);
        least.is_some_and(|least| report.judgement.findings.iter().any(|finding| finding.level >= least))
    }

    /// Adds a failure where it belongs.
    pub fn fail(&mut self, failure: Failure) {
        let at = self.failures.partition_point(|other| other.project_path <= failure.project_path);
        self.failures.insert(at, failure);
    }

    /// The findings of all documents, in their order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.reports.iter().flat_map(|report| &report.judgement.findings)
    }
}

impl AsMut<Self> for Run {
    fn as_mut(&mut self) -> &mut Self {
        self
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
///
/// # Errors
/// Why nothing can be judged.
pub fn run(system: &dyn System, settings: &Settings<'_>, inputs: &Inputs, progress: &Progress) -> Result<Run, Refusal> {
    let configs = settings.terms.configs;
    let finder = RootFinder::new(system);
    let found = inputs::find(system, configs, &finder, inputs);
    let Gathered { jobs, places, whole, mut failures } =
        contexts::gather(system, configs, &finder, &settings.context, found);
    // A run may be one of several in a row.
    progress.done.store(0, Ordering::Relaxed);
    progress.total.store(jobs.len(), Ordering::Relaxed);
    let files: Vec<Option<&Path>> = jobs.iter().map(|job| job.file.as_deref()).collect();
    let (rulebooks, books) = Rulebooks::new(system, &settings.terms, &files)?;
    let ask = settings.ask.as_ref();
    ask.map_or(Ok(()), |ask| rulebooks.knows_profile(ask))?;
    let reader = Reader { system, books: &rulebooks.books, places: &places, ask };
    let jobs = jobs.into_iter().zip(books).filter_map(|(job, book)| Some((job, book?))).collect();
    let outcomes = settings.threads.map(jobs, |(job, book)| {
        let outcome = reader.one(job, book);
        progress.done.fetch_add(1, Ordering::Relaxed);
        outcome
    });
    let mut fail = |failure| failures.push(failure);
    let mut read: Vec<Read> = outcomes.into_iter().filter_map(|outcome| outcome.map_err(&mut fail).ok()).collect();
    read.sort_by(|one, other| one.name.project_path.as_bytes().cmp(other.name.project_path.as_bytes()));
    failures.sort_by(|one, other| one.project_path.cmp(&other.project_path));
    let Concluded { reports, others, around, overview } =
        conclude(&reader, read, &whole, (&settings.threads, &rulebooks));
    // Where there is no document, nothing is missing either.
    let whole = settings.context != Context::Given && (whole.is_empty() || whole.contains(&true));
    let mut run = Run { reports, failures, others, around, rulebooks, whole, overview };
    if run.reports.is_empty() && !run.failed() && !settings.allow_empty {
        run.failures.push(Failure::no_document());
    }
    Ok(run)
}

/// What is left of a run once its documents have been judged beside each other.
struct Concluded {
    reports: Vec<Report>,
    others: Vec<Other>,
    around: Around,
    overview: Option<Overview>,
}

/// Judges the documents beside each other, and tells those that are reported from the others.
fn conclude(
    reader: &Reader<'_>,
    mut read: Vec<Read>,
    whole: &[bool],
    (threads, rulebooks): (&Threads, &Rulebooks),
) -> Concluded {
    companions(reader, &mut read);
    let member = |read: &mut Read| Member {
        name: Arc::clone(&read.name),
        outlook: read.examined.outlook.take(),
        context: read.job.context,
        seen: read.job.seen,
    };
    let together = Together::new(read.iter_mut().map(member).collect(), whole);
    let books: Vec<Option<usize>> = read.iter().map(|read| (read.depth == Depth::Full).then_some(read.book)).collect();
    let in_full = |document: usize| reader.books.get(books.get(document).copied()??).map(|book| &book.judge);
    let judgements = read.iter_mut().map(|read| &mut read.examined.judgement);
    together.conclude(judgements.collect(), in_full, threads, &|_| {});
    folding::fold(reader, &mut read, threads);
    let reported = |document: usize| read.get(document).is_some_and(|read| read.job.reported);
    let assessed = |document: usize| read.get(document).and_then(|read| read.examined.judgement.assessed.as_deref());
    let asked = reader.ask.is_some_and(|ask| ask.overview);
    let overview = asked.then(|| together.overview(assessed, in_full, reported, &rulebooks.policies));
    let around = together.into_around(threads);
    tell_apart(&mut read);
    let others = read.iter().filter(|read| !read.job.reported).map(Read::other).collect();
    let reports = read.into_iter().filter(|read| read.job.reported).map(Read::report).collect();
    Concluded { reports, others, around, overview }
}

/// Judges in full the documents of the context that share their id with a reported one: findings of both may agree in
/// everything but the path, and then are told apart by it.
fn companions(reader: &Reader<'_>, read: &mut [Read]) {
    let reported = read.iter().filter(|read| read.depth == Depth::Full);
    let ids: HashSet<Box<str>> = reported.filter_map(|read| read.examined.judgement.id.clone()).collect();
    for read in read.iter_mut().filter(|read| read.depth == Depth::Exports) {
        if read.examined.judgement.id.as_ref().is_some_and(|id| ids.contains(id)) {
            let again = Job { reported: true, ..read.job.clone() };
            if let Ok(full) = reader.one(again, read.book) {
                *read = Read { job: read.job.clone(), ..full };
            }
        }
    }
}

/// Gives findings of one context that agree in everything a fingerprint each, by the order of their documents. One that
/// no other document sees comes behind them, and has no say in the fingerprints of others.
fn tell_apart(read: &mut [Read]) {
    let mut contexts: BTreeMap<ContextId, Ordinals<'_>> = BTreeMap::new();
    for read in read.iter_mut().filter(|read| read.job.seen) {
        read.examined.judgement.tell_apart(contexts.entry(read.job.context).or_default());
    }
    let none = Ordinals::default();
    for read in read.iter_mut().filter(|read| !read.job.seen) {
        let behind = contexts.get(&read.job.context).unwrap_or(&none);
        read.examined.judgement.tell_apart(&mut Ordinals::behind(behind));
    }
}

/// A document that has been read and judged by itself.
struct Read {
    job: Job,
    name: Arc<Neighbour>,
    book: usize,
    depth: Depth,
    examined: Examined,
    /// Its text, where it cannot be read again.
    text: Option<Vec<u8>>,
}

impl Read {
    fn report(self) -> Report {
        Report { name: self.name, book: self.book, judgement: self.examined.judgement, text: self.text }
    }

    fn other(&self) -> Other {
        let judgement = &self.examined.judgement;
        let findings = judgement.findings.iter().map(|finding| finding.fingerprint).collect();
        Other { file: self.name.file.clone(), id: judgement.id.clone(), findings }
    }
}

/// Reads documents, and judges each by itself.
struct Reader<'a> {
    system: &'a dyn System,
    books: &'a [Rulebook],
    places: &'a Places<'a>,
    /// What is to be assessed beside.
    ask: Option<&'a Ask>,
}

impl Reader<'_> {
    fn one(&self, mut job: Job, book: usize) -> Result<Read, Failure> {
        let (path, project_path) = self.places.names(job.file.as_deref());
        let depth = if job.reported { Depth::Full } else { Depth::Exports };
        let given = job.given.take();
        let standard = given.is_some();
        let mut read = Read {
            name: Arc::new(Neighbour { file: job.file.clone().filter(|_| !standard), path, project_path }),
            job,
            book,
            depth,
            examined: Examined::default(),
            text: None,
        };
        let Some(rules) = self.books.get(book) else { return Ok(read) };
        let bytes = inputs::bytes(self.system, &read.name, given, rules.max_size)
            .map_err(|failure| Failure { context: !read.job.reported, ..failure })?;
        read.examined = self.examined(&read, &bytes, rules);
        if let ReadFile::Bytes(bytes) = bytes
            && standard
        {
            read.text = Some(bytes);
        }
        Ok(read)
    }

    fn examined(&self, read: &Read, bytes: &ReadFile, rules: &Rulebook) -> Examined {
        let file = read.job.file.as_deref();
        let project = file.and_then(|file| self.places.project(file));
        let root = file.map(|file| self.places.root(project.as_ref(), file));
        let own = file.map_or_else(|| STDIN.to_owned(), |file| self.places.own(project.as_deref(), file));
        let (place, path) = (file.zip(root.as_deref()), &own);
        let stand = Stand { system: self.system, place, path, depth: read.depth, ask: self.ask };
        match bytes {
            ReadFile::TooLarge(_) => stand.examined(rules, None),
            ReadFile::Bytes(bytes) => stand.examined(rules, Some(bytes)),
        }
    }
}
