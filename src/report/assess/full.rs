//! An assessment for people on a terminal: a page a document.

use std::io::{self, Write};

use super::Source;
use super::told::{Cooperating, Document, Ticks};
use super::totals::totals;
use crate::report::sheet::{self, Block, Sheet};
use crate::report::undone::{Undone, undone};

/// Writes the pages of the documents, then the totals and what all of it is worth.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>, dress: (bool, usize)) -> io::Result<()> {
    for report in &source.run.reports {
        sheet::write(out, &page_of(Document::of(report, source, Ticks::AsTheyAre), source), dress)?;
        out.write_all(b"\n\n")?;
    }
    let undone = undone(source.run, source.lang);
    if !undone.is_empty() {
        let blocks = vec![Block::List(source.say("assess-failures", &[]), undone.iter().map(Undone::line).collect())];
        sheet::blocks(out, &blocks, dress)?;
        out.write_all(b"\n")?;
    }
    if source.quiet {
        return Ok(());
    }
    let title = totals(source);
    let blocks = vec![Block::Text(source.say("assess-advice-only", &[]))];
    sheet::write(out, &Sheet { title, subtitle: String::new(), blocks }, dress)
}

fn page_of(document: Document, source: &Source<'_>) -> Sheet {
    let mut blocks: Vec<Block> = document.remarks.into_iter().map(Block::Text).collect();
    for part in document.parts {
        blocks.extend(blocks_of(part, source));
    }
    if !document.steps.is_empty() {
        blocks.push(Block::Named(source.say("assess-steps-agreement", &[]), dashed(document.steps)));
    }
    Sheet { title: document.path, subtitle: document.partner, blocks }
}

fn blocks_of(part: Cooperating, source: &Source<'_>) -> Vec<Block> {
    let say = |id: &str| source.say(id, &[]);
    let mut facts = vec![(say("assess-outcome"), part.outcome)];
    facts.extend(part.remarks.into_iter().map(|remark| (String::new(), remark)));
    if !part.count.is_empty() {
        facts.push((say("assess-preconditions"), part.count));
    }
    for (dimension, lines) in part.dimensions {
        labelled(&mut facts, &dimension, lines);
    }
    labelled(&mut facts, &say("assess-obstacles"), part.obstacles);
    labelled(&mut facts, &say("assess-excused"), part.accepted);
    if !part.next.is_empty() {
        facts.push((say("assess-next-label"), part.next));
    }
    let args = [("cooperation", part.name.as_str().into())];
    let mut blocks = vec![Block::Named(part.name.clone(), facts)];
    if !part.others.is_empty() {
        blocks.push(Block::Named(source.say("assess-others", &args), part.others));
    }
    if !part.steps.is_empty() {
        blocks.push(Block::Named(source.say("assess-steps", &args), dashed(part.steps)));
    }
    blocks
}

/// Steps, each with a dash that tells it from the one before.
fn dashed(steps: Vec<(String, String)>) -> Vec<(String, String)> {
    steps.into_iter().map(|(who, what)| (who, format!("- {what}"))).collect()
}

/// Lines of which only the first bears the label.
fn labelled(facts: &mut Vec<(String, String)>, label: &str, lines: Vec<String>) {
    for (at, line) in lines.into_iter().enumerate() {
        facts.push((if at == 0 { label.to_owned() } else { String::new() }, line));
    }
}
