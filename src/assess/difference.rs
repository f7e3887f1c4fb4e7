//! The difference of two versions of an agreement: what rules find in the one and not in the other, and what the agreement states.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assessed, Cooperation};
use crate::findings::Finding;
use crate::findings::fingerprint::Fingerprint;
use crate::findings::param::Named;
use crate::json::Tree;
use crate::model::reader::{BadNodes, Reader};
use crate::model::{Agreement, keys, read};
use crate::policy::{Policy, Term};

/// What an agreement states, as far as a difference tells of it. Identifiers are written out, for two versions may be judged by different
/// policies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The policy by which it was judged, where it names one that is known.
    pub policy: Option<Box<str>>,
    /// `id`
    pub id: Option<Box<str>>,
    /// `fase`
    pub phase: Option<Box<str>>,
    /// `reikwijdte`
    pub reach: Option<Box<str>>,
    /// The codes of the known regions of `regios`, each once and in the order of the policy's table.
    pub regions: Vec<Box<str>>,
    /// The known cooperations, in the order of the document.
    pub cooperations: Vec<Outlined>,
}

/// What an agreement states of a cooperation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outlined {
    /// `kerntaak`, as it is written; empty where it is no text.
    pub task: Box<str>,
    /// Which of those with this core task, from 0.
    pub occurrence: usize,
    /// `profiel`
    pub profile: Option<Box<str>>,
    /// The preconditions that are met, in the order of the policy's table.
    pub met: Vec<Box<str>>,
    /// Those that are open, likewise.
    pub open: Vec<Box<str>>,
    /// The outcome that the tool would advise.
    pub outcome: Option<Box<str>>,
}

impl Outline {
    /// Reads it out of a document; `id` and `assessed` are what judging it gave.
    #[must_use]
    pub fn of(tree: &Tree, policy: &Policy, named: bool, id: Option<&str>, assessed: Option<&Assessed>) -> Self {
        let bad = BadNodes::none(tree.len());
        let agreement = read::agreement(Reader { tree, policy, bad: &bad });
        let outline = agreement.map(|agreement| Self::read(tree, policy, &agreement, assessed)).unwrap_or_default();
        Self { policy: named.then(|| policy.id().into()), id: id.map(Into::into), ..outline }
    }

    fn read(tree: &Tree, policy: &Policy, agreement: &Agreement<'_>, assessed: Option<&Assessed>) -> Self {
        let name = |term: Term| Box::from(policy.name(term));
        let regions = agreement.regions.known().map(|units| units.distinct.as_slice()).unwrap_or_default();
        let mut seen: BTreeMap<Box<str>, usize> = BTreeMap::new();
        let cooperations = agreement.cooperation.iter().map(|stated| {
            let written = tree.get(stated.node, keys::CORE_TASK).and_then(|node| tree.string(node));
            let task: Box<str> = written.unwrap_or_default().into();
            let count = seen.entry(task.clone()).or_default();
            let occurrence = std::mem::replace(count, *count + 1);
            let weighed =
                assessed.and_then(|assessed| assessed.cooperations.iter().find(|one| one.index == stated.index));
            Outlined { task, occurrence, profile: stated.profile.get().map(name), ..counted(policy, weighed) }
        });
        Self {
            phase: agreement.phase.get().map(name),
            reach: agreement.reach.get().map(name),
            regions: regions.iter().map(|region| policy.region_row(*region).code.clone()).collect(),
            cooperations: cooperations.collect(),
            ..Self::default()
        }
    }
}

/// What is met and open in a cooperation, and the outcome.
fn counted(policy: &Policy, weighed: Option<&Cooperation>) -> Outlined {
    let id = |precondition| policy.precondition_row(precondition).id.clone();
    let tally = weighed.and_then(|weighed| weighed.tally.as_ref());
    let outcome = weighed.and_then(|weighed| weighed.advice.outcome()).and_then(|outcome| outcome.term(policy));
    Outlined {
        met: tally.iter().flat_map(|tally| tally.met.iter().map(|met| id(met.precondition))).collect(),
        open: tally.iter().flat_map(|tally| tally.open.iter().map(|open| id(open.precondition))).collect(),
        outcome: outcome.map(|term| policy.name(term).into()),
        ..Outlined::default()
    }
}

/// One version of an agreement.
#[derive(Debug, Default)]
pub struct Version<'a> {
    /// What no deviation accepts, in order.
    pub findings: Vec<&'a Finding>,
    /// What a deviation accepts, in order.
    pub accepted: Vec<&'a Finding>,
    /// What it states.
    pub outline: Outline,
}

/// Something that both versions may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<T> {
    /// In the old version.
    pub old: T,
    /// In the new one.
    pub new: T,
}

impl<T> Pair<T> {
    /// What `make` makes of both.
    pub fn map<U>(self, make: impl Fn(T) -> U) -> Pair<U> {
        Pair { old: make(self.old), new: make(self.new) }
    }
}

/// The difference of two versions. Findings are the same where their fingerprints are.
#[derive(Debug)]
pub struct Difference<'a> {
    /// Findings of the new version that the old one has not, or has as accepted ones.
    pub new: Vec<&'a Finding>,
    /// Findings of the old version that are nowhere in the new one.
    pub gone: Vec<&'a Finding>,
    /// Findings of both that stand at another place of the document: another pointer.
    pub moved: Vec<Pair<&'a Finding>>,
    /// Findings of both that have another level.
    pub reweighed: Vec<Pair<&'a Finding>>,
    /// Findings of both that say something else: their words are made of other values.
    pub changed: Vec<Pair<&'a Finding>>,
    /// Findings of both that a deviation accepts in the new version only.
    pub accepted: Vec<&'a Finding>,
    /// How many findings of both are the same in every way.
    pub same: usize,
    /// What the versions state.
    pub outlines: Pair<&'a Outline>,
    /// Cooperations by core task: those that differ, those of the new version first.
    pub cooperations: Vec<Pair<Option<&'a Outlined>>>,
}

impl<'a> Difference<'a> {
    /// Compares two versions.
    #[must_use]
    pub fn between(old: &'a Version<'a>, new: &'a Version<'a>) -> Self {
        let open: BTreeMap<Fingerprint, &Finding> = by_fingerprint(&old.findings).collect();
        let mut difference = Self {
            new: Vec::new(),
            gone: Vec::new(),
            moved: Vec::new(),
            reweighed: Vec::new(),
            changed: Vec::new(),
            accepted: Vec::new(),
            same: 0,
            outlines: Pair { old: &old.outline, new: &new.outline },
            cooperations: cooperations(&old.outline, &new.outline),
        };
        for finding in &new.findings {
            match open.get(&finding.fingerprint) {
                Some(before) => difference.both(Pair { old: before, new: finding }),
                None => difference.new.push(finding),
            }
        }
        difference.accepted = new.accepted.iter().copied().filter(|one| open.contains_key(&one.fingerprint)).collect();
        let left: BTreeSet<Fingerprint> =
            by_fingerprint(&new.findings).chain(by_fingerprint(&new.accepted)).map(|(print, _)| print).collect();
        difference.gone = old.findings.iter().copied().filter(|one| !left.contains(&one.fingerprint)).collect();
        difference
    }

    fn both(&mut self, pair: Pair<&'a Finding>) {
        let moved = (&pair.old.pointer, pair.old.anchor) != (&pair.new.pointer, pair.new.anchor);
        let reweighed = pair.old.level != pair.new.level;
        if moved {
            self.moved.push(pair);
        }
        if reweighed {
            self.reweighed.push(pair);
        }
        let changed = said(pair.old) != said(pair.new);
        if changed {
            self.changed.push(pair);
        }
        self.same += usize::from(!moved && !reweighed && !changed);
    }

    /// Whether nothing differs that is looked at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let both = [&self.moved, &self.reweighed, &self.changed];
        let findings = self.new.len() + self.gone.len() + self.accepted.len();
        findings == 0
            && both.iter().all(|some| some.is_empty())
            && self.cooperations.is_empty()
            && self.outlines.old == self.outlines.new
    }
}

/// What the words of a finding are made of.
fn said(finding: &Finding) -> (Option<&'static str>, &[Named]) {
    (finding.variant, &finding.params)
}

fn by_fingerprint<'f>(findings: &[&'f Finding]) -> impl Iterator<Item = (Fingerprint, &'f Finding)> {
    findings.iter().map(|finding| (finding.fingerprint, *finding))
}

/// The cooperations that differ, each with its counterpart of the same core task.
fn cooperations<'a>(old: &'a Outline, new: &'a Outline) -> Vec<Pair<Option<&'a Outlined>>> {
    let find = |outline: &'a Outline, wanted: &Outlined| {
        let same = |one: &&Outlined| one.task == wanted.task && one.occurrence == wanted.occurrence;
        outline.cooperations.iter().find(same)
    };
    let kept = new.cooperations.iter().map(|one| Pair { old: find(old, one), new: Some(one) });
    let gone = old.cooperations.iter().filter(|one| find(new, one).is_none());
    let gone = gone.map(|one| Pair { old: Some(one), new: None });
    kept.filter(|pair| pair.old != pair.new).chain(gone).collect()
}
