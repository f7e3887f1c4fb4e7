//! `textDocument/hover`.

use tower_lsp_server::ls_types::{Hover, HoverContents, HoverParams, HoverProviderCapability, ServerCapabilities};

use crate::ide::hover::hover;
use crate::lsp::client::{Can, Client};
use crate::lsp::markup;
use crate::lsp::stage::Stage;
use crate::lsp::view::View;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.hover_provider = Some(HoverProviderCapability::Simple(true));
}

/// What there is to show about a place.
pub(in crate::lsp) fn at(view: &View, params: &HoverParams) -> Option<Hover> {
    let place = &params.text_document_position_params;
    let stage = Stage::new(view, &place.text_document.uri)?.assessed();
    let offset = stage.document.offset(place.position);
    let shown = stage.show(|scene| hover(scene, offset))??;
    let contents = HoverContents::Markup(markup::content(&view.client, Can::ReadHovers, shown.markdown));
    Some(Hover { contents, range: Some(stage.document.range(shown.span)) })
}
