//! Tells of files that are made, changed or deleted, while they are.

use std::io;
use std::path::PathBuf;

use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use super::Told;

/// Watches folders with all that is below them, until what comes back is dropped.
pub(super) fn watch(folders: &[PathBuf], told: Told) -> io::Result<Box<dyn Send>> {
    let tell = move |event: notify::Result<Event>| {
        // Events that were lost can be told of no more; reading alone changes nothing.
        let changed = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)));
        if let Some(event) = changed.filter(|event| !event.paths.is_empty()) {
            told(event.paths);
        }
    };
    let mut watcher = notify::recommended_watcher(tell).map_err(io::Error::other)?;
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(io::Error::other)?;
    }
    Ok(Box::new(watcher))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::watch;

    #[test]
    fn what_is_written_below_a_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("below")).unwrap();
        let (sender, receiver) = channel();
        let told = Box::new(move |paths| drop(sender.send(paths)));
        let guard = watch(std::slice::from_ref(&root), told).unwrap();
        let file = root.join("below/a.json");
        std::fs::write(&file, "a").unwrap();
        let found = std::iter::from_fn(|| receiver.recv_timeout(Duration::from_secs(10)).ok());
        assert!(found.flatten().any(|path| path == file));
        drop(guard);
        assert!(watch(&[root.join("nothing")], Box::new(|_| {})).is_err());
    }
}
