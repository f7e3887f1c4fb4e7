//! Parameters of a finding: small values from which its text is made later.

use crate::policy::Bilingual;
use crate::policy::tables::{Precondition, Region};
use crate::policy::vocabulary::Term;

/// A named parameter, as the rule's texts and the `json` output know it.
pub type Named = (&'static str, Param);

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum Param {
    /// A count.
    Number(i64),
    /// An identifier of the policy's vocabulary.
    Term(Term),
    /// A territorial unit.
    Region(Region),
    /// A precondition.
    Precondition(Precondition),
    /// A word of the engine: a case, a JSON type.
    Word(&'static str),
    /// A key, identifier or date as the document writes it; shown bare.
    Code(Box<str>),
    /// Free text of the document; shown in quotes.
    Text(Box<str>),
    /// A text of the policy, in both languages.
    Both(Box<Bilingual>),
    /// Several, in an order that means something.
    List(Vec<Param>),
}

impl Param {
    /// A key, identifier or date as the document writes it.
    pub fn code(text: &str) -> Self {
        Self::Code(text.into())
    }

    /// Free text of the document.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A count of things in memory.
    pub fn count(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A list of values of one kind.
    pub fn list<T: Into<Param>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl From<Term> for Param {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

impl From<Region> for Param {
    fn from(region: Region) -> Self {
        Self::Region(region)
    }
}

impl From<Precondition> for Param {
    fn from(precondition: Precondition) -> Self {
        Self::Precondition(precondition)
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::code(text)
    }
}
