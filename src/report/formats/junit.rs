//! `junit`: XML with a test case for each document, for each finding that a deviation accepts, and for each failure of the run.
//!
//! What deviations accept has test cases of its own: readers take a test case with something skipped in it for one that was not run, and
//! would not see what failed beside it.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::findings::{Accepted, Deviation, Finding};
use crate::policy::Level;
use crate::report::Words;
use crate::report::formats::{Failures, Format};
use crate::report::message::one_line;
use crate::report::source::Source;
use crate::report::undone::{Undone, weighed};
use crate::report::xml::{HEAD, Tag, text};
use crate::workspace::Report;

/// The format.
pub(super) const FORMAT: Format = Format { failures: Failures::Named, ..Format::new("junit", write) };

/// The name of the suite, and of the class of every test case.
const SUITE: &str = "kader";

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let undone: Vec<_> = weighed(source.run, source.lang).collect();
    let totals = Totals::of(source, &undone);
    let suites = totals.on(Tag::new("testsuites").with("name", SUITE));
    let suite = totals.on(Tag::new("testsuite").with("name", SUITE)).count("skipped", totals.skipped);
    writeln!(out, "{HEAD}{}\n  {}", suites.open(), suite.open())?;
    for cases in source.each(|_, report| cases(report, source)) {
        out.write_all(cases.as_bytes())?;
    }
    for (level, undone) in &undone {
        out.write_all(failure(*level, undone).as_bytes())?;
    }
    out.write_all(b"  </testsuite>\n</testsuites>\n")
}

/// How many test cases there are, and what became of them.
#[derive(Default)]
struct Totals {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Totals {
    fn of(source: &Source<'_>, undone: &[(Level, Undone<'_>)]) -> Self {
        let reports = &source.run.reports;
        let accepted: usize = reports.iter().map(|report| source.accepted(report).count()).sum();
        let errors = undone.iter().filter(|(level, _)| *level == Level::Error).count();
        Self {
            tests: reports.len() + accepted + undone.len(),
            failures: reports.iter().filter(|report| source.run.fails(report)).count(),
            errors,
            skipped: accepted + undone.len() - errors,
        }
    }

    fn on(&self, tag: Tag) -> Tag {
        tag.count("tests", self.tests).count("failures", self.failures).count("errors", self.errors)
    }
}

fn fails(finding: &Finding, least: Option<Level>) -> bool {
    least.is_some_and(|least| finding.level >= least)
}

fn case(name: &str) -> Tag {
    Tag::new("testcase").with("classname", SUITE).with("name", name)
}

/// The test case of a document, and those of what its deviations accept.
fn cases(report: &Report, source: &Source<'_>) -> String {
    let path = &*report.name.project_path;
    let tag = case(path).with("file", path);
    let Some(words) = source.words(report) else { return format!("    {}\n", tag.empty()) };
    let inner = findings(report, source, &words);
    let mut out = match inner.as_str() {
        "" => format!("    {}\n", tag.empty()),
        inner => format!("    {}\n{inner}    </testcase>\n", tag.open()),
    };
    for accepted in source.accepted(report) {
        out.push_str(&skipped(source, &words, (path, accepted)));
    }
    out
}

/// What fails the test case, then the rest as its output.
fn findings(report: &Report, source: &Source<'_>, words: &Words<'_>) -> String {
    let least = source.run.fail_on(report);
    let (failing, others): (Vec<&Finding>, Vec<&Finding>) =
        source.shown(report).partition(|finding| fails(finding, least));
    let mut out = String::new();
    for finding in &failing {
        let tag = Tag::new("failure").with("message", &words.line(finding)).with("type", finding.code.as_str());
        // Writing to a string cannot fail.
        let _ = writeln!(out, "      {}{}</failure>", tag.open(), text(&told(finding, words)));
    }
    let all = report.judgement.findings.iter().filter(|finding| fails(finding, least)).count();
    if all > failing.len() {
        let below = [("count", (all - failing.len()).into()), ("level", source.min_severity.as_str().into())];
        let below = source.say("summary-hidden-text", &below);
        let _ = writeln!(out, "      {}", Tag::new("failure").with("message", &below).with("type", SUITE).empty());
    }
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(|finding| told(finding, words)).collect();
        let _ = writeln!(out, "      <system-out>{}</system-out>", text(&others.join("\n")));
    }
    out
}

/// `error[D109] 6:14: message`, and what helps. A line never begins with a text from a document: it could be a command to whoever reads
/// the log.
fn told(finding: &Finding, words: &Words<'_>) -> String {
    let place = finding.range.map(|range| format!(" {}:{}", range.start.line, range.start.column)).unwrap_or_default();
    format!("{}[{}]{place}: {}", finding.level, finding.code, words.advice(finding))
}

fn skipped(source: &Source<'_>, words: &Words<'_>, (path, (accepted, by)): (&str, (&Accepted, &Deviation))) -> String {
    let finding = &accepted.finding;
    let case = case(&format!("{path}: {} {}", finding.code, finding.subject())).with("file", path).open();
    let skipped = Tag::new("skipped").with("message", &source.reason(by)).open();
    format!("    {case}\n      {skipped}{}</skipped>\n    </testcase>\n", text(&told(finding, words)))
}

/// A failure of the run is an error; one that only concerns the context was not checked, and nothing more.
fn failure(level: Level, Undone { path, why }: &Undone<'_>) -> String {
    let case = path.map_or_else(|| case(SUITE), |path| case(path).with("file", path)).open();
    let name = if level == Level::Error { "error" } else { "skipped" };
    let tag = Tag::new(name).with("message", &one_line(why));
    let tag = if level == Level::Error { tag.with("type", SUITE) } else { tag };
    format!("    {case}\n      {}\n    </testcase>\n", tag.empty())
}
