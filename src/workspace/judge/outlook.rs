//! What is kept of a document for judging it beside others, once its tree is gone.

use crate::assess::Glance;
use crate::facts::Exports;
use crate::findings::actor::actor;
use crate::findings::fingerprint::Fingerprint;
use crate::findings::finish::Finisher;
use crate::findings::{Across, Anchor, Finding, Fix, Range, Spot};
use crate::json::NodeId;
use crate::model::landmark::Landmark;
use crate::policy::vocabulary::Term;
use crate::policy::{Code, Level, Policy, Rule};
use crate::rules::DocumentKind;

/// What of a document bears on levels and actors.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    /// By which severity is read, 0-2.
    pub(super) phase: usize,
    /// The agreement predates the policy.
    pub(super) predates: bool,
    /// Its reach is local: the region stands in for adoption region and board.
    pub(super) local: bool,
}

/// What is kept of a document for judging it beside others.
#[derive(Debug)]
pub struct Outlook {
    /// The index of its policy.
    pub policy: usize,
    /// What other documents may see of it.
    pub exports: Exports,
    /// What the overview needs beside that, where it is asked for.
    pub glance: Option<Box<Glance>>,
    /// Its `id`, or its path where that is missing or bad.
    pub(super) name: Box<str>,
    /// Where its landmarks stand, sorted.
    ranges: Box<[(Landmark, Range)]>,
    pub(super) kind: DocumentKind,
    pub(super) standing: Standing,
    /// What would mend findings of rules across documents, each with its rule and where it would be.
    pub(super) fixes: Vec<(Code, Landmark, Fix)>,
}

impl Outlook {
    pub(super) fn new(
        policy: usize,
        (exports, landmarks): (Exports, Vec<(Landmark, NodeId)>),
        finisher: &Finisher<'_>,
        kind: DocumentKind,
        standing: Standing,
    ) -> Self {
        let name = finisher.name().into();
        let range = |(landmark, node): (Landmark, NodeId)| Some((landmark, finisher.range_of(Spot::value(node))?));
        let mut ranges = Vec::with_capacity(landmarks.len());
        ranges.extend(landmarks.into_iter().filter_map(range));
        let ranges = ranges.into_boxed_slice();
        Self { policy, exports, glance: None, name, ranges, kind, standing, fixes: Vec::new() }
    }

    /// Whether everything that others may point at stands where it does in another one.
    pub fn stands_as(&self, other: &Self) -> bool {
        self.ranges == other.ranges
    }

    /// Where all of them stand, sorted.
    pub fn ranges(&self) -> &[(Landmark, Range)] {
        &self.ranges
    }

    /// Where a landmark stands.
    pub fn range(&self, landmark: Landmark) -> Option<Range> {
        range_in(&self.ranges, landmark)
    }

    /// The finding of a rule across documents in this document, at a level.
    pub(super) fn finding(&self, found: &Across, (rule, level): (&Rule, Level), policy: &Policy) -> Finding {
        Finding {
            code: found.code,
            level,
            variant: found.variant,
            pointer: found.at.pointer().into(),
            anchor: Anchor::Value,
            subject: None,
            range: self.range(found.at),
            params: found.params.as_slice().into(),
            related: Box::default(),
            elsewhere: (!found.related.places.is_empty()).then(|| Box::new(found.related.clone())),
            fixes: self.fixes(found).collect(),
            actor: self.standing.actor(policy, rule, found.variant, None),
            fingerprint: Fingerprint::base(found.code, &self.name, &self.natural(found.at, policy), ""),
        }
    }

    fn fixes(&self, found: &Across) -> impl Iterator<Item = Fix> {
        let (code, at) = (found.code, found.at);
        self.fixes.iter().filter(move |(of, place, _)| (*of, *place) == (code, at)).map(|(_, _, fix)| fix.clone())
    }

    /// A landmark's pointer with the indexes of list items replaced by what a person would call the item, as
    /// [`crate::findings::fingerprint::natural`] makes it from the tree.
    fn natural(&self, landmark: Landmark, policy: &Policy) -> String {
        let exports = &self.exports;
        landmark.path(|index| {
            let name = match landmark {
                Landmark::Region(_) => exports
                    .regions
                    .known()
                    .and_then(|bound| bound.regions.iter().find(|(_, at)| *at == index))
                    .map(|(region, _)| &*policy.region_row(*region).code),
                Landmark::Replaces(_) | Landmark::CoreTask(_) => None,
                _ => exports.cooperation(index).and_then(|cooperation| match cooperation.task {
                    Some(task) => Some(policy.name(task)),
                    None => cooperation.written.as_deref(),
                }),
            };
            name.map_or_else(|| index.to_string(), str::to_owned)
        })
    }

    /// Where all of them stand, sorted.
    pub(in crate::workspace) fn into_ranges(self) -> Box<[(Landmark, Range)]> {
        self.ranges
    }
}

/// Where a landmark stands, among sorted ones.
pub(in crate::workspace) fn range_in(ranges: &[(Landmark, Range)], landmark: Landmark) -> Option<Range> {
    let at = ranges.binary_search_by_key(&landmark, |(landmark, _)| *landmark).ok()?;
    ranges.get(at).map(|(_, range)| *range)
}

impl Standing {
    /// Who must act.
    pub(super) fn actor(
        self,
        policy: &Policy,
        rule: &Rule,
        variant: Option<&str>,
        from_check: Option<Term>,
    ) -> Option<Term> {
        actor(policy, rule, (variant, from_check), self.local)
    }
}
