//! How many results are written: readers take no more, so the least severe are left out.

use crate::policy::Level;
use crate::report::source::Source;

/// The most results of a run that GitHub takes.
pub(super) const MOST: usize = 25_000;

/// What a result is weighed as: the levels, and below them what a deviation accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Of(Level),
    Accepted,
}

impl Weight {
    fn index(self) -> usize {
        match self {
            Self::Of(level) => Level::ALL.iter().position(|other| *other == level).unwrap_or_default(),
            Self::Accepted => Level::ALL.len(),
        }
    }
}

/// So many results of each weight, the most severe first.
type Counts = [usize; Level::ALL.len() + 1];

/// How many results of each document are written.
pub(super) struct Quota {
    /// By the number of the document; empty where all are.
    each: Vec<Counts>,
    /// How many are not.
    pub(super) left_out: usize,
}

impl Quota {
    pub(super) fn of(source: &Source<'_>) -> Self {
        Self::within(
            MOST,
            source.run.reports.iter().map(|report| {
                let mut counts = Counts::default();
                source.shown(report).for_each(|finding| counts[Weight::Of(finding.level).index()] += 1);
                if source.suppressions {
                    counts[Weight::Accepted.index()] = source.accepted(report).count();
                }
                counts
            }),
        )
    }

    /// So many of these: the most severe, and of those the first.
    fn within(most: usize, documents: impl Iterator<Item = Counts>) -> Self {
        let mut each: Vec<Counts> = documents.collect();
        let all: usize = each.iter().flatten().sum();
        if all <= most {
            return Self { each: Vec::new(), left_out: 0 };
        }
        let mut room = most;
        for weight in 0..Counts::default().len() {
            for counts in &mut each {
                counts[weight] = counts[weight].min(room);
                room -= counts[weight];
            }
        }
        Self { each, left_out: all - most }
    }

    /// What is written of a document: asked of each of its results in turn.
    pub(super) fn of_document(&self, document: usize) -> impl FnMut(Weight) -> bool + use<> {
        let mut left = self.each.get(document).copied();
        move |weight| {
            let Some(left) = &mut left else { return true };
            let left = &mut left[weight.index()];
            let any = *left > 0;
            *left -= usize::from(any);
            any
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quota, Weight};
    use crate::policy::Level;

    #[test]
    fn the_most_severe_are_written_and_of_those_the_first() {
        let quota = Quota::within(5, [[1, 0, 0, 2, 1], [2, 3, 0, 0, 0]].into_iter());
        assert_eq!((quota.each.clone(), quota.left_out), (vec![[1, 0, 0, 0, 0], [2, 2, 0, 0, 0]], 4));
        let mut takes = quota.of_document(1);
        let warning = Weight::Of(Level::Warning);
        assert_eq!(
            [takes(warning), takes(Weight::Accepted), takes(warning), takes(warning)],
            [true, false, true, false]
        );
    }

    #[test]
    fn what_fits_is_written() {
        let quota = Quota::within(3, [[1, 0, 0, 1, 1]].into_iter());
        assert_eq!((quota.each.len(), quota.left_out), (0, 0));
        assert!(quota.of_document(0)(Weight::Accepted));
    }
}
