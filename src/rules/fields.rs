//! P: fields that belong to some profiles only (§2.2.2, §2.2.3).

use crate::findings::{Draft, FixPlan, Param, Spot};
use crate::fix::Change;
use crate::model::{Cooperation, keys};
use crate::policy::tables::Profile;
use crate::policy::vocabulary::{Is, Vocab};
use crate::rules::context::{Context, Sink};

/// P211: a partner that joins does not say how, or not through whom.
pub(super) fn route_missing(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile.filter(|profile| profile.joins) else { continue };
        let joining = &cooperation.joining;
        let through = joining.route.get().is_some_and(|route| cx.is(route, Is::Via)) && joining.through.is_absent();
        let (case, subject): (_, &[&str]) = match (joining.object.is_absent(), through) {
            (true, _) => ("absent", &[keys::JOINING]),
            (_, true) => ("via", &[keys::JOINING, keys::THROUGH]),
            _ => continue,
        };
        let place = cx.at().member_key(Some(cooperation.node), keys::JOINING).value(cooperation.profile.node());
        let draft = Draft::at(place.place())
            .cooperation(cooperation.index)
            .absent(cooperation.node, subject)
            .case(case)
            .param("profile", profile.term);
        let routes = || Param::list(cx.policy.terms(Vocab::Route));
        sink.emit(if case == "absent" { draft.param("routes", routes()) } else { draft });
    }
}

/// Whether a profile has a field that others do not.
type HasField = fn(&Profile) -> bool;

/// P216: a field stands in a cooperation whose profile does not have it.
pub(super) fn of_other_profile(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile else { continue };
        let fields: [(&'static str, bool, HasField); 3] = [
            (keys::JOINING, cooperation.joining.object.is_known(), |profile| profile.joins),
            (keys::TEMPORARY, cooperation.temporary.object.is_known(), |profile| profile.temporary),
            (keys::CONDITIONS, cooperation.conditions.is_known(), |profile| profile.temporary),
        ];
        for (field, stands, has) in fields {
            if stands && !has(profile) {
                out_of_place(cx, sink, cooperation, (field, has));
            }
        }
    }
}

fn out_of_place(cx: &Context<'_>, sink: &mut Sink, cooperation: &Cooperation<'_>, field: (&'static str, HasField)) {
    let (key, has) = field;
    let Some(node) = cx.tree.get(cooperation.node, key) else { return };
    let expected = cx.policy.terms(Vocab::Profile).filter(|term| has(cx.policy.profile(*term)));
    let draft = Draft::at(cx.key_of(node))
        .cooperation(cooperation.index)
        .param("field", Param::Word(key))
        .param("expected", Param::list(expected))
        .fix([FixPlan::new([Change::Remove(node)])])
        .related("profile", cooperation.profile.node().map(Spot::value));
    let draft = match cooperation.profile.get() {
        Some(profile) => draft.param("profile", profile),
        None => draft,
    };
    sink.emit(draft);
}
