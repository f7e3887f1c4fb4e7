//! `rdjson`: the format of reviewdog. Its columns count bytes of UTF-8, so the documents of findings are read again.

use std::io::{self, Write};

use serde::Serialize;

use crate::findings::{self as core, Fix};
use crate::policy::{FixSafety, Level};
use crate::report::Words;
use crate::report::excerpt::Document;
use crate::report::formats::Format;
use crate::report::json::{Line, Lines, line_of};
use crate::report::source::Source;
use crate::text::Span;
use crate::workspace::Report;

/// The format.
pub const FORMAT: Format = Format { guards_itself: true, ..Format::new("rdjson", write) };

/// The most bytes between the first and the last change of a fix that is suggested: a suggestion has all that stands between them.
const MOST: u32 = 4096;

#[derive(Serialize)]
struct Named {
    name: &'static str,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut lines = Lines::object(out)?;
    lines.member("source", &Named { name: "kader" })?;
    lines.list_of_lines("diagnostics", source.each(|_, report| diagnostics(report, source)).flatten())?;
    lines.close()
}

fn diagnostics(report: &Report, source: &Source<'_>) -> Vec<Line> {
    let Some(words) = source.words(report) else { return Vec::new() };
    let placed = source.shown(report).any(|finding| finding.range.is_some());
    let document = if placed { Document::open(report, source.system, source.redact) } else { None };
    let page = Page { source, words, path: &report.name.project_path, document };
    source.shown(report).map(|finding| line_of(&page.diagnostic(finding))).collect()
}

/// What the findings of a document are written with.
struct Page<'a> {
    source: &'a Source<'a>,
    words: Words<'a>,
    path: &'a str,
    /// Its text; `None` where it cannot be read again, or nobody asks.
    document: Option<Document>,
}

impl<'a> Page<'a> {
    fn diagnostic<'f>(&self, finding: &'f core::Finding) -> Diagnostic<'f>
    where
        'a: 'f,
    {
        let related = finding.related.iter().map(|related| Related {
            message: self.words.related(finding, related.label),
            location: Location { path: self.path, range: related.range.map(|range| self.range(range)) },
        });
        let safe = finding.fixes.iter().filter(|fix| fix.safety == FixSafety::Safe);
        Diagnostic {
            message: self.words.advice(finding),
            location: Location { path: self.path, range: finding.range.map(|range| self.range(range)) },
            severity: severity(finding.level),
            code: Code { value: finding.code.as_str() },
            suggestions: safe.filter_map(|fix| self.suggestion(fix)).collect(),
            related_locations: related.chain(self.elsewhere(finding)).collect(),
        }
    }

    /// Places in other documents: by their lines, for which these need not be read.
    fn elsewhere<'f>(&self, finding: &'f core::Finding) -> impl Iterator<Item = Related<'f>> + use<'a, 'f>
    where
        'a: 'f,
    {
        let label = finding.elsewhere.as_ref().map(|elsewhere| self.words.related(finding, elsewhere.label));
        let message = label.unwrap_or_default();
        self.source.run.around.places(finding).map(move |place| Related {
            message: message.clone(),
            location: Location { path: &place.document.project_path, range: Some(by_lines(place.range)) },
        })
    }

    /// A range with its columns; where the document has changed since, by its lines.
    fn range(&self, range: core::Range) -> Range {
        self.exactly(range).unwrap_or_else(|| by_lines(range))
    }

    fn exactly(&self, range: core::Range) -> Option<Range> {
        let [start, end] = self.document.as_ref()?.columns(range)?;
        let at = |point: core::Point, column| Position { line: point.line, column: Some(column) };
        Some(Range { start: at(range.start, start), end: at(range.end, end) })
    }

    /// A fix as one change: readers offer each suggestion by itself. `None` where that is too much, or would show what is not to be seen.
    fn suggestion(&self, fix: &Fix) -> Option<Suggestion> {
        let (first, last) = (fix.edits.first()?.0, fix.edits.last()?.0);
        let whole = core::Range { start: first.start, end: last.end };
        if whole.span().len() > MOST {
            return None;
        }
        let document = self.document.as_ref()?;
        let mut text = String::new();
        let mut copied = whole.start.offset;
        for (range, new) in &fix.edits {
            text.push_str(document.plain(Span::new(copied, range.start.offset))?);
            text.push_str(new);
            copied = range.end.offset;
        }
        Some(Suggestion { range: self.exactly(whole)?, text })
    }
}

fn by_lines(range: core::Range) -> Range {
    let [start, end] = [range.start, range.end].map(|point| Position { line: point.line, column: None });
    Range { start, end }
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Info | Level::Hint => "INFO",
    }
}
