//! General agreements with the supplements that are folded into them.

use std::collections::BTreeMap;

use super::{Source, Standing};
use crate::assess::counterpart::{Known, counterparts};
use crate::assess::glance::Said;
use crate::facts::CooperationExports;
use crate::model::landmark::DocumentId;
use crate::policy::vocabulary::Term;

/// A general agreement with its supplements, or a supplement that adds to none.
pub(super) struct Family<'a> {
    /// The number of its partner.
    pub(super) partner: usize,
    /// The agreement itself; it need not have been asked for where a supplement has.
    pub(super) general: &'a Source<'a>,
    /// Its supplements that were asked for, in the order of their numbers.
    pub(super) supplements: Vec<&'a Source<'a>>,
}

impl<'a> Family<'a> {
    /// What was asked for and is current, in the order of their numbers; `partners` gives each source its partner.
    pub(super) fn all(sources: &[&'a Source<'a>], partners: &[usize]) -> Vec<Self> {
        let at: BTreeMap<DocumentId, usize> =
            sources.iter().enumerate().map(|(at, source)| (source.document, at)).collect();
        let mut families: BTreeMap<usize, Self> = BTreeMap::new();
        for (own, source) in sources.iter().enumerate().filter(|(_, source)| current(source)) {
            let parent = source.parent.and_then(|parent| at.get(&parent)).copied();
            let place = parent.unwrap_or(own);
            let new = || Self { partner: partners[place], general: sources[place], supplements: Vec::new() };
            let entry = families.entry(place).or_insert_with(new);
            if parent.is_some() {
                entry.supplements.push(source);
            }
        }
        families.into_values().collect()
    }

    /// The documents that were asked for: the agreement, then its supplements.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'a Source<'a>> {
        let general = Some(self.general).filter(|general| current(general));
        general.into_iter().chain(self.supplements.iter().copied())
    }

    /// Every cooperation of one of its documents, with what is said of it: a supplement says what its general agreement does where it says
    /// nothing itself.
    pub(super) fn cooperations(&self, source: &'a Source<'a>) -> Vec<(&'a CooperationExports, Said)> {
        let own = || source.exports.cooperations.iter().zip(source.glance.cooperations.iter().copied());
        if source.document == self.general.document {
            return own().collect();
        }
        let known = |source: &'a Source<'a>| source.exports.cooperations.iter().map(known).collect::<Vec<_>>();
        let under = counterparts(&known(self.general), &known(source)).into_iter();
        let under = under.map(|at| at.and_then(|at| self.general.glance.cooperations.get(at)));
        own().zip(under).map(|((own, said), under)| (own, under.map_or(said, |under| said.over(*under)))).collect()
    }
}

fn known(cooperation: &CooperationExports) -> Known<'_, Term> {
    Known { task: cooperation.task, description: cooperation.description.as_deref() }
}

/// Whether a document has a part in the overview.
fn current(source: &Source<'_>) -> bool {
    source.reported && source.standing == Standing::Current
}
