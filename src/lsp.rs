//! The language server: the protocol, and nothing of what is judged. The only room that knows protocol types.
//!
//! ```text
//! standard input ─ frame ─ wire (mend, route) ─ server ─ mailbox ─ worker ─ session
//! standard output ─ outbox ──────────────────────┴──────────────────┘
//! ```
//!
//! Four threads: one reads, one writes, one runs the loop, one (the worker) owns the documents. Others come and go: one that looks at the
//! client's process, one that begins to watch files, one for each answer that takes long. A handler puts its message into the
//! worker's door before it waits, so that all take effect in the order of the wire; answers come from snapshots.

mod ask;
mod capabilities;
mod client;
mod diagnostics;
mod features;
pub mod frame;
mod mailbox;
mod markup;
mod mend;
mod moment;
mod outbox;
mod remote;
mod rerun;
mod server;
mod session;
mod settings;
mod stage;
mod streams;
mod uris;
mod view;
mod wire;
mod worker;

use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::unbounded_channel;
use tower_lsp_server::LspService;

use crate::config::Given;
use crate::system::Pipe;
use crate::workspace::Loaded;
use mailbox::Mailbox;
use remote::{Remote, Wire};
use server::Server;
use worker::{Message, Worker};

/// How long is waited for what is still to be written.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a server is started.
pub struct Options {
    /// The process with which the session ends.
    pub process: Option<u32>,
    /// What the command line and the environment say.
    pub given: Given,
    /// The policy that the program carries.
    pub carried: Arc<Loaded>,
}

/// Runs a session over a pipe to its end; gives the exit status: 0 after `shutdown`, else 1.
///
/// # Errors
/// Where the system gives no threads.
pub fn serve(pipe: Pipe, options: Options) -> io::Result<u8> {
    let Pipe { input, output, system } = pipe;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let wire = Arc::new(Wire::default());
    let (sender, receiver) = unbounded_channel();
    streams::write(output, &wire, sender.clone())?;
    streams::read(input, &wire, sender.clone())?;
    let watched = Arc::clone(&system);
    let watch = move |process| streams::watch(process, &watched, &sender);
    if let Some(process) = options.process {
        watch(process);
    }
    let door = Arc::new(Mailbox::default());
    let mut remote = None;
    let handle = runtime.handle();
    let (service, socket) = LspService::build(|client| {
        let there = Remote::new(Arc::clone(&wire), client, handle.clone());
        remote = Some(there.clone());
        Server::new(Arc::clone(&door), there, Box::new(watch))
    })
    .custom_method("$/setTrace", Server::set_trace)
    .custom_method("window/workDoneProgress/cancel", Server::cancel_progress)
    .finish();
    let Options { given, carried, .. } = options;
    let worker = remote.map(|remote| Worker::new(Arc::clone(&door), remote, (system, given), carried));
    let worker = thread::Builder::new().name("kader worker".to_owned()).spawn(move || {
        worker.into_iter().for_each(Worker::run);
    })?;
    let status = runtime.block_on(wire::Session::new(service, Arc::clone(&wire)).run(socket, receiver));
    door.put(Message::Stop);
    wire.outbox.finish(PATIENCE);
    // Whoever still works ends with the program.
    runtime.shutdown_background();
    drop(worker);
    Ok(status)
}
