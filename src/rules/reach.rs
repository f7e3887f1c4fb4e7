//! R: the reach of an agreement, its evaluation and its dates (§2.3, §2.4, §5, table 2).

use crate::findings::{Draft, Param, Spot};
use crate::model::keys;
use crate::policy::tables::Reach;
use crate::policy::vocabulary::Is;
use crate::rules::context::{Context, Sink};

/// R301: the stated reach is not the one that follows from the regions.
pub(super) fn mismatch(cx: &Context<'_>, sink: &mut Sink) {
    let facts = cx.facts;
    let (Some((stated, node)), Some(derived), Some(units)) =
        (cx.agreement.reach.pair(), facts.derived_reach, facts.units)
    else {
        return;
    };
    if !facts.reach_differs {
        return;
    }
    let disputed = usize::from(cx.policy.reach(derived).disputed_at);
    let next_wider = stated.index == derived.index + 1;
    let draft = Draft::at(Spot::value(node))
        .variant((next_wider && units == disputed).then_some("two-regions"))
        .param("stated", stated)
        .param("derived", derived)
        .param("count", Param::count(units))
        .fix([cx.set(node, derived)])
        .related("regions", cx.agreement.regions.node().map(Spot::value));
    sink.emit(draft);
}

/// The stated reach, where it goes beyond what the parties agree by themselves.
fn wide_reach<'a>(cx: &Context<'a>) -> Option<&'a Reach> {
    let reach = cx.agreement.reach.get()?;
    Some(cx.policy.reach(reach)).filter(|_| !cx.is(reach, Is::Local))
}

/// R307: an agreement beyond one region says nothing of its evaluation.
pub(super) fn evaluation_missing(cx: &Context<'_>, sink: &mut Sink) {
    let absent = cx.agreement.interval.is_absent() && cx.agreement.next_evaluation.is_absent();
    if wide_reach(cx).is_none() || !absent {
        return;
    }
    let root = Some(cx.agreement.root);
    let adopting = root.filter(|_| cx.policy.groups().adoption);
    let place = cx.at().member_key(root, keys::EVALUATION).member_key(adopting, keys::ADOPTION);
    let place = place.value(cx.agreement.reach.node());
    sink.emit(Draft::at(place.place()).absent(cx.agreement.root, &[keys::EVALUATION]));
}

/// R310: an agreement beyond one region is in execution and not formalised, and the policy's day for that has passed.
pub(super) fn formalisation_overdue(cx: &Context<'_>, sink: &mut Sink) {
    let Some(deadline) = wide_reach(cx).and_then(|reach| reach.deadline) else { return };
    let Some(phase) = cx.agreement.phase.node() else { return };
    if cx.past(deadline.into()) && cx.agreement.formalised.is_absent() {
        let draft = Draft::at(Spot::value(phase)).absent(cx.agreement.root, &[keys::FORMALISED]);
        sink.emit(draft.param("date", Param::code(&deadline.to_string())));
    }
}

/// R311: the partner's work area is wider than the stated reach.
pub(super) fn work_area_exceeds(cx: &Context<'_>, sink: &mut Sink) {
    let partner = &cx.agreement.partner;
    let (Some((stated, reach_node)), Some(area), Some(node)) =
        (cx.agreement.reach.pair(), partner.work_area.known(), partner.work_area.node())
    else {
        return;
    };
    let Some(most) = cx.policy.reach(stated).work_area_most else { return };
    let count = area.distinct.len();
    if area.complete && count > usize::from(most) {
        let draft = Draft::at(Spot::value(node))
            .case(if area.all { "national" } else { "regions" })
            .param("stated", stated)
            .param("count", Param::count(count))
            .related("reach", Some(Spot::value(reach_node)));
        sink.emit(draft);
    }
}

/// R313: a supplement binds more than one region.
pub(super) fn wide_supplement(cx: &Context<'_>, sink: &mut Sink) {
    let (Some(true), Some(bound), Some(node)) = (cx.facts.supplement, &cx.facts.bound, cx.agreement.regions.node())
    else {
        return;
    };
    if bound.len() > 1 {
        sink.emit(Draft::at(Spot::value(node)).param("count", Param::count(bound.len())));
    }
}

/// R315: the date of the next evaluation has passed.
pub(super) fn evaluation_overdue(cx: &Context<'_>, sink: &mut Sink) {
    let Some((date, node)) = cx.agreement.next_evaluation.pair() else { return };
    if cx.past(date) {
        sink.emit(Draft::at(Spot::value(node)).param("date", cx.written(node)).param("today", cx.today()));
    }
}

/// R316: the agreement was formalised before the policy was in force.
pub(super) fn predates(cx: &Context<'_>, sink: &mut Sink) {
    let (true, Some(node), Some(start)) = (cx.facts.predates, cx.agreement.formalised.node(), cx.policy.in_force())
    else {
        return;
    };
    let draft = Draft::at(Spot::value(node)).param("date", cx.written(node));
    sink.emit(draft.param("start", Param::code(&start.to_string())));
}

/// R318: the term of the agreement has passed.
pub(super) fn expired(cx: &Context<'_>, sink: &mut Sink) {
    let Some((until, node)) = cx.agreement.until.pair() else { return };
    if cx.past(until) {
        sink.emit(Draft::at(Spot::value(node)).param("date", cx.written(node)).param("today", cx.today()));
    }
}
