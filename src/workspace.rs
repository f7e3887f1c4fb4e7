//! Which documents a run has, and the one way to judge each of them: by itself, then beside the others.

pub mod baseline;
pub mod counts;
pub mod examples;
pub mod fixes;
pub mod judge;
pub mod mend;
pub mod policies;
pub mod reread;
pub mod rulebooks;
pub mod run;
pub mod session;
pub mod surroundings;
pub mod threads;
pub mod together;
pub mod walk;
mod write;

pub use counts::Counts;
pub use judge::{Judge, Judgement};
pub use policies::{Loaded, embedded_policy};
pub use rulebooks::{Refusal, Rulebook, Rulebooks, Terms};
pub use run::{Context, Failure, FailureKind, Inputs, Other, Progress, Report, Run, Settings, Skipped};
pub use threads::Threads;
pub use write::{NotWritten, write_if_unchanged};
