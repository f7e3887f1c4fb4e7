//! Watching files, where the client does not do it for the server.

use std::sync::Arc;
use std::thread;

use tower_lsp_server::ls_types::MessageType;

use super::{Message, Worker};
use crate::lsp::client::Can;
use crate::text::visible;
use crate::texts::Texts;

impl Worker {
    /// Watches the folders as they are now, and no others.
    pub(super) fn watch(&mut self) {
        self.watcher = None;
        if self.client.can(Can::Watch) || self.folders.is_empty() {
            return;
        }
        let (door, folders, lang) = (Arc::clone(&self.door), self.folders.clone(), self.lang());
        let (ground, wire) = (Arc::clone(&self.ground), Arc::clone(&self.remote.wire));
        // Large folders take a while, and nobody waits for them.
        let work = move || {
            let behind = Arc::clone(&door);
            let told = Box::new(move |files| behind.put(Message::Files(files)));
            match ground.system.watch(&folders, told) {
                Ok(guard) => door.put(Message::Watching(guard)),
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
