//! Plain text, without any knowledge of JSON or of a policy: spans, lines and columns, edits, visible escapes, suggestions, names, URIs.
//!
//! Offsets are UTF-8 bytes in a `u32`, lines and columns count from 0; what a person reads is made 1-based where it is printed.

pub mod diff;
pub mod edit;
pub mod escape;
pub mod line_index;
pub mod log;
pub mod names;
pub mod percent;
pub mod span;
pub mod suggest;

pub use edit::{Edit, Edits, Overlap};
pub use escape::{Mapped, visible, visible_lines, visible_map};
pub use line_index::{Encoding, LineIndex, Position};
pub use span::Span;
