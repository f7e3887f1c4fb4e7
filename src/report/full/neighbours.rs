//! Related places in other documents: an excerpt of each document below that of the finding.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use codespan_reporting::diagnostic::LabelStyle;

use super::document::Document;
use super::excerpt::{Excerpt, Label};
use crate::findings::{Finding, Neighbour, RelatedPlace};
use crate::report::Words;
use crate::report::paint::{ASIDE, PLAIN, Paint, severity};
use crate::report::terminal::Source;
use crate::text::visible;

/// The most other documents that are kept for further findings.
const KEPT: usize = 16;

/// Shows related places in other documents.
pub(super) struct Neighbours<'s> {
    source: &'s Source<'s>,
    words: Words<'s>,
    /// By their paths; `None` for what cannot be read.
    read: HashMap<String, Option<Document>>,
}

impl<'s> Neighbours<'s> {
    pub(super) fn new(source: &'s Source<'s>, words: Words<'s>) -> Self {
        Self { source, words, read: HashMap::new() }
    }

    /// Writes the excerpts of the documents in which some related places of a finding stand.
    pub(super) fn write(
        &mut self,
        paint: &mut Paint<'_>,
        finding: &Finding,
        places: &[&RelatedPlace],
    ) -> io::Result<()> {
        let mut documents: Vec<&Arc<Neighbour>> = places.iter().filter_map(|place| place.document.as_ref()).collect();
        documents.dedup_by_key(|document| &document.path);
        if self.read.len() + documents.len() > KEPT {
            self.read.clear();
        }
        for document in documents {
            let Source { system, redact, .. } = *self.source;
            self.read.entry(document.path.clone()).or_insert_with(|| Document::beside(document, system, redact));
            let here: Vec<&RelatedPlace> =
                places.iter().copied().filter(|place| place.document.as_ref() == Some(document)).collect();
            self.excerpt(paint, finding, document, &here)?;
        }
        Ok(())
    }

    fn excerpt(
        &self,
        paint: &mut Paint<'_>,
        finding: &Finding,
        neighbour: &Neighbour,
        places: &[&RelatedPlace],
    ) -> io::Result<()> {
        let Some(Some(document)) = self.read.get(&neighbour.path) else { return Ok(()) };
        let label = |place: &&RelatedPlace| {
            let text = visible(&self.words.related(finding, place.label)).into_owned();
            Some(Label { style: LabelStyle::Secondary, span: document.span(place.range?)?, text })
        };
        let labels: Vec<Label> = places.iter().filter_map(label).collect();
        let Some(first) = places.iter().find_map(|place| place.range).filter(|_| !labels.is_empty()) else {
            return Ok(());
        };
        let excerpt = Excerpt::new(document, &labels, severity(finding.level), self.source.columns());
        let margin = excerpt.digits();
        paint.put(ASIDE, &format!("{:margin$}::: ", ""))?;
        let (line, column) = (first.start.line, first.start.column);
        paint.put(PLAIN, &format!("{}:{line}:{column}\n", visible(&neighbour.path)))?;
        excerpt.write(paint)?;
        paint.put(ASIDE, &format!("{:margin$} |\n", ""))
    }

    /// Whether the excerpt of a place's document has shown it.
    pub(super) fn shows(&self, place: &RelatedPlace) -> bool {
        let document = place.document.as_ref().and_then(|document| self.read.get(&document.path));
        let span =
            document.and_then(Option::as_ref).zip(place.range).and_then(|(document, range)| document.span(range));
        span.is_some()
    }
}
