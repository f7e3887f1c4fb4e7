//! Runs the rules of a policy over one document: once, and each rule whatever its severity is.

use crate::findings::Raw;
use crate::json::Tree;
use crate::policy::Rule;
use crate::rules::context::{Context, Sink};
use crate::rules::registry::{self, Maker};

/// The raw findings of every rule that looks at this document, those of the verdict last.
pub fn run(cx: &Context<'_>) -> Vec<Raw> {
    let mut raws = Vec::new();
    for rule in cx.policy.rules().filter(|rule| looks_at(rule, cx)) {
        if let Some(Maker::Document(function)) = registry::find(&rule.check).map(|check| check.maker) {
            let mut sink = Sink::new(rule.code);
            function(cx, &mut sink);
            raws.extend(sink.into_raws());
        }
    }
    silence(&mut raws, cx);
    judge(&mut raws, cx);
    raws
}

/// The checks that read what the others found.
fn judge(raws: &mut Vec<Raw>, cx: &Context<'_>) {
    for rule in cx.policy.rules().filter(|rule| looks_at(rule, cx)) {
        if let Some(Maker::Verdict(function)) = registry::find(&rule.check).map(|check| check.maker) {
            let mut sink = Sink::new(rule.code);
            function(cx, raws, &mut sink);
            raws.extend(sink.into_raws());
        }
    }
}

/// Whether a rule looks at the document: not where it is exempt, and not where the document is over.
fn looks_at(rule: &Rule, cx: &Context<'_>) -> bool {
    let exempt_supplement = rule.exempt.supplement && cx.facts.supplement != Some(false);
    let exempt_adhoc = rule.exempt.adhoc && cx.facts.adhoc;
    let asleep = cx.facts.over && !rule.over;
    !exempt_supplement && !exempt_adhoc && !asleep
}

/// Takes out the findings that give way to another at or below the same node.
fn silence(raws: &mut Vec<Raw>, cx: &Context<'_>) {
    let silencers: Vec<(usize, &Rule)> = raws
        .iter()
        .filter_map(|raw| Some((raw.place.spot.node()?.index(), cx.policy.rule(raw.code)?)))
        .filter(|(_, rule)| !rule.silences.is_empty())
        .collect();
    if silencers.is_empty() {
        return;
    }
    raws.retain(|raw| {
        !silencers.iter().any(|(node, rule)| rule.silences.contains(&raw.code) && at_or_below(raw, *node, cx.tree))
    });
}

fn at_or_below(raw: &Raw, node: usize, tree: &Tree) -> bool {
    let Some(own) = raw.place.spot.node() else { return false };
    own.index() == node || tree.ancestors(own).any(|ancestor| ancestor.index() == node)
}
