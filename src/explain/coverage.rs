//! The page about what the examples of a policy reach.

use super::Explainer;
use crate::proof::{Branch, Coverage};
use crate::report::sheet::{Block, Sheet};

impl Explainer<'_> {
    /// How often each rule fired, by the policy whose examples prove it, and what of it nothing fires.
    #[must_use]
    pub fn coverage(&self, all: &[Coverage]) -> Sheet {
        let own = self.policy.id();
        let mut provers: Vec<Option<&str>> = vec![Some(own)];
        for one in all {
            if !provers.contains(&one.proven_by.as_deref()) {
                provers.push(one.proven_by.as_deref());
            }
        }
        let heading = |prover: Option<&str>| match prover {
            Some(prover) if prover == own => self.say("policy-coverage-own", &[]),
            Some(other) => self.say("policy-coverage-taken", &[("policy", other.into())]),
            None => self.say("policy-coverage-unproven", &[]),
        };
        let block = |prover: Option<&str>| {
            let proven = all.iter().filter(|one| one.proven_by.as_deref() == prover);
            let lines: Vec<_> = proven.map(|one| (one.code.to_string(), self.covered(one))).collect();
            (!lines.is_empty()).then(|| Block::Named(heading(prover), lines))
        };
        let mut blocks: Vec<Block> = provers.into_iter().filter_map(block).collect();
        let missing: usize = all.iter().map(|one| one.unreached.len()).sum();
        blocks.push(Block::Text(self.say("policy-coverage-all", &[("missing", missing.into())])));
        Sheet { title: self.say("policy-coverage-title", &[]), subtitle: String::new(), blocks }
    }

    fn covered(&self, one: &Coverage) -> String {
        let args = [("fired", one.fired.into()), ("silent", one.silent.into())];
        let text = format!("`{}`: {}", one.name, self.say("policy-coverage", &args));
        if one.unreached.is_empty() {
            return text;
        }
        let branch = |branch: &Branch| {
            let (kind, name) = branch.words();
            self.say("policy-branch", &[("kind", kind.into()), ("name", name.into())])
        };
        let branches: Vec<String> = one.unreached.iter().map(branch).collect();
        let unreached = self.say("policy-unreached", &[("branches", branches.join(", ").into())]);
        format!("{text}\n{unreached}")
    }
}
