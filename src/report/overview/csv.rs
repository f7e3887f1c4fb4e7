//! `csv` (RFC 4180): a line a row, identifiers instead of labels, so that it does not depend on the language.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Source, View};
use crate::assess::glance::{By, Verdict};
use crate::assess::overview::Row;
use crate::model::keys;

/// The columns that are no keys of documents.
const TALKING: &str = "inGesprek";
const OUTCOME: &str = "uitkomst";

/// The names of the columns.
const COLUMNS: [&str; 11] = [
    keys::PARTNER,
    keys::PART_OF,
    keys::CORE_TASK,
    keys::PROFILE,
    keys::REGIONS,
    TALKING,
    keys::ASSESSMENT,
    keys::DATE,
    keys::ADOPTION,
    OUTCOME,
    keys::EVALUATION,
];

/// Writes the overview.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    line(out, COLUMNS.map(str::to_owned))?;
    source.sections().try_for_each(|view| view.section.rows.iter().try_for_each(|row| line(out, cells(&view, row))))
}

fn cells(view: &View<'_>, row: &Row) -> [String; 11] {
    let name = |term| view.policy.name(term).to_owned();
    let outcomes: Vec<&str> = row.outcomes.iter().map(|term| view.policy.name(*term)).collect();
    let date = |date: Option<crate::policy::calendar::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    [
        row.names.join("; "),
        row.part_of.join("; "),
        row.task.map(name).unwrap_or_default(),
        row.profile.map(name).unwrap_or_default(),
        view.codes(&row.regions, " "),
        view.codes(&row.conversation, " "),
        row.verdict.map(|verdict| said(view, verdict)).unwrap_or_default(),
        date(row.verdict.and_then(|verdict| verdict.date)),
        view.codes(&row.adoption, " "),
        outcomes.join(" "),
        date(row.evaluation),
    ]
}

/// Who spoke, and what was said.
fn said(view: &View<'_>, verdict: Verdict) -> String {
    let by = match verdict.by {
        By::Standpoint => keys::STANDPOINT,
        By::Advice => keys::ADVICE,
    };
    format!("{by} {}", view.policy.name(verdict.outcome))
}

fn line(out: &mut dyn Write, cells: [String; 11]) -> io::Result<()> {
    let cells = cells.map(|cell| quoted(&harmless(&cell)).into_owned());
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what one would.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\"")).into()
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{harmless, quoted};

    fn cell(text: &str) -> String {
        quoted(&harmless(text)).into_owned()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(cell("Waterschap, \"De Sluis\""), "\"Waterschap, \"\"De Sluis\"\"\"");
        assert_eq!(cell("a\nb"), "\"a\nb\"");
        assert_eq!(cell("gewoon; zo"), "gewoon; zo");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for sign in ["=", "+", "-", "@", "\t"] {
            assert_eq!(cell(&format!("{sign}1+1")), format!("'{sign}1+1"));
        }
        assert_eq!(cell("\r=1"), "\"'\r=1\"");
        assert_eq!(cell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        assert_eq!(cell("Brand=weer"), "Brand=weer");
    }
}
