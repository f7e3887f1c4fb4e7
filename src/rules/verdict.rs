//! T606 and T618: a positive advice, and going live, beside what the other rules found on the same cooperation (§4).
//!
//! These two read the raw findings of the document; which rules' findings are open points stands in their heads.

use super::assessment::is_conditional;
use std::collections::{BTreeMap, HashSet};

use crate::facts::Standing;
use crate::findings::severity::{self, Caps};
use crate::findings::{Draft, Param, Raw, Spot, order};
use crate::json::NodeId;
use crate::model::Cooperation;
use crate::policy::vocabulary::{Is, Term};
use crate::policy::{Code, Level, Policy, Rule};
use crate::rules::context::{Context, Sink};

/// The check that goes before the one on going live.
const CONTRADICTION: &str = "advice-contradicts-findings";

/// The phase by which open points are judged, whatever the document's own: execution.
const EXECUTION: usize = 2;

/// The most open points that are shown beside a finding.
const MOST_SHOWN: usize = 3;

/// T606: the advice is positive while points of this cooperation are open (§4.1).
pub(crate) fn advice_contradicts_findings(cx: &Context<'_>, raws: &[&Raw], sink: &mut Sink) {
    if !settled(cx).any(|cooperation| positive_advice(cx, cooperation).is_some()) {
        return;
    }
    let all = open_points(cx, raws, sink.code());
    for cooperation in settled(cx) {
        let (Some((advice, node)), Some(open)) = (positive_advice(cx, cooperation), all.get(&cooperation.index)) else {
            continue;
        };
        let draft = Draft::at(Spot::value(node)).cooperation(cooperation.index).param("value", advice);
        sink.emit(beside(draft.param("count", Param::count(open.len())), "finding", open));
    }
}

fn positive_advice(cx: &Context<'_>, cooperation: &Cooperation<'_>) -> Option<(Term, NodeId)> {
    cooperation.assessment.advice.pair().filter(|(advice, _)| cx.is(*advice, Is::Positive))
}

/// T618: the cooperation is live while points of it are open; not on conditions, nor where the advice is already said
/// to contradict them (§4).
pub(crate) fn live_with_open_preconditions(cx: &Context<'_>, raws: &[&Raw], sink: &mut Sink) {
    if !settled(cx).any(|cooperation| live_without_conditions(cx, cooperation).is_some()) {
        return;
    }
    let all = open_points(cx, raws, sink.code());
    let contradicted = contradicted(cx, raws);
    for cooperation in settled(cx) {
        let (Some(node), Some(open)) = (live_without_conditions(cx, cooperation), all.get(&cooperation.index)) else {
            continue;
        };
        if !contradicted.contains(&cooperation.index) {
            let draft = Draft::at(Spot::value(node)).cooperation(cooperation.index);
            let draft = draft.param("date", cx.written(node)).param("count", Param::count(open.len()));
            sink.emit(beside(draft.param("codes", codes(open)), "open-point", open));
        }
    }
}

/// The date on which the cooperation went live, where that is not after today and no conditions were set.
fn live_without_conditions(cx: &Context<'_>, cooperation: &Cooperation<'_>) -> Option<NodeId> {
    let assessment = &cooperation.assessment;
    let (_, node) = assessment.live.pair().filter(|(live, _)| live.not_after(cx.as_of))?;
    let conditional = assessment.decision.get().is_some_and(|decision| is_conditional(cx, decision));
    (!conditional).then_some(node)
}

/// The cooperations on which T606 was put: the verdicts run in the order of the catalogue.
fn contradicted(cx: &Context<'_>, raws: &[&Raw]) -> HashSet<usize> {
    let by_check = |raw: &&&Raw| cx.policy.rule(raw.code).is_some_and(|rule| &*rule.check == CONTRADICTION);
    raws.iter().filter(by_check).filter_map(|raw| raw.cooperation).collect()
}

/// The cooperations whose profile is not in doubt.
fn settled<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Cooperation<'a>> + use<'a> {
    let sound = cx.cooperations().filter(|(_, facts)| facts.standing != Standing::InDoubt);
    sound.map(|(cooperation, _)| cooperation)
}

/// The findings on which the rule rests and that are reported in execution, by cooperation, in the order of reports.
fn open_points(cx: &Context<'_>, raws: &[&Raw], code: Code) -> BTreeMap<usize, Vec<Raw>> {
    let mut open: BTreeMap<usize, Vec<Raw>> = BTreeMap::new();
    let Some(rule) = cx.policy.rule(code) else { return open };
    for raw in raws.iter().filter(|raw| counts(cx, rule, raw)) {
        if let Some(index) = raw.cooperation {
            open.entry(index).or_default().push((*raw).clone());
        }
    }
    for raws in open.values_mut() {
        order::sort(raws, cx.tree, |raw| raw);
    }
    open
}

/// Whether a finding is one on which the rule rests, and is reported in execution.
fn counts(cx: &Context<'_>, rule: &Rule, raw: &Raw) -> bool {
    rule.rests_on.contains(&raw.code) && level_in_execution(cx.policy, raw).is_some()
}

/// The level of a finding judged as in execution, whatever the document's phase and what it may be let off; `None` where it is not reported.
pub fn level_in_execution(policy: &Policy, raw: &Raw) -> Option<Level> {
    policy.rule(raw.code).and_then(|rule| severity::level(raw, rule, EXECUTION, Caps::default()))
}

/// The rules of the open points, each once, in the order of the catalogue.
fn codes(open: &[Raw]) -> Param {
    let mut codes: Vec<Code> = open.iter().map(|raw| raw.code).collect();
    codes.sort_unstable_by_key(|code| code.rank());
    codes.dedup();
    Param::list(codes.iter().map(Code::as_str))
}

/// The finding with the first open points beside it.
fn beside(draft: Draft, label: &'static str, open: &[Raw]) -> Draft {
    open.iter().take(MOST_SHOWN).fold(draft, |draft, raw| draft.related(label, Some(raw.place.spot)))
}
