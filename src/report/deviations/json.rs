//! `json`, version 1: frozen structs of its own. Their names and order are a promise; see `schemas/deviations.schema.json`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Row, Source};
use crate::findings::State;
use crate::report::json::{Lines, Range, failures};
use crate::report::short::Finding;

/// The version of the format.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Deviation<'a> {
    path: &'a str,
    id: Option<&'a str>,
    policy: Option<&'a str>,
    pointer: String,
    code: Option<&'a str>,
    rule: Option<&'a str>,
    written: Option<&'a str>,
    scope: Option<&'a str>,
    reason: Option<&'a str>,
    approved_by: Option<&'a str>,
    until: Option<&'a str>,
    state: &'static str,
    range: Option<Range>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    documents: usize,
    deviations: usize,
    accepted: usize,
    in_force: usize,
    unused: usize,
    expired: usize,
    not_current: usize,
    not_allowed: usize,
    unknown_rule: usize,
    faulty: usize,
}

/// Writes the register, a deviation a line.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let rows = source.rows();
    let mut lines = Lines::report(out, VERSION, source.as_of())?;
    lines.member("dueWithin", &source.due_within)?;
    lines.list("deviations", rows.iter().map(|row| deviation(source, *row)))?;
    lines.member("failures", &failures(source.run, source.lang))?;
    lines.member("summary", &summary(source, &rows))?;
    lines.close()
}

fn deviation<'a>(source: &Source<'a>, row: Row<'a>) -> Deviation<'a> {
    let Row { report, entry, policy } = row;
    let rule = row.rule();
    let words = row.words(source.lang);
    Deviation {
        path: &report.name.project_path,
        id: report.judgement.id.as_deref(),
        policy: report.judgement.policy.map(|_| policy.id()),
        pointer: entry.pointer(),
        code: rule.map(|rule| rule.code.as_str()),
        rule: rule.map(|rule| &*rule.name),
        written: entry.written.as_deref(),
        scope: entry.path.as_deref(),
        reason: entry.reason.as_deref(),
        approved_by: entry.approved_by.as_deref(),
        until: entry.until.as_ref().map(|(day, _)| &**day),
        state: entry.state.as_str(),
        range: entry.range.map(Range::of),
        findings: row.accepts().map(|finding| Finding::of(finding, words)).collect(),
    }
}

fn summary(source: &Source<'_>, rows: &[Row<'_>]) -> Summary {
    let count = |state: State| rows.iter().filter(|row| row.entry.state == state).count();
    Summary {
        documents: source.run.reports.len(),
        deviations: rows.len(),
        accepted: rows.iter().map(|row| row.accepts().count()).sum(),
        in_force: count(State::InForce),
        unused: count(State::Unused),
        expired: count(State::Expired),
        not_current: count(State::NotCurrent),
        not_allowed: count(State::NotAllowed),
        unknown_rule: count(State::Unknown),
        faulty: count(State::Faulty),
    }
}
