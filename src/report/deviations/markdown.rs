//! `markdown`: the register as a table, and below it what the deviations accept.

use std::io::{self, Write};

use super::sheet::below;
use super::{Row, Source};
use crate::report::markdown::{escape, head, row as line};

/// Writes the register.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let rows = source.rows();
    let title = source.say("deviations-title", &[("day", source.as_of().to_string().into())]);
    writeln!(out, "# {}", escape(&title))?;
    if let Some(choice) = source.choice() {
        writeln!(out, "\n{}", escape(&choice))?;
    }
    if source.counts {
        writeln!(out, "\n{}", escape(&source.summary(&rows)))?;
    }
    if rows.is_empty() {
        return Ok(());
    }
    let columns = ["document", "rule", "place", "reason", "approved", "until", "state", "accepts"];
    let columns = columns.map(|column| source.say("deviations-column", &[("column", column.into())]));
    write!(out, "\n{}", head(&columns))?;
    for row in &rows {
        out.write_all(line(&cells(source, *row)).as_bytes())?;
    }
    accepted(out, source, &rows)
}

fn cells(source: &Source<'_>, row: Row<'_>) -> [String; 8] {
    let entry = row.entry;
    let text = |text: Option<&str>| text.map(escape).unwrap_or_default();
    let rule = match (row.rule(), row.title(source.lang)) {
        (Some(rule), Some(title)) => format!("{} {}", rule.code, escape(&title)),
        _ => text(entry.written.as_deref()),
    };
    [
        escape(&row.report.name.project_path),
        rule,
        escape(&below(source, row)),
        text(entry.reason.as_deref()),
        text(entry.approved_by.as_deref()),
        text(entry.until.as_ref().map(|(day, _)| &**day)),
        escape(&source.state(entry.state)),
        row.accepts().count().to_string(),
    ]
}

/// What each deviation accepts; nothing where none accepts anything.
fn accepted(out: &mut dyn Write, source: &Source<'_>, rows: &[Row<'_>]) -> io::Result<()> {
    let mut began = false;
    for row in rows.iter().filter(|row| row.accepts().next().is_some()) {
        if !began {
            write!(out, "\n## {}\n", source.say("deviations-accepted", &[]))?;
            began = true;
        }
        let code = row.rule().map(|rule| rule.code.to_string()).unwrap_or_default();
        let (path, pointer) = (escape(&row.report.name.project_path), row.entry.pointer());
        write!(out, "\n### {path}: {code} ({pointer})\n\n")?;
        let words = row.words(source.lang);
        for finding in row.accepts() {
            writeln!(out, "- {} ({})", escape(&words.message(finding)), escape(finding.subject()))?;
        }
    }
    Ok(())
}
