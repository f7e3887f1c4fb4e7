//! How much a run found.

use crate::policy::Level;
use crate::workspace::run::Run;

/// Counts of the whole run, whatever is shown of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Documents that were judged.
    pub documents: usize,
    /// Findings at level error.
    pub error: usize,
    /// Findings at level warning.
    pub warning: usize,
    /// Findings at level info.
    pub info: usize,
    /// Findings at level hint.
    pub hint: usize,
    /// Findings with at least one fix.
    pub fixable: usize,
    /// Findings that deviations accept.
    pub deviations: usize,
    /// Findings that stand in a baseline.
    pub baseline: usize,
}

impl Counts {
    /// Counts a run.
    pub fn of(run: &Run) -> Self {
        let deviations = run.reports.iter().map(|report| report.judgement.accepted.len()).sum();
        let baseline = run.reports.iter().map(|report| report.judgement.known.len()).sum();
        let mut counts = Self { documents: run.reports.len(), deviations, baseline, ..Self::default() };
        for finding in run.findings() {
            *counts.of_level(finding.level) += 1;
            counts.fixable += usize::from(!finding.fixes.is_empty());
        }
        counts
    }

    fn of_level(&mut self, level: Level) -> &mut usize {
        match level {
            Level::Error => &mut self.error,
            Level::Warning => &mut self.warning,
            Level::Info => &mut self.info,
            Level::Hint => &mut self.hint,
        }
    }

    /// All findings.
    pub fn findings(&self) -> usize {
        self.error + self.warning + self.info + self.hint
    }
}
