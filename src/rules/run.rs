//! Runs the rules of a policy, each once and whatever its severity is: over one document, over what was found in it, and across documents.

use std::collections::HashSet;

use crate::facts::Facts;
use crate::findings::{Across as AcrossFinding, FixPlan, Raw};
use crate::json::{NodeId, Tree};
use crate::model::landmark::Landmark;
use crate::policy::{Code, Exempt, Policy, Rule};
use crate::rules::across::{Across, AcrossSink};
use crate::rules::context::{Context, Sink};
use crate::rules::deviations::Ruling;
use crate::rules::registry::{
    self, AcrossCheck, AcrossFixes, Check, DeviationCheck, DocumentCheck, Maker, VerdictCheck,
};

/// The rules of a policy with the functions that check them, bound once for all documents.
#[derive(Default)]
pub struct Plan {
    documents: Vec<Step<DocumentCheck>>,
    verdicts: Vec<Step<VerdictCheck>>,
    across: Vec<Step<AcrossCheck>>,
    deviations: Vec<Step<DeviationCheck>>,
}

/// What of a document decides which rules look at it.
#[derive(Debug, Clone, Copy)]
pub struct DocumentKind {
    /// Whether it is a supplement; `None` where nobody can tell.
    pub supplement: Option<bool>,
    /// Whether every cooperation is temporary.
    pub adhoc: bool,
    /// Whether its term has passed.
    pub over: bool,
    /// Whether another document has replaced it.
    pub replaced: bool,
}

impl From<&Facts<'_>> for DocumentKind {
    /// Whether it is replaced, the document itself cannot tell.
    fn from(facts: &Facts<'_>) -> Self {
        Self { supplement: facts.supplement, adhoc: facts.adhoc, over: facts.over, replaced: false }
    }
}

/// A rule with its function, and where it is silent.
struct Step<F> {
    code: Code,
    function: F,
    exempt: Exempt,
    over: bool,
    replaced: bool,
    whole: bool,
    fixes: Option<AcrossFixes>,
}

impl<F> Step<F> {
    fn new(rule: &Rule, check: &Check, function: F) -> Self {
        let Rule { code, exempt, over, replaced, .. } = *rule;
        Self { code, function, exempt, over, replaced, whole: check.whole, fixes: check.fixes }
    }

    /// Whether the rule looks at a document: not where it is exempt, and not where the document is not current.
    fn looks_at(&self, kind: DocumentKind) -> bool {
        let exempt_supplement = self.exempt.supplement && kind.supplement != Some(false);
        let exempt_adhoc = self.exempt.adhoc && kind.adhoc;
        let asleep = (kind.over && !self.over) || (kind.replaced && !self.replaced);
        !exempt_supplement && !exempt_adhoc && !asleep
    }
}

impl Plan {
    /// Binds the rules of a policy.
    pub fn new(policy: &Policy) -> Self {
        let mut plan = Self::default();
        for rule in policy.rules() {
            let Some(check) = registry::find(&rule.check) else { continue };
            match check.maker {
                Maker::Document(function) => plan.documents.push(Step::new(rule, check, function)),
                Maker::Verdict(function) => plan.verdicts.push(Step::new(rule, check, function)),
                Maker::Across(function) => plan.across.push(Step::new(rule, check, function)),
                Maker::Deviation(function) => plan.deviations.push(Step::new(rule, check, function)),
                Maker::Structure => {}
            }
        }
        plan
    }

    /// The raw findings of the rules of one document, without those that give way to others.
    pub fn document(&self, cx: &Context<'_>) -> Vec<Raw> {
        let mut raws = Vec::new();
        for step in self.documents.iter().filter(|step| step.looks_at(cx.facts.into())) {
            let mut sink = Sink::new(step.code);
            (step.function)(cx, &mut sink);
            raws.extend(sink.into_raws());
        }
        silence(&mut raws, cx);
        raws
    }

    /// The verdicts on the findings that no deviation accepts; a later verdict sees the earlier ones.
    pub fn verdicts(&self, cx: &Context<'_>, open: &[&Raw]) -> Vec<Raw> {
        let mut verdicts: Vec<Raw> = Vec::new();
        for step in self.verdicts.iter().filter(|step| step.looks_at(cx.facts.into())) {
            let mut sink = Sink::new(step.code);
            let all: Vec<&Raw> = open.iter().copied().chain(&verdicts).collect();
            (step.function)(cx, &all, &mut sink);
            verdicts.extend(sink.into_raws());
        }
        verdicts
    }

    /// What is to be said about the deviations themselves.
    pub fn deviations(&self, cx: &Context<'_>, rulings: &[Ruling<'_>]) -> Vec<Raw> {
        let mut raws = Vec::new();
        for step in self.deviations.iter().filter(|step| step.looks_at(cx.facts.into())) {
            let mut sink = Sink::new(step.code);
            (step.function)(cx, rulings, &mut sink);
            raws.extend(sink.into_raws());
        }
        raws
    }

    /// What one document and those around it say together.
    pub fn across(&self, cx: &Across<'_>, kind: DocumentKind) -> Vec<AcrossFinding> {
        let mut findings = Vec::new();
        for step in self.across.iter().filter(|step| step.looks_at(kind) && (cx.view.whole || !step.whole)) {
            let mut sink = AcrossSink::new(step.code);
            (step.function)(cx, &mut sink);
            findings.extend(sink.into_findings());
        }
        findings
    }

    /// What would mend findings of rules across documents in this document, each with its rule and where it would be.
    pub fn across_fixes(&self, cx: &Context<'_>) -> Vec<(Code, Landmark, FixPlan)> {
        let with = |step: &Step<AcrossCheck>| Some((step.code, (step.fixes?)(cx)));
        let all = self.across.iter().filter(|step| step.looks_at(cx.facts.into())).filter_map(with);
        all.flat_map(|(code, fixes)| fixes.into_iter().map(move |(at, fix)| (code, at, fix))).collect()
    }

    /// The rules across documents.
    pub fn rules_across(&self) -> impl Iterator<Item = Code> {
        self.across.iter().map(|step| step.code)
    }

    /// The rules that need the whole context.
    pub fn rules_on_the_whole(&self) -> impl Iterator<Item = Code> {
        self.across.iter().filter(|step| step.whole).map(|step| step.code)
    }
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
