//! The examples of a rule as documents: what is found is marked, and what puts it right shows as a difference.

use std::collections::BTreeSet;

use super::Explainer;
use super::diff::diff;
use super::samples::{Elsewhere, Sample, Sampled, Samples};
use crate::findings::{Finding, Range};
use crate::policy::Code;
use crate::report::Words;
use crate::report::sheet::{Block, Line, Margin, Mark};
use crate::text::visible;

/// The most lines of a document that are shown.
const MOST: usize = 80;
/// A difference of more lines than this is not shown as one.
const FEW: usize = 12;

/// What of a failing example differs in a passing one: the lines of both, and how many differ.
type Difference = (Vec<Line>, usize);

/// A failing example, and the passing one that shows what puts it right.
pub(super) struct Chosen<'s> {
    pub(super) fails: &'s Sample,
    right: Option<(&'s Sample, Difference)>,
}

impl Samples {
    /// The failing example of a rule that its page shows, and the one that shows what puts it right, where one does.
    #[must_use]
    pub fn shown(&self, code: Code) -> Option<(&Sample, Option<&Sample>)> {
        let chosen = choose(self, code)?;
        Some((chosen.fails, chosen.right.map(|(right, _)| right)))
    }
}

/// The failing example that says most with least: nothing else found in it, the usual case, a passing example close by, and short. Where the
/// rule's file names the passing one, the failing one goes by it.
pub(super) fn choose(samples: &Samples, code: Code) -> Option<Chosen<'_>> {
    let fitting = samples.fails.iter().filter(|sample| sample.of(code).next().is_some());
    let chosen = fitting.map(|fails| Chosen { fails, right: right(fails, code, samples) });
    let named = samples.passes.iter().any(|sample| sample.remedy);
    chosen.min_by_key(|chosen| {
        let changed = chosen.right.as_ref().map_or(usize::MAX, |(_, (_, changed))| *changed);
        let (others, special) = (chosen.fails.others(code), chosen.fails.special(code));
        (if named { changed } else { 0 }, others, special, changed, chosen.fails.size())
    })
}

/// The passing example that shows what puts a failing one right, and the difference: the one that differs least; among those that do so nearly, one
/// in a line that is marked.
fn right<'s>(fails: &Sample, code: Code, samples: &'s Samples) -> Option<(&'s Sample, Difference)> {
    let found: BTreeSet<&str> = fails.documents.iter().flat_map(|document| document.marked(code)).collect();
    let mends = |lines: &[Line]| {
        let mut gone = lines.iter().filter(|line| line.margin == Margin::Removed);
        gone.any(|line| found.contains(&*line.text))
    };
    let differing = remedies(fails, samples).into_iter().map(|passes| (passes, difference(fails, passes)));
    differing.min_by_key(|(_, (lines, changed))| {
        let mends = mends(lines);
        (changed - usize::from(mends), !mends)
    })
}

/// The passing examples that may put a failing one right: those that the rule's file names, else those in which nothing else is found, else all.
/// One with the same documents shows nothing.
fn remedies<'s>(fails: &Sample, samples: &'s Samples) -> Vec<&'s Sample> {
    let other = || samples.passes.iter().filter(|sample| !sample.same(fails));
    let named: Vec<&Sample> = other().filter(|sample| sample.remedy).collect();
    if !named.is_empty() {
        return named;
    }
    let clean: Vec<&Sample> = other().filter(|sample| sample.adds_nothing_to(fails)).collect();
    if clean.is_empty() { other().collect() } else { clean }
}

/// What differs between two examples, document by document.
fn difference(fails: &Sample, passes: &Sample) -> Difference {
    let names: BTreeSet<&str> = fails.documents.iter().chain(&passes.documents).map(|one| &*one.name).collect();
    let (mut lines, mut all) = (Vec::new(), 0);
    for name in names {
        let (found, changed) = diff(&fails.text(name), &passes.text(name));
        if changed > 0 {
            lines.extend(fails.named.then(|| heading(name)));
            lines.extend(found);
        }
        all += changed;
    }
    (lines, all)
}

impl Explainer<'_> {
    /// A failing example, and how a passing one differs from it.
    pub(super) fn examples(&self, code: Code, samples: &Samples) -> Vec<Block> {
        let Some(chosen) = choose(samples, code) else { return Vec::new() };
        let lender = samples.lender.as_ref().map(|loaded| &loaded.policy);
        let told = lender.map(|lender| Block::Text(self.say("explain-examples-of", &[("policy", lender.id().into())])));
        let speaker = Explainer { policy: lender.unwrap_or(self.policy), lang: self.lang };
        let fails = Block::Document(self.say("explain-fails", &[]), speaker.marked(code, chosen.fails));
        told.into_iter().chain([fails]).chain(self.passes(&chosen)).collect()
    }

    /// The passing example, as a difference where that is short or meant to be one; none where there is no other.
    fn passes(&self, chosen: &Chosen<'_>) -> Option<Block> {
        let (right, (lines, changed)) = chosen.right.as_ref()?;
        // What the rule's file names was written as a change of one of its failing examples.
        let short = (right.remedy || *changed <= FEW) && lines.iter().any(|line| line.margin == Margin::Same);
        Some(if short {
            Block::Document(self.say("explain-difference", &[]), lines.clone())
        } else {
            Block::Document(self.say("explain-passes", &[]), listed(right, Sampled::lines))
        })
    }

    /// The documents with the findings of a rule marked, and their related places.
    fn marked(&self, code: Code, sample: &Sample) -> Vec<Line> {
        listed(sample, |document| {
            let mut lines = document.lines();
            let mut mark = |range: Option<Range>, mut mark: Mark| {
                let at = range.map_or(0, |range| range.start.line.saturating_sub(1) as usize);
                if let Some(line) = lines.get_mut(at) {
                    mark.bytes = part(&line.text, range);
                    if !line.marks.contains(&mark) {
                        line.marks.push(mark);
                    }
                }
            };
            for (finding, elsewhere) in document.placed(code) {
                mark(finding.range, self.mark(finding, elsewhere));
                for related in &finding.related {
                    mark(related.range, self.beside(finding, related.label));
                }
            }
            // Where each document has the finding, each is "another one" to the rest: what is said of it holds for them only.
            let pointed = document.of(code).next().is_none().then(|| pointing(sample, code, document));
            for (finding, place) in pointed.into_iter().flatten() {
                mark(Some(place.range), self.beside(finding, place.label));
            }
            lines
        })
    }

    /// What is said where a finding stands: its message, and where in other documents the places are that explain it.
    fn mark(&self, finding: &Finding, elsewhere: &[Elsewhere]) -> Mark {
        let words = Words { policy: self.policy, lang: self.lang };
        let see = elsewhere.iter().map(|place| {
            let line = place.range.start.line;
            visible(&format!("{}:{line}: {}", place.name, words.related(finding, place.label))).into_owned()
        });
        let text = visible(&message(&words, finding)).into_owned();
        Mark { bytes: 0..0, level: Some(finding.level), text, see: see.collect() }
    }

    /// What is said of a place that explains a finding.
    fn beside(&self, finding: &Finding, label: &str) -> Mark {
        let words = Words { policy: self.policy, lang: self.lang };
        let text = visible(&words.related(finding, label)).into_owned();
        Mark { bytes: 0..0, level: None, text, see: Vec::new() }
    }
}

/// The findings of a rule in other documents that have a place in this one.
fn pointing<'s>(
    sample: &'s Sample,
    code: Code,
    document: &'s Sampled,
) -> impl Iterator<Item = (&'s Finding, &'s Elsewhere)> {
    let all = sample.documents.iter().flat_map(move |other| other.placed(code));
    let places = all.flat_map(|(finding, elsewhere)| elsewhere.iter().map(move |place| (finding, place)));
    places.filter(move |(_, place)| place.name == document.name)
}

/// The lines of all documents, each under its name where the example gives names.
fn listed(sample: &Sample, lines_of: impl Fn(&Sampled) -> Vec<Line>) -> Vec<Line> {
    let document = |document: &Sampled| {
        let heading = sample.named.then(|| heading(&document.name));
        heading.into_iter().chain(lines_of(document)).collect::<Vec<_>>()
    };
    sample.documents.iter().flat_map(document).collect()
}

fn heading(name: &str) -> Line {
    Line { margin: Margin::File, text: name.to_owned(), marks: Vec::new() }
}

/// The message in one line.
pub(super) fn message(words: &Words<'_>, finding: &Finding) -> String {
    words.message(finding).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Sampled {
    /// The lines in which findings of a rule, and the places here that explain them, begin.
    fn marked(&self, code: Code) -> Vec<&str> {
        let lines: Vec<&str> = std::str::from_utf8(&self.bytes).unwrap_or_default().lines().collect();
        let line = |range: Range| lines.get(range.start.line.saturating_sub(1) as usize).copied();
        let here = |finding: &Finding| {
            let related = finding.related.iter().map(|related| related.range);
            let ranges: Vec<Option<Range>> = related.chain([finding.range]).collect();
            ranges.into_iter().flatten().filter_map(line).collect::<Vec<_>>()
        };
        self.of(code).flat_map(here).collect()
    }

    /// Its lines with their numbers; of a long document the first.
    fn lines(&self) -> Vec<Line> {
        let line = |(at, line): (usize, &str)| Line {
            margin: Margin::Number(at + 1),
            text: line.to_owned(),
            marks: Vec::new(),
        };
        let text = self.text();
        let mut lines: Vec<Line> = text.lines().take(MOST).enumerate().map(line).collect();
        if lines.is_empty() {
            lines.push(line((0, "")));
        }
        if text.lines().nth(MOST).is_some() {
            lines.push(Line { margin: Margin::Skipped, ..Line::default() });
        }
        lines
    }
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
