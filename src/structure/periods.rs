//! D111: a period ends before it begins.

use super::Findings;
use super::values::owner_key;
use crate::findings::{Draft, Spot};
use crate::json::NodeId;
use crate::model::keys;
use crate::policy::calendar::Date;

/// Reports periods that end before they begin.
pub(super) fn report(findings: &mut Findings<'_>) {
    let tree = findings.tree;
    let Some(root) = tree.root() else { return };
    let cooperations = tree.get(root, keys::COOPERATIONS).map(|list| tree.items(list)).unwrap_or_default();
    let term = tree.get(root, keys::TERM);
    let used = findings.policy.groups().temporary;
    let temporary = cooperations.iter().filter(|_| used).filter_map(|item| tree.get(*item, keys::TEMPORARY));
    let periods: Vec<NodeId> = term.into_iter().chain(temporary).collect();
    for period in periods {
        period_of(period, findings);
    }
}

fn period_of(period: NodeId, findings: &mut Findings<'_>) {
    let tree = findings.tree;
    let date = |key| {
        let node = tree.get(period, key).filter(|node| !tree.is_bad(*node))?;
        let text = tree.string(node)?;
        Some((Date::parse(text)?, node, text))
    };
    let (Some((from, from_node, from_text)), Some((until, until_node, until_text))) =
        (date(keys::FROM), date(keys::UNTIL))
    else {
        return;
    };
    if until.before(from) {
        let draft = Draft::at(Spot::value(until_node))
            .param("key", owner_key(tree, period))
            .param("start", from_text)
            .param("end", until_text)
            .related("start", Some(Spot::value(from_node)));
        findings.emit("period-reversed", draft);
    }
}
