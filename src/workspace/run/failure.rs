//! What could not be checked, or written.

use std::io::ErrorKind;

use crate::workspace::write::NotWritten;

/// Why something could not be checked, or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// Nothing stands at the path.
    NotFound,
    /// It may not be read.
    Denied,
    /// A link leads nowhere, or a file is of no regular kind.
    NotRegular,
    /// Reading went wrong in another way.
    Unreadable(ErrorKind),
    /// There is no document at all.
    NoDocument,
    /// It has changed since it was read, and was not written.
    Changed,
    /// It could not be written.
    NotWritten(ErrorKind),
    /// It cannot be read as an agreement, or names no policy that is known: rules tell of it, and the run goes on.
    NoAgreement,
    /// Its list of deviations cannot be read as a whole, likewise.
    NoRegister,
}

/// Something that could not be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its path, relative to the working directory; `None` where it concerns no file.
    pub path: Option<String>,
    /// The same, relative to the project root.
    pub project_path: Option<String>,
    /// Why.
    pub kind: FailureKind,
    /// The system's own words; empty where there are none.
    pub detail: String,
    /// Whether it concerns the context alone: it is told, and does not fail the run.
    pub context: bool,
}

impl Failure {
    /// Whether it fails the run.
    pub fn counts(&self) -> bool {
        !self.context && !matches!(self.kind, FailureKind::NoAgreement | FailureKind::NoRegister)
    }

    /// That a file was not written, by its path from the working directory and from the project root.
    pub fn not_written(path: &str, project_path: &str, why: NotWritten) -> Self {
        let (kind, detail) = match why {
            NotWritten::Changed => (FailureKind::Changed, String::new()),
            NotWritten::Failed(error) => (FailureKind::NotWritten(error.kind()), error.to_string()),
        };
        Self { detail, ..Self::of(path, project_path, kind) }
    }

    /// A failure of the run at a path from the working directory and from the project root, about which the system has said nothing.
    pub fn of(path: &str, project_path: &str, kind: FailureKind) -> Self {
        let (path, project_path) = (Some(path.to_owned()), Some(project_path.to_owned()));
        Self { path, project_path, kind, detail: String::new(), context: false }
    }

    /// That no document was found.
    pub fn no_document() -> Self {
        let (path, project_path, detail) = (None, None, String::new());
        Self { path, project_path, kind: FailureKind::NoDocument, detail, context: false }
    }
}
