//! Family V, the principles that every party guarantees (§3.1).

use crate::facts::Standing;
use crate::findings::{Draft, Param, Place, Spot};
use crate::json::NodeId;
use crate::model::agreement::Principle;
use crate::model::{Agreement, Cooperation, Field, keys};
use crate::policy::Policy;
use crate::policy::vocabulary::{Is, Term};
use crate::rules::{Context, Sink};

/// V411: a principle is not stated, or not guaranteed; where none is stated, one finding for all (§3.1).
pub(super) fn missing(cx: &Context<'_>, sink: &mut Sink) {
    let agreement = cx.agreement;
    let asked = agreement.principle.iter().filter(|principle| is_asked(agreement, cx.policy, principle.term));
    match agreement.principles {
        Field::Bad => {}
        Field::Absent => {
            let all = Param::list(asked.map(|principle| principle.term));
            let draft = Draft::at(place(cx, None)).absent(agreement.root, &[keys::PRINCIPLES]);
            sink.emit(draft.case("all").param("missing", all));
        }
        Field::Known(..) => {
            for (principle, case) in asked.filter_map(|principle| Some((principle, fault(principle)?))) {
                let subject = [keys::PRINCIPLES, cx.policy.name(principle.term)];
                let place = place(cx, principle.guaranteed.node());
                let draft = Draft::at(place).absent(agreement.root, &subject);
                let draft = draft.case(case).param("principle", principle.term);
                sink.emit(draft.rank(usize::from(principle.term.index)));
            }
        }
    }
}

/// The value that denies a guarantee, else the key of the principles, else the one of the cooperations.
fn place(cx: &Context<'_>, guaranteed: Option<NodeId>) -> Place {
    cx.at().value(guaranteed).key_of(cx.top(keys::PRINCIPLES)).key_of(cx.top(keys::COOPERATIONS)).place()
}

/// What is wrong with a principle that is asked; nothing where its `geborgd` is missing or bad.
fn fault(principle: &Principle) -> Option<&'static str> {
    if principle.object.is_absent() {
        return Some("absent");
    }
    principle.guaranteed.get().is_some_and(|guaranteed| !guaranteed).then_some("denied")
}

/// Whether a principle is asked: all are, except where every cooperation has a profile that asks for some only.
fn is_asked(agreement: &Agreement<'_>, policy: &Policy, principle: Term) -> bool {
    let list = agreement.cooperations.known();
    if agreement.cooperation.is_empty() || !list.is_some_and(|list| list.complete) {
        return true;
    }
    let asks = |cooperation: &Cooperation<'_>| {
        let profile = cooperation.profile.get().map(|profile| policy.profile(profile));
        profile.and_then(|profile| profile.principles.as_ref()).is_none_or(|some| some.contains(&principle))
    };
    agreement.cooperation.iter().any(asks)
}

/// V412: a right to write is held, and the principle about the picture does not say that the partner makes its own
/// (§3.1); one finding.
pub(super) fn picture_skill_missing(cx: &Context<'_>, sink: &mut Sink) {
    let Some((right, right_node)) = first_right_to_write(cx) else { return };
    let principle = cx.agreement.principle.iter().find(|principle| cx.is(principle.term, Is::Picture));
    let Some((principle, node)) = principle.and_then(|principle| Some((principle, principle.object.node()?))) else {
        return;
    };
    let case = match principle.own_picture {
        Field::Absent => "absent",
        Field::Known(false, _) => "denied",
        Field::Known(true, _) | Field::Bad => return,
    };
    sink.emit(
        Draft::at(cx.at().value(principle.own_picture.node()).key_of(Some(node)).place())
            .absent(node, &[keys::OWN_PICTURE_SKILL])
            .case(case)
            .param("right", right)
            .related("write-right", Some(Spot::value(right_node))),
    );
}

/// The first right to write above the lowest, of cooperations whose profile is not in doubt.
fn first_right_to_write(cx: &Context<'_>) -> Option<(Term, NodeId)> {
    let settled = cx.cooperations().filter(|(_, facts)| facts.standing != Standing::InDoubt);
    settled.filter_map(|(cooperation, _)| cooperation.rights.write.pair()).find(|(right, _)| right.index > 0)
}
