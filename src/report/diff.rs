//! The difference of two versions of an agreement, for people and for programs.

mod json;
mod sheet;

pub use json::write as json;
pub use sheet::sheet;

use crate::assess::Difference;
use crate::assess::difference::Pair;
use crate::policy::{Day, Lang, Policy};
use crate::texts::{Args, Texts};
use crate::workspace::Run;

/// What the report is made of.
pub struct Source<'a> {
    /// What differs.
    pub difference: &'a Difference<'a>,
    /// How much of them was compared.
    pub compared: Compared,
    /// What the versions are called on the command line.
    pub names: Pair<&'a str>,
    /// The policies by which they were judged.
    pub policies: Pair<&'a Policy>,
    /// The day of judgement.
    pub as_of: Day,
    /// The run over the new version, for what could not be done.
    pub run: &'a Run,
    /// The reader's language.
    pub lang: Lang,
}

/// How much of two versions was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Nothing that they state: one of them is no agreement.
    Not,
    /// What can be read.
    Partly,
    /// All.
    Wholly,
}

impl Source<'_> {
    /// One of the program's own texts.
    pub(super) fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }
}
