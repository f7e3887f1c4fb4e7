//! Raw findings: what a check saw, before anybody judged how severe it is.

use crate::findings::param::{Named, Param};
use crate::findings::place::{Place, Spot};
use crate::fix::Change;
use crate::json::{NodeId, Tree, pointer};
use crate::policy::Code;
use crate::policy::vocabulary::Term;

/// The most related places that a finding keeps.
pub(super) const MOST_RELATED: usize = 20;

/// A related place with the name of its label in the rule's texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The key under `related` in the rule's texts.
    pub label: &'static str,
    /// Where, in the same document.
    pub spot: Spot,
}

/// A fix before it is written: changes that are made together or not at all. Whether it is safe, the rule's file says.
#[derive(Debug, Clone, PartialEq)]
pub struct FixPlan {
    /// What is changed.
    pub changes: Vec<Change>,
    /// Parameters of its title beside those of the finding.
    pub params: Vec<Named>,
}

impl FixPlan {
    /// A fix by these changes.
    pub fn new(changes: impl IntoIterator<Item = Change>) -> Self {
        Self { changes: changes.into_iter().collect(), params: Vec::new() }
    }

    /// A parameter of its title.
    #[must_use]
    pub fn param(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push((name, value.into()));
        self
    }
}

/// Something absent that a finding is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The node below which it would stand.
    pub base: NodeId,
    /// The pointer that it would have from there.
    pub tail: Box<str>,
}

impl Subject {
    /// The pointer that it would have from the root, RFC 6901.
    pub fn pointer(&self, tree: &Tree) -> String {
        tree.pointer(self.base) + &self.tail
    }
}

/// What a check says of a finding; which rule it belongs to is added by who runs the check.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// Where it points, and by which alternative of the chain.
    pub place: Place,
    /// What it is about; `None` where that is the place itself.
    pub subject: Option<Subject>,
    /// The parameters of its texts.
    pub params: Vec<Named>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// What would mend it.
    pub fixes: Vec<FixPlan>,
    /// The variant for severity and actor, as the rule's file names it.
    pub variant: Option<&'static str>,
    /// The branch of the check that saw it, for the coverage of examples.
    pub case: &'static str,
    /// Who must act, where the check knows.
    pub actor: Option<Term>,
    /// The index of the cooperation that it is about.
    pub cooperation: Option<usize>,
    /// The order of the policy's tables among findings of one rule at one place.
    pub rank: u32,
    /// What tells it apart from others of the same rule and subject.
    pub distinct: Option<Box<str>>,
    /// Gives way to an agreement that predates the policy, although its rule's family does not.
    pub lenient: bool,
}

/// A finding before it is judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Raw {
    /// The rule.
    pub code: Code,
    /// What its check says.
    pub detail: Detail,
}

impl Raw {
    /// The pointer of what it is about, RFC 6901.
    pub fn subject_pointer(&self, tree: &Tree) -> String {
        match &self.detail.subject {
            Some(subject) => subject.pointer(tree),
            None => self.detail.place.spot.pointer(tree),
        }
    }
}

impl std::ops::Deref for Raw {
    type Target = Detail;

    fn deref(&self) -> &Detail {
        &self.detail
    }
}

/// A raw finding in the making; the sink adds the rule's code.
#[derive(Debug)]
pub struct Draft(Detail);

impl Draft {
    /// A finding at a place.
    pub fn at(place: impl Into<Place>) -> Self {
        Self(Detail {
            place: place.into(),
            subject: None,
            params: Vec::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            variant: None,
            case: "",
            actor: None,
            cooperation: None,
            rank: 0,
            distinct: None,
            lenient: false,
        })
    }

    /// The subject is something absent: the pointer that it would have below `base`.
    #[must_use]
    pub fn absent(mut self, base: NodeId, tokens: &[&str]) -> Self {
        let tail = tokens.iter().fold(String::new(), |path, token| pointer::join(&path, token)).into();
        self.0.subject = Some(Subject { base, tail });
        self
    }

    /// A parameter of the rule's texts.
    #[must_use]
    pub fn param(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.0.params.push((name, value.into()));
        self
    }

    /// A related place, where it stands; the first 20 are kept.
    #[must_use]
    pub fn related(mut self, label: &'static str, spot: Option<Spot>) -> Self {
        if let Some(spot) = spot
            && self.0.related.len() < MOST_RELATED
        {
            self.0.related.push(Related { label, spot });
        }
        self
    }

    /// Fixes, each of which mends it.
    #[must_use]
    pub fn fix(mut self, fixes: impl IntoIterator<Item = FixPlan>) -> Self {
        self.0.fixes.extend(fixes);
        self
    }

    /// The variant that the rule's file maps to a level or an actor.
    #[must_use]
    pub fn variant(mut self, variant: Option<&'static str>) -> Self {
        self.0.variant = variant;
        self
    }

    /// The branch of the check; also the text's parameter `case`.
    #[must_use]
    pub fn case(mut self, case: &'static str) -> Self {
        self.0.case = case;
        self.param("case", Param::Word(case))
    }

    /// Who must act.
    #[must_use]
    pub fn actor(mut self, actor: Option<Term>) -> Self {
        self.0.actor = actor;
        self
    }

    /// The cooperation that it is about.
    #[must_use]
    pub fn cooperation(mut self, index: usize) -> Self {
        self.0.cooperation = Some(index);
        self
    }

    /// Its order among findings of the same rule at the same place.
    #[must_use]
    pub fn rank(mut self, rank: usize) -> Self {
        self.0.rank = u32::try_from(rank).unwrap_or(u32::MAX);
        self
    }

    /// What tells it apart from others of the same rule and subject.
    #[must_use]
    pub fn distinct(mut self, text: &str) -> Self {
        self.0.distinct = Some(text.into());
        self
    }

    /// Gives way to an agreement that predates the policy, although its rule's family does not.
    #[must_use]
    pub fn lenient(mut self, lenient: bool) -> Self {
        self.0.lenient = lenient;
        self
    }

    /// The finding of a rule.
    #[must_use]
    pub fn of(self, code: Code) -> Raw {
        Raw { code, detail: self.0 }
    }
}
