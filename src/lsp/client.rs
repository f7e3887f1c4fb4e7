//! What the client says of itself when a session begins. Each part is read by itself, so that one that is odd spoils no other.

use std::path::Path;

use std::collections::BTreeSet;

use serde_json::Value;
use tower_lsp_server::ls_types::{PositionEncodingKind, Uri};

use super::session::DocumentKey;
use super::uris;
use crate::policy::Lang;
use crate::text::Encoding;

/// The name of the section of its configuration that is ours.
pub(super) const SECTION: &str = "kader";

/// The command with which clients show places, where they have it.
pub(super) const SHOW_PLACES: &str = "kader.showReferences";

/// The protocol's number for texts that are inserted as they are.
const AS_IS: u64 = 1;

/// What a client can do, or cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Can {
    /// It asks for diagnostics itself.
    Pull,
    /// It takes versions beside lists that are published.
    Versions,
    /// It shows related places.
    Related,
    /// It shows addresses of documentation.
    Describe,
    /// It keeps data of diagnostics.
    Keep,
    /// It asks again for diagnostics when it is told to.
    Refresh,
    /// It asks again for lenses when it is told to.
    RefreshLenses,
    /// It asks again for hints when it is told to.
    RefreshHints,
    /// It takes edits with versions.
    ChangeDocuments,
    /// It asks before edits that are marked so.
    Confirm,
    /// It asks for an action's edit when it is chosen.
    ResolveActions,
    /// It takes actions that are no commands.
    Actions,
    /// It marks preferred actions.
    Prefer,
    /// It gives its configuration.
    Configure,
    /// It lets the server ask to be told of changed configuration.
    RegisterConfiguration,
    /// It watches files for the server.
    Watch,
    /// It shows progress.
    Progress,
    /// It fills in snippets.
    Snippets,
    /// It inserts texts with their own indentation.
    InsertAsIs,
    /// It knows, or does not mind, kinds of items that are younger than the protocol.
    ItemKinds,
    /// It reads Markdown about items.
    ReadItems,
    /// It reads Markdown in a hover.
    ReadHovers,
    /// It shows symbols that hold others.
    NestSymbols,
    /// It knows, or does not mind, kinds of symbols that are younger than the protocol.
    SymbolKinds,
    /// It asks what is renamed before it is.
    PrepareRename,
    /// It makes edits that the server asks for.
    ApplyEdits,
    /// Its edits may make files.
    CreateFiles,
    /// It shows a document that the server asks for.
    ShowDocument,
    /// It has the command that shows places.
    ShowPlaces,
}

impl Can {
    /// All there are.
    const ALL: [Self; 29] = [
        Self::Pull,
        Self::Versions,
        Self::Related,
        Self::Describe,
        Self::Keep,
        Self::Refresh,
        Self::RefreshLenses,
        Self::RefreshHints,
        Self::ChangeDocuments,
        Self::Confirm,
        Self::ResolveActions,
        Self::Actions,
        Self::Prefer,
        Self::Configure,
        Self::RegisterConfiguration,
        Self::Watch,
        Self::Progress,
        Self::Snippets,
        Self::InsertAsIs,
        Self::ItemKinds,
        Self::ReadItems,
        Self::ReadHovers,
        Self::NestSymbols,
        Self::SymbolKinds,
        Self::PrepareRename,
        Self::ApplyEdits,
        Self::CreateFiles,
        Self::ShowDocument,
        Self::ShowPlaces,
    ];

    /// Whether a client's capabilities say so.
    fn is_said(self, capabilities: &Value) -> bool {
        let at = |path: &str| capabilities.pointer(path);
        let flag = |path: &str| at(path).and_then(Value::as_bool).unwrap_or_default();
        let has = |path: &str| at(path).is_some_and(Value::is_object);
        // What a diagnostic holds is said of lists that are published and, since 3.18, of those that are pulled.
        let holds = |what: &str| {
            let published = format!("/textDocument/publishDiagnostics/{what}");
            flag(&published) || flag(&format!("/textDocument/diagnostic/{what}"))
        };
        // Its formats stand in the order in which it likes them.
        let reads = |path: &str| at(path).and_then(|formats| formats.get(0)).is_some_and(|first| first == "markdown");
        let action = |what: &str| flag(&format!("/textDocument/codeAction/{what}"));
        let resolves = |property: &str| {
            let properties = at("/textDocument/codeAction/resolveSupport/properties").and_then(Value::as_array);
            properties.is_some_and(|properties| properties.iter().any(|name| name == property))
        };
        match self {
            Self::Pull => has("/textDocument/diagnostic"),
            Self::Versions => holds("versionSupport"),
            Self::Related => holds("relatedInformation"),
            Self::Describe => holds("codeDescriptionSupport"),
            Self::Keep => holds("dataSupport"),
            Self::Refresh => flag("/workspace/diagnostics/refreshSupport"),
            Self::RefreshLenses => flag("/workspace/codeLens/refreshSupport"),
            Self::RefreshHints => flag("/workspace/inlayHint/refreshSupport"),
            Self::ChangeDocuments => flag("/workspace/workspaceEdit/documentChanges"),
            Self::Confirm => {
                has("/workspace/workspaceEdit/changeAnnotationSupport") && action("honorsChangeAnnotations")
            }
            Self::ResolveActions => resolves("edit") && action("dataSupport"),
            Self::Actions => has("/textDocument/codeAction/codeActionLiteralSupport"),
            Self::Prefer => action("isPreferredSupport"),
            Self::Configure => flag("/workspace/configuration"),
            Self::RegisterConfiguration => flag("/workspace/didChangeConfiguration/dynamicRegistration"),
            Self::Watch => flag("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            Self::Progress => flag("/window/workDoneProgress"),
            Self::Snippets => flag("/textDocument/completion/completionItem/snippetSupport"),
            Self::InsertAsIs => {
                let modes = at("/textDocument/completion/completionItem/insertTextModeSupport/valueSet");
                modes.and_then(Value::as_array).is_some_and(|modes| modes.contains(&Value::from(AS_IS)))
            }
            Self::ItemKinds => at("/textDocument/completion/completionItemKind/valueSet").is_some_and(Value::is_array),
            Self::ReadItems => reads("/textDocument/completion/completionItem/documentationFormat"),
            Self::ReadHovers => reads("/textDocument/hover/contentFormat"),
            Self::NestSymbols => flag("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            Self::SymbolKinds => at("/textDocument/documentSymbol/symbolKind/valueSet").is_some_and(Value::is_array),
            Self::PrepareRename => flag("/textDocument/rename/prepareSupport"),
            Self::ApplyEdits => flag("/workspace/applyEdit"),
            Self::CreateFiles => {
                let operations = at("/workspace/workspaceEdit/resourceOperations").and_then(Value::as_array);
                operations.is_some_and(|operations| operations.iter().any(|operation| operation == "create"))
            }
            Self::ShowDocument => flag("/window/showDocument/support"),
            Self::ShowPlaces => {
                let commands = at("/experimental/commands/commands").and_then(Value::as_array);
                commands.is_some_and(|commands| commands.iter().any(|command| command == SHOW_PLACES))
            }
        }
    }
}

/// What a client can do, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Client {
    /// In which units columns are counted.
    pub(super) encoding: Encoding,
    can: BTreeSet<Can>,
    /// The numbers of the tags that it shows.
    pub(super) tags: Vec<u64>,
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
        let list = |path: &str| capabilities.pointer(path).and_then(Value::as_array).cloned().unwrap_or_default();
        let tags = |of: &str| list(&format!("/textDocument/{of}/tagSupport/valueSet"));
        Self {
            encoding: encoding(
                &list("/general/positionEncodings"),
                &params["initializationOptions"]["positionEncoding"],
            ),
            can: Can::ALL.into_iter().filter(|can| can.is_said(capabilities)).collect(),
            tags: tags("publishDiagnostics").iter().chain(&tags("diagnostic")).filter_map(Value::as_u64).collect(),
            locale: params["locale"].as_str().map(Lang::of_locale),
            process: params["processId"].as_u64().and_then(|process| u32::try_from(process).ok()),
            folders: folders(params),
            options: params["initializationOptions"].clone(),
            trace: params["trace"].as_str().map(str::to_owned),
        }
    }

    /// Whether it can do something.
    pub(super) fn can(&self, what: Can) -> bool {
        self.can.contains(&what)
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

/// The first of the client's encodings that is known. Where it offers none, the one that its options name, for some clients count otherwise
/// than the protocol has it and cannot say so; else UTF-16.
fn encoding(offered: &[Value], named: &Value) -> Encoding {
    let known = |kind: &Value| match kind.as_str()? {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    };
    let named = Some(named).filter(|_| offered.is_empty());
    offered.iter().chain(named).find_map(known).unwrap_or(Encoding::Utf16)
}

/// Its folders: those of the workspace, else the root, in its newer or its older form.
fn folders(params: &Value) -> Vec<DocumentKey> {
    let key = |uri: &Value| Some(uris::key_of(&uri.as_str()?.parse::<Uri>().ok()?));
    if let Some(folders) = params["workspaceFolders"].as_array() {
        return folders.iter().filter_map(|folder| key(&folder["uri"])).collect();
    }
    let path = || {
        params["rootPath"]
            .as_str()
            .filter(|path| !path.is_empty())
            .map(|path| DocumentKey::File(Path::new(path).into()))
    };
    key(&params["rootUri"]).or_else(path).into_iter().collect()
}
