//! `--watch`: the work is done again whenever something that bears on it has changed, until somebody ends it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::ArgMatches;

use crate::cli::fault::{self, Fault, written};
use crate::cli::judging::PATH;
use crate::cli::{Context, FAILED, files_from};
use crate::config::root::RootFinder;
use crate::config::{Choice, Configs};
use crate::report::failures;
use crate::system::{FileKind, Stream, paths};
use crate::texts::Texts;

/// The switch.
pub(super) const WATCH: &str = "watch";

/// So long nothing must happen before the work is done again: editors write in several steps.
const QUIET: Duration = Duration::from_millis(75);
/// However much happens, it is not put off longer than this many times.
const PATIENCE: usize = 20;
/// Clears a terminal, and begins at its top (ECMA-48).
const CLEAR: &[u8] = b"\x1B[2J\x1B[3J\x1B[H";

/// Does some work again and again. `own` are files that it writes itself, which are no reason to do it again.
///
/// # Errors
/// That files cannot be watched, or that a report can no longer be written.
pub(super) fn watched(
    context: &mut Context<'_>,
    matches: &ArgMatches,
    own: &[PathBuf],
    work: &dyn Fn(&mut Context<'_>) -> Result<u8, Fault>,
) -> Result<u8, Fault> {
    let (sender, changes) = channel();
    let folders = folders(context, matches)?;
    let told = Box::new(move |files| drop(sender.send(files)));
    // Whoever names a folder that is not there has probably made a slip, and would wait for nothing.
    let there = folders.iter().try_for_each(|folder| context.system.kind(folder).map(drop));
    let watched = there.and_then(|()| context.system.watch(&folders, context.system.elapsed(), told));
    let _guard = watched.map_err(|error| {
        let why = failures::reason(context.lang, error.kind(), &error.to_string());
        Fault::Named { name: format!("--{WATCH}"), why }
    })?;
    let own: BTreeSet<PathBuf> = own.iter().map(|file| whole(context, file)).collect();
    loop {
        if context.system.is_terminal(Stream::Output) {
            // Where standard output is gone, the report says so.
            let _ = context.out.write_all(CLEAR);
        }
        // What went wrong in one round may be right in the next; where nobody reads any more, there is none.
        let done = work(context).and_then(|status| written(context.out.flush(), status));
        if let Err(fault @ Fault::Output { .. }) = done {
            return Err(fault);
        }
        fault::settle(context, done);
        let texts = Texts::get(context.lang);
        let _ = writeln!(context.err, "{}", texts.format("cli-watching", &[]));
        let _ = context.err.flush();
        if !wait(&changes, &|file| bears(file, &own)) {
            return Ok(FAILED);
        }
        context.configs = Configs::new(context.system, Choice::default());
    }
}

/// Waits for a change that bears on the work, and until things are quiet again; whether there can be one.
fn wait(changes: &Receiver<Vec<PathBuf>>, bears: &dyn Fn(&Path) -> bool) -> bool {
    loop {
        let Ok(files) = changes.recv() else { return false };
        if !files.iter().any(|file| bears(file)) {
            continue;
        }
        for _ in 0..PATIENCE {
            match changes.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        return true;
    }
}

/// Whether a file may change what is found: not one that the work writes, nor what stands there for a moment while it does.
fn bears(file: &Path, own: &BTreeSet<PathBuf>) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let passing = name.starts_with(".kader-") && paths::ends_in(file, ".tmp");
    !passing && !own.contains(file)
}

/// The folders in which something may bear on the work: those that are named, those of files that are named, and the roots of all.
fn folders(context: &Context<'_>, matches: &ArgMatches) -> Result<Vec<PathBuf>, Fault> {
    let system = context.system;
    let given = matches.get_many::<PathBuf>(PATH).into_iter().flatten().cloned();
    let listed = files_from::read(context, matches)?;
    let named: Vec<PathBuf> = given.chain(listed.into_iter().flatten()).collect();
    let named = if named.is_empty() { vec![PathBuf::from(".")] } else { named };
    let finder = RootFinder::new(system);
    let mut folders = BTreeSet::new();
    for path in named {
        let path = whole(context, &path);
        let is_folder = system.kind(&path).is_ok_and(|kind| kind == FileKind::Folder);
        let folder = if is_folder { Some(path.as_path()) } else { path.parent() };
        folders.extend(folder.map(ToOwned::to_owned));
        let document = if is_folder { path.join("_") } else { path.clone() };
        folders.extend(finder.root(&document).map(|root| root.to_path_buf()));
    }
    // One that lies in another is watched with it.
    let all = folders.clone();
    folders.retain(|folder| !folder.ancestors().skip(1).any(|above| all.contains(above)));
    Ok(folders.into_iter().collect())
}

/// A path as changes name it: absolute, as it stands on the disk.
fn whole(context: &Context<'_>, path: &Path) -> PathBuf {
    let path = paths::absolute(&context.system.current_dir().unwrap_or_default(), path);
    let above = |path: &Path| Some(context.system.canonical(path.parent()?).ok()?.join(path.file_name()?));
    context.system.canonical(&path).ok().or_else(|| above(&path)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::channel;

    use super::{bears, wait};

    #[test]
    fn what_the_work_writes_itself_is_no_change() {
        let written = BTreeSet::from([PathBuf::from("/w/out.json")]);
        assert!(bears(Path::new("/w/a.afspraak.json"), &written) && bears(Path::new("/w/evidence.pdf"), &written));
        assert!(!bears(Path::new("/w/out.json"), &written) && !bears(Path::new("/w/.kader-1-2.tmp"), &written));
    }

    #[test]
    fn several_changes_are_one_and_the_end_is_the_end() {
        let (sender, changes) = channel();
        let bears = |file: &Path| file != Path::new("out");
        for name in ["out", "a", "b"] {
            sender.send(vec![PathBuf::from(name)]).unwrap();
        }
        assert!(wait(&changes, &bears));
        assert!(changes.try_recv().is_err(), "all of them have been taken");
        drop(sender);
        assert!(!wait(&changes, &bears));
    }
}
