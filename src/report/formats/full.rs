//! `full`: each finding with an excerpt of its document, why it matters, how to mend it, and whose move it is.

mod accepted;
mod neighbours;
mod notes;

use std::io::{self, Write};

use crate::findings::Finding;
use crate::policy::Level;
use crate::report::Words;
use crate::report::excerpt::{Document, Excerpt, Label, MOST_RELATED, digits};
use crate::report::formats::{Failures, Format};
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint, of_level, severity};
use crate::report::source::Source;
use crate::report::terminal::located;
use crate::report::wrap::{columns, wrap};
use crate::report::{statistics, summary};
use crate::text::{visible, visible_lines};
use crate::workspace::Report;

use neighbours::Neighbours;
use notes::{Note, Notes};

/// The format.
pub const FORMAT: Format = Format { failures: Failures::Summed, counts_by_rule: true, ..Format::new("full", whole) };

fn whole(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    write(out, source)?;
    statistics::within(out, source, false)?;
    if source.quiet { Ok(()) } else { summary::write(out, source) }
}

/// Writes the findings, each followed by an empty line, and above those of each of several documents its path; nothing where there are
/// none to be shown.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut paint = Paint::new(out, source.color);
    let shown = |report: &&Report| source.shown(report).next().is_some() || source.accepted(report).next().is_some();
    let several = source.run.reports.iter().filter(shown).nth(1).is_some();
    for report in source.run.reports.iter().filter(shown) {
        let Some(words) = source.words(report) else { continue };
        let mut page = Page::open(source, report, words);
        if several {
            page.heading(&mut paint, report)?;
        }
        for finding in source.shown(report) {
            page.finding(&mut paint, finding)?;
        }
        accepted::write(&mut paint, source, report, words)?;
    }
    paint.flush()
}

/// The findings of one document.
struct Page<'s> {
    source: &'s Source<'s>,
    words: Words<'s>,
    path: String,
    /// `None` where no finding needs an excerpt, or the document cannot be read again.
    document: Option<Document>,
    neighbours: Neighbours<'s>,
    notes: Notes<'s>,
}

impl<'s> Page<'s> {
    fn open(source: &'s Source<'s>, report: &Report, words: Words<'s>) -> Self {
        let needed = source.shown(report).any(|finding| finding.range.is_some());
        let document = if needed { Document::open(report, source.system, source.redact) } else { None };
        let path = visible(&report.name.path).into_owned();
        let neighbours = Neighbours::new(source, words);
        Self { source, words, path, document, neighbours, notes: Notes::new(source, words) }
    }

    fn finding(&mut self, paint: &mut Paint<'_>, finding: &Finding) -> io::Result<()> {
        self.header(paint, finding)?;
        let labels = self.labels(finding);
        let excerpt =
            self.document.as_ref().zip(labels.as_deref()).map(|(document, labels)| {
                Excerpt::new(document, labels, severity(finding.level), self.source.columns())
            });
        let line = finding.range.map_or(1, |range| range.start.line);
        let margin = excerpt.as_ref().map_or_else(|| digits(line), Excerpt::digits);
        self.location(paint, finding, margin)?;
        if let Some(excerpt) = &excerpt {
            excerpt.write(paint)?;
        }
        paint.put(ASIDE, &format!("{:margin$} |\n", ""))?;
        self.neighbours.write(paint, finding)?;
        let mut notes = self.notes.of(finding);
        notes.extend(self.elsewhere(finding, excerpt.is_some()));
        notes::write(paint, self.source, margin, &notes)?;
        paint.put(PLAIN, "\n")
    }

    /// The path of the document, and how many findings follow.
    fn heading(&self, paint: &mut Paint<'_>, report: &Report) -> io::Result<()> {
        paint.put(ASIDE, "── ")?;
        paint.put(BOLD, &self.path)?;
        let mut between = ": ";
        for level in Level::ALL {
            let count = self.source.shown(report).filter(|finding| finding.level == level).count();
            if count > 0 {
                paint.put(PLAIN, between)?;
                paint.put(of_level(level), &self.source.levelled(level, count))?;
                between = ", ";
            }
        }
        paint.put(PLAIN, "\n\n")
    }

    /// `error[R301]: message`, further lines below the message.
    fn header(&self, paint: &mut Paint<'_>, finding: &Finding) -> io::Result<()> {
        let level = self.source.say("level", &[("level", finding.level.as_str().into())]);
        let head = format!("{level}[{}]", finding.code);
        let indent = columns(&head) + 2;
        let message = visible_lines(&self.words.message(finding));
        paint.put(of_level(finding.level), &head)?;
        for (index, line) in wrap(&message, self.source.columns().saturating_sub(indent)).iter().enumerate() {
            let before = if index == 0 { ": ".to_owned() } else { " ".repeat(indent) };
            paint.put(BOLD, &format!("{before}{line}\n"))?;
        }
        Ok(())
    }

    /// `--> path:line:column`
    fn location(&self, paint: &mut Paint<'_>, finding: &Finding, margin: usize) -> io::Result<()> {
        paint.put(ASIDE, &format!("{:margin$}--> ", ""))?;
        paint.put(PLAIN, &format!("{}\n", located(&self.path, finding.range)))
    }

    /// The places of a finding in the document as it is now, where all of them can be shown.
    fn labels(&self, finding: &Finding) -> Option<Vec<Label>> {
        Label::all(self.document.as_ref()?, self.words, finding)
    }

    /// What the excerpt does not show: related places, and that there is no excerpt.
    fn elsewhere(&self, finding: &Finding, shown: bool) -> Vec<Note> {
        let mut notes = Vec::new();
        let few = finding.related.iter().take(MOST_RELATED);
        let unseen = few.filter(|related| !shown || related.range.is_none());
        notes.extend(unseen.map(|related| self.notes.see(finding, &self.path, related.label, related.range)));
        let others = finding.elsewhere.as_deref();
        notes.extend(self.neighbours.unseen(finding).into_iter().map(|place| {
            let label = others.map(|others| others.label).unwrap_or_default();
            self.notes.see(finding, &place.document.path, label, Some(place.range))
        }));
        let others = others.map_or(0, |others| others.places.len());
        let more = finding.related.len().max(others).checked_sub(MOST_RELATED);
        if let Some(more) = more.filter(|more| *more > 0) {
            notes.push(("note-see", self.source.count("note-see-more", more)));
        }
        if !shown && finding.range.is_some() {
            notes.push(("note-mind", self.source.say("note-no-excerpt", &[])));
        }
        notes
    }
}
