//! The rules: one module a theme, one function a rule. Those across documents stand in [`across`], those on deviations in [`deviations`].
//!
//! A rule is a function from a [`Context`] to raw findings. It knows no files, no severity and no prose: which rule it
//! is, how severe and in which words stands in the policy's pack. [`registry`] binds the names of checks to functions.

pub mod across;
pub mod context;
pub mod deviations;
pub mod registry;
pub mod run;

mod adoption;
mod assessment;
mod contacts;
mod dates;
mod fields;
mod fit;
mod parties;
mod preconditions;
mod principles;
mod reach;
mod rights;
mod standpoint;
mod tasks;
mod temporary;
mod verdict;

pub use context::{Context, Sink};
pub use preconditions::{Presence, add_missing, is_checked, lacking, required};
pub use run::{DocumentKind, Plan};
pub use verdict::level_in_execution;
