//! `kader.newAgreement`: the next question about a new agreement, or the agreement, made where the client can make files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::{
    CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, Range, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::{Done, Then, arguments, corrected, nowhere, refused, unjudged};
use crate::ide::form::{Agreement, Choice, Next, Question, Said, next};
use crate::lsp::client::Can;
use crate::lsp::rerun::rerun;
use crate::lsp::session::DocumentKey;
use crate::lsp::uris;
use crate::lsp::view::View;
use crate::policy::{Lang, SUFFIX};
use crate::text::visible;
use crate::texts::Correction;
use crate::workspace::{Loaded, Rulebooks};

/// Its name.
pub(super) const NAME: &str = "kader.newAgreement";

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Arguments {
    partner: Option<String>,
    core_tasks: List,
    profiles: Profiles,
    regions: List,
    /// Empty to leave it open.
    adoption_region: Option<String>,
    phase: Option<String>,
    id: Option<String>,
    /// The policy, by its id.
    policy: Option<String>,
    /// Where the agreement is to come, in the place of the first folder of the workspace.
    folder: Option<Uri>,
    /// Whether what has a usual answer is asked, too.
    guided: bool,
}

/// One word, or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum List {
    One(String),
    Several(Vec<String>),
}

/// The profiles of the cooperations.
#[derive(Deserialize)]
#[serde(untagged)]
enum Profiles {
    /// One for all core tasks, or one for each in their order.
    Listed(List),
    /// Some by their core tasks.
    ByTask(BTreeMap<String, String>),
}

impl Default for List {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Default for Profiles {
    fn default() -> Self {
        Self::Listed(List::default())
    }
}

impl List {
    fn words(self) -> Vec<String> {
        match self {
            Self::One(word) => vec![word],
            Self::Several(words) => words,
        }
    }
}

/// Runs it.
pub(super) fn run(view: &View, given: Value) -> Result<Done> {
    let given: Arguments = arguments(given)?;
    let folder = folder(view, given.folder.as_ref())?;
    let (policy, lang) = policy(view, folder.as_deref(), given.policy.as_deref())?;
    let guided = given.guided;
    match next(&policy.policy, lang, &said(given), guided).map_err(|what| corrected(lang, &what))? {
        Next::Question(question) => Ok(Done { result: json!({ "question": asked(&question) }), then: None }),
        Next::Agreement(agreement) => made(view, lang, folder.as_deref(), agreement),
    }
}

/// The folder where the agreement is to come; `None` where there is none.
fn folder(view: &View, asked: Option<&Uri>) -> Result<Option<PathBuf>> {
    let Some(uri) = asked else { return Ok(view.folders.first().cloned()) };
    match uris::key_of(uri) {
        DocumentKey::File(file) => Ok(Some(file.to_path_buf())),
        DocumentKey::Text(_) => Err(nowhere(view, "lsp-no-folder", uri)),
    }
}

/// The policy that is asked for, out of those in use in a folder, and the language there.
fn policy(view: &View, folder: Option<&Path>, asked: Option<&str>) -> Result<(Arc<Loaded>, Lang)> {
    let file = folder.map(|folder| folder.join(SUFFIX));
    let made = rerun(view, None, |system, settings| Rulebooks::new(system, &settings.terms, &[file.as_deref()]));
    let (rulebooks, books) = made.map_err(|refusal| unjudged(view.own_lang(), refusal))?;
    let book = books.first().copied().flatten();
    let lang = book.and_then(|book| rulebooks.books.get(book)).map_or_else(|| view.own_lang(), |book| book.lang);
    if let Some(fault) = rulebooks.faults.first() {
        return Err(refused(format!("{}: {}", fault.fault.file, fault.line(lang))));
    }
    let known: Vec<_> = rulebooks.known_by(book).collect();
    let names = || known.iter().map(|loaded| loaded.policy.id());
    let found = known.iter().find(|loaded| asked.is_none_or(|asked| loaded.policy.id() == asked));
    let unknown = || {
        let what = Correction::value(lang, "policy", asked.unwrap_or_default());
        corrected(lang, &what.knowing(names().map(str::to_owned).collect()))
    };
    found.map(|loaded| (Arc::clone(loaded), lang)).ok_or_else(unknown)
}

fn said(given: Arguments) -> Said {
    let (profiles, chosen) = match given.profiles {
        Profiles::Listed(list) => (list.words(), Vec::new()),
        Profiles::ByTask(some) => (Vec::new(), some.into_iter().collect()),
    };
    Said {
        partner: given.partner,
        tasks: given.core_tasks.words(),
        profiles,
        chosen,
        regions: given.regions.words(),
        adoption: given.adoption_region,
        phase: given.phase,
        id: given.id,
    }
}

/// A question as the client is asked it: the answer goes into the arguments of the next call under `key`, below `task` where there is one.
fn asked(question: &Question) -> Value {
    let choice = |Choice { value, label, detail }: &Choice| json!({ "value": value, "label": label, "detail": detail });
    json!({
        "key": question.part.key(),
        "task": question.task,
        "title": question.title,
        "choices": question.choices.iter().map(choice).collect::<Vec<_>>(),
        "several": question.several,
        "usual": question.usual,
    })
}

/// The agreement, which the client is to make where it can.
fn made(view: &View, lang: Lang, folder: Option<&Path>, agreement: Agreement) -> Result<Done> {
    let Agreement { id, text, assumptions } = agreement;
    let file = folder.map(|folder| folder.join(format!("{id}{SUFFIX}")));
    if let Some(file) = file.as_deref().filter(|file| exists(view, file)) {
        let path = visible(&file.to_string_lossy()).into_owned();
        return Err(corrected(lang, &Correction::new(lang, "new-id-taken", &[("path", path.into())])));
    }
    let uri = file.as_deref().and_then(uris::uri_of);
    let result = json!({ "id": id, "uri": uri, "text": text, "assumptions": assumptions });
    let can = [Can::ApplyEdits, Can::CreateFiles, Can::ChangeDocuments].into_iter().all(|what| view.client.can(what));
    let then = uri.filter(|_| can).map(|uri| Then::Make(uri.clone(), creation(uri, text)));
    Ok(Done { result: json!({ "agreement": result, "made": then.is_some() }), then })
}

/// Whether a file is there, or open as if it were.
fn exists(view: &View, file: &Path) -> bool {
    view.labels.contains_key(&DocumentKey::File(file.into())) || view.ground.system.exists(file)
}

/// What makes a file with a text.
fn creation(uri: Uri, text: String) -> WorkspaceEdit {
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(false) };
    let create = ResourceOp::Create(CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None });
    let start = Range::new(Position::new(0, 0), Position::new(0, 0));
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: None };
    let edit = TextDocumentEdit { text_document, edits: vec![OneOf::Left(TextEdit::new(start, text))] };
    let operations = vec![DocumentChangeOperation::Op(create), DocumentChangeOperation::Edit(edit)];
    WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(operations)), ..WorkspaceEdit::default() }
}
