//! `textDocument/documentSymbol` and `workspace/symbol`.

use tower_lsp_server::ls_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, OneOf, ServerCapabilities,
    SymbolInformation, SymbolKind, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use crate::ide::Target;
use crate::ide::symbols::{Known, Sort, Symbol, outline, workspace};
use crate::lsp::client::{Can, Client};
use crate::lsp::stage::{Everywhere, location};
use crate::lsp::view::{Document, View};

/// The most symbols of a workspace that are given at once.
const MOST: usize = 500;

/// The most symbols that stand in each other: many clients read no JSON that is much deeper.
const DEEPEST: usize = 40;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.document_symbol_provider = Some(OneOf::Left(true));
    capabilities.workspace_symbol_provider = Some(OneOf::Left(true));
}

/// What stands in a document.
pub(in crate::lsp) fn document(view: &View, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let document = view.document(&params.text_document.uri)?;
    let symbols = outline(&document.moment.parsed().tree);
    if view.client.can(Can::NestSymbols) {
        return Some(DocumentSymbolResponse::Nested(
            symbols.iter().map(|symbol| nested(&document, symbol, DEEPEST)).collect(),
        ));
    }
    let mut flat = Vec::new();
    flatten(&document, (&symbols, None), &mut flat);
    Some(DocumentSymbolResponse::Flat(flat))
}

#[expect(deprecated, reason = "the type has a field that the protocol gives up")]
fn nested(document: &Document<'_>, symbol: &Symbol, left: usize) -> DocumentSymbol {
    let below = if left > 0 { symbol.children.as_slice() } else { &[] };
    let children: Vec<DocumentSymbol> = below.iter().map(|child| nested(document, child, left - 1)).collect();
    DocumentSymbol {
        name: name(symbol),
        detail: Some(symbol.detail.clone()).filter(|detail| !detail.is_empty()),
        kind: kind(document, symbol.sort),
        tags: None,
        deprecated: None,
        range: document.range(symbol.span),
        selection_range: document.range(symbol.selection),
        children: Some(children).filter(|children| !children.is_empty()),
    }
}

#[expect(deprecated, reason = "the type has a field that the protocol gives up")]
fn flatten(document: &Document<'_>, (symbols, above): (&[Symbol], Option<&str>), flat: &mut Vec<SymbolInformation>) {
    for symbol in symbols {
        let location = Location::new(document.uri.clone(), document.range(symbol.span));
        let (name, kind, container_name) = (name(symbol), kind(document, symbol.sort), above.map(str::to_owned));
        flat.push(SymbolInformation { name, kind, tags: None, deprecated: None, location, container_name });
        flatten(document, (&symbol.children, Some(&symbol.name)), flat);
    }
}

/// The protocol takes no name without a letter.
fn name(symbol: &Symbol) -> String {
    if symbol.name.trim().is_empty() { "\"\"".to_owned() } else { symbol.name.clone() }
}

/// The kind that fits, out of those of the protocol's first version or, where the client takes more, of all.
fn kind(document: &Document<'_>, sort: Sort) -> SymbolKind {
    let any = document.view.client.can(Can::SymbolKinds);
    match sort {
        Sort::Object if !any => SymbolKind::MODULE,
        Sort::Nothing if !any => SymbolKind::CONSTANT,
        Sort::Object => SymbolKind::OBJECT,
        Sort::List => SymbolKind::ARRAY,
        Sort::Text => SymbolKind::STRING,
        Sort::Number => SymbolKind::NUMBER,
        Sort::Boolean => SymbolKind::BOOLEAN,
        Sort::Nothing => SymbolKind::NULL,
    }
}

/// Partners and agreements of the workspace.
#[expect(deprecated, reason = "the type has a field that the protocol gives up")]
pub(in crate::lsp) fn everywhere(view: &View, params: &WorkspaceSymbolParams) -> WorkspaceSymbolResponse {
    let known = workspace(&Everywhere(view), &params.query, MOST);
    let shown = |known: Known| {
        let Target::There(file, range) = &known.target else { return None };
        Some(SymbolInformation {
            name: known.name,
            kind: if known.partner { SymbolKind::CLASS } else { SymbolKind::FILE },
            tags: None,
            deprecated: None,
            location: location(view, file, *range)?,
            container_name: Some(known.beside).filter(|beside| !beside.is_empty()),
        })
    };
    WorkspaceSymbolResponse::Flat(known.into_iter().filter_map(shown).collect())
}
