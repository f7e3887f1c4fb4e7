//! The words of the pack's tables for lists and for the engine's meanings.

use super::group::Group;
use super::vocabulary::{Is, Vocab};

/// How often a meaning stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// Exactly once, where the policy uses the group.
    Once,
    /// At most once.
    AtMostOnce,
    /// As often as the policy likes.
    Any,
}

/// The meanings: the word, the lists in which it may stand, and how often there.
pub(super) const MEANINGS: [(&str, Is, &[Vocab], Times); 24] = [
    ("arranged", Is::Arranged, &[Vocab::Status], Times::Once),
    ("not-arranged", Is::NotArranged, &[Vocab::Status], Times::Once),
    ("positive", Is::Positive, &[Vocab::Outcome], Times::Once),
    ("conditional", Is::Conditional, &[Vocab::Outcome], Times::Once),
    ("negative", Is::Negative, &[Vocab::Outcome], Times::Once),
    ("exploration", Is::Exploration, &[Vocab::Phase], Times::Once),
    ("elaboration", Is::Elaboration, &[Vocab::Phase], Times::Once),
    ("execution", Is::Execution, &[Vocab::Phase], Times::Once),
    ("seconded", Is::Seconded, &[Vocab::Role], Times::AtMostOnce),
    ("unforeseen", Is::Unforeseen, &[Vocab::CoreTask], Times::Any),
    ("connected", Is::Connected, &[Vocab::CoreTask], Times::Any),
    ("board", Is::Board, &[Vocab::Body, Vocab::Actor], Times::AtMostOnce),
    ("parties", Is::Parties, &[Vocab::Body], Times::AtMostOnce),
    ("via", Is::Via, &[Vocab::Route], Times::AtMostOnce),
    ("through-partner", Is::ThroughPartner, &[Vocab::Through], Times::AtMostOnce),
    ("partial", Is::Partial, &[Vocab::Scope], Times::Once),
    ("whole", Is::Whole, &[Vocab::Scope], Times::Once),
    ("picture", Is::Picture, &[Vocab::Principle], Times::AtMostOnce),
    ("partner", Is::Partner, &[Vocab::Actor, Vocab::Responsible, Vocab::Party], Times::Once),
    ("region", Is::Region, &[Vocab::Actor, Vocab::Responsible], Times::Once),
    ("adoption-region", Is::AdoptionRegion, &[Vocab::Actor], Times::AtMostOnce),
    ("assessor", Is::Assessor, &[Vocab::Actor], Times::AtMostOnce),
    ("joint", Is::Joint, &[Vocab::Responsible], Times::Once),
    ("local", Is::Local, &[Vocab::Reach], Times::Any),
];

impl Vocab {
    /// All lists, in the order of their numbers.
    pub const ALL: [Self; 20] = [
        Self::CoreTask,
        Self::Profile,
        Self::Reach,
        Self::Phase,
        Self::Chain,
        Self::Organisation,
        Self::ReadRight,
        Self::WriteRight,
        Self::Role,
        Self::Route,
        Self::Through,
        Self::Dimension,
        Self::Status,
        Self::Responsible,
        Self::Scope,
        Self::Principle,
        Self::Outcome,
        Self::Body,
        Self::Actor,
        Self::Party,
    ];

    /// The list's word in `vocabulary.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CoreTask => "core-task",
            Self::Profile => "profile",
            Self::Reach => "reach",
            Self::Phase => "phase",
            Self::Chain => "chain",
            Self::Organisation => "organisation",
            Self::ReadRight => "read-right",
            Self::WriteRight => "write-right",
            Self::Role => "role",
            Self::Route => "route",
            Self::Through => "through",
            Self::Dimension => "dimension",
            Self::Status => "status",
            Self::Responsible => "responsible",
            Self::Scope => "scope",
            Self::Principle => "principle",
            Self::Outcome => "outcome",
            Self::Body => "body",
            Self::Actor => "actor",
            Self::Party => "party",
        }
    }

    /// The group to which the list belongs as a whole; `None` for lists that every policy may have.
    #[must_use]
    pub const fn group(self) -> Option<Group> {
        match self {
            Self::Reach => Some(Group::Reach),
            Self::ReadRight | Self::WriteRight => Some(Group::Rights),
            Self::Role => Some(Group::Contacts),
            Self::Principle => Some(Group::Principles),
            Self::Outcome | Self::Body => Some(Group::Assessment),
            _ => None,
        }
    }

    /// The list's number, from 0.
    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

impl Is {
    /// The meaning's word in `vocabulary.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        MEANINGS.iter().find(|(_, is, ..)| *is == self).map_or("", |(word, ..)| word)
    }
}

#[cfg(test)]
mod tests {
    use super::Vocab;

    #[test]
    fn lists_are_numbered_in_order() {
        for (i, vocab) in Vocab::ALL.into_iter().enumerate() {
            assert_eq!(vocab.index(), i, "{vocab:?}");
        }
    }
}
