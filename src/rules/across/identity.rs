//! W701, W709, W711: one name for two things, and two names for one.

use std::collections::BTreeSet;

use super::context::{Across, AcrossSink};
use crate::facts::Other;
use crate::findings::{AcrossDraft, Param};
use crate::model::keys;
use crate::model::landmark::Landmark;

/// W701: another document has the same `id`.
pub(in crate::rules) fn duplicate_id(cx: &Across<'_>, sink: &mut AcrossSink) {
    let Some(id) = cx.own().id.as_deref() else { return };
    let others: Vec<Other<'_>> = cx.view.with_id(Some(id)).collect();
    if others.is_empty() {
        return;
    }
    let draft = AcrossDraft::at(Landmark::Id).param("id", id).param("count", Param::count(others.len()));
    sink.emit(beside(draft, &others, Landmark::Id));
}

/// The finding with the same landmark of other documents beside it.
fn beside(draft: AcrossDraft, others: &[Other<'_>], landmark: Landmark) -> AcrossDraft {
    draft.all("other", others.iter().map(|other| (other.document, landmark)))
}

/// W709: a document of the same organisation, by its number in a register, writes the partner's name in another way.
pub(in crate::rules) fn name_variant(cx: &Across<'_>, sink: &mut AcrossSink) {
    let Some(name) = whole(cx.own()) else { return };
    let mut others = cx.view.with_number();
    others.retain(|other| whole(other.exports).is_some_and(|other| other != name));
    if others.is_empty() {
        return;
    }
    let names: BTreeSet<&str> = others.iter().filter_map(|other| whole(other.exports)).collect();
    let draft = AcrossDraft::at(Landmark::PartnerName)
        .param("name", Param::text(name))
        .param("others", Param::List(names.into_iter().map(Param::text).collect()))
        .param("count", Param::count(others.len()));
    sink.emit(beside(draft, &others, Landmark::PartnerName));
}

/// The name of a partner that is certainly no part of another organisation.
fn whole(exports: &crate::facts::Exports) -> Option<&str> {
    let partner = &exports.partner;
    partner.name.as_deref().filter(|_| partner.is_part == Some(false))
}

/// W711: another document describes the same covenant differently.
pub(in crate::rules) fn covenant_differs(cx: &Across<'_>, sink: &mut AcrossSink) {
    let Some(own) = &cx.own().covenant else { return };
    let names = [keys::TITLE, keys::LEGAL_BASIS, keys::SOURCE];
    let mut differing = [false; 3];
    let mut others = Vec::new();
    for other in cx.view.of_covenant() {
        let Some(described) = &other.exports.covenant else { continue };
        let mut differs = false;
        for ((one, other), mark) in own.texts.iter().zip(&described.texts).zip(&mut differing) {
            if one.is_some() && other.is_some() && one != other {
                *mark = true;
                differs = true;
            }
        }
        if differs {
            others.push(other);
        }
    }
    if others.is_empty() {
        return;
    }
    let keys = names.into_iter().zip(differing).filter_map(|(name, differs)| differs.then_some(name));
    let draft = AcrossDraft::at(Landmark::Covenant)
        .param("id", &*own.id)
        .param("keys", Param::list(keys))
        .param("count", Param::count(others.len()));
    sink.emit(beside(draft, &others, Landmark::Covenant));
}
