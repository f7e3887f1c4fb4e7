//! What a person probably meant: the nearest of a list of names.

use std::str::Chars;

/// Names further away than this many edits are not suggested.
const FURTHEST: usize = 2;

/// The candidate nearest to `value`: compared in lower case, over Unicode scalar values, by Levenshtein distance, which is at most 2 and
/// less than half of the candidate's length. Where two different candidates are equally near, none.
#[must_use]
pub fn nearest<'a>(value: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let value = value.to_lowercase();
    let mut best = Best::default();
    for candidate in candidates {
        if let Some(distance) = distance(&value, candidate) {
            best.offer(candidate, distance);
        }
    }
    best.name
}

/// As [`nearest`], but a candidate that agrees with `value` once case, spaces, `-` and `_` are taken out goes first (where two different
/// candidates do, none).
#[must_use]
pub fn nearest_loose<'a>(value: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (lower, key) = (value.to_lowercase(), loose(value));
    let (mut same, mut best) = (Best::default(), Best::default());
    for candidate in candidates {
        if !key.is_empty() && loosely(candidate).eq(key.chars()) {
            same.offer(candidate, 0);
        } else if let Some(distance) = distance(&lower, candidate) {
            best.offer(candidate, distance);
        }
    }
    if same.distance.is_some() { same.name } else { best.name }
}

/// The least distance so far, and its candidate where it is the only one.
#[derive(Default)]
struct Best<'a> {
    distance: Option<usize>,
    seen: &'a str,
    name: Option<&'a str>,
}

impl<'a> Best<'a> {
    fn offer(&mut self, candidate: &'a str, distance: usize) {
        match self.distance {
            Some(least) if distance > least => {}
            Some(least) if distance == least => {
                if self.seen != candidate {
                    self.name = None;
                }
            }
            _ => *self = Self { distance: Some(distance), seen: candidate, name: Some(candidate) },
        }
    }
}

/// The distance of two texts in lower case, where it is near enough.
fn distance(value: &str, candidate: &str) -> Option<usize> {
    let plain = value.is_ascii() && candidate.is_ascii();
    if plain && value.len().abs_diff(candidate.len()) > FURTHEST {
        return None;
    }
    let candidate = candidate.to_lowercase();
    let distance = within(value.chars(), candidate.chars(), FURTHEST)?;
    (distance * 2 < candidate.chars().count()).then_some(distance)
}

/// The Levenshtein distance of two texts, where it is at most `most`. What agrees in front costs nothing and is stepped over, so that
/// each text is read at most a dozen times, however long.
fn within(mut one: Chars<'_>, mut other: Chars<'_>, most: usize) -> Option<usize> {
    loop {
        let (left, right) = (one.clone(), other.clone());
        match (one.next(), other.next()) {
            (None, None) => return Some(0),
            (Some(first), Some(second)) if first == second => {}
            _ => {
                let rest = most.checked_sub(1)?;
                let ways = [(one.clone(), other.clone()), (one, right), (left, other)];
                return ways
                    .into_iter()
                    .filter_map(|(one, other)| within(one, other, rest))
                    .min()
                    .map(|distance| distance + 1);
            }
        }
    }
}

/// A text in lower case without white space, hyphens and underscores, for comparing what people write.
#[must_use]
pub fn loose(text: &str) -> String {
    loosely(text).collect()
}

fn loosely(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|char| !char.is_whitespace() && !matches!(char, '-' | '_')).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_loose};

    const NAMES: [&str; 5] = ["standby-samenwerking", "koppelsamenwerking", "liaison", "lezen", "HIN"];

    fn of(value: &str) -> Option<&'static str> {
        nearest(value, NAMES.into_iter())
    }

    #[test]
    fn two_edits_are_near_enough() {
        assert_eq!(of("liasion"), Some("liaison"));
        assert_eq!(of("Koppelsamenwerkin"), Some("koppelsamenwerking"));
        assert_eq!(of("koppelsamenwer"), None);
        assert_eq!(of("hin"), Some("HIN"));
    }

    #[test]
    fn short_names_need_to_be_nearer() {
        assert_eq!(of("HI"), Some("HIN"));
        assert_eq!(of("H"), None);
        assert_eq!(nearest("ab", ["ac"].into_iter()), None);
        assert_eq!(nearest("", ["a", ""].into_iter()), None);
    }

    #[test]
    fn a_tie_suggests_none() {
        assert_eq!(nearest("aaab", ["aaaa", "aaac"].into_iter()), None);
        assert_eq!(nearest("aaab", ["aaaa", "aaaa"].into_iter()), Some("aaaa"));
        assert_eq!(nearest("aaab", ["aaaa", "aaac", "AAAB"].into_iter()), Some("AAAB"));
        assert_eq!(nearest("aaab", ["AAAB", "aaaa", "aaab"].into_iter()), None);
    }

    #[test]
    fn counts_scalars() {
        assert_eq!(nearest("coördinatie", ["coordinatie"].into_iter()), Some("coordinatie"));
        assert_eq!(nearest("🚒🚒🚒🚑🚑", ["🚒🚒🚒🚓🚓"].into_iter()), Some("🚒🚒🚒🚓🚓"));
    }

    #[test]
    fn loosely_equal_goes_first() {
        let loose = |value| nearest_loose(value, NAMES.into_iter());
        assert_eq!(loose("Standby Samenwerking"), Some("standby-samenwerking"));
        assert_eq!(loose("STANDBY_SAMEN-WERKING"), Some("standby-samenwerking"));
        assert_eq!(loose("liasion"), Some("liaison"));
        assert_eq!(nearest_loose("a b c d", ["abcd", "a-bc-d"].into_iter()), None);
        assert_eq!(nearest_loose(" - ", ["-"].into_iter()), None);
    }

    #[test]
    fn long_input_costs_nothing() {
        let long = "x".repeat(10 << 20);
        assert_eq!(of(&long), None);
        assert_eq!(nearest_loose(&long, NAMES.into_iter()), None);
        let other = format!("y{long}z");
        assert_eq!(nearest(&long, [other.as_str()].into_iter()), Some(other.as_str()));
    }
}
