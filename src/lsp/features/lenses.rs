//! `textDocument/codeLens`.

use serde_json::json;
use tower_lsp_server::ls_types::{CodeLens, CodeLensOptions, CodeLensParams, Command, ServerCapabilities};

use super::commands::ASSESS;
use crate::ide::lenses::{Leads, Lens, lenses};
use crate::lsp::client::Client;
use crate::lsp::stage::Stage;
use crate::lsp::view::View;

/// The command with which clients show places.
const SHOW_PLACES: &str = "kader.showReferences";

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
        Leads::Assessment => (ASSESS, vec![json!({ "uri": uri })]),
        Leads::Places(places) => {
            let places: Vec<_> = places.iter().filter_map(|target| stage.location(target)).collect();
            (SHOW_PLACES, vec![json!(uri), json!(range.start), json!(places)])
        }
    };
    let command = Command { title: lens.title.clone(), command: command.to_owned(), arguments: Some(arguments) };
    CodeLens { range, command: Some(command), data: None }
}
