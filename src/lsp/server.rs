//! The methods of the protocol: each hands its message to the worker before it waits for anything.

use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde_json::Value;
use tower_lsp_server::LanguageServer;
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::request::{RegisterCapability, WorkspaceConfiguration};
use tower_lsp_server::ls_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionItem, CompletionParams,
    CompletionResponse, ConfigurationItem, ConfigurationParams, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult,
    DocumentFormattingParams, DocumentHighlight, DocumentHighlightParams, DocumentLink, DocumentLinkParams,
    DocumentRangeFormattingParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, FoldingRange,
    FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, InlayHint, InlayHintParams, Location, PrepareRenameResponse, ReferenceParams,
    RegistrationParams, RenameParams, SelectionRange, SelectionRangeParams, ServerInfo, TextDocumentPositionParams,
    TextEdit, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceFolder,
    WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::ask::{Ask, Need, job};
use super::capabilities;
use super::client::{Can, Client, SECTION};
use super::features::{
    code_action, commands, completion, diagnostic, formatting, hints, hover, lenses, navigation, ranges, rename,
    symbols,
};
use super::remote::{Remote, Trace};
use super::settings::Wishes;
use super::uris;
use super::view::View;
use super::worker::{Door, Message};

/// The server as the protocol sees it.
pub(super) struct Server {
    door: Door,
    remote: Remote,
    client: OnceLock<Arc<Client>>,
    /// Watches a process, and ends the session with it.
    watch: Box<dyn Fn(u32) + Send + Sync>,
}

/// The parameters of `$/setTrace`, of which any word is taken.
#[derive(serde::Deserialize)]
pub(super) struct SetTrace {
    #[serde(default)]
    value: Value,
}

/// How a request is answered.
#[derive(Clone, Copy)]
struct How {
    need: Need,
    edits: bool,
    slow: bool,
}

/// From the texts alone.
const TEXT: How = How { need: Need::Text, edits: false, slow: false };
/// From what was found.
const FINDINGS: How = How { need: Need::Findings, edits: false, slow: false };
/// From what was found in all documents, for the answer leads to others.
const EVERYTHING: How = How { need: Need::Everything, edits: false, slow: false };

impl Server {
    /// A server that hands everything to a worker.
    pub(super) fn new(door: Door, remote: Remote, watch: Box<dyn Fn(u32) + Send + Sync>) -> Self {
        Self { door, remote, client: OnceLock::new(), watch }
    }

    /// Asks the worker. The message is in its door before this waits.
    async fn ask<P, T>(&self, about: Option<&Uri>, how: How, params: P, work: fn(&View, &P) -> T) -> Result<T>
    where
        P: Send + 'static,
        T: Serialize + Send + 'static,
    {
        self.ask_for_news(about, how, move |view| Some(Ok(work(view, &params)))).await
    }

    /// Asks the worker for an answer that may have to wait for news.
    async fn ask_for_news<T: Send + 'static>(
        &self,
        about: Option<&Uri>,
        how: How,
        work: impl FnMut(&View) -> Option<Result<T>> + Send + 'static,
    ) -> Result<T> {
        let (job, answer) = job(work);
        let How { need, edits, slow } = how;
        self.door.put(Message::Ask(Ask { about: about.map(uris::key_of), need, edits, slow, job }));
        // Nobody answers where making the answer went wrong.
        answer.await.unwrap_or_else(|_| Err(Error::internal_error()))
    }

    /// Asks the client for its configuration, where it gives one. The answer may come late, or never.
    fn configure(&self) {
        if self.client.get().is_none_or(|client| !client.can(Can::Configure)) {
            return;
        }
        let door = Arc::clone(&self.door);
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        self.remote.ask::<WorkspaceConfiguration>(ConfigurationParams { items: vec![item] }, move |answer| {
            if let Ok(values) = answer {
                door.put(Message::Configuration(values.into_iter().next().unwrap_or_default()));
            }
        });
    }

    /// `$/setTrace`.
    #[expect(clippy::unused_async, reason = "the service takes futures")]
    pub(super) async fn set_trace(&self, params: SetTrace) {
        self.remote.wire.set_trace(params.value.as_str().map_or(Trace::Off, Trace::parse));
    }

    /// `window/workDoneProgress/cancel`.
    #[expect(clippy::unused_async, reason = "the service takes futures")]
    pub(super) async fn cancel_progress(&self, params: Value) {
        self.door.put(Message::Cancel(params["token"].clone()));
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        // What the client says of itself was put there undecoded.
        let client = Arc::new(Client::read(&params.initialization_options.unwrap_or_default()));
        if let Some(process) = client.process {
            (self.watch)(process);
        }
        let trace = Wishes::read(&client, &Value::Null).trace.or_else(|| client.trace.clone());
        self.remote.wire.set_trace(trace.as_deref().map_or(Trace::Off, Trace::parse));
        let result = InitializeResult {
            capabilities: capabilities::of(&client),
            server_info: Some(ServerInfo {
                name: SECTION.to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            offset_encoding: None,
        };
        let (door, begin) = (Arc::clone(&self.door), Message::Begin(Box::new(Client::clone(&client))));
        // Once it has begun, the worker tells of what it finds.
        self.remote.wire.then(move || door.put(begin));
        // There is one `initialize`: the service lets no second one through.
        let _ = self.client.set(client);
        Ok(result)
    }

    async fn initialized(&self, _: InitializedParams) {
        self.configure();
        let registrations = self.client.get().map(|client| capabilities::registrations(client)).unwrap_or_default();
        if !registrations.is_empty() {
            self.remote.ask::<RegisterCapability>(RegistrationParams { registrations }, |_| {});
        }
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let json = document.language_id.to_ascii_lowercase().starts_with("json");
        self.door.put(Message::Open { uri: document.uri, version: document.version, json, text: document.text });
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        let (uri, version, changes) = (document.uri, document.version, params.content_changes);
        self.door.put(Message::Change { uri, version, changes });
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.door.put(Message::Close(params.text_document.uri));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let keys = params.changes.iter().map(|change| uris::key_of(&change.uri));
        self.door.put(Message::Files(keys.filter_map(|key| key.file().map(ToOwned::to_owned)).collect()));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let files = |folders: Vec<WorkspaceFolder>| {
            let keys = folders.iter().map(|folder| uris::key_of(&folder.uri));
            keys.filter_map(|key| key.file().map(ToOwned::to_owned)).collect()
        };
        let (added, removed) = (files(params.event.added), files(params.event.removed));
        self.door.put(Message::Folders { added, removed });
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        let settings = params.settings;
        let said = match settings.get(SECTION) {
            Some(ours) => Some(ours.clone()).filter(Value::is_object),
            // Some clients send the section alone.
            None => Some(settings).filter(|all| all.as_object().is_some_and(|all| !all.is_empty())),
        };
        // Others say that something has changed, and no more: then they are asked, or they want nothing in particular.
        let asked = self.client.get().is_some_and(|client| client.can(Can::Configure));
        match said {
            None if asked => self.configure(),
            said => self.door.put(Message::Configuration(said.unwrap_or_default())),
        }
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, diagnostic::document).await
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        let how = How { need: Need::News, ..FINDINGS };
        let wire = Arc::clone(&self.remote.wire);
        self.ask_for_news(None, how, move |view| diagnostic::workspace(view, &params, &wire).map(Ok)).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), How { edits: true, ..TEXT }, params, formatting::document).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), How { edits: true, ..TEXT }, params, formatting::range).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let uri = params.text_document_position.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, completion::list).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        self.ask(None, TEXT, item, completion::resolve).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, hover::at).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, hints::list).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, lenses::list).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), TEXT, params, symbols::document).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        self.ask(None, FINDINGS, params, |view, params| Some(symbols::everywhere(view, params))).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.ask(Some(&uri), EVERYTHING, params, navigation::defined).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let uri = params.text_document_position.text_document.uri.clone();
        self.ask(Some(&uri), EVERYTHING, params, navigation::named).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, navigation::same).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, navigation::linked).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), TEXT, params, ranges::folding).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), TEXT, params, ranges::selecting).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        let uri = params.text_document.uri.clone();
        self.ask(Some(&uri), FINDINGS, params, rename::prepared).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let uri = params.text_document_position.text_document.uri.clone();
        let how = How { edits: true, ..EVERYTHING };
        self.ask_for_news(Some(&uri), how, move |view| Some(rename::renamed(view, &params))).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri.clone();
        let slow = code_action::is_slow(&params, self.client.get().map(|client| &**client));
        self.ask(Some(&uri), How { edits: true, slow, ..FINDINGS }, params, code_action::list).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        let how = How { slow: true, ..TEXT };
        let mut done = self.ask_for_news(None, how, move |view| Some(commands::execute(view, &params))).await?;
        if let Some(client) = self.client.get() {
            done.follow(&self.remote, client);
        }
        Ok(Some(done.result))
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let uri = code_action::document_of(&action);
        let how = How { edits: true, slow: true, ..FINDINGS };
        self.ask_for_news(uri.as_ref(), how, move |view| Some(code_action::resolve(view, &action))).await
    }
}
