//! Related places in other documents: an excerpt of each document below that of the finding.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use codespan_reporting::diagnostic::LabelStyle;

use crate::findings::{Finding, Neighbour};
use crate::report::Words;
use crate::report::excerpt::{Document, Excerpt, Label, MOST_RELATED};
use crate::report::paint::{ASIDE, PLAIN, Paint, severity};
use crate::report::source::Source;
use crate::report::terminal::located;
use crate::text::visible;
use crate::workspace::together::Place;

/// The most other documents that are kept for further findings.
const KEPT: usize = 16;

/// Shows related places in other documents.
pub(super) struct Neighbours<'s> {
    source: &'s Source<'s>,
    words: Words<'s>,
    /// By their paths; `None` for what cannot be read.
    read: HashMap<Arc<str>, Option<Document>>,
}

impl<'s> Neighbours<'s> {
    pub(super) fn new(source: &'s Source<'s>, words: Words<'s>) -> Self {
        Self { source, words, read: HashMap::new() }
    }

    /// The related places of a finding in other documents that are shown.
    fn places<'f>(&self, finding: &'f Finding) -> impl Iterator<Item = Place<'f>> + use<'s, 'f>
    where
        's: 'f,
    {
        self.source.run.around.places(finding).take(MOST_RELATED)
    }

    /// Writes the excerpts of the documents in which related places of a finding stand.
    pub(super) fn write(&mut self, paint: &mut Paint<'_>, finding: &Finding) -> io::Result<()> {
        let places: Vec<Place<'_>> = self.places(finding).collect();
        let mut documents: Vec<&Arc<Neighbour>> = places.iter().map(|place| place.document).collect();
        documents.dedup_by_key(|document| &document.path);
        if self.read.len() + documents.len() > KEPT {
            self.read.clear();
        }
        let Source { system, redact, .. } = *self.source;
        for document in documents {
            let read = self.read.entry(Arc::clone(&document.path));
            read.or_insert_with(|| Document::beside(document, system, redact));
            let here: Vec<Place<'_>> = places.iter().filter(|place| place.document == document).copied().collect();
            self.excerpt(paint, finding, document, &here)?;
        }
        Ok(())
    }

    fn excerpt(
        &self,
        paint: &mut Paint<'_>,
        finding: &Finding,
        neighbour: &Neighbour,
        places: &[Place<'_>],
    ) -> io::Result<()> {
        let Some(Some(document)) = self.read.get(&neighbour.path) else { return Ok(()) };
        let said = finding.elsewhere.as_ref().map(|elsewhere| self.words.related(finding, elsewhere.label));
        let text = visible(&said.unwrap_or_default()).into_owned();
        let label = |place: &Place<'_>| {
            Some(Label { style: LabelStyle::Secondary, span: document.span(place.range)?, text: text.clone() })
        };
        let labels: Vec<Label> = places.iter().filter_map(label).collect();
        let Some(first) = places.first().filter(|_| !labels.is_empty()) else { return Ok(()) };
        let excerpt = Excerpt::new(document, &labels, severity(finding.level), self.source.columns());
        let margin = excerpt.digits();
        paint.put(ASIDE, &format!("{:margin$}::: ", ""))?;
        paint.put(PLAIN, &format!("{}\n", located(&neighbour.path, Some(first.range))))?;
        excerpt.write(paint)?;
        paint.put(ASIDE, &format!("{:margin$} |\n", ""))
    }

    /// The places that no excerpt has shown.
    pub(super) fn unseen<'f>(&self, finding: &'f Finding) -> Vec<Place<'f>>
    where
        's: 'f,
    {
        let shows = |place: &Place<'_>| {
            let read = self.read.get(&place.document.path).and_then(Option::as_ref);
            read.is_some_and(|document| document.span(place.range).is_some())
        };
        self.places(finding).filter(|place| !shows(place)).collect()
    }
}
