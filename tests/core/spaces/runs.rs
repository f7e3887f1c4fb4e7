//! Runs over a workspace, and what they say of each document.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::PathBuf;

use kader::config::{Choice, Configs, Given};
use kader::findings::{Deviation, Elsewhere, Finding, Range};
use kader::model::landmark::Landmark;
use kader::policy::Lang;
use kader::system::{Memory, System};
use kader::workspace::together::Place;
use kader::workspace::{Context, Inputs, Progress, Report, Run, Settings, Terms, Threads, run};

use super::document::Space;
use crate::support::{carried, given, json};

/// The day of judgement.
const AS_OF: &str = "2026-01-01";

/// How a workspace is run over.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) context: Context,
    pub(super) accepts: bool,
    pub(super) jobs: usize,
}

impl Default for Way {
    fn default() -> Self {
        Self { context: Context::Root, accepts: true, jobs: 1 }
    }
}

/// A run over some paths.
pub(super) fn go(system: &dyn System, paths: Vec<PathBuf>, way: &Way) -> Run {
    let configs = Configs::new(system, Choice::Nearest);
    let given: Given = given(AS_OF);
    let terms = Terms { configs: &configs, given: &given, accepts: way.accepts, carried: Some(carried()) };
    let context = way.context.clone();
    let settings = Settings { terms, threads: Threads::new(way.jobs), allow_empty: false, context, ask: None };
    let inputs = Inputs { paths, ..Inputs::default() };
    let run = run::run(system, &settings, &inputs, &Progress::default()).unwrap();
    assert!(run.failures.is_empty() && run.rulebooks.faults.is_empty(), "{:?}", run.failures);
    run
}

/// A finding, with its places in other documents by their files: numbers and relative paths differ between runs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    pub(super) finding: Finding,
    pub(super) elsewhere: Vec<(PathBuf, Landmark, Range)>,
}

impl Deref for Seen {
    type Target = Finding;

    fn deref(&self) -> &Finding {
        &self.finding
    }
}

impl Seen {
    fn of(finding: &Finding, run: &Run) -> Self {
        let place = |place: Place<'_>| {
            let file = place.document.file.as_deref().unwrap().to_path_buf();
            (file, place.landmark, place.range)
        };
        let elsewhere = run.around.places(finding).map(place).collect();
        let label = finding.elsewhere.as_ref().map(|elsewhere| elsewhere.label);
        let bare = label.map(|label| Box::new(Elsewhere { label, places: Vec::new() }));
        Self { finding: Finding { elsewhere: bare, ..finding.clone() }, elsewhere }
    }
}

/// What is said of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) findings: Vec<Seen>,
    /// The accepted findings, each with the deviation's index in the document.
    pub(super) accepted: Vec<(usize, Seen)>,
    pub(super) deviations: Vec<Deviation>,
}

impl Said {
    /// All findings, accepted or not.
    pub(super) fn all(&self) -> impl Iterator<Item = &Seen> {
        self.findings.iter().chain(self.accepted.iter().map(|(_, finding)| finding))
    }

    /// The same, to be changed.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Seen> {
        self.findings.iter_mut().chain(self.accepted.iter_mut().map(|(_, finding)| finding))
    }
}

/// What is said of documents, by their files.
pub(super) type All = BTreeMap<PathBuf, Said>;

/// What a run says of each document that it reports.
pub(super) fn said(run: &Run) -> All {
    let of = |report: &Report| {
        let file = report.name.file.as_deref().unwrap().to_path_buf();
        let judgement = &report.judgement;
        let accepted = judgement.accepted().map(|(accepted, by)| (by.index, Seen::of(&accepted.finding, run)));
        let findings = judgement.findings.iter().map(|finding| Seen::of(finding, run)).collect();
        (file, Said { findings, accepted: accepted.collect(), deviations: judgement.deviations.clone() })
    };
    run.reports.iter().map(of).collect()
}

/// What a run over a whole workspace gives.
pub(super) struct Baseline {
    pub(super) memory: Memory,
    pub(super) run: Run,
    pub(super) all: All,
    /// Its `json` report in English.
    pub(super) report: Vec<u8>,
}

impl Baseline {
    pub(super) fn of(space: &Space) -> Self {
        let memory = space.memory();
        let run = go(&memory, vec![".".into()], &Way::default());
        let (all, report) = (said(&run), bytes(&run, Lang::En, 1));
        Self { memory, run, all, report }
    }

    /// What is said of some of its documents, when only these are asked for.
    pub(super) fn some(&self, files: &[PathBuf]) -> All {
        said(&go(&self.memory, files.to_vec(), &Way::default()))
    }
}

/// What is said of all documents of a workspace.
pub(super) fn of(space: &Space) -> All {
    said(&go(&space.memory(), vec![".".into()], &Way::default()))
}

/// The `json` report of a run.
pub(super) fn bytes(run: &Run, lang: Lang, jobs: usize) -> Vec<u8> {
    json(run, lang, &Threads::new(jobs))
}

/// That the same is said of the same documents; what differs is told, and nothing else.
#[track_caller]
pub(super) fn alike(one: &All, other: &All, about: &str) {
    let differing: Vec<String> = one
        .keys()
        .chain(other.keys())
        .filter(|file| one.get(*file) != other.get(*file))
        .flat_map(|file| [("-", one.get(file)), ("+", other.get(file))].map(|(sign, said)| (sign, file, said)))
        .flat_map(|(sign, file, said)| {
            lines(said).into_iter().map(move |line| format!("{sign} {}: {line}", file.display()))
        })
        .collect();
    assert!(differing.is_empty(), "{about}\n{}", only(&differing).join("\n"));
}

/// That two lists of findings are one; what differs is told.
#[track_caller]
pub(super) fn equal(one: &[Seen], other: &[Seen], about: &str) {
    let list = |sign: &str, findings: &[Seen]| -> Vec<String> {
        findings.iter().map(|finding| format!("{sign} {finding:?}")).collect()
    };
    let differing: Vec<String> = list("-", one).into_iter().chain(list("+", other)).collect();
    assert!(one == other, "{about}\n{}", only(&differing).join("\n"));
}

fn lines(said: Option<&Said>) -> Vec<String> {
    let Some(said) = said else { return vec!["not there".to_owned()] };
    let findings = said.findings.iter().map(|finding| format!("{finding:?}"));
    let accepted = said.accepted.iter().map(|accepted| format!("{accepted:?}"));
    findings.chain(accepted).chain(said.deviations.iter().map(|deviation| format!("{deviation:?}"))).collect()
}

/// The lines whose rest stands on one side only; all, where only the order differs.
fn only(lines: &[String]) -> Vec<&str> {
    let alone = |line: &&String| !lines.iter().any(|other| other[1..] == line[1..] && other != *line);
    let some: Vec<&str> = lines.iter().filter(alone).map(String::as_str).collect();
    if some.is_empty() { lines.iter().map(String::as_str).collect() } else { some }
}
