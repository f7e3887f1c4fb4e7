//! Judges documents in two steps: each one by itself, while its tree is there; then each one beside the others.

mod conclusion;
mod document;
mod outlook;
mod register;

use std::sync::Arc;

use crate::assess::{Ask, Assessed};
use crate::config::Selection;
use crate::facts::Surroundings;
use crate::findings::fingerprint::Ordinals;
use crate::findings::severity::{self, Caps, Claim};
use crate::findings::{Accepted, Deviation, Finding, Registered};
use crate::json::{self, Kind, Limits, Tree};
use crate::model::keys;
use crate::model::landmark::DocumentId;
use crate::policy::calendar::Day;
use crate::policy::{Code, Level, Policy, Rule};
use crate::structure::syntax;
use crate::text::suggest;
use crate::workspace::policies::Loaded;

use document::One;
pub use outlook::Outlook;
use outlook::Standing;
pub(super) use outlook::range_in;

/// The check of deviations that accept nothing.
pub(super) const UNUSED: &str = "deviation-unused";

/// Judges documents by the policies of a run.
pub struct Judge {
    /// The policies of the run.
    pub policies: Arc<Vec<Arc<Loaded>>>,
    /// Those that documents may name, by their indexes; the first one serves documents that do not say which.
    pub known: Vec<usize>,
    /// The day of judgement.
    pub as_of: Day,
    /// How much of a document is read.
    pub limits: Limits,
    /// Which rules are reported, and how.
    pub selection: Selection,
    /// Whether deviations take away the findings that they cover.
    pub accepts: bool,
}

/// What became of one document.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// Its `id`, where it is stated and sound.
    pub id: Option<Box<str>>,
    /// The index of the policy by which it was judged; `None` where it names none that is known.
    pub policy: Option<usize>,
    /// The findings that no deviation accepts, in order.
    pub findings: Vec<Finding>,
    /// The deviations that are in force.
    pub deviations: Vec<Deviation>,
    /// Every deviation of the document, whatever has become of it, in the order of the document.
    pub register: Vec<Registered>,
    /// The findings that they accept, in order.
    pub accepted: Vec<Accepted>,
    /// What the tool would advise on its cooperations, where the run was asked for that.
    pub assessed: Option<Box<Assessed>>,
    /// The one current general agreement to which it adds, by its number in the run, where the run was asked to assess.
    pub(super) folds_into: Option<DocumentId>,
    /// The findings that stand in a baseline, in order; they are counted, and not shown.
    pub known: Vec<Finding>,
    /// Findings held back until rules across documents have run.
    pending: Vec<Pending>,
}

impl Judgement {
    /// The accepted findings, each with the deviation that accepts it.
    pub fn accepted(&self) -> impl Iterator<Item = (&Accepted, &Deviation)> {
        self.accepted.iter().filter_map(|accepted| Some((accepted, self.deviations.get(accepted.deviation)?)))
    }

    /// The findings that a deviation of the register accepts, in order.
    pub fn accepted_by(&self, entry: &Registered) -> impl Iterator<Item = &Finding> {
        let own = self.accepted().filter(move |(_, deviation)| deviation.index == entry.index);
        own.map(|(accepted, _)| &accepted.finding)
    }

    /// The index of the policy whose texts its findings have: that of the run where it names none that is known.
    #[must_use]
    pub fn policy_of_texts(&self) -> usize {
        self.policy.unwrap_or_default()
    }

    /// Puts a finding where it belongs: with the accepted ones where a deviation (by its index) accepts it.
    fn put(&mut self, deviation: Option<usize>, finding: Finding) {
        match deviation {
            Some(deviation) => self.accepted.push(Accepted { deviation, finding }),
            None => self.findings.push(finding),
        }
    }

    /// Gives its findings, in order, a fingerprint each of their own.
    pub(in crate::workspace) fn tell_apart(&mut self, ordinals: &mut Ordinals<'_>) {
        for finding in self.in_order() {
            finding.fingerprint = ordinals.tell_apart(finding.fingerprint);
        }
    }

    /// All findings in the order that they have whichever of them a deviation accepts.
    pub fn in_order(&mut self) -> Vec<&mut Finding> {
        let accepted = self.accepted.iter_mut().map(|accepted| &mut accepted.finding);
        let mut all: Vec<&mut Finding> = self.findings.iter_mut().chain(accepted).collect();
        all.sort_by_key(|finding| finding.place());
        all
    }
}

/// A document judged by itself.
#[derive(Debug, Default)]
pub struct Examined {
    /// What was found; rules across documents have not spoken yet.
    pub judgement: Judgement,
    /// What the second step needs; `None` where the document takes no part in it.
    pub outlook: Option<Box<Outlook>>,
}

/// That a deviation from a rule across documents is unused.
#[derive(Debug, Clone)]
struct Pending {
    /// The index in the document's list of deviations in force.
    deviation: usize,
    finding: Finding,
    case: &'static str,
}

/// How far a document is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// In full: it is reported.
    Full,
    /// Only so far that others can be judged beside it.
    Exports,
}

/// What fired, reported or not: which branch of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// The rule.
    pub code: Code,
    /// The case of its check; empty where it has none.
    pub case: &'static str,
    /// The variant of its severity or actor.
    pub variant: Option<&'static str>,
    /// The alternative of its chain of places, 0-based.
    pub choice: u8,
}

/// Who is told of everything that fires.
pub type Witness<'a> = &'a (dyn Fn(Seen) + Sync);

/// A document to be examined.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What names it where its `id` does not.
    pub path: &'a str,
    /// The world around it.
    pub surroundings: &'a dyn Surroundings,
    /// How far it is judged.
    pub depth: Depth,
    /// What is to be assessed beside; `None` for nothing.
    pub ask: Option<&'a Ask>,
}

/// The policy of a document.
#[derive(Clone, Copy)]
enum Chosen {
    /// The document names it, or nearly so.
    Named(usize),
    /// The document does not say: the first one serves.
    Unstated(usize),
    /// The document names a policy that nobody knows.
    Unknown(usize),
}

impl Judge {
    /// A judge with one policy.
    pub fn new(policy: Policy, as_of: Day) -> Self {
        Self::by(Arc::new(vec![Arc::new(Loaded::new(policy))]), as_of)
    }

    /// A judge by the policies of a run, the first of them first.
    pub fn by(policies: Arc<Vec<Arc<Loaded>>>, as_of: Day) -> Self {
        let known = (0..policies.len()).collect();
        let (limits, selection) = (Limits::default(), Selection::default());
        Self { policies, known, as_of, limits, selection, accepts: true }
    }

    /// Judges a document's bytes by itself.
    pub fn examine(&self, bytes: &[u8], subject: Subject<'_>, witness: Witness<'_>) -> Examined {
        let parsed = json::parse(bytes, self.limits);
        let ids = self.ids();
        let chosen = self.choose(&parsed.tree, &ids);
        let (Chosen::Named(index) | Chosen::Unstated(index) | Chosen::Unknown(index)) = chosen;
        let Some(loaded) = self.policies.get(index) else { return Examined::default() };
        let one = One { judge: self, loaded, index, bytes, parsed: &parsed, subject, witness };
        match chosen {
            Chosen::Unknown(_) => one.by_no_policy(&ids),
            Chosen::Named(_) => one.by_policy(&ids, Some(index)),
            Chosen::Unstated(_) => one.by_policy(&ids, None),
        }
    }

    /// The finding of a file that is over the limit: its text is not read.
    pub fn too_large(&self, limit: u64, subject: Subject<'_>, witness: Witness<'_>) -> Examined {
        let parsed = json::parse(b"", self.limits);
        let index = self.known.first().copied().unwrap_or_default();
        let Some(loaded) = self.policies.get(index) else { return Examined::default() };
        let one = One { judge: self, loaded, index, bytes: b"", parsed: &parsed, subject, witness };
        one.without_agreement(syntax::too_large(limit, &loaded.policy).into_iter().collect(), (None, None))
    }

    /// The ids of the policies that documents may name, in the order of `known`.
    fn ids(&self) -> Vec<&str> {
        self.known.iter().filter_map(|index| self.policies.get(*index)).map(|loaded| loaded.policy.id()).collect()
    }

    fn choose(&self, tree: &Tree, ids: &[&str]) -> Chosen {
        let first = self.known.first().copied().unwrap_or_default();
        let named = tree
            .root()
            .filter(|root| tree.kind(*root) == Kind::Object)
            .and_then(|root| tree.get(root, keys::POLICY))
            .filter(|node| !tree.is_bad(*node))
            .and_then(|node| tree.string(node));
        let Some(id) = named else { return Chosen::Unstated(first) };
        let position = |id: &str| ids.iter().position(|known| *known == id).and_then(|at| self.known.get(at)).copied();
        let nearly = || suggest::nearest_loose(id, ids.iter().copied()).and_then(position);
        position(id).or_else(nearly).map_or(Chosen::Unknown(first), Chosen::Named)
    }

    /// The level at which a finding is reported: the letter of its rule, then the caps, then the configuration; `None` where it is not.
    fn level(&self, claim: impl Into<Claim>, rule: &Rule, standing: Standing, reassessed: &[bool]) -> Option<Level> {
        let caps = Caps { predates: standing.predates, reassessed };
        let letter = severity::level(claim, rule, standing.phase, caps)?;
        self.selection.level(rule, letter, standing.phase)
    }
}
