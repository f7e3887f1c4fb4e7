//! `textDocument/diagnostic` and `workspace/diagnostic`: lists that the client asks for.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::json;
use tower_lsp_server::ls_types::notification::{Notification as _, Progress};
use tower_lsp_server::ls_types::{
    DiagnosticOptions, DiagnosticServerCapabilities, DocumentDiagnosticParams, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, PreviousResultId,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, ServerCapabilities,
    UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
};

use crate::lsp::client::{Can, Client};
use crate::lsp::diagnostics::{self, SOURCE, Written};
use crate::lsp::remote::Wire;
use crate::lsp::session::DocumentKey;
use crate::lsp::uris;
use crate::lsp::view::View;
use crate::workspace::Threads;

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
    let result_id = Written::of(&items).result.to_string();
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
    let items = news(view, params);
    if items.is_empty() {
        return None;
    }
    let report = |items| Some(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }));
    let Some(token) = &params.partial_result_params.partial_result_token else { return report(items) };
    for some in items.chunks(AT_ONCE) {
        wire.notify(Progress::METHOD, &json!({ "token": token, "value": { "items": some } }));
    }
    report(Vec::new())
}

/// A report for each document of which the client has another list or none, and an empty one for those that are no more.
fn news(view: &View, params: &WorkspaceDiagnosticParams) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let known: HashMap<DocumentKey, &PreviousResultId> =
        params.previous_result_ids.iter().map(|known| (uris::key_of(&known.uri), known)).collect();
    let is_known = |key: &DocumentKey| match (view.results.get(key), known.get(key)) {
        (Some(now), Some(known)) => **now == *known.value,
        _ => false,
    };
    let keys = diagnostics::keys(view);
    let wanted: Vec<&DocumentKey> = keys.iter().filter(|key| !is_known(key)).collect();
    let report = |key: &DocumentKey| {
        let (items, uri) = (diagnostics::of(view, key)?, view.uri(key)?);
        let result_id = Written::of(&items).result.to_string();
        let told = known.get(key).is_some_and(|known| known.value == result_id);
        let version = view.version(key).map(i64::from);
        (!told).then(|| full(uri, version, FullDocumentDiagnosticReport { result_id: Some(result_id), items }))
    };
    let reports = Threads::new(0).map(wanted, report);
    let there: HashSet<&DocumentKey> = keys.iter().collect();
    let nothing = Written::of(&[]).result.to_string();
    let gone = known.iter().filter(|(key, known)| !there.contains(key) && known.value != nothing);
    let gone: BTreeMap<&DocumentKey, &Uri> = gone.map(|(key, known)| (key, &known.uri)).collect();
    let gone = gone.into_values().map(|uri| {
        let report = FullDocumentDiagnosticReport { result_id: Some(nothing.clone()), items: Vec::new() };
        full(uri.clone(), None, report)
    });
    reports.into_iter().flatten().chain(gone).collect()
}

fn full(
    uri: Uri,
    version: Option<i64>,
    full_document_diagnostic_report: FullDocumentDiagnosticReport,
) -> WorkspaceDocumentDiagnosticReport {
    let report = WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report };
    WorkspaceDocumentDiagnosticReport::Full(report)
}
