//! Landmarks: the values of a document at which findings across documents point.

use super::keys;
use crate::json::pointer;

/// A value of a document, by its place in the format. Indexes are 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Landmark {
    /// `/id`
    Id,
    /// `/aanvullingOp`
    SupplementOf,
    /// `/convenant/id`
    Covenant,
    /// An item of `/vervangt`
    Replaces(u32),
    /// `/partner/naam`
    PartnerName,
    /// An item of `/partner/kerntaken`
    CoreTask(u32),
    /// `/reikwijdte`
    Reach,
    /// `/regios`
    Regions,
    /// An item of `/regios`
    Region(u32),
    /// `/adoptieregio/regio`
    AdoptionRegion,
    /// `/samenwerkingen`
    Cooperations,
    /// A cooperation's `kerntaak`
    Task(u32),
    /// A cooperation's `profiel`
    Profile(u32),
    /// A cooperation's `lcms.lezen`
    Read(u32),
    /// A cooperation's `lcms.schrijven`
    Write(u32),
    /// A cooperation's `aansluiting.via.naam`
    Via(u32),
}

impl Landmark {
    /// Its JSON Pointer from the root, RFC 6901.
    pub fn pointer(self) -> String {
        self.path(|index| index.to_string())
    }

    /// Its pointer with the index of a list's item replaced by what `name` makes of it.
    pub fn path(self, name: impl FnOnce(u32) -> String) -> String {
        let index = self.index().map(name).unwrap_or_default();
        let tokens: &[&str] = match self {
            Self::Id => &[keys::ID],
            Self::SupplementOf => &[keys::SUPPLEMENT_OF],
            Self::Covenant => &[keys::COVENANT, keys::ID],
            Self::Replaces(_) => &[keys::REPLACES, &index],
            Self::PartnerName => &[keys::PARTNER, keys::NAME],
            Self::CoreTask(_) => &[keys::PARTNER, keys::CORE_TASKS, &index],
            Self::Reach => &[keys::REACH],
            Self::Regions => &[keys::REGIONS],
            Self::Region(_) => &[keys::REGIONS, &index],
            Self::AdoptionRegion => &[keys::ADOPTION, keys::REGION],
            Self::Cooperations => &[keys::COOPERATIONS],
            Self::Task(_) => &[keys::COOPERATIONS, &index, keys::CORE_TASK],
            Self::Profile(_) => &[keys::COOPERATIONS, &index, keys::PROFILE],
            Self::Read(_) => &[keys::COOPERATIONS, &index, keys::RIGHTS, keys::READ],
            Self::Write(_) => &[keys::COOPERATIONS, &index, keys::RIGHTS, keys::WRITE],
            Self::Via(_) => &[keys::COOPERATIONS, &index, keys::JOINING, keys::THROUGH, keys::NAME],
        };
        tokens.iter().fold(String::new(), |path, token| pointer::join(&path, token))
    }

    /// The index of the list's item in or at which it stands.
    pub fn index(self) -> Option<u32> {
        match self {
            Self::Replaces(index)
            | Self::CoreTask(index)
            | Self::Region(index)
            | Self::Task(index)
            | Self::Profile(index)
            | Self::Read(index)
            | Self::Write(index)
            | Self::Via(index) => Some(index),
            _ => None,
        }
    }

    /// The cooperation in which it stands.
    pub fn cooperation(self) -> Option<u32> {
        match self {
            Self::Task(index) | Self::Profile(index) | Self::Read(index) | Self::Write(index) | Self::Via(index) => {
                Some(index)
            }
            _ => None,
        }
    }
}

/// The number of a document in a run; documents are numbered in the order of their paths.
pub type DocumentId = u32;
