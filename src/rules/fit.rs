//! P: whether a profile fits its core task, and what the profile presumes of the partner (§2.1, §2.2, table 1).

use crate::facts::Standing;
use crate::findings::{Draft, FixPlan, Param, Place, Spot};
use crate::fix::Change;
use crate::model::Cooperation;
use crate::policy::tables::Profile;
use crate::policy::vocabulary::Term;
use crate::rules::context::{Context, Sink};

/// P201: the profile does not fit the core task.
pub(super) fn mismatch(cx: &Context<'_>, sink: &mut Sink) {
    standing(cx, sink, Standing::InDoubt);
}

/// P202: the policy's text and its table disagree about the profile for this core task.
pub(super) fn disputed(cx: &Context<'_>, sink: &mut Sink) {
    standing(cx, sink, Standing::Disputed);
}

fn standing(cx: &Context<'_>, sink: &mut Sink, standing: Standing) {
    for (cooperation, _) in cx.cooperations().filter(|(_, facts)| facts.standing == standing) {
        let (Some((profile, node)), Some((task, task_node))) = (cooperation.profile.pair(), cooperation.task.pair())
        else {
            continue;
        };
        let draft = Draft::at(Spot::value(node))
            .cooperation(cooperation.index)
            .param("profile", profile)
            .param("task", task)
            .param("fitting", Param::list(cx.policy.fitting(task)))
            .fix(cx.set_each(node, "suggestion", cx.policy.fitting(task)))
            .related("core-task", Some(Spot::value(task_node)));
        sink.emit(draft);
    }
}

/// P212: the partner directs its own picture where the profile says otherwise, or the reverse.
pub(super) fn own_picture(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let (Some(profile), Some((stated, node))) = (facts.profile, cooperation.own_picture.pair()) else { continue };
        if stated != profile.own_picture {
            let expected = if profile.own_picture { "true" } else { "false" };
            let draft = about(Spot::value(node), cooperation, profile)
                .param("expected", Param::Word(expected))
                .fix([FixPlan::new([Change::Replace(node, profile.own_picture.into())])])
                .related("profile", cooperation.profile.node().map(Spot::value));
            sink.emit(draft);
        }
    }
}

/// P213: the partner's organisation of information is not one of the profile's.
pub(super) fn organisation(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let own = cooperation.organisation.or(cx.agreement.partner.organisation);
        let (Some(profile), Some((found, node))) = (facts.profile, own.pair()) else { continue };
        if profile.organisation.is_empty() || profile.organisation.contains(&found) {
            continue;
        }
        let fitting = fitting(cx, cooperation, found);
        let draft = at_profile(cooperation, profile)
            .case(if fitting.is_empty() { "none" } else { "some" })
            .param("found", found)
            .param("task", task(cx, cooperation))
            .fix(
                cooperation
                    .profile
                    .node()
                    .into_iter()
                    .flat_map(|node| cx.set_each(node, "suggestion", fitting.iter().copied())),
            )
            .param("fitting", Param::list(fitting.iter().copied()))
            .related("information-organisation", Some(Spot::value(node)));
        sink.emit(draft);
    }
}

/// The profiles of the cooperation's core task that this organisation of information fits.
fn fitting(cx: &Context<'_>, cooperation: &Cooperation<'_>, organisation: Term) -> Vec<Term> {
    let profiles = cooperation.task.get().into_iter().flat_map(|task| cx.policy.fitting(task));
    let fits = |profile: &Term| {
        let row = &cx.policy.profile(*profile).organisation;
        row.is_empty() || row.contains(&organisation)
    };
    profiles.filter(fits).collect()
}

/// The core task, or what stands in its place.
fn task(cx: &Context<'_>, cooperation: &Cooperation<'_>) -> Param {
    cooperation.task.get().map_or_else(
        || {
            let written = cx.tree.get(cooperation.node, crate::model::keys::CORE_TASK).map(|node| cx.written(node));
            Param::code(written.filter(|text| !text.is_empty()).unwrap_or("?"))
        },
        Param::from,
    )
}

/// P214: the profile presumes a crisis structure that the partner says it does not have.
pub(super) fn crisis_structure(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let structure = cooperation.crisis_structure.or(cx.agreement.partner.crisis_structure);
        let presuming = facts.profile.filter(|profile| profile.crisis_structure);
        if let (Some(profile), Some((false, node))) = (presuming, structure.pair()) {
            sink.emit(at_profile(cooperation, profile).related("crisis-structure", Some(Spot::value(node))));
        }
    }
}

/// A finding about a cooperation, whose profile is its first parameter.
pub(super) fn about(place: impl Into<Place>, cooperation: &Cooperation<'_>, profile: &Profile) -> Draft {
    Draft::at(place).cooperation(cooperation.index).param("profile", profile.term)
}

/// The same, at the profile itself.
pub(super) fn at_profile(cooperation: &Cooperation<'_>, profile: &Profile) -> Draft {
    let node = cooperation.profile.node().unwrap_or(cooperation.node);
    about(Spot::value(node), cooperation, profile)
}
