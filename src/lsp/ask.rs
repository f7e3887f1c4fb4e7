//! A request on its way to the worker and back.

use tokio::sync::oneshot;
use tower_lsp_server::jsonrpc::{Error, Result};

use super::session::DocumentKey;
use super::view::View;

/// What must be known before an answer is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// The texts.
    Text,
    /// What was found in the document that it is about.
    Findings,
    /// What was found in all documents.
    Everything,
    /// What was found, and that it is not what the client knows already.
    News,
}

/// A request that waits for its answer.
pub(super) struct Ask {
    /// The document that it is about.
    pub(super) about: Option<DocumentKey>,
    /// What must be known.
    pub(super) need: Need,
    /// The answer holds edits: it must not be for a text that has changed since.
    pub(super) edits: bool,
    /// The answer takes long: it is made beside the worker.
    pub(super) slow: bool,
    /// What makes the answer.
    pub(super) job: Box<dyn Job>,
}

/// What makes an answer.
pub(super) trait Job: Send {
    /// Whether nobody waits any more.
    fn is_cancelled(&self) -> bool;

    /// Makes the answer; gives what delivers it. `None` where there is no news yet.
    fn answer(&mut self, view: &View) -> Option<Delivery>;

    /// Gives an error in the place of an answer.
    fn refuse(self: Box<Self>, error: Error);
}

/// Gives the answer to whoever waits, or an error in its place.
pub(super) type Delivery = Box<dyn FnOnce(Option<Error>) + Send>;

/// A request with its parameters, and the function that answers it.
struct Typed<T, F> {
    reply: Option<oneshot::Sender<Result<T>>>,
    work: F,
}

impl<T: Send + 'static, F: FnMut(&View) -> Option<Result<T>> + Send> Job for Typed<T, F> {
    fn is_cancelled(&self) -> bool {
        self.reply.as_ref().is_none_or(oneshot::Sender::is_closed)
    }

    fn answer(&mut self, view: &View) -> Option<Delivery> {
        let result = (self.work)(view)?;
        let reply = self.reply.take()?;
        Some(Box::new(move |error| drop(reply.send(error.map_or(result, Err)))))
    }

    fn refuse(self: Box<Self>, error: Error) {
        // Nobody waits for a request that was cancelled.
        self.reply.map(|reply| reply.send(Err(error)));
    }
}

/// Packs a request; the answer comes out at the other end.
pub(super) fn job<T, F>(work: F) -> (Box<dyn Job>, oneshot::Receiver<Result<T>>)
where
    T: Send + 'static,
    F: FnMut(&View) -> Option<Result<T>> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (Box::new(Typed { reply: Some(reply), work }), answer)
}
