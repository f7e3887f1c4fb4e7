//! W705, W706: a supplement and the general agreement that it adds to (§3.3).

use std::collections::BTreeSet;

use super::context::{Across, AcrossSink};
use crate::facts::{CooperationExports, Exports, Other, Stated};
use crate::findings::{AcrossDraft, Param};
use crate::model::landmark::Landmark;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Term;

/// W705: no general agreement has the id that a supplement names.
pub(in crate::rules) fn parent_not_found(cx: &Across<'_>, sink: &mut AcrossSink) {
    let Some(id) = cx.own().supplement_of.known() else { return };
    let others: Vec<Other<'_>> = cx.view.with_id(Some(id)).collect();
    // Of a document whose own `aanvullingOp` is bad nobody knows whether it is a supplement.
    if others.iter().any(|other| other.exports.supplement_of.known().is_none()) {
        return;
    }
    let itself = cx.own().id.as_ref() == Some(id);
    let case = if others.is_empty() && !itself { "unknown" } else { "supplement" };
    sink.emit(AcrossDraft::at(Landmark::SupplementOf).param("id", &**id).case(case));
}

/// W706: a supplement says what its general agreement does not.
pub(in crate::rules) fn conflicts_with_parent(cx: &Across<'_>, sink: &mut AcrossSink) {
    let Some(parent) = parent(cx) else { return };
    let id = cx.own().supplement_of.known().map(|id| &**id).unwrap_or_default();
    let pair = Pair { own: cx.own(), parent, id };
    if !parent.current {
        sink.emit(pair.draft(Landmark::SupplementOf, "not-current"));
        return;
    }
    pair.partner(sink);
    pair.regions(sink);
    for cooperation in &pair.own.cooperations {
        pair.cooperation(cooperation, sink);
    }
}

/// The one general agreement to which this document adds.
fn parent<'a>(cx: &Across<'a>) -> Option<Other<'a>> {
    let id = cx.own().supplement_of.known()?;
    let mut parents = cx.view.with_id(Some(id)).filter(|other| other.exports.supplement_of.known().is_none());
    let parent = parents.next().filter(|parent| parent.exports.is_general())?;
    parents.next().is_none().then_some(parent)
}

/// A supplement beside its general agreement.
struct Pair<'a> {
    own: &'a Exports,
    parent: Other<'a>,
    id: &'a str,
}

impl Pair<'_> {
    fn draft(&self, at: Landmark, case: &'static str) -> AcrossDraft {
        AcrossDraft::at(at).param("id", self.id).case(case)
    }

    fn related(&self, draft: AcrossDraft, label: &'static str, landmark: Landmark) -> AcrossDraft {
        draft.related(label, self.parent.document, landmark)
    }

    fn partner(&self, sink: &mut AcrossSink) {
        let (own, parent) = (&self.own.partner, &self.parent.exports.partner);
        let (Some(name), Some(other)) = (&own.name, &parent.name) else { return };
        if own.may_be(parent) {
            return;
        }
        let draft = self.draft(Landmark::PartnerName, "partner");
        let draft = draft.param("name", Param::text(name)).param("other", Param::text(other));
        sink.emit(self.related(draft, "partner", Landmark::PartnerName));
    }

    fn regions(&self, sink: &mut AcrossSink) {
        let Some(own) = self.own.regions.known() else { return };
        let lacks = |region: Region| match &self.parent.exports.regions {
            Stated::Absent => true,
            Stated::Known(bound) => bound.complete && !bound.holds(region),
            Stated::Bad => false,
        };
        let lacking: Vec<(Region, u32)> = own.regions.iter().copied().filter(|(region, _)| lacks(*region)).collect();
        if own.all && !lacking.is_empty() {
            let draft = self.draft(Landmark::Regions, "all-regions").param("count", Param::count(lacking.len()));
            sink.emit(self.related(draft, "regions", Landmark::Regions));
            return;
        }
        for (region, index) in lacking {
            let draft = self.draft(Landmark::Region(index), "region").param("region", region);
            sink.emit(self.related(draft, "regions", Landmark::Regions));
        }
    }

    fn cooperation(&self, own: &CooperationExports, sink: &mut AcrossSink) {
        let Some(task) = own.task else { return };
        let theirs: Vec<&CooperationExports> = self.parent.exports.on(task).collect();
        if theirs.is_empty() {
            if self.parent.exports.complete {
                let draft = self.draft(Landmark::Task(own.index), "core-task").param("task", task);
                sink.emit(self.related(draft, "cooperations", Landmark::Cooperations));
            }
            return;
        }
        self.profile(task, own, &theirs, sink);
        for right in [READ, WRITE] {
            if let Some(draft) = self.right(task, own, &theirs, right) {
                sink.emit(draft);
            }
        }
    }

    fn profile(&self, task: Term, own: &CooperationExports, theirs: &[&CooperationExports], sink: &mut AcrossSink) {
        let Some(profile) = own.profile.known() else { return };
        let Some(expected) = all_known(theirs, |cooperation| &cooperation.profile) else { return };
        if expected.is_empty() || expected.contains(profile) {
            return;
        }
        let draft = self.draft(Landmark::Profile(own.index), "profile");
        let mut draft = draft.param("task", task).param("profile", *profile).param("expected", Param::list(expected));
        for cooperation in theirs.iter().filter(|cooperation| cooperation.profile.known().is_some()) {
            draft = self.related(draft, "profile", Landmark::Profile(cooperation.index));
        }
        sink.emit(draft);
    }

    /// The finding of a right that is higher than the general agreement's.
    fn right(
        &self,
        task: Term,
        own: &CooperationExports,
        theirs: &[&CooperationExports],
        right: Right,
    ) -> Option<AcrossDraft> {
        let value = own.rights[right.at].known()?;
        // Rights stand lowest first.
        let most = *all_known(theirs, |cooperation| &cooperation.rights[right.at])?.last()?;
        if value.index <= most.index {
            return None;
        }
        let draft = self.draft((right.landmark)(own.index), right.case);
        let draft = draft.param("task", task).param("value", *value).param("expected", most);
        let highest = theirs.iter().filter(|cooperation| cooperation.rights[right.at].known() == Some(&most));
        Some(highest.fold(draft, |draft, theirs| self.related(draft, "right", (right.landmark)(theirs.index))))
    }
}

/// One of the two rights.
#[derive(Clone, Copy)]
struct Right {
    /// Its place among a cooperation's rights.
    at: usize,
    case: &'static str,
    landmark: fn(u32) -> Landmark,
}

const READ: Right = Right { at: 0, case: "read", landmark: Landmark::Read };
const WRITE: Right = Right { at: 1, case: "write", landmark: Landmark::Write };

/// The terms that some cooperations state, in the order of the table; `None` where one of them is bad.
fn all_known<'e>(
    cooperations: &[&'e CooperationExports],
    read: impl Fn(&'e CooperationExports) -> &'e Stated<Term>,
) -> Option<BTreeSet<Term>> {
    let stated = || cooperations.iter().map(|cooperation| read(cooperation));
    (!stated().any(Stated::is_bad)).then(|| stated().filter_map(Stated::known).copied().collect())
}
