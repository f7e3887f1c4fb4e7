//! Lays out one document.

use std::path::Path;
use std::sync::Arc;

use crate::config::{ConfigFault, Configs, MAX_SIZE};
use crate::json::{self, Limits, Parsed, SyntaxCode, format};
use crate::system::{FileKind, ReadFile, System};
use crate::text::{Encoding, LineIndex};
use crate::workspace::run::Place;
use crate::workspace::{Failure, FailureKind, write_if_unchanged};

/// What is done with a document that is not in its layout yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is written; standard input is printed.
    Write,
    /// It is named.
    Check,
    /// It is shown what would change.
    Diff,
}

/// What became of a document.
pub(super) enum Outcome {
    /// It is in its layout already.
    Same,
    /// It has changed, or would change.
    Changed,
    /// It would change: its text before and behind.
    Differs(String, String),
    /// It cannot be read in full, and is left: the first fault, and its line and column, 1-based.
    Left(SyntaxCode, u32, u32),
    /// Its configuration cannot be used.
    Ungoverned(Vec<ConfigFault>),
    /// It could not be read, or not written.
    Failed(Failure),
}

/// A document that has been looked at.
pub(super) struct Done {
    /// Its path for people.
    pub(super) path: Arc<str>,
    /// What became of it.
    pub(super) outcome: Outcome,
    /// Its text, where it came from standard input and could be laid out.
    pub(super) printed: Vec<u8>,
}

/// Lays out documents, each by itself.
pub(super) struct Formatter<'a> {
    pub(super) system: &'a dyn System,
    pub(super) configs: &'a Configs<'a>,
    pub(super) mode: Mode,
}

impl Formatter<'_> {
    /// Reads a document, and does with it what the mode says.
    pub(super) fn one(&self, mut place: Place) -> Done {
        let path = Arc::clone(&place.name.path);
        let standard = place.given.is_some();
        let bytes = match self.read(&mut place) {
            Ok(bytes) => bytes,
            Err(outcome) => return Done { path, outcome, printed: Vec::new() },
        };
        let parsed = json::parse(&bytes, Limits::default());
        let Some(new) = format::format(&parsed) else {
            let outcome = left(&parsed, &bytes);
            return Done { path, outcome, printed: Vec::new() };
        };
        let outcome = match &place.name.file {
            _ if bytes == new.as_bytes() => Outcome::Same,
            _ if self.mode == Mode::Diff => Outcome::Differs(parsed.tree.text().to_owned(), new.clone()),
            Some(file) if self.mode == Mode::Write && !standard => {
                let written = write_if_unchanged(self.system, file, &bytes, new.as_bytes());
                let failed = |why| Outcome::Failed(Failure::not_written(&path, &place.name.project_path, why));
                written.map_or_else(failed, |()| Outcome::Changed)
            }
            _ => Outcome::Changed,
        };
        let printed = if standard && self.mode == Mode::Write { new.into_bytes() } else { Vec::new() };
        Done { path, outcome, printed }
    }

    fn read(&self, place: &mut Place) -> Result<Vec<u8>, Outcome> {
        let config = place.name.file.as_deref().map_or_else(|| self.configs.here(), |file| self.configs.of(file));
        let limit = match &*config {
            Ok(config) => config.max_size.as_ref().map_or(MAX_SIZE, |size| size.value),
            Err(broken) => return Err(Outcome::Ungoverned(broken.faults.clone())),
        };
        let pipe = |file: &Path| self.system.kind(file).is_ok_and(|kind| kind == FileKind::Other);
        if self.mode == Mode::Write && place.given.is_none() && place.name.file.as_deref().is_some_and(pipe) {
            // It would be waited for, and nothing can be put in its place.
            let name = &place.name;
            return Err(Outcome::Failed(Failure::of(&name.path, &name.project_path, FailureKind::NotRegular)));
        }
        match place.read(self.system, limit).map_err(Outcome::Failed)? {
            ReadFile::Bytes(bytes) => Ok(bytes),
            ReadFile::TooLarge(_) => Err(Outcome::Left(SyntaxCode::S005, 1, 1)),
        }
    }
}

/// The first of the faults that keep a document from being laid out.
fn left(parsed: &Parsed, bytes: &[u8]) -> Outcome {
    let first = parsed.errors.first();
    let text = String::from_utf8_lossy(bytes);
    let start = first.and_then(|error| error.span).map_or(0, |span| span.start);
    let position = LineIndex::new(&text).position(&text, start, Encoding::Scalar);
    let code = first.map_or(SyntaxCode::S001, |error| error.code);
    Outcome::Left(code, position.line + 1, position.column + 1)
}
