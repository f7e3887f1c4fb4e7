//! The documents that paths name, for what is done to each by itself.

use std::path::Path;
use std::sync::Arc;

use super::Failure;
use super::inputs::{self, Inputs};
use crate::config::Configs;
use crate::config::root::RootFinder;
use crate::findings::Neighbour;
use crate::system::{ReadFile, System, paths};

/// What was found.
#[derive(Debug)]
pub struct Located {
    /// The documents, sorted by the bytes of their paths.
    pub documents: Vec<Place>,
    /// What could not be found.
    pub failures: Vec<Failure>,
}

/// A document that has not been read.
#[derive(Debug)]
pub struct Place {
    /// As reports name it, with its file.
    pub name: Neighbour,
    /// The text of standard input, where it is that.
    pub given: Option<ReadFile>,
}

impl Place {
    /// Its bytes; a file is read.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(&mut self, system: &dyn System, limit: u64) -> Result<ReadFile, Failure> {
        inputs::bytes(system, &self.name, self.given.take(), limit)
    }
}

/// Finds the documents that are named, as a check of them does.
#[must_use]
pub fn locate(system: &dyn System, configs: &Configs<'_>, inputs: &Inputs) -> Located {
    let finder = RootFinder::new(system);
    let found = inputs::find(system, configs, &finder, inputs);
    let files = found.files.iter().cloned().map(|file| (Some(file), None));
    let standard = found.standard.map(|(file, text)| (file.map(Arc::from), Some(text)));
    let place = |(file, given): (Option<Arc<Path>>, Option<ReadFile>)| {
        let (path, project_path) = found.places.names(file.as_deref());
        Place { name: Neighbour { file, path, project_path }, given }
    };
    let mut documents: Vec<Place> = files.chain(standard).map(place).collect();
    documents.sort_by(|one, other| match (&one.name.file, &other.name.file) {
        (Some(one), Some(other)) => paths::by_bytes(one, other),
        (one, other) => one.cmp(other),
    });
    Located { documents, failures: found.failures }
}
