//! `markdown`: a table a policy, for people who put it into a document of their own.

use std::io::{self, Write};

use super::totals::Totals;
use super::{NOTHING, Source, View};
use crate::assess::overview::Row;
use crate::report::markdown::{escape, head, row as line};
use crate::report::undone::list;

/// Writes the overview.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    writeln!(out, "# {}\n", source.plain("overview-title"))?;
    writeln!(out, "{}", source.say("overview-as-of", &[("day", source.run.rulebooks.as_of.to_string().into())]))?;
    for view in source.sections() {
        let totals = Totals::of_one(&view);
        writeln!(out, "\n## {}\n", escape(view.policy.title(view.lang)))?;
        let counted = [("partners", totals.partners.into()), ("rows", totals.rows.into())];
        writeln!(out, "{}\n", source.say("overview-counted", &counted))?;
        let columns = COLUMNS.iter().filter(|column| view.shows(column));
        let columns = columns.map(|column| view.of_units("overview-column", ("column", column)));
        out.write_all(head(&columns.collect::<Vec<_>>()).as_bytes())?;
        view.section.rows.iter().try_for_each(|row| out.write_all(line(&cells(&view, row)).as_bytes()))?;
    }
    if source.overview.sections.is_empty() {
        writeln!(out, "\n{}", source.plain("overview-nothing"))?;
    }
    let undone = source.undone();
    if !undone.is_empty() {
        write!(out, "\n## {}\n\n{}", source.plain("overview-omitted"), list(&undone))?;
    }
    writeln!(out, "\n{}", source.plain("overview-about-outcome"))
}

const COLUMNS: [&str; 9] =
    ["name", "task", "profile", "regions", "talking", "assessment", "adoption", "outcome", "evaluation"];

fn cells(view: &View<'_>, row: &Row) -> Vec<String> {
    let partner = match view.partner(row) {
        (name, Some(beside)) => format!("{} ({})", escape(&name), escape(&beside)),
        (name, None) => escape(&name),
    };
    let adoption = if row.adoption.is_empty() { NOTHING.to_owned() } else { view.codes(&row.adoption, " ") };
    let cells = [
        view.label_or_nothing(row.task).to_owned(),
        view.label_or_nothing(row.profile).to_owned(),
        view.short(&row.regions),
        view.short(&row.conversation),
        view.verdict(row.verdict),
        adoption,
        view.outcomes(row),
        View::date(row.evaluation),
    ];
    let cells = std::iter::once(partner).chain(cells.iter().map(|cell| escape(cell)));
    COLUMNS.iter().zip(cells).filter(|(column, _)| view.shows(column)).map(|(_, cell)| cell).collect()
}
