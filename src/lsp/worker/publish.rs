//! Judging, and telling the client of what was found.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use tower_lsp_server::ls_types::request::WorkspaceDiagnosticRefresh;
use tower_lsp_server::ls_types::{MessageType, Uri};

use super::Worker;
use super::documents::Documents;
use crate::lsp::client::{Can, Client};
use crate::lsp::diagnostics::{self, Written};
use crate::lsp::remote::{Published as Message, Wire};
use crate::lsp::session::DocumentKey;
use crate::lsp::view::{Results, View};
use crate::workspace::Threads;

/// So long is judged before the client is told how far it is.
const WHILE: Duration = Duration::from_millis(50);
/// Messages about so many documents are made before they are put.
const TOGETHER: usize = 1024;

/// What the client has been told.
#[derive(Default)]
pub(super) struct Published {
    lists: BTreeMap<DocumentKey, List>,
    /// What tells the list of each document, as it is now, from others.
    pub(super) results: Arc<Results>,
    /// What was judged and not told yet.
    changed: BTreeSet<DocumentKey>,
    /// Everything is to be told anew.
    doubted: bool,
    /// The number of the last change when the client was last told of lists.
    revision: u64,
    /// What has been shown of configurations that could not be read.
    unread: BTreeSet<String>,
    /// On which lists are made.
    threads: Threads,
}

/// The last list of a document.
#[derive(PartialEq, Eq)]
struct List {
    uri: Uri,
    version: Option<i32>,
    result: Arc<str>,
    empty: bool,
    /// The number of the change that made its text, where it is open.
    revision: Option<u64>,
}

impl Published {
    /// Lists may differ though nothing was judged anew.
    pub(super) fn doubt(&mut self) {
        self.doubted = true;
    }
}

impl Worker {
    /// Brings everything up to date, until something comes in; tells the client what is new.
    pub(super) fn settle(&mut self) {
        if self.goes_on() {
            self.judge();
        }
        self.take_up();
        self.show_progress();
        if !self.goes_on() {
            // Only now, for a watch is told of every file that is read, too.
            self.watch();
            self.session.make_ready();
        }
    }

    /// Judges until something comes in, or for a while; one document at least, so that it ends however much comes.
    pub(super) fn judge(&mut self) {
        let (door, system, first) = (&self.door, &self.ground.system, Cell::new(true));
        let end = system.elapsed() + WHILE;
        let changed = self.session.judge(&|| !first.replace(false) && (door.has_some() || system.elapsed() > end));
        // No flag selects a rule here, and no profile is asked about: nothing is refused.
        self.published.changed.append(&mut changed.unwrap_or_default().into_iter().collect());
        self.unsettled = self.session.is_due();
        self.tell();
    }

    /// Tells the client of lists that have changed.
    fn tell(&mut self) {
        // Nobody asks this one for results, and they are about to change: held twice, all of them would be copied.
        let view = View { results: Arc::default(), ..self.view() };
        let mut changed = std::mem::take(&mut self.published.changed);
        if std::mem::take(&mut self.published.doubted) {
            changed.extend(view.snapshot.entries().map(|entry| entry.key.clone()));
        }
        self.refresh(&changed);
        self.tell_of_unread(&view);
        if changed.is_empty() {
            return;
        }
        // There may be ten thousand of them, at the beginning.
        let changed = changed.into_iter().collect();
        if self.client.can(Can::Pull) {
            let made = |key: DocumentKey| (diagnostics::of(&view, &key).as_deref().map(Written::of), key);
            let lists = self.published.threads.map(changed, made);
            self.keep_results(lists.iter().map(|(list, key)| (key, list.as_ref().map(|list| &list.result))));
            self.tell_to_pull(&view, &lists);
        } else {
            let news = self.told(&view, changed);
            self.keep_results(news.iter().map(|news| (&news.key, news.result.as_ref())));
            put_down(&mut self.published.lists, news.into_iter().map(|news| (news.key, news.list)));
        }
    }

    /// Shows what is wrong with configurations that could not be read, once each: there is no text to show it in.
    fn tell_of_unread(&mut self, view: &View) {
        let unread: BTreeSet<String> = diagnostics::faults::unread(view).into_iter().collect();
        for line in unread.difference(&self.published.unread) {
            self.remote.wire.show(MessageType::ERROR, line.clone());
        }
        self.published.unread = unread;
    }

    fn keep_results<'r>(&mut self, all: impl Iterator<Item = (&'r DocumentKey, Option<&'r Arc<str>>)>) {
        let all = all.map(|(key, result)| (key.clone(), result.cloned()));
        put_down(Arc::make_mut(&mut self.published.results), all);
    }

    /// Puts the messages of what is new about some documents; they are written while more are made.
    fn told(&self, view: &View, changed: Vec<DocumentKey>) -> Vec<News> {
        let (client, documents, lists) = (&self.client, &self.documents, &self.published.lists);
        let teller = Teller { view, wire: &self.remote.wire, client, documents, lists };
        let mut all = Vec::with_capacity(changed.len());
        let mut changed = changed.into_iter();
        while changed.len() > 0 {
            let some = changed.by_ref().take(TOGETHER).collect();
            let mut news = self.published.threads.map(some, |key| teller.news(key));
            let messages = news.iter_mut().flat_map(|news| std::mem::take(&mut news.messages));
            self.remote.wire.outbox.put_lists(messages);
            all.extend(news);
        }
        all
    }

    /// Tells a client that pulls to ask again, where the lists of others than the edited documents changed.
    fn tell_to_pull(&mut self, view: &View, lists: &[(Option<Written>, DocumentKey)]) {
        let mut others = false;
        for (written, key) in lists {
            let Some(uri) = view.uri(key) else { continue };
            let result = written.as_ref().map(|list| Arc::clone(&list.result)).unwrap_or_default();
            let empty = written.as_ref().is_none_or(|list| list.empty);
            let version = view.version(key);
            let before = self.published.lists.insert(key.clone(), List { uri, version, result, empty, revision: None });
            let now = self.published.lists.get(key);
            // One that was opened or edited since is asked for anyway, and nobody has asked for one that was never told of, unless it is open.
            let asked = match &before {
                Some(before) => Some(before.version) != now.map(|now| now.version),
                None => self.documents.revision(key).is_none_or(|revision| revision > self.published.revision),
            };
            let told = before.as_ref().filter(|before| !before.empty).map(|before| &before.result);
            others |= told != now.filter(|now| !now.empty).map(|now| &now.result) && !asked;
        }
        self.published.revision = self.documents.last_revision();
        if others && self.client.can(Can::Refresh) {
            self.remote.ask::<WorkspaceDiagnosticRefresh>((), |_| {});
        }
        self.take_up_watching();
    }
}

/// Keeps what is said of each of some documents now; `None` for nothing.
fn put_down<T>(known: &mut BTreeMap<DocumentKey, T>, all: impl Iterator<Item = (DocumentKey, Option<T>)>) {
    if known.is_empty() {
        // The first time there may be many, and a whole map is made faster.
        *known = all.filter_map(|(key, said)| Some((key, said?))).collect();
        return;
    }
    for (key, said) in all {
        match said {
            Some(said) => drop(known.insert(key, said)),
            None => drop(known.remove(&key)),
        }
    }
}

/// Makes the messages that tell of lists, whichever thread it is on.
struct Teller<'w> {
    view: &'w View,
    wire: &'w Wire,
    client: &'w Client,
    documents: &'w Documents,
    /// What the client has been told.
    lists: &'w BTreeMap<DocumentKey, List>,
}

/// What is new about a document.
struct News {
    key: DocumentKey,
    /// What tells its list from others; `None` where it is a document no more.
    result: Option<Arc<str>>,
    /// What the client knows once the messages are out; `None` for nothing.
    list: Option<List>,
    /// The messages, and which URIs they are about.
    messages: Vec<(Arc<str>, Vec<u8>)>,
}

impl Teller<'_> {
    fn news(&self, key: DocumentKey) -> News {
        let written = diagnostics::of(self.view, &key).as_deref().map(Written::of);
        let (result, before) = (written.as_ref().map(|list| Arc::clone(&list.result)), self.lists.get(&key));
        let mut messages = Vec::new();
        let uri = self.view.uri(&key).or_else(|| before.map(|list| list.uri.clone()));
        let Some(uri) = uri.filter(|_| written.is_some() || before.is_some()) else {
            return News { key, result, list: None, messages };
        };
        if let Some(list) = before.filter(|list| list.uri != uri && !list.empty) {
            // The client spelled the document in another way before.
            messages.push(self.message(&list.uri, &Written::of(&[]), None));
        }
        let (gone, open) = (written.is_none(), self.view.labels.contains_key(&key));
        let written = written.unwrap_or_else(|| Written::of(&[]));
        let version = self.view.version(&key).filter(|_| self.client.can(Can::Versions));
        let revision = self.documents.revision(&key);
        let list = List { uri, version, result: Arc::clone(&written.result), empty: written.empty, revision };
        let known = before == Some(&list) || (before.is_none() && list.empty && !open);
        if !known {
            messages.push(self.message(&list.uri, &written, version));
        }
        News { key, result, list: Some(list).filter(|_| !gone), messages }
    }

    fn message(&self, uri: &Uri, written: &Written, version: Option<i32>) -> (Arc<str>, Vec<u8>) {
        (uri.as_str().into(), self.wire.list(&Message { uri, diagnostics: &written.json, version }))
    }
}
