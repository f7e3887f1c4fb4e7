//! `kader.assess`: what the tool would advise on each cooperation of a document, as `kader assess` says it.

use serde::Deserialize;
use serde_json::Value;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::Uri;

use super::{Done, arguments, format, lang_of, nowhere, reported, unjudged};
use crate::assess::Ask;
use crate::lsp::rerun::rerun;
use crate::lsp::uris;
use crate::lsp::view::View;
use crate::report::assess::{Format, Source};
use crate::report::terminal::DEFAULT_WIDTH;
use crate::system::ReadFile;
use crate::workspace::run::{Standard, run as judge};
use crate::workspace::{Inputs, Progress};

/// Its name.
pub(in crate::lsp::features) const NAME: &str = "kader.assess";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arguments {
    /// The document.
    uri: Uri,
    /// The profile that is asked about, in the place of those agreed.
    profile: Option<String>,
    /// How it is written: a word of `kader assess --format`.
    format: Option<String>,
}

/// Runs it.
pub(super) fn run(view: &View, given: Value) -> Result<Done> {
    let Arguments { uri, profile, format: word } = arguments(given)?;
    let own = view.own_lang();
    let format = format(own, word.as_deref(), &Format::ALL, Format::as_str)?;
    let ask = Ask { profile: profile.map(|id| id.trim().into()), ..Ask::default() };
    let inputs = inputs(view, &uri)?;
    let judged =
        rerun(view, Some(ask.clone()), |system, settings| judge(system, settings, &inputs, &Progress::default()));
    let run = judged.map_err(|refusal| unjudged(own, refusal))?;
    let source = Source { run: &run, ask: &ask, lang: lang_of(view, &run), quiet: false };
    reported(format.map(Format::as_str), |out| format.unwrap_or_default().write(out, &source, (false, DEFAULT_WIDTH)))
}

/// The document as the input of a run.
fn inputs(view: &View, uri: &Uri) -> Result<Inputs> {
    let key = uris::key_of(uri);
    let open = view.labels.get(&key);
    if let Some(file) = key.file().filter(|file| open.is_some() || view.ground.system.exists(file)) {
        return Ok(Inputs { paths: vec![file.to_path_buf()], ..Inputs::default() });
    }
    let open = open.ok_or_else(|| nowhere(view, "lsp-no-document", uri))?;
    let text = ReadFile::Bytes(open.text.as_bytes().to_vec());
    Ok(Inputs { standard: Some(Standard { name: None, text }), ..Inputs::default() })
}
