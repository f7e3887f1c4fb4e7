//! What a rule sees, and where it puts what it found.

use crate::facts::{CooperationFacts, Facts, Surroundings};
use crate::findings::{Chain, Draft, FixPlan, Param, Raw, Spot};
use crate::fix::{self, Change, Step, Value};
use crate::json::{NodeId, Tree};
use crate::model::{Agreement, Cooperation};
use crate::policy::calendar::Date;
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{Code, Policy};

/// What a rule sees of one document.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document's tree, for places.
    pub tree: &'a Tree,
    /// The policy by which it is judged.
    pub policy: &'a Policy,
    /// The typed view of it.
    pub agreement: &'a Agreement<'a>,
    /// What was derived from it.
    pub facts: &'a Facts<'a>,
    /// The day of judgement.
    pub as_of: Date,
    /// The world around it.
    pub surroundings: &'a dyn Surroundings,
}

impl<'a> Context<'a> {
    /// A chain of places.
    pub fn at(&self) -> Chain<'a> {
        Chain::new(self.tree)
    }

    /// "key of X": its key where it is a member, else its opening bracket.
    pub fn key_of(&self, node: NodeId) -> Spot {
        Spot::key_of(self.tree, node)
    }

    /// A member of the root, where it stands.
    pub fn top(&self, key: &str) -> Option<NodeId> {
        self.tree.get(self.agreement.root, key)
    }

    /// Each cooperation with its facts.
    pub fn cooperations(&self) -> impl Iterator<Item = (&'a Cooperation<'a>, &'a CooperationFacts<'a>)> + use<'a> {
        self.agreement.cooperation.iter().zip(&self.facts.cooperations)
    }

    /// Whether a date is before the day of judgement.
    pub fn past(&self, date: Date) -> bool {
        date.before(self.as_of)
    }

    /// Whether a date is after the day of judgement.
    pub fn future(&self, date: Date) -> bool {
        self.as_of.before(date)
    }

    /// The day of judgement, for texts.
    pub fn today(&self) -> Param {
        Param::code(&self.as_of.first.to_string())
    }

    /// Whether a term of the vocabulary has a meaning to the engine.
    pub fn is(&self, term: Term, meaning: Is) -> bool {
        self.policy.is(term, meaning)
    }

    /// The actor with a meaning to the engine.
    pub fn actor(&self, meaning: Is) -> Option<Term> {
        self.policy.find(Vocab::Actor, meaning)
    }

    /// An identifier as a value.
    pub fn value(&self, term: Term) -> Value {
        self.policy.name(term).into()
    }

    /// The fix that writes an identifier in the place of a value; it may not be what the author means.
    pub fn set(&self, node: NodeId, term: Term) -> FixPlan {
        FixPlan::new([Change::Replace(node, self.value(term))])
    }

    /// The fixes that each write one of some identifiers, which their titles have as the parameter `name`.
    pub fn set_each(&self, node: NodeId, name: &'static str, terms: impl IntoIterator<Item = Term>) -> Vec<FixPlan> {
        terms.into_iter().map(|term| self.set(node, term).param(name, term)).collect()
    }

    /// The fix that puts members into the object at the end of a way; none where something else is in the way.
    pub fn put<'p>(
        &self,
        object: NodeId,
        way: &[Step<'p>],
        members: impl IntoIterator<Item = (Step<'p>, Value)>,
    ) -> Option<FixPlan> {
        fix::put(self.tree, object, way, members).map(FixPlan::new)
    }

    /// A date as the document writes it.
    pub fn written(&self, node: NodeId) -> &'a str {
        self.tree.string(node).unwrap_or_default()
    }
}

/// Where a rule puts what it found.
#[derive(Debug)]
pub struct Sink {
    code: Code,
    raws: Vec<Raw>,
}

impl Sink {
    /// A sink for one rule.
    pub fn new(code: Code) -> Self {
        Self { code, raws: Vec::new() }
    }

    /// The rule that runs.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Puts a finding.
    pub fn emit(&mut self, draft: Draft) {
        self.raws.push(draft.of(self.code));
    }

    /// What was put.
    pub fn into_raws(self) -> Vec<Raw> {
        self.raws
    }
}
