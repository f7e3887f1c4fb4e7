//! How many cooperations have which outcome.

use crate::assess::Outcome;
use crate::workspace::Run;

/// Counts of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Totals {
    pub(super) documents: usize,
    pub(super) cooperations: usize,
    /// By outcome, in the order of [`Outcome::ALL`].
    pub(super) outcomes: [usize; Outcome::ALL.len()],
    pub(super) none: usize,
}

impl Totals {
    pub(super) fn of(run: &Run) -> Self {
        let mut totals = Self { documents: run.reports.len(), ..Self::default() };
        for cooperation in run.assessed().flat_map(|(_, assessed)| &assessed.cooperations) {
            totals.cooperations += 1;
            let outcome = cooperation.advice.outcome();
            let at = outcome.and_then(|outcome| Outcome::ALL.iter().position(|known| *known == outcome));
            match at.and_then(|at| totals.outcomes.get_mut(at)) {
                Some(count) => *count += 1,
                None => totals.none += 1,
            }
        }
        totals
    }
}
