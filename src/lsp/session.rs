//! The session as the worker sees it, in a small form: each open document is judged by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::config::root::project_root;
use crate::config::{Choice, Configs, Given, Held, Origin};
use crate::facts::{Alone, Surroundings};
use crate::findings::{Finding, Neighbour};
use crate::json::{self, Limits, Parsed};
use crate::model::keys;
use crate::policy::{Day, Lang, Policy};
use crate::system::System;
use crate::text::LineIndex;
use crate::workspace::judge::{Depth, Examined, Subject};
use crate::workspace::run::STDIN;
use crate::workspace::surroundings::Beside;
use crate::workspace::together::{Around, Member, Together};
use crate::workspace::{Judgement, Loaded, Rulebooks, Terms, Threads, embedded_policy};

/// What tells documents apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum DocumentKey {
    /// A file, by its absolute path.
    File(PathBuf),
    /// What is no file, by the text of its URI.
    Other(String),
}

impl DocumentKey {
    /// The file, where it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            Self::File(file) => Some(file),
            Self::Other(_) => None,
        }
    }

    /// Its name as text.
    pub(super) fn name(&self) -> std::borrow::Cow<'_, str> {
        match self {
            Self::File(file) => file.to_string_lossy(),
            Self::Other(text) => text.into(),
        }
    }
}

/// What the client says of judging; what it leaves open, configuration files say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Settings {
    /// The language of all texts.
    pub(super) lang: Option<Lang>,
    /// The language where nobody else says.
    pub(super) locale: Option<Lang>,
    /// The day of judgement.
    pub(super) as_of: Option<Day>,
    /// The one configuration file for all documents.
    pub(super) config: Option<PathBuf>,
}

impl Settings {
    /// What goes before configuration files, on top of what the command line and the environment say.
    pub(super) fn over(&self, given: &Given) -> Given {
        let Self { lang, locale, as_of, .. } = self;
        let held = |as_of| Held { value: as_of, origin: Origin::Default };
        Given {
            lang: lang.map(|value| Held { value, origin: Origin::Default }),
            as_of: as_of.map(held).or_else(|| given.as_of.clone()),
            locale: locale.unwrap_or(given.locale),
            ..given.clone()
        }
    }

    /// Which configuration files count.
    pub(super) fn choice(&self) -> Choice {
        self.config.clone().map_or(Choice::Nearest, Choice::File)
    }
}

/// The documents and what was found in them.
pub(super) struct Session {
    system: Arc<dyn System>,
    given: Given,
    settings: Settings,
    carried: Option<Arc<Loaded>>,
    documents: BTreeMap<DocumentKey, Arc<Moment>>,
    dirty: BTreeSet<DocumentKey>,
    gone: BTreeSet<DocumentKey>,
}

/// All documents at one moment.
#[derive(Default)]
pub(super) struct Snapshot {
    documents: BTreeMap<DocumentKey, Arc<Moment>>,
}

impl Snapshot {
    /// A document.
    pub(super) fn document(&self, key: &DocumentKey) -> Option<&Arc<Moment>> {
        self.documents.get(key)
    }

    /// All documents.
    pub(super) fn documents(&self) -> impl Iterator<Item = (&DocumentKey, &Arc<Moment>)> {
        self.documents.iter()
    }
}

/// One document at one moment.
pub(super) struct Moment {
    /// Its text.
    pub(super) text: Arc<str>,
    lines: OnceLock<LineIndex>,
    parsed: OnceLock<Parsed>,
    /// What was found; `None` where it has not been judged yet.
    pub(super) judged: Option<Judged>,
}

/// What was found in a document.
pub(super) struct Judged {
    judgement: Judgement,
    policies: Arc<Vec<Arc<Loaded>>>,
    around: Around,
    /// The language of its texts.
    pub(super) lang: Lang,
    /// Whether it names a policy that is known.
    pub(super) names_policy: bool,
}

impl Judged {
    /// The findings, in order.
    pub(super) fn findings(&self) -> &[Finding] {
        &self.judgement.findings
    }

    /// The policy by which it was judged; where it names none that is known, the first one.
    pub(super) fn policy(&self) -> Option<&Policy> {
        self.policies.get(self.judgement.policy.unwrap_or_default()).map(|loaded| &loaded.policy)
    }

    /// The other documents.
    pub(super) fn around(&self) -> &Around {
        &self.around
    }
}

impl Moment {
    fn new(text: Arc<str>) -> Self {
        Self { text, lines: OnceLock::new(), parsed: OnceLock::new(), judged: None }
    }

    /// Where its lines begin.
    pub(super) fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Its tree.
    pub(super) fn parsed(&self) -> &Parsed {
        self.parsed.get_or_init(|| json::parse(self.text.as_bytes(), Limits::default()))
    }
}

impl Session {
    /// A session without documents; `given` is what the command line and the environment say.
    pub(super) fn new(system: Arc<dyn System>, given: Given, settings: Settings) -> Self {
        Self {
            system,
            given,
            settings,
            carried: None,
            documents: BTreeMap::new(),
            dirty: BTreeSet::new(),
            gone: BTreeSet::new(),
        }
    }

    /// Goes by these folders from here on.
    pub(super) fn set_folders(&mut self, _folders: &[PathBuf]) {
        self.dirty.extend(self.documents.keys().cloned());
    }

    /// Goes by these settings from here on.
    pub(super) fn configure(&mut self, settings: Settings) {
        if self.settings != settings {
            self.settings = settings;
            self.dirty.extend(self.documents.keys().cloned());
        }
    }

    /// A document is open from here on, with this text.
    pub(super) fn open(&mut self, key: DocumentKey, text: Arc<str>) {
        self.gone.remove(&key);
        self.dirty.insert(key.clone());
        self.documents.insert(key, Arc::new(Moment::new(text)));
    }

    /// An open document has another text.
    pub(super) fn change(&mut self, key: DocumentKey, text: Arc<str>) {
        self.open(key, text);
    }

    /// A document is no longer open.
    pub(super) fn close(&mut self, key: &DocumentKey) {
        if self.documents.remove(key).is_some() {
            self.dirty.remove(key);
            self.gone.insert(key.clone());
        }
    }

    /// Files were made, changed or deleted.
    pub(super) fn files_changed(&mut self, _files: &[PathBuf]) {
        self.dirty.extend(self.documents.keys().cloned());
    }

    /// Brings everything up to date; gives the documents of which the findings may have changed. It may be stopped between documents,
    /// and called again.
    pub(super) fn judge(&mut self, stop: &dyn Fn() -> bool) -> Vec<DocumentKey> {
        let mut changed: Vec<DocumentKey> = std::mem::take(&mut self.gone).into_iter().collect();
        while let Some(key) = self.dirty.first().cloned() {
            if stop() {
                break;
            }
            // One that cannot be judged must not come back for ever.
            self.dirty.remove(&key);
            self.judge_one(&key);
            changed.push(key);
        }
        changed
    }

    /// Whether everything is up to date.
    pub(super) fn is_settled(&self) -> bool {
        self.dirty.is_empty() && self.gone.is_empty()
    }

    /// Whether what was found in a document is of its text as it is now.
    pub(super) fn is_current(&self, key: &DocumentKey) -> bool {
        !self.dirty.contains(key)
    }

    /// How many documents are up to date, and how many there are.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.documents.len() - self.dirty.len(), self.documents.len())
    }

    /// All documents as they are now, with the findings of the last judging.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::new(Snapshot { documents: self.documents.clone() })
    }

    fn judge_one(&mut self, key: &DocumentKey) {
        let Some(text) = self.documents.get(key).map(|moment| Arc::clone(&moment.text)) else { return };
        let mut moment = Moment::new(Arc::clone(&text));
        moment.judged = self.judged(key, &moment);
        self.documents.insert(key.clone(), Arc::new(moment));
    }

    fn judged(&mut self, key: &DocumentKey, moment: &Moment) -> Option<Judged> {
        let (choice, given) = (self.settings.choice(), self.settings.over(&self.given));
        let system = &*self.system;
        let configs = Configs::new(system, choice);
        let carried = match &self.carried {
            Some(carried) => Arc::clone(carried),
            None => Arc::clone(self.carried.insert(Arc::new(Loaded::new(embedded_policy().ok()?)))),
        };
        let terms = Terms { configs: &configs, given: &given, accepts: true, carried: Some(carried) };
        let (rulebooks, books) = Rulebooks::new(system, &terms, &[key.file()]).ok()?;
        let book = rulebooks.books.get((*books.first()?)?)?;
        let root = key.file().and_then(|file| project_root(system, file).or_else(|| Some(file.parent()?.to_owned())));
        let beside = key.file().zip(root.as_deref()).map(|(file, root)| Beside::new(system, file, root));
        let surroundings: &dyn Surroundings = beside.as_ref().map_or(&Alone, |beside| beside);
        let own = key.file().zip(root.as_deref()).map(|(file, root)| file.strip_prefix(root).unwrap_or(file));
        let path = own.map_or_else(|| STDIN.into(), |file| file.to_string_lossy());
        let subject = Subject { path: &path, surroundings, depth: Depth::Full, ask: None };
        let Examined { mut judgement, outlook } = book.judge.examine(moment.text.as_bytes(), subject, &|_| {});
        let name: Arc<str> = path.as_ref().into();
        let file = key.file().map(Arc::from);
        let name = Arc::new(Neighbour { file, path: Arc::clone(&name), project_path: name });
        let together = Together::new(vec![Member { name, outlook, context: 0, seen: true }], &[false]);
        together.conclude(vec![&mut judgement], |_| Some(&book.judge), &Threads::new(1), &|_| {});
        let around = together.into_around();
        let config = key.file().map_or_else(|| configs.here(), |file| configs.of(file));
        let lang = (*config).as_ref().ok().map(|config| config.effective(Path::new(""), &given).lang.value);
        let lang = lang.unwrap_or(given.locale);
        let names_policy = names(moment, &rulebooks.policies);
        Some(Judged { judgement, policies: Arc::clone(&rulebooks.policies), around, lang, names_policy })
    }
}

/// Whether a document names a policy that is known.
fn names(moment: &Moment, policies: &[Arc<Loaded>]) -> bool {
    let tree = &moment.parsed().tree;
    let named = tree.root().and_then(|root| tree.get(root, keys::POLICY)).and_then(|node| tree.string(node));
    policies.iter().any(|loaded| Some(loaded.policy.id()) == named)
}
