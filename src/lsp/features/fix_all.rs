//! All fixes of a document that keep the meaning: what `kader check --fix` would write.

use tower_lsp_server::ls_types::TextEdit;

use crate::lsp::rerun::rerun;
use crate::lsp::session::DocumentKey;
use crate::lsp::uris;
use crate::lsp::view::{Document, View};
use crate::system::{Drafts, ReadFile, System};
use crate::text::diff::{self, Line};
use crate::text::{Edit, Span};
use crate::workspace::fixes::Extent;
use crate::workspace::mend::{Task, mend};
use crate::workspace::run::Standard;
use crate::workspace::{Inputs, Progress, Settings};

/// The edits; `None` where nothing changes.
pub(super) fn edits(document: &Document<'_>) -> Option<Vec<TextEdit>> {
    let old = &**document.moment.text();
    let new = mended(document.view, &uris::key_of(&document.uri), old)?;
    Some(document.edits(&between(old, &new)))
}

/// The text without what can be mended, beside the other documents as they are open or on disk.
fn mended(view: &View, key: &DocumentKey, text: &str) -> Option<String> {
    let text = ReadFile::Bytes(text.as_bytes().to_vec());
    let standard = Some(Standard { name: key.file().map(ToOwned::to_owned), text });
    let inputs = Inputs { standard, ..Inputs::default() };
    let task = Task { extent: Extent::Safe, writes: &|_| false };
    let mend = |system: &dyn System, settings: &Settings<'_>| {
        mend(&Drafts::over(system), settings, inputs, &task, &Progress::default())
    };
    rerun(view, None, mend).ok()?.changed.into_iter().next().map(|changed| changed.new)
}

/// What turns one text into another: whole lines that differ.
fn between(old: &str, new: &str) -> Vec<Edit> {
    let mut starts = vec![0];
    starts.extend(old.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    }));
    let start = |line: usize| starts.get(line).copied().unwrap_or(old.len());
    let edit = |hunk: diff::Hunk<'_>| {
        let added = hunk.lines.iter().filter_map(|line| match line {
            Line::Added(text) => Some(*text),
            Line::Same(_) | Line::Removed(_) => None,
        });
        Edit::replace(Span::of(start(hunk.old.start)..start(hunk.old.end)), added.collect::<String>())
    };
    diff::hunks(old, new, 0).into_iter().map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::between;
    use crate::text::Edits;

    #[test]
    fn edits_turn_one_text_into_the_other() {
        let texts = ["", "a", "a\n", "a\nb\nc\n", "x\nb\nc\nd", "b\r\nc\r\n", "a\nc\n"];
        for (old, new) in texts.iter().flat_map(|old| texts.map(|new| (old, new))) {
            assert_eq!(Edits::new(between(old, new)).unwrap().apply(old), new, "{old:?} to {new:?}");
        }
        assert_eq!(between("a\nb\nc\n", "a\nx\nc\n").len(), 1);
    }
}
