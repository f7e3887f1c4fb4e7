//! Suggestions, against the whole table of distances.

use kader::text::suggest::{nearest, nearest_loose};
use proptest::prelude::*;

/// The Levenshtein distance as the textbook has it.
fn levenshtein(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, char) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (at, wanted) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(*wanted != char);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

fn slow_nearest<'a>(value: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let distance = |candidate: &str| levenshtein(&value.to_lowercase(), &candidate.to_lowercase());
    let length = |candidate: &str| candidate.to_lowercase().chars().count();
    let near: Vec<&str> =
        candidates.iter().copied().filter(|name| distance(name) <= 2 && distance(name) * 2 < length(name)).collect();
    let least = near.iter().map(|name| distance(name)).min()?;
    let mut best: Vec<&str> = near.into_iter().filter(|name| distance(name) == least).collect();
    best.dedup();
    match best[..] {
        [only] => Some(only),
        _ => None,
    }
}

proptest! {
    #[test]
    fn the_nearest_is_the_nearest(value in "[aAbé🚒-]{0,8}", mut names in prop::collection::vec("[aAbé🚒-]{0,8}", 0..6)) {
        names.sort();
        let candidates: Vec<&str> = names.iter().map(String::as_str).collect();
        prop_assert_eq!(nearest(&value, candidates.iter().copied()), slow_nearest(&value, &candidates));
    }

    #[test]
    fn one_change_is_found(name in "[a-z]{5,20}", at in any::<prop::sample::Index>(), with in "[A-Z]?") {
        let mut value = name.clone();
        let at = at.index(name.len());
        value.replace_range(at..=at, &with);
        prop_assert_eq!(nearest(&value, [name.as_str(), "0123456789"].into_iter()), Some(name.as_str()));
        let spaced = format!(" {}_", name.to_uppercase());
        prop_assert_eq!(nearest_loose(&spaced, [name.as_str()].into_iter()), Some(name.as_str()));
    }
}
