//! Telephone numbers, e-mail addresses and functions of persons, kept out of what is shown.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::findings::param::Named;
use crate::findings::{self, Finding, Param};
use crate::json::hide::{Keys, hidden};
use crate::model::keys;
use crate::text::Span;

/// What stands for each character that is not shown.
pub const MASK: char = '•';

/// A shorter text may stand in a parameter by chance.
const TELLING: usize = 4;

/// What of a document is not to be shown.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// Where they stand by their keys.
    spans: Vec<Span>,
    /// Wherever they stand in the text.
    everywhere: Vec<Span>,
    /// Finds the texts of the spans; `None` where there are none.
    words: Option<AhoCorasick>,
}

impl Secrets {
    /// Those of a document's text, however broken it is. Every `functie` counts, not only that of signatories: a fault
    /// in the brackets must not decide what is seen.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let keys = Keys { anywhere: &[keys::TELEPHONE, keys::EMAIL], as_keys: &[keys::FUNCTION] };
        let spans = hidden(text, keys);
        let words = spans.iter().filter_map(|span| text.get(span.range()));
        let words: BTreeSet<&str> = words.filter(|word| word.chars().nth(TELLING - 1).is_some()).collect();
        if words.is_empty() {
            return Self { everywhere: spans.clone(), spans, words: None };
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
        // More than can be looked for: then nothing is told at all.
        finder.map_or_else(
            |_| Self::all(),
            |words| Self { everywhere: everywhere(text, &spans, &words), spans, words: Some(words) },
        )
    }

    /// Everything, for a document whose text is not at hand.
    #[must_use]
    pub fn all() -> Self {
        let spans = vec![Span::new(0, u32::MAX)];
        Self { everywhere: spans.clone(), spans, words: None }
    }

    /// Wherever they stand in the text, by whatever key: ascending and disjoint.
    #[must_use]
    pub fn everywhere(&self) -> &[Span] {
        &self.everywhere
    }

    /// Masks what a finding says of them, and leaves out fixes that would write them.
    pub fn hide_in(&self, finding: &mut Finding) {
        let at = finding.range.is_some_and(|range| self.lie_in(range));
        for (_, param) in &mut finding.params {
            self.mask(param, at);
        }
        let fixes = std::mem::take(&mut finding.fixes).into_vec().into_iter();
        let tells = |(range, text): &(findings::Range, Box<str>)| {
            text.chars().any(char::is_alphanumeric) && (self.lie_in(*range) || self.tells(text))
        };
        finding.fixes = fixes.filter(|fix| !fix.edits.iter().any(tells)).collect();
    }

    /// Masks what is told of them without a place.
    pub fn hide_in_params(&self, params: &mut [Named]) {
        let everything = self.are_all();
        for (_, param) in params {
            self.mask(param, everything);
        }
    }

    /// Masks a text of the document, wherever it is told, if it tells one of them.
    pub fn hide_in_text(&self, text: &mut Box<str>) {
        if self.tells(text) || self.are_all() {
            *text = masked(text);
        }
    }

    /// Whether they are everything.
    fn are_all(&self) -> bool {
        self.spans.first().is_some_and(|span| span.start == 0 && span.end == u32::MAX)
    }

    /// Whether one of them stands in a range, or in part.
    fn lie_in(&self, range: findings::Range) -> bool {
        let first = self.spans.partition_point(|span| span.end <= range.start.offset);
        self.spans.get(first).is_some_and(|span| span.start < range.end.offset)
    }

    /// Whether a text holds one of them.
    fn tells(&self, text: &str) -> bool {
        self.words.as_ref().is_some_and(|words| words.is_match(text))
    }

    /// Masks a text of the document; `at` is whether the finding stands at one of them. Keys and brackets stay.
    fn mask(&self, param: &mut Param, at: bool) {
        match param {
            Param::List(items) => items.iter_mut().for_each(|item| self.mask(item, at)),
            Param::Code(text) | Param::Text(text) if self.tells(text) || at && !is_plain(text) => {
                *text = masked(text);
            }
            _ => {}
        }
    }
}

/// Where any of some words stands in a text, and what is hidden already.
fn everywhere(text: &str, spans: &[Span], words: &AhoCorasick) -> Vec<Span> {
    let found = words.find_iter(text).map(|found| found.range()).filter(|range| stands_alone(text, range));
    let mut all: Vec<Span> = found.map(Span::of).chain(spans.iter().copied()).collect();
    all.sort_unstable_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::with_capacity(all.len());
    for span in all {
        match merged.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => merged.push(span),
        }
    }
    merged
}

/// Whether what stands in a range is said there: a word of letters alone is not as a part of a longer word, or as a key.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let (before, word, after) = (text.get(..range.start), text.get(range.clone()), text.get(range.end..));
    let (before, word, after) = (before.unwrap_or_default(), word.unwrap_or_default(), after.unwrap_or_default());
    if !word.chars().all(char::is_alphabetic) {
        return true;
    }
    let glued = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
    let rest = after.strip_prefix('"').filter(|_| before.ends_with('"'));
    !glued && !rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
}

fn masked(text: &str) -> Box<str> {
    text.chars().map(|_| MASK).collect()
}

/// Whether a text is a key behind which secrets stand, or a single character.
fn is_plain(text: &str) -> bool {
    [keys::TELEPHONE, keys::EMAIL, keys::FUNCTION].contains(&text) || text.chars().nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::Secrets;
    use crate::findings::fingerprint::Fingerprint;
    use crate::findings::param::Named;
    use crate::findings::{Anchor, Finding, Fix, Param, Point, Range};
    use crate::policy::{Code, FixSafety, Level};

    const TEXT: &str = r#"{"email": "jan at x", "rol": "y"}"#;

    fn range(start: u32, end: u32) -> Range {
        let point = |offset| Point { offset, line: 1, column: offset + 1 };
        Range { start: point(start), end: point(end) }
    }

    /// A finding at some bytes of the text, with parameters and a fix there.
    fn finding(at: Range, params: Vec<Named>, fix: &str) -> Finding {
        let fix = Fix { safety: FixSafety::Safe, params: Box::default(), edits: [(at, fix.into())].into() };
        Finding {
            code: Code::parse("D105").unwrap(),
            level: Level::Error,
            variant: None,
            pointer: "/email".into(),
            anchor: Anchor::Value,
            subject: None,
            range: Some(at),
            params: params.into(),
            related: Box::default(),
            elsewhere: None,
            fixes: Box::new([fix]),
            actor: None,
            fingerprint: Fingerprint::default(),
        }
    }

    #[test]
    fn parameters_at_a_secret_are_masked_but_for_keys() {
        let params =
            vec![("key", Param::code("email")), ("value", Param::code("jan at x")), ("expected", Param::code("]"))];
        let mut finding = finding(range(10, 20), params, "\"x\"");
        Secrets::of(TEXT).hide_in(&mut finding);
        let values: Vec<&Param> = finding.params.iter().map(|(_, param)| param).collect();
        assert_eq!(values, [&Param::code("email"), &Param::code("••••••••"), &Param::code("]")]);
        assert_eq!(finding.fixes.len(), 0);
    }

    #[test]
    fn elsewhere_only_what_tells_a_secret_is() {
        let params = vec![("found", Param::list(["\"jan at x\"", "y"])), ("count", Param::Number(3))];
        let mut finding = finding(range(29, 32), params, "\"z\"");
        Secrets::of(TEXT).hide_in(&mut finding);
        let masked = Param::List(vec![Param::code("••••••••••"), Param::code("y")]);
        assert_eq!(finding.params[0].1, masked);
        assert_eq!((finding.params[1].1.clone(), finding.fixes.len()), (Param::Number(3), 1));
    }

    #[test]
    fn they_are_hidden_wherever_they_stand_in_the_text() {
        let text =
            r#"{"functie": "Chef", "Chef": "Chef van Chefkoks", "a": "06-12345678x", "telefoon": "06-12345678"}"#;
        let secrets = Secrets::of(text);
        let hidden: Vec<&str> = secrets.everywhere().iter().filter_map(|span| text.get(span.range())).collect();
        assert_eq!(hidden, ["Chef", "Chef", "06-12345678", "06-12345678"]);
        let starts: Vec<u32> = secrets.everywhere().iter().map(|span| span.start).collect();
        assert_eq!(starts, [13, 29, 55, 83]);
    }

    #[test]
    fn without_the_text_nothing_is_told() {
        let mut finding = finding(range(29, 32), vec![("value", Param::text("y y"))], "z");
        Secrets::all().hide_in(&mut finding);
        assert_eq!((finding.params[0].1.clone(), finding.fixes.len()), (Param::text("•••"), 0));
    }

    #[test]
    fn what_is_told_without_a_place_is_masked_too() {
        let told = |secrets: &Secrets| {
            let mut params = [("a", Param::text("jan at x")), ("b", Param::text("elders")), ("c", Param::Number(3))];
            secrets.hide_in_params(&mut params);
            params.map(|(_, param)| param)
        };
        let masked = |text: &str| Param::text(&"•".repeat(text.chars().count()));
        assert_eq!(told(&Secrets::of(TEXT)), [masked("jan at x"), Param::text("elders"), Param::Number(3)]);
        assert_eq!(told(&Secrets::all()), [masked("jan at x"), masked("elders"), Param::Number(3)]);
        let shown = |secrets: &Secrets, text: &str| {
            let mut text = text.into();
            secrets.hide_in_text(&mut text);
            text.into_string()
        };
        assert_eq!(shown(&Secrets::of(TEXT), "bel jan at x"), "•".repeat(12));
        assert_eq!(shown(&Secrets::of(TEXT), "bel jan"), "bel jan");
        assert_eq!(shown(&Secrets::all(), "bel"), "•••");
    }
}
