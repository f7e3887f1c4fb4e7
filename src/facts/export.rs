//! Makes the exports of a document, and finds its landmarks.

use crate::json::{NodeId, Slot, Tree};
use crate::model::agreement::Covenant;
use crate::model::field::{Field, List, Units};
use crate::model::landmark::Landmark;
use crate::model::{Agreement, Cooperation, keys};
use crate::policy::Policy;
use crate::policy::vocabulary::{Is, Term};

use super::exports::{Bound, CooperationExports, CovenantExports, Ending, Exports, Stated};
use super::identity::PartnerIdentity;
use super::{CooperationFacts, Facts, Standing};

/// The landmarks of a document with their nodes.
pub type Landmarks = Vec<(Landmark, NodeId)>;

/// What a document exports, and where its landmarks are, sorted.
pub fn export(tree: &Tree, agreement: &Agreement<'_>, facts: &Facts<'_>, policy: &Policy) -> (Exports, Landmarks) {
    let mut exporter = Exporter { tree, policy, marks: Vec::with_capacity(32) };
    let exports = exporter.document(agreement, facts);
    exporter.marks.sort_unstable();
    (exports, exporter.marks)
}

struct Exporter<'t> {
    tree: &'t Tree,
    policy: &'t Policy,
    marks: Landmarks,
}

impl Exporter<'_> {
    fn document(&mut self, agreement: &Agreement<'_>, facts: &Facts<'_>) -> Exports {
        self.mark(Landmark::Id, agreement.id.node());
        self.mark(Landmark::SupplementOf, agreement.supplement_of.node());
        self.mark(Landmark::Covenant, agreement.covenant.id.node());
        self.mark(Landmark::PartnerName, agreement.partner.name.node());
        self.mark(Landmark::Reach, agreement.reach.node());
        self.mark(Landmark::AdoptionRegion, agreement.adoption.region.node());
        self.mark(Landmark::Cooperations, agreement.cooperations.node());
        let pairs = agreement.cooperation.iter().zip(&facts.cooperations);
        let cooperations: Box<[_]> = pairs.map(|(cooperation, facts)| self.cooperation(cooperation, facts)).collect();
        let listed = agreement.cooperations.known().is_some_and(|list| list.complete);
        let missing = agreement.cooperations.is_absent();
        Exports {
            id: agreement.id.get().map(Into::into),
            supplement_of: stated(agreement.supplement_of.map(Into::into)),
            formal: facts.formal,
            ending: ending(agreement, facts),
            since: agreement.from.or(agreement.formalised).get(),
            replaces: self.replaces(&agreement.replaces),
            partner: PartnerIdentity::of(&agreement.partner, self.policy),
            tasks: self.tasks(&agreement.partner.tasks),
            reach: agreement.reach.get(),
            regions: self.regions(&agreement.regions),
            adoption: agreement.adoption.region.get(),
            covenant: covenant(&agreement.covenant),
            listed,
            complete: missing || (listed && cooperations.iter().all(|cooperation| cooperation.task.is_some())),
            cooperations,
        }
    }

    fn mark(&mut self, landmark: Landmark, node: Option<NodeId>) {
        self.marks.extend(node.map(|node| (landmark, node)));
    }

    fn replaces(&mut self, list: &Field<List<&str>>) -> Box<[(u32, Box<str>)]> {
        let items = list.known().map(|list| list.items.as_slice()).unwrap_or_default();
        let read = |(id, node): &(&str, NodeId)| {
            let index = self.index(*node);
            self.mark(Landmark::Replaces(index), Some(*node));
            (index, (*id).into())
        };
        items.iter().map(read).collect()
    }

    /// Each core task once, where it first stands.
    fn tasks(&mut self, list: &Field<List<Term>>) -> Box<[(u32, Term)]> {
        let items = list.known().map(|list| list.items.as_slice()).unwrap_or_default();
        let mut tasks: Vec<(u32, Term)> = Vec::with_capacity(items.len().min(8));
        for (task, node) in items {
            if tasks.iter().all(|(_, seen)| seen != task) {
                let index = self.index(*node);
                self.mark(Landmark::CoreTask(index), Some(*node));
                tasks.push((index, *task));
            }
        }
        tasks.into()
    }

    fn regions(&mut self, units: &Field<Units>) -> Stated<Bound> {
        self.mark(Landmark::Regions, units.node());
        match units {
            Field::Absent => Stated::Absent,
            Field::Bad => Stated::Bad,
            Field::Known(units, _) if units.all => {
                let regions = units.distinct.iter().map(|region| (*region, 0)).collect();
                Stated::Known(Bound { all: true, complete: true, regions })
            }
            Field::Known(units, _) => {
                let pairs = units.distinct.iter().zip(&units.nodes);
                let read = |(region, node): (&_, &NodeId)| {
                    let index = self.index(*node);
                    self.mark(Landmark::Region(index), Some(*node));
                    (*region, index)
                };
                Stated::Known(Bound { all: false, complete: units.complete, regions: pairs.map(read).collect() })
            }
        }
    }

    fn cooperation(&mut self, cooperation: &Cooperation<'_>, facts: &CooperationFacts<'_>) -> CooperationExports {
        let index = u32::try_from(cooperation.index).unwrap_or(u32::MAX);
        let (joining, rights) = (&cooperation.joining, cooperation.rights);
        let through = joining.through_kind.get().filter(|kind| self.policy.is(*kind, Is::ThroughPartner));
        let via = through.and_then(|_| joining.through_name.pair());
        self.mark(Landmark::Task(index), cooperation.task.node());
        self.mark(Landmark::Profile(index), cooperation.profile.node());
        self.mark(Landmark::Read(index), rights.read.node());
        self.mark(Landmark::Write(index), rights.write.node());
        self.mark(Landmark::Via(index), via.map(|(_, node)| node));
        let doubted = facts.standing == Standing::InDoubt;
        CooperationExports {
            index,
            task: cooperation.task.get(),
            written: self.written(cooperation),
            profile: if doubted { Stated::Bad } else { stated(cooperation.profile) },
            description: cooperation.description.get().map(Into::into),
            rights: [stated(rights.read), stated(rights.write)],
            via: via.map(|(name, _)| name.into()),
        }
    }

    /// The core task as written, where it is a text and no known core task.
    fn written(&self, cooperation: &Cooperation<'_>) -> Option<Box<str>> {
        if cooperation.task.is_known() {
            return None;
        }
        self.tree.get(cooperation.node, keys::CORE_TASK).and_then(|node| self.tree.string(node)).map(Into::into)
    }

    /// The index of a list's item.
    fn index(&self, item: NodeId) -> u32 {
        match self.tree.slot(item) {
            Slot::Item(index) => index,
            Slot::Root | Slot::Member(_) => 0,
        }
    }
}

fn stated<T>(field: Field<T>) -> Stated<T> {
    match field {
        Field::Absent => Stated::Absent,
        Field::Bad => Stated::Bad,
        Field::Known(value, _) => Stated::Known(value),
    }
}

fn ending(agreement: &Agreement<'_>, facts: &Facts<'_>) -> Ending {
    let ends = agreement.cooperation.iter().map(|cooperation| cooperation.temporary.until.get());
    let temporary: Option<Box<[_]>> = if facts.adhoc { ends.collect() } else { None };
    Ending { until: agreement.until.get(), temporary: temporary.unwrap_or_default() }
}

fn covenant(covenant: &Covenant<'_>) -> Option<Box<CovenantExports>> {
    let known = |field: Field<&str>| field.get().map(Into::into);
    let texts = [covenant.title, covenant.legal_basis, covenant.source].map(known);
    covenant.id.get().map(|id| Box::new(CovenantExports { id: id.into(), texts }))
}
