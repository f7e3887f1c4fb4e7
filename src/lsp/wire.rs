//! The loop of a session: frames in, each handler polled once in order, answers out.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use futures_util::{FutureExt as _, SinkExt as _, StreamExt as _};
use serde_json::Value;
use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp_server::ClientSocket;
use tower_lsp_server::jsonrpc::{Error, Id, Request, Response};
use tower_service::Service;

use super::mend;
use super::remote::Wire;

/// What comes in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Value),
    /// What is no message, with the error that the protocol has for it.
    Fault(Error),
    /// Nothing more comes, or nobody is there any more.
    End,
}

/// The loop.
pub(super) struct Session<S> {
    service: S,
    wire: Arc<Wire>,
    /// `shutdown` was answered.
    shut_down: bool,
}

/// The answer of a handler, when it comes.
type Answer<E> = Pin<Box<dyn Future<Output = Result<Option<Response>, E>> + Send>>;

impl<S> Session<S>
where
    S: Service<Request, Response = Option<Response>, Future = Answer<<S as Service<Request>>::Error>>,
    S::Error: Send + 'static,
{
    /// A session before its first message.
    pub(super) fn new(service: S, wire: Arc<Wire>) -> Self {
        Self { service, wire, shut_down: false }
    }

    /// Runs to the end; gives the exit status.
    pub(super) async fn run(mut self, socket: ClientSocket, mut input: UnboundedReceiver<Incoming>) -> u8 {
        let (mut requests, mut responses) = socket.split();
        let wire = Arc::clone(&self.wire);
        tokio::spawn(async move {
            while let Some(request) = requests.next().await {
                wire.ask(&request);
            }
        });
        while let Some(incoming) = input.recv().await {
            let message = match incoming {
                Incoming::Message(message) => sorted(message),
                Incoming::Fault(error) => Sorted::Fault(Id::Null, error),
                Incoming::End => break,
            };
            match message {
                Sorted::Fault(id, error) => self.wire.answer(&Response::from_error(id, error)),
                Sorted::Response(response) => {
                    // One that nobody waits for is dropped by the other end. Who waits for it goes on before the next message.
                    let _ = responses.send(response).await;
                    tokio::task::yield_now().await;
                }
                Sorted::Request(method, ..) if method == "exit" => break,
                Sorted::Request(method, id, params) => self.handle(method, id, params).await,
            }
        }
        u8::from(!self.shut_down)
    }

    async fn handle(&mut self, method: String, id: Option<Id>, params: Option<Value>) {
        let params = mend::params(&method, params, &self.wire.spellings);
        self.wire.trace(|| method.clone(), || params.as_ref().map(ToString::to_string).unwrap_or_default());
        let request = Request::build(method.clone());
        let request = params.into_iter().fold(request, tower_lsp_server::jsonrpc::RequestBuilder::params);
        let request = id.iter().cloned().fold(request, tower_lsp_server::jsonrpc::RequestBuilder::id).finish();
        let service = &mut self.service;
        let Ok(answer) = catch_unwind(AssertUnwindSafe(|| service.call(request))) else {
            return self.failed(id);
        };
        let mut answer = Box::pin(AssertUnwindSafe(answer).catch_unwind());
        // Polled once here, it has handed its message on before the next one is looked at.
        match poll_fn(|cx| Poll::Ready(answer.as_mut().poll(cx))).await {
            Poll::Ready(Ok(answer)) => {
                let response = response(id, answer);
                if method == "shutdown" && response.as_ref().is_some_and(Response::is_ok) {
                    // Clients that have their answer read no more.
                    self.shut_down = true;
                    self.wire.outbox.hush();
                }
                if let Some(response) = response {
                    self.wire.answer(&response);
                }
            }
            Poll::Ready(Err(_)) => self.failed(id),
            Poll::Pending => {
                let wire = Arc::clone(&self.wire);
                tokio::spawn(async move {
                    let response = match answer.await {
                        Ok(answer) => response(id, answer),
                        Err(_) => id.map(|id| Response::from_error(id, Error::internal_error())),
                    };
                    if let Some(response) = response {
                        wire.answer(&response);
                    }
                });
            }
        }
    }

    fn failed(&self, id: Option<Id>) {
        if let Some(id) = id {
            self.wire.answer(&Response::from_error(id, Error::internal_error()));
        }
    }
}

/// What is sent for an answer. The service has none to a method that need not be known (`$/…`), and a request gets one all the same.
fn response<E>(id: Option<Id>, answer: Result<Option<Response>, E>) -> Option<Response> {
    let unknown = || id.map(|id| Response::from_error(id, Error::method_not_found()));
    answer.ok().flatten().or_else(unknown)
}

/// A message by its kind.
enum Sorted {
    /// A request, or without an id a notification.
    Request(String, Option<Id>, Option<Value>),
    Response(Response),
    Fault(Id, Error),
}

fn sorted(message: Value) -> Sorted {
    let Value::Object(mut message) = message else { return Sorted::Fault(Id::Null, Error::invalid_request()) };
    let id = message.remove("id");
    let known = match &id {
        None => None,
        Some(id) => match serde_json::from_value::<Id>(id.clone()) {
            Ok(id) if id != Id::Null => Some(id),
            Ok(_) | Err(_) => return Sorted::Fault(Id::Null, Error::invalid_request()),
        },
    };
    let fault = |id: Option<Id>| Sorted::Fault(id.unwrap_or(Id::Null), Error::invalid_request());
    if message.get("jsonrpc").is_none_or(|version| version != "2.0") {
        return fault(known);
    }
    match (message.remove("method"), known) {
        (Some(Value::String(method)), id) => {
            Sorted::Request(method, id, message.remove("params").filter(|params| !params.is_null()))
        }
        (None, Some(id)) if message.contains_key("error") || message.contains_key("result") => {
            let error = message.remove("error").filter(|error| !error.is_null());
            Sorted::Response(match error {
                Some(error) => {
                    Response::from_error(id, serde_json::from_value(error).unwrap_or_else(|_| Error::internal_error()))
                }
                None => Response::from_ok(id, message.remove("result").unwrap_or_default()),
            })
        }
        (_, id) => fault(id),
    }
}

#[cfg(test)]
mod tests;
