//! P: what a temporary cooperation needs (§2.2.3, §2.5).

use crate::findings::{Param, Spot};
use crate::model::{Cooperation, keys};
use crate::policy::tables::Profile;
use crate::policy::vocabulary::Vocab;
use crate::rules::context::{Context, Sink};
use crate::rules::fit::{about, at_profile};

/// The cooperations whose profile is temporary.
fn temporary<'a>(cx: &Context<'a>) -> impl Iterator<Item = (&'a Cooperation<'a>, &'a Profile)> + use<'a> {
    let with_profile = cx.cooperations().filter_map(|(cooperation, facts)| Some((cooperation, facts.profile?)));
    with_profile.filter(|(_, profile)| profile.temporary)
}

/// P208: a temporary cooperation says neither until when it lasts nor what ends it.
pub(super) fn not_temporary(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, profile) in temporary(cx) {
        let period = &cooperation.temporary;
        if !period.until.is_absent() || !period.ending.is_absent() {
            continue;
        }
        let stated = period.object.is_known();
        let subject: &[&str] = if stated { &[keys::TEMPORARY, keys::UNTIL] } else { &[keys::TEMPORARY] };
        let place = cx.at().member_key(Some(cooperation.node), keys::TEMPORARY).value(cooperation.profile.node());
        let draft = about(place.place(), cooperation, profile)
            .absent(cooperation.node, subject)
            .case(if stated { "open" } else { "absent" })
            .variant(stated.then_some("temporary-stated"));
        sink.emit(draft);
    }
}

/// P209: a temporary cooperation has no contact for information.
pub(super) fn without_manager(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, profile) in temporary(cx).filter(|(c, _)| c.contacts.information.object.is_absent()) {
        let place = cx.at().member_key(Some(cooperation.node), keys::CONTACTS).value(cooperation.profile.node());
        let draft = about(place.place(), cooperation, profile);
        let draft = draft.absent(cooperation.node, &[keys::CONTACTS, keys::INFORMATION]);
        let any = profile.information.is_empty();
        let roles = cx.policy.terms(Vocab::Role).filter(|role| any || profile.information.contains(role));
        sink.emit(draft.param("roles", Param::list(roles)));
    }
}

/// P210: a temporary cooperation lacks the region's conditions.
pub(super) fn without_conditions(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, profile) in temporary(cx).filter(|(c, _)| c.conditions.is_absent()) {
        let draft = at_profile(cooperation, profile);
        sink.emit(draft.absent(cooperation.node, &[keys::CONDITIONS]));
    }
}

/// P215: a temporary cooperation's last day has passed.
pub(super) fn expired(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, profile) in temporary(cx) {
        let Some((until, node)) = cooperation.temporary.until.pair() else { continue };
        if cx.past(until) {
            let draft = about(Spot::value(node), cooperation, profile).param("date", cx.written(node));
            sink.emit(draft.param("today", cx.today()));
        }
    }
}
