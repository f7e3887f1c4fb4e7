//! `textDocument/inlayHint`.

use tower_lsp_server::ls_types::{
    InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip, OneOf, ServerCapabilities,
};

use crate::ide::hints::{Hint, hints};
use crate::lsp::client::Client;
use crate::lsp::stage::Stage;
use crate::lsp::view::View;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.inlay_hint_provider = Some(OneOf::Left(true));
}

/// The hints in a part of a document.
pub(in crate::lsp) fn list(view: &View, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    if !view.wishes.hints {
        return None;
    }
    let stage = Stage::new(view, &params.text_document.uri)?.assessed();
    let within = stage.document.span(params.range);
    let hints = stage.show(|scene| hints(scene, within))?;
    let shown = |hint: Hint| InlayHint {
        position: stage.document.range(crate::text::Span::empty_at(hint.at)).start,
        label: InlayHintLabel::String(hint.label.into()),
        kind: None,
        text_edits: None,
        tooltip: Some(hint.tooltip.to_string()).filter(|text| !text.is_empty()).map(InlayHintTooltip::String),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    Some(hints.into_iter().map(shown).collect())
}
