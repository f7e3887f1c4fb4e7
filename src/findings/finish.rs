//! From raw findings to findings: places become ranges, subjects become fingerprints.

use std::cell::OnceCell;

use crate::findings::finding::{Finding, Fix, Point, Range, RelatedPlace};
use crate::findings::fingerprint::{Fingerprint, natural};
use crate::findings::place::Spot;
use crate::findings::raw::{FixPlan, Raw};
use crate::fix::{Layout, Writer};
use crate::json::Tree;
use crate::policy::vocabulary::Term;
use crate::policy::{FixSafety, Level};
use crate::text::{Encoding, LineIndex, Span};

/// What it takes to resolve the places of one document.
#[derive(Debug)]
pub struct Finisher<'t> {
    tree: &'t Tree,
    text: &'t str,
    lines: &'t LineIndex,
    name: &'t str,
    /// How the document is laid out, once a fix asks.
    layout: OnceCell<Layout>,
}

impl<'t> Finisher<'t> {
    /// A finisher for the document of a tree. `text` is that in which lines and columns are counted; `name` its `id`, or its path where
    /// the id is missing or bad.
    pub fn new(tree: &'t Tree, (text, lines): (&'t str, &'t LineIndex), name: &'t str) -> Self {
        Self { tree, text, lines, name, layout: OnceCell::new() }
    }

    /// The document's `id`, or its path.
    pub fn name(&self) -> &'t str {
        self.name
    }

    /// The finding of a raw one, with its level and actor; its rule says how safe its fixes are.
    pub fn finish(&self, raw: Raw, (level, actor): (Level, Option<Term>), safety: FixSafety) -> Finding {
        let spot = raw.place.spot;
        let pointer: Box<str> = (*spot.pointer(self.tree)).into();
        let subject = raw.subject.as_ref().map(|subject| (*subject.pointer(self.tree)).into());
        let fingerprint = self.fingerprint(&raw);
        Finding {
            code: raw.code,
            level,
            variant: raw.variant,
            anchor: spot.anchor(),
            range: self.range_of(spot),
            related: raw.related.iter().map(|related| self.related(related.label, related.spot)).collect(),
            elsewhere: None,
            fixes: raw.detail.fixes.into_iter().filter_map(|fix| self.fix(fix, safety)).collect(),
            params: snug(raw.detail.params),
            subject: subject.filter(|subject| *subject != pointer),
            pointer,
            actor,
            fingerprint,
        }
    }

    fn fingerprint(&self, raw: &Raw) -> Fingerprint {
        let distinct = raw.distinct.as_deref().unwrap_or_default();
        let natural = match &raw.subject {
            Some(subject) => natural(self.tree, subject.base) + &subject.tail,
            None => raw.place.spot.node().map(|node| natural(self.tree, node)).unwrap_or_default(),
        };
        Fingerprint::base(raw.code, self.name, &natural, distinct)
    }

    fn related(&self, label: &'static str, spot: Spot) -> RelatedPlace {
        let pointer = spot.pointer(self.tree).into();
        RelatedPlace { label, pointer, anchor: spot.anchor(), range: self.range_of(spot) }
    }

    /// A fix as ranges and texts; `None` where it cannot be made in this document, or the rule has none.
    pub fn fix(&self, plan: FixPlan, safety: FixSafety) -> Option<Fix> {
        if safety == FixSafety::None {
            return None;
        }
        let edits = Writer::new(self.tree, self.layout.get_or_init(|| Layout::of(self.tree))).edits(&plan.changes)?;
        let edits = edits.into_iter().map(|edit| (self.range(edit.span), edit.text)).collect();
        Some(Fix { safety, params: plan.params.into(), edits })
    }

    /// The bytes of a place as a range; `None` for the file as a whole.
    pub fn range_of(&self, spot: Spot) -> Option<Range> {
        spot.span(self.tree).map(|span| self.range(span))
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.point(span.start), end: self.point(span.end) }
    }

    fn point(&self, offset: u32) -> Point {
        let position = self.lines.position(self.text, offset, Encoding::Scalar);
        Point { offset, line: position.line + 1, column: position.column + 1 }
    }
}

/// A list without room to spare: an allocator leaves a list that shrinks by less than half where it is, and many findings are kept.
fn snug<T>(list: Vec<T>) -> Box<[T]> {
    let mut out = Vec::with_capacity(list.len());
    out.extend(list);
    out.into_boxed_slice()
}
