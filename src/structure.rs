//! The document's structure: the D rules.
//!
//! D101-D107 and D109 come from a JSON Schema, made from the format's table and the policy's tables, that the
//! `jsonschema` crate runs over our own tree. D108, D110, D111 and the D104 of `partij` are functions.

pub mod describe;
pub mod schema;

mod fields;
mod lists;
mod parties;
mod periods;
mod placeholder;
mod policy;
mod sort;
mod stub;
pub mod syntax;
mod tree_json;
mod validator;
mod values;

pub use placeholder::is_placeholder;
pub use policy::unknown_policy;
pub use tree_json::{TreeJson, TreeNode};
pub use validator::Validator;

use crate::findings::{Draft, Raw};
use crate::json::Tree;
use crate::model::reader::BadNodes;
use crate::policy::Policy;

/// What the structure of a document gives: its findings, and the nodes at which no rule looks.
#[derive(Debug)]
pub struct Structure {
    /// The findings of the D rules.
    pub raws: Vec<Raw>,
    /// The nodes with a finding about type, value, format or size.
    pub bad: BadNodes,
}

/// Checks the structure of a document; `known_policies` are the ids of the policies that this run has.
pub fn check(tree: &Tree, policy: &Policy, validator: &Validator, known_policies: &[&str]) -> Structure {
    let mut findings = Findings::new(tree, policy, known_policies);
    let faults = sort::faults(tree, validator);
    values::report(&faults, &mut findings);
    fields::report(&faults, &mut findings);
    parties::report(&mut findings);
    placeholder::report(&mut findings);
    lists::report(&mut findings);
    periods::report(&mut findings);
    Structure { raws: findings.raws, bad: findings.bad }
}

/// The findings in the making, and what they are made from.
struct Findings<'t> {
    tree: &'t Tree,
    policy: &'t Policy,
    known_policies: &'t [&'t str],
    raws: Vec<Raw>,
    bad: BadNodes,
}

impl<'t> Findings<'t> {
    fn new(tree: &'t Tree, policy: &'t Policy, known_policies: &'t [&'t str]) -> Self {
        Self { tree, policy, known_policies, raws: Vec::new(), bad: BadNodes::none(tree.len()) }
    }

    /// Puts a finding of the rule that has this check; a policy may have left the rule out.
    fn emit(&mut self, check: &str, draft: Draft) {
        if let Some(rule) = self.policy.rule_of_check(check) {
            self.raws.push(draft.of(rule.code));
        }
    }
}
