//! The texts of open documents, as the client edits them.

use std::collections::BTreeMap;
use std::sync::Arc;

use tower_lsp_server::ls_types::{Position, TextDocumentContentChangeEvent, Uri};

use crate::lsp::session::DocumentKey;
use crate::lsp::uris;
use crate::lsp::view::{Label, Labels};
use crate::text::{self, Encoding, LineIndex};

/// The open documents.
pub(super) struct Documents {
    /// In which units the client counts columns.
    pub(super) encoding: Encoding,
    /// How the client names them.
    pub(super) labels: Arc<Labels>,
    /// The number of the change that made each text.
    revisions: BTreeMap<DocumentKey, u64>,
    /// The number of the last change of all.
    changes: u64,
}

impl Default for Documents {
    fn default() -> Self {
        Self { encoding: Encoding::Utf16, labels: Arc::default(), revisions: BTreeMap::new(), changes: 0 }
    }
}

impl Documents {
    /// Opens a document; one that is open already is replaced.
    pub(super) fn open(&mut self, uri: Uri, version: i32, json: bool, text: String) -> (DocumentKey, Arc<str>) {
        let key = uris::key_of(&uri);
        let text: Arc<str> = text.into();
        Arc::make_mut(&mut self.labels).insert(key.clone(), Label { uri, version, json, text: Arc::clone(&text) });
        self.count(key.clone());
        (key, text)
    }

    /// Changes a document; `None` where it is not open.
    pub(super) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
    ) -> Option<(DocumentKey, Arc<str>)> {
        let key = uris::key_of(uri);
        let mut text = self.labels.get(&key)?.text.to_string();
        for change in changes {
            apply(&mut text, change, self.encoding);
        }
        let text: Arc<str> = text.into();
        if let Some(label) = Arc::make_mut(&mut self.labels).get_mut(&key) {
            (label.version, label.text) = (version, Arc::clone(&text));
        }
        self.count(key.clone());
        Some((key, text))
    }

    /// Closes a document; `None` where it is not open.
    pub(super) fn close(&mut self, uri: &Uri) -> Option<DocumentKey> {
        let key = uris::key_of(uri);
        Arc::make_mut(&mut self.labels).remove(&key);
        self.revisions.remove(&key).map(|_| key)
    }

    /// The number of the change that made a document's text; `None` where it is not open.
    pub(super) fn revision(&self, key: &DocumentKey) -> Option<u64> {
        self.revisions.get(key).copied()
    }

    /// The number of the last change of all.
    pub(super) fn last_revision(&self) -> u64 {
        self.changes
    }

    fn count(&mut self, key: DocumentKey) {
        self.changes += 1;
        self.revisions.insert(key, self.changes);
    }
}

/// Makes one change of a text. Positions behind the end of a line mean its end; a range that ends before it starts is turned round.
fn apply(text: &mut String, change: &TextDocumentContentChangeEvent, encoding: Encoding) {
    let Some(range) = change.range else {
        text.clone_from(&change.text);
        return;
    };
    let lines = LineIndex::new(text);
    let offset = |position: Position| {
        let position = text::Position { line: position.line, column: position.character };
        lines.offset(text, position, encoding) as usize
    };
    let (one, other) = (offset(range.start), offset(range.end));
    text.replace_range(one.min(other)..one.max(other), &change.text);
}

#[cfg(test)]
mod tests {
    use tower_lsp_server::ls_types::{Position, Range, TextDocumentContentChangeEvent};

    use super::apply;
    use crate::text::Encoding;

    #[track_caller]
    fn gives(text: &str, (from, to): ((u32, u32), (u32, u32)), new: &str, expected: &str) {
        let position = |(line, character)| Position { line, character };
        let range = Some(Range { start: position(from), end: position(to) });
        let mut text = text.to_owned();
        apply(
            &mut text,
            &TextDocumentContentChangeEvent { range, range_length: None, text: new.into() },
            Encoding::Utf16,
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn odd_places_have_a_meaning() {
        gives("ab\r\ncd", ((0, 99), (1, 0)), "-", "ab-cd");
        gives("ab\ncd", ((1, 1), (0, 1)), "-", "a-d");
        gives("ab", ((9, 9), (9, 9)), "-", "ab-");
        gives("a😀b", ((0, 2), (0, 3)), "-", "a-b");
        gives("\u{FEFF}a", ((0, 0), (0, 1)), "-", "\u{FEFF}-");
    }
}
