//! T608-T610, T613, T614, T619 and T620: the standpoint that follows an advice, and going live on it (§4.2).

use super::assessment::{each, is_favourable, parties_decide};
use crate::findings::{Draft, Spot};
use crate::model::keys;
use crate::policy::calendar::Date;
use crate::policy::vocabulary::Is;
use crate::rules::context::{Context, Sink};

/// T608: there is an advice, and no standpoint followed (§4.2).
pub(super) fn missing(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let object = assessment.object.node().filter(|_| assessment.standpoint.is_absent())?;
        let (advice, node) = assessment.advice.pair()?;
        let draft = Draft::at(Spot::value(node)).absent(object, &[keys::STANDPOINT]);
        Some(draft.param("value", advice))
    });
}

/// T609: the standpoint is by another body than the one that decides for the stated reach (§4.2, table 2).
pub(super) fn wrong_body(cx: &Context<'_>, sink: &mut Sink) {
    let Some((reach, reach_node)) = cx.agreement.reach.pair() else { return };
    let expected = cx.policy.reach(reach).body;
    let variant = parties_decide(cx).then_some("regional");
    each(cx, sink, |cooperation, _| {
        let (by, node) = cooperation.assessment.by.pair().filter(|(by, _)| *by != expected)?;
        let draft = Draft::at(Spot::value(node)).variant(variant).fix([cx.set(node, expected)]);
        let draft = draft.param("value", by).param("expected", expected).param("reach", reach);
        Some(draft.related("reach", Some(Spot::value(reach_node))))
    });
}

/// T610: a cooperation whose profile can be assessed is live without a standpoint, or against a negative one (§4.2).
pub(super) fn live_without(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, facts| {
        facts.profile.filter(|profile| profile.assessable)?;
        let assessment = &cooperation.assessment;
        let object = assessment.object.node()?;
        let (live, node) = assessment.live.pair()?;
        let refusal = assessment.decision.get().filter(|decision| !is_favourable(cx, *decision));
        let draft = Draft::at(Spot::value(node)).absent(object, &[keys::STANDPOINT]);
        let draft = draft.variant(live_variant(cx, live)).param("date", cx.written(node));
        match refusal {
            Some(decision) => Some(draft.case("negative").param("decision", decision)),
            None => assessment.standpoint.is_absent().then(|| draft.case("absent")),
        }
    });
}

/// Where the parties decide themselves it weighs less, and less still before the reach asks for an assessment (§5).
fn live_variant(cx: &Context<'_>, live: Date) -> Option<&'static str> {
    let reach = cx.agreement.reach.get().filter(|_| parties_decide(cx))?;
    let asked_from = cx.policy.reach(reach).assessed_from;
    Some(if asked_from.is_some_and(|day| live.before(day.into())) { "before-deadline" } else { "regional" })
}

/// T613: the standpoint differs from the advice and says no reason (§4.2).
pub(super) fn differs_without_reason(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let object = assessment.standpoint.node().filter(|_| assessment.reason.is_absent())?;
        let (decision, node) = assessment.decision.pair()?;
        let (advice, advice_node) = assessment.advice.pair().filter(|(advice, _)| *advice != decision)?;
        let draft = Draft::at(Spot::value(node)).absent(object, &[keys::EXPLANATION]);
        let draft = draft.param("decision", decision).param("advice", advice);
        Some(draft.related("advice", Some(Spot::value(advice_node))))
    });
}

/// T614: the standpoint is negative, and how the parties can still work together is not said (§4.2).
pub(super) fn rejected_without_alternative(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let object = assessment.object.node().filter(|_| assessment.alternative.is_absent())?;
        let (decision, node) = assessment.decision.pair().filter(|(decision, _)| cx.is(*decision, Is::Negative))?;
        let draft = Draft::at(Spot::value(node)).absent(object, &[keys::ALTERNATIVE]);
        Some(draft.param("decision", decision))
    });
}

/// T619: there is a standpoint, and no advice that it rests on (§4.2).
pub(super) fn without_advice(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let object = assessment.object.node().filter(|_| assessment.advice.is_absent())?;
        let standpoint = assessment.standpoint.node()?;
        Some(Draft::at(cx.key_of(standpoint)).absent(object, &[keys::ADVICE]))
    });
}

/// T620: a standpoint that lets the cooperation go live has passed, and it is not said when that is (§4.2).
pub(super) fn live_date_missing(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let object = assessment.object.node().filter(|_| assessment.live.is_absent())?;
        let (decision, node) = assessment.decision.pair().filter(|(decision, _)| is_favourable(cx, *decision))?;
        let (_, date_node) = assessment.standpoint_date.pair().filter(|(date, _)| cx.past(*date))?;
        let draft = Draft::at(Spot::value(node)).absent(object, &[keys::LIVE]);
        Some(draft.param("decision", decision).param("date", cx.written(date_node)))
    });
}
