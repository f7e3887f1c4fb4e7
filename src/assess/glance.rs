//! What the overview needs of a document beyond what it exports: small, owned, and taken while the tree is there.

use crate::model::field::Field;
use crate::model::{Agreement, Cooperation};
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Term;

/// What the overview needs of a document beyond its exports.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// `partner.onderdeelVan` as written, where it is known.
    pub part_of: Option<Box<str>>,
    /// The known regions of `beoogdeRegios`, sorted.
    pub intended: Box<[Region]>,
    /// `evaluatie.volgende`, where it is known.
    pub evaluation: Option<Date>,
    /// What is said of each cooperation, in the order of the exports.
    pub cooperations: Box<[Said]>,
}

/// What a document says of a cooperation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// `profiel`, where it is known; also where it is in doubt.
    pub profile: Option<Term>,
    /// What the body that decides said.
    pub standpoint: Option<Verdict>,
    /// What those who assessed said.
    pub advice: Option<Verdict>,
}

/// What was said after an assessment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Who said it.
    pub by: By,
    /// What.
    pub outcome: Term,
    /// When, where that is known.
    pub date: Option<Date>,
}

/// Who speaks after an assessment; what counts less comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Those who assessed, in an advice.
    Advice,
    /// The body that decides, in a standpoint.
    Standpoint,
}

impl Glance {
    /// A glance at a document.
    pub fn of(agreement: &Agreement<'_>) -> Self {
        Self {
            part_of: agreement.partner.part_of.get().map(Into::into),
            intended: agreement.intended.known().map(|units| units.distinct.as_slice().into()).unwrap_or_default(),
            evaluation: agreement.next_evaluation.get(),
            cooperations: agreement.cooperation.iter().map(Said::of).collect(),
        }
    }
}

impl Said {
    fn of(cooperation: &Cooperation<'_>) -> Self {
        let assessment = &cooperation.assessment;
        let verdict = |by, outcome: Field<Term>, date: Field<Date>| {
            outcome.get().map(|outcome| Verdict { by, outcome, date: date.get() })
        };
        Self {
            profile: cooperation.profile.get(),
            standpoint: verdict(By::Standpoint, assessment.decision, assessment.standpoint_date),
            advice: verdict(By::Advice, assessment.advice, assessment.advice_date),
        }
    }

    /// The standpoint, else the advice.
    pub fn verdict(&self) -> Option<Verdict> {
        self.standpoint.or(self.advice)
    }

    /// What it says, and where it says nothing what another one does.
    #[must_use]
    pub fn over(self, under: Self) -> Self {
        Self {
            profile: self.profile.or(under.profile),
            standpoint: self.standpoint.or(under.standpoint),
            advice: self.advice.or(under.advice),
        }
    }
}

impl Verdict {
    /// Whether it counts more than another: a standpoint more than an advice, then the later one, one with a date more than one without.
    pub fn counts_more(&self, other: &Self) -> bool {
        let day = |verdict: &Self| verdict.date.map(|date| (date.last, date.first));
        (self.by, day(self)) > (other.by, day(other))
    }
}
