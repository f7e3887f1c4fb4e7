//! Handlers that go wrong.

use std::sync::Arc;
use std::task::{Context, Poll};

use serde_json::{Value, json};
use tokio::sync::mpsc::unbounded_channel;
use tower_lsp_server::jsonrpc::{Request, Response, Result};
use tower_lsp_server::ls_types::{InitializeParams, InitializeResult};
use tower_lsp_server::{LanguageServer, LspService};
use tower_service::Service;

use super::{Answer, Incoming, Session};
use crate::lsp::remote::Wire;

struct Odd;

impl LanguageServer for Odd {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(InitializeResult::default())
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }
}

/// A service of which some methods panic: when they are called, at their first step, or later.
struct Panicking;

impl Service<Request> for Panicking {
    type Response = Option<Response>;
    type Error = ();
    type Future = Answer<()>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<std::result::Result<(), ()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let (method, id, _) = request.into_parts();
        assert!(method != "call", "at the call");
        Box::pin(async move {
            assert!(method != "first", "at the first step");
            tokio::task::yield_now().await;
            assert!(method != "later", "later");
            Ok(id.map(|id| Response::from_ok(id, json!("well"))))
        })
    }
}

/// What is written of the answers to some messages.
fn answers<S>(service: S, messages: &[Value]) -> Vec<Value>
where
    S: Service<Request, Response = Option<Response>, Future = Answer<<S as Service<Request>>::Error>>,
    S::Error: Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let wire = Arc::new(Wire::default());
    let (_, socket) = LspService::new(|_| Odd);
    let (sender, receiver) = unbounded_channel();
    for message in messages {
        sender.send(Incoming::Message(message.clone())).unwrap();
    }
    runtime.block_on(async {
        let session = tokio::spawn(async { tokio::task::yield_now().await });
        let run = Session::new(service, Arc::clone(&wire)).run(socket, receiver);
        let end = async {
            session.await.unwrap();
            for _ in 0..10 {
                tokio::task::yield_now().await;
            }
            sender.send(Incoming::End).unwrap();
        };
        futures_util::future::join(run, end).await
    });
    let texts = std::iter::from_fn(|| {
        wire.outbox.finish(std::time::Duration::ZERO);
        wire.outbox.take()
    });
    let said = String::from_utf8(texts.flatten().collect()).unwrap();
    let bodies = said.split("Content-Length: ").filter_map(|message| message.split_once("\r\n\r\n"));
    bodies.map(|(_, body)| serde_json::from_str(body).unwrap()).collect()
}

#[test]
fn a_handler_that_panics_fails_alone() {
    let request = |id: u32, method: &str| json!({ "jsonrpc": "2.0", "id": id, "method": method });
    let messages = [request(1, "call"), request(2, "first"), request(3, "later"), request(4, "good")];
    let mut found: Vec<(i64, Value)> = answers(Panicking, &messages)
        .into_iter()
        .map(|answer| (answer["id"].as_i64().unwrap(), answer["error"]["code"].clone()))
        .collect();
    found.sort_by_key(|(id, _)| *id);
    let internal = json!(-32603);
    assert_eq!(found, [(1, internal.clone()), (2, internal.clone()), (3, internal), (4, Value::Null)]);
}
