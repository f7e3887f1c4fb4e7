//! What is derived from a document once, before any rule runs.
//!
//! Silencing is a fact here, never a rule asking what another rule found: a profile in doubt, a supplement,
//! an agreement that predates the policy.

pub mod cooperation;
pub mod document;
pub mod surroundings;

pub use cooperation::{CooperationFacts, Standing};
pub use document::Facts;
pub use surroundings::{Alone, EmptyProject, Evidence, Surroundings};
