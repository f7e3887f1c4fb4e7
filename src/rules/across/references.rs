//! W707, W710: names and ids that point at other documents.

use super::context::{Across, AcrossSink};
use crate::facts::{Exports, Other};
use crate::findings::{AcrossDraft, Param};
use crate::model::landmark::Landmark;
use crate::policy::vocabulary::{Is, Term, Vocab};

/// W707: the partner through whom this one joins has no agreement under which it is connected itself.
pub(in crate::rules) fn mandate_not_connected(cx: &Across<'_>, sink: &mut AcrossSink) {
    let tasks: Vec<Term> = cx.policy.terms(Vocab::CoreTask).filter(|task| cx.is(*task, Is::Connected)).collect();
    if tasks.is_empty() {
        return;
    }
    for cooperation in &cx.own().cooperations {
        let Some(name) = cooperation.via.as_deref() else { continue };
        let key = cx.policy.words().party_key(name);
        let connected = !key.is_empty() && cx.view.called(&key).any(|exports| may_be_connected(cx, exports));
        if !connected {
            let draft = AcrossDraft::at(Landmark::Via(cooperation.index)).param("name", Param::text(name));
            sink.emit(draft.param("tasks", Param::list(tasks.iter().copied())));
        }
    }
}

/// Whether a partner is connected itself, or nobody can tell.
fn may_be_connected(cx: &Across<'_>, exports: &Exports) -> bool {
    let mut tasks = exports.cooperations.iter().filter_map(|cooperation| cooperation.task);
    !exports.complete || tasks.any(|task| cx.is(task, Is::Connected))
}

/// W710: what `vervangt` names is no other agreement of this partner.
pub(in crate::rules) fn replaced_not_found(cx: &Across<'_>, sink: &mut AcrossSink) {
    let own = cx.own();
    for (index, id) in &own.replaces {
        let draft = AcrossDraft::at(Landmark::Replaces(*index)).param("id", &**id);
        if own.id.as_ref() == Some(id) {
            sink.emit(draft.case("own").variant("own"));
            continue;
        }
        let others: Vec<Other<'_>> = cx.view.with_id(Some(id)).collect();
        if others.is_empty() {
            sink.emit(draft.case("unknown"));
        } else if !others.iter().any(|other| own.partner.may_be(&other.exports.partner)) {
            let draft = draft.case("other-partner").variant("other-partner");
            sink.emit(draft.all("other", others.iter().map(|other| (other.document, Landmark::Id))));
        }
    }
}
