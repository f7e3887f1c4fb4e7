//! P205: every core task of the partner has a cooperation somewhere (§2.1).

use std::collections::HashSet;

use super::context::{Across, AcrossSink};
use crate::findings::{AcrossDraft, FixPlan};
use crate::fix::{Change, Value};
use crate::json::{NodeId, Slot};
use crate::model::keys;
use crate::model::landmark::Landmark;
use crate::policy::vocabulary::{Is, Term};
use crate::rules::context::Context;

/// P205: a core task of the partner has no cooperation here, nor in another current document of the same partner.
pub(in crate::rules) fn not_covered(cx: &Across<'_>, sink: &mut AcrossSink) {
    let own = cx.own();
    if !own.listed || !own.complete {
        return;
    }
    let open = own.tasks.iter().filter(|(_, task)| !cx.is(*task, Is::Unforeseen) && own.on(*task).next().is_none());
    let open: Vec<_> = open.copied().collect();
    if open.is_empty() {
        return;
    }
    let mut others = cx.view.of_partner();
    // One that may be the partner's may cover a task, too.
    others.extend(cx.view.perhaps_of_partner());
    let current = || others.iter().filter(|other| other.current).map(|other| other.exports);
    if !current().all(|exports| exports.complete) {
        return;
    }
    for (index, task) in open {
        if !current().any(|exports| exports.on(task).next().is_some()) {
            sink.emit(AcrossDraft::at(Landmark::CoreTask(index)).param("task", task));
        }
    }
}

/// The fixes of P205: a cooperation for each core task that has none here, with its profile where only one fits.
pub(in crate::rules) fn fixes(cx: &Context<'_>) -> Vec<(Landmark, FixPlan)> {
    let agreement = cx.agreement;
    let (Some(tasks), Some(list)) = (agreement.partner.tasks.known(), agreement.cooperations.node()) else {
        return Vec::new();
    };
    let covered: HashSet<Term> = agreement.cooperation.iter().filter_map(|one| one.task.get()).collect();
    let open = tasks.items.iter().filter(|(task, _)| !covered.contains(task) && !cx.is(*task, Is::Unforeseen));
    open.filter_map(|(task, node)| Some((landmark(cx, *node)?, addition(cx, list, *task)))).collect()
}

fn landmark(cx: &Context<'_>, task: NodeId) -> Option<Landmark> {
    match cx.tree.slot(task) {
        Slot::Item(index) => Some(Landmark::CoreTask(index)),
        _ => None,
    }
}

fn addition(cx: &Context<'_>, list: NodeId, task: Term) -> FixPlan {
    let fitting: Vec<Term> = cx.policy.fitting(task).collect();
    let profile = match fitting.as_slice() {
        [only] => Some((keys::PROFILE, cx.value(*only))),
        _ => None,
    };
    let cooperation = Value::object([(keys::CORE_TASK, cx.value(task))].into_iter().chain(profile));
    FixPlan::new([Change::Append(list, vec![cooperation])])
}
