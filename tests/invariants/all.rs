//! What must hold whatever is put in: the tests ask it of what they make, the fuzz targets (`fuzz/`) of what they find.

mod desk;
pub(crate) mod edits;
pub(crate) mod fixes;
pub(crate) mod frames;
pub(crate) mod judgement;
pub(crate) mod layout;
pub(crate) mod parser;
pub(crate) mod server;
mod texts;
pub(crate) mod tree;
mod units;
pub(crate) mod world;
