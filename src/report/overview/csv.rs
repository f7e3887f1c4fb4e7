//! `csv` (RFC 4180): a line a row, identifiers instead of labels, so that it does not depend on the language.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Source, View};
use crate::assess::glance::{By, Verdict};
use crate::assess::overview::Row;
use crate::model::keys;
use crate::text::escape::is_hidden;
use crate::text::visible_lines;

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
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    line(out, COLUMNS.map(str::to_owned))?;
    source.sections().try_for_each(|view| view.section.rows.iter().try_for_each(|row| line(out, cells(&view, row))))
}

fn cells(view: &View<'_>, row: &Row) -> [String; 11] {
    let name = |term| view.policy.name(term).to_owned();
    let outcomes: Vec<&str> = row.outcomes.iter().map(|term| view.policy.name(*term)).collect();
    let date = |date: Option<crate::policy::calendar::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    [
        row.called().0.join("; "),
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

/// A cell with what hides or steers shown as visible escapes, and with nothing that a spreadsheet takes for a formula: an apostrophe stands
/// before each part that would begin one, whatever blank or hidden character stands ahead of the sign. Some spreadsheets take what stands
/// behind a semicolon for a cell of its own, and texts that share a cell have one between them: each of them is a part.
fn harmless(text: &str) -> String {
    let part = |part: &str| {
        let first = part.chars().find(|char| !char.is_whitespace() && !is_hidden(*char));
        let starts = first.is_some_and(|char| FORMULA.contains(&char));
        format!("{}{}", if starts { "'" } else { "" }, visible_lines(part))
    };
    text.split(';').map(part).collect::<Vec<_>>().join(";")
}

/// The signs with which formulas begin, in full width, too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([',', ';', '"', '\r', '\n']) {
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
        assert_eq!(cell("gewoon; zo"), "\"gewoon; zo\"");
        assert_eq!(cell("gewoon zo"), "gewoon zo");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for sign in ["=", "+", "-", "@", "＝"] {
            assert_eq!(cell(&format!("{sign}1+1")), format!("'{sign}1+1"));
            for ahead in [" ", "\u{A0}", "\u{3000}"] {
                assert_eq!(cell(&format!("{ahead}{sign}1")), format!("'{ahead}{sign}1"));
            }
            for ahead in ["\n", "\n \n"] {
                assert_eq!(cell(&format!("{ahead}{sign}1")), format!("\"'{ahead}{sign}1\""));
            }
            for (ahead, shown) in [("\t", "\\u{9}"), ("\r", "\\u{D}"), ("\u{202E}", "\\u{202E}"), ("\0", "\\u{0}")] {
                assert_eq!(cell(&format!("{ahead}{sign}1")), format!("'{shown}{sign}1"));
            }
            assert_eq!(cell(&format!("naam; {sign}1;{sign}2")), format!("\"naam;' {sign}1;'{sign}2\""));
        }
        assert_eq!(cell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        assert_eq!(cell("Brand=weer"), "Brand=weer");
    }

    #[test]
    fn texts_that_share_a_cell_are_guarded_each() {
        assert_eq!(harmless("Ketel; =1; -2"), "Ketel;' =1;' -2");
        assert_eq!(harmless("Ketel;' =1"), "Ketel;' =1");
        assert_eq!(harmless(""), "");
    }

    #[test]
    fn nothing_that_hides_or_steers_comes_through() {
        assert_eq!(cell("a\u{1B}[31m\u{202E}b\tc"), "a\\u{1B}[31m\\u{202E}b\\u{9}c");
    }
}
