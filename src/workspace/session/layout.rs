//! Which documents a session has, by what each is judged, and beside which others.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Entry, Key, Session};
use crate::config::root::{CONFIG, RootFinder};
use crate::config::{ConfigFault, Configs, PerFolder};
use crate::findings::Neighbour;
use crate::findings::fingerprint::Fingerprint;
use crate::system::paths;
use crate::workspace::baseline;
use crate::workspace::policies::Loaded;
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
        self.known = laid.known;
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
#[derive(Default)]
struct Laid {
    entries: Vec<Entry>,
    whole: Vec<bool>,
    faults: Vec<ConfigFault>,
    known: BTreeMap<PathBuf, HashSet<Fingerprint>>,
    /// See [`Session::roots_beyond`].
    beyond: BTreeSet<PathBuf>,
}

impl Laid {
    fn of(session: &Session) -> Result<Self, Refusal> {
        let system = &session.system;
        let configs = Configs::new(system, session.settings.choice.clone());
        let finder = RootFinder::new(system).with_else_roots(&session.folders);
        let (gathered, walked) = session.gathered(&configs, &finder);
        let Gathered { mut jobs, places, whole, .. } = gathered;
        jobs.sort_by(|one, other| paths::by_bytes(file(one), file(other)));
        let (books, policies, faults) = session.books(&configs, &jobs)?;
        let mut laid = Self { whole, faults, ..Self::default() };
        laid.add_files(session, &mut jobs, (&finder, &places), (&books, &walked));
        laid.add_nameless(session, books.get(jobs.len()..).unwrap_or_default());
        let baselines = laid.entries.iter().filter_map(|entry| entry.book.as_ref()?.baseline.clone());
        for file in baselines.collect::<BTreeSet<_>>() {
            let (known, faults) = baseline::known(system, &file, &policies);
            laid.known.insert(file, known);
            laid.faults.extend(faults);
        }
        Ok(laid)
    }

    /// Adds the documents with a file. `jobs` and what was `walked` stand in the order of their paths.
    fn add_files(
        &mut self,
        session: &Session,
        jobs: &mut [Job],
        (finder, places): (&RootFinder<'_>, &Places<'_>),
        (books, walked): (&[Option<Arc<Rulebook>>], &[Arc<Path>]),
    ) {
        let (mut nearest, mut walked) = (PerFolder::default(), walked.iter().peekable());
        for (job, book) in jobs.iter_mut().zip(books) {
            let root = nearest.of(file(job), || {
                let root = finder.root(file(job));
                let is_beyond = |root: &&Arc<Path>| !session.folders.iter().any(|folder| root.starts_with(folder));
                self.beyond.extend(root.as_ref().filter(is_beyond).map(|root| root.to_path_buf()));
                root
            });
            if root.is_none() {
                // One that is in no project and no folder of the workspace is alone, as where it is all that is named.
                job.context = self.whole.len();
                self.whole.push(true);
            }
            while walked.next_if(|other| paths::by_bytes(other, file(job)).is_lt()).is_some() {}
            let held = walked.peek().is_some_and(|other| paths::by_bytes(other, file(job)).is_eq());
            let entry = session.entry(job, (places, root.as_ref()), book.clone());
            self.entries.extend(entry.map(|entry| Entry { held, ..entry }));
        }
    }

    /// Adds the open texts without a file.
    fn add_nameless(&mut self, session: &Session, books: &[Option<Arc<Rulebook>>]) {
        for ((name, text), book) in session.nameless.iter().zip(books) {
            let neighbour = Neighbour { file: None, path: Arc::clone(name), project_path: Arc::clone(name) };
            let key = Key::Text(Arc::clone(name));
            let book = session.kept(&key, book.clone());
            let (text, context, own) = (Some(Arc::clone(text)), self.whole.len(), Arc::clone(name));
            self.entries.push(Entry {
                book,
                text,
                context,
                own,
                reported: true,
                ..Entry::new(key, Arc::new(neighbour))
            });
            self.whole.push(false);
        }
    }
}

/// The book of each document, the policies of all, and what is at fault.
type Books = (Vec<Option<Arc<Rulebook>>>, Vec<Arc<Loaded>>, Vec<ConfigFault>);

impl Session {
    /// The documents of the folders and those that are open, with their contexts; and what the folders hold, by the bytes of its paths.
    fn gathered<'a>(&self, configs: &Configs<'_>, finder: &'a RootFinder<'a>) -> (Gathered<'a>, Vec<Arc<Path>>) {
        let open = self.system.files().filter(|file| !paths::ends_in(file, ".toml")).map(Path::to_path_buf);
        let paths: Vec<PathBuf> = self.folders.iter().cloned().chain(open).collect();
        let inputs = Inputs { paths, standard: None, force_exclude: false };
        let found = inputs::find(&self.system, configs, finder, &inputs);
        let mut walked: Vec<Arc<Path>> = found.walked.values().flatten().cloned().collect();
        walked.sort_by(|one, other| paths::by_bytes(one, other));
        (contexts::gather(&self.system, configs, finder, &Context::Root, found), walked)
    }

    /// By what documents are judged: those with a file, then those without.
    fn books(&self, configs: &Configs<'_>, jobs: &[Job]) -> Result<Books, Refusal> {
        let nameless = std::iter::repeat_n(None, self.nameless.len());
        // Whoever writes a configuration is told of its faults, also where it governs no document yet.
        let open = self.system.files().filter(|file| file.ends_with(CONFIG)).map(Some);
        let files = jobs.iter().map(|job| job.file.as_deref()).chain(nameless).chain(open);
        let files: Vec<Option<&Path>> = files.collect();
        let (given, carried) = (&self.settings.given, Some(Arc::clone(&self.carried)));
        let terms = Terms { configs, given, accepts: true, carried };
        let (rulebooks, books) = Rulebooks::new(&self.system, &terms, &files)?;
        let Rulebooks { books: made, policies, faults, .. } = rulebooks;
        let made: Vec<Arc<Rulebook>> = made.into_iter().map(Arc::new).collect();
        let book = |at: Option<usize>| at.and_then(|at| made.get(at)).cloned();
        Ok((books.into_iter().map(book).collect(), policies.to_vec(), faults))
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
