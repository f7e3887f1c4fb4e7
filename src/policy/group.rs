//! The groups of the document that a policy may use or not.

/// A part of the document format that a policy uses as a whole, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Reach and regions.
    Reach,
    /// The adoption region.
    Adoption,
    /// Rights in the shared system.
    Rights,
    /// Contacts.
    Contacts,
    /// Assessment.
    Assessment,
    /// Principles.
    Principles,
    /// Temporary cooperations.
    Temporary,
    /// Supplements to general agreements.
    Supplements,
}

impl Group {
    /// All groups, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Reach,
        Self::Adoption,
        Self::Rights,
        Self::Contacts,
        Self::Assessment,
        Self::Principles,
        Self::Temporary,
        Self::Supplements,
    ];

    /// The group's word in packs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Adoption => "adoption",
            Self::Rights => "rights",
            Self::Contacts => "contacts",
            Self::Assessment => "assessment",
            Self::Principles => "principles",
            Self::Temporary => "temporary",
            Self::Supplements => "supplements",
        }
    }

    /// Reads a group's word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.as_str() == word)
    }
}

/// The groups that a policy uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each group is switched on or off by itself")]
pub struct Groups {
    /// Reach and regions.
    pub reach: bool,
    /// The adoption region.
    pub adoption: bool,
    /// Rights in the shared system.
    pub rights: bool,
    /// Contacts.
    pub contacts: bool,
    /// Assessment.
    pub assessment: bool,
    /// Principles.
    pub principles: bool,
    /// Temporary cooperations.
    pub temporary: bool,
    /// Supplements to general agreements.
    pub supplements: bool,
}

impl Groups {
    /// Those that `used` holds of.
    pub(super) fn of(used: impl Fn(Group) -> bool) -> Self {
        Self {
            reach: used(Group::Reach),
            adoption: used(Group::Adoption),
            rights: used(Group::Rights),
            contacts: used(Group::Contacts),
            assessment: used(Group::Assessment),
            principles: used(Group::Principles),
            temporary: used(Group::Temporary),
            supplements: used(Group::Supplements),
        }
    }

    /// Whether a group is used.
    #[must_use]
    pub const fn has(self, group: Group) -> bool {
        match group {
            Group::Reach => self.reach,
            Group::Adoption => self.adoption,
            Group::Rights => self.rights,
            Group::Contacts => self.contacts,
            Group::Assessment => self.assessment,
            Group::Principles => self.principles,
            Group::Temporary => self.temporary,
            Group::Supplements => self.supplements,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, Groups};

    #[test]
    fn each_group_is_its_own_switch() {
        for group in Group::ALL {
            let groups = Groups::of(|other| other == group);
            assert_eq!(Group::ALL.map(|other| groups.has(other)), Group::ALL.map(|other| other == group));
            assert_eq!(Group::parse(group.as_str()), Some(group));
        }
    }
}
