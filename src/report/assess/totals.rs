//! How many cooperations have which outcome.

use super::Source;
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

/// How many cooperations have which outcome, in a line: each by the word of its policy, the best first.
pub(super) fn totals(source: &Source<'_>) -> String {
    let totals = Totals::of(source.run);
    let args = [("cooperations", totals.cooperations.into()), ("documents", totals.documents.into())];
    let part = |(outcome, count): (&str, usize)| {
        source.say("assess-total", &[("outcome", outcome.into()), ("count", count.into())])
    };
    let none = (totals.none > 0).then_some((NONE, totals.none));
    let parts: Vec<String> = by_label(source).into_iter().chain(none).map(part).collect();
    let counted = source.say("assess-totals", &args);
    if parts.is_empty() { format!("{counted}.") } else { format!("{counted}: {}.", parts.join(", ")) }
}

/// The word in texts for cooperations without an outcome.
const NONE: &str = "none";

/// How many cooperations have an outcome of a label.
fn by_label<'a>(source: &Source<'a>) -> Vec<(&'a str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let reports = || source.run.reports.iter().filter_map(|report| Some((source.policy(report)?, report)));
    for outcome in Outcome::ALL {
        for (policy, report) in reports() {
            let cooperations = report.judgement.assessed.iter().flat_map(|assessed| &assessed.cooperations);
            let count = cooperations.filter(|one| one.advice.outcome() == Some(outcome)).count();
            let label = outcome.term(policy).map(|term| policy.entry(term).label.get(source.lang)).unwrap_or_default();
            match counts.iter_mut().find(|(known, _)| *known == label) {
                Some((_, known)) => *known += count,
                None if count > 0 => counts.push((label, count)),
                None => {}
            }
        }
    }
    counts
}
