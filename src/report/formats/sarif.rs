//! `sarif`, version 2.1.0: the format of OASIS for results of static analysis, as GitHub's code scanning and others read it.

mod place;
mod quota;
mod result;
mod rule;

use std::io::{self, Write};

use serde::Serialize;

use crate::policy::Level;
use crate::report::formats::{Failures, Format};
use crate::report::json::{Lines, Summary};
use crate::report::message::one_line;
use crate::report::source::Source;
use crate::report::undone::weighed;
use crate::workspace::Counts;

use place::{Artifact, BASE, Location, Text};
use quota::Quota;
use rule::Rules;

/// The format.
pub const FORMAT: Format = Format { failures: Failures::Named, guards_itself: true, ..Format::new("sarif", write) };

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
const VERSION: &str = "2.1.0";
/// What ends a line, the longest first.
const NEWLINES: [&str; 3] = ["\r\n", "\n", "\r"];

/// Writes the report: one run.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut lines = Lines::object(out)?;
    lines.member("$schema", &SCHEMA)?;
    lines.member("version", &VERSION)?;
    lines.within_list("runs", |lines| run(lines, source))?;
    lines.close()
}

fn run(lines: &mut Lines<'_>, source: &Source<'_>) -> io::Result<()> {
    let (rules, quota) = (Rules::of(source), Quota::of(source));
    lines.within("tool", |lines| {
        lines.within("driver", |lines| {
            lines.member("name", &"kader")?;
            lines.member("version", &env!("CARGO_PKG_VERSION"))?;
            lines.member("semanticVersion", &env!("CARGO_PKG_VERSION"))?;
            lines.member("language", &source.lang.as_str())?;
            lines.list_of_lines("rules", rules.lines(source))
        })
    })?;
    lines.member("language", &source.lang.as_str())?;
    lines.member("columnKind", &"unicodeCodePoints")?;
    lines.member("newlineSequences", &NEWLINES)?;
    lines.within("originalUriBaseIds", |lines| lines.member(BASE, &base(source)))?;
    lines.within_list("invocations", |lines| invocation(lines, source, quota.left_out))?;
    lines.list_of_lines("results", result::lines(source, &rules, &quota))?;
    lines.member("properties", &Properties::of(source))
}

/// What relative paths start from; where that is on this machine is nobody's business.
#[derive(Serialize)]
struct Base {
    description: Text,
}

fn base(source: &Source<'_>) -> Base {
    Base { description: Text::new(source.say("sarif-base", &[])) }
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
}

fn invocation(lines: &mut Lines<'_>, source: &Source<'_>, left_out: usize) -> io::Result<()> {
    let run = source.run;
    lines.member("executionSuccessful", &!run.failed())?;
    let undone = weighed(run, source.lang).map(|(severity, undone)| Notification {
        level: level(severity),
        message: Text::message(&one_line(&undone.why)),
        locations: undone.path.map(|path| Location::new(&Artifact::new(path), None)).into_iter().collect(),
    });
    let most = ("most", quota::MOST.into());
    let rest = (left_out > 0).then(|| Notification {
        level: level(Level::Warning),
        message: Text::new(source.say("sarif-rest", &[("count", left_out.into()), most])),
        locations: Vec::new(),
    });
    lines.list("toolExecutionNotifications", undone.chain(rest))
}

/// A policy by which documents were judged.
#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    version: &'a str,
}

/// What SARIF has no place for: the day of judgement, the policies, and the counts of the whole run.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Properties<'a> {
    as_of: String,
    policies: Vec<Named<'a>>,
    #[serde(flatten)]
    summary: Summary,
}

impl<'a> Properties<'a> {
    fn of(source: &Source<'a>) -> Self {
        let run = source.run;
        let used = |at: usize| run.reports.iter().any(|report| report.judgement.policy == Some(at));
        let policies = run.rulebooks.policies.iter().enumerate().filter(|(at, _)| used(*at));
        Self {
            as_of: run.rulebooks.as_of.to_string(),
            policies: policies
                .map(|(_, loaded)| Named { id: loaded.policy.id(), version: loaded.policy.version() })
                .collect(),
            summary: Summary::from(Counts::of(run)),
        }
    }
}

/// SARIF's word for a level.
fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info | Level::Hint => "note",
    }
}
