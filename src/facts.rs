//! What is derived from a document once, before any rule runs, and what documents may see of each other.
//!
//! Silencing is a fact here, never a rule asking what another rule found: a profile in doubt, a supplement,
//! an agreement that predates the policy.

pub mod cooperation;
pub mod document;
pub mod export;
pub mod exports;
mod groups;
pub mod identity;
pub mod index;
pub mod partners;
pub mod surroundings;
mod ties;

pub use cooperation::{CooperationFacts, Standing};
pub use document::Facts;
pub use export::export;
pub use exports::{Bound, CooperationExports, Exports, Stated};
pub use index::{Index, Members, Other, View};
pub use partners::partners;
pub use surroundings::{Alone, EmptyProject, Evidence, Surroundings};
pub use ties::Ties;
