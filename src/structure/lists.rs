//! D110: a list holds an entry twice.

use std::collections::HashMap;

use super::Findings;
use super::values::owner_key;
use crate::findings::{Draft, FixPlan, Spot};
use crate::fix::Change;
use crate::json::{NodeId, Tree};
use crate::model::keys;
use crate::policy::{Group, Groups};

/// Reports entries that stand twice in the lists whose entries should be different.
pub(super) fn report(findings: &mut Findings<'_>) {
    for list in lists(findings.tree, findings.policy.groups()) {
        repeated(list, findings);
    }
}

/// The lists whose entries should be different, in the order of the document format.
fn lists(tree: &Tree, groups: Groups) -> Vec<NodeId> {
    let Some(root) = tree.root() else { return Vec::new() };
    let below = |object: Option<NodeId>, key| object.and_then(|object| tree.get(object, key));
    let within = |group, object: Option<NodeId>, key| below(object.filter(|_| groups.has(group)), key);
    let adoption = within(Group::Adoption, Some(root), keys::ADOPTION);
    let partner = tree.get(root, keys::PARTNER);
    [
        below(Some(root), keys::REPLACES),
        below(partner, keys::CORE_TASKS),
        within(Group::Reach, partner, keys::WORK_AREA),
        within(Group::Reach, Some(root), keys::REGIONS),
        within(Group::Reach, Some(root), keys::INTENDED_REGIONS),
        below(Some(root), keys::OTHER_PARTIES),
        below(adoption, keys::CONSULTED),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn repeated(list: NodeId, findings: &mut Findings<'_>) {
    let tree = findings.tree;
    let mut first: HashMap<&str, NodeId> = HashMap::new();
    for &item in tree.items(list) {
        let Some(text) = tree.string(item).filter(|_| !tree.is_bad(item) && !findings.bad.contains(item)) else {
            continue;
        };
        if let Some(earlier) = first.get(text) {
            let draft = Draft::at(Spot::value(item))
                .param("key", owner_key(tree, item))
                .param("value", text)
                .fix([FixPlan::new([Change::Remove(item)])])
                .related("first", Some(Spot::value(*earlier)));
            findings.emit("duplicate-entry", draft);
        } else {
            first.insert(text, item);
        }
    }
}
