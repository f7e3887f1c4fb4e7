//! What an agreement is made of: who does what, where, under which profile, and how far it has come.

/// Whose move a cooperation is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// No more than a conversation.
    Exploring,
    /// Arrangements are being filled in.
    Elaborating,
    /// Formal, not assessed.
    Formal,
    /// Formal, with an advice; no standpoint yet.
    Advised(&'static str),
    /// Formal, with a standpoint.
    Decided(&'static str),
}

pub(super) use Stage::{Advised, Decided, Elaborating, Exploring, Formal};

/// Outcomes.
pub(super) const YES: &str = "gecertificeerd";
pub(super) const IF: &str = "voorwaardelijk";
pub(super) const NO: &str = "geen";

/// Profiles.
pub(super) const CORE: &str = "kernsamenwerking";
pub(super) const STRUCTURAL: &str = "structurele-samenwerking";
pub(super) const LIAISON: &str = "koppelsamenwerking";
pub(super) const STANDBY: &str = "standby-samenwerking";
pub(super) const AD_HOC: &str = "ad-hoc-aansluiting";

/// Core tasks.
pub(super) const SERVICE: &str = "hulpdienst";
pub(super) const OPERATOR: &str = "beheerder";
pub(super) const PROVIDER: &str = "dienstverlener";
pub(super) const INCIDENTAL: &str = "incidenteel";

/// One cooperation of an agreement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work {
    pub(super) task: &'static str,
    /// Empty where none has been chosen.
    pub(super) profile: &'static str,
    pub(super) about: &'static str,
}

/// One agreement.
#[derive(Debug, Clone)]
pub(super) struct Spec {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) part_of: &'static str,
    pub(super) sector: &'static str,
    pub(super) works: Vec<Work>,
    /// Numbers of regions; empty for all.
    pub(super) regions: &'static [u8],
    pub(super) intended: &'static [u8],
    pub(super) stage: Stage,
    /// The year in which it was formalised, or would be.
    pub(super) year: u16,
    /// Where it needs one; 0 for the first of the regions.
    pub(super) adoption: u8,
    pub(super) supplement_to: &'static str,
    pub(super) replaces: &'static str,
    pub(super) covenant: &'static str,
    /// The day after which it is over.
    pub(super) until: &'static str,
    /// The year of the next evaluation; 0 for none.
    pub(super) evaluated: u16,
}

impl Spec {
    pub(super) fn new(id: &'static str, name: &'static str, sector: &'static str) -> Self {
        Self {
            id,
            name,
            part_of: "",
            sector,
            works: Vec::new(),
            regions: &[],
            intended: &[],
            stage: Exploring,
            year: 2024,
            adoption: 0,
            supplement_to: "",
            replaces: "",
            covenant: "",
            until: "",
            evaluated: 0,
        }
    }

    pub(super) fn part_of(mut self, whole: &'static str) -> Self {
        self.part_of = whole;
        self
    }

    pub(super) fn does(mut self, task: &'static str, profile: &'static str, about: &'static str) -> Self {
        self.works.push(Work { task, profile, about });
        self
    }

    pub(super) fn with(mut self, regions: &'static [u8], stage: Stage, year: u16) -> Self {
        (self.regions, self.stage, self.year) = (regions, stage, year);
        self
    }

    pub(super) fn wishes(mut self, intended: &'static [u8]) -> Self {
        self.intended = intended;
        self
    }

    pub(super) fn by(mut self, adoption: u8) -> Self {
        self.adoption = adoption;
        self
    }

    pub(super) fn evaluated(mut self, year: u16) -> Self {
        self.evaluated = year;
        self
    }

    pub(super) fn adds_to(mut self, id: &'static str) -> Self {
        self.supplement_to = id;
        self
    }

    pub(super) fn replaces(mut self, id: &'static str) -> Self {
        self.replaces = id;
        self
    }

    pub(super) fn under(mut self, covenant: &'static str) -> Self {
        self.covenant = covenant;
        self
    }

    pub(super) fn until(mut self, day: &'static str) -> Self {
        self.until = day;
        self
    }
}
