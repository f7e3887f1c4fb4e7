//! How much was found, by level.

use crate::policy::Level;

/// Counts of what is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::report) struct Tally {
    pub(in crate::report) documents: usize,
    /// Findings by level, in the order of [`Level::ALL`].
    pub(in crate::report) levels: [usize; Level::ALL.len()],
    /// Findings that deviations accept.
    pub(in crate::report) accepted: usize,
}

impl Tally {
    pub(in crate::report) fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.levels.iter_mut().zip(other.levels).for_each(|(own, more)| *own += more);
        self.accepted += other.accepted;
    }

    /// Counts findings of a level.
    pub(in crate::report) fn count(&mut self, level: Level, many: usize) {
        let at = Level::ALL.iter().position(|known| *known == level);
        if let Some(own) = at.and_then(|at| self.levels.get_mut(at)) {
            *own += many;
        }
    }

    /// All findings that no deviation accepts.
    pub(in crate::report) fn findings(&self) -> usize {
        self.levels.iter().sum()
    }

    /// The levels with the number of findings of each, the most severe first.
    pub(in crate::report) fn by_level(&self) -> impl Iterator<Item = (Level, usize)> {
        Level::ALL.into_iter().zip(self.levels)
    }
}
