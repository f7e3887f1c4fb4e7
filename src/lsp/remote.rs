//! The client as the server speaks to it: messages that go out, and questions of which the answer may come late or never.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde_json::value::RawValue;
use tokio::runtime::Handle;
use tower_lsp_server::Client;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::notification::{LogMessage, LogTrace, Notification, PublishDiagnostics, ShowMessage};
use tower_lsp_server::ls_types::request::Request;
use tower_lsp_server::ls_types::{LogMessageParams, LogTraceParams, MessageType, ShowMessageParams, Uri};

use super::outbox::Outbox;
use super::uris::Spellings;

/// How much the client wants to be told of what goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trace {
    /// Nothing.
    Off,
    /// Which messages were handled.
    Messages,
    /// How, too.
    Verbose,
}

impl Trace {
    /// Reads the protocol's word; any other is off.
    pub(super) fn parse(word: &str) -> Self {
        match word {
            "messages" => Self::Messages,
            "verbose" => Self::Verbose,
            _ => Self::Off,
        }
    }
}

/// Work that waits.
type Work = Box<dyn FnOnce() + Send>;

/// What goes out.
#[derive(Default)]
pub(super) struct Wire {
    /// What waits to be written.
    pub(super) outbox: Outbox,
    /// How the client spells its URIs.
    pub(super) spellings: Spellings,
    trace: AtomicU8,
    behind: Mutex<Option<Work>>,
}

impl Wire {
    /// Puts a request.
    pub(super) fn ask(&self, request: &impl Serialize) {
        let mut request = serde_json::to_value(request).unwrap_or_default();
        if let Some(members) = request.as_object_mut() {
            // Parameters are an object or an array, or they are not there.
            members.retain(|name, member| name != "params" || !member.is_null());
        }
        self.outbox.put(self.framed(&request));
    }

    /// Puts a notification that is lost where the client does not read.
    pub(super) fn offer<N: Notification>(&self, params: &N::Params)
    where
        N::Params: Serialize,
    {
        self.outbox.offer(self.framed(&Message { jsonrpc: "2.0", method: N::METHOD, params }));
    }

    /// Puts a notification that is never lost.
    pub(super) fn notify(&self, method: &str, params: &impl Serialize) {
        self.outbox.put(self.framed(&Message { jsonrpc: "2.0", method, params }));
    }

    /// The message that publishes the list of a document.
    pub(super) fn list(&self, list: &Published<'_>) -> Vec<u8> {
        self.framed(&Message { jsonrpc: "2.0", method: PublishDiagnostics::METHOD, params: list })
    }

    /// Tells something in the client's log.
    pub(super) fn log(&self, typ: MessageType, message: String) {
        self.offer::<LogMessage>(&LogMessageParams { typ, message });
    }

    /// Shows a text to the author.
    pub(super) fn show(&self, typ: MessageType, message: String) {
        self.notify(ShowMessage::METHOD, &ShowMessageParams { typ, message });
    }

    /// Does something once the answer that is being made has been put, for nothing of it may go before that.
    pub(super) fn then(&self, work: impl FnOnce() + Send + 'static) {
        *self.behind.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(work));
    }

    /// Puts an answer, then does what waits for it.
    pub(super) fn answer(&self, answer: &impl Serialize) {
        self.outbox.answer(self.framed(answer));
        let work = self.behind.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(work) = work {
            work();
        }
    }

    /// Sets how much is told of what goes on.
    pub(super) fn set_trace(&self, trace: Trace) {
        self.trace.store(trace as u8, Ordering::Relaxed);
    }

    /// Tells of what goes on, where the client wants to hear it.
    pub(super) fn trace(&self, message: impl FnOnce() -> String, verbose: impl FnOnce() -> String) {
        let trace = self.trace.load(Ordering::Relaxed);
        if trace > Trace::Off as u8 {
            let verbose = (trace == Trace::Verbose as u8).then(verbose);
            self.offer::<LogTrace>(&LogTraceParams { message: message(), verbose });
        }
    }

    /// A message with its header, in the client's spelling.
    fn framed<T: Serialize>(&self, message: &T) -> Vec<u8> {
        let body = if self.spellings.are_none() {
            serde_json::to_vec(message)
        } else {
            let mut value = serde_json::to_value(message).unwrap_or_default();
            self.spellings.restore(&mut value);
            serde_json::to_vec(&value)
        };
        let body = body.unwrap_or_default();
        let mut framed = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
        framed.extend(body);
        framed
    }
}

/// A notification.
#[derive(Serialize)]
struct Message<'m, P> {
    jsonrpc: &'m str,
    method: &'m str,
    params: P,
}

/// A list of diagnostics that is published: `PublishDiagnosticsParams`, of which the list has been written already.
#[derive(Serialize)]
pub(super) struct Published<'l> {
    /// The document.
    pub(super) uri: &'l Uri,
    /// The list.
    pub(super) diagnostics: &'l RawValue,
    /// The version of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<i32>,
}

/// The client, for those who are on another thread than the loop.
#[derive(Clone)]
pub(super) struct Remote {
    /// What goes out.
    pub(super) wire: Arc<Wire>,
    client: Client,
    runtime: Handle,
}

impl Remote {
    /// The client behind a wire.
    pub(super) fn new(wire: Arc<Wire>, client: Client, runtime: Handle) -> Self {
        Self { wire, client, runtime }
    }

    /// Asks the client something, and goes on; `then` gets the answer, whenever it comes.
    pub(super) fn ask<R: Request>(&self, params: R::Params, then: impl FnOnce(Result<R::Result>) + Send + 'static)
    where
        R::Params: Send + 'static,
        R::Result: Send,
    {
        let client = self.client.clone();
        self.runtime.spawn(async move { then(client.send_request::<R>(params).await) });
    }
}
