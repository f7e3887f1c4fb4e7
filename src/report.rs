//! Reports: `formats/` has those of a check, one file each; the other folders those of other commands, and what all are written with. A report
//! changes nothing; it only writes.

pub mod assess;
pub mod deviations;
pub mod diff;
pub mod dossier;
mod excerpt;
pub mod failures;
pub mod formats;
pub mod json;
pub mod markdown;
pub mod message;
pub mod overview;
pub mod page;
mod paint;
mod references;
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
