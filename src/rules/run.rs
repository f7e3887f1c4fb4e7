//! Runs the rules of a policy over one document: once, and each rule whatever its severity is.

use std::collections::HashSet;

use crate::facts::Facts;
use crate::findings::Raw;
use crate::json::{NodeId, Tree};
use crate::policy::{Code, Exempt, Policy, Rule};
use crate::rules::context::{Context, Sink};
use crate::rules::registry::{self, DocumentCheck, Maker, VerdictCheck};

/// The rules of a policy with the functions that check them, bound once for all documents.
pub struct Plan {
    documents: Vec<Step<DocumentCheck>>,
    verdicts: Vec<Step<VerdictCheck>>,
}

/// A rule with its function, and where it is silent.
struct Step<F> {
    code: Code,
    function: F,
    exempt: Exempt,
    over: bool,
}

impl<F> Step<F> {
    fn new(rule: &Rule, function: F) -> Self {
        Self { code: rule.code, function, exempt: rule.exempt, over: rule.over }
    }

    /// Whether the rule looks at the document: not where it is exempt, and not where the document is over.
    fn looks_at(&self, facts: &Facts<'_>) -> bool {
        let exempt_supplement = self.exempt.supplement && facts.supplement != Some(false);
        let exempt_adhoc = self.exempt.adhoc && facts.adhoc;
        let asleep = facts.over && !self.over;
        !exempt_supplement && !exempt_adhoc && !asleep
    }
}

impl Plan {
    /// Binds the rules of a policy.
    pub fn new(policy: &Policy) -> Self {
        let mut plan = Self { documents: Vec::new(), verdicts: Vec::new() };
        for rule in policy.rules() {
            match registry::find(&rule.check).map(|check| check.maker) {
                Some(Maker::Document(function)) => plan.documents.push(Step::new(rule, function)),
                Some(Maker::Verdict(function)) => plan.verdicts.push(Step::new(rule, function)),
                Some(Maker::Structure) | None => {}
            }
        }
        plan
    }
}

/// The raw findings of every rule that looks at this document, those of the verdict last.
pub fn run(cx: &Context<'_>, plan: &Plan) -> Vec<Raw> {
    let mut raws = Vec::new();
    for step in plan.documents.iter().filter(|step| step.looks_at(cx.facts)) {
        let mut sink = Sink::new(step.code);
        (step.function)(cx, &mut sink);
        raws.extend(sink.into_raws());
    }
    silence(&mut raws, cx);
    for step in plan.verdicts.iter().filter(|step| step.looks_at(cx.facts)) {
        let mut sink = Sink::new(step.code);
        (step.function)(cx, &raws, &mut sink);
        raws.extend(sink.into_raws());
    }
    raws
}

/// Takes out the findings that give way to another at or below the same node.
fn silence(raws: &mut Vec<Raw>, cx: &Context<'_>) {
    let mut silenced: HashSet<(Code, NodeId)> = HashSet::new();
    for raw in raws.iter() {
        if let (Some(node), Some(rule)) = (raw.place.spot.node(), cx.policy.rule(raw.code)) {
            silenced.extend(rule.silences.iter().map(|code| (*code, node)));
        }
    }
    if !silenced.is_empty() {
        raws.retain(|raw| !gives_way(raw, &silenced, cx.tree));
    }
}

/// Whether a finding stands at or below a node at which its rule is silenced.
fn gives_way(raw: &Raw, silenced: &HashSet<(Code, NodeId)>, tree: &Tree) -> bool {
    let Some(node) = raw.place.spot.node() else { return false };
    std::iter::once(node).chain(tree.ancestors(node)).any(|node| silenced.contains(&(raw.code, node)))
}
