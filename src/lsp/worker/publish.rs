//! Judging, and telling the client of what was found.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use tower_lsp_server::ls_types::Uri;
use tower_lsp_server::ls_types::request::WorkspaceDiagnosticRefresh;

use super::Worker;
use crate::lsp::client::Can;
use crate::lsp::diagnostics::{self, Written};
use crate::lsp::remote::Published as Message;
use crate::lsp::session::DocumentKey;
use crate::lsp::view::{Results, View};
use crate::workspace::Threads;

/// So long is judged before the client is told how far it is.
const WHILE: Duration = Duration::from_millis(50);

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
    }

    /// Judges until something comes in, or for a while; one document at least, so that it ends however much comes.
    pub(super) fn judge(&mut self) {
        let (door, system, first) = (&self.door, &self.ground.system, Cell::new(true));
        let end = system.elapsed() + WHILE;
        let changed = self.session.judge(&|| !first.replace(false) && (door.has_some() || system.elapsed() > end));
        self.published.changed.extend(changed);
        self.unsettled = !self.session.is_settled();
        self.watch();
        self.tell();
    }

    /// Tells the client of lists that have changed.
    fn tell(&mut self) {
        let view = self.view();
        let mut changed = std::mem::take(&mut self.published.changed);
        if std::mem::take(&mut self.published.doubted) {
            changed.extend(view.snapshot.entries().map(|entry| entry.key.clone()));
        }
        if changed.is_empty() {
            return;
        }
        // There may be ten thousand of them, at the beginning.
        let made = |key: DocumentKey| (diagnostics::of(&view, &key).as_deref().map(Written::of), key);
        let lists = self.published.threads.map(changed.into_iter().collect(), made);
        let results = Arc::make_mut(&mut self.published.results);
        for (list, key) in &lists {
            match list {
                Some(list) => drop(results.insert(key.clone(), Arc::clone(&list.result))),
                None => drop(results.remove(key)),
            }
        }
        if self.client.can(Can::Pull) {
            self.tell_to_pull(&view, &lists);
        } else {
            for (list, key) in lists {
                self.publish(&view, &key, list);
            }
        }
    }

    fn publish(&mut self, view: &View, key: &DocumentKey, written: Option<Written>) {
        let before = self.published.lists.remove(key);
        let Some(uri) = view.uri(key).or_else(|| before.as_ref().map(|list| list.uri.clone())) else { return };
        let nothing = Written::of(&[]);
        if let Some(list) = before.as_ref().filter(|list| list.uri != uri && !list.empty) {
            // The client spelled the document in another way before.
            self.remote.wire.publish(&Message { uri: &list.uri, diagnostics: &nothing.json, version: None });
        }
        let open = view.labels.contains_key(key);
        if written.is_none() && before.is_none() {
            return;
        }
        let gone = written.is_none();
        let Written { json, result, empty } = written.unwrap_or(nothing);
        let version = view.version(key).filter(|_| self.client.can(Can::Versions));
        let revision = self.documents.revision(key);
        let list = List { uri, version, result, empty, revision };
        let known = before.as_ref() == Some(&list) || (before.is_none() && list.empty && !open);
        if !known {
            self.remote.wire.publish(&Message { uri: &list.uri, diagnostics: &json, version });
        }
        if !gone {
            self.published.lists.insert(key.clone(), list);
        }
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
            // One that was opened or edited is asked for anyway.
            let edited = before.as_ref().is_none_or(|before| Some(before.version) != now.map(|now| now.version));
            let differs = before.as_ref().map(|before| &before.result) != now.map(|now| &now.result);
            others |= differs && !edited;
        }
        if others && self.client.can(Can::Refresh) {
            self.remote.ask::<WorkspaceDiagnosticRefresh>((), |_| {});
        }
        self.take_up_watching();
    }
}
