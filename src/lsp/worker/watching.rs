//! Watching files, where the client does not do it for the server.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use tower_lsp_server::ls_types::MessageType;

use super::{Message, Worker};
use crate::lsp::client::Can;
use crate::text::visible;
use crate::texts::Texts;

impl Worker {
    /// Watches what the client does not, as it is now: its folders, where it watches none, and projects beyond them.
    pub(super) fn watch(&mut self) {
        let folders = Some(&self.folders).filter(|_| !self.client.can(Can::Watch));
        let folders = folders.into_iter().flat_map(|folders| folders.iter());
        let wanted: BTreeSet<PathBuf> = folders.chain(self.session.roots_beyond()).cloned().collect();
        if wanted == self.watched {
            return;
        }
        self.watcher = None;
        self.watched.clone_from(&wanted);
        if wanted.is_empty() {
            return;
        }
        let (door, folders, lang): (_, Vec<PathBuf>, _) =
            (Arc::clone(&self.door), wanted.into_iter().collect(), self.lang());
        let (ground, wire) = (Arc::clone(&self.ground), Arc::clone(&self.remote.wire));
        // Large folders take a while, and nobody waits for them.
        let work = move || {
            let behind = Arc::clone(&door);
            let told = Box::new(move |files| behind.put(Message::Files(files)));
            match ground.system.watch(&folders, told) {
                Ok(guard) => door.put(Message::Watching(folders.into_iter().collect(), guard)),
                Err(error) => {
                    let why = visible(&error.to_string()).into_owned();
                    let message = Texts::get(lang).format("lsp-not-watched", &[("why", why.into())]);
                    wire.log(MessageType::WARNING, message);
                }
            }
        };
        // Without a thread to be had, nothing is watched.
        drop(thread::Builder::new().name("kader files".to_owned()).spawn(work));
    }
}
