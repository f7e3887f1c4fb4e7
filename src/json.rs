//! JSON with faults: a lexer, a parser that recovers, a tree that keeps every position.
//!
//! [`parse`] never fails as a whole. What could be read stands in the [`Tree`], what could not in the list of
//! [`SyntaxError`]s (S001, S003, S004, S005); keys that stand twice (S002) are in [`Tree::duplicates`].
//! This room knows nothing of the policy or of the document format: RFC 8259 and RFC 6901 are all it reads.

mod brackets;
mod build;
pub mod cursor;
mod decode;
mod foresight;
pub mod format;
pub mod hide;
mod lexer;
mod lookup;
mod navigate;
mod parser;
pub mod pointer;
pub mod print;
mod recovery;
mod reread;
mod syntax_error;
mod tree;

pub use print::print;
pub use syntax_error::{Case, Expected, Found, SyntaxCode, SyntaxError, TextFix};
pub use tree::{Duplicate, Kind, Member, NodeId, Slot, Tree};

/// What a document may cost. The limit on bytes is kept by whoever reads the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The deepest level of nesting that is read; the root container is level 1 (S004).
    pub max_depth: u32,
    /// The most values that are read; every scalar and every container counts one, keys do not (S005).
    pub max_values: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_depth: 128, max_values: 500_000 }
    }
}

/// What [`parse`] gives.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// All that could be read.
    pub tree: Tree,
    /// The faults, by the start of their span (one without a span first).
    pub errors: Vec<SyntaxError>,
}

/// Reads JSON text (RFC 8259) and recovers from every fault; never fails and never panics.
///
/// A byte order mark at the start is skipped. Bytes that are not UTF-8 give one S003 and an empty tree.
#[must_use]
pub fn parse(bytes: &[u8], limits: Limits) -> Parsed {
    parser::parse(bytes, limits)
}
