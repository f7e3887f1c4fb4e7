//! `kader.showDocument`: shows a place to which a lens leads, in a client that has no command of its own for that.

use serde::Deserialize;
use serde_json::Value;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::{Range, Uri};

use super::{Done, Then, arguments};
use crate::lsp::client::{Can, Client};
use crate::lsp::view::View;

/// Its name.
pub(in crate::lsp::features) const NAME: &str = "kader.showDocument";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arguments {
    /// The document.
    uri: Uri,
    /// What is selected there.
    range: Range,
}

/// Whether a client needs it, and does what it asks for.
pub(in crate::lsp::features) fn is_offered(client: &Client) -> bool {
    client.can(Can::ShowDocument) && !client.can(Can::ShowPlaces)
}

/// Runs it.
pub(super) fn run(_view: &View, given: Value) -> Result<Done> {
    let Arguments { uri, range } = arguments(given)?;
    Ok(Done { result: Value::Null, then: Some(Then::Show(uri, range)) })
}
