//! Edits: applied and undone, in whatever order they are given.

use kader::text::{Edit, Edits, Span, visible, visible_map};
use proptest::prelude::*;

/// A text, and disjoint edits of it in the order of the text: gaps and lengths in characters.
fn edited() -> impl Strategy<Value = (String, Vec<Edit>)> {
    let steps = prop::collection::vec((0usize..4, 0usize..4, "[aé🚒\r\n]{0,4}"), 0..8);
    ("[abé€🚒\r\n]{0,30}", steps).prop_map(|(text, steps)| {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let last = places.len() - 1;
        let (mut at, mut edits) = (0, Vec::new());
        for (gap, length, new) in steps {
            let start = (at + gap).min(last);
            let end = (start + length).min(last);
            edits.push(Edit::replace(Span::of(places[start]..places[end]), new));
            at = end;
        }
        (text, edits)
    })
}

/// The obvious way: from the last edit to the first, so that offsets stay what they are.
fn one_by_one(text: &str, edits: &[Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}

proptest! {
    #[test]
    fn undone_gives_the_text_again((text, list) in edited()) {
        let edits = Edits::new(list.clone()).expect("disjoint");
        let applied = edits.apply(&text);
        let sorted: Vec<Edit> = edits.iter().cloned().collect();
        prop_assert_eq!(&applied, &one_by_one(&text, &sorted));
        let back = edits.invert(&text);
        prop_assert_eq!(back.apply(&applied), &text[..]);
        prop_assert_eq!(back.invert(&applied).apply(&text), applied);
        prop_assert_eq!(Edits::new(back.iter().cloned().collect()), Ok(back), "sorted and disjoint");
    }

    #[test]
    fn the_order_given_does_not_matter((text, mut list) in edited(), turn in any::<prop::sample::Index>()) {
        // But for edits that begin and end at the same place.
        list.dedup_by_key(|edit| edit.span);
        let expected = Edits::new(list.clone()).expect("disjoint").apply(&text);
        if !list.is_empty() {
            let by = turn.index(list.len());
            list.rotate_left(by);
        }
        prop_assert_eq!(Edits::new(list).expect("disjoint").apply(&text), expected);
    }

    #[test]
    fn bytes_outside_the_edits_stay((text, list) in edited()) {
        let edits = Edits::new(list).expect("disjoint");
        let applied = edits.apply(&text);
        let touched = |at: usize| edits.iter().any(|edit| edit.span.range().contains(&at));
        for (at, byte) in text.bytes().enumerate().filter(|(at, _)| !touched(*at)) {
            let shifted = edits.shift(u32::try_from(at).expect("small"));
            prop_assert_eq!(applied.as_bytes().get(shifted as usize), Some(&byte));
        }
    }

    #[test]
    fn overlaps_are_refused(spans in prop::collection::vec((0u32..12, 0u32..5), 0..5)) {
        let list: Vec<Edit> = spans.iter().map(|(start, length)| Edit::remove(Span::new(*start, start + length))).collect();
        let clash = |one: &Edit, other: &Edit| {
            let (one, other) = (one.span, other.span);
            let inside = |offset, span: Span| span.start < offset && offset < span.end;
            let same = one == other && !one.is_empty();
            same || inside(one.start, other) || inside(one.end, other) || inside(other.start, one) || inside(other.end, one)
        };
        let any = (0..list.len()).any(|one| (0..one).any(|other| clash(&list[one], &list[other])));
        prop_assert_eq!(Edits::new(list).is_err(), any);
    }

    #[test]
    fn escapes_keep_their_places(text in any::<String>(), tab in 0usize..9) {
        let mapped = visible_map(&text, tab);
        prop_assert!(!mapped.text.contains(|char: char| char.is_control()));
        let shown = visible(&text);
        prop_assert_eq!(visible(&shown), &shown[..]);
        let mut before = 0;
        for (at, char) in text.char_indices() {
            let new = mapped.offset(u32::try_from(at).expect("small"));
            prop_assert!(new >= before);
            before = new;
            let shown = &mapped.text[new as usize..];
            let expected = if char == '\t' { " ".repeat(tab) } else { visible(char.encode_utf8(&mut [0; 4])).into_owned() };
            prop_assert!(shown.starts_with(&expected));
        }
        prop_assert_eq!(mapped.offset(u32::try_from(text.len()).expect("small")) as usize, mapped.text.len());
    }
}
