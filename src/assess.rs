//! What agreements amount to: what the tool would advise on each cooperation, from what its rules find, and the national overview
//! ([`Overview`]). Values only, no prose.
//!
//! [`document`] weighs the cooperations of one document in the first step of judging, while its tree is there: which of the preconditions
//! are met, what else stands in the way, which outcome follows ([`Advice`]), what other profiles that fit still lack, and whose move it
//! is. It judges as in execution, whatever the phase. A supplement is weighed as a document of its own, made by [`fold`] from its general
//! agreement and itself.
//!
//! A run does this only when it is asked to ([`Ask`]); then the judgement of each document has its [`Assessed`].

mod counterpart;
pub mod difference;
pub mod fold;
pub mod glance;
mod note;
pub mod overview;
mod steps;
mod tally;
mod weigh;

pub use difference::{Difference, Outline, Outlined, Version};
pub use glance::Glance;
pub use note::Note;
pub use overview::Overview;
pub use steps::{Move, Step, sorted};
pub use tally::{Excused, Met, Open, OpenBecause, Tally};
pub use weigh::{Subject, document};

use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{Policy, Precondition};

/// What a run is asked to assess.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// The profile that every cooperation is judged by that it fits, by its identifier; `None`: each by its own.
    pub profile: Option<Box<str>>,
    /// Whether the other profiles and the next steps are left out: the outcomes are all that is wanted.
    pub outcomes_only: bool,
    /// Whether the overview of the documents is made, too.
    pub overview: bool,
    /// Whether the document is a supplement folded into its general agreement: what rules say of it beyond the outcome is then an artefact,
    /// and left out of the next steps.
    pub folded: bool,
}

/// What the tool would advise; never a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Positive.
    Positive,
    /// Positive on conditions.
    Conditional,
    /// Negative.
    Negative,
}

impl Outcome {
    /// All there are, the best first.
    pub const ALL: [Self; 3] = [Self::Positive, Self::Conditional, Self::Negative];

    /// The engine's word for it.
    #[must_use]
    pub const fn is(self) -> Is {
        match self {
            Self::Positive => Is::Positive,
            Self::Conditional => Is::Conditional,
            Self::Negative => Is::Negative,
        }
    }

    /// The policy's term for it; `None` where it has none.
    #[must_use]
    pub fn term(self, policy: &Policy) -> Option<Term> {
        policy.find(Vocab::Outcome, self.is())
    }
}

/// Why there is no outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// A cooperation of this profile cannot be assessed.
    NotAssessable,
    /// No profile is stated.
    ProfileMissing,
    /// What is stated as profile is none.
    ProfileBad,
    /// The profile does not fit the core task.
    InDoubt,
    /// The document is broken: what stands in it is not completely known.
    Broken,
    /// A supplement, and not exactly one current general agreement has the id that it names.
    NoParent,
    /// A supplement whose general agreement is broken, or could not be read again.
    ParentBroken,
}

impl Why {
    /// All there are.
    pub const ALL: [Self; 7] = [
        Self::NotAssessable,
        Self::ProfileMissing,
        Self::ProfileBad,
        Self::InDoubt,
        Self::Broken,
        Self::NoParent,
        Self::ParentBroken,
    ];

    /// The word in `json`, and in the ids of texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAssessable => "not-assessable",
            Self::ProfileMissing => "profile-missing",
            Self::ProfileBad => "profile-bad",
            Self::InDoubt => "in-doubt",
            Self::Broken => "broken",
            Self::NoParent => "no-parent",
            Self::ParentBroken => "parent-broken",
        }
    }
}

/// The outcome of a cooperation, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// This outcome.
    Outcome(Outcome),
    /// None.
    None(Why),
}

impl Advice {
    /// The outcome, where there is one.
    #[must_use]
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Outcome(outcome) => Some(outcome),
            Self::None(_) => None,
        }
    }

    /// Why there is none.
    #[must_use]
    pub const fn why(self) -> Option<Why> {
        match self {
            Self::Outcome(_) => None,
            Self::None(why) => Some(why),
        }
    }
}

/// Whether a document still counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Currency {
    /// It does.
    #[default]
    Current,
    /// Its term, or that of all its temporary cooperations, has passed.
    Over,
    /// Another document has replaced it.
    Replaced,
}

impl Currency {
    /// The word in `json`, and in the ids of texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Over => "over",
            Self::Replaced => "replaced",
        }
    }
}

/// What the tool would advise on the cooperations of a document.
///
/// One that is not current is weighed all the same, as if it were; who wants current ones only looks at `currency`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assessed {
    /// Whether the document still counts.
    pub currency: Currency,
    /// `partner.naam`, where it is known.
    pub partner: Option<Box<str>>,
    /// The general agreement that a supplement names, by its id; `None` for a general agreement.
    pub parent: Option<Box<str>>,
    /// The cooperations that the document states, in its order. Of a supplement only its own, each as it is within the general agreement.
    pub cooperations: Box<[Cooperation]>,
    /// What is to be done about the agreement as a whole, by actor and date.
    pub steps: Box<[Step]>,
}

impl Assessed {
    /// The advice on the cooperation of an index in `samenwerkingen`; `None` where no such cooperation could be read.
    #[must_use]
    pub fn advice(&self, index: usize) -> Option<Advice> {
        self.cooperations.iter().find(|cooperation| cooperation.index == index).map(|cooperation| cooperation.advice)
    }

    /// Every finding that it tells of.
    pub fn notes_mut(&mut self) -> Vec<&mut Note> {
        let cooperations = self.cooperations.iter_mut().flat_map(Cooperation::notes_mut);
        cooperations.chain(self.steps.iter_mut().filter_map(Step::note_mut)).collect()
    }

    /// Every text that it has from its document, beside those of findings.
    pub fn texts_mut(&mut self) -> Vec<&mut Box<str>> {
        let Self { partner, parent, cooperations, steps, .. } = self;
        let own = partner.iter_mut().chain(parent).chain(steps.iter_mut().flat_map(Step::texts_mut));
        own.chain(cooperations.iter_mut().flat_map(Cooperation::texts_mut)).collect()
    }
}

/// By which profile a cooperation was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supposed {
    /// By its own: nothing else was asked.
    Own,
    /// By the one that was asked about.
    Asked,
    /// By its own, for the one that was asked about does not fit the core task, or the policy does not know it.
    NotFitting,
}

/// What the tool would advise on one cooperation.
#[derive(Debug, Clone, PartialEq)]
pub struct Cooperation {
    /// 0-based, in `samenwerkingen`.
    pub index: usize,
    /// `kerntaak`, where it is known.
    pub task: Option<Term>,
    /// The profile by which it was judged; `None` where it has none.
    pub profile: Option<Term>,
    /// Whether that is its own.
    pub supposed: Supposed,
    /// The outcome, or why there is none.
    pub advice: Advice,
    /// What is met and what is open; `None` where nothing can be counted: no profile, or a supplement without its general agreement.
    pub tally: Option<Tally>,
    /// What is in the way of the next outcome; `None` where the outcome is the best, or where there is none.
    pub next: Option<Next>,
    /// The other profiles that fit the core task, in the order of the policy's table.
    pub others: Box<[Other]>,
    /// What is to be done, by actor and date.
    pub steps: Box<[Step]>,
}

impl Cooperation {
    /// Every finding that it tells of.
    pub fn notes_mut(&mut self) -> Vec<&mut Note> {
        let tallies = self.tally.iter_mut().chain(self.others.iter_mut().map(|other| &mut other.tally));
        let next = self.next.iter_mut().flat_map(|next| next.obstacles.iter_mut());
        tallies.flat_map(Tally::notes_mut).chain(next).chain(self.steps.iter_mut().filter_map(Step::note_mut)).collect()
    }
}

impl Cooperation {
    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Box<str>> {
        let tallies = self.tally.iter_mut().chain(self.others.iter_mut().map(|other| &mut other.tally));
        let next = self.next.iter_mut().flat_map(|next| next.obstacles.iter_mut()).filter_map(|note| note.due.as_mut());
        tallies.flat_map(Tally::texts_mut).chain(next).chain(self.steps.iter_mut().flat_map(Step::texts_mut))
    }
}

/// What is in the way of the next outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// That outcome.
    pub outcome: Outcome,
    /// How many of the open preconditions must be met before.
    pub preconditions: usize,
    /// The findings that stand in its way beside them.
    pub obstacles: Box<[Note]>,
}

/// How a cooperation would stand under another profile that fits its core task.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// The profile.
    pub profile: Term,
    /// What the tool would advise then.
    pub advice: Advice,
    /// What would be met and what open.
    pub tally: Tally,
}

impl Other {
    /// The preconditions that are still open, in the order of the table.
    pub fn lacks(&self) -> impl Iterator<Item = Precondition> {
        self.tally.open.iter().map(|open| open.precondition)
    }
}
