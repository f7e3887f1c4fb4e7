//! What holds for one document, and where each value comes from.

use std::path::{Path, PathBuf};

use super::contents::{Config, PolicyRef};
use super::faults::{Place, Sourced};
use super::selection::{Layer, Selection};
use super::size::MAX_SIZE;
use crate::policy::{Day, Lang, Level};

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A flag, such as `--as-of`.
    Flag(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// A place in a configuration file.
    File(Place),
    /// Nobody says: what holds then.
    Default,
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// What does not come from a file: flags and the environment, and what holds where nobody says.
#[derive(Debug, Clone)]
pub struct Given {
    /// The language that a flag or the environment asks for.
    pub lang: Option<Held<Lang>>,
    /// The day of judgement that a flag or the environment asks for.
    pub as_of: Option<Held<Day>>,
    /// The level that a flag asks for; `None` within for never.
    pub fail_on: Option<Held<Option<Level>>>,
    /// What flags say about rules.
    pub rules: Layer,
    /// The language of the locale.
    pub locale: Lang,
    /// The local calendar day.
    pub today: Day,
}

/// What holds for one document.
#[derive(Debug, Clone)]
pub struct Effective {
    /// The policy that serves where the document names none; `None` for the one that the program carries.
    pub policy: Option<Held<PolicyRef>>,
    /// The language of all texts.
    pub lang: Held<Lang>,
    /// The day of judgement.
    pub as_of: Held<Day>,
    /// The file of findings that are known, an absolute path.
    pub baseline: Option<Held<PathBuf>>,
    /// The most bytes of the document that are read.
    pub max_size: Held<u64>,
    /// The level from which on a run fails; `None` for never.
    pub fail_on: Held<Option<Level>>,
    /// Which rules are reported, and at which level.
    pub selection: Selection,
    /// Whether a walk takes the file for a document, `exclude` aside.
    pub included: bool,
    /// Whether `exclude` leaves it out.
    pub excluded: bool,
}

impl Config {
    /// What holds for a document at an absolute path.
    #[must_use]
    pub fn effective(&self, document: &Path, given: &Given) -> Effective {
        Effective {
            policy: self.policy.as_ref().map(held),
            lang: first(given.lang.as_ref(), self.lang.as_ref(), given.locale),
            as_of: first(given.as_of.as_ref(), self.as_of.as_ref(), given.today),
            baseline: self.baseline.as_ref().map(held),
            max_size: first(None, self.max_size.as_ref(), MAX_SIZE),
            fail_on: first(given.fail_on.as_ref(), self.fail_on.as_ref(), Some(Level::Error)),
            selection: self.selection(document, &given.rules),
            included: self.includes(document),
            excluded: self.excludes(document),
        }
    }
}

/// What is given, else what the file says, else what holds then.
fn first<T: Clone>(given: Option<&Held<T>>, said: Option<&Sourced<T>>, default: T) -> Held<T> {
    let given = given.cloned().or_else(|| said.map(held));
    given.unwrap_or(Held { value: default, origin: Origin::Default })
}

pub(super) fn held<T: Clone>(said: &Sourced<T>) -> Held<T> {
    Held { value: said.value.clone(), origin: Origin::File(said.place.clone()) }
}

impl Effective {
    /// Whether a walk takes the file for a document.
    #[must_use]
    pub fn is_walked(&self) -> bool {
        self.included && !self.excluded
    }
}
