//! P: the partner's core tasks, and the cooperations that go with them (§2.1).

use std::collections::{HashMap, HashSet};

use crate::findings::{Draft, FixPlan, Spot};
use crate::fix::Change;
use crate::json::NodeId;
use crate::policy::vocabulary::{Is, Term};
use crate::rules::context::{Context, Sink};

/// P203: an unforeseen task stands beside a core task that is known beforehand.
pub(super) fn incidental_beside_core(cx: &Context<'_>, sink: &mut Sink) {
    let Some(tasks) = cx.agreement.partner.tasks.known() else { return };
    let unforeseen = |(task, _): &&(Term, NodeId)| cx.is(*task, Is::Unforeseen);
    let (Some(incidental), Some(other)) =
        (tasks.items.iter().find(unforeseen), tasks.items.iter().find(|item| !unforeseen(item)))
    else {
        return;
    };
    let draft = Draft::at(Spot::value(incidental.1))
        .param("value", incidental.0)
        .param("task", other.0)
        .related("core-task", Some(Spot::value(other.1)));
    sink.emit(draft);
}

/// P204: none of the partner's core tasks with a typical chain belongs to the stated chain.
pub(super) fn chain_mismatch(cx: &Context<'_>, sink: &mut Sink) {
    let partner = &cx.agreement.partner;
    let (Some((stated, node)), Some(tasks)) = (partner.chain.pair(), partner.tasks.known()) else { return };
    let typical: Vec<(Term, Term, NodeId)> =
        tasks.items.iter().filter_map(|(task, node)| Some((*task, cx.policy.entry(*task).chain?, *node))).collect();
    let Some((task, chain, first)) = typical.first().copied() else { return };
    if tasks.complete && typical.iter().all(|(_, chain, _)| *chain != stated) {
        let draft = Draft::at(Spot::value(node))
            .param("value", stated)
            .param("task", task)
            .param("expected", chain)
            .related("core-task", Some(Spot::value(first)));
        sink.emit(draft);
    }
}

/// P206: a cooperation's core task is not one of the partner's.
pub(super) fn undeclared(cx: &Context<'_>, sink: &mut Sink) {
    let tasks = &cx.agreement.partner.tasks;
    let Some(declared) = tasks.known().filter(|list| list.complete) else { return };
    let declared: HashSet<Term> = declared.items.iter().map(|(task, _)| *task).collect();
    for (cooperation, _) in cx.cooperations() {
        let Some((task, node)) = cooperation.task.pair() else { continue };
        if !declared.contains(&task) {
            let draft = Draft::at(Spot::value(node))
                .cooperation(cooperation.index)
                .param("task", task)
                .fix(tasks.node().map(|list| FixPlan::new([Change::Append(list, vec![cx.value(task)])])))
                .related("core-tasks", tasks.node().map(Spot::value));
            sink.emit(draft);
        }
    }
}

/// P207: two cooperations have one core task, and their descriptions do not tell them apart.
pub(super) fn duplicate(cx: &Context<'_>, sink: &mut Sink) {
    let mut earlier: HashMap<Term, Earlier<'_>> = HashMap::new();
    for cooperation in &cx.agreement.cooperation {
        let Some((task, node)) = cooperation.task.pair() else { continue };
        let same = earlier.entry(task).or_default();
        if let Some(first) = same.confused_with(cooperation.description.get()) {
            let draft = Draft::at(Spot::value(node))
                .cooperation(cooperation.index)
                .param("task", task)
                .related("first", Some(Spot::value(first)));
            sink.emit(draft);
        }
        same.add(cooperation.description.get(), node);
    }
}

/// The earlier cooperations of one core task: the nodes of their tasks, the first of each kind.
#[derive(Default)]
struct Earlier<'t> {
    first: Option<NodeId>,
    undescribed: Option<NodeId>,
    described: HashMap<&'t str, NodeId>,
}

impl<'t> Earlier<'t> {
    /// The first one from which a description does not tell a cooperation apart; one that is not known tells nothing.
    fn confused_with(&self, description: Option<&'t str>) -> Option<NodeId> {
        let Some(text) = description else { return self.first };
        let same = self.described.get(text).copied();
        // Nodes are numbered in the order of the document.
        same.into_iter().chain(self.undescribed).min()
    }

    fn add(&mut self, description: Option<&'t str>, task: NodeId) {
        match description {
            None => self.undescribed.get_or_insert(task),
            Some(text) => self.described.entry(text).or_insert(task),
        };
        self.first.get_or_insert(task);
    }
}
