//! The order of findings in every output.

use crate::findings::raw::Raw;
use crate::json::Tree;

/// Sorts by the start of the range (one without a range first), code, the tables' order, subject, and last as the
/// check gave them.
pub fn sort(raws: &mut [Raw], tree: &Tree) {
    raws.sort_by_cached_key(|raw| {
        let start = raw.place.spot.span(tree).map(|span| span.start);
        (start, raw.code, raw.rank, raw.subject_pointer(tree))
    });
}
