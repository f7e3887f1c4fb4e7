//! `jsonl`: a line a finding, as `json` has it and with the path of its document, and last a line with the counts of the run.

use std::io::{self, Write};

use serde::Serialize;

use crate::report::formats::Format;
use crate::report::json::{Finding, Summary, findings, line_of};
use crate::report::source::Source;
use crate::workspace::Counts;

/// The format.
pub const FORMAT: Format = Format { guards_itself: true, ..Format::new("jsonl", write) };

/// A finding; its names are those of `json`.
#[derive(Serialize)]
struct Found<'a> {
    path: &'a str,
    #[serde(flatten)]
    finding: Finding<'a>,
}

#[derive(Serialize)]
struct Last {
    summary: Summary,
}

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let lines = source.each(|_, report| {
        let path = &*report.name.project_path;
        let found = findings(report, source).map(|finding| line_of(&Found { path, finding }));
        found.collect::<Vec<_>>()
    });
    for line in lines.flatten() {
        out.write_all(&line?)?;
        out.write_all(b"\n")?;
    }
    out.write_all(&line_of(&Last { summary: Summary::from(Counts::of(source.run)) })?)?;
    out.write_all(b"\n")
}
