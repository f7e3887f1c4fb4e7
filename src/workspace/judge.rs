//! Judges one document: the whole flow from bytes to findings.

use std::borrow::Cow;

use crate::facts::{Facts, Surroundings};
use crate::findings::finish::Finisher;
use crate::findings::severity::{Caps, level};
use crate::findings::{Finding, Raw, order};
use crate::json::{self, Kind, Limits, Tree};
use crate::model::reader::Reader;
use crate::model::{Agreement, keys, read};
use crate::policy::calendar::Day;
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{ActorSpec, FileFault, Level, Library, Policy, Rule, engine, netcentric};
use crate::rules::registry::CHECKS;
use crate::rules::{self, Context, Plan};
use crate::structure::{self, Validator, syntax};
use crate::text::LineIndex;
use crate::text::suggest;
use crate::workspace::selection::Selection;

/// A policy with the validator of its documents.
pub struct Loaded {
    /// The policy.
    pub policy: Policy,
    /// Its compiled schema.
    pub validator: Validator,
    /// Its rules with their checks.
    pub plan: Plan,
}

impl Loaded {
    /// Makes a policy ready to judge by.
    pub fn new(policy: Policy) -> Self {
        Self { validator: Validator::new(&policy), plan: Plan::new(&policy), policy }
    }
}

/// Judges documents by the policies of a run.
pub struct Judge {
    /// The policies; the first one serves documents that do not say which.
    pub policies: Vec<Loaded>,
    /// The day of judgement.
    pub as_of: Day,
    /// How much of a document is read.
    pub limits: Limits,
    /// Which rules are reported, and how.
    pub selection: Selection,
}

/// What became of one document.
#[derive(Debug, Default)]
pub struct Judgement {
    /// Its `id`, where it is stated and sound.
    pub id: Option<Box<str>>,
    /// The index of the policy by which it was judged; `None` where it names none that is known.
    pub policy: Option<usize>,
    /// The findings, in order.
    pub findings: Vec<Finding>,
}

/// The policy of a document.
#[derive(Clone, Copy)]
enum Chosen {
    /// The document names it, or nearly so.
    Named(usize),
    /// The document does not say: the first one serves.
    Unstated,
    /// The document names a policy that nobody knows.
    Unknown,
}

impl Chosen {
    /// The index of the policy that the document gives.
    fn given(self) -> Option<usize> {
        match self {
            Self::Named(index) => Some(index),
            Self::Unstated | Self::Unknown => None,
        }
    }
}

/// The policy that the program carries, with the engine's own rules.
///
/// # Errors
/// The faults of the pack; a test holds that there are none.
pub fn embedded_policy() -> Result<Policy, Vec<FileFault>> {
    let checks: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    Policy::load(&netcentric(), &Library { packs: &[engine()], checks: Some(&checks) })
}

impl Judge {
    /// A judge with one policy.
    pub fn new(policy: Policy, as_of: Day) -> Self {
        Self { policies: vec![Loaded::new(policy)], as_of, limits: Limits::default(), selection: Selection::default() }
    }

    /// The findings of a document's bytes; `path` names it where its `id` does not.
    pub fn judge(&self, bytes: &[u8], path: &str, surroundings: &dyn Surroundings) -> Judgement {
        self.judge_before(bytes, path, surroundings, &mut |_| {})
    }

    /// As [`Judge::judge`], before a witness who sees every raw finding in order, reported or not.
    pub fn judge_before(
        &self,
        bytes: &[u8],
        path: &str,
        surroundings: &dyn Surroundings,
        witness: &mut dyn FnMut(Testimony<'_>),
    ) -> Judgement {
        let parsed = json::parse(bytes, self.limits);
        let tree = &parsed.tree;
        let ids: Vec<&str> = self.policies.iter().map(|loaded| loaded.policy.id()).collect();
        let chosen = self.choose(tree, &ids);
        let given = chosen.given();
        let Some(loaded) = self.policies.get(given.unwrap_or_default()) else { return Judgement::default() };
        let raws = syntax::findings(tree, &parsed.errors, bytes, self.limits, &loaded.policy);
        let mut one = One { judge: self, tree, text: countable(tree, bytes), path, loaded, witness };
        match chosen {
            Chosen::Unknown => {
                let unknown = structure::unknown_policy(tree, &loaded.policy, &ids);
                one.without_agreement(raws.into_iter().chain(unknown).collect(), None)
            }
            Chosen::Named(_) | Chosen::Unstated => {
                let structure = structure::check(tree, &loaded.policy, &loaded.validator, &ids);
                let raws = raws.into_iter().chain(structure.raws).collect();
                let reader = Reader { tree, policy: &loaded.policy, bad: &structure.bad };
                match read::agreement(reader) {
                    Some(agreement) => one.with_agreement(raws, given, &agreement, surroundings),
                    None => one.without_agreement(raws, given),
                }
            }
        }
    }

    /// The finding of a file that is over the limit: its text is not read.
    pub fn too_large(&self, limit: u64, path: &str) -> Judgement {
        self.too_large_before(limit, path, &mut |_| {})
    }

    /// As [`Judge::too_large`], before a witness.
    pub fn too_large_before(&self, limit: u64, path: &str, witness: &mut dyn FnMut(Testimony<'_>)) -> Judgement {
        let parsed = json::parse(b"", self.limits);
        let Some(loaded) = self.policies.first() else { return Judgement::default() };
        let mut one = One { judge: self, tree: &parsed.tree, text: Cow::Borrowed(""), path, loaded, witness };
        one.without_agreement(syntax::too_large(limit, &loaded.policy).into_iter().collect(), None)
    }

    fn choose(&self, tree: &Tree, ids: &[&str]) -> Chosen {
        let named = tree
            .root()
            .filter(|root| tree.kind(*root) == Kind::Object)
            .and_then(|root| tree.get(root, keys::POLICY))
            .filter(|node| !tree.is_bad(*node))
            .and_then(|node| tree.string(node));
        let position = |id: &str| self.policies.iter().position(|loaded| loaded.policy.id() == id);
        let Some(id) = named else { return Chosen::Unstated };
        let nearly = || suggest::nearest_loose(id, ids.iter().copied()).and_then(position);
        position(id).or_else(nearly).map_or(Chosen::Unknown, Chosen::Named)
    }
}

/// One document on its way through the judge.
struct One<'t> {
    judge: &'t Judge,
    tree: &'t Tree,
    /// The text in which places are counted.
    text: Cow<'t, str>,
    path: &'t str,
    loaded: &'t Loaded,
    witness: &'t mut dyn FnMut(Testimony<'_>),
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

/// What a witness sees of a raw finding.
#[derive(Clone, Copy)]
pub struct Testimony<'a> {
    /// The finding.
    pub raw: &'a Raw,
    /// The document.
    pub tree: &'a Tree,
    /// Its level; `None` where it is not reported.
    pub level: Option<Level>,
}

/// What of a document bears on levels and actors.
struct Standing<'a> {
    phase: usize,
    caps: Caps<'a>,
    local: bool,
    id: Option<&'a str>,
}

/// A document without a valid phase is read as being in the second one.
const ELABORATION: usize = 1;

impl One<'_> {
    fn without_agreement(&mut self, raws: Vec<Raw>, policy: Option<usize>) -> Judgement {
        let standing = Standing { phase: ELABORATION, caps: Caps::default(), local: false, id: None };
        self.finish(raws, policy, &standing)
    }

    fn with_agreement(
        &mut self,
        mut raws: Vec<Raw>,
        policy: Option<usize>,
        agreement: &Agreement<'_>,
        surroundings: &dyn Surroundings,
    ) -> Judgement {
        let facts = Facts::of(agreement, &self.loaded.policy, self.judge.as_of);
        let as_of = self.judge.as_of.into();
        let cx =
            Context { tree: self.tree, policy: &self.loaded.policy, agreement, facts: &facts, as_of, surroundings };
        raws.extend(rules::run(&cx, &self.loaded.plan));
        let reassessed = reassessed(agreement, &facts);
        let standing = Standing {
            phase: facts.phase,
            caps: Caps { predates: facts.predates, reassessed: &reassessed },
            local: agreement.reach.get().is_some_and(|reach| self.loaded.policy.is(reach, Is::Local)),
            id: agreement.id.get(),
        };
        self.finish(raws, policy, &standing)
    }

    fn finish(&mut self, mut raws: Vec<Raw>, policy: Option<usize>, standing: &Standing<'_>) -> Judgement {
        if raws.is_empty() {
            return Judgement { id: standing.id.map(Into::into), policy, findings: Vec::new() };
        }
        order::sort(&mut raws, self.tree);
        let lines = LineIndex::new(&self.text);
        let name = standing.id.unwrap_or(self.path);
        let finisher = Finisher { tree: self.tree, text: &self.text, lines: &lines, name };
        let mut findings = Vec::with_capacity(raws.len());
        for raw in raws {
            let Some(rule) = self.loaded.policy.rule(raw.code) else { continue };
            let letter = level(&raw, rule, standing.phase, standing.caps);
            let level = letter.and_then(|letter| self.judge.selection.level(rule, letter, standing.phase));
            (self.witness)(Testimony { raw: &raw, tree: self.tree, level });
            if let Some(level) = level {
                let actor = self.actor(&raw, rule, standing.local);
                findings.push(finisher.finish(raw, level, actor));
            }
        }
        Judgement { id: standing.id.map(Into::into), policy, findings }
    }

    /// Who must act. Where the reach is local, the region stands in for the adoption region, and in an assessment
    /// for the national board.
    fn actor(&self, raw: &Raw, rule: &Rule, local: bool) -> Option<Term> {
        let spec = raw.variant.and_then(|variant| rule.actor_when(variant)).unwrap_or(rule.actor);
        let actor = match spec {
            ActorSpec::None => None,
            ActorSpec::Fixed(term) => Some(term),
            ActorSpec::FromCheck => raw.actor,
        }?;
        let board = self.loaded.policy.is(actor, Is::Board) && rule.code.family() == 'T';
        let stands_in = local && (board || self.loaded.policy.is(actor, Is::AdoptionRegion));
        if stands_in { self.loaded.policy.find(Vocab::Actor, Is::Region) } else { Some(actor) }
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
