//! What could not be done in a run, as every report names it: the faults of configurations, then the failures.

use crate::policy::{Lang, Level};
use crate::report::page::Html;
use crate::report::{failures, markdown};
use crate::workspace::{Failure, Run};

/// Something that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone<'a> {
    /// The file that it is about; `None` where it concerns none.
    pub path: Option<&'a str>,
    /// Why.
    pub why: String,
}

/// All that could not be done.
pub fn undone(run: &Run, lang: Lang) -> Vec<Undone<'_>> {
    let faults = run.rulebooks.faults.iter();
    let faults = faults.map(|fault| Undone { path: Some(&fault.fault.file), why: fault.line(lang) });
    let failures = run.failures.iter();
    let failures = failures.map(|one| Undone { path: one.project_path.as_deref(), why: failures::text(lang, one) });
    faults.chain(failures).collect()
}

/// The same, each with how severe it is: an error where it fails the run, else a warning.
pub(super) fn weighed(run: &Run, lang: Lang) -> impl Iterator<Item = (Level, Undone<'_>)> {
    let faults = run.rulebooks.faults.iter().map(|_| true);
    let fail = faults.chain(run.failures.iter().map(Failure::counts));
    let level = |fails| if fails { Level::Error } else { Level::Warning };
    fail.map(level).zip(undone(run, lang))
}

impl Undone<'_> {
    /// In one line: the file, and why.
    pub fn line(&self) -> String {
        match self.path {
            Some(path) => format!("{path}: {}", self.why),
            None => self.why.clone(),
        }
    }
}

/// The id of the part of a page that names what is left out.
pub(super) const OMITTED: &str = "omitted";

/// Writes the part of a page that names what is left out, under a heading.
pub(super) fn section(html: &mut Html, heading: &str, undone: &[Undone<'_>]) {
    html.raw("<section").attr("id", OMITTED).attr("aria-labelledby", "omitted-head").raw(">\n<h2 id=\"omitted-head\">");
    html.text(heading).raw("</h2>\n<ul class=\"omitted\">\n");
    for Undone { path, why } in undone {
        html.raw("<li>");
        if let Some(path) = path {
            html.element("code", path).text(": ");
        }
        html.prose(why).raw("</li>\n");
    }
    html.raw("</ul>\n</section>\n");
}

/// The same as a list in Markdown, an item a line.
pub(super) fn list(undone: &[Undone<'_>]) -> String {
    let item = |Undone { path, why }: &Undone<'_>| {
        let path = path.map(|path| format!("{}: ", markdown::escape(path))).unwrap_or_default();
        format!("- {path}{}\n", markdown::prose(why))
    };
    undone.iter().map(item).collect()
}
