//! Documents side by side: indexes their exports by context and policy, and concludes on each that is reported.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::overview::{Source, Standing};
use crate::assess::{Assessed, Overview};
use crate::facts::{Exports, Index, View};
use crate::findings::{Finding, Neighbour, Range};
use crate::model::landmark::{DocumentId, Landmark};
use crate::policy::Day;
use crate::workspace::judge::{Judge, Judgement, Outlook, Witness, range_in};
use crate::workspace::policies::Loaded;
use crate::workspace::threads::Threads;

/// The number of a context in a run.
pub type ContextId = usize;

/// What is kept of a document of a run for comparing, once it has been judged by itself.
#[derive(Debug)]
pub struct Member {
    /// As reports name it.
    pub name: Arc<Neighbour>,
    /// What others may see of it; `None` where it takes no part.
    pub outlook: Option<Box<Outlook>>,
    /// The documents that it sees.
    pub context: ContextId,
    /// Whether the others of its context see it.
    pub seen: bool,
}

/// The documents of a run, in the order of their paths, and whether each context is whole.
pub struct Together<'a> {
    documents: Vec<Member>,
    whole: &'a [bool],
}

/// The documents of one context and one policy, and who of them belongs together on the days on which any is judged.
#[derive(Default)]
struct Side<'t> {
    members: Vec<(DocumentId, &'t Exports)>,
    indexes: BTreeMap<Day, Index>,
}

/// A context and a policy.
type Key = (ContextId, usize);

impl<'t> Side<'t> {
    /// What a document sees on a day.
    fn view(&'t self, document: (DocumentId, &'t Exports), day: Day, whole: bool) -> Option<View<'t>> {
        Some(View::new((self.indexes.get(&day)?, &self.members), document, whole))
    }
}

impl<'a> Together<'a> {
    /// The documents, and for each context whether it is whole.
    pub fn new(documents: Vec<Member>, whole: &'a [bool]) -> Self {
        Self { documents, whole }
    }

    /// Completes the judgements of the documents that `judge` gives a judge for, each where it stands.
    pub fn conclude<'j>(
        &self,
        judgements: Vec<&mut Judgement>,
        judge: impl Fn(usize) -> Option<&'j Judge> + Sync,
        threads: &Threads,
        witness: Witness<'_>,
    ) {
        let sides = self.sides(&judge);
        let work = |(document, judgement): (usize, &mut Judgement)| {
            let Member { outlook, context, .. } = &self.documents[document];
            let (Some(outlook), Some(judge)) = (outlook, judge(document)) else { return };
            let whole = self.whole.get(*context).copied().unwrap_or_default();
            let Some(side) = sides.get(&(*context, outlook.policy)) else { return };
            if let Some(view) = side.view((narrow(document), &outlook.exports), judge.as_of, whole) {
                judge.conclude(judgement, outlook, view, witness);
            }
        };
        threads.map(judgements.into_iter().enumerate().collect(), work);
    }

    /// The overview of the documents that are reported, each of which `judge` gives a judge for.
    pub fn overview<'j, 's>(
        &'s self,
        assessed: impl Fn(usize) -> Option<&'s Assessed>,
        judge: impl Fn(usize) -> Option<&'j Judge>,
        reported: impl Fn(usize) -> bool,
        policies: &[Arc<Loaded>],
    ) -> Overview {
        let sides = self.sides(&judge);
        let unread = self.documents.iter().enumerate().filter(|(at, member)| member.outlook.is_none() && reported(*at));
        let unread = unread.map(|(_, member)| Arc::clone(&member.name.project_path)).collect();
        let sources: Vec<Source<'_>> = self
            .documents
            .iter()
            .enumerate()
            .filter_map(|(document, member)| {
                let outlook = member.outlook.as_deref()?;
                let view = judge(document).filter(|_| reported(document)).and_then(|judge| {
                    let side = sides.get(&(member.context, outlook.policy))?;
                    Some((side.view((narrow(document), &outlook.exports), judge.as_of, true)?, judge.as_of))
                });
                Some(Source {
                    document: narrow(document),
                    path: &member.name.project_path,
                    policy: outlook.policy,
                    exports: &outlook.exports,
                    glance: outlook.glance.as_deref()?,
                    assessed: assessed(document),
                    reported: view.is_some(),
                    standing: view.as_ref().map_or(Standing::Current, |(view, day)| standing(view, *day)),
                    parent: view.as_ref().and_then(|(view, _)| view.general_agreement()),
                })
            })
            .collect();
        Overview::of(&sources, unread, |index| policies.get(index).map(|loaded| &loaded.policy))
    }

    /// The members of each context and policy, and an index for each day on which a document there is judged.
    fn sides<'j>(&self, judge: impl Fn(usize) -> Option<&'j Judge>) -> BTreeMap<Key, Side<'_>> {
        let mut sides: BTreeMap<Key, Side<'_>> = BTreeMap::new();
        let mut days: BTreeSet<(Key, Day)> = BTreeSet::new();
        for (document, member) in self.documents.iter().enumerate() {
            let Some(outlook) = &member.outlook else { continue };
            let key = (member.context, outlook.policy);
            let side = sides.entry(key).or_default();
            days.extend(judge(document).map(|judge| (key, judge.as_of)));
            if member.seen {
                side.members.push((narrow(document), &outlook.exports));
            }
        }
        for (key, day) in days {
            if let Some(side) = sides.get_mut(&key) {
                side.indexes.insert(day, Index::new(&side.members, day.into()));
            }
        }
        sides
    }

    /// What is left once all judgements are complete.
    pub fn into_around(self, threads: &Threads) -> Around {
        let left = |member: Member| {
            let ranges = member.outlook.map(|outlook| outlook.into_ranges()).unwrap_or_default();
            Known { name: member.name, ranges }
        };
        Around(threads.map(self.documents, left))
    }
}

/// Whether a document is current on a day.
fn standing(view: &View<'_>, day: Day) -> Standing {
    if view.is_replaced() {
        Standing::Replaced
    } else if view.own().ending.is_before(day.into()) {
        Standing::Over
    } else {
        Standing::Current
    }
}

/// A run has fewer documents than that.
fn narrow(document: usize) -> DocumentId {
    DocumentId::try_from(document).unwrap_or(DocumentId::MAX)
}

/// The documents of a run and of its contexts, by their numbers: what findings in one say of places in others.
#[derive(Debug, Default)]
pub struct Around(Vec<Known>);

/// A document, and where its landmarks stand.
#[derive(Debug)]
struct Known {
    name: Arc<Neighbour>,
    ranges: Box<[(Landmark, Range)]>,
}

/// A place in another document.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The document.
    pub document: &'a Arc<Neighbour>,
    /// What stands there.
    pub landmark: Landmark,
    /// Where.
    pub range: Range,
}

impl Around {
    /// A document.
    pub fn document(&self, document: DocumentId) -> Option<&Arc<Neighbour>> {
        self.0.get(document as usize).map(|known| &known.name)
    }

    /// Where a landmark of it stands.
    pub fn range(&self, document: DocumentId, landmark: Landmark) -> Option<Range> {
        range_in(&self.0.get(document as usize)?.ranges, landmark)
    }

    /// The related places of a finding in other documents.
    pub fn places<'a>(&'a self, finding: &'a Finding) -> impl Iterator<Item = Place<'a>> {
        let places = finding.elsewhere.as_ref().map(|elsewhere| elsewhere.places.as_slice()).unwrap_or_default();
        places.iter().filter_map(|(document, landmark)| {
            let range = self.range(*document, *landmark)?;
            Some(Place { document: self.document(*document)?, landmark: *landmark, range })
        })
    }
}
