//! Tells of files that are made, changed or deleted, while they are.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::{Told, os_walk};

/// The coarsest clock of a file system: what was written so shortly before counts as written since.
const COARSE: Duration = Duration::from_secs(2);

/// Watches folders with all that is below them, until what comes back is dropped; tells of what was changed since a moment, too. One that
/// is not there, or goes, is watched from when it comes.
pub(super) fn watch(folders: &[PathBuf], since: SystemTime, told: Told) -> io::Result<Box<dyn Send>> {
    let (sender, events) = channel();
    let hear = move |event: notify::Result<Event>| {
        // Events that were lost can be told of no more; reading alone changes nothing.
        let changed = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)));
        // Nobody listens any more where this fails.
        let _ = changed.filter(|event| !event.paths.is_empty()).map(|event| sender.send(event));
    };
    let watcher = notify::recommended_watcher(hear).map_err(io::Error::other)?;
    let mut eyes = Eyes { watcher, folders: folders.to_vec(), above: BTreeSet::new() };
    eyes.look_above();
    for folder in folders {
        eyes.look_into(folder).map_err(io::Error::other)?;
    }
    let since = since.checked_sub(COARSE).unwrap_or(since);
    let files = folders.iter().flat_map(|folder| below(folder));
    let missed: Vec<PathBuf> = files.filter(|file| changed(file).is_ok_and(|changed| changed >= since)).collect();
    if !missed.is_empty() {
        told(missed);
    }
    let eyes = Arc::new(Mutex::new(eyes));
    let seen = Arc::downgrade(&eyes);
    thread::Builder::new().name("kader files".to_owned()).spawn(move || relay(&events, &seen, &told))?;
    Ok(Box::new(eyes))
}

/// Tells of what happens, as long as somebody looks.
fn relay(events: &Receiver<Event>, eyes: &Weak<Mutex<Eyes>>, told: &Told) {
    for event in events {
        let Some(eyes) = eyes.upgrade() else { return };
        let mut eyes = eyes.lock().unwrap_or_else(PoisonError::into_inner);
        let moved = !matches!(event.kind, EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)));
        let paths: Vec<PathBuf> = event.paths.into_iter().filter(|path| eyes.mean(path, moved)).collect();
        let come = if moved { eyes.look_again(&paths) } else { Vec::new() };
        drop(eyes);
        let all: Vec<PathBuf> = paths.into_iter().chain(come).collect();
        if !all.is_empty() {
            told(all);
        }
    }
}

/// What is looked at.
struct Eyes {
    watcher: RecommendedWatcher,
    folders: Vec<PathBuf>,
    /// The nearest folders above that are there: in them a folder comes and goes.
    above: BTreeSet<PathBuf>,
}

impl Eyes {
    /// Looks at a folder and all below it, where it is there.
    fn look_into(&mut self, folder: &Path) -> notify::Result<()> {
        match self.watcher.watch(folder, RecursiveMode::Recursive) {
            Err(_) if !folder.exists() => Ok(()),
            looked => looked,
        }
    }

    /// Looks at where folders come and go. A folder above that nobody may look at is left: then what is in it is seen, and no more.
    fn look_above(&mut self) {
        // What comes in one before it is looked at is found in the next round.
        loop {
            let wanted = self.nearest();
            if wanted == self.above {
                return;
            }
            for path in self.above.difference(&wanted) {
                // One that is gone is not watched any more.
                let _ = self.watcher.unwatch(path);
            }
            for path in wanted.difference(&self.above) {
                let _ = self.watcher.watch(path, RecursiveMode::NonRecursive);
            }
            self.above = wanted;
        }
    }

    /// The nearest folders above those that are watched with all that is in them.
    fn nearest(&self) -> BTreeSet<PathBuf> {
        let there = |folder: &PathBuf| folder.ancestors().skip(1).find(|above| above.exists()).map(Path::to_path_buf);
        let seen = |above: &PathBuf| self.folders.iter().any(|folder| above.starts_with(folder));
        self.folders.iter().filter_map(there).filter(|above| !seen(above)).collect()
    }

    /// Looks anew at the folders of which one of these paths is the beginning; gives the files that stand there.
    fn look_again(&mut self, paths: &[PathBuf]) -> Vec<PathBuf> {
        let turned = |folder: &&PathBuf| paths.iter().any(|path| folder.starts_with(path));
        let folders: Vec<PathBuf> = self.folders.iter().filter(turned).cloned().collect();
        if !folders.is_empty() {
            // One of those above that went and came is another one now.
            self.forget_above(paths);
            self.look_above();
        }
        for folder in &folders {
            let _ = self.watcher.unwatch(folder);
            // What cannot be watched any more is as if it never came.
            let _ = self.look_into(folder);
        }
        folders.iter().flat_map(|folder| below(folder)).collect()
    }

    fn forget_above(&mut self, paths: &[PathBuf]) {
        for path in self.above.extract_if(.., |above| paths.iter().any(|path| above.starts_with(path))) {
            let _ = self.watcher.unwatch(&path);
        }
    }

    /// Whether a path is meant: not what else is in the folders above, nor what becomes of these but that they come or go.
    fn mean(&self, path: &Path, moved: bool) -> bool {
        let leads = self.folders.iter().any(|folder| folder.starts_with(path));
        let below = self.folders.iter().any(|folder| path.starts_with(folder));
        let beside = path.parent().is_some_and(|parent| self.above.contains(parent));
        below || (leads && moved) || (!leads && !beside)
    }
}

/// The files below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    os_walk::walk(folder, &"").files
}

/// When a file was last written, or put where it is.
fn changed(file: &Path) -> io::Result<SystemTime> {
    let metadata = fs::metadata(file)?;
    let written = metadata.modified()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        // A file keeps its time when it is moved; its inode's own time is that of the move.
        let seconds = u64::try_from(metadata.ctime()).unwrap_or_default();
        let moved = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        Ok(written.max(moved))
    }
    #[cfg(not(unix))]
    {
        Ok(written)
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::{Receiver, channel};
    use std::time::{Duration, SystemTime};

    use super::{Told, watch};

    fn told() -> (Told, Receiver<Vec<PathBuf>>) {
        let (sender, receiver) = channel();
        (Box::new(move |paths| drop(sender.send(paths))), receiver)
    }

    fn tells_of(receiver: &Receiver<Vec<PathBuf>>, file: &Path) -> bool {
        std::iter::from_fn(|| receiver.recv_timeout(Duration::from_secs(10)).ok()).flatten().any(|path| path == file)
    }

    #[test]
    fn what_is_written_below_a_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("below")).unwrap();
        let (tell, heard) = told();
        let guard = watch(std::slice::from_ref(&root), SystemTime::now(), tell).unwrap();
        let file = root.join("below/a.json");
        std::fs::write(&file, "a").unwrap();
        assert!(tells_of(&heard, &file));
        drop(guard);
        std::fs::write(root.join("b.json"), "b").unwrap();
        let later = heard.into_iter().flatten().any(|path| path.ends_with("b.json"));
        assert!(!later, "nobody looks any more, and the end is told");
    }

    #[test]
    fn a_folder_that_comes_later_or_again_is_watched() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (tell, heard) = told();
        let (within, beside) = (root.join("one/two"), root.join("beside"));
        let guard = watch(std::slice::from_ref(&within), SystemTime::now(), tell).unwrap();
        for round in 0..3 {
            std::fs::create_dir_all(&within).unwrap();
            let (at_once, later) = (within.join(format!("{round}.json")), within.join(format!("later-{round}.json")));
            std::fs::write(&at_once, "a").unwrap();
            assert!(tells_of(&heard, &at_once), "{round}");
            std::fs::write(&later, "a").unwrap();
            assert!(tells_of(&heard, &later), "{round}");
            std::fs::write(&beside, "a").unwrap();
            if round == 1 {
                std::fs::rename(root.join("one"), root.join("other")).unwrap();
            } else {
                std::fs::remove_dir_all(root.join("one")).unwrap();
            }
            assert!(tells_of(&heard, &root.join("one")), "{round}");
        }
        drop(guard);
        assert!(heard.into_iter().flatten().all(|path| path != beside), "what stands beside is nobody's business");
    }

    #[test]
    fn what_was_written_since_a_moment_is_told_and_what_is_older_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let file = root.join("a.json");
        std::fs::write(&file, "a").unwrap();
        let hour = Duration::from_hours(1);
        let (tell, heard) = told();
        drop(watch(std::slice::from_ref(&root), SystemTime::now() - hour, tell).unwrap());
        assert!(tells_of(&heard, &file));
        let (tell, heard) = told();
        drop(watch(std::slice::from_ref(&root), SystemTime::now() + hour, tell).unwrap());
        assert!(!tells_of(&heard, &file));
    }
}
