//! Output formats: one file each. A report changes nothing; it only writes.

pub mod json;
pub mod message;

pub use message::Words;
