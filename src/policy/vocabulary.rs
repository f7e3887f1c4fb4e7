//! The identifiers that a document may use, as small terms.

use super::bilingual::Bilingual;

/// A list of identifiers in `vocabulary.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Vocab {
    /// `kerntaak`
    CoreTask,
    /// `profiel`
    Profile,
    /// `reikwijdte`
    Reach,
    /// `fase`
    Phase,
    /// `partner.keten`
    Chain,
    /// `informatieorganisatie`
    Organisation,
    /// `lcms.lezen`, lowest first
    ReadRight,
    /// `lcms.schrijven`, lowest first
    WriteRight,
    /// `aanspreekpunten.*.rol`
    Role,
    /// `aansluiting.wijze`
    Route,
    /// `aansluiting.via.soort`
    Through,
    /// the keys of `randvoorwaarden`
    Dimension,
    /// `status`
    Status,
    /// `verantwoordelijke`
    Responsible,
    /// `bereik`
    Scope,
    /// the keys of `beginselen`
    Principle,
    /// `advies`, `standpunt.besluit`
    Outcome,
    /// `standpunt.door`
    Body,
    /// who must act
    Actor,
    /// words that stand for a party beside the regions' codes
    Party,
}

/// One identifier: its list and its index in that list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// The list.
    pub vocab: Vocab,
    /// 0-based, in the order of the table.
    pub index: u8,
}

/// What an identifier means to the engine, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Is {
    /// A status: arranged.
    Arranged,
    /// A status: the one that a stub gets.
    NotArranged,
    /// An outcome: positive.
    Positive,
    /// An outcome: positive on conditions.
    Conditional,
    /// An outcome: negative.
    Negative,
    /// The first phase.
    Exploration,
    /// The second phase.
    Elaboration,
    /// The third phase.
    Execution,
    /// A role: a manager seconded by a region.
    Seconded,
    /// A core task: not foreseen.
    Unforeseen,
    /// A core task: whoever has it is connected itself, so that others can join through it.
    Connected,
    /// A body: the national board.
    Board,
    /// A body: the parties themselves.
    Parties,
    /// A route: through another party or process.
    Via,
    /// A way through: another partner.
    ThroughPartner,
    /// A scope: the basis only.
    Partial,
    /// A scope: the whole organisation.
    Whole,
    /// A principle: the one about the picture, which write access needs.
    Picture,
    /// The actor, responsible or party that is the partner.
    Partner,
    /// The actor or responsible that is the region.
    Region,
    /// The actor that is the adoption region.
    AdoptionRegion,
    /// The actor that assesses.
    Assessor,
    /// A responsible: both together.
    Joint,
    /// The reach that needs no adoption region.
    Local,
}

/// One row of `vocabulary.toml`.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The identifier as documents write it.
    pub id: Box<str>,
    /// What people call it.
    pub label: Bilingual,
    /// One sentence that explains it.
    pub meaning: Bilingual,
    /// Where the policy says so.
    pub citations: Vec<Box<str>>,
    /// Former names: known to suggestions, never accepted.
    pub aliases: Vec<Box<str>>,
    /// Former names that have no successor, each with a hint.
    pub hints: Vec<(Box<str>, Bilingual)>,
    /// The engine's words for it.
    pub is: Vec<Is>,
    /// A core task's letter in the policy's table.
    pub letter: Option<Box<str>>,
    /// The chain to which a core task typically belongs.
    pub chain: Option<Term>,
}
