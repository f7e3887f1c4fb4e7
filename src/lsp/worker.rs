//! The one thread that owns the documents: applies edits in the order of the wire, judges, publishes, and answers.

mod answers;
mod documents;
mod progress;
mod publish;
mod refresh;
mod watching;

use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tower_lsp_server::ls_types::{MessageType, TextDocumentContentChangeEvent, Uri};

use super::ask::{Ask, Delivery};
use super::client::Client;
use super::mailbox::Mailbox;
use super::remote::{Remote, Trace};
use super::session::{DocumentKey, Settings};
use super::settings::Wishes;
use super::view::{Ground, View};
use crate::config::Given;
use crate::policy::Day;
use crate::system::System;
use crate::workspace::Loaded;
use crate::workspace::session::Session;
use documents::Documents;
use progress::Shown;
use publish::Published;
use refresh::Annotated;

/// So often is looked whether another day has begun, where nothing comes in.
const LOOK: Duration = Duration::from_mins(10);

/// What the worker is told.
pub(super) enum Message {
    /// The client has said what it can.
    Begin(Box<Client>),
    /// A document was opened.
    Open {
        /// Its URI, in the client's spelling.
        uri: Uri,
        /// The version of its text.
        version: i32,
        /// Whether the client says that it is JSON.
        json: bool,
        /// Its text.
        text: String,
    },
    /// An open document was changed.
    Change {
        /// Its URI.
        uri: Uri,
        /// The version of the text that comes of it.
        version: i32,
        /// The changes, each of the text that the one before has left.
        changes: Vec<TextDocumentContentChangeEvent>,
    },
    /// A document was closed.
    Close(Uri),
    /// Files were made, changed or deleted.
    Files(Vec<PathBuf>),
    /// Folders came and went.
    Folders {
        /// Those that came.
        added: Vec<PathBuf>,
        /// Those that went.
        removed: Vec<PathBuf>,
    },
    /// The client's configuration.
    Configuration(Value),
    /// A request.
    Ask(Ask),
    /// An answer that was made beside the worker: the document that it is about and its revision, and what delivers it.
    Made(Option<(DocumentKey, u64)>, Delivery),
    /// The client has a place to show progress, or has none.
    MayShow(bool),
    /// The client wants no more of the work of which it shows the progress, by its token.
    Cancel(Value),
    /// These folders are watched, as long as this is kept.
    Watching(BTreeSet<PathBuf>, Box<dyn Send>),
    /// The session ends.
    Stop,
}

/// The door to the worker.
pub(super) type Door = Arc<Mailbox<Message>>;

/// The worker.
pub(super) struct Worker {
    door: Door,
    remote: Remote,
    session: Session,
    ground: Arc<Ground>,
    client: Arc<Client>,
    wishes: Arc<Wishes>,
    folders: Arc<[PathBuf]>,
    documents: Documents,
    published: Published,
    /// What lenses and hints were asked for.
    annotated: Annotated,
    shown: Shown,
    /// What keeps the server watching files; `None` where the client does.
    watcher: Option<Box<dyn Send>>,
    /// The folders that are to be watched.
    watched: BTreeSet<PathBuf>,
    /// When what is watched was looked at first, as [`System::elapsed`] counts.
    looked: Duration,
    /// What has been taken out of the door and not been dealt with.
    queue: VecDeque<Message>,
    /// Requests that wait until everything has been judged.
    waiting: Vec<Ask>,
    /// Requests that wait for news.
    watching: Vec<Ask>,
    /// Something has changed that is not judged yet.
    unsettled: bool,
}

impl Worker {
    /// A worker without documents.
    pub(super) fn new(
        door: Door,
        remote: Remote,
        (system, given): (Arc<dyn System>, Given),
        carried: Arc<Loaded>,
    ) -> Self {
        let client = Client::read(&Value::Null);
        let looked = system.elapsed();
        Self {
            door,
            remote,
            session: Session::new(Arc::clone(&system), Vec::new(), Settings::default().judging(&given), carried),
            ground: Arc::new(Ground { system, given }),
            client: Arc::new(client),
            wishes: Arc::default(),
            folders: Arc::default(),
            documents: Documents::default(),
            published: Published::default(),
            annotated: Annotated::default(),
            shown: Shown::default(),
            watcher: None,
            watched: BTreeSet::new(),
            looked,
            queue: VecDeque::new(),
            waiting: Vec::new(),
            watching: Vec::new(),
            unsettled: false,
        }
    }

    /// Works until it is told to stop. What panics fails alone.
    pub(super) fn run(mut self) {
        loop {
            if self.queue.is_empty() {
                self.queue = if self.goes_on() { self.door.take_now() } else { self.door.take(LOOK) };
            }
            let _ = self.contained(Self::look_at_the_day);
            while let Some(message) = self.queue.pop_front() {
                if matches!(message, Message::Stop) {
                    return;
                }
                let _ = self.contained(|worker| worker.message(message));
                if self.queue.is_empty() {
                    self.queue = self.door.take_now();
                }
            }
            if !self.contained(Self::settle) {
                // What went wrong would go wrong again, until something changes.
                self.unsettled = false;
            }
        }
    }

    /// Judges by another day where one has begun.
    fn look_at_the_day(&mut self) {
        let (year, month, day) = self.ground.system.today();
        let Some(today) = Day::new(year, month, day).filter(|today| *today != self.ground.given.today) else { return };
        let given = Given { today, ..self.ground.given.clone() };
        self.session.configure(self.wishes.judging.judging(&given));
        self.ground = Arc::new(Ground { system: Arc::clone(&self.ground.system), given });
        self.unsettled = true;
    }

    /// Does some work; whether it ended well.
    fn contained(&mut self, work: impl FnOnce(&mut Self)) -> bool {
        let well = catch_unwind(AssertUnwindSafe(|| work(self))).is_ok();
        if !well {
            self.remote.wire.log(MessageType::ERROR, "internal error".to_owned());
        }
        well
    }

    /// Whether there is something to judge, though nothing comes in.
    fn goes_on(&self) -> bool {
        let needed = || {
            let stale = |key: &DocumentKey| !self.session.is_current(key);
            !self.waiting.is_empty() || self.documents.labels.keys().any(stale)
        };
        self.unsettled && (!self.shown.cancelled || needed())
    }

    fn message(&mut self, message: Message) {
        match message {
            Message::Begin(client) => self.begin(*client),
            Message::Open { uri, version, json, text } => {
                let (key, text) = self.documents.open(uri, version, json, text);
                self.session.open(&key, text);
                self.unsettled = true;
            }
            Message::Change { uri, version, changes } => self.change(&uri, version, &changes),
            Message::Close(uri) => {
                if let Some(key) = self.documents.close(&uri) {
                    self.session.close(&key);
                    self.unsettled = true;
                }
            }
            Message::Files(files) => {
                self.session.files_changed(&files);
                self.unsettled = true;
            }
            Message::Folders { added, removed } => {
                let kept = self.folders.iter().filter(|folder| !removed.contains(folder)).cloned();
                self.folders = kept.chain(added).collect();
                self.session.set_folders(self.folders.to_vec());
                self.unsettled = true;
            }
            Message::Configuration(value) => self.configure(&value),
            Message::Ask(ask) => self.ask(ask),
            Message::Made(about, deliver) => self.deliver(about, deliver),
            Message::MayShow(may) => self.may_show(may),
            Message::Cancel(token) => self.cancel_progress(&token),
            Message::Watching(folders, guard) if folders == self.watched => self.watcher = Some(guard),
            // Others are watched by now.
            Message::Watching(..) | Message::Stop => {}
        }
    }

    fn begin(&mut self, client: Client) {
        self.folders = client.folders.iter().filter_map(DocumentKey::file).map(ToOwned::to_owned).collect();
        self.documents.encoding = client.encoding;
        self.client = Arc::new(client);
        self.session.set_folders(self.folders.to_vec());
        self.go_by(Wishes::read(&self.client, &Value::Null));
    }

    /// The client has configured the server; null where it wants nothing in particular.
    fn configure(&mut self, configuration: &Value) {
        let wishes = Wishes::read(&self.client, configuration);
        // What was said at the start holds already, and the client may have said another word since.
        if let Some(trace) = wishes.trace.as_deref().filter(|_| self.wishes.trace != wishes.trace) {
            self.remote.wire.set_trace(Trace::parse(trace));
        }
        if self.go_by(wishes) {
            self.annotated.doubt();
        }
    }

    /// Goes by other wishes from here on; whether they are others.
    fn go_by(&mut self, wishes: Wishes) -> bool {
        if *self.wishes == wishes {
            return false;
        }
        if wishes.judging != self.wishes.judging {
            self.session.configure(wishes.judging.judging(&self.ground.given));
        }
        let again = self.wishes.documentation != wishes.documentation;
        self.wishes = Arc::new(wishes);
        self.unsettled = true;
        if again {
            self.published.doubt();
        }
        true
    }

    fn change(&mut self, uri: &Uri, version: i32, changes: &[TextDocumentContentChangeEvent]) {
        match self.documents.change(uri, version, changes) {
            Some((key, text)) => {
                self.outdate(&key);
                self.session.open(&key, text);
                self.unsettled = true;
            }
            None => self.remote.wire.log(MessageType::WARNING, format!("not open: {}", uri.as_str())),
        }
    }

    /// All documents as they are now.
    fn view(&mut self) -> View {
        View {
            snapshot: self.session.snapshot(),
            labels: Arc::clone(&self.documents.labels),
            results: Arc::clone(&self.published.results),
            folders: Arc::clone(&self.folders),
            missed: Arc::default(),
            client: Arc::clone(&self.client),
            wishes: Arc::clone(&self.wishes),
            ground: Arc::clone(&self.ground),
        }
    }
}
