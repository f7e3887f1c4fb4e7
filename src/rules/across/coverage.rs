//! P205: every core task of the partner has a cooperation somewhere (§2.1).

use super::context::{Across, AcrossSink};
use crate::findings::AcrossDraft;
use crate::model::landmark::Landmark;
use crate::policy::vocabulary::Is;

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
