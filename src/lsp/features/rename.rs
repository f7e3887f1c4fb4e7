//! `textDocument/prepareRename` and `textDocument/rename`: the id of an agreement, wherever it is named.

use std::collections::BTreeMap;
use std::path::Path;

use tower_lsp_server::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp_server::ls_types::{
    OneOf, PrepareRenameResponse, RenameOptions, RenameParams, ServerCapabilities, TextDocumentPositionParams,
    TextEdit, WorkDoneProgressOptions, WorkspaceEdit,
};

use crate::findings::Range;
use crate::ide::rename::{prepare, rename};
use crate::lsp::client::{Can, Client};
use crate::lsp::session::DocumentKey;
use crate::lsp::stage::Stage;
use crate::lsp::view::View;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(client: &Client, capabilities: &mut ServerCapabilities) {
    let work_done_progress_options = WorkDoneProgressOptions::default();
    let options = RenameOptions { prepare_provider: Some(true), work_done_progress_options };
    capabilities.rename_provider =
        Some(if client.can(Can::PrepareRename) { OneOf::Right(options) } else { OneOf::Left(true) });
}

/// The id at a place.
pub(in crate::lsp) fn prepared(view: &View, params: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let stage = Stage::new(view, &params.text_document.uri)?;
    let offset = stage.document.offset(params.position);
    let found = stage.show(|scene| prepare(scene, offset).map(|(span, id)| (span, id.to_owned())))?;
    let (span, placeholder) = found?;
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: stage.document.range(span), placeholder })
}

/// What another id changes in all documents.
pub(in crate::lsp) fn renamed(view: &View, params: &RenameParams) -> Result<Option<WorkspaceEdit>> {
    let place = &params.text_document_position;
    let Some(stage) = Stage::new(view, &place.text_document.uri) else { return Ok(None) };
    let offset = stage.document.offset(place.position);
    let Some(outcome) = stage.show(|scene| rename(scene, offset, &params.new_name)) else { return Ok(None) };
    let refused = |why: String| Error { code: ErrorCode::InvalidParams, message: why.into(), data: None };
    let renamed = outcome.map_err(refused)?;
    let mut there: BTreeMap<&Path, Vec<(Range, Box<str>)>> = BTreeMap::new();
    for (file, range, text) in &renamed.there {
        there.entry(file).or_default().push((*range, text.clone()));
    }
    let documents = there.into_iter().filter_map(|(file, edits)| {
        // Where its text is not the one that was judged, the worker refuses the answer.
        let document = view.led_to(&DocumentKey::File(file.into()))?;
        let edit = |(range, text): &(Range, Box<str>)| TextEdit::new(document.range(range.span()), text.to_string());
        let edits = edits.iter().map(edit).collect();
        Some((document, edits))
    });
    let here = stage.document.edits(renamed.here.iter());
    Ok(Some(view.workspace_edit(std::iter::once((stage.document, here)).chain(documents))))
}
