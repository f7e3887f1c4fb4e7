//! The examples of a rule as documents: what is found is marked, and what puts it right shows as a difference.

use super::Explainer;
use super::diff::{cropped, diff};
use super::samples::{Sample, Samples};
use crate::findings::{Finding, Range};
use crate::policy::{Code, Level};
use crate::report::Words;
use crate::report::page::{Block, Line, Margin, Mark};
use crate::text::visible;

/// The most lines of a document that are shown.
const MOST: usize = 80;
/// A difference of more lines than this is not shown as one.
const FEW: usize = 12;

/// A failing example, and what of it differs in the nearest passing one: the lines of both, and how many differ.
pub(super) struct Chosen<'s> {
    pub(super) fails: &'s Sample,
    passes: Option<(Vec<Line>, usize)>,
}

/// The failing example that says most with least: nothing else found in it, the usual case, a passing example close by, and short.
pub(super) fn choose(samples: &Samples, code: Code) -> Option<Chosen<'_>> {
    let fitting = samples.fails.iter().filter(|sample| sample.of(code).next().is_some());
    let chosen = fitting.map(|fails| Chosen { fails, passes: nearest(fails, samples) });
    chosen.min_by_key(|chosen| {
        let others = chosen.fails.findings.iter().filter(|finding| finding.code != code).count();
        let special = chosen.fails.special(code);
        (others, special, chosen.passes.as_ref().map_or(usize::MAX, |(_, changed)| *changed), chosen.fails.size())
    })
}

/// The difference to the passing example that differs least in its first document, and in nothing else.
fn nearest(fails: &Sample, samples: &Samples) -> Option<(Vec<Line>, usize)> {
    let old = fails.text();
    let differing = samples.passes.iter().filter_map(|sample| {
        let alike = sample.files.iter().skip(1).eq(fails.files.iter().skip(1));
        diff(&old, &sample.text()).filter(|(_, changed)| alike && *changed > 0)
    });
    differing.min_by_key(|(_, changed)| *changed)
}

impl Explainer<'_> {
    /// A failing example, and how a passing one differs from it.
    pub(super) fn examples(&self, code: Code, samples: &Samples) -> Vec<Block> {
        let Some(chosen) = choose(samples, code) else { return Vec::new() };
        let fails = chosen.fails;
        let mut blocks = vec![Block::Document(self.say("explain-fails", &[]), self.marked(code, fails))];
        for (name, bytes) in fails.files.iter().skip(1) {
            let text = String::from_utf8_lossy(bytes);
            let heading = self.say("explain-beside", &[("file", visible(name).into_owned().into())]);
            blocks.push(Block::Document(heading, numbered(&text)));
        }
        blocks.extend(self.passes(chosen, samples));
        blocks
    }

    /// The passing example that differs least, as a difference where that is short; none where it is the same document.
    fn passes(&self, chosen: Chosen<'_>, samples: &Samples) -> Option<Block> {
        let common = |lines: &[Line]| lines.iter().any(|line| line.margin == Margin::Same);
        match chosen.passes {
            Some((lines, changed)) if changed <= FEW && common(&lines) => {
                Some(Block::Document(self.say("explain-difference", &[]), cropped(lines)))
            }
            _ => {
                let other = |sample: &&Sample| sample.files != chosen.fails.files;
                let sample = samples.passes.iter().filter(other).min_by_key(|sample| sample.size())?;
                Some(Block::Document(self.say("explain-passes", &[]), numbered(&sample.text())))
            }
        }
    }

    /// The document with the findings of a rule marked, and their related places.
    fn marked(&self, code: Code, sample: &Sample) -> Vec<Line> {
        let mut lines = numbered(&sample.text());
        let words = Words { policy: self.policy, lang: self.lang };
        for finding in sample.of(code) {
            let mut mark = |range: Option<Range>, level: Option<Level>, text: String| {
                let at = range.map_or(0, |range| range.start.line.saturating_sub(1) as usize);
                if let Some(line) = lines.get_mut(at) {
                    let bytes = part(&line.text, range);
                    line.marks.push(Mark { bytes, level, text: visible(&text).into_owned() });
                }
            };
            mark(finding.range, Some(finding.level), message(&words, finding));
            for related in &finding.related {
                mark(related.range, None, words.related(finding, related.label));
            }
        }
        lines
    }
}

/// The message in one line.
pub(super) fn message(words: &Words<'_>, finding: &Finding) -> String {
    words.message(finding).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn numbered(text: &str) -> Vec<Line> {
    let line =
        |(at, line): (usize, &str)| Line { margin: Margin::Number(at + 1), text: line.to_owned(), marks: Vec::new() };
    let mut lines: Vec<Line> = text.lines().take(MOST).enumerate().map(line).collect();
    if lines.is_empty() {
        lines.push(line((0, "")));
    }
    if text.lines().nth(MOST).is_some() {
        lines.push(Line { margin: Margin::Skipped, ..Line::default() });
    }
    lines
}

/// The bytes of a range in the line where it starts, at most to the line's end.
fn part(line: &str, range: Option<Range>) -> std::ops::Range<usize> {
    let Some(range) = range else { return 0..0 };
    let byte = |column: u32| {
        let column = column.saturating_sub(1) as usize;
        line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
    };
    let start = byte(range.start.column);
    let end = if range.end.line == range.start.line { byte(range.end.column) } else { line.len() };
    start..end.max(start)
}
