//! D107: `kader` names no policy that this run has.

use super::Findings;
use super::values::{owner_key, write};
use crate::findings::{Draft, Param, Raw, Spot};
use crate::json::{NodeId, Tree};
use crate::model::keys;
use crate::policy::Policy;
use crate::text::suggest;

/// Reports a policy that is not known.
pub(super) fn report(node: NodeId, draft: Draft, findings: &mut Findings<'_>) {
    let value = findings.tree.string(node).unwrap_or_default();
    let draft = draft.param("allowed", Param::list(findings.known_policies.iter().copied()));
    let draft = match suggest::nearest_loose(value, findings.known_policies.iter().copied()) {
        Some(id) => draft.case("suggested").param("suggestion", id).fix([write(node, id)]),
        None => draft.case("unknown"),
    };
    findings.emit("unknown-policy", draft);
    debug_assert_eq!(owner_key(findings.tree, node), keys::POLICY);
}

/// The findings of a document whose `kader` names no policy and resembles none: that alone.
pub fn unknown_policy(tree: &Tree, policy: &Policy, known_policies: &[&str]) -> Vec<Raw> {
    let mut findings = Findings::new(tree, policy, known_policies);
    if let Some(node) = tree.root().and_then(|root| tree.get(root, keys::POLICY)) {
        let value = tree.string(node).unwrap_or_default();
        report(node, Draft::at(Spot::value(node)).param("value", value), &mut findings);
    }
    findings.raws
}
