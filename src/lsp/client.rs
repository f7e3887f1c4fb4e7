//! What the client says of itself when a session begins. Each part is read by itself, so that one that is odd spoils no other.

use serde_json::Value;
use tower_lsp_server::ls_types::{PositionEncodingKind, Uri};

use super::session::DocumentKey;
use super::uris;
use crate::policy::Lang;
use crate::text::Encoding;

/// The name of the section of its configuration that is ours.
pub(super) const SECTION: &str = "kader";

/// What a client can do, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Client {
    /// In which units columns are counted.
    pub(super) encoding: Encoding,
    /// It asks for diagnostics itself.
    pub(super) pulls: bool,
    /// It takes versions beside lists that are published.
    pub(super) versions: bool,
    /// It shows related places.
    pub(super) related: bool,
    /// It shows addresses of documentation.
    pub(super) code_description: bool,
    /// It keeps data of diagnostics.
    pub(super) data: bool,
    /// The numbers of the tags that it shows.
    pub(super) tags: Vec<u64>,
    /// It asks again for diagnostics when it is told to.
    pub(super) refreshes: bool,
    /// It takes edits with versions.
    pub(super) document_changes: bool,
    /// It asks before edits that are marked so.
    pub(super) annotations: bool,
    /// It asks for an action's edit when it is chosen.
    pub(super) resolves_actions: bool,
    /// It takes actions that are no commands.
    pub(super) action_literals: bool,
    /// It marks preferred actions.
    pub(super) preferred: bool,
    /// It gives its configuration.
    pub(super) configuration: bool,
    /// It lets the server ask to be told of changed configuration.
    pub(super) registers_configuration: bool,
    /// It watches files for the server.
    pub(super) watches: bool,
    /// It shows progress.
    pub(super) progress: bool,
    /// Its language.
    pub(super) locale: Option<Lang>,
    /// Its process.
    pub(super) process: Option<u32>,
    /// Its folders.
    pub(super) folders: Vec<DocumentKey>,
    /// What it says beside.
    pub(super) options: Value,
    /// How much it wants to be told of what goes on.
    pub(super) trace: Option<String>,
}

impl Client {
    /// Reads the parameters of `initialize`.
    pub(super) fn read(params: &Value) -> Self {
        let capabilities = &params["capabilities"];
        let can = |path: &str| capabilities.pointer(path).and_then(Value::as_bool).unwrap_or_default();
        let has = |path: &str| capabilities.pointer(path).is_some_and(Value::is_object);
        let list = |path: &str| capabilities.pointer(path).and_then(Value::as_array).cloned().unwrap_or_default();
        let pulls = has("/textDocument/diagnostic");
        let shown = if pulls { "/textDocument/diagnostic" } else { "/textDocument/publishDiagnostics" };
        // Before 3.18 these stood with the lists that are published alone.
        let shows =
            |what: &str| can(&format!("{shown}{what}")) || can(&format!("/textDocument/publishDiagnostics{what}"));
        let tags = |of: &str| list(&format!("/textDocument/{of}/tagSupport/valueSet"));
        let resolved = list("/textDocument/codeAction/resolveSupport/properties");
        Self {
            encoding: encoding(&list("/general/positionEncodings")),
            pulls,
            versions: can("/textDocument/publishDiagnostics/versionSupport"),
            related: shows("/relatedInformation"),
            code_description: shows("/codeDescriptionSupport"),
            data: shows("/dataSupport"),
            tags: tags("publishDiagnostics").iter().chain(&tags("diagnostic")).filter_map(Value::as_u64).collect(),
            refreshes: can("/workspace/diagnostics/refreshSupport"),
            document_changes: can("/workspace/workspaceEdit/documentChanges"),
            annotations: has("/workspace/workspaceEdit/changeAnnotationSupport")
                && can("/textDocument/codeAction/honorsChangeAnnotations"),
            resolves_actions: resolved.iter().any(|property| property == "edit")
                && can("/textDocument/codeAction/dataSupport"),
            action_literals: has("/textDocument/codeAction/codeActionLiteralSupport"),
            preferred: can("/textDocument/codeAction/isPreferredSupport"),
            configuration: can("/workspace/configuration"),
            registers_configuration: can("/workspace/didChangeConfiguration/dynamicRegistration"),
            watches: can("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            progress: can("/window/workDoneProgress"),
            locale: params["locale"].as_str().map(Lang::of_locale),
            process: params["processId"].as_u64().and_then(|process| u32::try_from(process).ok()),
            folders: folders(params),
            options: params["initializationOptions"].clone(),
            trace: params["trace"].as_str().map(str::to_owned),
        }
    }

    /// The encoding of positions as the protocol names it.
    pub(super) fn position_encoding(&self) -> PositionEncodingKind {
        match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf32 | Encoding::Scalar => PositionEncodingKind::UTF32,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }
    }
}

/// The first of the client's encodings that is known; UTF-16 where it offers none.
fn encoding(offered: &[Value]) -> Encoding {
    let known = |kind: &Value| match kind.as_str()? {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    };
    offered.iter().find_map(known).unwrap_or(Encoding::Utf16)
}

/// Its folders: those of the workspace, else the root, in its newer or its older form.
fn folders(params: &Value) -> Vec<DocumentKey> {
    let key = |uri: &Value| Some(uris::key_of(&uri.as_str()?.parse::<Uri>().ok()?));
    if let Some(folders) = params["workspaceFolders"].as_array() {
        return folders.iter().filter_map(|folder| key(&folder["uri"])).collect();
    }
    let path =
        || params["rootPath"].as_str().filter(|path| !path.is_empty()).map(|path| DocumentKey::File(path.into()));
    key(&params["rootUri"]).or_else(path).into_iter().collect()
}
