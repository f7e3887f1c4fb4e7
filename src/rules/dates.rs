//! T611, T612, T615 and T616: the dates of the road to going live, beside each other, the phase and today (§3.2, §4).

use super::assessment::each;
use crate::findings::{Draft, Param, Spot};
use crate::json::NodeId;
use crate::model::cooperation::Assessment;
use crate::model::{Field, keys};
use crate::policy::calendar::Date;
use crate::policy::vocabulary::{Is, Term};
use crate::rules::context::{Context, Sink};

/// A step on the road to going live: the key that names it, and its date.
type Step = (&'static str, Field<Date>);

/// T611: a step is dated before one that comes first; one finding a step, beside the nearest that it is before (§4).
pub(super) fn out_of_order(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, _) in cx.cooperations() {
        for draft in misplaced(cx, &cooperation.assessment) {
            sink.emit(draft.cooperation(cooperation.index));
        }
    }
}

/// Each step beside those that come first, the nearest last.
fn misplaced(cx: &Context<'_>, assessment: &Assessment<'_>) -> Vec<Draft> {
    let direction = (keys::DIRECTION, assessment.direction_date);
    let design = (keys::DESIGN, assessment.design_date);
    let exercise = (keys::EXERCISE, assessment.exercise_date);
    let performance = (keys::PERFORMANCE, assessment.performance_date);
    let advice = (keys::ADVICE_DATE, assessment.advice_date);
    let standpoint = (keys::STANDPOINT, assessment.standpoint_date);
    let formalised = (keys::FORMALISED, cx.agreement.formalised);
    let live = (keys::LIVE, assessment.live);
    let reassessment = (keys::REASSESSMENT, assessment.reassessment);
    let road: [(Step, &[Step]); 6] = [
        (design, &[direction]),
        (performance, &[direction, design]),
        (advice, &[direction, design, exercise, performance]),
        (standpoint, &[direction, design, performance, advice]),
        (live, &[direction, design, performance, advice, standpoint, formalised]),
        (reassessment, &[direction, design, performance, advice]),
    ];
    road.into_iter().filter_map(|(step, first)| before_nearest(cx, step, first)).collect()
}

fn before_nearest(cx: &Context<'_>, (field, date): Step, first: &[Step]) -> Option<Draft> {
    let (date, node) = date.pair()?;
    let (earlier, earlier_node) = first.iter().rev().find_map(|(earlier, other)| {
        let (other, other_node) = other.pair()?;
        date.before(other).then_some((*earlier, other_node))
    })?;
    let draft = Draft::at(Spot::value(node)).param("field", field).param("date", cx.written(node));
    let draft = draft.param("earlier", earlier).param("earlierDate", cx.written(earlier_node));
    Some(draft.related("earlier", Some(Spot::value(earlier_node))))
}

/// T612: the date of reassessment has passed, and no standpoint was taken on or after it (§4.2).
pub(super) fn reassessment_overdue(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let (date, node) = assessment.reassessment.pair().filter(|(date, _)| cx.past(*date))?;
        let older = assessment.standpoint_date.get().is_some_and(|standpoint| standpoint.before(date));
        let draft = Draft::at(Spot::value(node)).param("date", cx.written(node)).param("today", today(cx));
        (older || assessment.standpoint.is_absent()).then_some(draft)
    });
}

/// T615: the phase is behind what is stated: adopted or assessed while exploring, live while elaborating (§3.2). An
/// agreement that predates the policy goes its own way.
pub(super) fn phase_behind(cx: &Context<'_>, sink: &mut Sink) {
    let Some((phase, node)) = cx.agreement.phase.pair().filter(|_| !cx.facts.predates) else { return };
    if let Some((case, sign)) = sign_of_later_phase(cx, phase) {
        let draft = Draft::at(Spot::value(node)).case(case).param("phase", phase);
        sink.emit(draft.related("sign", Some(cx.key_of(sign))));
    }
}

/// The first thing stated that only a later phase has.
fn sign_of_later_phase(cx: &Context<'_>, phase: Term) -> Option<(&'static str, NodeId)> {
    let mut assessments = cx.agreement.cooperation.iter().map(|cooperation| &cooperation.assessment);
    if cx.is(phase, Is::Exploration) {
        let adopted = cx.agreement.formalised.node().map(|node| ("adopted", node));
        adopted.or_else(|| assessments.find_map(|assessment| Some(("assessed", assessment.object.node()?))))
    } else if cx.is(phase, Is::Elaboration) {
        assessments.find_map(|assessment| Some(("live", assessment.live.node()?)))
    } else {
        None
    }
}

/// T616: a date of something done is after the day of judgement; an exercise without an advice is still a plan (§4.1).
pub(super) fn in_future(cx: &Context<'_>, sink: &mut Sink) {
    for draft in done(cx).into_iter().filter_map(|step| ahead(cx, step, "done")) {
        sink.emit(draft);
    }
    for (cooperation, _) in cx.cooperations() {
        for draft in assessed_ahead(cx, &cooperation.assessment) {
            sink.emit(draft.cooperation(cooperation.index));
        }
    }
}

/// The steps of the agreement as a whole.
fn done(cx: &Context<'_>) -> Vec<Step> {
    let agreement = cx.agreement;
    let mut steps = vec![(keys::FORMALISED, agreement.formalised)];
    steps.extend(agreement.signed_on.iter().map(|date| (keys::SIGNATORIES, *date)));
    steps.push((keys::MANDATE, agreement.adoption.mandate_date));
    steps
}

fn assessed_ahead(cx: &Context<'_>, assessment: &Assessment<'_>) -> Vec<Draft> {
    let exercise = if assessment.advice.is_absent() { "planned" } else { "done" };
    let steps = [
        ((keys::DIRECTION, assessment.direction_date), "done"),
        ((keys::DESIGN, assessment.design_date), "done"),
        ((keys::PERFORMANCE, assessment.performance_date), exercise),
        ((keys::EXERCISE, assessment.exercise_date), exercise),
        ((keys::ADVICE_DATE, assessment.advice_date), "done"),
        ((keys::STANDPOINT, assessment.standpoint_date), "done"),
    ];
    steps.into_iter().filter_map(|(step, case)| ahead(cx, step, case)).collect()
}

fn ahead(cx: &Context<'_>, (field, date): Step, case: &'static str) -> Option<Draft> {
    let (_, node) = date.pair().filter(|(date, _)| cx.future(*date))?;
    let draft = Draft::at(Spot::value(node)).case(case).variant((case == "planned").then_some("planned-exercise"));
    Some(draft.param("field", field).param("date", cx.written(node)).param("today", today(cx)))
}

/// The day of judgement, as a text shows it.
fn today(cx: &Context<'_>) -> Param {
    Param::code(&cx.as_of.first.to_string())
}
