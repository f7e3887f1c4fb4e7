//! `json`, version 1: written from frozen structs of its own, one document at a time.

mod escape;
mod lines;
mod v1;

use std::io::{self, Write};

use crate::policy::Lang;
use crate::report::Words;
use crate::report::format::{Failures, Format};
use crate::report::source::Source;
use crate::report::undone::{Undone, undone};
use crate::workspace::{Counts, Report, Run};

pub use lines::Lines;
pub(super) use v1::Range;
use v1::{Document, Summary};
pub use v1::{PolicyId, Tool};

/// The format.
pub const FORMAT: Format = Format { word: "json", write, failures: Failures::Named, for_people: false };

/// How many documents are put into words at once.
const AT_ONCE: usize = 64;

/// Writes the report. Documents are written in turn, so that a large run needs no second copy in memory.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let run = source.run;
    let mut lines = Lines::report(out, v1::VERSION, run.rulebooks.as_of)?;
    let at_once = |some: &[Report]| source.threads.map(some.iter().collect(), |report| line(report, source));
    lines.list_of_lines("documents", run.reports.chunks(AT_ONCE).flat_map(at_once))?;
    lines.member("failures", &failures(run, source.lang))?;
    lines.member("rules", &v1::Rules::of(&run.rules()))?;
    lines.member("summary", &Summary::from(Counts::of(run)))?;
    lines.close()
}

/// What could not be done in a run: faults of configurations first.
pub(super) fn failures(run: &Run, lang: Lang) -> Vec<v1::Failure<'_>> {
    let undone = undone(run, lang).into_iter();
    undone.map(|Undone { path, why }| v1::Failure { path, message: why }).collect()
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
    let policy = source.policy(report);
    let path: &str = &report.name.project_path;
    let around = &source.run.around;
    let page = policy.map(|policy| v1::Page { path, words: Words { policy, lang: source.lang }, around });
    let (findings, accepted) = (source.shown(report), source.accepted(report));
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
