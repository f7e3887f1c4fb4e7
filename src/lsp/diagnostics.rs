//! Findings as diagnostics, and the faults of configurations.

pub(super) mod faults;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use serde_json::value::RawValue;
use serde_json::{Value, json};
use tower_lsp_server::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString,
};

use super::client::Can;
use super::session::DocumentKey;
use super::uris;
use super::view::{Document, View};
use crate::findings::Finding;
use crate::policy::{Code, Level, Shown};
use crate::report::Words;
use crate::text::visible;
use crate::workspace::session::{Entry, Place};

/// The name under which clients show where a diagnostic is from.
pub(in crate::lsp) const SOURCE: &str = "kader";
/// How the name of an agreement's file ends.
const NAME: &str = ".afspraak.json";
/// The protocol's number for what is not needed.
const UNNECESSARY: u64 = 1;

/// The diagnostics of a document, in the order of its findings, or the faults of a configuration; `None` where it is none of ours.
pub(super) fn of(view: &View, key: &DocumentKey) -> Option<Vec<Diagnostic>> {
    let entry = view.snapshot.entry(key).filter(|entry| entry.reported && is_ours(view, key, entry));
    if entry.is_none() {
        return faults::of(view, key);
    }
    let document = view.led_to(key)?;
    let judged = document.moment.judged()?;
    let page = Page { document: &document, words: words(view, judged)? };
    Some(judged.judgement.findings.iter().map(|finding| page.diagnostic(finding)).collect())
}

/// All that may have diagnostics: the documents, then the configurations and packs that are at fault.
pub(super) fn keys(view: &View) -> Vec<DocumentKey> {
    let documents = view.snapshot.entries().filter(|entry| is_ours(view, &entry.key, entry));
    documents.map(|entry| entry.key.clone()).chain(faults::keys(view)).collect()
}

/// The diagnostic of one finding of a document.
pub(super) fn one(document: &Document<'_>, judged: &Entry, finding: &Finding) -> Option<Diagnostic> {
    Some(Page { document, words: words(document.view, judged)? }.diagnostic(finding))
}

/// The words of a document's findings; `None` where no policy is known for it.
pub(super) fn words<'e>(view: &View, judged: &'e Entry) -> Option<Words<'e>> {
    Some(Words { policy: judged.policy()?, lang: view.lang(judged) })
}

/// Whether a document is an agreement: by its name, or because it is JSON and names a known policy.
pub(super) fn is_ours(view: &View, key: &DocumentKey, judged: &Entry) -> bool {
    let json = || view.labels.get(key).is_some_and(|label| label.json) || key.name().ends_with(".json");
    is_named(key) || (judged.names_policy() && json())
}

/// Whether the name of a document says that it is an agreement.
pub(super) fn is_named(key: &DocumentKey) -> bool {
    key.name().ends_with(NAME)
}

/// A list as it is written.
pub(super) struct Written {
    /// The list.
    pub(super) json: Box<RawValue>,
    /// What tells it from others.
    pub(super) result: Arc<str>,
    /// Whether it has nothing.
    pub(super) empty: bool,
}

impl Written {
    /// Writes a list.
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let json = serde_json::value::to_raw_value(diagnostics).unwrap_or_default();
        let mut hasher = DefaultHasher::new();
        json.get().hash(&mut hasher);
        Self { result: format!("{:016x}", hasher.finish()).into(), json, empty: diagnostics.is_empty() }
    }
}

/// What the findings of one document are written with.
struct Page<'a> {
    document: &'a Document<'a>,
    words: Words<'a>,
}

impl Page<'_> {
    fn diagnostic(&self, finding: &Finding) -> Diagnostic {
        let client = &self.document.view.client;
        Diagnostic {
            range: self.document.place(finding.range),
            severity: Some(severity(finding.level)),
            code: Some(NumberOrString::String(finding.code.as_str().to_owned())),
            code_description: self.description(finding.code),
            source: Some(SOURCE.to_owned()),
            message: visible(self.words.message(finding).trim()).into_owned(),
            related_information: client
                .can(Can::Related)
                .then(|| self.related(finding))
                .filter(|related| !related.is_empty()),
            tags: self.tags(finding),
            data: client.can(Can::Keep).then(|| data(finding)),
        }
    }

    /// Where the rule is explained, where the client wants and shows that.
    fn description(&self, code: Code) -> Option<CodeDescription> {
        let view = self.document.view;
        let base = view.wishes.documentation.as_deref().filter(|_| view.client.can(Can::Describe))?;
        let href = uris::of_web(&format!("{}/{code}", base.trim_end_matches('/')))?;
        Some(CodeDescription { href })
    }

    fn tags(&self, finding: &Finding) -> Option<Vec<DiagnosticTag>> {
        let shown = self.document.view.client.tags.contains(&UNNECESSARY);
        let unneeded = self.words.policy.rule(finding.code).is_some_and(|rule| rule.shown == Shown::Faintly);
        (shown && unneeded).then(|| vec![DiagnosticTag::UNNECESSARY])
    }

    /// The related places, in this document and in others.
    fn related(&self, finding: &Finding) -> Vec<DiagnosticRelatedInformation> {
        let uri = &self.document.uri;
        let own = finding.related.iter().map(|related| {
            let label = self.words.related(finding, related.label);
            information(Location::new(uri.clone(), self.document.place(related.range)), &label)
        });
        own.chain(self.elsewhere(finding)).collect()
    }

    fn elsewhere(&self, finding: &Finding) -> Vec<DiagnosticRelatedInformation> {
        let Some(elsewhere) = &finding.elsewhere else { return Vec::new() };
        let view = self.document.view;
        let label = self.words.related(finding, elsewhere.label);
        let place = |place: Place<'_>| {
            let document = view.led_to(&place.entry.key)?;
            let location = Location::new(document.uri.clone(), document.placed(place.range));
            Some(information(location, &label))
        };
        view.snapshot.places(finding).filter_map(place).collect()
    }
}

fn information(location: Location, label: &str) -> DiagnosticRelatedInformation {
    DiagnosticRelatedInformation { location, message: visible(label.trim()).into_owned() }
}

/// What finds a finding again.
fn data(finding: &Finding) -> Value {
    json!({ "fingerprint": finding.fingerprint.to_string() })
}

/// The protocol's word for a level.
fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Info => DiagnosticSeverity::INFORMATION,
        Level::Hint => DiagnosticSeverity::HINT,
    }
}
