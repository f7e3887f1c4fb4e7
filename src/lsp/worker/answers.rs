//! Answers of the worker: at once where it can, later where something must be known first, beside it where it takes long.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use tower_lsp_server::jsonrpc::Error;

use super::{Message, Worker};
use crate::lsp::ask::{Ask, Delivery, Need};
use crate::lsp::diagnostics;
use crate::lsp::session::DocumentKey;
use crate::lsp::uris;

/// So often it is judged for a request that comes in between; where that is not enough, it waits.
const PASSES: usize = 16;

impl Worker {
    /// Takes a request.
    pub(super) fn ask(&mut self, ask: Ask) {
        if ask.job.is_cancelled() {
            return;
        }
        if self.is_outdated(&ask) {
            return ask.job.refuse(Error::content_modified());
        }
        if ask.need == Need::Text && ask.about.as_ref().is_none_or(diagnostics::is_named) {
            return self.answer(ask);
        }
        // Of one whose name says nothing it must be known whether it is an agreement.
        for _ in 0..PASSES {
            if self.is_known(&ask) {
                return self.answer(ask);
            }
            self.judge();
        }
        self.waiting.push(ask);
    }

    /// Whether all is judged that a request is about.
    fn is_known(&self, ask: &Ask) -> bool {
        let about = ask.about.as_ref().filter(|_| ask.need != Need::Everything);
        about.map_or(!self.unsettled, |key| self.session.is_current(key))
    }

    /// Whether edits are asked for of a text that has changed already.
    fn is_outdated(&self, ask: &Ask) -> bool {
        let Some(about) = ask.about.as_ref().filter(|_| ask.edits) else { return false };
        self.queue.iter().any(|message| match message {
            Message::Change { uri, .. } | Message::Open { uri, .. } | Message::Close(uri) => {
                uris::key_of(uri) == *about
            }
            _ => false,
        })
    }

    /// Answers a request, or keeps it until there is news.
    pub(super) fn answer(&mut self, mut ask: Ask) {
        if ask.job.is_cancelled() {
            return;
        }
        if ask.slow {
            return self.answer_beside(ask);
        }
        let view = self.view();
        let made = catch_unwind(AssertUnwindSafe(|| ask.job.answer(&view)));
        let missed = view.missed.take();
        let outdated = ask.edits && !missed.is_empty();
        self.catch_up(&missed);
        match made {
            Ok(Some(deliver)) => deliver(outdated.then(Error::content_modified)),
            Ok(None) => self.watching.push(ask),
            Err(_) => ask.job.refuse(Error::internal_error()),
        }
    }

    /// Looks again at files of which nobody has told that they have changed.
    fn catch_up(&mut self, missed: &[PathBuf]) {
        if !missed.is_empty() {
            self.session.files_changed(missed);
            self.unsettled = true;
        }
    }

    /// Answers a request on a thread of its own; the worker delivers, for it knows whether the text is still the same.
    fn answer_beside(&mut self, mut ask: Ask) {
        let view = self.view();
        let about = ask.about.clone().and_then(|key| self.documents.revision(&key).map(|revision| (key, revision)));
        let door = Arc::clone(&self.door);
        let work = move || match catch_unwind(AssertUnwindSafe(|| ask.job.answer(&view))) {
            Ok(Some(deliver)) => {
                let missed = view.missed.take();
                let outdated = ask.edits && !missed.is_empty();
                let refused = move |error: Option<Error>| deliver(error.or(outdated.then(Error::content_modified)));
                door.put(Message::Made(about, Box::new(refused)));
                if !missed.is_empty() {
                    door.put(Message::Files(missed));
                }
            }
            Ok(None) => ask.job.refuse(Error::request_cancelled()),
            Err(_) => ask.job.refuse(Error::internal_error()),
        };
        // Where no thread can be had, what the request held is dropped, and it fails.
        let _ = thread::Builder::new().name("kader answer".to_owned()).spawn(work);
    }

    /// Delivers what was made beside the worker.
    pub(super) fn deliver(&mut self, about: Option<(DocumentKey, u64)>, deliver: Delivery) {
        let same = about.is_none_or(|(key, revision)| self.documents.revision(&key) == Some(revision));
        deliver((!same).then(Error::content_modified));
    }

    /// Refuses what has waited for the text of a document that changes now.
    pub(super) fn outdate(&mut self, key: &DocumentKey) {
        for ask in self.waiting.extract_if(.., |ask| ask.about.as_ref() == Some(key)) {
            ask.job.refuse(Error::content_modified());
        }
    }

    /// Takes up what has waited for what is known now.
    pub(super) fn take_up(&mut self) {
        for ask in std::mem::take(&mut self.waiting) {
            if self.is_known(&ask) { self.answer(ask) } else { self.waiting.push(ask) }
        }
    }

    /// Takes up what waits for news, for there may be some.
    pub(super) fn take_up_watching(&mut self) {
        for ask in std::mem::take(&mut self.watching) {
            self.answer(ask);
        }
    }
}
