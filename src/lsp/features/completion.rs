//! `textDocument/completion` and `completionItem/resolve`.

use serde::{Deserialize, Serialize};
use tower_lsp_server::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionOptions, CompletionParams, CompletionResponse,
    CompletionTextEdit, Documentation, InsertTextFormat, InsertTextMode, ServerCapabilities, TextEdit, Uri,
};

use crate::ide::completion::{Item, Sort, completion};
use crate::ide::{Topic, documentation};
use crate::lsp::client::{Can, Client};
use crate::lsp::markup;
use crate::lsp::stage::Stage;
use crate::lsp::view::View;
use crate::text::Edit;

/// What is typed before something may be written.
const TRIGGERS: [&str; 4] = ["\"", ":", "{", "["];

/// Tells the client that it may ask.
pub(in crate::lsp) fn advertise(_client: &Client, capabilities: &mut ServerCapabilities) {
    capabilities.completion_provider = Some(CompletionOptions {
        trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
        resolve_provider: Some(true),
        ..CompletionOptions::default()
    });
}

/// What an item is about, so that it can be told later.
#[derive(Serialize, Deserialize)]
struct About {
    uri: Uri,
    topic: String,
}

/// What may be written at a place.
pub(in crate::lsp) fn list(view: &View, params: &CompletionParams) -> Option<CompletionResponse> {
    let place = &params.text_document_position;
    let stage = Stage::new(view, &place.text_document.uri)?;
    let offset = stage.document.offset(place.position);
    let items = stage.show(|scene| completion(scene, offset))?;
    let shown = items.items.iter().enumerate().map(|(at, item)| shown(&stage, (at, item)));
    let list = CompletionList { is_incomplete: !items.complete, items: shown.collect() };
    Some(CompletionResponse::List(list))
}

fn shown(stage: &Stage<'_>, (at, item): (usize, &Item)) -> CompletionItem {
    let client = &stage.document.view.client;
    let snippet = item.snippet.as_ref().filter(|_| client.can(Can::Snippets));
    let text = snippet.map_or(&*item.edit.text, |snippet| snippet);
    let edit = |edit: &Edit, text: &str| TextEdit::new(stage.document.range(edit.span), text.to_owned());
    let about = item.topic.zip(stage.policy()).map(|(topic, policy)| topic.write(policy));
    let about = about.map(|topic| About { uri: stage.document.uri.clone(), topic });
    CompletionItem {
        label: item.label.to_string(),
        kind: Some(kind(item.sort, client.can(Can::ItemKinds))),
        detail: Some(item.detail.to_string()).filter(|detail| !detail.is_empty()),
        // The order is that of fitness.
        sort_text: Some(format!("{at:04}")),
        filter_text: Some(item.filter.to_string()),
        insert_text_format: snippet.map(|_| InsertTextFormat::SNIPPET),
        insert_text_mode: client.can(Can::InsertAsIs).then_some(InsertTextMode::AS_IS),
        text_edit: Some(CompletionTextEdit::Edit(edit(&item.edit, text))),
        additional_text_edits: item.comma.as_ref().map(|comma| vec![edit(comma, &comma.text)]),
        data: about.and_then(|about| serde_json::to_value(about).ok()),
        ..CompletionItem::default()
    }
}

/// The kind that fits, out of those of the protocol's first version or, where the client takes more, of all.
fn kind(sort: Sort, any: bool) -> CompletionItemKind {
    match sort {
        Sort::Identifier if !any => CompletionItemKind::ENUM,
        Sort::Region if !any => CompletionItemKind::VALUE,
        Sort::Rule if !any => CompletionItemKind::REFERENCE,
        Sort::Key => CompletionItemKind::PROPERTY,
        Sort::Entry => CompletionItemKind::FIELD,
        Sort::Identifier => CompletionItemKind::ENUM_MEMBER,
        Sort::Region => CompletionItemKind::CONSTANT,
        Sort::Value => CompletionItemKind::VALUE,
        Sort::Reference | Sort::Pointer => CompletionItemKind::REFERENCE,
        Sort::Rule => CompletionItemKind::EVENT,
        Sort::Skeleton => CompletionItemKind::SNIPPET,
    }
}

/// An item with what there is to tell about it.
pub(in crate::lsp) fn resolve(view: &View, item: &CompletionItem) -> CompletionItem {
    let mut item = item.clone();
    let about: Option<About> = item.data.clone().and_then(|data| serde_json::from_value(data).ok());
    let stage = about.as_ref().and_then(|about| Stage::new(view, &about.uri));
    let text = stage.zip(about).and_then(|(stage, About { topic, .. })| {
        let policy = stage.policy()?;
        Some(documentation(&Topic::read(policy, &topic)?, policy, view.lang(&stage.entry)))
    });
    item.documentation =
        text.map(|text| Documentation::MarkupContent(markup::content(&view.client, Can::ReadItems, text)));
    item
}
