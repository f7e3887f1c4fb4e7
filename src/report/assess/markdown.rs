//! An assessment as Markdown, for people who read no code.

use std::io::{self, Write};

use super::Source;
use super::told::{Cooperating, Document, Ticks, capital};
use super::totals::totals;
use crate::report::markdown::{escape, head, prose, row};
use crate::report::undone::{list, undone};

/// Writes the totals, what all of it is worth, and a section a document. Every block ends with an empty line.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut text = String::new();
    let day = source.say("assess-as-of", &[("day", source.run.rulebooks.as_of.to_string().into())]);
    block(&mut text, &format!("# {}", escape(&source.say("assess-title", &[]))));
    block(&mut text, &format!("{} {}", escape(&day), escape(&totals(source))));
    block(&mut text, &escape(&source.say("assess-advice-only", &[])));
    for report in &source.run.reports {
        document(&mut text, &Document::of(report, source, Ticks::Aside), source);
    }
    let undone = undone(source.run, source.lang);
    if !undone.is_empty() {
        block(&mut text, &format!("## {}", escape(&source.say("assess-failures", &[]))));
        block(&mut text, &list(&undone));
    }
    writeln!(out, "{}", text.trim_end())
}

/// A block, and the empty line behind it.
fn block(text: &mut String, block: &str) {
    text.push_str(block.trim_end());
    text.push_str("\n\n");
}

/// A text as a sentence: with a capital and a full stop.
fn sentence(text: &str) -> String {
    let text = prose(&capital(text));
    if text.ends_with(['.', '!', '?']) { text } else { text + "." }
}

fn document(text: &mut String, document: &Document, source: &Source<'_>) {
    let named = !document.partner.is_empty();
    block(text, &format!("## {}", escape(document.name())));
    if named {
        block(text, &escape(&document.path));
    }
    document.remarks.iter().for_each(|remark| block(text, &sentence(remark)));
    document.parts.iter().for_each(|part| cooperating(text, part, source));
    steps(text, &source.say("assess-steps-agreement", &[]), &document.steps);
}

fn cooperating(text: &mut String, part: &Cooperating, source: &Source<'_>) {
    let say = |id: &str| escape(&capital(&source.say(id, &[])));
    block(text, &format!("### {}", escape(&part.name)));
    let count = if part.count.is_empty() { String::new() } else { format!(" ({})", escape(&part.count)) };
    block(text, &format!("**{}: {}**{count}", say("assess-outcome"), escape(&part.outcome)));
    let next = (!part.next.is_empty()).then_some(&part.next);
    part.remarks.iter().chain(next).for_each(|remark| block(text, &sentence(remark)));
    if !part.dimensions.is_empty() {
        let mut table = head(&[say("assess-dimension"), say("assess-preconditions")]);
        for (dimension, lines) in &part.dimensions {
            let lines = lines.iter().map(|line| prose(&capital(line))).collect::<Vec<_>>().join("<br>");
            table.push_str(&row(&[escape(dimension), lines]));
        }
        block(text, &table);
    }
    for (heading, notes) in [("assess-obstacles", &part.obstacles), ("assess-excused", &part.accepted)] {
        if !notes.is_empty() {
            block(text, &format!("{}:", say(heading)));
            let notes: Vec<String> = notes.iter().map(|note| format!("- {}", prose(note))).collect();
            block(text, &notes.join("\n"));
        }
    }
    let args = [("cooperation", part.name.as_str().into())];
    if !part.others.is_empty() {
        block(text, &format!("#### {}", escape(&source.say("assess-others", &args))));
        let other = |(name, text): &(String, String)| format!("- **{}**: {}", escape(name), prose(text));
        block(text, &part.others.iter().map(other).collect::<Vec<_>>().join("\n"));
    }
    steps(text, &source.say("assess-steps", &args), &part.steps);
}

/// A list by actor.
fn steps(text: &mut String, heading: &str, steps: &[(String, String)]) {
    if steps.is_empty() {
        return;
    }
    block(text, &format!("#### {}", escape(heading)));
    let step = |(who, what): &(String, String)| {
        let who = if who.is_empty() { String::new() } else { format!("- **{}**\n", escape(who)) };
        format!("{who}  - {}", prose(&capital(what)))
    };
    block(text, &steps.iter().map(step).collect::<Vec<_>>().join("\n"));
}
