//! The document format: what stands inside a cooperation.

use super::{
    ADOPTION, COVENANT, DEVIATION, DOCUMENT, EVALUATION, MANDATE, PARTNER, PICTURE_PRINCIPLE, PRINCIPLE, SIGNATORY,
    SUBJECT, TERM,
};
use super::{Kind, ObjectType, Required, field, optional, required};
use crate::model::keys as k;
use crate::policy::Group;
use crate::policy::vocabulary::Vocab;

/// Every object of the format whose keys are fixed.
pub static OBJECTS: &[&ObjectType] = &[
    &DOCUMENT,
    &COVENANT,
    &TERM,
    &PARTNER,
    &ADOPTION,
    &MANDATE,
    &SIGNATORY,
    &EVALUATION,
    &COOPERATION,
    &RIGHTS,
    &CONTACTS,
    &CONTACT,
    &JOINING,
    &THROUGH,
    &TEMPORARY,
    &ENTRY,
    &ASSESSMENT,
    &DIRECTION,
    &DESIGN,
    &PERFORMANCE,
    &EXERCISE,
    &STANDPOINT,
    &PRINCIPLE,
    &PICTURE_PRINCIPLE,
    &DEVIATION,
    &SUBJECT,
];

/// An entry of `samenwerkingen`
pub static COOPERATION: ObjectType = ObjectType {
    name: "cooperation",
    fields: &[
        required(k::CORE_TASK, Kind::Term(Vocab::CoreTask)),
        field(k::PROFILE, Kind::Term(Vocab::Profile), Required::FromElaboration),
        optional(k::DESCRIPTION, Kind::FreeText),
        optional(k::ORGANISATION, Kind::Term(Vocab::Organisation)),
        optional(k::CRISIS_STRUCTURE, Kind::Boolean),
        optional(k::OWN_PICTURE, Kind::Boolean),
        optional(k::RIGHTS, Kind::Object(&RIGHTS)).of(Group::Rights),
        optional(k::CONTACTS, Kind::Object(&CONTACTS)).of(Group::Contacts),
        optional(k::JOINING, Kind::Object(&JOINING)),
        optional(k::TEMPORARY, Kind::Object(&TEMPORARY)).of(Group::Temporary),
        optional(k::CONDITIONS, Kind::FreeText).of(Group::Temporary),
        optional(k::PRECONDITIONS, Kind::Preconditions),
        optional(k::ASSESSMENT, Kind::Object(&ASSESSMENT)).of(Group::Assessment),
    ],
};

/// `lcms`
pub static RIGHTS: ObjectType = ObjectType {
    name: "rights",
    fields: &[optional(k::READ, Kind::Term(Vocab::ReadRight)), optional(k::WRITE, Kind::Term(Vocab::WriteRight))],
};

/// `aanspreekpunten`
pub static CONTACTS: ObjectType = ObjectType {
    name: "contacts",
    fields: &[optional(k::INFORMATION, Kind::Object(&CONTACT)), optional(k::COORDINATION, Kind::Object(&CONTACT))],
};

/// A contact
pub static CONTACT: ObjectType = ObjectType {
    name: "contact",
    fields: &[
        required(k::ROLE, Kind::Term(Vocab::Role)),
        optional(k::ON_CALL, Kind::Boolean),
        optional(k::FUNCTION, Kind::FreeText),
        optional(k::TELEPHONE, Kind::Text),
        optional(k::EMAIL, Kind::Email),
        optional(k::REACHABLE, Kind::FreeText),
        optional(k::FROM_REGION, Kind::Region).of(Group::Reach),
    ],
};

/// `aansluiting`
pub static JOINING: ObjectType = ObjectType {
    name: "joining",
    fields: &[required(k::ROUTE, Kind::Term(Vocab::Route)), optional(k::THROUGH, Kind::Object(&THROUGH))],
};

/// `via`
pub static THROUGH: ObjectType = ObjectType {
    name: "through",
    fields: &[required(k::KIND, Kind::Term(Vocab::Through)), required(k::NAME, Kind::FreeText)],
};

/// `tijdelijk`
pub static TEMPORARY: ObjectType = ObjectType {
    name: "temporary",
    fields: &[optional(k::FROM, Kind::Date), optional(k::UNTIL, Kind::Date), optional(k::ENDING, Kind::FreeText)],
};

/// A precondition's entry
pub static ENTRY: ObjectType = ObjectType {
    name: "entry",
    fields: &[
        required(k::STATUS, Kind::Term(Vocab::Status)),
        optional(k::AGREED, Kind::FreeText),
        optional(k::RESPONSIBLE, Kind::Term(Vocab::Responsible)),
        optional(k::PARTS, Kind::Parts),
        optional(k::SCOPE, Kind::Term(Vocab::Scope)),
        optional(k::EVIDENCE, Kind::Texts),
        optional(k::VALID_UNTIL, Kind::Date),
    ],
};

/// `toetsing`
static ASSESSMENT: ObjectType = ObjectType {
    name: "assessment",
    fields: &[
        optional(k::ASSESSOR, Kind::FreeText),
        optional(k::DIRECTION, Kind::Object(&DIRECTION)),
        optional(k::DESIGN, Kind::Object(&DESIGN)),
        optional(k::PERFORMANCE, Kind::Object(&PERFORMANCE)),
        optional(k::ADVICE, Kind::Term(Vocab::Outcome)),
        optional(k::ADVICE_DATE, Kind::Date),
        optional(k::POINTS, Kind::FreeTexts),
        optional(k::REASSESSMENT, Kind::Date),
        optional(k::ALTERNATIVE, Kind::FreeText),
        optional(k::STANDPOINT, Kind::Object(&STANDPOINT)),
        optional(k::LIVE, Kind::Date),
    ],
};

/// `richting`
static DIRECTION: ObjectType =
    ObjectType { name: "direction", fields: &[required(k::DATE, Kind::Date), optional(k::FITS_TASK, Kind::Boolean)] };

/// `inrichting`
static DESIGN: ObjectType = ObjectType { name: "design", fields: &[required(k::DATE, Kind::Date)] };

/// `verrichting`
static PERFORMANCE: ObjectType = ObjectType {
    name: "performance",
    fields: &[required(k::DATE, Kind::Date), optional(k::EXERCISE, Kind::Object(&EXERCISE))],
};

/// `oefening`
static EXERCISE: ObjectType = ObjectType {
    name: "exercise",
    fields: &[
        optional(k::NAME, Kind::FreeText),
        optional(k::DATE, Kind::Date),
        optional(k::PARTICIPANTS, Kind::Participants),
    ],
};

/// `standpunt`
static STANDPOINT: ObjectType = ObjectType {
    name: "standpoint",
    fields: &[
        required(k::DECISION, Kind::Term(Vocab::Outcome)),
        required(k::DATE, Kind::Date),
        required(k::BY, Kind::Term(Vocab::Body)),
        optional(k::EXPLANATION, Kind::FreeText),
    ],
};
