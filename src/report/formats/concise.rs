//! `concise`: one line a finding, `path:line:column: severity[CODE] message`.

use std::io::{self, Write};

use crate::findings::Finding;
use crate::report::Words;
use crate::report::formats::Format;
use crate::report::paint::{PLAIN, Paint, of_level};
use crate::report::source::Source;
use crate::report::{statistics, summary};
use crate::text::visible;

/// The format.
pub const FORMAT: Format = Format { counts_by_rule: true, ..Format::new("concise", whole) };

fn whole(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    write(out, source)?;
    statistics::within(out, source, true)?;
    if source.quiet { Ok(()) } else { summary::line(out, source) }
}

/// Writes the findings. The severity is the word of the options, whatever the language; a finding about the file as a whole stands at 1:1.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut paint = Paint::new(out, source.color);
    for report in &source.run.reports {
        let Some(words) = source.words(report) else { continue };
        let path = visible(&report.name.path);
        for finding in source.shown(report) {
            line(&mut paint, &path, finding, &words)?;
        }
    }
    paint.flush()
}

fn line(paint: &mut Paint<'_>, path: &str, finding: &Finding, words: &Words<'_>) -> io::Result<()> {
    let (line, column) = finding.range.map_or((1, 1), |range| (range.start.line, range.start.column));
    paint.put(PLAIN, &format!("{path}:{line}:{column}: "))?;
    paint.put(of_level(finding.level), &format!("{}[{}]", finding.level, finding.code))?;
    paint.put(PLAIN, &format!(" {}\n", words.line(finding)))
}
