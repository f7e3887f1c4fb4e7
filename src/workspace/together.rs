//! Documents side by side: indexes their exports by context and policy, and concludes on each that is reported.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::facts::{Index, View};
use crate::findings::{Elsewhere, Finding, Neighbour, Range};
use crate::model::landmark::{DocumentId, Landmark};
use crate::workspace::judge::{Examined, Judge, Judgement, Outlook, Seat, Witness, range_in};
use crate::workspace::threads::Threads;

/// The number of a context in a run.
pub type ContextId = usize;

/// A document of a run that has been judged by itself.
#[derive(Debug)]
pub struct Member {
    /// As reports name it.
    pub name: Arc<Neighbour>,
    /// What was found in it.
    pub examined: Examined,
    /// The documents that it sees.
    pub context: ContextId,
    /// Whether the others of its context see it.
    pub seen: bool,
}

/// The documents of a run, in the order of their paths, and whether each context is whole.
pub struct Together<'a> {
    members: Vec<(Arc<Neighbour>, Option<Box<Outlook>>, ContextId, bool)>,
    whole: &'a [bool],
}

impl<'a> Together<'a> {
    /// Takes the judgements apart from what is kept for comparing.
    pub fn new(members: Vec<Member>, whole: &'a [bool]) -> (Self, Vec<Judgement>) {
        let split = |member: Member| {
            let Examined { judgement, outlook } = member.examined;
            ((member.name, outlook, member.context, member.seen), judgement)
        };
        let (members, judgements) = members.into_iter().map(split).unzip();
        (Self { members, whole }, judgements)
    }

    /// What is left once all judgements are complete.
    pub fn into_around(self) -> Around {
        let kept = |(name, outlook, ..): (_, Option<Box<Outlook>>, _, _)| {
            (name, outlook.map(|outlook| outlook.into_ranges()).unwrap_or_default())
        };
        Around(self.members.into_iter().map(kept).collect())
    }

    /// Completes the judgements of the documents that `judge` gives a judge for, each where it stands.
    pub fn conclude<'j>(
        &self,
        judgements: &mut [Judgement],
        judge: impl Fn(usize) -> Option<&'j Judge> + Sync,
        threads: &Threads,
        witness: Witness<'_>,
    ) {
        let indexes = self.indexes(&judge);
        let work = |(document, judgement): (usize, &mut Judgement)| {
            let (name, outlook, context, _) = &self.members[document];
            let (Some(outlook), Some(judge)) = (outlook, judge(document)) else { return };
            let Some(index) = indexes.get(&(*context, outlook.policy)) else { return };
            let whole = self.whole.get(*context).copied().unwrap_or_default();
            let view = View::new(index, narrow(document), &outlook.exports, judge.as_of.into(), whole);
            let seat = Seat { path: &name.project_path, view };
            judge.conclude(judgement, outlook, seat, witness);
        };
        threads.map(judgements.iter_mut().enumerate().collect(), work);
    }

    /// One index for each context and policy.
    fn indexes<'j>(&self, judge: impl Fn(usize) -> Option<&'j Judge>) -> BTreeMap<(ContextId, usize), Index<'_>> {
        let mut groups: BTreeMap<(ContextId, usize), (Vec<(DocumentId, &_)>, Option<&Judge>)> = BTreeMap::new();
        for (document, (_, outlook, context, seen)) in self.members.iter().enumerate() {
            let Some(outlook) = outlook else { continue };
            let group = groups.entry((*context, outlook.policy)).or_default();
            group.1 = group.1.or_else(|| judge(document));
            if *seen {
                group.0.push((narrow(document), &outlook.exports));
            }
        }
        let index =
            |(key, (members, judge)): (_, (_, Option<&Judge>))| Some((key, Index::new(members, judge?.as_of.into())));
        groups.into_iter().filter_map(index).collect()
    }
}

/// A run has fewer documents than that.
fn narrow(document: usize) -> DocumentId {
    DocumentId::try_from(document).unwrap_or(DocumentId::MAX)
}

/// The documents of a run and of its contexts, by their numbers: what findings in one say of places in others.
#[derive(Debug, Default)]
pub struct Around(Vec<(Arc<Neighbour>, Vec<(Landmark, Range)>)>);

impl Around {
    /// A document.
    pub fn document(&self, document: DocumentId) -> Option<&Arc<Neighbour>> {
        self.0.get(document as usize).map(|(name, _)| name)
    }

    /// Where a landmark of it stands.
    pub fn range(&self, document: DocumentId, landmark: Landmark) -> Option<Range> {
        range_in(&self.0.get(document as usize)?.1, landmark)
    }

    /// The related places of a finding in other documents that can be shown, each with its document and where it stands.
    pub fn places<'a>(
        &'a self,
        finding: &'a Finding,
    ) -> impl Iterator<Item = (&'a Elsewhere, &'a Arc<Neighbour>, Range)> {
        finding.elsewhere.iter().filter_map(|place| {
            let range = self.range(place.document, place.landmark)?;
            Some((place, self.document(place.document)?, range))
        })
    }
}
