//! `gitlab`: the report of code quality that GitLab shows in a merge request.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::findings::Finding;
use crate::findings::fingerprint::Fingerprint;
use crate::policy::Level;
use crate::report::Words;
use crate::report::formats::Format;
use crate::report::json::{line_of, list};
use crate::report::source::Source;

/// The format.
pub(super) const FORMAT: Format = Format { guards_itself: true, ..Format::new("gitlab", write) };

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let again = again(source);
    let lines = source.each(|document, report| {
        let (path, words) = (&*report.name.project_path, source.words(report));
        let line = |(at, finding): (usize, &Finding)| {
            let again = again.get(&(document, at)).copied();
            Some(line_of(&issue(finding, words.as_ref()?, (path, again))))
        };
        source.shown(report).enumerate().filter_map(line).collect::<Vec<_>>()
    });
    list(out, 0, lines.flatten())?;
    out.write_all(b"\n")
}

/// GitLab takes findings with one fingerprint for one, and documents of several projects may have a fingerprint in common. So those that
/// come second and later have a number here: by the numbers of their document, and of what is shown of it.
fn again(source: &Source<'_>) -> HashMap<(usize, usize), usize> {
    let mut seen: HashMap<Fingerprint, usize> = HashMap::new();
    let mut again = HashMap::new();
    for (document, report) in source.run.reports.iter().enumerate() {
        for (at, finding) in source.shown(report).enumerate() {
            let number = seen.entry(finding.fingerprint).or_default();
            *number += 1;
            if *number > 1 {
                again.insert((document, at), *number);
            }
        }
    }
    again
}

fn issue<'a>(finding: &'a Finding, words: &Words<'_>, (path, again): (&'a str, Option<usize>)) -> Issue<'a> {
    let (begin, end) = finding.range.map_or((1, 1), |range| (range.start.line, range.end.line));
    let fingerprint = finding.fingerprint;
    Issue {
        description: words.line(finding),
        check_name: finding.code.as_str(),
        fingerprint: again.map_or_else(|| fingerprint.to_string(), |number| format!("{fingerprint}-{number}")),
        severity: severity(finding.level),
        location: Location { path, lines: Lines { begin, end } },
    }
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "critical",
        Level::Warning => "major",
        Level::Info => "minor",
        Level::Hint => "info",
    }
}
