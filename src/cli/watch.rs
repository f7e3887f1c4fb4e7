//! `--watch`: the work is done again whenever something that bears on it has changed, until somebody ends it.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
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
use crate::system::{FileKind, ReadFile, Stream, System, paths};
use crate::texts::Texts;
use crate::workspace::walk;

/// The switch.
pub(super) const WATCH: &str = "watch";

/// So long nothing must happen before the work is done again: editors write in several steps.
const QUIET: Duration = Duration::from_millis(75);
/// However much happens, it is not put off longer than this many times.
const PATIENCE: usize = 20;
/// The most bytes of a file that are looked at.
const MOST: u64 = 64 << 20;
/// Clears a terminal, and begins at its top (ECMA-48).
const CLEAR: &[u8] = b"\x1B[2J\x1B[3J\x1B[H";

/// What a round has come to.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// The exit status.
    pub(super) status: u8,
    /// Absolute paths of files that were read beside documents, configurations and packs.
    pub(super) read: Vec<PathBuf>,
    /// Absolute paths of documents that were written.
    pub(super) written: Vec<PathBuf>,
}

/// Does some work again and again. `own` are reports that it writes itself, which are no reason to do it again.
///
/// # Errors
/// That files cannot be watched, or that a report can no longer be written.
pub(super) fn watched(
    context: &mut Context<'_>,
    matches: &ArgMatches,
    own: &[PathBuf],
    work: &dyn Fn(&mut Context<'_>) -> Result<Round, Fault>,
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
    let mut known = Known::new(context.system, own.iter().map(|file| whole(context, file)).collect());
    loop {
        // What has changed so far is read in this round.
        for file in changes.try_iter().flatten() {
            known.changed(&file);
        }
        if context.system.is_terminal(Stream::Output) {
            // Where standard output is gone, the report says so. What is told on standard error comes behind it.
            let _ = context.out.write_all(CLEAR).and_then(|()| context.out.flush());
        }
        // What went wrong in one round may be right in the next; where nobody reads any more, there is none.
        let done = work(context).and_then(|round| {
            let status = written(context.out.flush(), round.status)?;
            Ok(Round { status, ..round })
        });
        match done {
            Err(fault @ Fault::Output { .. }) => return Err(fault),
            Err(fault) => drop(fault::settle(context, Err(fault))),
            Ok(round) => known.take_in(round),
        }
        let texts = Texts::get(context.lang);
        let _ = writeln!(context.err, "{}", texts.format("cli-watching", &[]));
        let _ = context.err.flush();
        if !wait(&changes, &mut |file| known.changed(file)) {
            return Ok(FAILED);
        }
        context.configs = Configs::new(context.system, Choice::default());
    }
}

/// Waits for a change that bears on the work, and until things are quiet again; whether there can be one.
fn wait(changes: &Receiver<Vec<PathBuf>>, is_new: &mut dyn FnMut(&Path) -> bool) -> bool {
    // Each is looked at, so that all are known.
    let mut any = |files: Vec<PathBuf>| files.iter().filter(|file| is_new(file)).count() > 0;
    loop {
        let Ok(files) = changes.recv() else { return false };
        if !any(files) {
            continue;
        }
        for _ in 0..PATIENCE {
            match changes.recv_timeout(QUIET) {
                Ok(files) => drop(any(files)),
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        return true;
    }
}

/// What is known of files, so that a change is told from what only looks like one.
struct Known<'a> {
    system: &'a dyn System,
    /// Reports that the work writes.
    own: BTreeSet<PathBuf>,
    /// What the work reads beside documents, configurations and packs.
    read: BTreeSet<PathBuf>,
    /// What each file was when it was last looked at: the hash of its text, or of nothing where only matters that it is there.
    states: HashMap<PathBuf, Option<u64>>,
}

impl<'a> Known<'a> {
    fn new(system: &'a dyn System, own: BTreeSet<PathBuf>) -> Self {
        Self { system, own, read: BTreeSet::new(), states: HashMap::new() }
    }

    /// Takes in what a round has read and written: what it wrote itself is no change.
    fn take_in(&mut self, round: Round) {
        self.read = round.read.into_iter().collect();
        for file in round.written {
            let state = self.state(&file);
            self.states.insert(file, state);
        }
    }

    /// Whether a file is another one than it was when it was last looked at, and that may change what is found.
    fn changed(&mut self, file: &Path) -> bool {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let passing = name.starts_with(".kader-") && paths::ends_in(file, ".tmp");
        let within_git = file.parent().is_some_and(|folder| folder.iter().any(|part| part == ".git"));
        if passing || within_git || self.own.contains(file) {
            return false;
        }
        let state = self.state(file);
        self.states.insert(file.to_path_buf(), state) != Some(state)
    }

    fn state(&self, file: &Path) -> Option<u64> {
        let ends = |suffix: &str| paths::ends_in(file, suffix);
        let is_read = walk::is_document(file) || [".toml", ".ftl", "ignore"].into_iter().any(ends);
        let mut hasher = DefaultHasher::new();
        if !is_read && !self.read.contains(file) {
            // It may be evidence: then it is asked whether it is there.
            return self.system.exists(file).then(|| hasher.finish());
        }
        match self.system.read(file, MOST).ok()? {
            ReadFile::Bytes(bytes) => bytes.hash(&mut hasher),
            ReadFile::TooLarge(size) => size.hash(&mut hasher),
        }
        Some(hasher.finish())
    }
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

    use super::{Known, Round, wait};
    use crate::system::{Memory, System as _};

    #[test]
    fn what_only_looks_like_a_change_is_none() {
        let disk =
            Memory::new().with_file("/w/a.afspraak.json", "{}").with_file("/w/log", "a").with_file("/w/known", "");
        let mut known = Known::new(&disk, BTreeSet::from([PathBuf::from("/w/out.json")]));
        let mut look = |file: &str| known.changed(Path::new(file));
        assert!(
            !look("/w/out.json") && !look("/w/.kader-1-2.tmp") && !look("/w/.git/index") && !look("/w/.git/a.toml")
        );
        for file in ["/w/a.afspraak.json", "/w/log", "/w/known", "/w/.git"] {
            assert!(look(file), "{file} was never looked at");
            assert!(!look(file), "{file} is what it was");
        }
        for file in ["/w/a.afspraak.json", "/w/log", "/w/known"] {
            disk.put(file, "another text");
        }
        assert!(look("/w/a.afspraak.json") && !look("/w/log"), "of some files it only matters whether they are there");
        disk.remove("/w/log");
        assert!(look("/w/log"));
        known.take_in(Round { read: vec!["/w/known".into()], written: vec!["/w/b.afspraak.json".into()], status: 0 });
        assert!(known.changed(Path::new("/w/known")), "a baseline is read");
        assert!(!known.changed(Path::new("/w/b.afspraak.json")), "what the work wrote itself");
        disk.write(Path::new("/w/b.afspraak.json"), b"{}").unwrap();
        assert!(known.changed(Path::new("/w/b.afspraak.json")));
    }

    #[test]
    fn several_changes_are_one_and_the_end_is_the_end() {
        let (sender, changes) = channel();
        let mut bears = |file: &Path| file != Path::new("out");
        for name in ["out", "a", "b"] {
            sender.send(vec![PathBuf::from(name)]).unwrap();
        }
        assert!(wait(&changes, &mut bears));
        assert!(changes.try_recv().is_err(), "all of them have been taken");
        drop(sender);
        assert!(!wait(&changes, &mut bears));
    }
}
