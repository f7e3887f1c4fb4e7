//! Loads a configuration file with all that it extends.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::contents::Config;
use super::faults::{Broken, ConfigFault, Place, Source, Sourced};
use super::read::read;
use crate::file::FileFault;
use crate::system::{ReadFile, System, paths};
use crate::texts::Arg;

/// The most bytes of a configuration file.
const LIMIT: u64 = 1 << 20;

/// Loads the file at `path` and the files that it extends.
///
/// # Errors
/// All faults of all these files, as far as they could be read. A file that extends itself over others is a fault at the `extends` that
/// closes the loop.
pub fn load(system: &dyn System, path: &Path) -> Result<Config, Broken> {
    let current = system.current_dir().unwrap_or_default();
    let file = paths::absolute(&current, path);
    let mut loader = Loader { system, current, seen: Vec::new(), faults: Vec::new() };
    let config = loader.chain(&file);
    if loader.faults.is_empty() {
        return Ok(config);
    }
    Err(Broken { lang: config.lang.map(|lang| lang.value), faults: loader.faults })
}

/// Why a file cannot be read, as the texts know it.
#[must_use]
pub fn why(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::IsADirectory => "folder",
        _ => "other",
    }
}

/// What keeps a file from being read: a reason that the texts know, and the system's own words.
struct Unreadable(&'static str, String);

impl Unreadable {
    fn args(self) -> Vec<(&'static str, Arg<'static>)> {
        vec![("why", self.0.into()), ("detail", self.1.into())]
    }
}

struct Loader<'a> {
    system: &'a dyn System,
    current: PathBuf,
    /// The files of the chain so far, links resolved.
    seen: Vec<PathBuf>,
    faults: Vec<ConfigFault>,
}

impl Loader<'_> {
    /// The configuration of the file at `first` and those that it extends in turn.
    fn chain(&mut self, first: &Path) -> Config {
        let mut chain: Vec<Config> = Vec::new();
        let mut next = Some((first.to_path_buf(), None));
        while let Some((path, place)) = next.take() {
            let Some(source) = self.open(&path, place.as_ref()) else { break };
            let own = read(self.system, &source);
            let fault = |fault| ConfigFault::new(fault, Some(Arc::clone(&source)));
            self.faults.extend(own.faults.into_iter().map(fault));
            chain.push(own.config);
            next = own.extends.and_then(|extends| self.target(&path, extends));
        }
        chain.into_iter().rev().reduce(|base, own| own.onto(base)).unwrap_or_default()
    }

    /// The file that `extends` in the file at `path` names, unless it closes a loop.
    fn target(&mut self, path: &Path, extends: Sourced<Box<str>>) -> Option<(PathBuf, Option<Place>)> {
        let folder = path.parent().unwrap_or(path);
        let target = paths::absolute(folder, Path::new(&*extends.value));
        if self.system.canonical(&target).is_ok_and(|real| self.seen.contains(&real)) {
            let name = self.name(&target);
            self.fault(Some(&extends.place), "", "config-loop", vec![("file", name.into())]);
            return None;
        }
        Some((target, Some(extends.place)))
    }

    /// Reads a file; where that cannot be, the fault stands at the `extends` that names it.
    fn open(&mut self, path: &Path, place: Option<&Place>) -> Option<Arc<Source>> {
        let name = self.name(path);
        self.seen.extend(self.system.canonical(path));
        let bytes = match self.bytes(path) {
            Ok(bytes) => bytes,
            Err(unreadable) => {
                let key = if place.is_some() { "config-extends" } else { "config-unreadable" };
                self.fault(place, &name, key, unreadable.args());
                return None;
            }
        };
        let text = String::from_utf8(bytes);
        let broken = text.as_ref().err().map(|error| error.utf8_error().valid_up_to());
        let text = text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        let source = Arc::new(Source { path: path.to_path_buf(), name: name.into(), text });
        let Some(at) = broken else { return Some(source) };
        self.fault(Some(&Place { source, span: at..at }), "", "config-not-utf8", Vec::new());
        None
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Unreadable> {
        match self.system.read(path, LIMIT) {
            Ok(ReadFile::Bytes(bytes)) => Ok(bytes),
            Ok(ReadFile::TooLarge(_)) => Err(Unreadable("large", String::new())),
            Err(error) => Err(Unreadable(why(error.kind()), error.to_string())),
        }
    }

    /// Adds a fault at a place, else one of a whole file.
    fn fault(&mut self, place: Option<&Place>, file: &str, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) {
        let source = place.map(|place| Arc::clone(&place.source));
        let file = source.as_ref().map_or_else(|| file.into(), |source| source.name.clone());
        let span = place.map(|place| place.span.clone());
        self.faults.push(ConfigFault::new(FileFault { file, span, key, args }, source));
    }

    fn name(&self, path: &Path) -> String {
        let shown = path.strip_prefix(&self.current).unwrap_or(path).to_string_lossy();
        shown.replace(std::path::MAIN_SEPARATOR, "/")
    }
}
