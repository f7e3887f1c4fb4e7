//! `kader.overview`: the national overview of the workspace, as `kader overview` says it.

use serde::Deserialize;
use serde_json::Value;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::Uri;

use super::{Done, arguments, format, lang_of, nowhere, reported, unjudged};
use crate::assess::{Ask, Overview};
use crate::lsp::rerun::rerun;
use crate::lsp::session::DocumentKey;
use crate::lsp::uris;
use crate::lsp::view::View;
use crate::report::overview::{Format, Source};
use crate::report::terminal::DEFAULT_WIDTH;
use crate::workspace::run::run as judge;
use crate::workspace::{Inputs, Progress};

/// Its name.
pub(super) const NAME: &str = "kader.overview";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arguments {
    /// The folder, in the place of those of the workspace.
    folder: Option<Uri>,
    /// How it is written: a word of `kader overview --format`.
    format: Option<String>,
}

/// Runs it.
pub(super) fn run(view: &View, given: Value) -> Result<Done> {
    let Arguments { folder, format: word } = arguments(given)?;
    let own = view.own_lang();
    let format = format(own, word.as_deref(), &Format::ALL, Format::as_str)?;
    let ask = Ask { outcomes_only: true, overview: true, ..Ask::default() };
    let inputs = inputs(view, folder.as_ref())?;
    let judged = rerun(view, Some(ask), |system, settings| judge(system, settings, &inputs, &Progress::default()));
    let run = judged.map_err(|refusal| unjudged(own, refusal))?;
    let empty = Overview::default();
    let overview = run.overview.as_ref().unwrap_or(&empty);
    let source = Source { run: &run, overview, lang: lang_of(view, &run), quiet: false };
    reported(format.map(Format::as_str), |out| format.unwrap_or_default().write(out, &source, (false, DEFAULT_WIDTH)))
}

/// The folders; without any, the documents that are open.
fn inputs(view: &View, folder: Option<&Uri>) -> Result<Inputs> {
    let asked = |uri: &Uri| match uris::key_of(uri) {
        DocumentKey::File(file) if view.ground.system.exists(&file) => Ok(vec![file.to_path_buf()]),
        _ => Err(nowhere(view, "lsp-no-folder", uri)),
    };
    let open = || view.labels.keys().filter_map(DocumentKey::file).map(ToOwned::to_owned).collect();
    let paths = match folder {
        Some(uri) => asked(uri)?,
        None if view.folders.is_empty() => open(),
        None => view.folders.to_vec(),
    };
    Ok(Inputs { paths, ..Inputs::default() })
}
