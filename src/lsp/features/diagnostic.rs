//! `textDocument/diagnostic` and `workspace/diagnostic`: lists that the client asks for.

use serde_json::json;
use tower_lsp_server::ls_types::notification::{Notification as _, Progress};
use tower_lsp_server::ls_types::{
    DiagnosticOptions, DiagnosticServerCapabilities, DocumentDiagnosticParams, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, ServerCapabilities, UnchangedDocumentDiagnosticReport, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult,
    WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::lsp::client::{Can, Client};
use crate::lsp::diagnostics::{self, SOURCE};
use crate::lsp::remote::Wire;
use crate::lsp::session::DocumentKey;
use crate::lsp::uris;
use crate::lsp::view::View;

/// So many lists go into one partial result.
const AT_ONCE: usize = 100;

/// Tells the client that it may ask, where it does.
pub(in crate::lsp) fn advertise(client: &Client, capabilities: &mut ServerCapabilities) {
    if client.can(Can::Pull) {
        capabilities.diagnostic_provider = Some(DiagnosticServerCapabilities::Options(DiagnosticOptions {
            identifier: Some(SOURCE.to_owned()),
            inter_file_dependencies: true,
            workspace_diagnostics: true,
            ..DiagnosticOptions::default()
        }));
    }
}

/// The list of one document.
pub(in crate::lsp) fn document(view: &View, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let items = diagnostics::of(view, &uris::key_of(&params.text_document.uri)).unwrap_or_default();
    let result_id = diagnostics::result_id(&items);
    let report = if params.previous_result_id.as_ref() == Some(&result_id) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
        let related_documents = None;
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents,
            unchanged_document_diagnostic_report,
        })
    } else {
        let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: Some(result_id), items };
        let related_documents = None;
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents,
            full_document_diagnostic_report,
        })
    };
    DocumentDiagnosticReportResult::Report(report)
}

/// The lists of all documents that are not what the client has; `None` where all are, for it waits until one is not.
pub(in crate::lsp) fn workspace(
    view: &View,
    params: &WorkspaceDiagnosticParams,
    wire: &Wire,
) -> Option<WorkspaceDiagnosticReportResult> {
    let reports = reports(view, params);
    let news =
        |report: &&WorkspaceDocumentDiagnosticReport| matches!(report, WorkspaceDocumentDiagnosticReport::Full(_));
    reports.iter().find(news)?;
    let Some(token) = &params.partial_result_params.partial_result_token else {
        return Some(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items: reports }));
    };
    for some in reports.chunks(AT_ONCE) {
        wire.notify(Progress::METHOD, &json!({ "token": token, "value": { "items": some } }));
    }
    Some(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items: Vec::new() }))
}

/// A report for each document, and an empty one for those that are no more.
fn reports(view: &View, params: &WorkspaceDiagnosticParams) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let known = |key: &DocumentKey| {
        params.previous_result_ids.iter().find(|known| uris::key_of(&known.uri) == *key).map(|known| &*known.value)
    };
    let mut reports = Vec::new();
    for key in diagnostics::keys(view) {
        let (Some(items), Some(uri)) = (diagnostics::of(view, &key), view.uri(&key)) else { continue };
        let result_id = diagnostics::result_id(&items);
        let version = view.version(&key).map(i64::from);
        reports.push(match known(&key) {
            Some(known) if known == result_id => unchanged(uri, version, result_id),
            _ => full(uri, version, FullDocumentDiagnosticReport { result_id: Some(result_id), items }),
        });
    }
    let nothing = diagnostics::result_id(&[]);
    for known in params.previous_result_ids.iter().filter(|known| known.value != nothing) {
        if diagnostics::of(view, &uris::key_of(&known.uri)).is_none() {
            let report = FullDocumentDiagnosticReport { result_id: Some(nothing.clone()), items: Vec::new() };
            reports.push(full(known.uri.clone(), None, report));
        }
    }
    reports
}

fn full(
    uri: Uri,
    version: Option<i64>,
    full_document_diagnostic_report: FullDocumentDiagnosticReport,
) -> WorkspaceDocumentDiagnosticReport {
    let report = WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report };
    WorkspaceDocumentDiagnosticReport::Full(report)
}

fn unchanged(uri: Uri, version: Option<i64>, result_id: String) -> WorkspaceDocumentDiagnosticReport {
    let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
    let report = WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report };
    WorkspaceDocumentDiagnosticReport::Unchanged(report)
}
