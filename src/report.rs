//! Output formats: one file each. A report changes nothing; it only writes.

pub mod assess;
pub mod azure;
pub mod checkstyle;
pub mod concise;
pub mod deviations;
pub mod diff;
pub mod dossier;
mod excerpt;
pub mod failures;
pub mod format;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod message;
pub mod overview;
pub mod page;
mod paint;
pub mod rdjson;
mod references;
pub mod sarif;
pub mod sheet;
mod short;
pub mod source;
pub mod statistics;
pub mod summary;
pub mod terminal;
mod ticks;
pub mod undone;
mod wrap;
mod xml;

pub use message::Words;
