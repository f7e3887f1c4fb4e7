//! Tells of files that are made, changed or deleted, while they are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use super::{Told, os_walk};

/// The coarsest clock of a file system: what was written so shortly before counts as written since.
const COARSE: Duration = Duration::from_secs(2);

/// Watches folders with all that is below them, until what comes back is dropped; tells of what was changed since a moment, too.
pub(super) fn watch(folders: &[PathBuf], since: SystemTime, told: Told) -> io::Result<Box<dyn Send>> {
    let told = Arc::new(told);
    let heard = Arc::clone(&told);
    let tell = move |event: notify::Result<Event>| {
        // Events that were lost can be told of no more; reading alone changes nothing.
        let changed = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)));
        if let Some(event) = changed.filter(|event| !event.paths.is_empty()) {
            heard(event.paths);
        }
    };
    let mut watcher = notify::recommended_watcher(tell).map_err(io::Error::other)?;
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(io::Error::other)?;
    }
    let since = since.checked_sub(COARSE).unwrap_or(since);
    let files = folders.iter().flat_map(|folder| os_walk::walk(folder, &"").files);
    let missed: Vec<PathBuf> = files.filter(|file| changed(file).is_ok_and(|changed| changed >= since)).collect();
    if !missed.is_empty() {
        told(missed);
    }
    Ok(Box::new(watcher))
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
        assert!(watch(&[root.join("nothing")], SystemTime::now(), told().0).is_err());
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
