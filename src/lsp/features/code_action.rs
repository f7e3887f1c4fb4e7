//! `textDocument/codeAction` and `codeAction/resolve`: the fixes of findings, all that keep the meaning at once, and what can be done
//! beside.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, CodeAction, CodeActionKind, CodeActionOptions, CodeActionOrCommand,
    CodeActionParams, CodeActionProviderCapability, CodeActionResponse, DocumentChanges, OneOf, ServerCapabilities,
    TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::fix_all;
use super::further::{self, Further};
use crate::findings::{Finding, Fix};
use crate::lsp::client::{Can, Client};
use crate::lsp::diagnostics;
use crate::lsp::stage::Stage;
use crate::lsp::uris;
use crate::lsp::view::{Document, View};
use crate::policy::FixSafety;
use crate::report::Words;
use crate::text::{Span, visible};
use crate::texts::Texts;
use crate::workspace::session::Entry;

/// The kind of the action that makes all fixes which keep the meaning.
pub(in crate::lsp) const FIX_ALL: &str = "source.fixAll.kader";
/// The mark of edits before which the client asks.
const CONFIRM: &str = "kader.confirm";

/// What finds an action again when it is chosen.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Chosen {
    uri: Uri,
    version: Option<i32>,
    /// What it is.
    what: What,
}

/// What an action is.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum What {
    /// All fixes that keep the meaning.
    All,
    /// A fix: the finding by its fingerprint, and its number.
    Fix(String, usize),
    /// Something else.
    Further(Further),
}

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
    let page = Page::new(view, &params.text_document.uri)?;
    let mut actions = Vec::new();
    if asks_for(params, CodeActionKind::QUICKFIX.as_str()) {
        let range = page.document.span(params.range);
        for finding in page.judged.judgement.findings.iter().filter(|finding| touches(finding, range)) {
            actions.extend(page.fixes(finding));
        }
        actions.extend(page.further(range));
    }
    if asks_for_all(params) || (params.context.only.is_none() && view.client.can(Can::ResolveActions)) {
        actions.extend(page.all());
    }
    Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

/// The action with its edit.
pub(in crate::lsp) fn resolve(view: &View, action: &CodeAction) -> Result<CodeAction> {
    let mut action = action.clone();
    let Some(chosen) = chosen(&action) else { return Ok(action) };
    let page = Page::new(view, &chosen.uri).ok_or_else(Error::content_modified)?;
    if view.version(&uris::key_of(&chosen.uri)) != chosen.version {
        return Err(Error::content_modified());
    }
    action.edit = match &chosen.what {
        What::All => page.all_edit(),
        What::Further(further) => Some(page.further_edit(further).ok_or_else(Error::content_modified)?),
        What::Fix(fingerprint, at) => {
            let found = |finding: &&Finding| finding.fingerprint.to_string() == *fingerprint;
            let finding = page.judged.judgement.findings.iter().find(found).ok_or_else(Error::content_modified)?;
            let fix = finding.fixes.get(*at).ok_or_else(Error::content_modified)?;
            Some(page.edit(fix, &action.title))
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

/// Whether a finding has a byte or an edge in common with a range; one about the document as a whole stands at its start.
fn touches(finding: &Finding, range: Span) -> bool {
    let span = finding.range.map_or(Span::empty_at(0), |range| range.span());
    span.start <= range.end && range.start <= span.end
}

/// What the actions of one document are made from.
struct Page<'v> {
    document: Document<'v>,
    judged: Arc<Entry>,
}

impl<'v> Page<'v> {
    fn new(view: &'v View, uri: &Uri) -> Option<Self> {
        let key = uris::key_of(uri);
        let document = view.by_key(&key)?;
        let judged = document.moment.judged().filter(|judged| diagnostics::is_ours(view, &key, judged)).cloned()?;
        Some(Self { document, judged })
    }

    fn words(&self) -> Option<Words<'_>> {
        diagnostics::words(self.document.view, &self.judged)
    }

    fn fixes(&self, finding: &Finding) -> Vec<CodeAction> {
        let Some(words) = self.words() else { return Vec::new() };
        let client = &self.document.view.client;
        let diagnostic = diagnostics::one(&self.document, &self.judged, finding);
        let action = |(at, fix): (usize, &Fix)| {
            let title = visible(words.fix(finding, fix).trim()).into_owned();
            let preferred = fix.safety == FixSafety::Safe && finding.fixes.len() == 1;
            let edit = (!client.can(Can::ResolveActions)).then(|| self.edit(fix, &title));
            CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: diagnostic.clone().map(|diagnostic| vec![diagnostic]),
                edit,
                is_preferred: (preferred && client.can(Can::Prefer)).then_some(true),
                data: self.data(What::Fix(finding.fingerprint.to_string(), at)),
                ..CodeAction::default()
            }
        };
        finding.fixes.iter().enumerate().map(action).collect()
    }

    /// What can be done beside the fixes of findings.
    fn further(&self, within: Span) -> Vec<CodeAction> {
        let Some(stage) = Stage::new(self.document.view, &self.document.uri) else { return Vec::new() };
        let lazy = self.document.view.client.can(Can::ResolveActions);
        let action = |(action, further, about): (CodeAction, Further, Option<usize>)| {
            let edit = if lazy { None } else { Some(self.further_edit(&further)?) };
            let finding = about.and_then(|about| self.judged.judgement.findings.get(about));
            let diagnostic = finding.and_then(|finding| diagnostics::one(&self.document, &self.judged, finding));
            let diagnostics = diagnostic.map(|diagnostic| vec![diagnostic]);
            Some(CodeAction { edit, diagnostics, data: self.data(What::Further(further)), ..action })
        };
        further::offered(&stage, within).into_iter().filter_map(action).collect()
    }

    fn further_edit(&self, further: &Further) -> Option<WorkspaceEdit> {
        let stage = Stage::new(self.document.view, &self.document.uri)?;
        Some(self.document.workspace_edit(further::made(&stage, further)?))
    }

    /// The action that makes all fixes which keep the meaning; `None` where there is none.
    fn all(&self) -> Option<CodeAction> {
        let mut fixes = self.judged.judgement.findings.iter().flat_map(|finding| &finding.fixes);
        fixes.any(|fix| fix.safety == FixSafety::Safe).then_some(())?;
        let lazy = self.document.view.client.can(Can::ResolveActions);
        let edit = if lazy { None } else { Some(self.all_edit()?) };
        Some(CodeAction {
            title: Texts::get(self.document.view.lang(&self.judged)).plain("lsp-fix-all").to_owned(),
            kind: Some(CodeActionKind::new(FIX_ALL)),
            edit,
            data: self.data(What::All),
            ..CodeAction::default()
        })
    }

    fn all_edit(&self) -> Option<WorkspaceEdit> {
        Some(self.document.workspace_edit(fix_all::edits(&self.document)?))
    }

    /// What finds the action again, where the client asks again.
    fn data(&self, what: What) -> Option<serde_json::Value> {
        let view = self.document.view;
        let uri = self.document.uri.clone();
        let version = view.version(&uris::key_of(&uri));
        let chosen = || serde_json::to_value(Chosen { uri, version, what }).ok();
        view.client.can(Can::ResolveActions).then(chosen).flatten()
    }

    /// The edits of a fix. Before those that may not be what is meant the client asks, where it can.
    fn edit(&self, fix: &Fix, title: &str) -> WorkspaceEdit {
        let document = &self.document;
        let client = &document.view.client;
        let edit = |(range, text): &(crate::findings::Range, Box<str>)| {
            TextEdit::new(document.range(range.span()), text.to_string())
        };
        let edits: Vec<TextEdit> = fix.edits.iter().map(edit).collect();
        if fix.safety == FixSafety::Safe || !client.can(Can::Confirm) || !client.can(Can::ChangeDocuments) {
            return document.workspace_edit(edits);
        }
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
}
