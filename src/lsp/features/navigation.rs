//! `textDocument/definition`, `references`, `documentLink` and `documentHighlight`.

use std::path::Path;

use tower_lsp_server::ls_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, DocumentLink, DocumentLinkOptions,
    DocumentLinkParams, GotoDefinitionParams, GotoDefinitionResponse, Location, OneOf, ReferenceParams,
    ServerCapabilities, TextDocumentPositionParams, Uri, WorkDoneProgressOptions,
};

use crate::ide::navigation::{Link, To, definition, highlights, links, references};
use crate::ide::{Scene, Target};
use crate::lsp::client::Client;
use crate::lsp::stage::Stage;
use crate::lsp::uris;
use crate::lsp::view::View;
use crate::system::paths;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.definition_provider = Some(OneOf::Left(true));
    capabilities.references_provider = Some(OneOf::Left(true));
    capabilities.document_highlight_provider = Some(OneOf::Left(true));
    let work_done_progress_options = WorkDoneProgressOptions::default();
    capabilities.document_link_provider =
        Some(DocumentLinkOptions { resolve_provider: Some(false), work_done_progress_options });
}

/// Where what stands at a place is from.
pub(in crate::lsp) fn defined(view: &View, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    locations(view, &params.text_document_position_params, definition).map(GotoDefinitionResponse::Array)
}

/// Where else it is named.
pub(in crate::lsp) fn named(view: &View, params: &ReferenceParams) -> Option<Vec<Location>> {
    let declaration = params.context.include_declaration;
    locations(view, &params.text_document_position, |scene, offset| references(scene, offset, declaration))
}

fn locations(
    view: &View,
    place: &TextDocumentPositionParams,
    find: impl FnOnce(&Scene<'_>, u32) -> Vec<Target>,
) -> Option<Vec<Location>> {
    let stage = Stage::new(view, &place.text_document.uri)?;
    let offset = stage.document.offset(place.position);
    let targets = stage.show(|scene| find(scene, offset))?;
    Some(targets.iter().filter_map(|target| stage.location(target)).collect())
}

/// The same within the document.
pub(in crate::lsp) fn same(view: &View, params: &DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
    let place = &params.text_document_position_params;
    let stage = Stage::new(view, &place.text_document.uri)?;
    let offset = stage.document.offset(place.position);
    let spans = stage.show(|scene| highlights(scene, offset))?;
    let kind = Some(DocumentHighlightKind::TEXT);
    Some(spans.iter().map(|span| DocumentHighlight { range: stage.document.range(*span), kind }).collect())
}

/// Where evidence leads.
pub(in crate::lsp) fn linked(view: &View, params: &DocumentLinkParams) -> Option<Vec<DocumentLink>> {
    let stage = Stage::new(view, &params.text_document.uri)?;
    let found = stage.show(links)?;
    let shown = |link: &Link| {
        let target = target(&stage, &link.to)?;
        Some(DocumentLink { range: stage.document.range(link.span), target: Some(target), tooltip: None, data: None })
    };
    Some(found.iter().filter_map(shown).collect())
}

fn target(stage: &Stage<'_>, to: &To) -> Option<Uri> {
    match to {
        To::Web(address) => uris::of_web(address),
        To::File(relative, fragment) => {
            let folder = stage.entry.key.file()?.parent()?;
            let uri = uris::uri_of(&paths::absolute(folder, Path::new(&**relative)))?;
            match fragment {
                Some(fragment) => uris::with_part(&uri, fragment).or(Some(uri)),
                None => Some(uri),
            }
        }
    }
}
