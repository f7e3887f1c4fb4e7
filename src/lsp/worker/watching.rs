//! Watching files, where the client does not do it for the server.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tower_lsp_server::ls_types::MessageType;

use super::{Message, Worker};
use crate::config::{Choice, Configs};
use crate::lsp::client::Can;
use crate::system::System;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::session::Snapshot;
use crate::workspace::walk;

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
        let since = std::mem::replace(&mut self.looked, ground.system.elapsed());
        let (known, choice) = (self.session.snapshot(), self.wishes.judging.choice());
        // Large folders take a while, and nobody waits for them.
        let work = move || {
            let behind = Arc::clone(&door);
            let told = Box::new(move |files| behind.put(Message::Files(files)));
            match ground.system.watch(&folders, since, told) {
                Ok(guard) => {
                    let missed = come_or_gone(&*ground.system, (&folders, choice), &known);
                    if !missed.is_empty() {
                        door.put(Message::Files(missed));
                    }
                    door.put(Message::Watching(folders.into_iter().collect(), guard));
                }
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

/// The documents below some folders that are not among those that are known, and the known ones that are not there.
fn come_or_gone(system: &dyn System, (folders, choice): (&[PathBuf], Choice), known: &Snapshot) -> Vec<PathBuf> {
    let configs = Configs::new(system, choice);
    let known: HashSet<&Path> = known.files().collect();
    let found: HashSet<PathBuf> =
        folders.iter().flat_map(|folder| walk::documents(system, &configs, folder).files).collect();
    let come = found.iter().filter(|file| !known.contains(&***file)).cloned();
    let gone = known.iter().filter(|file| !found.contains(**file) && !system.exists(file));
    come.chain(gone.map(|file| file.to_path_buf())).collect()
}
