//! The first step: one document by itself, from bytes to findings.

use std::borrow::Cow;
use std::collections::HashSet;

use super::outlook::{Outlook, Standing};
use super::register;
use super::{Depth, Examined, Judge, Judgement, Pending, Seen, Subject, UNUSED, Witness};
use crate::assess::{self, Assessed, Glance};
use crate::facts::{self, Facts};
use crate::findings::deviation::covering;
use crate::findings::finish::Finisher;
use crate::findings::raw::Detail;
use crate::findings::{Deviation, Fix, Raw, Registered, Spot, order};
use crate::json::{NodeId, Parsed, Slot, Tree};
use crate::model::landmark::Landmark;
use crate::model::reader::Reader;
use crate::model::{Agreement, read};
use crate::policy::vocabulary::Is;
use crate::policy::{Code, FixSafety, Rule};
use crate::rules::Context;
use crate::rules::deviations::Ruling;
use crate::structure::{self, syntax};
use crate::text::LineIndex;
use crate::workspace::policies::Loaded;

/// One document on its way through the first step.
pub(super) struct One<'t> {
    pub(super) judge: &'t Judge,
    pub(super) loaded: &'t Loaded,
    /// The index of that policy.
    pub(super) index: usize,
    pub(super) bytes: &'t [u8],
    pub(super) parsed: &'t Parsed,
    pub(super) subject: Subject<'t>,
    pub(super) witness: Witness<'t>,
}

/// A document without a valid phase is read as being in the second one.
const ELABORATION: usize = 1;

/// What is found in a document, before it is judged.
struct Found<'a> {
    raws: Vec<Raw>,
    /// By which deviation each finding is accepted, in the order of `raws`; short where the last ones never are.
    accepted: Vec<Option<usize>>,
    deviations: Vec<Deviation>,
    /// Every deviation of the document, with its node.
    register: Vec<(NodeId, Registered)>,
    standing: Standing,
    reassessed: &'a [bool],
}

impl One<'_> {
    fn tree(&self) -> &Tree {
        &self.parsed.tree
    }

    fn syntax(&self) -> Vec<Raw> {
        syntax::findings(self.tree(), &self.parsed.errors, self.bytes, self.judge.limits, &self.loaded.policy)
    }

    /// A document that names no policy that is known.
    pub(super) fn by_no_policy(&self, ids: &[&str]) -> Examined {
        let policy = &self.loaded.policy;
        let unknown = structure::unknown_policy(self.tree(), policy, ids);
        // Whatever the policy, a document is known by its id.
        let bad = structure::check(self.tree(), policy, &self.loaded.validator, ids).bad;
        let agreement = read::agreement(Reader { tree: self.tree(), policy, bad: &bad });
        let id = agreement.as_ref().and_then(|agreement| agreement.id.get());
        self.without_agreement(self.syntax().into_iter().chain(unknown).collect(), (None, id))
    }

    /// A document that is judged by the policy; `given` where it names it itself.
    pub(super) fn by_policy(&self, ids: &[&str], given: Option<usize>) -> Examined {
        let policy = &self.loaded.policy;
        let structure = structure::check(self.tree(), policy, &self.loaded.validator, ids);
        match read::agreement(Reader { tree: self.tree(), policy, bad: &structure.bad }) {
            Some(agreement) => self.with_agreement(structure.raws, given, &agreement),
            None => self.without_agreement(self.syntax().into_iter().chain(structure.raws).collect(), (given, None)),
        }
    }

    pub(super) fn without_agreement(&self, raws: Vec<Raw>, (policy, id): (Option<usize>, Option<&str>)) -> Examined {
        let standing = Standing { phase: ELABORATION, ..Standing::default() };
        let (accepted, deviations, register) = (Vec::new(), Vec::new(), Vec::new());
        let found = Found { raws, accepted, deviations, register, standing, reassessed: &[] };
        let text = countable(self.tree(), self.bytes);
        let lines = LineIndex::new(&text);
        let judgement = self.finish(found, &self.finisher(&text, &lines, id), id);
        Examined { judgement: Judgement { policy, ..judgement }, outlook: None }
    }

    fn with_agreement(&self, structure: Vec<Raw>, policy: Option<usize>, agreement: &Agreement<'_>) -> Examined {
        let facts = Facts::of(agreement, &self.loaded.policy, self.judge.as_of);
        let standing = Standing {
            phase: facts.phase,
            predates: facts.predates,
            local: agreement.reach.get().is_some_and(|reach| self.loaded.policy.is(reach, Is::Local)),
        };
        let text = countable(self.tree(), self.bytes);
        let lines = LineIndex::new(&text);
        let id = agreement.id.get();
        let finisher = self.finisher(&text, &lines, id);
        let exports = facts::export(self.tree(), agreement, &facts, &self.loaded.policy);
        let mut outlook = Outlook::new(self.index, exports, &finisher, (&facts).into(), standing);
        outlook.glance = self.subject.ask.is_some_and(|ask| ask.overview).then(|| Box::new(Glance::of(agreement)));
        let judgement = match self.subject.depth {
            Depth::Exports => Judgement { id: id.map(Into::into), ..Judgement::default() },
            Depth::Full => {
                let raws = self.syntax().into_iter().chain(structure).collect();
                let reassessed = reassessed(agreement, &facts);
                let cx = self.context(agreement, &facts);
                outlook.fixes = self.across_fixes(&cx, &finisher);
                let found = self.by_rules(raws, &cx, standing);
                let judgement = self.finish(Found { reassessed: &reassessed, ..found }, &finisher, id);
                Judgement { assessed: self.assessed(cx, standing.local), ..judgement }
            }
        };
        Examined { judgement: Judgement { policy, ..judgement }, outlook: Some(Box::new(outlook)) }
    }

    fn context<'a>(&'a self, agreement: &'a Agreement<'a>, facts: &'a Facts<'a>) -> Context<'a> {
        let (policy, surroundings) = (&self.loaded.policy, self.subject.surroundings);
        Context { tree: self.tree(), policy, agreement, facts, as_of: self.judge.as_of.into(), surroundings }
    }

    fn across_fixes(&self, cx: &Context<'_>, finisher: &Finisher<'_>) -> Vec<(Code, Landmark, Fix)> {
        let safety = |code| self.loaded.policy.rule(code).map_or(FixSafety::None, |rule| rule.fix);
        let fixes = self.loaded.plan.across_fixes(cx).into_iter();
        fixes.filter_map(|(code, at, fix)| Some((code, at, finisher.fix(fix, safety(code))?))).collect()
    }

    /// What the rules find, and what the document's deviations make of it.
    fn by_rules(&self, mut raws: Vec<Raw>, cx: &Context<'_>, standing: Standing) -> Found<'static> {
        let plan = &self.loaded.plan;
        raws.extend(plan.document(cx));
        let mut rulings = Ruling::all(cx, self.parsed.errors.is_empty());
        let deviations: Vec<Deviation> = rulings.iter().filter_map(|ruling| ruling.in_force(cx)).collect();
        let mut accepted = self.weigh(&raws, &deviations, &mut rulings);
        let open: Vec<&Raw> =
            raws.iter().zip(&accepted).filter(|(_, accepted)| accepted.is_none()).map(|(raw, _)| raw).collect();
        let verdicts = plan.verdicts(cx, &open);
        accepted.extend(self.weigh(&verdicts, &deviations, &mut rulings));
        raws.extend(verdicts);
        raws.extend(plan.deviations(cx, &rulings));
        let register = register::of(cx, &rulings, |ruling| self.across(ruling.rule.map(|rule| rule.code)));
        Found { raws, accepted, deviations, register, standing, reassessed: &[] }
    }

    /// What the tool would advise, where that is asked for.
    fn assessed(&self, cx: Context<'_>, local: bool) -> Option<Box<Assessed>> {
        let ask = self.subject.ask?;
        let broken = !self.parsed.errors.is_empty();
        let rulings = Ruling::all(&cx, !broken);
        let in_force = rulings.iter().filter_map(|ruling| ruling.in_force(&cx));
        let deviations: Vec<Deviation> = in_force.filter(|_| self.judge.accepts).collect();
        let plan = &self.loaded.plan;
        let as_of = self.judge.as_of;
        let subject = assess::Subject { cx, plan, deviations: &deviations, as_of, local, broken };
        Some(Box::new(assess::document(&subject, ask)))
    }

    /// Which deviation accepts each finding, and marks those that cover one as used.
    fn weigh(&self, raws: &[Raw], deviations: &[Deviation], rulings: &mut [Ruling<'_>]) -> Vec<Option<usize>> {
        if deviations.is_empty() {
            return vec![None; raws.len()];
        }
        let rules: HashSet<Code> = deviations.iter().map(|deviation| deviation.rule).collect();
        let mut weigh = |raw: &Raw| {
            if !rules.contains(&raw.code) {
                return None;
            }
            let subject = raw.subject_pointer(self.tree());
            let mut first = None;
            for at in covering(deviations, raw.code, &subject) {
                first.get_or_insert(at);
                let index = deviations[at].index;
                rulings
                    .iter_mut()
                    .filter(|ruling| ruling.deviation.index == index)
                    .for_each(|ruling| ruling.used = true);
            }
            first.filter(|_| self.judge.accepts)
        };
        raws.iter().map(&mut weigh).collect()
    }

    fn finisher<'f>(&'f self, text: &'f str, lines: &'f LineIndex, id: Option<&'f str>) -> Finisher<'f> {
        Finisher::new(self.tree(), (text, lines), id.unwrap_or(self.subject.path))
    }

    /// Puts the findings in order, gives each its level and place, and splits off the accepted ones.
    fn finish(&self, found: Found<'_>, finisher: &Finisher<'_>, id: Option<&str>) -> Judgement {
        let placed =
            |(node, entry): (NodeId, Registered)| Registered { range: finisher.range_of(Spot::value(node)), ..entry };
        let register = found.register.into_iter().map(placed).collect();
        let (id, deviations) = (id.map(Into::into), found.deviations);
        let mut judgement = Judgement { id, deviations, register, ..Judgement::default() };
        let accepted = found.accepted.into_iter().chain(std::iter::repeat(None));
        let mut raws: Vec<(Raw, Option<usize>)> = found.raws.into_iter().zip(accepted).collect();
        order::sort(&mut raws, self.tree(), |(raw, _)| raw);
        judgement.findings.reserve_exact(raws.len());
        let policy = &self.loaded.policy;
        for (raw, deviation) in raws {
            let Some(rule) = policy.rule(raw.code) else { continue };
            let level = self.judge.level(&raw, rule, found.standing, found.reassessed);
            let waits = self.waits(&raw, rule, &judgement.deviations);
            if waits.is_none() {
                let Raw { code, detail: Detail { case, variant, place, .. } } = &raw;
                (self.witness)(Seen { code: *code, case, variant: *variant, choice: place.choice });
            }
            let Some(level) = level else { continue };
            let actor = found.standing.actor(policy, rule, raw.variant, raw.actor);
            let case = raw.case;
            let finding = finisher.finish(raw, (level, actor), rule.fix);
            match waits {
                Some(deviation) => judgement.pending.push(Pending { deviation, finding, case }),
                None => judgement.put(deviation, finding),
            }
        }
        judgement
    }

    /// The deviation that is unused only where no rule across documents has a finding that it covers.
    fn waits(&self, raw: &Raw, rule: &Rule, deviations: &[Deviation]) -> Option<usize> {
        if &*rule.check != UNUSED {
            return None;
        }
        let Slot::Item(index) = raw.place.spot.node().map(|node| self.tree().slot(node))? else { return None };
        let at = deviations.binary_search_by_key(&(index as usize), |deviation| deviation.index).ok()?;
        self.across(Some(deviations[at].rule)).then_some(at)
    }

    /// Whether a rule is one across documents.
    fn across(&self, rule: Option<Code>) -> bool {
        self.loaded.plan.rules_across().any(|code| Some(code) == rule)
    }
}

/// The text of a tree; where the bytes are not UTF-8, what stands before the first offending byte, and one character
/// in its place.
fn countable<'t>(tree: &'t Tree, bytes: &[u8]) -> Cow<'t, str> {
    if !tree.text().is_empty() || bytes.is_empty() {
        return Cow::Borrowed(tree.text());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Owned(text.to_owned()),
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).and_then(|sound| std::str::from_utf8(sound).ok());
            Cow::Owned(format!("{}?", sound.unwrap_or_default()))
        }
    }
}

/// Which cooperations, by their index in the document, have a running reassessment.
fn reassessed(agreement: &Agreement<'_>, facts: &Facts<'_>) -> Vec<bool> {
    let length = agreement.cooperation.iter().map(|cooperation| cooperation.index + 1).max().unwrap_or_default();
    let mut running = vec![false; length];
    for (cooperation, facts) in agreement.cooperation.iter().zip(&facts.cooperations) {
        if let Some(slot) = running.get_mut(cooperation.index) {
            *slot = facts.reassessment_runs;
        }
    }
    running
}
