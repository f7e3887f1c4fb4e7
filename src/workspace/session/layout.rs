//! Which documents a session has, by what each is judged, and beside which others.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Entry, Key, Session};
use crate::config::root::RootFinder;
use crate::config::{ConfigFault, Configs, PerFolder};
use crate::findings::Neighbour;
use crate::system::paths;
use crate::workspace::baseline;
use crate::workspace::rulebooks::{Refusal, Rulebook, Rulebooks, Terms};
use crate::workspace::run::contexts::{self, Context, Gathered, Job};
use crate::workspace::run::inputs::{self, Inputs, Places};

impl Session {
    /// Finds the documents and their rulebooks. What has been judged and is judged by the same again stays.
    pub(super) fn lay_out(&mut self) -> Result<(), Refusal> {
        let flagged: BTreeSet<Key> = self.due.examine.iter().filter_map(|at| self.key(*at)).collect();
        // Before the folders are walked: what comes or goes meanwhile differs from this, and is told of afterwards.
        self.standing = self.system.files().filter(|file| self.system.stands(file)).map(Path::to_path_buf).collect();
        let laid = Laid::of(self)?;
        let mut old: HashMap<Key, Arc<Entry>> =
            self.entries.drain(..).map(|entry| (entry.key.clone(), entry)).collect();
        let fresh = std::mem::take(&mut self.due.fresh);
        (self.due.examine, self.due.conclude) = (BTreeSet::new(), BTreeSet::new());
        for entry in laid.entries {
            let before = old.remove(&entry.key);
            let same =
                before.as_ref().filter(|before| !fresh && !flagged.contains(&entry.key) && stays(before, &entry));
            let judged = if let Some(before) = same {
                entry.judged_as(before)
            } else {
                self.due.examine.extend(u32::try_from(self.entries.len()));
                entry
            };
            self.entries.push(Arc::new(judged));
        }
        self.due.tell.extend(old.into_keys());
        let numbered = self.entries.iter().enumerate();
        let by_key = numbered.filter_map(|(at, entry)| Some((entry.key.clone(), u32::try_from(at).ok()?)));
        self.by_key = Arc::new(by_key.collect());
        let faulty = self.faults.iter().chain(&laid.faults).filter_map(|fault| fault.source.as_ref());
        self.due.tell.extend(faulty.map(|source| Key::File(Arc::from(source.path.as_path()))));
        (self.whole, self.faults, self.beyond) = (laid.whole, laid.faults.into(), laid.beyond);
        let baselines = self.entries.iter().filter_map(|entry| entry.book.as_ref()?.baseline.clone());
        let files: BTreeSet<PathBuf> = baselines.collect();
        self.known = files.into_iter().map(|file| (file.clone(), baseline::known(&self.system, &file))).collect();
        (self.due.layout, self.due.sides) = (false, true);
        Ok(())
    }
}

/// Whether what was said of a document still holds.
fn stays(before: &Entry, now: &Entry) -> bool {
    let books = match (&before.book, &now.book) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    };
    let texts = match (&before.text, &now.text) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    };
    books && texts && before.own == now.own && before.root == now.root && before.failure.is_none()
}

/// A layout, before it takes the place of another one.
struct Laid {
    entries: Vec<Entry>,
    whole: Vec<bool>,
    faults: Vec<ConfigFault>,
    /// See [`Session::roots_beyond`].
    beyond: BTreeSet<PathBuf>,
}

impl Laid {
    fn of(session: &Session) -> Result<Self, Refusal> {
        let system = &session.system;
        let configs = Configs::new(system, session.settings.choice.clone());
        let finder = RootFinder::new(system).with_else_roots(&session.folders);
        let open = system.files().filter(|file| !paths::ends_in(file, ".toml")).map(Path::to_path_buf);
        let paths: Vec<PathBuf> = session.folders.iter().cloned().chain(open).collect();
        let inputs = Inputs { paths, standard: None, force_exclude: false };
        let found = inputs::find(system, &configs, &finder, &inputs);
        let mut walked: Vec<Arc<Path>> = found.walked.values().flatten().cloned().collect();
        walked.sort_by(|one, other| paths::by_bytes(one, other));
        let mut walked = walked.iter().peekable();
        let gathered = contexts::gather(system, &configs, &finder, &Context::Root, found);
        let Gathered { mut jobs, places, mut whole, .. } = gathered;
        jobs.sort_by(|one, other| paths::by_bytes(file(one), file(other)));
        let nameless = session.nameless.len();
        let files: Vec<Option<&Path>> =
            jobs.iter().map(|job| job.file.as_deref()).chain(std::iter::repeat_n(None, nameless)).collect();
        let (given, carried) = (&session.settings.given, Some(Arc::clone(&session.carried)));
        let terms = Terms { configs: &configs, given, accepts: true, carried };
        let (rulebooks, books) = Rulebooks::new(system, &terms, &files)?;
        let Rulebooks { books: made, faults, .. } = rulebooks;
        let shelf: Vec<Arc<Rulebook>> = made.into_iter().map(Arc::new).collect();
        let book = |at: usize| books.get(at).copied().flatten().and_then(|book| shelf.get(book)).cloned();
        let (mut entries, mut beyond) = (Vec::with_capacity(files.len()), BTreeSet::new());
        let mut nearest = PerFolder::default();
        for (at, job) in jobs.iter_mut().enumerate() {
            let root = nearest.of(file(job), || {
                let root = finder.root(file(job));
                let is_beyond = |root: &&Arc<Path>| !session.folders.iter().any(|folder| root.starts_with(folder));
                beyond.extend(root.as_ref().filter(is_beyond).map(|root| root.to_path_buf()));
                root
            });
            if root.is_none() {
                // One that is in no project and no folder of the workspace is alone, as where it is all that is named.
                job.context = whole.len();
                whole.push(true);
            }
            let entry = session.entry(job, (&places, root.as_ref()), book(at));
            // Both are in the order of their paths.
            while walked.next_if(|other| paths::by_bytes(other, file(job)).is_lt()).is_some() {}
            let held = walked.peek().is_some_and(|other| paths::by_bytes(other, file(job)).is_eq());
            entries.extend(entry.map(|entry| Entry { held, ..entry }));
        }
        for (at, (name, text)) in session.nameless.iter().enumerate() {
            let neighbour = Neighbour { file: None, path: Arc::clone(name), project_path: Arc::clone(name) };
            let key = Key::Text(Arc::clone(name));
            let book = session.kept(&key, book(jobs.len() + at));
            let (text, context, own) = (Some(Arc::clone(text)), whole.len(), Arc::clone(name));
            entries.push(Entry { book, text, context, own, reported: true, ..Entry::new(key, Arc::new(neighbour)) });
            whole.push(false);
        }
        Ok(Self { entries, whole, faults, beyond })
    }
}

fn file(job: &Job) -> &Path {
    job.file.as_deref().unwrap_or(Path::new(""))
}

impl Session {
    fn entry(
        &self,
        job: &Job,
        (places, project): (&Places<'_>, Option<&Arc<Path>>),
        book: Option<Arc<Rulebook>>,
    ) -> Option<Entry> {
        let file = job.file.as_ref()?;
        let (path, project_path) = places.names(Some(file));
        let key = Key::File(Arc::clone(file));
        let name = Arc::new(Neighbour { file: Some(Arc::clone(file)), path, project_path });
        Some(Entry {
            book: self.kept(&key, book),
            text: self.system.text(file).cloned(),
            context: job.context,
            seen: job.seen,
            reported: job.reported,
            own: places.own(project.map(|root| &**root), file).into(),
            root: Some(places.root(project, file)),
            ..Entry::new(key, name)
        })
    }

    /// The book by which a document is judged from now on: the one that it had where that judges alike, or where a configuration has become
    /// unusable.
    fn kept(&self, key: &Key, new: Option<Arc<Rulebook>>) -> Option<Arc<Rulebook>> {
        let old = self.position(key).and_then(|at| self.entries.get(at as usize)).and_then(|entry| entry.book.clone());
        match (old, new) {
            (Some(old), Some(new)) if old.judges_as(&new) => Some(old),
            (old, None) => old,
            (_, new) => new,
        }
    }

    fn key(&self, document: u32) -> Option<Key> {
        self.entries.get(document as usize).map(|entry| entry.key.clone())
    }
}
