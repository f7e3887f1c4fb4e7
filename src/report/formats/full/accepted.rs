//! Findings that the document's deviations accept: short, for they need nothing, and named all the same.

use std::io;

use crate::findings::{Accepted, Deviation};
use crate::report::Words;
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint};
use crate::report::source::Source;
use crate::report::terminal::located;
use crate::report::wrap::{columns, wrap};
use crate::text::visible_lines;
use crate::workspace::Report;

/// Writes the accepted findings of a document, followed by an empty line; nothing where there are none.
pub(super) fn write(paint: &mut Paint<'_>, source: &Source<'_>, report: &Report, words: Words<'_>) -> io::Result<()> {
    let mut any = false;
    for (accepted, by) in source.accepted(report) {
        one(paint, source, report, words, (accepted, by))?;
        any = true;
    }
    if any { paint.put(PLAIN, "\n") } else { Ok(()) }
}

fn one(
    paint: &mut Paint<'_>,
    source: &Source<'_>,
    report: &Report,
    words: Words<'_>,
    (accepted, by): (&Accepted, &Deviation),
) -> io::Result<()> {
    let finding = &accepted.finding;
    let head = format!("{}[{}]", source.say("accepted", &[]), finding.code);
    let indent = columns(&head) + 2;
    paint.put(ASIDE, &head)?;
    let message = visible_lines(&words.message(finding));
    for (index, line) in wrap(&message, source.columns().saturating_sub(indent)).iter().enumerate() {
        let before = if index == 0 { ": ".to_owned() } else { " ".repeat(indent) };
        paint.put(PLAIN, &format!("{before}{line}\n"))?;
    }
    paint.put(ASIDE, " --> ")?;
    paint.put(PLAIN, &format!("{}\n", located(&report.name.path, finding.range)))?;
    paint.put(ASIDE, "  = ")?;
    paint.put(BOLD, &format!("{}: ", source.say("accepted-reason", &[])))?;
    let indent = 4 + columns(&source.say("accepted-reason", &[])) + 2;
    let reason = wrap(&source.reason(by), source.prose().saturating_sub(indent));
    paint.put(PLAIN, &format!("{}\n", reason.join(&format!("\n{:indent$}", ""))))
}
