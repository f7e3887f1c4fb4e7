//! What answers are made from: all documents at one moment, and how the client names and counts.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp_server::ls_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, Position, Range, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::client::{Can, Client};
use super::diagnostics;
use super::moment::{Missed, Moment};
use super::session::DocumentKey;
use super::settings::Wishes;
use super::uris;
use crate::config::Given;
use crate::findings;
use crate::policy::Lang;
use crate::system::System;
use crate::text::{self, Edit, Span};
use crate::workspace::session::{Entry, Snapshot};

/// An open document as the client names it.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// Its URI, in the client's spelling.
    pub(super) uri: Uri,
    /// The version of its text.
    pub(super) version: i32,
    /// Whether the client says that it is JSON.
    pub(super) json: bool,
    /// Its text.
    pub(super) text: Arc<str>,
}

/// The documents that are open.
pub(super) type Labels = BTreeMap<DocumentKey, Label>;

/// What tells the list of each document from others.
pub(super) type Results = BTreeMap<DocumentKey, Arc<str>>;

/// All documents at one moment.
#[derive(Clone)]
pub(super) struct View {
    /// The documents.
    pub(super) snapshot: Arc<Snapshot>,
    /// Those that are open.
    pub(super) labels: Arc<Labels>,
    /// The lists of the last judging, as far as they have been told.
    pub(super) results: Arc<Results>,
    /// The folders of the workspace.
    pub(super) folders: Arc<[PathBuf]>,
    /// The client.
    pub(super) client: Arc<Client>,
    /// What it wants.
    pub(super) wishes: Arc<Wishes>,
    /// The files of which it turns out that they have changed since.
    pub(super) missed: Arc<Missed>,
    /// What answers need that look further than the documents.
    pub(super) ground: Arc<Ground>,
}

/// What the worker stands on.
pub(super) struct Ground {
    /// The machine.
    pub(super) system: Arc<dyn System>,
    /// What the command line and the environment say.
    pub(super) given: Given,
}

impl View {
    /// The agreement about which a client asks: one by its name, or a JSON document that names a known policy. This is the one way for a
    /// feature to come by a document, for other files are other servers' business.
    pub(super) fn document(&self, uri: &Uri) -> Option<Document<'_>> {
        let key = uris::key_of(uri);
        let judged = || self.snapshot.entry(&key).is_some_and(|entry| diagnostics::is_ours(self, &key, entry));
        if diagnostics::is_named(&key) || judged() { self.led_to(&key) } else { None }
    }

    /// A document to which another one leads, whatever its name.
    pub(super) fn led_to(&self, key: &DocumentKey) -> Option<Document<'_>> {
        let entry = self.snapshot.entry(key);
        let moment = match self.labels.get(key) {
            Some(label) => Moment::open(&label.text, entry, &self.ground.system),
            None => Moment::closed(entry?, &self.ground.system, &self.missed),
        };
        Some(Document { view: self, moment, uri: self.uri(key)? })
    }

    /// The URI of a document: the client's own spelling where it is open.
    pub(super) fn uri(&self, key: &DocumentKey) -> Option<Uri> {
        let label = self.labels.get(key).map(|label| label.uri.clone());
        label.or_else(|| uris::uri_of(key.file()?))
    }

    /// The version of a document; `None` where it is not open.
    pub(super) fn version(&self, key: &DocumentKey) -> Option<i32> {
        self.labels.get(key).map(|label| label.version)
    }

    /// The language of texts about a document.
    pub(super) fn lang(&self, entry: &Entry) -> Lang {
        entry.lang().unwrap_or_else(|| self.own_lang())
    }

    /// The language where no document says another one.
    pub(super) fn own_lang(&self) -> Lang {
        self.wishes.judging.own_lang(&self.ground.given)
    }

    /// Edits of documents, in the form that the client takes.
    pub(super) fn workspace_edit<'v, D: Borrow<Document<'v>>>(
        &self,
        edits: impl Iterator<Item = (D, Vec<TextEdit>)>,
    ) -> WorkspaceEdit {
        if !self.client.can(Can::ChangeDocuments) {
            return WorkspaceEdit::new(edits.map(|(document, edits)| (document.borrow().uri.clone(), edits)).collect());
        }
        let edit = |(document, edits): (D, Vec<TextEdit>)| TextDocumentEdit {
            text_document: document.borrow().versioned(),
            edits: edits.into_iter().map(OneOf::Left).collect(),
        };
        let changes = DocumentChanges::Edits(edits.map(edit).collect());
        WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
    }

    /// A place in a text.
    pub(super) fn position(&self, moment: &Moment, offset: u32) -> Position {
        let text::Position { line, column } = moment.lines().position(moment.text(), offset, self.client.encoding);
        Position::new(line, column)
    }

    /// A range of a text.
    pub(super) fn range(&self, moment: &Moment, span: Span) -> Range {
        Range::new(self.position(moment, span.start), self.position(moment, span.end))
    }
}

/// One document of a moment.
pub(super) struct Document<'v> {
    /// Where it is from.
    pub(super) view: &'v View,
    /// Its text, its tree, and what was found.
    pub(super) moment: Moment,
    /// Its URI, in the client's spelling.
    pub(super) uri: Uri,
}

impl Document<'_> {
    /// The offset of a position.
    pub(super) fn offset(&self, position: Position) -> u32 {
        let position = text::Position { line: position.line, column: position.character };
        self.moment.lines().offset(self.moment.text(), position, self.view.client.encoding)
    }

    /// The bytes of a range; one that ends before it starts is turned round.
    pub(super) fn span(&self, range: Range) -> Span {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        Span::new(start.min(end), start.max(end))
    }

    /// A range of bytes.
    pub(super) fn range(&self, span: Span) -> Range {
        self.view.range(&self.moment, span)
    }

    /// Where a finding stands; the start of the text where it is about the document as a whole.
    pub(super) fn place(&self, range: Option<findings::Range>) -> Range {
        range.map(|range| self.placed(range)).unwrap_or_default()
    }

    /// A range whose lines and columns are known.
    pub(super) fn placed(&self, range: findings::Range) -> Range {
        if !self.moment.counts_as(self.view.client.encoding) {
            return self.range(range.span());
        }
        let place = |point: findings::Point| Position::new(point.line - 1, point.column - 1);
        Range::new(place(range.start), place(range.end))
    }

    /// The same in the text as it is now: whoever goes there finds it in that one.
    pub(super) fn found(&self, range: findings::Range) -> Range {
        if self.moment.current().is_some() { self.placed(range) } else { self.range(range.span()) }
    }

    /// Edits as the protocol writes them, as small as can be.
    pub(super) fn edits<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>) -> Vec<TextEdit> {
        let edit = |edit: Edit| TextEdit::new(self.range(edit.span), edit.text.to_string());
        edits.into_iter().map(|given| edit(given.trimmed(self.moment.text()))).collect()
    }

    /// Edits of this document alone.
    pub(super) fn workspace_edit(&self, edits: Vec<TextEdit>) -> WorkspaceEdit {
        self.view.workspace_edit(std::iter::once((self, edits)))
    }

    /// Its URI and the version of its text.
    pub(super) fn versioned(&self) -> OptionalVersionedTextDocumentIdentifier {
        let version = self.view.version(&uris::key_of(&self.uri));
        OptionalVersionedTextDocumentIdentifier { uri: self.uri.clone(), version }
    }
}
