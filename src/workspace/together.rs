//! Documents side by side: indexes their exports by context and policy, and concludes on each that is reported.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::facts::{Index, View};
use crate::findings::{Neighbour, Range};
use crate::model::landmark::{DocumentId, Landmark};
use crate::workspace::judge::{Examined, Judge, Judgement, Neighbours, Outlook, Seat, Witness};
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

    /// The name of a document.
    pub fn name(&self, document: usize) -> &Arc<Neighbour> {
        &self.members[document].0
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
            let (_, outlook, context, _) = &self.members[document];
            let (Some(outlook), Some(judge)) = (outlook, judge(document)) else { return };
            let Some(index) = indexes.get(&(*context, outlook.policy)) else { return };
            let whole = self.whole.get(*context).copied().unwrap_or_default();
            let view = View::new(index, narrow(document), &outlook.exports, judge.as_of.into(), whole);
            let seat = Seat { view, neighbours: self };
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

impl Neighbours for Together<'_> {
    fn named(&self, document: DocumentId) -> Option<Arc<Neighbour>> {
        self.members.get(document as usize).map(|(name, ..)| Arc::clone(name))
    }

    fn range(&self, document: DocumentId, landmark: Landmark) -> Option<Range> {
        self.members.get(document as usize)?.1.as_ref()?.range(landmark)
    }
}
