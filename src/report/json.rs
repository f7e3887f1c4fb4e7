//! What is written as JSON: frozen structs, and lines of them.

pub(super) mod escape;
mod lines;
pub(super) mod v1;

use crate::policy::Lang;
use crate::report::source::Source;
use crate::report::undone::{Undone, undone};
use crate::workspace::{Report, Run};

pub use lines::Lines;
pub(super) use lines::{Line, line_of, list};
pub(super) use v1::{Finding, Range, Summary};
pub use v1::{PolicyId, Tool};

/// What could not be done in a run: faults of configurations first.
pub(super) fn failures(run: &Run, lang: Lang) -> Vec<v1::Failure<'_>> {
    let undone = undone(run, lang).into_iter();
    undone.map(|Undone { path, why }| v1::Failure { path, message: why }).collect()
}

/// The findings of a document that are shown.
pub(super) fn findings<'a>(report: &'a Report, source: &Source<'a>) -> impl Iterator<Item = Finding<'a>> + use<'a> {
    let (page, shown) = (page(report, source), source.shown(report));
    shown.filter_map(move |finding| Some(Finding::of(finding, page.as_ref()?)))
}

/// What its findings are written with.
pub(super) fn page<'a>(report: &'a Report, source: &Source<'a>) -> Option<v1::Page<'a>> {
    let words = source.words(report)?;
    Some(v1::Page { path: &report.name.project_path, words, around: &source.run.around })
}
