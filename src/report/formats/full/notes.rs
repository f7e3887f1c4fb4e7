//! What stands below an excerpt: why, on what grounds, how to mend it, and whose move it is.

use std::collections::HashSet;
use std::io;

use crate::findings::{Finding, Fix, Range};
use crate::policy::{Code, FixSafety};
use crate::report::Words;
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint};
use crate::report::source::Source;
use crate::report::terminal::located;
use crate::report::wrap::{columns, wrap};
use crate::text::visible_lines;

/// The labels of all notes, which stand in one column.
const LABELS: [&str; 7] = ["note-why", "note-source", "note-help", "note-fix", "note-actor", "note-see", "note-mind"];

/// A note: the id of its label, and its text.
pub(super) type Note = (&'static str, String);

/// Makes the notes of the findings of one document. What is the same for several findings of a rule is said once.
pub(super) struct Notes<'s> {
    source: &'s Source<'s>,
    words: Words<'s>,
    said: HashSet<(Code, String)>,
}

impl<'s> Notes<'s> {
    pub(super) fn new(source: &'s Source<'s>, words: Words<'s>) -> Self {
        Self { source, words, said: HashSet::new() }
    }

    /// The notes of a finding, in their order.
    pub(super) fn of(&mut self, finding: &Finding) -> Vec<Note> {
        let words = self.words;
        let mut notes = Vec::new();
        let why = words.why(finding);
        let first = !self.said.contains(&(finding.code, why.clone()));
        if first {
            notes.push(("note-why", why.clone()));
            self.said.insert((finding.code, why));
        }
        // Where the policy says so, the first time with the names of the sections.
        let citations = words.policy.rule(finding.code).and_then(|rule| words.citations(rule, first));
        notes.extend(citations.map(|text| ("note-source", text)));
        notes.push(("note-help", words.help(finding)));
        notes.extend(finding.fixes.iter().map(|fix| ("note-fix", self.fix(finding, fix))));
        let actor = finding.actor.map(|actor| words.policy.entry(actor).label.get(words.lang).to_owned());
        notes.extend(actor.map(|actor| ("note-actor", actor)));
        notes
    }

    /// The title of a fix, and whether it keeps the meaning.
    fn fix(&self, finding: &Finding, fix: &Fix) -> String {
        let safety = if fix.safety == FixSafety::Safe { "note-fix-safe" } else { "note-fix-unsafe" };
        format!("{} ({})", self.words.fix(finding, fix), self.source.say(safety, &[]))
    }

    /// A related place without an excerpt.
    pub(super) fn see(&self, finding: &Finding, path: &str, label: &str, range: Option<Range>) -> Note {
        let label = self.words.related(finding, label);
        ("note-see", format!("{}: {label}", located(path, range)))
    }
}

/// Writes notes behind a margin of `digits` columns.
pub(super) fn write(paint: &mut Paint<'_>, source: &Source<'_>, digits: usize, notes: &[Note]) -> io::Result<()> {
    let labels = LABELS.map(|id| source.say(id, &[]));
    let column = labels.iter().map(|label| columns(label)).max().unwrap_or_default() + 2;
    for (id, text) in notes {
        let label = format!("{}:", source.say(id, &[]));
        let indent = digits + 3 + column;
        let lines = wrap(&visible_lines(text), source.prose().saturating_sub(indent));
        for (index, line) in lines.iter().enumerate() {
            if index == 0 {
                paint.put(ASIDE, &format!("{:digits$} = ", ""))?;
                paint.put(BOLD, &label)?;
                let used = columns(&label);
                paint.put(PLAIN, &" ".repeat(column - used))?;
            } else {
                paint.put(PLAIN, &" ".repeat(indent))?;
            }
            paint.put(PLAIN, &format!("{line}\n"))?;
        }
    }
    Ok(())
}
