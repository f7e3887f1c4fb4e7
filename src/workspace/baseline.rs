//! Baselines: findings that are known, and wait. A run counts them, and neither shows them nor fails by them.
//!
//! Which file holds them is said by a flag for all documents, else by each document's configuration; so a run may have several.

mod file;
mod stale;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::ConfigFault;
use crate::findings::Finding;
use crate::findings::baseline::{Entry, write as text_of};
use crate::findings::fingerprint::Fingerprint;
use crate::policy::Level;
use crate::system::System;
use crate::workspace::judge::Judgement;
use crate::workspace::policies::Loaded;
use crate::workspace::run::{Context, Failure, Run};
use crate::workspace::write::NotWritten;

use file::{File, Names};
use stale::Looked;

/// What is asked of the baselines of a run.
#[derive(Debug)]
pub struct Ask<'a> {
    /// The file for all documents, an absolute path; without it, what their configurations name.
    pub file: Option<&'a Path>,
    /// Whether the files are written anew.
    pub write: bool,
    /// The lines of comment at their top.
    pub comments: &'a [&'a str],
    /// The documents beside which those that are reported were judged.
    pub context: &'a Context,
}

/// A baseline of a run.
#[derive(Debug)]
pub struct Baseline {
    /// The file as people read it: relative to the working directory.
    pub name: Box<str>,
    /// The entries of which nothing is found any more, each with its line, 1-based.
    pub stale: Vec<(usize, Entry)>,
    /// What was written; `None` where nothing was.
    pub written: Option<Written>,
}

/// What was written into a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Its entries.
    pub entries: usize,
    /// Those that are new.
    pub added: usize,
    /// Findings that no baseline takes: errors of S and D rules.
    pub refused: usize,
}

/// Takes the findings that are known out of a finished run, and writes the baselines where that is asked for. Faults of the files go to
/// those of configurations, and what could not be written to the failures.
pub fn apply(system: &dyn System, run: &mut Run, ask: &Ask<'_>) -> Vec<Baseline> {
    let mut groups: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
    groups.extend(ask.file.map(|file| (file.to_path_buf(), Vec::new())));
    for (at, report) in run.reports.iter().enumerate() {
        let book = run.rulebooks.books.get(report.book);
        let named = ask.file.or_else(|| book.and_then(|book| book.baseline.as_deref()));
        if let Some(named) = named {
            groups.entry(named.to_path_buf()).or_default().push(at);
        }
    }
    groups.into_iter().map(|(path, reports)| Group { system, ask, reports }.settle(run, &path)).collect()
}

/// The documents of one baseline.
struct Group<'a> {
    system: &'a dyn System,
    ask: &'a Ask<'a>,
    /// By their indexes.
    reports: Vec<usize>,
}

impl Group<'_> {
    fn settle(&self, run: &mut Run, path: &Path) -> Baseline {
        let mut file = File::open(self.system, path, self.ask.write);
        file.check_codes(&run.rulebooks.policies);
        let looked = Looked::new(self.system, run, &self.reports, (path, self.ask.context));
        let stale = file.entries.iter().filter(|(entry, _)| looked.is_stale(entry));
        let lines = file.lines();
        let stale: Vec<_> = stale.map(|(entry, at)| (lines.of(at.start), entry.clone())).collect();
        let mut known: HashSet<Fingerprint> = file.entries.iter().map(|(entry, _)| entry.fingerprint).collect();
        let mut written = None;
        if self.ask.write && file.faults.is_empty() {
            match self.write(run, &file, &stale) {
                Ok((entries, what)) => {
                    known = entries.iter().map(|entry| entry.fingerprint).collect();
                    written = Some(what);
                }
                Err(why) => run.fail(Failure::not_written(&file.name, &file.name, why)),
            }
        }
        self.take_out(run, &known);
        run.rulebooks.faults.append(&mut file.faults);
        Baseline { name: file.name, stale, written }
    }

    /// Writes what is found now, and the entries of which nobody knows whether something is found.
    fn write(
        &self,
        run: &Run,
        file: &File,
        stale: &[(usize, Entry)],
    ) -> Result<(BTreeSet<Entry>, Written), NotWritten> {
        let old: BTreeSet<&Entry> = file.entries.iter().map(|(entry, _)| entry).collect();
        let before: HashSet<Fingerprint> = old.iter().map(|entry| entry.fingerprint).collect();
        let gone: HashSet<Fingerprint> = stale.iter().map(|(_, entry)| entry.fingerprint).collect();
        let names = Names { folder: &file.folder, current: self.system.current_dir().unwrap_or_default() };
        let (mut entries, mut refused, mut found) = (BTreeSet::new(), 0, HashSet::new());
        for report in self.reports.iter().filter_map(|at| run.reports.get(*at)) {
            let path = names.of(&report.name);
            for finding in &report.judgement.findings {
                found.insert(finding.fingerprint);
                if never_waits(finding) {
                    refused += 1;
                    continue;
                }
                let document = (report.judgement.id.as_deref(), &*path);
                entries.insert(Entry::new(finding.fingerprint, finding.code, finding.subject(), document));
            }
        }
        let added = entries.iter().filter(|entry| !before.contains(&entry.fingerprint)).count();
        let rest = old.into_iter().filter(|entry| !found.contains(&entry.fingerprint));
        entries.extend(rest.filter(|entry| !gone.contains(&entry.fingerprint)).cloned());
        file.write(self.system, &text_of(self.ask.comments, &entries))?;
        let written = Written { entries: entries.len(), added, refused };
        Ok((entries, written))
    }

    /// Takes the findings that are known out of the documents.
    fn take_out(&self, run: &mut Run, known: &HashSet<Fingerprint>) {
        for at in &self.reports {
            let Some(report) = run.reports.get_mut(*at) else { continue };
            take_out(&mut report.judgement, known);
        }
    }
}

/// The findings that the file at an absolute path holds, none where it cannot be read, and its faults.
pub(in crate::workspace) fn known(
    system: &dyn System,
    path: &Path,
    policies: &[Arc<Loaded>],
) -> (HashSet<Fingerprint>, Vec<ConfigFault>) {
    let mut file = File::open(system, path, false);
    file.check_codes(policies);
    (file.entries.into_iter().map(|(entry, _)| entry.fingerprint).collect(), file.faults)
}

/// Takes the findings that are known out of a document.
pub(in crate::workspace) fn take_out(judgement: &mut Judgement, known: &HashSet<Fingerprint>) {
    let waits = |finding: &mut Finding| known.contains(&finding.fingerprint) && !never_waits(finding);
    judgement.known.extend(judgement.findings.extract_if(.., waits));
}

/// Whether no baseline takes a finding: errors in the syntax and the form hide what else would be found.
fn never_waits(finding: &Finding) -> bool {
    finding.level == Level::Error && matches!(finding.code.family(), 'S' | 'D')
}
