//! The faults of `kader.toml` and of pack files as diagnostics.

use std::path::Path;
use std::sync::Arc;

use tower_lsp_server::ls_types::{Diagnostic, DiagnosticSeverity, NumberOrString, Position, Range};

use super::SOURCE;
use crate::config::{ConfigFault, Source};
use crate::lsp::session::DocumentKey;
use crate::lsp::view::View;
use crate::policy::Lang;
use crate::text::{self, LineIndex, visible};

/// The faults of a file; `None` where it has none.
pub(super) fn of(view: &View, key: &DocumentKey) -> Option<Vec<Diagnostic>> {
    let file = key.file()?;
    let own: Vec<(&ConfigFault, &Arc<Source>)> = all(view).filter(|(_, source)| source.path == file).collect();
    let (_, source) = own.first()?;
    let lines = LineIndex::new(&source.text);
    let place = |offset: usize| {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        let text::Position { line, column } = lines.position(&source.text, offset, view.client.encoding);
        Position::new(line, column)
    };
    let one = |(fault, _): &(&ConfigFault, &Arc<Source>)| {
        let range = fault.fault.span.as_ref().map(|span| Range::new(place(span.start), place(span.end)));
        let lang = lang(view, fault);
        let said = [Some(fault.fault.message(lang)), fault.fault.help(lang)];
        let lines = said.iter().flatten().map(|text| visible(text.trim()));
        Diagnostic {
            range: range.unwrap_or_default(),
            severity: Some(DiagnosticSeverity::ERROR),
            code: Some(NumberOrString::String(fault.fault.key.to_owned())),
            source: Some(SOURCE.to_owned()),
            message: lines.collect::<Vec<_>>().join("\n"),
            ..Diagnostic::default()
        }
    };
    Some(own.iter().map(one).collect())
}

/// The files that are at fault, each once.
pub(super) fn keys(view: &View) -> Vec<DocumentKey> {
    let mut files: Vec<&Path> = all(view).map(|(_, source)| source.path.as_path()).collect();
    files.sort_unstable();
    files.dedup();
    files.into_iter().map(|file| DocumentKey::File(file.into())).collect()
}

/// What is wrong with files that could not be read, one line each: such a fault stands in no text.
pub(in crate::lsp) fn unread(view: &View) -> Vec<String> {
    let unread = view.snapshot.faults.iter().filter(|fault| fault.source.is_none());
    let line = |fault: &ConfigFault| format!("{}: {}", fault.fault.file, fault.fault.message(lang(view, fault)).trim());
    unread.map(|fault| visible(&line(fault)).into_owned()).collect()
}

/// The language in which a fault is told: what the client says goes before what the configuration says.
fn lang(view: &View, fault: &ConfigFault) -> Lang {
    view.wishes.judging.lang.or(fault.lang).unwrap_or_else(|| view.own_lang())
}

fn all(view: &View) -> impl Iterator<Item = (&ConfigFault, &Arc<Source>)> {
    view.snapshot.faults.iter().filter_map(|fault| Some((fault, fault.source.as_ref()?)))
}
