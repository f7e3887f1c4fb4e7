//! `textDocument/formatting` and `textDocument/rangeFormatting`: the layout of `kader fmt`, white space between tokens only.

use tower_lsp_server::ls_types::{
    DocumentFormattingParams, DocumentRangeFormattingParams, OneOf, ServerCapabilities, TextEdit,
};

use crate::json::format;
use crate::lsp::client::Client;
use crate::lsp::view::Document;
use crate::lsp::view::View;
use crate::text::Edit;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.document_formatting_provider = Some(OneOf::Left(true));
    capabilities.document_range_formatting_provider = Some(OneOf::Left(true));
}

/// The edits that lay a document out; none where it cannot be read in full.
pub(in crate::lsp) fn document(view: &View, params: &DocumentFormattingParams) -> Option<Vec<TextEdit>> {
    let document = view.document(&params.text_document.uri);
    edits(&document?, |_| true)
}

/// Those of them that touch a range.
pub(in crate::lsp) fn range(view: &View, params: &DocumentRangeFormattingParams) -> Option<Vec<TextEdit>> {
    let document = view.document(&params.text_document.uri)?;
    let range = document.span(params.range);
    edits(&document, |edit| edit.span.start <= range.end && edit.span.end >= range.start)
}

fn edits(document: &Document<'_>, wanted: impl Fn(&Edit) -> bool) -> Option<Vec<TextEdit>> {
    let edits = format::edits(document.moment.parsed())?;
    Some(document.edits(edits.iter().filter(|edit| wanted(edit))))
}
