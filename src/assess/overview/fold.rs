//! Supplements folded into the general agreements to which they add.

use std::collections::BTreeMap;

use super::{Source, Standing};
use crate::assess::glance::Said;
use crate::facts::CooperationExports;
use crate::model::landmark::DocumentId;
use crate::policy::vocabulary::Term;

/// A general agreement with its supplements, or a supplement that adds to none.
pub(super) struct Folded<'a> {
    /// The number of its partner.
    pub(super) partner: usize,
    /// The agreement itself; it need not have been asked for where a supplement has.
    pub(super) general: &'a Source<'a>,
    /// Its supplements that were asked for, in the order of their numbers.
    pub(super) supplements: Vec<&'a Source<'a>>,
}

impl<'a> Folded<'a> {
    /// What was asked for and is current, in the order of their numbers; `partners` gives each source its partner.
    pub(super) fn all(sources: &[&'a Source<'a>], partners: &[usize]) -> Vec<Self> {
        let at: BTreeMap<DocumentId, usize> =
            sources.iter().enumerate().map(|(at, source)| (source.document, at)).collect();
        let mut folded: BTreeMap<usize, Self> = BTreeMap::new();
        for (own, source) in sources.iter().enumerate().filter(|(_, source)| current(source)) {
            let parent = source.parent.and_then(|parent| at.get(&parent)).copied();
            let place = parent.unwrap_or(own);
            let new = || Self { partner: partners[place], general: sources[place], supplements: Vec::new() };
            let entry = folded.entry(place).or_insert_with(new);
            if parent.is_some() {
                entry.supplements.push(source);
            }
        }
        folded.into_values().collect()
    }

    /// The documents that were asked for: the agreement, then its supplements.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'a Source<'a>> {
        let general = Some(self.general).filter(|general| current(general));
        general.into_iter().chain(self.supplements.iter().copied())
    }

    /// Every cooperation of a document, with what the document says of it.
    pub(super) fn cooperations(source: &'a Source<'a>) -> impl Iterator<Item = (&'a CooperationExports, &'a Said)> {
        source.exports.cooperations.iter().zip(&source.glance.cooperations)
    }

    /// The profile of a cooperation: a supplement that names none has the general agreement's for its core task.
    pub(super) fn profile(&self, (cooperation, said): (&CooperationExports, &Said)) -> Option<Term> {
        said.profile.or_else(|| {
            let task = cooperation.task?;
            let mut same = Self::cooperations(self.general).filter(|(other, _)| other.task == Some(task));
            let (_, said) = same.next()?;
            // Where the general agreement has the core task twice, nobody can tell which of them is meant.
            said.profile.filter(|_| same.next().is_none())
        })
    }
}

/// Whether a document has a part in the overview.
fn current(source: &Source<'_>) -> bool {
    source.reported && source.standing == Standing::Current
}
