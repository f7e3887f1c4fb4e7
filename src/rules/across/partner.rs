//! W702, W703, W704, W708: the current general agreements of one partner, side by side.

use std::collections::BTreeSet;

use super::context::{Across, AcrossSink};
use crate::facts::{CooperationExports, Exports, Other, Stated};
use crate::findings::{AcrossDraft, Param};
use crate::model::landmark::Landmark;
use crate::policy::tables::Region;
use crate::policy::vocabulary::{Is, Term};

/// The other current general agreements of the partner; none where this document is itself not one.
fn general<'a>(cx: &Across<'a>) -> Vec<Other<'a>> {
    if !cx.own().is_general() {
        return Vec::new();
    }
    let mut others = cx.view.of_partner();
    others.retain(|other| other.current && other.exports.is_general());
    others
}

/// As [`general`], without those of which this one takes the place, or the other way round.
fn beside<'a>(cx: &Across<'a>) -> Vec<Other<'a>> {
    let own = cx.own();
    let mut others = general(cx);
    others.retain(|other| !own.replaces(other.exports.id.as_deref()) && !other.exports.replaces(own.id.as_deref()));
    others
}

/// W702: this agreement says that the partner is local, and its agreements together bind more regions than that.
pub(in crate::rules) fn undeclared_reach(cx: &Across<'_>, sink: &mut AcrossSink) {
    let Some(stated) = cx.own().reach.filter(|reach| cx.is(*reach, Is::Local)) else { return };
    let others = general(cx);
    if others.is_empty() {
        return;
    }
    let mut regions: BTreeSet<Region> = BTreeSet::new();
    for exports in others.iter().map(|other| other.exports).chain([cx.own()]) {
        match &exports.regions {
            Stated::Absent => {}
            Stated::Known(bound) if bound.complete => regions.extend(bound.regions.iter().map(|(region, _)| *region)),
            Stated::Bad | Stated::Known(_) => return,
        }
    }
    let Some(reach) = cx.policy.derived_reach(regions.len()).filter(|reach| !cx.is(*reach, Is::Local)) else { return };
    let draft = AcrossDraft::at(Landmark::Reach)
        .param("value", stated)
        .param("regions", Param::count(regions.len()))
        .param("reach", reach)
        .param("count", Param::count(others.len()));
    sink.emit(draft.all("agreement", others.iter().map(|other| (other.document, Landmark::Regions))));
}

/// W703: another agreement of the partner names another adoption region.
pub(in crate::rules) fn conflicting_adoption(cx: &Across<'_>, sink: &mut AcrossSink) {
    let own = cx.own();
    let Some(region) = own.adoption else { return };
    let mut others = general(cx);
    others.retain(|other| other.exports.adoption.is_some_and(|adoption| adoption != region));
    if others.is_empty() {
        return;
    }
    let regions: BTreeSet<Region> = others.iter().filter_map(|other| other.exports.adoption).collect();
    let draft = AcrossDraft::at(Landmark::AdoptionRegion)
        .param("region", region)
        .param("others", Param::list(regions))
        .param("count", Param::count(others.len()));
    let parts = others.iter().all(|other| are_parts(own, other.exports));
    let draft = if parts { draft.variant("parts") } else { draft };
    sink.emit(draft.all("other", others.iter().map(|other| (other.document, Landmark::AdoptionRegion))));
}

/// Whether two partners are different parts of an organisation.
fn are_parts(one: &Exports, other: &Exports) -> bool {
    let (one, other) = (&one.partner, &other.partner);
    one.is_part == Some(true) && other.is_part == Some(true) && one.name_key != other.name_key
}

/// W704: another agreement of the partner has another profile for the same core task, and the two are not told apart.
pub(in crate::rules) fn conflicting_profile(cx: &Across<'_>, sink: &mut AcrossSink) {
    let others = beside(cx);
    if others.is_empty() {
        return;
    }
    for cooperation in &cx.own().cooperations {
        let (Some(task), Some(profile)) = (cooperation.task, cooperation.profile.known().copied()) else { continue };
        let conflicting: Vec<(&Other<'_>, &CooperationExports, Term)> = others
            .iter()
            .flat_map(|other| other.exports.on(task).map(move |theirs| (other, theirs)))
            .filter_map(|(other, theirs)| Some((other, theirs, theirs.profile.known().copied()?)))
            .filter(|(_, theirs, other)| {
                *other != profile && confused(cooperation.description.as_deref(), theirs.description.as_deref())
            })
            .collect();
        if conflicting.is_empty() {
            continue;
        }
        let profiles: BTreeSet<Term> = conflicting.iter().map(|(_, _, profile)| *profile).collect();
        let draft = AcrossDraft::at(Landmark::Profile(cooperation.index))
            .param("task", task)
            .param("profile", profile)
            .param("others", Param::list(profiles))
            .param("count", Param::count(conflicting.len()));
        let places = conflicting.iter().map(|(other, theirs, _)| (other.document, Landmark::Profile(theirs.index)));
        sink.emit(draft.all("other", places));
    }
}

/// Whether two descriptions do not tell their cooperations apart; one that is not known tells nothing.
fn confused(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// W708: another agreement of the partner is about the same core task in the same region.
pub(in crate::rules) fn overlapping(cx: &Across<'_>, sink: &mut AcrossSink) {
    let others: Vec<(Other<'_>, Vec<Region>)> = beside(cx)
        .into_iter()
        .map(|other| (other, shared(cx.own(), other.exports)))
        .filter(|(_, shared)| !shared.is_empty())
        .collect();
    if others.is_empty() {
        return;
    }
    for cooperation in &cx.own().cooperations {
        let Some(task) = cooperation.task else { continue };
        let overlapping: Vec<_> = others.iter().filter(|(other, _)| other.exports.on(task).next().is_some()).collect();
        if overlapping.is_empty() {
            continue;
        }
        let regions: BTreeSet<Region> = overlapping.iter().flat_map(|(_, shared)| shared).copied().collect();
        let draft = AcrossDraft::at(Landmark::Task(cooperation.index))
            .param("task", task)
            .param("regions", Param::list(regions))
            .param("count", Param::count(overlapping.len()));
        let places = overlapping
            .iter()
            .flat_map(|(other, _)| other.exports.on(task).map(|theirs| (other.document, Landmark::Task(theirs.index))));
        sink.emit(draft.all("other", places));
    }
}

/// The regions that two agreements certainly both bind.
fn shared(one: &Exports, other: &Exports) -> Vec<Region> {
    let (Some(one), Some(other)) = (one.regions.known(), other.regions.known()) else { return Vec::new() };
    one.regions.iter().map(|(region, _)| *region).filter(|region| other.holds(*region)).collect()
}
