//! The document format as a table: every object, its keys in order, their kinds, and when they are required.
//!
//! The JSON Schema, the order of findings on missing fields, suggestions for unknown keys and the list of free texts
//! all come from here.

mod cooperation;

use super::keys as k;
use crate::policy::vocabulary::Vocab;
use crate::policy::{Group, Groups};

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string that nobody looks into.
    Text,
    /// A string that people read: it must say something.
    FreeText,
    /// A string that people read, of at least one character.
    Name,
    /// The policy's id.
    Policy,
    /// `^[a-z0-9]+(-[a-z0-9]+)*$`
    Slug,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
    Date,
    /// A string of so many digits.
    Digits(u32),
    /// An e-mail address.
    Email,
    /// A JSON Pointer, RFC 6901.
    Pointer,
    /// `true` or `false`
    Boolean,
    /// An integer between two bounds, both included.
    Integer(i64, i64),
    /// An identifier of the policy.
    Term(Vocab),
    /// A territorial unit's code.
    Region,
    /// A list of units, or the word for all of them; at least so many.
    Units(u64),
    /// A list of units, or the word for everywhere.
    WorkArea,
    /// A list of units' codes.
    Regions,
    /// Who signed: the partner, a unit, or a named party.
    Party,
    /// Who took part: the partner or units.
    Participants,
    /// A list of identifiers; at least so many.
    Terms(Vocab, u64),
    /// A list of slugs.
    Slugs,
    /// A list of strings that people read.
    FreeTexts,
    /// A list of strings that nobody looks into.
    Texts,
    /// An object.
    Object(&'static ObjectType),
    /// A list of objects; at least so many.
    List(&'static ObjectType, u64),
    /// An object from dimension to an object from precondition to entry.
    Preconditions,
    /// An object from principle to what was agreed.
    Principles,
    /// An object from part to what was agreed.
    Parts,
}

/// When a key is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    /// Always.
    Always,
    /// Never.
    Never,
    /// Except in a supplement.
    InGeneral,
    /// From the second phase on, except in a supplement.
    FromElaboration,
}

/// One key of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldType {
    /// The key.
    pub key: &'static str,
    /// What its value must be.
    pub kind: Kind,
    /// When it is required.
    pub required: Required,
    /// The group to which it belongs: a policy that does not use it does not know the key.
    pub group: Option<Group>,
}

impl FieldType {
    /// The key belongs to a group.
    pub(super) const fn of(self, group: Group) -> Self {
        Self { group: Some(group), ..self }
    }

    /// Whether a policy that uses these groups knows the key.
    pub fn known(&self, groups: Groups) -> bool {
        self.group.is_none_or(|group| groups.has(group))
    }
}

/// An object of the format.
#[derive(Debug, PartialEq, Eq)]
pub struct ObjectType {
    /// The name of its definition in the JSON Schema, and of its texts.
    pub name: &'static str,
    /// Its keys, in the order of the format's tables.
    pub fields: &'static [FieldType],
}

impl ObjectType {
    /// The key's field and its position in the table.
    pub fn field(&self, key: &str) -> Option<(usize, &FieldType)> {
        self.fields.iter().enumerate().find(|(_, field)| field.key == key)
    }

    /// The keys that a policy knows which uses these groups, in the order of the table.
    pub fn known(&self, groups: Groups) -> impl Iterator<Item = &FieldType> {
        self.fields.iter().filter(move |field| field.known(groups))
    }
}

pub(super) const fn field(key: &'static str, kind: Kind, required: Required) -> FieldType {
    FieldType { key, kind, required, group: None }
}

pub(super) const fn optional(key: &'static str, kind: Kind) -> FieldType {
    field(key, kind, Required::Never)
}

pub(super) const fn required(key: &'static str, kind: Kind) -> FieldType {
    field(key, kind, Required::Always)
}

/// The document as a whole.
pub static DOCUMENT: ObjectType = ObjectType {
    name: "document",
    fields: &[
        optional(k::SCHEMA, Kind::Text),
        required(k::POLICY, Kind::Policy),
        required(k::ID, Kind::Slug),
        optional(k::SUPPLEMENT_OF, Kind::Slug).of(Group::Supplements),
        optional(k::COVENANT, Kind::Object(&COVENANT)),
        optional(k::TERM, Kind::Object(&TERM)),
        optional(k::REPLACES, Kind::Slugs),
        required(k::PARTNER, Kind::Object(&PARTNER)),
        field(k::REACH, Kind::Term(Vocab::Reach), Required::InGeneral).of(Group::Reach),
        required(k::REGIONS, Kind::Units(1)).of(Group::Reach),
        optional(k::INTENDED_REGIONS, Kind::Regions).of(Group::Reach),
        optional(k::OTHER_PARTIES, Kind::FreeTexts),
        optional(k::ADOPTION, Kind::Object(&ADOPTION)).of(Group::Adoption),
        required(k::PHASE, Kind::Term(Vocab::Phase)),
        optional(k::FORMALISED, Kind::Date),
        optional(k::SIGNATORIES, Kind::List(&SIGNATORY, 0)),
        optional(k::EVALUATION, Kind::Object(&EVALUATION)),
        required(k::COOPERATIONS, Kind::List(&COOPERATION, 1)),
        optional(k::PRINCIPLES, Kind::Principles).of(Group::Principles),
        optional(k::DEVIATIONS, Kind::List(&DEVIATION, 0)),
        optional(k::SUBJECTS, Kind::List(&SUBJECT, 0)),
        optional(k::REMARKS, Kind::FreeText),
    ],
};

/// `convenant`
pub static COVENANT: ObjectType = ObjectType {
    name: "covenant",
    fields: &[
        required(k::ID, Kind::Slug),
        optional(k::TITLE, Kind::FreeText),
        optional(k::LEGAL_BASIS, Kind::Text),
        optional(k::SOURCE, Kind::Text),
    ],
};

/// `looptijd`
pub static TERM: ObjectType =
    ObjectType { name: "term", fields: &[optional(k::FROM, Kind::Date), optional(k::UNTIL, Kind::Date)] };

/// `partner`
pub static PARTNER: ObjectType = ObjectType {
    name: "partner",
    fields: &[
        required(k::NAME, Kind::Name),
        optional(k::PART_OF, Kind::Text),
        optional(k::OIN, Kind::Digits(20)),
        optional(k::KVK, Kind::Digits(8)),
        optional(k::CHAIN, Kind::Term(Vocab::Chain)),
        optional(k::VITAL, Kind::Boolean),
        optional(k::SECTOR, Kind::Text),
        optional(k::UMBRELLA, Kind::Text),
        field(k::CORE_TASKS, Kind::Terms(Vocab::CoreTask, 1), Required::InGeneral),
        optional(k::ORGANISATION, Kind::Term(Vocab::Organisation)),
        optional(k::CRISIS_STRUCTURE, Kind::Boolean),
        optional(k::WORK_AREA, Kind::WorkArea).of(Group::Reach),
    ],
};

/// `adoptieregio`
pub static ADOPTION: ObjectType = ObjectType {
    name: "adoption-region",
    fields: &[
        required(k::REGION, Kind::Region),
        optional(k::MANDATE, Kind::Object(&MANDATE)),
        optional(k::CONSULTED, Kind::Units(0)),
    ],
};

/// `mandaat`
pub static MANDATE: ObjectType =
    ObjectType { name: "mandate", fields: &[optional(k::DATE, Kind::Date), optional(k::GRANTED_BY, Kind::FreeText)] };

/// An entry of `ondertekenaars`
pub static SIGNATORY: ObjectType = ObjectType {
    name: "signatory",
    fields: &[required(k::PARTY, Kind::Party), optional(k::FUNCTION, Kind::FreeText), optional(k::DATE, Kind::Date)],
};

/// `evaluatie`
pub static EVALUATION: ObjectType = ObjectType {
    name: "evaluation",
    fields: &[optional(k::INTERVAL, Kind::Integer(1, 60)), optional(k::NEXT, Kind::Date)],
};

/// An entry of `onderwerpen`
pub static SUBJECT: ObjectType =
    ObjectType { name: "subject", fields: &[required(k::TITLE, Kind::FreeText), required(k::AGREED, Kind::FreeText)] };

/// An entry of `afwijkingen`
pub static DEVIATION: ObjectType = ObjectType {
    name: "deviation",
    fields: &[
        required(k::RULE, Kind::Text),
        optional(k::PATH, Kind::Pointer),
        required(k::EXPLANATION, Kind::FreeText),
        optional(k::APPROVED_BY, Kind::Text),
        optional(k::UNTIL, Kind::Date),
    ],
};

/// What was agreed about a principle
pub static PRINCIPLE: ObjectType = ObjectType {
    name: "principle",
    fields: &[required(k::GUARANTEED, Kind::Boolean), optional(k::HOW, Kind::FreeText)],
};

/// What was agreed about the principle of the picture
pub static PICTURE_PRINCIPLE: ObjectType = ObjectType {
    name: "picture-principle",
    fields: &[
        required(k::GUARANTEED, Kind::Boolean),
        optional(k::HOW, Kind::FreeText),
        optional(k::OWN_PICTURE_SKILL, Kind::Boolean),
    ],
};

pub use cooperation::{CONTACT, CONTACTS, COOPERATION, ENTRY, JOINING, OBJECTS, RIGHTS, TEMPORARY, THROUGH};
