//! Telling the client to ask again for lenses and hints: it does so by itself where a document is edited, and only there.

use std::collections::{BTreeMap, BTreeSet};

use tower_lsp_server::ls_types::request::{CodeLensRefresh, InlayHintRefreshRequest};

use super::Worker;
use super::documents::Documents;
use crate::lsp::client::Can;
use crate::lsp::session::DocumentKey;

/// What lenses and hints were last asked for.
#[derive(Default)]
pub(super) struct Annotated {
    /// The number of the change that made the text of each open document.
    revisions: BTreeMap<DocumentKey, u64>,
    /// Settings that they go by have changed.
    doubted: bool,
}

impl Annotated {
    /// They may differ though nothing was judged anew.
    pub(super) fn doubt(&mut self) {
        self.doubted = true;
    }

    /// Whether they may differ in an open document that nobody has edited, now that these were judged anew.
    fn is_stale(&mut self, judged: &BTreeSet<DocumentKey>, documents: &Documents) -> bool {
        let mut stale = std::mem::take(&mut self.doubted);
        for key in judged {
            match documents.revision(key) {
                Some(revision) => stale |= self.revisions.insert(key.clone(), revision) == Some(revision),
                None => drop(self.revisions.remove(key)),
            }
        }
        stale
    }
}

impl Worker {
    /// Has the client ask again, where something of what it shows may differ now that these documents were judged anew.
    pub(super) fn refresh(&mut self, judged: &BTreeSet<DocumentKey>) {
        if !self.annotated.is_stale(judged, &self.documents) || self.documents.labels.is_empty() {
            return;
        }
        if self.client.can(Can::RefreshLenses) {
            self.remote.ask::<CodeLensRefresh>((), |_| {});
        }
        if self.client.can(Can::RefreshHints) {
            self.remote.ask::<InlayHintRefreshRequest>((), |_| {});
        }
    }
}
