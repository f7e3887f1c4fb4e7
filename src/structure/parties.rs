//! The D104 of `partij`: a signatory must be the partner, a unit, or one of the other parties as written.

use std::collections::BTreeSet;

use super::Findings;
use super::values::{owner_key, write};
use crate::findings::{Draft, Spot};
use crate::json::{Kind, NodeId};
use crate::model::keys;
use crate::policy::vocabulary::Vocab;
use crate::text::suggest;

/// The most other parties with which a stranger's name is compared, so that a damaged file costs no time.
const MOST_COMPARED: usize = 500;

/// The most comparisons of strangers with other parties in one document.
const MOST_COMPARISONS: usize = 250_000;

/// Reports signatories that are no party.
pub(super) fn report(findings: &mut Findings<'_>) {
    let tree = findings.tree;
    let Some(root) = tree.root() else { return };
    let Some(signatories) = tree.get(root, keys::SIGNATORIES) else { return };
    let Some(others) = other_parties(findings, root) else { return };
    let mut left = MOST_COMPARISONS;
    for &signatory in tree.items(signatories) {
        let Some(node) = tree.get(signatory, keys::PARTY) else { continue };
        let Some(text) = tree.string(node).filter(|_| !tree.is_bad(node)) else { continue };
        let known = findings.policy.partner_word() == Some(text)
            || findings.policy.region(text).is_some()
            || others.contains(text);
        if !known {
            let compared = others.len().min(MOST_COMPARED).min(left);
            left -= compared;
            stranger(node, text, others.iter().copied().take(compared), findings);
        }
    }
}

/// The other parties by name; `None` where that list is bad.
fn other_parties<'t>(findings: &Findings<'t>, root: NodeId) -> Option<BTreeSet<&'t str>> {
    let tree = findings.tree;
    let Some(list) = tree.get(root, keys::OTHER_PARTIES) else { return (!tree.is_broken(root)).then(BTreeSet::new) };
    if tree.kind(list) != Kind::Array || tree.is_bad(list) || tree.is_broken(list) {
        return None;
    }
    tree.items(list).iter().map(|item| tree.string(*item).filter(|_| !tree.is_bad(*item))).collect()
}

fn stranger<'o>(node: NodeId, text: &str, others: impl Iterator<Item = &'o str>, findings: &mut Findings<'o>) {
    let policy = findings.policy;
    let partner = policy.terms(Vocab::Party).map(|term| policy.name(term));
    let known = partner.chain(policy.regions().rows.iter().map(|row| &*row.code));
    let draft = Draft::at(Spot::value(node)).param("key", owner_key(findings.tree, node)).param("value", text);
    let suggestion = suggest::nearest_loose(text, known.chain(others));
    let by_name = policy.region_by_name(text).map(|region| &*policy.region_row(region).code);
    let draft = match suggestion.or(by_name) {
        Some(known) => draft.case("party-suggested").param("suggestion", known).fix([write(node, known)]),
        None => draft.case("party"),
    };
    findings.bad.mark(node);
    findings.emit("unknown-value", draft);
}
