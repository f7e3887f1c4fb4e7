//! T601-T605, T607 and T617: the assessment itself, and what it needs before its advice carries (§1.4, §4.1, §5).

mod independence;

pub(super) use independence::not_independent;

use crate::facts::CooperationFacts;
use crate::findings::{Draft, Param, Spot};
use crate::json::NodeId;
use crate::model::cooperation::{Assessment, Participant};
use crate::model::{Cooperation, Field, keys};
use crate::policy::calendar::{Date, Day};
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::rules::context::{Context, Sink};

/// Puts what is found on each cooperation by itself.
pub(super) fn each<'a>(
    cx: &Context<'a>,
    sink: &mut Sink,
    find: impl Fn(&'a Cooperation<'a>, &'a CooperationFacts<'a>) -> Option<Draft>,
) {
    for (cooperation, facts) in cx.cooperations() {
        if let Some(draft) = find(cooperation, facts) {
            sink.emit(draft.cooperation(cooperation.index));
        }
    }
}

/// Whether an outcome lets a cooperation go live: it is positive, on conditions or not (§4.2).
pub(super) fn is_favourable(cx: &Context<'_>, outcome: Term) -> bool {
    cx.is(outcome, Is::Positive) || is_conditional(cx, outcome)
}

/// Whether an outcome is positive on conditions only (§4.2).
pub(super) fn is_conditional(cx: &Context<'_>, outcome: Term) -> bool {
    cx.is(outcome, Is::Conditional)
}

/// Whether the parties decide themselves, by the stated reach (§4.2, table 2).
pub(super) fn parties_decide(cx: &Context<'_>) -> bool {
    let reach = cx.agreement.reach.get();
    reach.is_some_and(|reach| cx.is(cx.policy.reach(reach).body, Is::Parties))
}

/// T601: there is an assessment, but the profile cannot be assessed (§1.4).
pub(super) fn not_available(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, facts| {
        let node = cooperation.assessment.object.node()?;
        let profile = facts.profile.filter(|profile| !profile.assessable)?;
        let draft = Draft::at(cx.key_of(node)).param("profile", profile.term);
        Some(draft.related("profile", cooperation.profile.node().map(Spot::value)))
    });
}

/// T602: a formal agreement has a cooperation whose profile can be assessed, that is asked by now, and there is no
/// advice yet (§4.1, §5).
pub(super) fn required(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.facts.formal || !is_asked(cx) {
        return;
    }
    let case = reach_case(cx);
    each(cx, sink, |cooperation, facts| {
        let profile = facts.profile.filter(|profile| profile.assessable)?;
        if !cooperation.assessment.advice.is_absent() {
            return None;
        }
        let node = cooperation.node;
        let place = cx.at().member_key(Some(node), keys::ASSESSMENT).value(cooperation.profile.node()).place();
        let draft = Draft::at(place).absent(node, &[keys::ASSESSMENT, keys::ADVICE]);
        let draft = draft.case(case).variant((case == "regional").then_some(case)).param("profile", profile.term);
        Some(match cx.agreement.reach.get().filter(|_| case == "regional") {
            Some(reach) => draft.param("reach", reach).param("from", first_asked(cx)),
            None => draft,
        })
    });
}

fn reach_case(cx: &Context<'_>) -> &'static str {
    match cx.agreement.reach.get() {
        None => "unknown",
        Some(_) if parties_decide(cx) => "regional",
        Some(_) => "wider",
    }
}

/// Whether an assessment is asked on the day of judgement.
fn is_asked(cx: &Context<'_>) -> bool {
    asked_from(cx).is_none_or(|day| Date::from(day).not_after(cx.as_of))
}

/// The day from which the reach asks for an assessment; where the reach is not known, the day from which each does.
fn asked_from(cx: &Context<'_>) -> Option<Day> {
    match cx.agreement.reach.get() {
        Some(reach) => cx.policy.reach(reach).assessed_from,
        None => cx.policy.terms(Vocab::Reach).filter_map(|reach| cx.policy.reach(reach).assessed_from).max(),
    }
}

/// The day from which the reach asks for an assessment, as a text shows it.
fn first_asked(cx: &Context<'_>) -> Param {
    asked_from(cx).map_or(Param::Word("always"), |day| Param::code(&day.to_string()))
}

/// T603: the advice is positive, on conditions or not, and one of the assessment's three parts is absent (§4.1).
pub(super) fn incomplete(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let (advice, node) = assessment.advice.pair().filter(|(advice, _)| is_favourable(cx, *advice))?;
        let missing = missing_parts(assessment);
        let draft = Draft::at(Spot::value(node)).param("value", advice);
        (!missing.is_empty()).then(|| draft.param("missing", Param::list(missing)))
    });
}

fn missing_parts(assessment: &Assessment<'_>) -> Vec<&'static str> {
    let parts = [
        (keys::DIRECTION, assessment.direction),
        (keys::DESIGN, assessment.design),
        (keys::PERFORMANCE, assessment.performance),
    ];
    parts.into_iter().filter(|(_, part)| part.is_absent()).map(|(key, _)| key).collect()
}

/// T604: the last part of the assessment has no exercise, or one without the partner or without a region of the
/// agreement (§4.1).
pub(super) fn exercise_missing(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let performance = assessment.performance.node()?;
        let case = exercise_case(cx, assessment)?;
        let place = cx.at().member_key(Some(performance), keys::EXERCISE).key_of(Some(performance)).place();
        Some(Draft::at(place).absent(performance, &[keys::EXERCISE]).case(case))
    });
}

/// What an exercise lacks, if anything.
fn exercise_case(cx: &Context<'_>, assessment: &Assessment<'_>) -> Option<&'static str> {
    if assessment.exercise.is_absent() {
        return Some("absent");
    }
    let participants = match &assessment.participants {
        Field::Absent => &[][..],
        Field::Known(list, _) if list.complete => &list.items,
        _ => return None,
    };
    let partner = participants.iter().any(|(who, _)| *who == Participant::Partner);
    match (partner, lacks_region(cx, participants)) {
        (true, false) => None,
        (false, false) => Some("partner"),
        (true, true) => Some("region"),
        (false, true) => Some("both"),
    }
}

/// Whether the agreement's units are known and none of them takes part.
fn lacks_region(cx: &Context<'_>, participants: &[(Participant, NodeId)]) -> bool {
    let units = cx.agreement.regions.known().filter(|units| units.complete);
    units.is_some_and(|units| {
        !participants.iter().any(|(who, _)| matches!(who, Participant::Region(region) if units.contains(*region)))
    })
}

/// T607: an outcome on conditions says no points to mend, or the standpoint no date of reassessment (§4.2).
pub(super) fn conditions_missing(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| points_missing(cx, &cooperation.assessment));
    each(cx, sink, |cooperation, _| reassessment_missing(cx, &cooperation.assessment));
}

fn points_missing(cx: &Context<'_>, assessment: &Assessment<'_>) -> Option<Draft> {
    let object = assessment.object.node().filter(|_| assessment.points.is_absent())?;
    let conditional = |(outcome, _): &(Term, NodeId)| is_conditional(cx, *outcome);
    let advice = assessment.advice.pair().filter(conditional);
    let decision = assessment.decision.pair().filter(conditional);
    let (value, _) = advice.or(decision)?;
    let field = if advice.is_some() { keys::ADVICE } else { keys::STANDPOINT };
    let place = cx.at().value(advice.map(|(_, node)| node)).value(decision.map(|(_, node)| node)).place();
    let draft = Draft::at(place).absent(object, &[keys::POINTS]).case("points");
    Some(draft.param("field", field).param("value", value))
}

fn reassessment_missing(cx: &Context<'_>, assessment: &Assessment<'_>) -> Option<Draft> {
    let object = assessment.object.node().filter(|_| assessment.reassessment.is_absent())?;
    let (value, node) = assessment.decision.pair().filter(|(decision, _)| is_conditional(cx, *decision))?;
    let draft = Draft::at(Spot::value(node)).absent(object, &[keys::REASSESSMENT]);
    let draft = draft.case("reassessment").variant(Some("reassessment"));
    Some(draft.param("field", keys::STANDPOINT).param("value", value))
}

/// T617: the assessment denies that the profile fits the core task, and its advice is positive all the same (§4.1).
pub(super) fn fit_denied(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let assessment = &cooperation.assessment;
        let (advice, node) = assessment.advice.pair().filter(|(advice, _)| cx.is(*advice, Is::Positive))?;
        let (_, denial) = assessment.fits_task.pair().filter(|(fits, _)| !fits)?;
        let draft = Draft::at(Spot::value(node)).param("advice", advice);
        Some(draft.related("fit", Some(Spot::value(denial))))
    });
}
