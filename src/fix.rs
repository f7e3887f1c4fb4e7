//! Fixes: structural changes of a document, turned into edits that keep its own layout.
//!
//! A rule proposes [`Change`]s: replace this value, insert that member. It never writes text. [`Writer`] makes edits of them: sorted,
//! disjoint, minimal, and with the document's own indentation and line ends.

mod change;
mod layout;
mod member;
mod step;
mod value;
mod writer;

pub use change::Change;
pub use layout::Layout;
pub use step::{Step, put};
pub use value::{STUB, Style, Value};
pub use writer::Writer;
