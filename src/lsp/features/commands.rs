//! `workspace/executeCommand`: an assessment, the overview, a new agreement, a place to which a lens leads.
//!
//! Each command takes one object of arguments. Its text comes back in the format that is asked for; where none is, the author is shown
//! it in a message.

mod assess;
mod new_agreement;
mod overview;
mod show_document;

use std::io::{self, Write};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::request::{ApplyWorkspaceEdit, ShowDocument};
use tower_lsp_server::ls_types::{
    ApplyWorkspaceEditParams, ExecuteCommandOptions, ExecuteCommandParams, MessageType, Range, ServerCapabilities,
    ShowDocumentParams, Uri, WorkspaceEdit,
};

use crate::lsp::client::{Can, Client};
use crate::lsp::remote::Remote;
use crate::lsp::view::View;
use crate::policy::Lang;
use crate::text::visible;
use crate::texts::{Correction, Texts};
use crate::workspace::{Refusal, Run};

pub(super) use assess::NAME as ASSESS;
pub(super) use show_document::{NAME as SHOW, is_offered as shows};

/// A command.
type Command = fn(&View, Value) -> Result<Done>;

/// The commands, by their names.
const ALL: [(&str, Command); 4] = [
    (ASSESS, assess::run),
    (overview::NAME, overview::run),
    (new_agreement::NAME, new_agreement::run),
    (show_document::NAME, show_document::run),
];

/// Those that a client can use.
fn offered(client: &Client) -> impl Iterator<Item = (&'static str, Command)> {
    let shows = show_document::is_offered(client);
    ALL.into_iter().filter(move |(name, _)| shows || *name != show_document::NAME)
}

/// That there is no such command.
fn unknown(view: &View, command: &str) -> Error {
    let (lang, names) = (view.own_lang(), offered(&view.client).map(|(name, _)| name).collect::<Vec<_>>());
    let what = Correction::new(lang, "cli-unknown-command", &[("command", visible(command).into_owned().into())]);
    corrected(lang, &what.meaning(command, &names))
}

/// Tells the client which commands there are.
pub(in crate::lsp) fn advertise(client: &Client, capabilities: &mut ServerCapabilities) {
    let commands = offered(client).map(|(name, _)| name.to_owned()).collect();
    capabilities.execute_command_provider =
        Some(ExecuteCommandOptions { commands, ..ExecuteCommandOptions::default() });
}

/// Runs the command that is named.
pub(in crate::lsp) fn execute(view: &View, params: &ExecuteCommandParams) -> Result<Done> {
    let known = offered(&view.client).find(|(name, _)| *name == params.command);
    let (_, command) = known.ok_or_else(|| unknown(view, &params.command))?;
    command(view, params.arguments.first().cloned().unwrap_or_else(|| json!({})))
}

/// What a command has done.
pub(in crate::lsp) struct Done {
    /// The answer.
    pub(in crate::lsp) result: Value,
    then: Option<Then>,
}

/// What is to be done beside answering.
enum Then {
    /// The author is to see a text.
    Tell(String),
    /// The client is to show a place.
    Show(Uri, Range),
    /// The client is to make a document, and to show it.
    Make(Uri, WorkspaceEdit),
}

impl Done {
    /// Tells the client what it is to do beside.
    pub(in crate::lsp) fn follow(&mut self, remote: &Remote, client: &Client) {
        match self.then.take() {
            Some(Then::Tell(text)) => remote.wire.show(MessageType::INFO, text),
            Some(Then::Show(uri, place)) => {
                let (external, take_focus, selection) = (None, Some(true), Some(place));
                remote.ask::<ShowDocument>(ShowDocumentParams { uri, external, take_focus, selection }, |_| {});
            }
            Some(Then::Make(uri, edit)) => {
                let (after, shows) = (remote.clone(), client.can(Can::ShowDocument));
                remote.ask::<ApplyWorkspaceEdit>(ApplyWorkspaceEditParams { label: None, edit }, move |answer| {
                    if shows && answer.is_ok_and(|answer| answer.applied) {
                        let show = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
                        after.ask::<ShowDocument>(show, |_| {});
                    }
                });
            }
            None => {}
        }
    }
}

/// Reads the arguments of a command.
fn arguments<T: DeserializeOwned>(arguments: Value) -> Result<T> {
    serde_json::from_value(arguments).map_err(|error| refused(error.to_string()))
}

/// That a command cannot be done with these arguments.
fn refused(why: String) -> Error {
    Error { message: why.into(), ..Error::invalid_params("") }
}

/// That nothing stands where it is looked for: the text of an id.
fn nowhere(view: &View, id: &str, uri: &Uri) -> Error {
    refused(Texts::get(view.own_lang()).format(id, &[("uri", visible(uri.as_str()).into_owned().into())]))
}

/// The same, in the words of a correction.
fn corrected(lang: Lang, what: &Correction) -> Error {
    refused(what.line(lang))
}

/// That nothing could be judged.
fn unjudged(lang: Lang, refusal: Refusal) -> Error {
    match refusal {
        Refusal::Profile { text, suggestion, known } => {
            let what = Correction::value(lang, "profile", &text).or(suggestion.as_deref()).knowing(known);
            corrected(lang, &what)
        }
        // No flag selects a rule here, and a test holds that the policy that the program carries is sound.
        Refusal::Policy(_) | Refusal::Selector { .. } => Error::internal_error(),
    }
}

/// The language of texts about a run.
fn lang_of(view: &View, run: &Run) -> Lang {
    run.rulebooks.books.first().map_or_else(|| view.own_lang(), |book| book.lang)
}

/// The format of a word, out of those that there are; `None` where none is asked for.
fn format<F: Copy>(lang: Lang, word: Option<&str>, all: &[F], name: fn(F) -> &'static str) -> Result<Option<F>> {
    let Some(word) = word else { return Ok(None) };
    let names: Vec<&str> = all.iter().map(|format| name(*format)).collect();
    let known = all.iter().copied().find(|format| name(*format) == word);
    let unknown = || Correction::value(lang, "format", word).meaning(word, &names);
    let unknown = || unknown().knowing(names.iter().map(|name| (*name).to_owned()).collect());
    known.map(Some).ok_or_else(|| corrected(lang, &unknown()))
}

/// A report as `write` makes it: in a format that was asked for it is the answer, else a message.
fn reported(format: Option<&'static str>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Done> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|_| Error::internal_error())?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(match format {
        Some(format) => Done { result: json!({ "format": format, "text": text }), then: None },
        None => Done { result: Value::Null, then: Some(Then::Tell(text)) },
    })
}
