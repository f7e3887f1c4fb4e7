//! What the server can do, as it tells the client: what is built, and no more.

use serde_json::json;
use tower_lsp_server::ls_types::{
    OneOf, Registration, ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use super::client::{Can, Client, SECTION};
use super::features;

/// Any file: agreements, configurations, packs, what `.gitignore` says, and evidence bear on what is found.
const WATCHED: [&str; 1] = ["**/*"];

/// What the server can do for a client.
pub(super) fn of(client: &Client) -> ServerCapabilities {
    let folders =
        WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(OneOf::Left(true)) };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        ..TextDocumentSyncOptions::default()
    };
    let mut capabilities = ServerCapabilities {
        position_encoding: Some(client.position_encoding()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        workspace: Some(WorkspaceServerCapabilities { workspace_folders: Some(folders), file_operations: None }),
        ..ServerCapabilities::default()
    };
    for advertise in features::ALL {
        advertise(client, &mut capabilities);
    }
    capabilities
}

/// What the server asks a client to tell it of.
pub(super) fn registrations(client: &Client) -> Vec<Registration> {
    let registration = |method: &str, options| Registration {
        id: method.to_owned(),
        method: method.to_owned(),
        register_options: Some(options),
    };
    let watchers: Vec<_> = WATCHED.iter().map(|pattern| json!({ "globPattern": pattern })).collect();
    let files = || registration("workspace/didChangeWatchedFiles", json!({ "watchers": watchers }));
    let configuration = || registration("workspace/didChangeConfiguration", json!({ "section": SECTION }));
    let mut registrations = Vec::new();
    registrations.extend(client.can(Can::Watch).then(files));
    registrations.extend(client.can(Can::RegisterConfiguration).then(configuration));
    registrations
}
