//! The lines of a document that a finding is about: labelled lines only, visible, cropped; with what is said below them on a terminal, or
//! with the labelled parts.

mod body;
mod crop;
mod document;

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic, LabelStyle, Severity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{Chars, Config, Renderer, RichDiagnostic};

use crate::findings::Finding;
use crate::report::Words;
use crate::report::paint::Paint;
use crate::report::wrap::columns;
use crate::text::{Mapped, Span, visible};

use body::Body;
use crop::Cropped;
pub(super) use document::Document;

/// The most related places of one finding that are shown; the rest is counted.
pub(super) const MOST_RELATED: usize = 8;
/// Lines shown behind the first line of a label over several lines.
const HEAD: u32 = 2;
/// Lines shown before its last line.
const TAIL: u32 = 1;
/// What the numbering of codespan leaves out where lines are left out; the lines' own numbers are asked for.
const SKIP: usize = 2 + (HEAD + TAIL) as usize;

/// A labelled place.
pub(super) struct Label {
    pub(super) style: LabelStyle,
    pub(super) span: Span,
    /// What is said about it; empty for the place of the finding itself.
    pub(super) text: String,
}

impl Label {
    /// The places of a finding in its document as that is now; `None` where the finding is about the file as a whole, or one of its places
    /// has changed.
    pub(super) fn all(document: &Document, words: Words<'_>, finding: &Finding) -> Option<Vec<Self>> {
        let span = document.span(finding.range?)?;
        let mut labels = vec![Self { style: LabelStyle::Primary, span, text: String::new() }];
        for related in finding.related.iter().take(MOST_RELATED) {
            let Some(range) = related.range else { continue };
            let text = visible(&words.related(finding, related.label)).into_owned();
            labels.push(Self { style: LabelStyle::Secondary, span: document.span(range)?, text });
        }
        Some(labels)
    }
}

/// An excerpt: the shown lines as one text.
pub(super) struct Excerpt {
    source: String,
    rows: Vec<Row>,
    diagnostic: Diagnostic<()>,
}

/// A line of an excerpt as it is shown.
pub(super) struct Line<'e> {
    /// Its number in the document, from 1.
    pub(super) number: u32,
    /// Whether lines before it are left out.
    pub(super) skipped: bool,
    /// Its text in parts: the place of the finding, a place that explains it, or neither.
    pub(super) parts: Vec<(Option<LabelStyle>, &'e str)>,
}

/// A line that is shown.
struct Row {
    /// Its number in codespan's eyes: one more for the next line, [`SKIP`] more where lines are left out.
    index: usize,
    /// Its number in the document, from 0.
    line: u32,
    /// Its bytes in the excerpt's text.
    range: Range<usize>,
    /// The line as it may be shown.
    shown: Mapped,
    cropped: Cropped,
}

impl Excerpt {
    /// The excerpt for some labels, at least one, in at most `width` columns.
    pub(super) fn new(document: &Document, labels: &[Label], severity: Severity, width: usize) -> Self {
        let lines = lines(document, labels);
        let multi = labels.iter().filter(|label| is_multi(document, label.span)).count();
        let margin = lines.last().map_or(1, |line| digits(line + 1)) + 3 + 2 * multi;
        let mut excerpt = Self { source: String::new(), rows: Vec::new(), diagnostic: Diagnostic::new(severity) };
        for line in lines {
            let shown = document.line(line);
            let cropped = crop(document, labels, (line, &shown), width.saturating_sub(margin));
            excerpt.push(line, shown, cropped);
        }
        let labels = labels.iter().map(|label| {
            let place = excerpt.offset(document, label.span.start)..excerpt.offset(document, label.span.end);
            codespan_reporting::diagnostic::Label::new(label.style, (), place).with_message(&label.text)
        });
        excerpt.diagnostic.labels = labels.collect();
        excerpt
    }

    fn push(&mut self, line: u32, shown: Mapped, cropped: Cropped) {
        let index = self.rows.last().map_or(0, |last| last.index + if line - last.line > 1 { SKIP } else { 1 });
        let start = self.source.len();
        self.source.push_str(&cropped.text);
        self.rows.push(Row { index, line, range: start..self.source.len(), shown, cropped });
        // Between two lines, so that the end of one is not the start of the next.
        self.source.push('\n');
    }

    /// Where an offset of the document stands in the excerpt's text.
    fn offset(&self, document: &Document, offset: u32) -> usize {
        let line = document.lines.line_of(offset);
        let Some(row) = self.rows.iter().find(|row| row.line == line) else { return 0 };
        let inner = offset.saturating_sub(document.lines.line_start(line));
        row.range.start + row.cropped.offset(row.shown.offset(inner) as usize)
    }

    /// The digits of the greatest line number.
    pub(super) fn digits(&self) -> usize {
        self.rows.last().map_or(1, |row| digits(row.line + 1))
    }

    /// The lines with what is labelled in each, for formats that mark it themselves.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let skips = self.rows.iter().skip(1).zip(&self.rows).map(|(row, before)| row.line - before.line > 1);
        let skips = std::iter::once(false).chain(skips);
        self.rows.iter().zip(skips).map(|(row, skipped)| Line {
            number: row.line + 1,
            skipped,
            parts: self.parts(row.range.clone()),
        })
    }

    /// The parts of a row of the excerpt's text: the place of the finding before places that explain it, where both are the same.
    fn parts(&self, row: Range<usize>) -> Vec<(Option<LabelStyle>, &str)> {
        let text = self.source.get(row.clone()).unwrap_or_default();
        let within = |label: &codespan_reporting::diagnostic::Label<()>| {
            // A label that began on a line before leaves the indent alone.
            let first = row.start + text.len() - text.trim_start().len();
            let start = if label.range.start < row.start { first } else { label.range.start };
            let end = label.range.end.min(row.end);
            (start <= end && label.range.start <= row.end).then_some((label.style, start..end))
        };
        let labels: Vec<_> = self.diagnostic.labels.iter().filter_map(within).collect();
        let mut cuts: BTreeSet<usize> = labels.iter().flat_map(|(_, range)| [range.start, range.end]).collect();
        cuts.extend([row.start, row.end]);
        let over = |from: usize, to: usize| {
            let over = labels.iter().filter(|(_, range)| range.start <= from && to <= range.end);
            over.map(|(style, _)| *style).max_by_key(|style| *style == LabelStyle::Primary)
        };
        // What is missing between two characters has no width.
        let point = |at: usize| {
            let here = labels.iter().find(|(_, range)| range.is_empty() && range.start == at);
            here.map(|(style, _)| (Some(*style), ""))
        };
        let mut parts = Vec::new();
        for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
            parts.extend(point(*from));
            parts.push((over(*from, *to), self.source.get(*from..*to).unwrap_or_default()));
        }
        parts.extend(point(row.end));
        parts
    }

    /// Writes the lines with their labels, a bare border before and none behind.
    pub(super) fn write(&self, paint: &mut Paint<'_>) -> io::Result<()> {
        let config = config();
        let mut body = Body::new(paint);
        let mut renderer = Renderer::new(&mut body, &config);
        let written = RichDiagnostic::new(&self.diagnostic, &config).render(self, &mut renderer);
        written.map_err(|error| match error {
            Error::Io(error) => error,
            other => io::Error::other(other.to_string()),
        })?;
        body.finish()
    }
}

impl<'f> Files<'f> for Excerpt {
    type FileId = ();
    type Name = &'static str;
    type Source = &'f str;

    fn name(&'f self, (): ()) -> Result<Self::Name, Error> {
        Ok("")
    }

    fn source(&'f self, (): ()) -> Result<Self::Source, Error> {
        Ok(&self.source)
    }

    fn line_index(&'f self, (): (), byte: usize) -> Result<usize, Error> {
        let before = self.rows.partition_point(|row| row.range.start <= byte);
        Ok(before.checked_sub(1).and_then(|last| self.rows.get(last)).map_or(0, |row| row.index))
    }

    fn line_number(&'f self, (): (), index: usize) -> Result<usize, Error> {
        Ok(self.row(index).map_or(1, |row| row.line as usize + 1))
    }

    fn line_range(&'f self, (): (), index: usize) -> Result<Range<usize>, Error> {
        Ok(self.row(index).map_or(0..0, |row| row.range.clone()))
    }
}

impl Excerpt {
    /// The line with a number of codespan's; `None` for one that is left out.
    fn row(&self, index: usize) -> Option<&Row> {
        self.rows.binary_search_by_key(&index, |row| row.index).ok().and_then(|at| self.rows.get(at))
    }
}

fn is_multi(document: &Document, span: Span) -> bool {
    document.lines.line_of(span.start) != document.lines.line_of(span.end)
}

/// The lines to show, ascending; a single line between two of them is shown, too.
fn lines(document: &Document, labels: &[Label]) -> BTreeSet<u32> {
    let mut lines = BTreeSet::new();
    for label in labels {
        let (first, last) = (document.lines.line_of(label.span.start), document.lines.line_of(label.span.end));
        lines.extend(first..=last.min(first + HEAD));
        lines.extend(last.saturating_sub(TAIL).max(first)..=last);
    }
    let between: Vec<u32> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(one, next)| *next - *one == 2)
        .map(|(one, _)| one + 1)
        .collect();
    lines.extend(between);
    lines
}

/// A line cropped around the labels that stand, begin or end in it.
fn crop(document: &Document, labels: &[Label], (line, shown): (u32, &Mapped), width: usize) -> Cropped {
    let span = document.lines.line_span(line, &document.text);
    let inner = |offset: u32| shown.offset(offset.clamp(span.start, span.end).saturating_sub(span.start)) as usize;
    let mut places = Vec::new();
    let mut said = 0;
    for label in labels {
        let first = document.lines.line_of(label.span.start);
        let last = document.lines.line_of(label.span.end);
        match (first == line, last == line) {
            (true, true) => places.push(inner(label.span.start)..inner(label.span.end)),
            (true, false) => places.push(inner(label.span.start)..inner(label.span.start)),
            (false, true) => places.push(inner(label.span.end)..inner(label.span.end)),
            (false, false) => continue,
        }
        said = said.max(columns(&label.text));
    }
    Cropped::new(&shown.text, &places, width, said.min(width / 3))
}

/// The number of decimal digits.
pub(super) fn digits(number: u32) -> usize {
    number.checked_ilog10().unwrap_or_default() as usize + 1
}

/// The look of rustc.
fn config() -> Config {
    let chars = Chars {
        source_border_left_break: ':',
        multi_top: '_',
        multi_bottom: '_',
        multi_bottom_left: '|',
        multi_top_left: '/',
        multi_secondary_caret_start: '-',
        multi_secondary_caret_end: '-',
        ..Chars::ascii()
    };
    Config { chars, start_context_lines: HEAD as usize, end_context_lines: TAIL as usize, ..Config::default() }
}
