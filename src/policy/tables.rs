//! The policy's tables as typed rows: what the checks may know about a policy.
//!
//! No row names an identifier of one policy; what is special about a profile, a precondition or a reach is an
//! attribute here, read from the pack's tables.

use super::bilingual::Bilingual;
use super::calendar::Day;
use super::lang::Lang;
use super::vocabulary::Term;
use crate::text::names::party_key;

/// A territorial unit: its index in the policy's `regions.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(pub u16);

/// One row of `regions.toml`.
#[derive(Debug, Clone)]
pub struct RegionRow {
    /// The code that documents use.
    pub code: Box<str>,
    /// The name that people use; never a value in a document.
    pub name: Box<str>,
    /// Other names that suggestions know.
    pub aliases: Vec<Box<str>>,
}

impl RegionRow {
    /// The code with the name.
    #[must_use]
    pub fn titled(&self) -> String {
        format!("{} ({})", self.code, self.name)
    }
}

/// The territorial units and the words that stand for all of them.
#[derive(Debug, Clone, Default)]
pub struct Regions {
    /// The units in the order of the table.
    pub rows: Vec<RegionRow>,
    /// The word that stands for all units in a list of units.
    pub all: Box<str>,
    /// The word for a work area that covers all units.
    pub everywhere: Box<str>,
    /// A word that may stand before a unit's name and is left out in comparisons.
    pub prefix: Box<str>,
    /// What several units are called in running text; `None` where the program's own word serves.
    pub label: Option<Bilingual>,
}

/// Whether a profile fits a core task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The tables say that it fits.
    Fits,
    /// The policy's text and its tables disagree.
    Disputed,
    /// It does not fit.
    Not,
}

/// One row of `profiles.toml`: what table 1 says of a profile.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent column of the policy's table")]
pub struct Profile {
    /// The profile's identifier.
    pub term: Term,
    /// The organisations of information that it asks for; empty for "any".
    pub organisation: Vec<Term>,
    /// Whether the partner directs its own picture.
    pub own_picture: bool,
    /// The highest right to read that it gives.
    pub read: Term,
    /// The highest right to write that it gives.
    pub write: Term,
    /// The roles that fit the contact for information; empty where none is asked.
    pub information: Vec<Term>,
    /// The roles that fit the contact for coordination; empty where none is asked.
    pub coordination: Vec<Term>,
    /// Whether its contacts must be on call.
    pub on_call: bool,
    /// Whether a cooperation of this profile can be assessed.
    pub assessable: bool,
    /// Whether it is a temporary measure under the region's own conditions.
    pub temporary: bool,
    /// Whether its partner joins independently or through another.
    pub joins: bool,
    /// Whether it presumes that the partner has a crisis structure.
    pub crisis_structure: bool,
    /// Whether its rights hold "as a rule" only, so that going over them is a warning.
    pub rights_as_a_rule: bool,
    /// Whether falling short of its rights is never more than information.
    pub shortfall_informs: bool,
    /// The principles asked where every cooperation has this profile; `None` for all of them.
    pub principles: Option<Vec<Term>>,
}

/// How many of a precondition's parts must be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartsRule {
    /// Every named part.
    All,
    /// At least one of the named parts.
    OneOrMore,
    /// Every named part, and others at will.
    Open,
}

/// A named part of a precondition.
#[derive(Debug, Clone)]
pub struct Part {
    /// The key in `onderdelen`.
    pub id: Box<str>,
    /// What it is called, in Dutch and English.
    pub label: Bilingual,
}

/// A precondition: its index in the policy's `preconditions.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Precondition(pub u8);

/// One row of `preconditions.toml`.
#[derive(Debug, Clone)]
pub struct PreconditionRow {
    /// The key in the document.
    pub id: Box<str>,
    /// The dimension under which it stands.
    pub dimension: Term,
    /// What it is called.
    pub label: Bilingual,
    /// One sentence that explains it.
    pub meaning: Bilingual,
    /// Where the policy says so.
    pub citations: Vec<Box<str>>,
    /// Its parts, in the order of the table.
    pub parts: Vec<Part>,
    /// How many parts must be filled in.
    pub parts_rule: PartsRule,
    /// The profiles that require it.
    pub required_by: Vec<Term>,
    /// The profiles that ask for the whole organisation (`bereik`), not just its basis.
    pub whole_scope_for: Vec<Term>,
    /// Whether a partner that joins through another and holds no right can do without.
    pub waived_via: bool,
    /// Whether it is a safeguard that a right in the system needs.
    pub safeguard: Option<Safeguard>,
}

/// What kind of safeguard a precondition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safeguard {
    /// Asked by itself.
    Always,
    /// One of the trainings: the one that the profile requires, else any of them.
    Training,
}

/// One row of `reach.toml`.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The reach's identifier.
    pub term: Term,
    /// The least number of units.
    pub least: u16,
    /// The greatest number of units.
    pub most: u16,
    /// Whether the partner agrees with an adoption region on behalf of all.
    pub through_adoption: bool,
    /// Whether a stated work area that covers all units justifies it, whatever the units.
    pub by_work_area: bool,
    /// The number of units at which the next wider reach is only disputed; 0 for none.
    pub disputed_at: u16,
    /// The day by which agreements must have been formalised.
    pub deadline: Option<Day>,
    /// The day from which assessment is asked; `None` for always.
    pub assessed_from: Option<Day>,
    /// The body whose standpoint counts.
    pub body: Term,
    /// The greatest number of units that the work area may cover without exceeding this reach; `None` for any number.
    pub work_area_most: Option<u16>,
}

/// A place of the policy that may be cited.
#[derive(Debug, Clone)]
pub struct Citation {
    /// The key, as rules and the `json` report have it: `tabel 2`.
    pub key: Box<str>,
    /// What that place is called.
    pub title: Bilingual,
    /// What an English reader sees instead of the key, where that differs.
    pub english: Option<Box<str>>,
}

impl Citation {
    /// The key as a reader sees it.
    pub fn shown(&self, lang: Lang) -> &str {
        self.english.as_deref().filter(|_| lang == Lang::En).unwrap_or(&self.key)
    }

    /// The key as a reader sees it, and what that place is called: "§2.3 (title)".
    pub fn titled(&self, lang: Lang) -> String {
        format!("{} ({})", self.shown(lang), self.title.get(lang))
    }
}

/// Words of people's language that checks of free text and of identifiers know, all in lower case.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Texts that only keep a place.
    pub placeholders: Vec<Box<str>>,
    /// Beginnings of texts that only fill a place.
    pub fillers: Vec<Box<str>>,
    /// What authors write where they mean that something does not apply.
    pub not_applicable: Vec<Box<str>>,
    /// Words that tell no party from another; left out where names are compared.
    pub name_words: Vec<Box<str>>,
}

impl Words {
    /// The form in which names of parties are compared; empty where a name agrees with none.
    pub fn party_key(&self, name: &str) -> String {
        let drop: Vec<&str> = self.name_words.iter().map(|word| &**word).collect();
        party_key(name, &drop)
    }
}
