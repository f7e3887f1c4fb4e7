//! The order of findings in every output.

use crate::findings::raw::Raw;
use crate::json::Tree;

/// Sorts by the start of the range (one without a range first), code, the tables' order, subject, and last as the
/// check gave them.
pub fn sort(raws: &mut [Raw], tree: &Tree) {
    raws.sort_by(|one, other| {
        let key = |raw: &Raw| (raw.place.spot.span(tree).map(|span| span.start), raw.code, raw.rank);
        // Pointers are made only where all else is equal.
        key(one).cmp(&key(other)).then_with(|| one.subject_pointer(tree).cmp(&other.subject_pointer(tree)))
    });
}
