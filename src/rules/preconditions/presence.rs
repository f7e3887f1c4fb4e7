//! Which of the required preconditions stand in the agreement at all (V400, V401).

use super::{Demand, demands, placement};
use crate::findings::{Draft, FixPlan, Param, Spot};
use crate::fix::{self, Change, Step, Value};
use crate::json::NodeId;
use crate::model::format::{COOPERATION, ENTRY};
use crate::model::{Cooperation, keys};
use crate::policy::Policy;
use crate::policy::tables::Precondition;
use crate::policy::vocabulary::{Is, Vocab};
use crate::rules::{Context, Sink};

/// Whether a precondition stands in a cooperation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// An entry has its id, under whichever dimension.
    Stated,
    /// No entry has its id.
    Missing,
    /// A syntax fault in its dimension may hide it.
    Hidden,
    /// Its dimension has a fault: it is neither stated nor missing.
    Unreadable,
}

impl Presence {
    /// Whether a precondition stands in a cooperation; an id that is misspelt does not count.
    pub fn of(cx: &Context<'_>, cooperation: &Cooperation<'_>, wanted: Precondition) -> Self {
        let stated = &cooperation.preconditions;
        let own = cx.policy.precondition_row(wanted).dimension;
        let dimension = stated.dimensions.iter().find(|dimension| dimension.term == own);
        if stated.object.is_bad() || dimension.is_some_and(|dimension| dimension.object.is_bad()) {
            return Self::Unreadable;
        }
        if stated.entries.iter().any(|entry| entry.known == Some(wanted) && !entry.object.is_absent()) {
            return Self::Stated;
        }
        let broken = |node: NodeId| cx.tree.is_broken(node);
        let container = dimension.and_then(|dimension| dimension.object.node()).or(stated.object.node());
        if container.is_some_and(broken) { Self::Hidden } else { Self::Missing }
    }
}

/// How much of what a profile requires stands in a cooperation.
#[derive(Debug, Default)]
struct Coverage {
    required: usize,
    stated: usize,
    hidden: usize,
    unreadable: usize,
    missing: Vec<Precondition>,
}

impl Coverage {
    fn of(cx: &Context<'_>, demand: &Demand<'_>) -> Self {
        let mut coverage = Self { required: demand.required.len(), ..Self::default() };
        let meant = meant(cx.policy, demand.cooperation);
        for &wanted in &demand.required {
            match Presence::of(cx, demand.cooperation, wanted) {
                Presence::Stated => coverage.stated += 1,
                Presence::Missing if meant.contains(&wanted) => coverage.stated += 1,
                Presence::Missing => coverage.missing.push(wanted),
                Presence::Hidden => coverage.hidden += 1,
                Presence::Unreadable => coverage.unreadable += 1,
            }
        }
        coverage
    }

    /// Whether so little is stated that one finding counts it all; what a syntax fault may hide counts as stated.
    fn is_sparse(&self, policy: &Policy) -> bool {
        let (part, whole) = policy.present_share();
        let stated = (self.stated + self.hidden) as u64;
        self.unreadable < self.required && stated * u64::from(whole) < self.required as u64 * u64::from(part)
    }
}

/// The preconditions that unknown ids probably mean (V408).
fn meant(policy: &Policy, cooperation: &Cooperation<'_>) -> Vec<Precondition> {
    let entries = cooperation.preconditions.entries.iter();
    entries.filter(|entry| entry.known.is_none()).filter_map(|entry| placement::suggestion(policy, entry.id)).collect()
}

/// V400: less than the policy's share (`present-share`) of the profile's preconditions stands in the agreement (§3.1).
pub(in crate::rules) fn not_stated(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        let coverage = Coverage::of(cx, &demand);
        if !coverage.is_sparse(cx.policy) {
            continue;
        }
        let cooperation = demand.cooperation;
        let place = cx.at().member_key(Some(cooperation.node), keys::PRECONDITIONS).value(cooperation.profile.node());
        sink.emit(
            Draft::at(place.place())
                .absent(cooperation.node, &[keys::PRECONDITIONS])
                .cooperation(cooperation.index)
                .param("profile", demand.profile.term)
                .param("present", Param::count(coverage.stated))
                .param("required", Param::count(coverage.required))
                .fix(stubs(cx, cooperation, &coverage.missing))
                .param("missing", Param::list(coverage.missing)),
        );
    }
}

/// V401: a precondition of the profile stands nowhere in the agreement, and V400 does not count them all (§3.1).
pub(in crate::rules) fn missing(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        let coverage = Coverage::of(cx, &demand);
        if coverage.is_sparse(cx.policy) {
            continue;
        }
        for wanted in coverage.missing {
            sink.emit(missing_one(cx, &demand, wanted));
        }
    }
}

fn missing_one(cx: &Context<'_>, demand: &Demand<'_>, wanted: Precondition) -> Draft {
    let cooperation = demand.cooperation;
    let row = cx.policy.precondition_row(wanted);
    let dimension = cx.policy.name(row.dimension);
    let all = cx.tree.get(cooperation.node, keys::PRECONDITIONS);
    Draft::at(cx.at().member_key(all, dimension).key_of(all).place())
        .absent(cooperation.node, &[keys::PRECONDITIONS, dimension, &row.id])
        .cooperation(cooperation.index)
        .actor(cx.actor(Is::Partner))
        .fix(stubs(cx, cooperation, &[wanted]))
        .param("precondition", wanted)
        .param("dimension", row.dimension)
        .param("profile", demand.profile.term)
        .related("profile", cooperation.profile.node().map(Spot::value))
        .rank(usize::from(wanted.0))
}

/// The preconditions that the profile of a cooperation (by its index) asks for and that do not stand there, in the order of the table.
pub fn lacking(cx: &Context<'_>, index: usize) -> Vec<Precondition> {
    let demand = demands(cx).find(|demand| demand.cooperation.index == index);
    demand.map(|demand| Coverage::of(cx, &demand).missing).unwrap_or_default()
}

/// What would add all of [`lacking`], each as a stub; `None` where nothing is lacking, or there is no place for it.
pub fn add_missing(cx: &Context<'_>, index: usize) -> Option<Vec<Change>> {
    let cooperation = cx.agreement.cooperation.iter().find(|one| one.index == index)?;
    let missing = lacking(cx, index);
    let plan = stubs(cx, cooperation, &missing).filter(|_| !missing.is_empty());
    plan.map(|plan| plan.changes)
}

/// The fix that adds entries which say that nothing is arranged yet, each under its dimension.
fn stubs(cx: &Context<'_>, cooperation: &Cooperation<'_>, missing: &[Precondition]) -> Option<FixPlan> {
    let status = cx.value(cx.policy.find(Vocab::Status, Is::NotArranged)?);
    let all = Step::field(&COOPERATION, keys::PRECONDITIONS);
    let object = cx.tree.get(cooperation.node, keys::PRECONDITIONS);
    let (mut changes, mut dimensions) = (Vec::new(), Vec::new());
    for dimension in cx.policy.terms(Vocab::Dimension) {
        let own: Vec<Precondition> =
            missing.iter().copied().filter(|one| cx.policy.precondition_row(*one).dimension == dimension).collect();
        let Some(entries) = object.and_then(|object| cx.tree.get(object, cx.policy.name(dimension))) else {
            let stub = |one: &Precondition| (&*cx.policy.precondition_row(*one).id, stub(&status));
            if !own.is_empty() {
                dimensions.push((Step::term(cx.policy, dimension), Value::object(own.iter().map(stub))));
            }
            continue;
        };
        changes.extend(fill(cx, entries, &own, &status)?);
    }
    if !dimensions.is_empty() {
        changes.extend(fix::put(cx.tree, cooperation.node, &[all], dimensions)?);
    }
    Some(FixPlan::new(changes))
}

/// Adds entries to a dimension that stands; an empty one is filled.
fn fill(cx: &Context<'_>, entries: NodeId, missing: &[Precondition], status: &Value) -> Option<Vec<Change>> {
    let id = |one: &Precondition| &*cx.policy.precondition_row(*one).id;
    let (standing, absent): (Vec<Precondition>, Vec<Precondition>) =
        missing.iter().copied().partition(|one| cx.tree.get(entries, id(one)).is_some());
    let mut changes =
        fix::put(cx.tree, entries, &[], absent.iter().map(|one| (Step::precondition(cx.policy, *one), stub(status))))?;
    for one in &standing {
        let entry = cx.tree.get(entries, id(one))?;
        changes.extend(fix::put(cx.tree, entry, &[], [(Step::field(&ENTRY, keys::STATUS), status.clone())])?);
    }
    Some(changes)
}

fn stub(status: &Value) -> Value {
    Value::object([(keys::STATUS, status.clone())])
}
