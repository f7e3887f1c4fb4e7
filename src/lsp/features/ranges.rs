//! `textDocument/foldingRange` and `textDocument/selectionRange`.

use tower_lsp_server::ls_types::{
    FoldingRange, FoldingRangeParams, FoldingRangeProviderCapability, SelectionRange, SelectionRangeParams,
    SelectionRangeProviderCapability, ServerCapabilities,
};

use crate::ide::ranges::{folds, selection};
use crate::lsp::client::Client;
use crate::lsp::view::View;
use crate::text::Span;

/// The most ranges around a place: many clients read no JSON that is much deeper.
const MOST: usize = 60;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.folding_range_provider = Some(FoldingRangeProviderCapability::Simple(true));
    capabilities.selection_range_provider = Some(SelectionRangeProviderCapability::Simple(true));
}

/// What can be folded: the line of the closing bracket stays.
pub(in crate::lsp) fn folding(view: &View, params: &FoldingRangeParams) -> Option<Vec<FoldingRange>> {
    let document = view.document(&params.text_document.uri)?;
    let fold = |span: &Span| {
        let range = document.range(*span);
        let end = range.end.line.saturating_sub(1);
        (end > range.start.line).then(|| FoldingRange {
            start_line: range.start.line,
            end_line: end,
            ..FoldingRange::default()
        })
    };
    Some(folds(&document.moment.parsed().tree).iter().filter_map(fold).collect())
}

/// What is selected around each place, one in the other.
pub(in crate::lsp) fn selecting(view: &View, params: &SelectionRangeParams) -> Option<Vec<SelectionRange>> {
    let document = view.document(&params.text_document.uri)?;
    let tree = &document.moment.parsed().tree;
    let around = |position| {
        let offset = document.offset(position);
        let spans = selection(tree, offset);
        let whole = spans.iter().take(MOST).rev().fold(None, |parent: Option<Box<SelectionRange>>, span| {
            Some(Box::new(SelectionRange { range: document.range(*span), parent }))
        });
        let range = document.range(Span::empty_at(offset));
        whole.map_or(SelectionRange { range, parent: None }, |range| *range)
    };
    Some(params.positions.iter().copied().map(around).collect())
}
