//! The typed view of a document: what rules may see of it.
//!
//! Every field is [`Field`]: absent, bad, or a known value at a node. A rule cannot look at a value that is missing,
//! of a wrong type, malformed or not one of its identifiers, because there is none to look at.

pub mod agreement;
pub mod cooperation;
pub mod field;
pub mod format;
pub mod keys;
pub mod landmark;
pub mod read;
pub mod reader;

pub use agreement::Agreement;
pub use cooperation::Cooperation;
pub use field::{Field, List, Units};
