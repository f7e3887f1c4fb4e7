//! A row of the overview: a partner, one of its core tasks, and a profile; and the agreements that it is made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Source;
use super::family::Family;
use crate::assess::glance::{By, Said, Verdict};
use crate::policy::Policy;
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::{Is, Term};

/// A row of the overview.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The number of the partner in its section, from 0.
    pub partner: usize,
    /// The partner's names as all of its agreements write them, each once; the same in every row of the partner.
    pub names: Vec<Box<str>>,
    /// The organisations of which it is a part, each once, likewise.
    pub part_of: Vec<Box<str>>,
    /// The core task; `None` where it is not known.
    pub task: Option<Term>,
    /// The profile; `None` where none has been chosen, or it is not known.
    pub profile: Option<Term>,
    /// The regions with which it works: those of formal agreements, sorted.
    pub regions: Vec<Region>,
    /// The regions in conversation: those of agreements that are not formal, and intended ones, sorted.
    pub conversation: Vec<Region>,
    /// The latest standpoint, else the latest advice.
    pub verdict: Option<Verdict>,
    /// The adoption regions, sorted: one, where the agreements agree.
    pub adoption: Vec<Region>,
    /// The advisory outcomes, in the policy's order, each once.
    pub outcomes: Vec<Term>,
    /// The next evaluation: the earliest that an agreement names.
    pub evaluation: Option<Date>,
    /// The agreements that it is made of, by path.
    pub agreements: Vec<Agreement>,
}

/// An agreement in a row: what one document says on one core task.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// The document as reports name it.
    pub path: Arc<str>,
    /// Its `id`, where it is known.
    pub id: Option<Box<str>>,
    /// The partner's name as it stands there, where it is known.
    pub name: Option<Box<str>>,
    /// The id of the general agreement to which it adds, where it is a supplement.
    pub adds_to: Option<Box<str>>,
    /// Whether it is formal.
    pub formal: bool,
    /// The regions that it binds, sorted.
    pub regions: Vec<Region>,
    /// The regions that it intends, sorted.
    pub intended: Vec<Region>,
    /// Its standpoint, else its advice; each of them that of the general agreement to which it adds, where it has none itself.
    pub verdict: Option<Verdict>,
    /// Its adoption region, else that of the general agreement to which it adds.
    pub adoption: Option<Region>,
    /// The advisory outcome; `None` where there is none.
    pub outcome: Option<Term>,
    /// Its next evaluation, else that of the general agreement to which it adds.
    pub evaluation: Option<Date>,
}

/// How a partner and a region stand to each other in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// They work together, after a positive standpoint.
    Positive,
    /// They work together, after a standpoint on conditions.
    Conditional,
    /// They work together, after a negative standpoint.
    Negative,
    /// They work together; there is no standpoint.
    Agreed,
    /// They are in conversation.
    Talking,
}

impl State {
    /// All states, in the order of the legend.
    pub const ALL: [Self; 5] = [Self::Positive, Self::Conditional, Self::Negative, Self::Agreed, Self::Talking];

    /// The state's word, which programs and styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Conditional => "conditional",
            Self::Negative => "negative",
            Self::Agreed => "agreed",
            Self::Talking => "talking",
        }
    }
}

impl Row {
    /// What the partner is called, and what else there is to say of its name: several units of an organisation go by the organisation's
    /// name, a single one by its own. Every row of a partner says the same.
    pub fn called(&self) -> (Vec<&str>, Vec<&str>) {
        let names: Vec<&str> = self.names.iter().map(|name| &**name).collect();
        let whole: Vec<&str> = self.part_of.iter().map(|name| &**name).collect();
        match (names.len(), whole.len()) {
            (0, _) => (whole, names),
            (1, _) | (_, 0) => (names, whole),
            _ => {
                let units = names.into_iter().filter(|name| !whole.contains(name)).collect();
                (whole, units)
            }
        }
    }

    /// How the partner and a region stand to each other; `None` where they have nothing to do with each other here.
    pub fn state(&self, region: Region, policy: &Policy) -> Option<State> {
        if !holds(&self.regions, region) {
            return holds(&self.conversation, region).then_some(State::Talking);
        }
        let binding = self.agreements.iter().filter(|agreement| agreement.formal && holds(&agreement.regions, region));
        let verdict = latest(binding.map(|agreement| agreement.verdict)).filter(|verdict| verdict.by == By::Standpoint);
        let meanings =
            [(Is::Positive, State::Positive), (Is::Conditional, State::Conditional), (Is::Negative, State::Negative)];
        let state = verdict.and_then(|verdict| meanings.into_iter().find(|(is, _)| policy.is(verdict.outcome, *is)));
        Some(state.map_or(State::Agreed, |(_, state)| state))
    }
}

fn holds(regions: &[Region], region: Region) -> bool {
    regions.binary_search(&region).is_ok()
}

/// The verdict that counts most, the first of those that count the same.
fn latest(verdicts: impl Iterator<Item = Option<Verdict>>) -> Option<Verdict> {
    verdicts.flatten().reduce(|best, other| if other.counts_more(&best) { other } else { best })
}

/// The partner, the core task and the profile of a row.
type Key = (usize, Option<Term>, Option<Term>);

/// The rows of agreements: partners by their names, the rows of one partner together.
pub(super) fn rows(policy: &Policy, families: &[Family<'_>]) -> Vec<Row> {
    let mut found: BTreeMap<Key, Vec<Agreement>> = BTreeMap::new();
    for family in families {
        for source in family.documents() {
            for (cooperation, said) in family.cooperations(source) {
                let key = (family.partner, cooperation.task, said.profile);
                let outcome =
                    source.assessed.and_then(|assessed| assessed.advice(cooperation.index as usize)?.outcome());
                let outcome = outcome.and_then(|outcome| outcome.term(policy));
                let agreement = Agreement { outcome, ..agreement(family, source, &said) };
                found.entry(key).or_default().push(agreement);
            }
        }
    }
    let named = named(policy, families);
    let nameless = Named::default();
    let of = |partner| named.get(&partner).unwrap_or(&nameless);
    let mut rows: Vec<Row> =
        found.into_iter().map(|(key, agreements)| row(key, of(key.0).clone(), agreements)).collect();
    // What is not known comes last.
    let last = |term: Option<Term>| (term.is_none(), term);
    rows.sort_by_cached_key(|row| {
        let place = row.called().0.first().map(|name| (policy.words().party_key(name), (*name).to_owned()));
        (place.is_none(), place, row.partner, last(row.task), last(row.profile))
    });
    rows
}

/// The names of a partner, and the organisations of which it is a part.
#[derive(Debug, Clone, Default)]
struct Named {
    names: Vec<Box<str>>,
    part_of: Vec<Box<str>>,
}

/// How each partner is named by all of its agreements, whatever they are about.
fn named(policy: &Policy, families: &[Family<'_>]) -> BTreeMap<usize, Named> {
    let mut named: BTreeMap<usize, Named> = BTreeMap::new();
    for family in families {
        let documents = family.documents().filter(|source| !source.exports.cooperations.is_empty());
        for source in documents {
            let of = named.entry(family.partner).or_default();
            of.names.extend(source.exports.partner.name.clone());
            of.part_of.extend(source.glance.part_of.clone());
        }
    }
    for Named { names, part_of } in named.values_mut() {
        *names = by_name(policy, std::mem::take(names).into_iter());
        *part_of = by_name(policy, std::mem::take(part_of).into_iter());
    }
    named
}

fn agreement(family: &Family<'_>, source: &Source<'_>, said: &Said) -> Agreement {
    let (exports, general) = (source.exports, family.general);
    let regions = exports.regions.known().map(|bound| bound.regions.iter().map(|(region, _)| *region).collect());
    Agreement {
        path: Arc::clone(source.path),
        id: exports.id.clone(),
        name: exports.partner.name.clone(),
        adds_to: exports.supplement_of.known().cloned(),
        formal: exports.formal,
        regions: regions.unwrap_or_default(),
        intended: source.glance.intended.to_vec(),
        verdict: said.verdict(),
        adoption: exports.adoption.or(general.exports.adoption),
        outcome: None,
        evaluation: source.glance.evaluation.or(general.glance.evaluation),
    }
}

fn row((partner, task, profile): Key, named: Named, mut agreements: Vec<Agreement>) -> Row {
    agreements.sort_by(|one, other| one.path.as_bytes().cmp(other.path.as_bytes()));
    let bound = |formal| {
        let these = agreements.iter().filter(move |agreement| agreement.formal == formal);
        these.flat_map(|agreement| agreement.regions.iter().copied())
    };
    let intended = agreements.iter().flat_map(|agreement| agreement.intended.iter().copied());
    let (regions, conversation) = (sorted(bound(true)), sorted(bound(false).chain(intended)));
    let dates = agreements.iter().filter_map(|agreement| agreement.evaluation);
    Row {
        partner,
        names: named.names,
        part_of: named.part_of,
        task,
        profile,
        regions,
        conversation,
        verdict: latest(agreements.iter().map(|agreement| agreement.verdict)),
        adoption: sorted(agreements.iter().filter_map(|agreement| agreement.adoption)),
        outcomes: sorted(agreements.iter().filter_map(|agreement| agreement.outcome)),
        evaluation: dates.min_by_key(|date| (date.first, date.last)),
        agreements,
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// Names by the form in which they are compared, each spelling once.
fn by_name(policy: &Policy, names: impl Iterator<Item = Box<str>>) -> Vec<Box<str>> {
    let mut names = sorted(names);
    names.sort_by_cached_key(|name| policy.words().party_key(name));
    names
}
