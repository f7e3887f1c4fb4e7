//! TOML files that people write (packs, `kader.toml`): values with their places, and every fault instead of the first.

mod fault;
mod levels;
mod reader;

pub use fault::{FaultReport, FileFault};
pub(crate) use levels::severity;
pub(crate) use reader::{Faults, Node, Text, Value, locate};
