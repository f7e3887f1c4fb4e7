//! What a rule may ask about the world around a document.

/// What became of a piece of evidence that is a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// It stands beside the document.
    Found,
    /// Nothing stands there.
    Missing,
    /// The path leads out of the project root.
    Outside,
    /// Nobody can tell: the document has no place of its own.
    Unknown,
}

/// The world around a document, as far as rules may ask.
pub trait Surroundings {
    /// What stands at a path relative to the document, without its `#fragment`.
    fn evidence(&self, path: &str) -> Evidence;
}

/// A document without a place of its own.
#[derive(Debug, Clone, Copy)]
pub struct Alone;

impl Surroundings for Alone {
    fn evidence(&self, _path: &str) -> Evidence {
        Evidence::Unknown
    }
}

/// A document in a project that holds nothing else.
#[derive(Debug, Clone, Copy)]
pub struct EmptyProject;

impl Surroundings for EmptyProject {
    fn evidence(&self, path: &str) -> Evidence {
        let mut depth = 0_usize;
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if depth == 0 => return Evidence::Outside,
                ".." => depth -= 1,
                _ => depth += 1,
            }
        }
        Evidence::Missing
    }
}
