//! The order of findings in every output.

use crate::findings::raw::Raw;
use crate::json::Tree;

/// Sorts by the start of the range (one without a range first), code, the tables' order, subject, and last as the
/// check gave them; `raw` is the finding of an item.
pub fn sort<T>(items: &mut [T], tree: &Tree, raw: impl Fn(&T) -> &Raw) {
    items.sort_by(|one, other| {
        let (one, other) = (raw(one), raw(other));
        let key = |raw: &Raw| (raw.place.spot.span(tree).map(|span| span.start), raw.code, raw.rank);
        // Pointers are made only where all else is equal.
        key(one).cmp(&key(other)).then_with(|| one.subject_pointer(tree).cmp(&other.subject_pointer(tree)))
    });
}
