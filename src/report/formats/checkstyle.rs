//! `checkstyle`: XML with an element for each document, and in it one for each of its findings.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::findings::Finding;
use crate::policy::Level;
use crate::report::Words;
use crate::report::formats::Format;
use crate::report::source::Source;
use crate::report::xml::{HEAD, Tag};
use crate::workspace::Report;

/// The format.
pub(super) const FORMAT: Format = Format::new("checkstyle", write);

/// The version of Checkstyle of which readers expect the form.
const VERSION: &str = "4.3";

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    writeln!(out, "{HEAD}{}", Tag::new("checkstyle").with("version", VERSION).open())?;
    for document in source.each(|_, report| document(report, source)) {
        out.write_all(document.as_bytes())?;
    }
    out.write_all(b"</checkstyle>\n")
}

fn document(report: &Report, source: &Source<'_>) -> String {
    let tag = Tag::new("file").with("name", &report.name.project_path);
    let words = source.words(report);
    let mut errors =
        words.iter().flat_map(|words| source.shown(report).map(|finding| error(finding, words))).peekable();
    if errors.peek().is_none() {
        return format!("  {}\n", tag.empty());
    }
    let mut out = format!("  {}\n", tag.open());
    for error in errors {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "    {error}");
    }
    out + "  </file>\n"
}

/// The element of a finding; one about the file as a whole stands at 1:1.
fn error(finding: &Finding, words: &Words<'_>) -> String {
    let (line, column) = finding.range.map_or((1, 1), |range| (range.start.line, range.start.column));
    let severity = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info | Level::Hint => "info",
    };
    Tag::new("error")
        .with("line", &line.to_string())
        .with("column", &column.to_string())
        .with("severity", severity)
        .with("message", &words.line(finding))
        .with("source", &format!("kader.{}", finding.code))
        .empty()
}
