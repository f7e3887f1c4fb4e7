//! What is said of a new agreement, part by part, and how each part is called.

use crate::texts::Correction;

/// A part of what is said of a new agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name of the partner.
    Partner,
    /// The core tasks.
    CoreTask,
    /// The profiles of the cooperations.
    Profile,
    /// The regions.
    Regions,
    /// The adoption region.
    Adoption,
    /// The phase.
    Phase,
    /// The id of the agreement.
    Id,
}

impl Part {
    /// Its option on a command line, without the hyphens.
    #[must_use]
    pub const fn option(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::CoreTask => "core-task",
            Self::Profile => "profile",
            Self::Regions => "regions",
            Self::Adoption => "adoption-region",
            Self::Phase => "phase",
            Self::Id => "id",
        }
    }

    /// Its key in the arguments of an editor's command.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::CoreTask => "coreTasks",
            Self::Profile => "profiles",
            Self::Adoption => "adoptionRegion",
            other => other.option(),
        }
    }
}

/// Where words come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// They stand behind options of a command line.
    Options,
    /// They stand in the arguments of an editor's command.
    Keys,
    /// They are answers to questions: what they are about need not be named.
    Answers,
}

/// What someone says of a new agreement, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The name of the partner.
    pub partner: Option<String>,
    /// The core tasks.
    pub tasks: Vec<String>,
    /// The profiles: one for all core tasks, or one for each of them in their order.
    pub profiles: Vec<String>,
    /// Profiles by their core tasks.
    pub chosen: Vec<(String, String)>,
    /// The regions, by code or name, or the word for all.
    pub regions: Vec<String>,
    /// The adoption region, by code or name.
    pub adoption: Option<String>,
    /// The phase.
    pub phase: Option<String>,
    /// The id.
    pub id: Option<String>,
}

/// What reading words gives.
pub type Reading<T> = Result<T, Correction>;
