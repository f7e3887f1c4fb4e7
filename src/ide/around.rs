//! What an author's document has around it: the other documents of its context, and the files beside it.

use std::path::Path;

use crate::facts::Exports;
use crate::findings::Range;
use crate::model::landmark::Landmark;
use crate::text::Span;

/// The other documents of the context.
pub trait Around {
    /// Each of them, in the order of their paths.
    fn neighbours(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_>;

    /// Those that see the same and that no other sees: what they name is to be found, though it bears on nobody.
    fn onlookers(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_> {
        Box::new(std::iter::empty())
    }

    /// Whether a file stands at a path relative to the document, without its `#fragment`.
    fn exists(&self, relative: &str) -> bool;
}

/// Another document of the context.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour<'a> {
    /// Its file.
    pub file: &'a Path,
    /// What may be seen of it.
    pub exports: &'a Exports,
    /// Where its landmarks stand, sorted.
    pub ranges: &'a [(Landmark, Range)],
}

/// No document and no file.
#[derive(Debug, Clone, Copy)]
pub struct Nobody;

impl Around for Nobody {
    fn neighbours(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_> {
        Box::new(std::iter::empty())
    }

    fn exists(&self, _relative: &str) -> bool {
        false
    }
}

/// A place to which an author can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// In the document itself.
    Here(Span),
    /// In another one.
    There(Box<Path>, Range),
}

impl Neighbour<'_> {
    /// Where a landmark stands.
    #[must_use]
    pub fn range(&self, landmark: Landmark) -> Option<Range> {
        let at = self.ranges.binary_search_by_key(&landmark, |(landmark, _)| *landmark).ok()?;
        self.ranges.get(at).map(|(_, range)| *range)
    }

    /// A landmark as a place to go to.
    pub(super) fn target(&self, landmark: Landmark) -> Option<Target> {
        self.range(landmark).map(|range| Target::There(self.file.into(), range))
    }

    /// The start of the file, or where its first landmark stands.
    pub(super) fn any_target(&self) -> Option<Target> {
        self.ranges.first().map(|(_, range)| Target::There(self.file.into(), *range))
    }
}
