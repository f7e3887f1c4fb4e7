//! What is expected, held against what is found.

use std::ops::Range;

/// How what is found differs from what is expected.
pub(super) struct Differences {
    /// Expected and not found.
    pub(super) missing: Vec<String>,
    /// Found and not expected.
    pub(super) extra: Vec<String>,
    /// Where nothing is missing or too much: the first that is expected in another place.
    pub(super) moved: Option<String>,
}

/// Compares two lists, in which a line may stand more than once.
pub(super) fn differences(expected: &[String], found: &[String]) -> Differences {
    let mut extra = found.to_vec();
    let mut missing = expected.to_vec();
    missing.retain(|line| match extra.iter().position(|found| found == line) {
        Some(at) => {
            extra.remove(at);
            false
        }
        None => true,
    });
    let alike = missing.is_empty() && extra.is_empty();
    let moved = expected.iter().zip(found).find(|(expected, found)| alike && expected != found);
    Differences { missing, extra, moved: moved.map(|(expected, _)| expected.clone()) }
}

/// Where a text stands in quotes, from a byte on.
pub(super) fn quoted(text: &str, from: usize, word: &str) -> Option<Range<usize>> {
    let quoted = format!("\"{word}\"");
    let at = from + text.get(from..)?.find(&quoted)?;
    Some(at..at + quoted.len())
}

#[cfg(test)]
mod tests {
    use super::{differences, quoted};

    fn of(expected: &str, found: &str) -> (String, String, Option<String>) {
        let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let it = differences(&lines(expected), &lines(found));
        (it.missing.concat(), it.extra.concat(), it.moved)
    }

    #[test]
    fn each_line_counts_as_often_as_it_stands() {
        let cases = [("aab", "aab", "", ""), ("aab", "ab", "a", ""), ("a", "aba", "", "ba"), ("ab", "ca", "b", "c")];
        for (expected, found, missing, extra) in cases {
            assert_eq!(of(expected, found), (missing.to_owned(), extra.to_owned(), None), "{expected} {found}");
        }
        assert_eq!(of("abc", "acb").2.as_deref(), Some("b"));
    }

    #[test]
    fn a_word_is_found_in_its_quotes() {
        assert_eq!(quoted("a \"a\" \"a\"", 3, "a"), Some(6..9));
        assert_eq!(quoted("aa \"b\"", 0, "a"), None);
    }
}
