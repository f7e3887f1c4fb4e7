//! Where a new agreement comes: a file that is not there yet, in a folder that is.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{OUTPUT, STANDARD};
use crate::cli::Context;
use crate::cli::fault::Fault;
use crate::policy::SUFFIX;
use crate::report::failures;
use crate::system::FileKind;
use crate::texts::Texts;

/// The file, as far as it is known by now: that of the option, else the one that goes by the id; `None` for standard output.
pub(super) fn known(matches: &ArgMatches, id: Option<&str>) -> Option<PathBuf> {
    match matches.get_one::<PathBuf>(OUTPUT) {
        Some(path) => Some(path.clone()).filter(|path| path.as_os_str() != STANDARD),
        None => id.map(|id| PathBuf::from(format!("{id}{SUFFIX}"))),
    }
}

/// That nothing stands there yet, and that its folder does.
pub(super) fn is_free(context: &Context<'_>, path: &Path) -> Result<(), Fault> {
    let say = |id: &str| Texts::get(context.lang).format(id, &[]);
    let fault = |why: String| Fault::Named { name: path.to_string_lossy().into_owned(), why };
    match context.system.kind(path) {
        Ok(FileKind::Folder) => return Err(fault(say("cli-folder"))),
        Ok(_) => return Err(fault(say("init-exists"))),
        // What else is wrong comes out when it is written.
        Err(_) => {}
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder.map(|folder| context.system.kind(folder)) {
        None | Some(Ok(FileKind::Folder)) => Ok(()),
        Some(Ok(_)) => Err(fault(say("cli-file-above"))),
        Some(Err(error)) if error.kind() == ErrorKind::NotFound => Err(fault(say("new-no-folder"))),
        Some(Err(error)) => Err(fault(failures::reason(context.lang, error.kind(), &error.to_string()))),
    }
}

/// Makes the file.
pub(super) fn create(context: &Context<'_>, path: &Path, text: &str) -> Result<(), Fault> {
    is_free(context, path)?;
    context.system.create(path, text.as_bytes()).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::AlreadyExists => Texts::get(context.lang).format("init-exists", &[]),
            kind => failures::reason(context.lang, kind, &error.to_string()),
        };
        Fault::Named { name: path.to_string_lossy().into_owned(), why }
    })
}
