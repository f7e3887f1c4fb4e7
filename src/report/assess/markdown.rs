//! An assessment as Markdown, for people who read no code.

use std::io::{self, Write};

use super::Source;
use super::full::totals;
use super::told::{Cooperating, Document};
use crate::report::markdown::{escape, head, row};

/// Writes the totals, what all of it is worth, and a section a document.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let title = source.say("assess-title", &[]);
    let day = source.say("assess-as-of", &[("day", source.run.rulebooks.as_of.to_string().into())]);
    writeln!(out, "# {}\n\n{} {}\n", escape(&title), escape(&day), escape(&totals(source)))?;
    writeln!(out, "{}", escape(&source.say("assess-advice-only", &[])))?;
    for report in &source.run.reports {
        document(out, &Document::of(report, source), source)?;
    }
    if !source.run.failures.is_empty() {
        writeln!(out, "\n## {}\n", escape(&source.say("assess-failures", &[])))?;
        for failure in &source.run.failures {
            let path = failure.project_path.as_deref().map(|path| format!("{}: ", escape(path))).unwrap_or_default();
            writeln!(out, "- {path}{}", escape(&(source.failure)(failure)))?;
        }
    }
    Ok(())
}

fn document(out: &mut dyn Write, document: &Document, source: &Source<'_>) -> io::Result<()> {
    let title = if document.partner.is_empty() { &document.path } else { &document.partner };
    writeln!(out, "\n## {}\n", escape(title))?;
    if !document.partner.is_empty() {
        writeln!(out, "{}\n", escape(&document.path))?;
    }
    for remark in &document.remarks {
        writeln!(out, "{}\n", escape(remark))?;
    }
    for part in &document.parts {
        cooperating(out, part, source)?;
    }
    steps(out, &source.say("assess-steps-agreement", &[]), &document.steps)
}

fn cooperating(out: &mut dyn Write, part: &Cooperating, source: &Source<'_>) -> io::Result<()> {
    let say = |id: &str| escape(&source.say(id, &[]));
    writeln!(out, "### {}\n", escape(&part.name))?;
    write!(out, "**{}: {}**", say("assess-outcome"), escape(&part.outcome))?;
    if !part.count.is_empty() {
        write!(out, " ({})", escape(&part.count))?;
    }
    writeln!(out, "\n")?;
    for remark in part.remarks.iter().chain((!part.next.is_empty()).then_some(&part.next)) {
        writeln!(out, "{}\n", escape(remark))?;
    }
    if !part.dimensions.is_empty() {
        out.write_all(head(&[say("assess-dimension"), say("assess-preconditions")]).as_bytes())?;
        for (dimension, lines) in &part.dimensions {
            let lines = lines.iter().map(|line| escape(line)).collect::<Vec<_>>().join("<br>");
            out.write_all(row(&[escape(dimension), lines]).as_bytes())?;
        }
        writeln!(out)?;
    }
    if !part.obstacles.is_empty() {
        writeln!(out, "{}:\n", say("assess-obstacles"))?;
        part.obstacles.iter().try_for_each(|obstacle| writeln!(out, "- {}", escape(obstacle)))?;
        writeln!(out)?;
    }
    let args = [("cooperation", part.name.as_str().into())];
    if !part.others.is_empty() {
        writeln!(out, "#### {}\n", escape(&source.say("assess-others", &args)))?;
        part.others.iter().try_for_each(|(name, text)| writeln!(out, "- **{}**: {}", escape(name), escape(text)))?;
        writeln!(out)?;
    }
    steps(out, &source.say("assess-steps", &args), &part.steps)
}

/// A list by actor.
fn steps(out: &mut dyn Write, heading: &str, steps: &[(String, String)]) -> io::Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    writeln!(out, "#### {}\n", escape(heading))?;
    for (who, what) in steps {
        if !who.is_empty() {
            writeln!(out, "- **{}**", escape(who))?;
        }
        writeln!(out, "  - {}", escape(what))?;
    }
    writeln!(out)
}
