//! The words of what could not be checked.

use std::io::ErrorKind;

use crate::policy::Lang;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::{Failure, FailureKind};

/// Why something could not be checked, in one sentence without a full stop.
pub fn text(lang: Lang, failure: &Failure) -> String {
    let texts = Texts::get(lang);
    match failure.kind {
        FailureKind::NotFound => texts.format("cli-not-found", &[]),
        FailureKind::Denied => texts.format("cli-denied", &[]),
        FailureKind::NotRegular => texts.format("cli-not-regular", &[]),
        FailureKind::NoDocument => texts.format("cli-no-document", &[]),
        FailureKind::NoAgreement => texts.format("cli-no-agreement", &[]),
        FailureKind::NoRegister => texts.format("cli-no-register", &[]),
        FailureKind::Changed => texts.format("cli-changed", &[]),
        FailureKind::NotWritten(kind) => {
            texts.format("cli-unwritten", &[("reason", reason(lang, kind, &failure.detail).into())])
        }
        FailureKind::Unreadable(kind) => {
            texts.format("cli-unreadable", &[("detail", reason(lang, kind, &failure.detail).into())])
        }
    }
}

/// Why reading or writing went wrong: our own words where there are, else the system's.
pub fn reason(lang: Lang, kind: ErrorKind, detail: &str) -> String {
    let id = match kind {
        ErrorKind::NotFound => "cli-not-found",
        ErrorKind::PermissionDenied => "cli-denied",
        ErrorKind::IsADirectory => "cli-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "cli-full",
        ErrorKind::TooManyLinks => "cli-linked",
        ErrorKind::NotADirectory => "cli-file-above",
        ErrorKind::InvalidFilename => "cli-long-name",
        ErrorKind::ReadOnlyFilesystem => "cli-read-only",
        ErrorKind::AlreadyExists => "cli-exists",
        ErrorKind::FileTooLarge => "cli-large",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "cli-busy",
        ErrorKind::OutOfMemory => "cli-memory",
        _ => return visible(detail).into_owned(),
    };
    Texts::get(lang).format(id, &[])
}
