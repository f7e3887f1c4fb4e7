//! The lines of documents that findings are about, and what is said of places without one.

use std::collections::HashMap;
use std::sync::Arc;

use codespan_reporting::diagnostic::LabelStyle;

use crate::findings::{Finding, Neighbour};
use crate::report::Words;
use crate::report::excerpt::{Document, Excerpt, Label, MOST_RELATED};
use crate::report::paint::severity;
use crate::report::source::Source;
use crate::workspace::Report;
use crate::workspace::together::Place;

/// The columns of an excerpt, whatever reads it.
const WIDTH: usize = 92;
/// The most other documents that are kept for further findings.
const KEPT: usize = 16;

/// Where a finding is.
#[derive(Default)]
pub(in crate::report) struct Places {
    /// The lines of its own document; `None` where it is about the file as a whole, or the document has changed.
    pub(in crate::report) own: Option<Excerpt>,
    /// Places that explain it.
    pub(in crate::report) see: Vec<See>,
    /// How many further ones there are.
    pub(in crate::report) more: usize,
    /// Whether there should be an excerpt.
    pub(in crate::report) lost: bool,
}

/// A place that explains a finding.
pub(in crate::report) struct See {
    /// Its document, where it is another one.
    pub(in crate::report) path: Option<String>,
    /// Its line, where there is one.
    pub(in crate::report) line: Option<u32>,
    /// What is said of it, in our own words.
    pub(in crate::report) label: String,
    /// Its lines; that of the finding's own document shows the places there.
    pub(in crate::report) excerpt: Option<Excerpt>,
}

/// Makes excerpts for the findings of one document.
pub(in crate::report) struct Excerpts<'s> {
    source: &'s Source<'s>,
    words: Words<'s>,
    own: Option<Document>,
    /// Other documents by their paths; `None` for what cannot be read.
    others: HashMap<Arc<str>, Option<Document>>,
}

impl<'s> Excerpts<'s> {
    pub(in crate::report) fn open(source: &'s Source<'s>, report: &Report, words: Words<'s>) -> Self {
        let needed = source.shown(report).any(|finding| finding.range.is_some());
        let own = if needed { Document::open(report, source.system, source.redact) } else { None };
        Self { source, words, own, others: HashMap::new() }
    }

    /// The places of a finding; `aside` is the same with the backticks of the document put aside.
    pub(in crate::report) fn places(&mut self, finding: &Finding, aside: &Finding) -> Places {
        let own = self.own.as_ref().and_then(|document| {
            let labels = Label::all(document, self.words, finding)?;
            Some(Excerpt::new(document, &labels, severity(finding.level), WIDTH))
        });
        let related = finding.related.iter().take(MOST_RELATED);
        let mut see: Vec<See> = related
            .map(|place| See {
                path: None,
                line: place.range.map(|range| range.start.line),
                label: self.words.related(aside, place.label),
                excerpt: None,
            })
            .collect();
        see.extend(self.elsewhere(finding, aside));
        let others = finding.elsewhere.as_ref().map_or(0, |others| others.places.len());
        let more = finding.related.len().saturating_sub(MOST_RELATED) + others.saturating_sub(MOST_RELATED);
        let lost = own.is_none() && finding.range.is_some();
        Places { own, see, more, lost }
    }

    /// The places in other documents, each with its lines.
    fn elsewhere(&mut self, finding: &Finding, aside: &Finding) -> Vec<See> {
        let Some(elsewhere) = &finding.elsewhere else { return Vec::new() };
        let source = self.source;
        let places: Vec<Place<'_>> = source.run.around.places(finding).take(MOST_RELATED).collect();
        if self.others.len() + places.len() > KEPT {
            self.others.clear();
        }
        let label = self.words.related(aside, elsewhere.label);
        let see = |place: &Place<'_>| See {
            path: Some(place.document.project_path.to_string()),
            line: Some(place.range.start.line),
            label: label.clone(),
            excerpt: self.other(place.document).and_then(|document| {
                let span = document.span(place.range)?;
                let label = Label { style: LabelStyle::Secondary, span, text: String::new() };
                Some(Excerpt::new(document, &[label], severity(finding.level), WIDTH))
            }),
        };
        places.iter().map(see).collect()
    }

    fn other(&mut self, neighbour: &Neighbour) -> Option<&Document> {
        let Source { system, redact, .. } = *self.source;
        let read = || Document::beside(neighbour, system, redact);
        self.others.entry(Arc::clone(&neighbour.path)).or_insert_with(read).as_ref()
    }
}
