//! Which documents a run has, and the one way to judge each of them.

pub mod counts;
pub mod examples;
pub mod judge;
pub mod run;
pub mod surroundings;
pub mod threads;
pub mod walk;

pub use crate::config::{Selection, root, selection};
pub use counts::Counts;
pub use judge::{Judge, Judgement, embedded_policy};
pub use run::{Failure, FailureKind, Inputs, Progress, Report, Run, Settings};
pub use threads::Threads;
