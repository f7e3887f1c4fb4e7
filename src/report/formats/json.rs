//! `json`, version 1: written from frozen structs of its own, one document at a time.

use std::io::{self, Write};

use super::{Failures, Format};
use crate::report::json::v1::{self, Document};
use crate::report::json::{Line, Lines, Summary, escape, failures, findings, page};
use crate::report::source::Source;
use crate::workspace::{Counts, Report};

/// The format.
pub const FORMAT: Format = Format { failures: Failures::Named, guards_itself: true, ..Format::new("json", write) };

/// Writes the report. Documents are written in turn, so that a large run needs no second copy in memory.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let run = source.run;
    let mut lines = Lines::report(out, v1::VERSION, run.rulebooks.as_of)?;
    lines.list_of_lines("documents", source.each(|_, report| line(report, source)))?;
    lines.member("failures", &failures(run, source.lang))?;
    lines.member("rules", &v1::Rules::of(&run.rules()))?;
    lines.member("summary", &Summary::from(Counts::of(run)))?;
    lines.close()
}

/// A document's line.
fn line(report: &Report, source: &Source<'_>) -> Line {
    // About as much as a finding with two related places takes, so that the line seldom has to move.
    let mut line = Vec::with_capacity(1024 + 1536 * report.judgement.findings.len());
    escape::write(&mut line, &document(report, source))?;
    Ok(line)
}

fn document<'a>(report: &'a Report, source: &Source<'a>) -> Document<'a> {
    let judgement = &report.judgement;
    let policy = source.policy(report);
    let page = page(report, source);
    let accepted = source.accepted(report);
    Document {
        path: &report.name.project_path,
        id: judgement.id.as_deref(),
        policy: judgement.policy.and(policy).map(v1::PolicyId::of),
        findings: findings(report, source).collect(),
        deviations: page
            .as_ref()
            .map(|page| accepted.map(|(accepted, by)| v1::Deviation::of(accepted, by, page)).collect())
            .unwrap_or_default(),
    }
}
