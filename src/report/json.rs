//! `json`, version 1: written from frozen structs of its own, one document at a time.

mod escape;
mod v1;

use std::io::{self, Write};

use crate::findings::Finding;
use crate::policy::{Lang, Level};
use crate::report::Words;
use crate::report::undone::{Undone, undone};
use crate::workspace::{Counts, Failure, Report, Run, Threads};

use v1::{Document, Summary};
pub(super) use v1::{Range, Tool};

/// What a `json` report is made of.
pub struct Source<'a> {
    /// The run.
    pub run: &'a Run,
    /// The language of the texts.
    pub lang: Lang,
    /// Findings below this level are left out of the documents; the summary counts them all the same.
    pub min_severity: Level,
    /// The threads on which documents are put into words.
    pub threads: &'a Threads,
    /// The words of a failure.
    pub failure: &'a (dyn Fn(&Failure) -> String + Sync),
}

/// How many documents are put into words at once.
const AT_ONCE: usize = 64;

/// Writes the report. Documents are written in turn, so that a large run needs no second copy in memory.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let run = source.run;
    let mut head = format!("{{\n  \"version\": {},\n  \"tool\": ", v1::VERSION).into_bytes();
    escape::write(&mut head, &v1::Tool::THIS)?;
    write!(head, ",\n  \"asOf\": \"{}\",\n  \"documents\": [", run.rulebooks.as_of)?;
    out.write_all(&head)?;
    let mut between = "\n    ";
    for some in source.run.reports.chunks(AT_ONCE) {
        for document in source.threads.map(some.iter().collect(), |report| line(report, source)) {
            out.write_all(between.as_bytes())?;
            out.write_all(&document?)?;
            between = ",\n    ";
        }
    }
    out.write_all(if source.run.reports.is_empty() { b"],\n" } else { b"\n  ],\n" })?;
    let failures = failures(run, source.lang, source.failure);
    let mut rest = b"  \"failures\": ".to_vec();
    escape::write(&mut rest, &failures)?;
    rest.extend(b",\n  \"rules\": ");
    escape::write(&mut rest, &v1::Rules::of(&run.rules()))?;
    rest.extend(b",\n  \"summary\": ");
    escape::write(&mut rest, &Summary::from(Counts::of(source.run)))?;
    rest.extend(b"\n}\n");
    out.write_all(&rest)
}

/// What could not be done in a run: faults of configurations first.
pub(super) fn failures<'a>(run: &'a Run, lang: Lang, failure: &dyn Fn(&Failure) -> String) -> Vec<v1::Failure<'a>> {
    let undone = undone(run, lang, failure).into_iter();
    undone.map(|Undone { path, why }| v1::Failure { path, message: why }).collect()
}

/// Writes a value of another command on one line, with nothing that a terminal would act on.
///
/// # Errors
/// Those of the writer.
pub fn line_of<T: serde::Serialize>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    let mut line = Vec::new();
    escape::write(&mut line, value)?;
    out.write_all(&line)
}

/// A document's line.
fn line(report: &Report, source: &Source<'_>) -> io::Result<Vec<u8>> {
    // About as much as a finding with two related places takes, so that the line seldom has to move.
    let mut line = Vec::with_capacity(1024 + 1536 * report.judgement.findings.len());
    escape::write(&mut line, &document(report, source))?;
    Ok(line)
}

fn document<'a>(report: &'a Report, source: &Source<'a>) -> Document<'a> {
    let judgement = &report.judgement;
    let index = judgement.policy.unwrap_or_default();
    let policy = source.run.rulebooks.policies.get(index).map(|loaded| &loaded.policy);
    let path: &str = &report.name.project_path;
    let around = &source.run.around;
    let page = policy.map(|policy| v1::Page { path, words: Words { policy, lang: source.lang }, around });
    let shown = |finding: &Finding| finding.level >= source.min_severity;
    let findings = judgement.findings.iter().filter(|finding| shown(finding));
    let accepted = judgement.accepted().filter(|(accepted, _)| shown(&accepted.finding));
    Document {
        path,
        id: judgement.id.as_deref(),
        policy: judgement.policy.and(policy).map(v1::PolicyId::of),
        findings: page
            .as_ref()
            .map(|page| findings.map(|finding| v1::Finding::of(finding, page)).collect())
            .unwrap_or_default(),
        deviations: page
            .as_ref()
            .map(|page| accepted.map(|(accepted, by)| v1::Deviation::of(accepted, by, page)).collect())
            .unwrap_or_default(),
    }
}
