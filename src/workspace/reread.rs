//! Reads a document once more, for what a report shows of it: it may have changed or gone in between.

use std::borrow::Cow;

use super::Report;
use crate::findings::Neighbour;
use crate::system::{ReadFile, System};

/// The most bytes that are read again: as many as offsets can tell apart.
const LIMIT: u64 = u32::MAX as u64;

impl Report {
    /// The bytes of its document; `None` where that is no longer possible.
    pub fn bytes(&self, system: &dyn System) -> Option<Cow<'_, [u8]>> {
        match &self.text {
            Some(text) => Some(Cow::Borrowed(text)),
            None => bytes(&self.name, system).map(Cow::Owned),
        }
    }
}

/// The bytes of a document's file; `None` where there is none, or where it can no longer be read.
pub fn bytes(name: &Neighbour, system: &dyn System) -> Option<Vec<u8>> {
    match system.read(name.file.as_deref()?, LIMIT) {
        Ok(ReadFile::Bytes(bytes)) => Some(bytes),
        Ok(ReadFile::TooLarge(_)) | Err(_) => None,
    }
}
