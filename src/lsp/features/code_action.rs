//! `textDocument/codeAction` and `codeAction/resolve`: what can be done about findings, and all fixes that keep the meaning at once.

use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, CodeAction, CodeActionKind, CodeActionOptions, CodeActionOrCommand,
    CodeActionParams, CodeActionProviderCapability, CodeActionResponse, DocumentChanges, OneOf, ServerCapabilities,
    TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::chosen::{Chosen, What};
use super::fix_all;
use crate::ide::Scene;
use crate::ide::actions::{self, Action};
use crate::lsp::client::{Can, Client};
use crate::lsp::diagnostics;
use crate::lsp::stage::Stage;
use crate::lsp::uris;
use crate::lsp::view::{Document, View};
use crate::policy::FixSafety;
use crate::text::visible;
use crate::texts::Texts;

/// The kind of the action that makes all fixes which keep the meaning.
pub(in crate::lsp) const FIX_ALL: &str = "source.fixAll.kader";
/// The mark of edits before which the client asks.
const CONFIRM: &str = "kader.confirm";

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(client: &Client, capabilities: &mut ServerCapabilities) {
    if client.can(Can::Actions) {
        capabilities.code_action_provider = Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::new(FIX_ALL)]),
            resolve_provider: client.can(Can::ResolveActions).then_some(true),
            ..CodeActionOptions::default()
        }));
    }
}

/// Whether the answer takes long: all fixes are asked for, and their edits at once.
pub(in crate::lsp) fn is_slow(params: &CodeActionParams, client: Option<&Client>) -> bool {
    asks_for_all(params) && client.is_some_and(|client| !client.can(Can::ResolveActions))
}

/// The document of an action, by what was put into it.
pub(in crate::lsp) fn document_of(action: &CodeAction) -> Option<Uri> {
    chosen(action).map(|chosen| chosen.uri)
}

/// The actions for a range.
pub(in crate::lsp) fn list(view: &View, params: &CodeActionParams) -> Option<CodeActionResponse> {
    let stage = Stage::new(view, &params.text_document.uri)?;
    let mut list = Vec::new();
    if asks_for(params, CodeActionKind::QUICKFIX.as_str()) {
        let within = stage.document.span(params.range);
        let each = |scene: &Scene<'_>| {
            let some = actions::actions(scene, within).into_iter();
            some.filter_map(|action| offered(&stage, scene, action)).collect::<Vec<_>>()
        };
        list.extend(stage.show(each).into_iter().flatten());
    }
    if asks_for_all(params) || (params.context.only.is_none() && view.client.can(Can::ResolveActions)) {
        list.extend(all(&stage));
    }
    Some(list.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

/// The action with its edit.
pub(in crate::lsp) fn resolve(view: &View, action: &CodeAction) -> Result<CodeAction> {
    let mut action = action.clone();
    let Some(chosen) = chosen(&action) else { return Ok(action) };
    let stage = Stage::new(view, &chosen.uri).ok_or_else(Error::content_modified)?;
    if view.version(&uris::key_of(&chosen.uri)) != chosen.version {
        return Err(Error::content_modified());
    }
    action.edit = match chosen.what {
        What::All => all_edit(&stage),
        what => {
            let found = what.action(&stage.entry.judgement.findings);
            let edit = found.and_then(|found| stage.show(|scene| edit(&stage, scene, found, &action.title))?);
            Some(edit.ok_or_else(Error::content_modified)?)
        }
    };
    Ok(action)
}

fn chosen(action: &CodeAction) -> Option<Chosen> {
    serde_json::from_value(action.data.clone()?).ok()
}

/// Whether the client asks for actions of a kind, or for whatever there is.
fn asks_for(params: &CodeActionParams, kind: &str) -> bool {
    params.context.only.as_ref().is_none_or(|only| only.iter().any(|wanted| is_within(kind, wanted.as_str())))
}

/// Whether it asks for all fixes at once by their kind.
fn asks_for_all(params: &CodeActionParams) -> bool {
    params.context.only.is_some() && asks_for(params, FIX_ALL)
}

/// Whether a kind is another one, or below it.
fn is_within(kind: &str, wanted: &str) -> bool {
    wanted.is_empty() || kind.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// An action as the client shows it; `None` where it cannot be done.
fn offered(stage: &Stage<'_>, scene: &Scene<'_>, action: Action) -> Option<CodeAction> {
    let client = &stage.document.view.client;
    let title = visible(actions::title(scene, action).trim()).into_owned();
    let edit = if client.can(Can::ResolveActions) { None } else { Some(edit(stage, scene, action, &title)?) };
    let about = action.finding().and_then(|at| scene.findings.get(at));
    let diagnostic = about.and_then(|finding| diagnostics::one(&stage.document, &stage.entry, finding));
    let preferred = actions::is_safe(scene, action) && about.is_some_and(|finding| finding.fixes.len() == 1);
    Some(CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: diagnostic.map(|diagnostic| vec![diagnostic]),
        edit,
        is_preferred: (preferred && client.can(Can::Prefer)).then_some(true),
        data: data(&stage.document, What::of(action, scene.findings)?),
        ..CodeAction::default()
    })
}

/// The action that makes all fixes which keep the meaning; `None` where there is none.
fn all(stage: &Stage<'_>) -> Option<CodeAction> {
    let mut fixes = stage.entry.judgement.findings.iter().flat_map(|finding| &finding.fixes);
    fixes.any(|fix| fix.safety == FixSafety::Safe).then_some(())?;
    let view = stage.document.view;
    let edit = if view.client.can(Can::ResolveActions) { None } else { Some(all_edit(stage)?) };
    Some(CodeAction {
        title: Texts::get(view.lang(&stage.entry)).plain("lsp-fix-all").to_owned(),
        kind: Some(CodeActionKind::new(FIX_ALL)),
        edit,
        data: data(&stage.document, What::All),
        ..CodeAction::default()
    })
}

fn all_edit(stage: &Stage<'_>) -> Option<WorkspaceEdit> {
    Some(stage.document.workspace_edit(fix_all::edits(&stage.document)?))
}

/// What finds the action again, where the client asks again.
fn data(document: &Document<'_>, what: What) -> Option<serde_json::Value> {
    let (view, uri) = (document.view, document.uri.clone());
    let version = view.version(&uris::key_of(&uri));
    let chosen = || serde_json::to_value(Chosen { uri, version, what }).ok();
    view.client.can(Can::ResolveActions).then(chosen).flatten()
}

/// The edits of an action. Before a fix that may not be what is meant the client asks, where it can.
fn edit(stage: &Stage<'_>, scene: &Scene<'_>, action: Action, title: &str) -> Option<WorkspaceEdit> {
    let (document, client) = (&stage.document, &stage.document.view.client);
    let edits = document.edits(actions::edits(scene, action)?.iter());
    let doubtful = matches!(action, Action::Fix { .. }) && !actions::is_safe(scene, action);
    if !doubtful || !client.can(Can::Confirm) || !client.can(Can::ChangeDocuments) {
        return Some(document.workspace_edit(edits));
    }
    Some(confirmed(document, edits, title))
}

/// Edits before which the client asks, under a title.
fn confirmed(document: &Document<'_>, edits: Vec<TextEdit>, title: &str) -> WorkspaceEdit {
    let marked = |text_edit| OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: CONFIRM.to_owned() });
    let edits = edits.into_iter().map(marked).collect();
    let label = ChangeAnnotation { label: title.to_owned(), needs_confirmation: Some(true), description: None };
    let edit = TextDocumentEdit { text_document: document.versioned(), edits };
    WorkspaceEdit {
        changes: None,
        document_changes: Some(DocumentChanges::Edits(vec![edit])),
        change_annotations: Some(std::iter::once((CONFIRM.to_owned(), label)).collect()),
    }
}
