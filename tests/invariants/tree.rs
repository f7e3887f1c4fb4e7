//! What must hold of whatever could be read of a text.

use kader::json::{Case, Kind, Parsed, Slot};

/// All that must hold of whatever was read.
pub(crate) fn hold(text: &str, parsed: &Parsed) {
    let tree = &parsed.tree;
    let length = text.len();
    for error in &parsed.errors {
        let Some(span) = error.span else {
            assert_eq!(error.case, Case::TooManyValues, "no place: {error:?}");
            continue;
        };
        assert!(text.get(span.range()).is_some(), "{error:?} off the text");
        assert!(error.node.is_none_or(|node| node.index() < tree.len()));
        assert_eq!(error.code, error.case.code());
    }
    assert!(parsed.errors.is_sorted_by_key(|error| error.span.map(|span| span.start)));
    let mut seen = 0;
    let mut todo: Vec<_> = tree.root().into_iter().collect();
    while let Some(id) = todo.pop() {
        seen += 1;
        let span = tree.span(id);
        assert!(text.get(span.range()).is_some() && span.end as usize <= length);
        let children: Vec<_> = match tree.kind(id) {
            Kind::Object => tree.all_members(id).map(|member| (Some(member.key_span), member.value)).collect(),
            _ => tree.items(id).iter().map(|item| (None, *item)).collect(),
        };
        let mut from = span.start;
        for (index, (key, child)) in children.iter().enumerate() {
            let inner = tree.span(*child);
            let begin = key.map_or(inner.start, |key| key.start);
            assert!(begin >= from && inner.start >= begin && inner.end <= span.end, "{text:?}: children out of order");
            from = inner.end;
            assert_eq!(tree.parent(*child), Some(id));
            assert_eq!(tree.key_span(*child), *key);
            let place = match tree.slot(*child) {
                Slot::Root => usize::MAX,
                Slot::Member(place) | Slot::Item(place) => place as usize,
            };
            assert_eq!(place, index);
            if !tree.is_shadowed(*child) {
                assert_eq!(tree.resolve(&tree.pointer(*child)), Some(*child));
            }
            todo.push(*child);
        }
    }
    assert_eq!(seen, tree.len(), "{text:?}: nodes outside the tree");
}
