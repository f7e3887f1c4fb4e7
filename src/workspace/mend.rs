//! Mends documents: makes the fixes of what was found, and looks again, until none is left to be made; then writes them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::findings::Neighbour;
use crate::policy::Code;
use crate::system::{Drafts, ReadFile, System};
use crate::workspace::fixes::{self, Extent, Round, select};
use crate::workspace::rulebooks::Refusal;
use crate::workspace::run::{self, Failure, Inputs, Progress, Report, Run, Settings};
use crate::workspace::write::write_if_unchanged;

/// After so many rounds fixes that call for each other are left alone.
const MOST_ROUNDS: usize = 10;

/// What is asked of mending.
pub struct Task<'a> {
    /// Which fixes are made.
    pub extent: Extent,
    /// Whether the documents are written, once the run over the mended ones is known.
    pub writes: &'a (dyn Fn(&Run) -> bool + Sync),
}

/// What came of mending.
pub struct Mended {
    /// The run over the documents as they are now.
    pub run: Run,
    /// The documents that are no longer what they were, in the order of the reports.
    pub changed: Vec<Changed>,
    /// How many findings are left that have several fixes: a person must choose.
    pub undecided: usize,
    /// How many findings are left that only a fix would mend which may not be what is meant.
    pub held_back: usize,
}

impl Mended {
    /// How many findings of each rule were mended.
    pub fn fixed(&self) -> BTreeMap<Code, usize> {
        let mut fixed = BTreeMap::new();
        for code in self.changed.iter().flat_map(|changed| &changed.made) {
            *fixed.entry(*code).or_default() += 1;
        }
        fixed
    }
}

impl AsMut<Run> for Mended {
    fn as_mut(&mut self) -> &mut Run {
        &mut self.run
    }
}

/// A document that was mended.
pub struct Changed {
    /// As reports name it.
    pub name: Arc<Neighbour>,
    /// Its bytes before.
    pub old: Vec<u8>,
    /// Its text now.
    pub new: String,
    /// The rule of each finding that was mended.
    made: Vec<Code>,
}

/// Mends what a run over some inputs finds, and writes the documents where the task says so. One that could not be written is as it was:
/// the run says what is found in it, and names the failure. The text of standard input is never written.
///
/// # Errors
/// Why nothing can be judged.
pub fn mend(
    system: &dyn System,
    settings: &Settings<'_>,
    inputs: Inputs,
    task: &Task<'_>,
    progress: &Progress,
) -> Result<Mended, Refusal> {
    let mut work = Mender { drafts: Drafts::over(system), settings, inputs, progress, touched: BTreeMap::new() };
    let run = work.rounds(task.extent)?;
    let mended = work.mended(run);
    if (task.writes)(&mended.run) { work.write(system, mended) } else { Ok(mended) }
}

/// A document on which fixes were made: its bytes before, and the rules of the findings.
type Touched = (Vec<u8>, Vec<Code>);

/// Mends drafts of documents, round by round.
struct Mender<'a> {
    drafts: Drafts<'a>,
    settings: &'a Settings<'a>,
    inputs: Inputs,
    progress: &'a Progress,
    /// By their files; `None` for standard input.
    touched: BTreeMap<Option<PathBuf>, Touched>,
}

impl Mender<'_> {
    /// The last run: the one that finds nothing to mend, or that over the outcome of the last round.
    fn rounds(&mut self, extent: Extent) -> Result<Run, Refusal> {
        for _ in 0..MOST_ROUNDS {
            let run = self.run()?;
            let rounds = self.settings.threads.map(run.reports.iter().collect(), |report| self.round(report, extent));
            let mut quiet = true;
            for (report, (old, Round { text, made })) in
                run.reports.iter().zip(rounds).filter_map(|(report, round)| Some((report, round?)))
            {
                quiet = false;
                let file = report.name.file.as_deref().map(ToOwned::to_owned);
                self.put(file.as_deref(), text.into_bytes());
                self.touched.entry(file).or_insert((old, Vec::new())).1.extend(made);
            }
            if quiet {
                return Ok(run);
            }
        }
        self.run()
    }

    fn run(&self) -> Result<Run, Refusal> {
        run::run(&self.drafts, self.settings, &self.inputs, self.progress)
    }

    /// One round over a document: its bytes and what becomes of them; `None` where there is nothing to mend.
    fn round(&self, report: &Report, extent: Extent) -> Option<(Vec<u8>, Round)> {
        let findings = &report.judgement.findings;
        findings.iter().any(|finding| !finding.fixes.is_empty()).then_some(())?;
        let old = report.bytes(&self.drafts)?.into_owned();
        let round = fixes::round(std::str::from_utf8(&old).ok()?, findings, extent)?;
        Some((old, round))
    }

    fn put(&mut self, file: Option<&Path>, bytes: Vec<u8>) {
        match (file, &mut self.inputs.standard) {
            (Some(file), _) => drop(self.drafts.put(file, bytes)),
            (None, Some(standard)) => standard.text = ReadFile::Bytes(bytes),
            (None, None) => {}
        }
    }

    fn mended(&mut self, run: Run) -> Mended {
        let mut changed = Vec::new();
        for report in &run.reports {
            let file = report.name.file.as_deref().map(ToOwned::to_owned);
            let Some((old, made)) = self.touched.remove(&file) else { continue };
            let new = report.bytes(&self.drafts).and_then(|new| String::from_utf8(new.into_owned()).ok());
            if let Some(new) = new.filter(|new| new.as_bytes() != old) {
                changed.push(Changed { name: Arc::clone(&report.name), old, new, made });
            }
        }
        left(run, changed)
    }

    /// Writes what was mended. Where something is not written, the documents are looked at once more as they are.
    fn write(&mut self, system: &dyn System, mended: Mended) -> Result<Mended, Refusal> {
        let Mended { run, changed, .. } = mended;
        let write = |changed: &Changed| match &changed.name.file {
            Some(file) => write_if_unchanged(system, file, &changed.old, changed.new.as_bytes()),
            None => Ok(()),
        };
        let outcomes = self.settings.threads.map(changed.iter().collect(), write);
        let (mut written, mut failures) = (Vec::new(), Vec::new());
        for (changed, outcome) in changed.into_iter().zip(outcomes) {
            match outcome {
                Ok(()) => written.push(changed),
                Err(why) => {
                    failures.push(Failure::not_written(&changed.name.path, &changed.name.project_path, why));
                    self.put(changed.name.file.as_deref(), changed.old);
                }
            }
        }
        let mut run = if failures.is_empty() { run } else { self.run()? };
        for failure in failures {
            run.fail(failure);
        }
        Ok(left(run, written))
    }
}

/// What is left to a person, beside what was done.
fn left(run: Run, changed: Vec<Changed>) -> Mended {
    let lists = || run.reports.iter().map(|report| &*report.judgement.findings);
    let undecided = lists().map(|findings| select(findings, Extent::All).undecided).sum();
    let all: usize = lists().map(|findings| select(findings, Extent::All).findings.len()).sum();
    let safe: usize = lists().map(|findings| select(findings, Extent::Safe).findings.len()).sum();
    Mended { run, changed, undecided, held_back: all.saturating_sub(safe) }
}
