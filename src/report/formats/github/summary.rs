//! The summary of a step in GitHub's workflow: all findings, in Markdown.

use std::path::PathBuf;

use crate::findings::Finding;
use crate::report::Words;
use crate::report::formats::Beside;
use crate::report::markdown::{escape, head, prose, row};
use crate::report::source::Source;
use crate::report::summary;
use crate::report::ticks::aside_in;
use crate::report::undone::{list, undone};
use crate::system::System;

/// What is added to the summary of a step.
pub(super) const BESIDE: Beside = Beside { file, text };

/// GitHub takes no summary over 1 MiB, and what else the step wrote counts, too.
const MOST: usize = 960 * 1024;

/// The file to which the summary is added; `None` where there is no step to have one.
pub(super) fn file(system: &dyn System) -> Option<PathBuf> {
    system.env("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// The whole list of what was found and of what could not be done.
fn text(source: &Source<'_>) -> String {
    let mut counts = Vec::new();
    // Writing to memory cannot fail.
    let _ = summary::line(&mut counts, source);
    let mut out = format!("## kader\n\n{}\n", prose(String::from_utf8_lossy(&counts).trim()));
    let undone = undone(source.run, source.lang);
    if !undone.is_empty() {
        out.extend(["\n### ", &escape(&source.say("summary-failed", &[])), "\n\n", &list(&undone)]);
    }
    let found = source.run.reports.iter().map(|report| source.shown(report).count()).sum();
    if found > 0 {
        out.push_str(&table(source, found, MOST.saturating_sub(out.len())));
    }
    out
}

/// A row for each finding, and behind them how many have no room.
fn table(source: &Source<'_>, found: usize, room: usize) -> String {
    let heads = ["severity", "place", "rule", "finding"];
    let heads = heads.map(|column| source.say("github-column", &[("column", column.into())]));
    let mut out = format!("\n{}", head(&heads.map(|head| escape(&head))));
    let mut written = 0;
    let rows = source.each(|_, report| {
        let words = source.words(report);
        let row = |finding| Some(line(source, finding, (words.as_ref()?, &report.name.project_path)));
        source.shown(report).filter_map(row).collect::<Vec<String>>()
    });
    for row in rows.flatten() {
        if out.len() + row.len() > room {
            break;
        }
        out.push_str(&row);
        written += 1;
    }
    if written < found {
        out.extend(["\n", &prose(&source.count("github-more", found - written)), "\n"]);
    }
    out
}

fn line(source: &Source<'_>, finding: &Finding, (words, path): (&Words<'_>, &str)) -> String {
    let level = source.say("level", &[("level", finding.level.as_str().into())]);
    let place = finding.range.map(|range| format!(":{}:{}", range.start.line, range.start.column)).unwrap_or_default();
    let advice = words.advice_on((finding.code, &aside_in(&finding.params)));
    row(&[escape(&level), escape(&format!("{path}{place}")), finding.code.to_string(), prose(&advice)])
}
