//! The documents of an editor's workspace: as they are on the disk and in open texts, judged anew as they change.
//!
//! For any sequence of changes the outcome is that of a fresh session over the same texts. Only what a change bears on is done again: the
//! document itself, and those that have a tie with what it exports.

mod entry;
mod evidence;
mod judging;
mod layout;
mod namesakes;
mod sides;
mod snapshot;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::{Choice, ConfigFault, Given};
use crate::findings::fingerprint::Fingerprint;
use crate::model::landmark::DocumentId;
use crate::system::{Overlay, System, paths};
use crate::workspace::policies::Loaded;
use crate::workspace::rulebooks::Refusal;
use crate::workspace::threads::Threads;
use crate::workspace::walk;

pub use entry::{Characters, Entry};
use namesakes::Namesakes;
use sides::Side;
pub use snapshot::{Place, Snapshot};

/// What tells one document from all others. Keys are compared by their bytes: paths as such are compared part by part, which is slow.
#[derive(Debug, Clone)]
pub enum Key {
    /// The absolute path of its file.
    File(Arc<Path>),
    /// A name of the editor's, for a text without a file.
    Text(Arc<str>),
}

impl Key {
    /// The file, where it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(file) => Some(file),
            Self::Text(_) => None,
        }
    }

    /// Whether it is a name, and its bytes.
    fn spelling(&self) -> (bool, &[u8]) {
        match self {
            Self::File(file) => (false, file.as_os_str().as_encoded_bytes()),
            Self::Text(name) => (true, name.as_bytes()),
        }
    }

    /// Its path or its name as text.
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::File(file) => file.to_string_lossy(),
            Self::Text(name) => Cow::Borrowed(name),
        }
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.spelling() == other.spelling()
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.spelling().cmp(&other.spelling())
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.spelling().hash(state);
    }
}

/// What a session is told beside the documents.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What goes before every configuration.
    pub given: Given,
    /// Which configuration files count.
    pub choice: Choice,
}

/// A workspace as it is now.
pub struct Session {
    system: Overlay,
    /// The folders of the workspace: each is the root of its documents where neither `kader.toml` nor git gives one.
    folders: Vec<PathBuf>,
    settings: Settings,
    carried: Arc<Loaded>,
    threads: Threads,
    /// Open texts without a file, by their names.
    nameless: BTreeMap<Arc<str>, Arc<str>>,
    /// The files with an open text that stood on the disk, too, when it was last found out which documents there are: the disk decides
    /// whether these are among what a folder holds.
    standing: BTreeSet<PathBuf>,
    /// The documents with a file by its path, then those without.
    entries: Vec<Arc<Entry>>,
    by_key: Arc<HashMap<Key, DocumentId>>,
    /// For each context whether it is whole.
    whole: Vec<bool>,
    /// See [`Self::roots_beyond`].
    beyond: BTreeSet<PathBuf>,
    /// The policies that documents are judged by.
    policies: Vec<Arc<Loaded>>,
    sides: BTreeMap<SideKey, Side>,
    namesakes: Namesakes,
    /// The findings that baselines hold, by their files.
    known: BTreeMap<PathBuf, HashSet<Fingerprint>>,
    /// Where configurations and packs are at fault.
    faults: Arc<[ConfigFault]>,
    due: Due,
    snapshot: Option<Arc<Snapshot>>,
}

/// A context, and the number of a policy.
type SideKey = (usize, usize);

/// What is still to be done.
#[derive(Debug, Default)]
struct Due {
    /// Whether which documents there are must be found out anew.
    layout: bool,
    /// Whether all documents are read and judged anew, whatever is known of them.
    fresh: bool,
    /// Whether who belongs together must be found out anew.
    sides: bool,
    /// Documents to be read and judged by themselves.
    examine: BTreeSet<DocumentId>,
    /// Documents to be judged beside the others.
    conclude: BTreeSet<DocumentId>,
    /// Documents of which readers must hear.
    tell: BTreeSet<Key>,
}

impl Due {
    /// All documents are found, read and judged anew.
    fn start_over(&mut self) {
        (self.layout, self.fresh) = (true, true);
    }
}

impl Session {
    /// A session over the documents of some folders (absolute paths), by the policy that the program carries unless a configuration names
    /// another one. Nothing is read yet.
    pub fn new(system: Arc<dyn System>, folders: Vec<PathBuf>, settings: Settings, carried: Arc<Loaded>) -> Self {
        Self {
            system: Overlay::over(system),
            folders,
            settings,
            carried,
            threads: Threads::new(0),
            nameless: BTreeMap::new(),
            standing: BTreeSet::new(),
            entries: Vec::new(),
            by_key: Arc::default(),
            whole: Vec::new(),
            beyond: BTreeSet::new(),
            policies: Vec::new(),
            sides: BTreeMap::new(),
            namesakes: Namesakes::default(),
            known: BTreeMap::new(),
            faults: Arc::default(),
            due: Due { layout: true, ..Due::default() },
            snapshot: None,
        }
    }

    /// Works over other folders from here on.
    pub fn set_folders(&mut self, folders: Vec<PathBuf>) {
        self.folders = folders;
        self.due.layout = true;
    }

    /// Goes by other settings from here on.
    pub fn configure(&mut self, settings: Settings) {
        self.settings = settings;
        self.due.start_over();
    }

    /// Opens a text, or changes an open one: it goes before what the disk says until it is closed.
    pub fn open(&mut self, key: &Key, text: Arc<str>) {
        match key {
            Key::Text(name) => {
                self.nameless.insert(Arc::clone(name), text);
            }
            Key::File(file) => {
                let opened = self.system.text(file).is_none();
                self.system.open(file, text);
                self.note_if_governing(file);
                if opened {
                    // One that is there for the others alone is reported from here on.
                    self.due.layout |= !self.is_held(key);
                    self.look_for(file);
                }
            }
        }
        self.touch(key);
    }

    /// Closes a text: what the disk says counts again.
    pub fn close(&mut self, key: &Key) {
        match key {
            Key::Text(name) => {
                self.nameless.remove(name);
                self.due.layout = true;
            }
            Key::File(file) => {
                self.system.close(file);
                self.note_if_governing(file);
                // One that was a document only because it was open is so no more.
                self.due.layout |= !self.system.exists(file) || !self.is_held(key);
                self.look_for(file);
            }
        }
        self.touch(key);
    }

    /// Looks at files that were made, changed or removed on the disk. What is open stays as it is.
    pub fn files_changed(&mut self, files: &[PathBuf]) {
        for file in files {
            if is_governing(file) {
                self.due.start_over();
                continue;
            }
            self.look_for(file);
            let key = Key::File(Arc::from(file.as_path()));
            let known = self.position(&key).is_some();
            let open = self.system.text(file).is_some();
            let as_it_was = self.is_held(&key) && self.system.stands(file) == self.standing.contains(file);
            if (open && !as_it_was) || known != self.system.exists(file) {
                self.due.layout = true;
            }
            if known {
                self.touch(&key);
            } else if !walk::is_document(file) {
                // It may be evidence, or a folder: whoever points at it is looked at again.
                self.due.start_over();
            }
        }
    }

    /// Has those judged again that point at a file, or at what stands below it, where it has come or gone since.
    fn look_for(&mut self, file: &Path) {
        let turned = |(path, there): &(PathBuf, bool)| path.starts_with(file) && self.system.exists(path) != *there;
        let pointing = self.entries.iter().enumerate().filter(|(_, entry)| entry.evidence.iter().any(turned));
        self.due.examine.extend(pointing.filter_map(|(at, _)| u32::try_from(at).ok()));
    }

    /// Has all documents looked at again, where a file bears on how they are judged, or found.
    fn note_if_governing(&mut self, file: &Path) {
        if is_governing(file) {
            self.due.start_over();
        }
    }

    fn touch(&mut self, key: &Key) {
        self.snapshot = None;
        match self.position(key) {
            Some(document) => {
                self.due.examine.insert(document);
            }
            None => self.due.layout = true,
        }
    }

    /// Whether a folder of the workspace holds a document: any other is one only because it is open, or because others see it.
    fn is_held(&self, key: &Key) -> bool {
        self.position(key).and_then(|at| self.entries.get(at as usize)).is_some_and(|entry| entry.held)
    }

    fn position(&self, key: &Key) -> Option<DocumentId> {
        self.by_key.get(key).copied()
    }

    /// Whether anything is left to be done.
    pub fn is_due(&self) -> bool {
        self.due.layout
            || self.due.sides
            || !self.due.examine.is_empty()
            || !self.due.conclude.is_empty()
            || !self.due.tell.is_empty()
    }

    /// The roots of projects that are in none of the folders, and yet have a say: of documents that are open, or in a part of one.
    pub fn roots_beyond(&self) -> &BTreeSet<PathBuf> {
        &self.beyond
    }

    /// How many documents have been judged by themselves, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.entries.len().saturating_sub(self.due.examine.len()), self.entries.len())
    }

    /// Whether what was found in a document is of its text as it is now. In what is no document nothing is found, and that is known.
    pub fn is_current(&self, key: &Key) -> bool {
        let waits = |at| self.due.examine.contains(&at) || self.due.conclude.contains(&at);
        !self.due.layout && !self.position(key).is_some_and(waits)
    }

    /// Brings everything up to date, and gives the documents of which something may have changed: also those that are documents no more.
    /// Where `stop` says so between two documents, it ends early and gives nothing; the rest is done by the next call.
    ///
    /// # Errors
    /// Why nothing can be judged; then what was known stays.
    pub fn judge(&mut self, stop: &dyn Fn() -> bool) -> Result<Vec<Key>, Refusal> {
        if self.due.layout {
            self.lay_out()?;
        }
        if !self.examine(stop) {
            return Ok(Vec::new());
        }
        self.conclude();
        self.snapshot = None;
        Ok(std::mem::take(&mut self.due.tell).into_iter().collect())
    }

    /// Makes what the next change would otherwise wait for.
    pub fn make_ready(&self) {
        for ((_, policy), side) in &self.sides {
            if let Some(loaded) = self.policies.get(*policy) {
                side.make_ready(&self.entries, &loaded.policy);
            }
        }
    }

    /// Everything as it was when it was last brought up to date, and will stay.
    pub fn snapshot(&mut self) -> Arc<Snapshot> {
        let made = || Arc::new(Snapshot::of(&self.entries, &self.by_key, &self.faults));
        Arc::clone(self.snapshot.get_or_insert_with(made))
    }

    /// The number of a policy.
    fn policy_number(&mut self, loaded: &Arc<Loaded>) -> usize {
        let known = self.policies.iter().position(|other| Arc::ptr_eq(other, loaded));
        known.unwrap_or_else(|| {
            self.policies.push(Arc::clone(loaded));
            self.policies.len() - 1
        })
    }
}

/// Whether a file bears on how documents are judged, or found.
fn is_governing(file: &Path) -> bool {
    let ends = |suffix: &str| paths::ends_in(file, suffix);
    !walk::is_document(file) && (ends(".toml") || ends("ignore") || ends(".git"))
}
