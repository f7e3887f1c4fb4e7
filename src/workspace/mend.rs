//! Mends documents: makes the fixes of what was found, and looks again, until none is left to be made.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::findings::Neighbour;
use crate::policy::Code;
use crate::system::{Drafts, ReadFile, System};
use crate::workspace::fixes::{self, Extent, Round, select};
use crate::workspace::rulebooks::Refusal;
use crate::workspace::run::{self, Inputs, Progress, Report, Run, Settings};

/// After so many rounds fixes that call for each other are left alone.
const MOST_ROUNDS: usize = 10;

/// What came of mending.
pub struct Mended {
    /// The run over the mended documents.
    pub run: Run,
    /// The documents that are no longer what they were, in the order of the reports.
    pub changed: Vec<Changed>,
    /// How many findings of each rule were mended.
    pub fixed: BTreeMap<Code, usize>,
    /// How many findings are left that have several fixes: a person must choose.
    pub undecided: usize,
    /// How many findings are left that only a fix would mend which may not be what is meant.
    pub held_back: usize,
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
}

/// Mends what a run over some inputs finds. Nothing is written: the texts are given back.
///
/// # Errors
/// Why nothing can be judged.
pub fn mend(
    system: &dyn System,
    settings: &Settings<'_>,
    mut inputs: Inputs,
    extent: Extent,
    progress: &Progress,
) -> Result<Mended, Refusal> {
    let drafts = Drafts::over(system);
    let mut originals: BTreeMap<Option<PathBuf>, Vec<u8>> = BTreeMap::new();
    let mut fixed = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        let run = run::run(&drafts, settings, &inputs, progress)?;
        let mut quiet = true;
        for report in &run.reports {
            let Some((old, Round { text: new, made })) = round(report, &drafts, extent) else { continue };
            quiet = false;
            for code in made {
                *fixed.entry(code).or_default() += 1;
            }
            let file = report.name.file.as_deref().map(ToOwned::to_owned);
            match (&file, &mut inputs.standard) {
                (Some(file), _) => drop(drafts.put(file, new.into_bytes())),
                (None, Some(standard)) => standard.text = ReadFile::Bytes(new.into_bytes()),
                (None, None) => {}
            }
            originals.entry(file).or_insert(old);
        }
        if quiet {
            return Ok(mended(run, originals, fixed, &drafts));
        }
    }
    let run = run::run(&drafts, settings, &inputs, progress)?;
    Ok(mended(run, originals, fixed, &drafts))
}

fn mended(
    run: Run,
    mut originals: BTreeMap<Option<PathBuf>, Vec<u8>>,
    fixed: BTreeMap<Code, usize>,
    drafts: &Drafts<'_>,
) -> Mended {
    let mut changed = Vec::new();
    for report in &run.reports {
        let file = report.name.file.as_deref().map(ToOwned::to_owned);
        let Some(old) = originals.remove(&file) else { continue };
        let new = report.bytes(drafts).and_then(|new| String::from_utf8(new.into_owned()).ok());
        if let Some(new) = new.filter(|new| new.as_bytes() != old) {
            changed.push(Changed { name: Arc::clone(&report.name), old, new });
        }
    }
    let lists = || run.reports.iter().map(|report| &*report.judgement.findings);
    let undecided = lists().map(|findings| select(findings, Extent::All).undecided).sum();
    let all: usize = lists().map(|findings| select(findings, Extent::All).findings.len()).sum();
    let safe: usize = lists().map(|findings| select(findings, Extent::Safe).findings.len()).sum();
    Mended { run, changed, fixed, undecided, held_back: all.saturating_sub(safe) }
}

/// One round over a document: its bytes, its text after the fixes, and their rules; `None` where there is nothing to mend.
fn round(report: &Report, drafts: &Drafts<'_>, extent: Extent) -> Option<(Vec<u8>, Round)> {
    let findings = &report.judgement.findings;
    findings.iter().any(|finding| !finding.fixes.is_empty()).then_some(())?;
    let old = report.bytes(drafts)?.into_owned();
    let round = fixes::round(std::str::from_utf8(&old).ok()?, findings, extent)?;
    Some((old, round))
}

/// Writes a mended document back over the one that was read; standard input has no file, and is left.
///
/// # Errors
/// Why it was not written.
pub fn write(system: &dyn System, changed: &Changed) -> Result<(), super::NotWritten> {
    match &changed.name.file {
        Some(file) => super::write_if_unchanged(system, file, &changed.old, changed.new.as_bytes()),
        None => Ok(()),
    }
}
