//! `full`: a table as wide as the terminal; where that is too narrow for columns, the same below each other.

use std::io::{self, Write};

use super::totals::Totals;
use super::{NOTHING, Source, View};
use crate::assess::overview::Row;
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint};
use crate::report::terminal::MIN_WIDTH;
use crate::report::wrap::{columns, wrap};
use crate::text::visible;

/// How far rows stand in below their partner, and the room between columns.
const INDENT: usize = 2;
const GAP: usize = 2;

const COLUMNS: [&str; 7] = ["work", "regions", "talking", "assessment", "adopting", "outcome", "evaluation"];

/// The cells of a row, one for each column that the policy has: lines that belong together stand in one cell.
type Cells = Vec<Vec<String>>;

/// Writes the overview in so many columns.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>, (color, width): (bool, usize)) -> io::Result<()> {
    let width = width.max(MIN_WIDTH);
    let mut layout = Layout { paint: Paint::new(out, color), width };
    layout.line(BOLD, 0, source.plain("overview-title"))?;
    layout.line(PLAIN, 0, &source.say("overview-as-of", &[("day", source.run.rulebooks.as_of.to_string().into())]))?;
    for view in source.sections() {
        layout.paint.put(PLAIN, "\n")?;
        layout.section(&view, source.quiet)?;
    }
    if source.overview.sections.is_empty() {
        layout.paint.put(PLAIN, "\n")?;
        layout.line(PLAIN, 0, source.plain("overview-nothing"))?;
    }
    let undone = source.undone();
    if !undone.is_empty() {
        layout.paint.put(PLAIN, "\n")?;
        layout.line(BOLD, 0, source.plain("overview-omitted"))?;
        undone.iter().try_for_each(|undone| layout.line(PLAIN, INDENT, &visible(&undone.line())))?;
    }
    if source.overview.rows().any(|row| !row.outcomes.is_empty()) {
        layout.paint.put(PLAIN, "\n")?;
        layout.line(ASIDE, 0, source.plain("overview-about-outcome"))?;
    }
    layout.paint.flush()
}

struct Layout<'w> {
    paint: Paint<'w>,
    width: usize,
}

impl Layout<'_> {
    /// Text that goes on below itself where it is too long.
    fn line(&mut self, style: &'static str, indent: usize, text: &str) -> io::Result<()> {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.paint.put(PLAIN, &" ".repeat(indent))?;
            self.paint.put(style, &format!("{line}\n"))?;
        }
        Ok(())
    }

    fn section(&mut self, view: &View<'_>, quiet: bool) -> io::Result<()> {
        self.line(BOLD, 0, &visible(view.policy.title(view.lang)))?;
        if !quiet {
            let totals = Totals::of_one(view);
            let counted = [("partners", totals.partners.into()), ("rows", totals.rows.into())];
            self.line(PLAIN, 0, &view.say("overview-counted", &counted))?;
        }
        let head = |column: &&str| view.of_units("overview-column", ("column", column));
        let heads: Vec<String> = COLUMNS.iter().filter(|column| view.shows(column)).map(head).collect();
        let rows: Vec<Cells> = view.section.rows.iter().map(|row| cells(view, row)).collect();
        let widths = widths(&heads, &rows, self.width - INDENT);
        if let Some(widths) = &widths {
            self.paint.put(PLAIN, "\n")?;
            self.columns(ASIDE, &heads.iter().map(|head| vec![head.clone()]).collect(), widths)?;
        }
        let mut last = None;
        for (row, cells) in view.section.rows.iter().zip(&rows) {
            let partner = (row.partner, view.partner(row));
            if last.as_ref() != Some(&partner) {
                self.paint.put(PLAIN, "\n")?;
                self.partner(view, &partner.1)?;
                last = Some(partner);
            } else if widths.is_none() {
                self.paint.put(PLAIN, "\n")?;
            }
            match &widths {
                Some(widths) => self.columns(PLAIN, cells, widths)?,
                None => self.record(&heads, cells)?,
            }
        }
        Ok(())
    }

    fn partner(&mut self, view: &View<'_>, (name, beside): &(String, Option<String>)) -> io::Result<()> {
        let name = visible(name).into_owned();
        let Some(beside) = beside else { return self.line(BOLD, 0, &name) };
        let beside = visible(beside).into_owned();
        self.line(BOLD, 0, &view.say("overview-beside", &[("name", name.into()), ("beside", beside.into())]))
    }

    fn columns(&mut self, style: &'static str, cells: &Cells, widths: &[usize]) -> io::Result<()> {
        let wrapped: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or_default();
        for at in 0..height {
            self.paint.put(PLAIN, &" ".repeat(INDENT))?;
            for (cell, width) in wrapped.iter().zip(widths) {
                let text = cell.get(at).map_or("", String::as_str);
                self.paint.put(style, text)?;
                self.paint.put(PLAIN, &" ".repeat(width + GAP - columns(text).min(*width)))?;
            }
            self.paint.put(PLAIN, "\n")?;
        }
        Ok(())
    }

    /// The cells of a row below each other, each behind its head.
    fn record(&mut self, heads: &[String], cells: &Cells) -> io::Result<()> {
        let widest = heads.iter().map(|head| columns(head)).max().unwrap_or_default();
        let column = INDENT + widest + GAP;
        for (head, cell) in heads.iter().zip(cells).filter(|(_, cell)| cell.iter().any(|line| line != NOTHING)) {
            for (at, line) in lines(cell, self.width.saturating_sub(column)).iter().enumerate() {
                let before = if at == 0 { head } else { "" };
                self.paint.put(ASIDE, &format!("{:INDENT$}{before}", ""))?;
                self.paint.put(PLAIN, &format!("{:1$}{line}\n", "", column - INDENT - columns(before)))?;
            }
        }
        Ok(())
    }
}

fn lines(cell: &[String], width: usize) -> Vec<String> {
    cell.iter().flat_map(|line| wrap(line, width)).collect()
}

/// The widths of columns that hold their longest words; what is left goes to those that would be the highest. `None` where it is too
/// narrow for that.
fn widths(heads: &[String], rows: &[Cells], width: usize) -> Option<Vec<usize>> {
    let cells = |at: usize| {
        let head = std::iter::once(&heads[at]);
        head.chain(rows.iter().filter_map(move |cells| cells.get(at)).flatten())
    };
    let words = |at: usize| cells(at).flat_map(|text| text.split(' ')).map(columns).max().unwrap_or_default();
    let mut widths: Vec<usize> = (0..heads.len()).map(words).collect();
    let wished = (0..heads.len()).map(|at| cells(at).map(|text| columns(text)).max().unwrap_or_default());
    let wished: Vec<usize> = wished.collect();
    let taken = widths.iter().sum::<usize>() + GAP * (widths.len() - 1);
    let mut left = width.checked_sub(taken)?;
    // What every row has comes first: two lines, where they fit.
    let first = left.min(wished[0] - widths[0]);
    widths[0] += first;
    left -= first;
    while left > 0 {
        // The column whose text would take the most lines gets the next one.
        let most = (0..widths.len()).filter(|at| widths[*at] < wished[*at]);
        let Some(at) = most.max_by_key(|at| (wished[*at] / widths[*at].max(1), usize::MAX - at)) else { break };
        widths[at] += 1;
        left -= 1;
    }
    Some(widths)
}

fn cells(view: &View<'_>, row: &Row) -> Cells {
    let adoption = if row.adoption.is_empty() { NOTHING.to_owned() } else { view.codes(&row.adoption, " ") };
    let work = [row.task, row.profile].map(|term| view.label_or_nothing(term).to_owned());
    let cells = [
        work.to_vec(),
        vec![view.short(&row.regions)],
        vec![view.short(&row.conversation)],
        vec![view.verdict(row.verdict)],
        vec![adoption],
        vec![view.outcomes(row)],
        vec![View::date(row.evaluation)],
    ];
    COLUMNS.iter().zip(cells).filter(|(column, _)| view.shows(column)).map(|(_, cell)| cell).collect()
}
