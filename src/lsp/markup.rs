//! Texts in the form that the client reads.

use tower_lsp_server::ls_types::{MarkupContent, MarkupKind};

use super::client::{Can, Client};
use crate::report::markdown::plain;

/// A text that was written as Markdown: as such for a client that reads it there, else without marks.
pub(super) fn content(client: &Client, there: Can, markdown: String) -> MarkupContent {
    if client.can(there) {
        return MarkupContent { kind: MarkupKind::Markdown, value: markdown };
    }
    MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
}
