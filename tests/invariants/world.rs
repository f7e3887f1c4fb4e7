//! A workspace that changes: whatever is done to it, its session says what a fresh one says over the same texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kader::config::Choice;
use kader::findings::Finding;
use kader::system::Memory;
use kader::workspace::session::{Key, Session, Settings, Snapshot};

use crate::support::{carried, given};

/// The folder of the workspace.
pub(crate) const FOLDER: &str = "/w";
/// The day of judgement.
pub(crate) const AS_OF: &str = "2026-01-01";

/// The disk, the texts that are open, and the session that is told of what happens to them.
pub(crate) struct World {
    pub(crate) disk: Arc<Memory>,
    pub(crate) open: BTreeMap<Key, Arc<str>>,
    pub(crate) session: Session,
    folders: Vec<PathBuf>,
    as_of: &'static str,
    /// When it was last looked at.
    before: Arc<Snapshot>,
}

/// A session over a disk that has looked at nothing yet.
pub(crate) fn session(disk: &Arc<Memory>) -> Session {
    Session::new(Arc::clone(disk) as Arc<_>, vec![PathBuf::from(FOLDER)], settings(AS_OF), carried())
}

fn settings(as_of: &str) -> Settings {
    Settings { given: given(as_of), choice: Choice::Nearest }
}

/// The key of a file.
pub(crate) fn file(path: impl AsRef<Path>) -> Key {
    Key::File(Arc::from(path.as_ref()))
}

/// Brings a session up to date; gives the documents that it tells of, and all there is.
pub(crate) fn judged(session: &mut Session) -> (BTreeSet<Key>, Arc<Snapshot>) {
    let told = session.judge(&|| false).unwrap().into_iter().collect();
    assert!(!session.is_due());
    (told, session.snapshot())
}

/// What is said of each document, as far as readers see it.
pub(crate) fn said(snapshot: &Snapshot) -> BTreeMap<Key, Vec<Finding>> {
    let all = snapshot.entries().map(|entry| {
        let accepted = entry.judgement.accepted.iter().map(|accepted| accepted.finding.clone());
        (entry.key.clone(), entry.judgement.findings.iter().cloned().chain(accepted).collect())
    });
    all.collect()
}

/// Where the findings of a document point in others.
fn places(snapshot: &Snapshot, key: &Key) -> Vec<String> {
    let entry = snapshot.entry(key).unwrap();
    let places = entry.judgement.findings.iter().flat_map(|finding| snapshot.places(finding));
    places.map(|place| format!("{:?} {:?}", place.entry.key, place.range)).collect()
}

impl World {
    /// A workspace on a disk, with nothing open.
    pub(crate) fn new(disk: Arc<Memory>) -> Self {
        let mut session = session(&disk);
        let (told, before) = judged(&mut session);
        assert_eq!(told, said(&before).into_keys().collect(), "everything is told at first");
        Self { disk, open: BTreeMap::new(), session, folders: vec![PathBuf::from(FOLDER)], as_of: AS_OF, before }
    }

    /// Works over other folders.
    pub(crate) fn set_folders(&mut self, folders: &[&str]) {
        self.folders = folders.iter().map(PathBuf::from).collect();
        self.session.set_folders(self.folders.clone());
    }

    /// Judges on another day.
    pub(crate) fn set_day(&mut self, as_of: &'static str) {
        self.as_of = as_of;
        self.session.configure(settings(as_of));
    }

    /// Opens a text, or changes an open one.
    pub(crate) fn open(&mut self, key: Key, text: impl Into<Arc<str>>) {
        let text = text.into();
        self.session.open(&key, Arc::clone(&text));
        self.open.insert(key, text);
    }

    /// Closes a text, where it is open.
    pub(crate) fn close(&mut self, key: &Key) {
        if self.open.remove(key).is_some() {
            self.session.close(key);
        }
    }

    /// Writes a file.
    pub(crate) fn write(&mut self, path: &Path, text: &str) {
        self.disk.put(path, text);
        self.session.files_changed(&[path.to_path_buf()]);
    }

    /// Removes a file.
    pub(crate) fn remove(&mut self, path: &Path) {
        self.disk.remove(path);
        self.session.files_changed(&[path.to_path_buf()]);
    }

    /// What a fresh session says.
    pub(crate) fn fresh(&self) -> Arc<Snapshot> {
        let disk = Arc::clone(&self.disk) as Arc<_>;
        let mut fresh = Session::new(disk, self.folders.clone(), settings(self.as_of), carried());
        for (key, text) in &self.open {
            fresh.open(key, Arc::clone(text));
        }
        judged(&mut fresh).1
    }

    /// Brings the session up to date: it says what a fresh one says, and tells of all that has changed since it was last looked at.
    pub(crate) fn settle(&mut self, history: &dyn Fn() -> String) {
        let (told, now) = judged(&mut self.session);
        let fresh = self.fresh();
        let (mine, its) = (said(&now), said(&fresh));
        assert_eq!(mine.keys().collect::<Vec<_>>(), its.keys().collect::<Vec<_>>(), "{}", history());
        for (key, findings) in &mine {
            assert_eq!(findings, &its[key], "{key:?} in {}", history());
            assert_eq!(places(&now, key), places(&fresh, key), "{key:?} in {}", history());
        }
        let old = said(&self.before);
        for key in old.keys().chain(mine.keys()) {
            let moved = || places(&self.before, key) != places(&now, key);
            let differs = old.get(key) != mine.get(key) || (mine.contains_key(key) && moved());
            assert!(!differs || told.contains(key), "{key:?} is not told of in {}", history());
        }
        self.before = now;
    }
}
