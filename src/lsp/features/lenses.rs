//! `textDocument/codeLens`.

use serde_json::{Value, json};
use tower_lsp_server::ls_types::{
    CodeLens, CodeLensOptions, CodeLensParams, Command, Location, Position, ServerCapabilities, Uri,
};

use super::commands::{ASSESS, SHOW, shows};
use crate::ide::lenses::{Leads, Lens, lenses};
use crate::lsp::client::{Can, Client, SHOW_PLACES};
use crate::lsp::stage::Stage;
use crate::lsp::uris;
use crate::lsp::view::View;

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.code_lens_provider = Some(CodeLensOptions { resolve_provider: Some(false) });
}

/// The lenses of a document.
pub(in crate::lsp) fn list(view: &View, params: &CodeLensParams) -> Option<Vec<CodeLens>> {
    if !view.wishes.lenses {
        return None;
    }
    let stage = Stage::new(view, &params.text_document.uri)?.assessed();
    let all = stage.show(lenses)?;
    Some(all.iter().map(|lens| shown(&stage, lens)).collect())
}

fn shown(stage: &Stage<'_>, lens: &Lens) -> CodeLens {
    let range = stage.document.range(lens.span);
    let uri = &stage.document.uri;
    let (command, arguments) = match &lens.leads {
        Leads::Assessment => (ASSESS, Some(vec![json!({ "uri": uri })])),
        Leads::Places(places) => {
            let places: Vec<Location> = places.iter().filter_map(|target| stage.location(target)).collect();
            leading(stage, range.start, &places)
        }
    };
    let command = Command { title: lens.title.clone(), command: command.to_owned(), arguments };
    CodeLens { range, command: Some(command), data: None }
}

/// The command that leads from a place to others: all of them, else the next one, else none, for a client would call what nobody has.
fn leading(stage: &Stage<'_>, from: Position, places: &[Location]) -> (&'static str, Option<Vec<Value>>) {
    let (client, uri) = (&stage.document.view.client, &stage.document.uri);
    if client.can(Can::ShowPlaces) {
        return (SHOW_PLACES, Some(vec![json!(uri), json!(from), json!(places)]));
    }
    match next(uri, places).filter(|_| shows(client)) {
        Some(place) => (SHOW, Some(vec![json!(place)])),
        None => ("", None),
    }
}

/// The place in the document that comes next, and behind the last in the first: so one gets to all of them.
fn next<'p>(uri: &Uri, places: &'p [Location]) -> Option<&'p Location> {
    let own = uris::key_of(uri);
    places.iter().min_by_key(|place| {
        let key = uris::key_of(&place.uri);
        (key < own, key)
    })
}
