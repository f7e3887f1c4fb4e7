//! Which entries of a baseline are found no more, and of which nobody can tell.
//!
//! A run may look at some documents only, by some rules only. So an entry is stale only where its document was looked at by its rule,
//! or where the document is gone.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::file::Names;
use crate::config::root::RootFinder;
use crate::findings::Finding;
use crate::findings::baseline::Entry;
use crate::findings::fingerprint::Fingerprint;
use crate::policy::{Code, Level};
use crate::system::{System, paths};
use crate::text::visible;
use crate::workspace::judge::UNUSED;
use crate::workspace::run::{Context, Report, Run};

/// What a run has looked at, as a baseline sees it.
pub(super) struct Looked<'r> {
    system: &'r dyn System,
    run: &'r Run,
    /// The folder of the baseline.
    folder: &'r Path,
    finder: RootFinder<'r>,
    context: &'r Context,
    /// What is found now.
    found: HashSet<Fingerprint>,
    /// The documents that are reported, by `id` and by path, as entries have them.
    by_id: HashMap<String, Vec<&'r Report>>,
    by_path: HashMap<String, &'r Report>,
    /// What is known of the others.
    other_ids: HashSet<String>,
    other_paths: HashSet<String>,
    /// The project roots of the documents that are reported.
    roots: HashSet<PathBuf>,
}

impl<'r> Looked<'r> {
    /// For the baseline at a path, which is that of some of the documents that are reported.
    pub(super) fn new(
        system: &'r dyn System,
        run: &'r Run,
        reports: &[usize],
        (path, context): (&'r Path, &'r Context),
    ) -> Self {
        let finder = RootFinder::new(system);
        let folder = path.parent().unwrap_or(path);
        let names = Names { folder, current: system.current_dir().unwrap_or_default() };
        let own = reports.iter().filter_map(|at| run.reports.get(*at));
        let found = own.flat_map(|report| &report.judgement.findings).map(|finding| finding.fingerprint);
        let found = found.chain(run.others.iter().flat_map(|other| other.findings.iter().copied())).collect();
        let (mut by_id, mut by_path): (HashMap<_, Vec<_>>, _) = (HashMap::new(), HashMap::new());
        for report in &run.reports {
            if let Some(id) = &report.judgement.id {
                by_id.entry(visible(id).into_owned()).or_default().push(report);
            }
            by_path.insert(names.of(&report.name), report);
        }
        let other_ids = run.others.iter().filter_map(|other| other.id.as_deref());
        let other_paths = run.others.iter().filter_map(|other| other.file.as_deref());
        let files = run.reports.iter().filter_map(|report| report.name.file.as_deref());
        Self {
            system,
            run,
            folder,
            context,
            found,
            by_id,
            by_path,
            other_ids: other_ids.map(|id| visible(id).into_owned()).collect(),
            other_paths: other_paths.map(|file| names.of_file(file)).collect(),
            roots: files.filter_map(|file| finder.root(file)).map(|root| root.to_path_buf()).collect(),
            finder,
        }
    }

    /// Whether what an entry stands for is certainly found no more.
    pub(super) fn is_stale(&self, entry: &Entry) -> bool {
        if self.found.contains(&entry.fingerprint) {
            return false;
        }
        let here = self.by_path.get(entry.path()).copied();
        let other = self.other_paths.contains(entry.path());
        let Some(id) = entry.id() else {
            return here.map_or_else(|| !other && self.is_gone(entry), |report| self.judges(report, entry.code));
        };
        let holders = self.by_id.get(id).map(Vec::as_slice).unwrap_or_default();
        if holders.is_empty() {
            let elsewhere = self.other_ids.contains(id) || (other && here.is_none());
            return !elsewhere && here.map_or_else(|| self.is_gone(entry), |report| self.judges(report, entry.code));
        }
        // A document that this run knows nothing of may have the same id.
        let known = here.is_some() || other || !self.exists(entry);
        known && holders.iter().copied().chain(here).all(|report| self.judges(report, entry.code))
    }

    /// Whether a rule has certainly had its say about a document.
    fn judges(&self, report: &Report, code: Code) -> bool {
        let judgement = &report.judgement;
        let unreadable = |finding: &Finding| finding.code.family() == 'S' && finding.level == Level::Error;
        let books = &self.run.rulebooks;
        let loaded = judgement.policy.and_then(|policy| books.policies.get(policy));
        let (Some(loaded), Some(book)) = (loaded, books.books.get(report.book)) else { return false };
        if judgement.findings.iter().any(unreadable) {
            return false;
        }
        // What the policy has no rule for cannot be found any more.
        let Some(rule) = loaded.policy.rule(code) else { return true };
        let across = &*rule.check == UNUSED || loaded.plan.rules_across().any(|across| across == code);
        let whole = self.run.whole && report.name.file.is_some();
        !book.judge.selection.is_off(rule) && (whole || !across)
    }

    /// Whether a document is gone: there is no such file, and the run has seen all documents of its project and none has its `id`.
    fn is_gone(&self, entry: &Entry) -> bool {
        let path = self.file(entry);
        let seen = || self.finder.root(&path).is_some_and(|root| self.roots.contains(&*root));
        let looked = *self.context == Context::Root && self.run.failures.is_empty();
        looked && self.run.rulebooks.faults.is_empty() && !self.exists(entry) && seen()
    }

    /// Whether there is such a file, or nobody can tell from the path as it is shown.
    fn exists(&self, entry: &Entry) -> bool {
        entry.path().contains(['\u{FFFD}', '\\']) || self.system.exists(&self.file(entry))
    }

    fn file(&self, entry: &Entry) -> PathBuf {
        paths::absolute(self.folder, Path::new(entry.path()))
    }
}
