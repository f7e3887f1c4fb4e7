//! Edits of a text: sorted and disjoint by construction.

use std::error::Error;
use std::fmt;

use super::span::{Span, narrow};

/// The replacement of the bytes of `span` by `text`. An empty span inserts, an empty text removes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Edit {
    /// What is replaced, in bytes of the text before the edit.
    pub span: Span,
    /// What comes in its place.
    pub text: Box<str>,
}

impl Edit {
    /// Puts `text` in the place of `span`.
    #[must_use]
    pub fn replace(span: Span, text: impl Into<Box<str>>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts `text` at `offset`.
    #[must_use]
    pub fn insert(offset: u32, text: impl Into<Box<str>>) -> Self {
        Self::replace(Span::empty_at(offset), text)
    }

    /// Removes the bytes of `span`.
    #[must_use]
    pub fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// The same edit of `text` without what it leaves as it is at its start and its end. A character is not taken apart, nor a CR LF.
    #[must_use]
    pub fn trimmed(&self, text: &str) -> Self {
        let old = text.get(self.span.range()).unwrap_or_default();
        let same = |(one, other): &(char, char)| one == other;
        let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(same).map(|(char, _)| char.len_utf8()).sum()
        };
        let mut head = length(&mut old.chars().zip(self.text.chars()));
        head -= usize::from(splits(text, self.span.start as usize + head) && head > 0);
        let (rest, new) = (old.get(head..).unwrap_or_default(), self.text.get(head..).unwrap_or_default());
        let mut tail = length(&mut rest.chars().rev().zip(new.chars().rev()));
        tail -= usize::from(splits(text, self.span.end as usize - tail) && tail > 0);
        let span = Span::of(self.span.start as usize + head..self.span.end as usize - tail);
        Self::replace(span, new.get(..new.len() - tail).unwrap_or_default())
    }
}

/// Whether an offset is within a CR LF.
fn splits(text: &str, offset: usize) -> bool {
    let byte = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at));
    byte(offset.checked_sub(1)) == Some(&b'\r') && byte(Some(offset)) == Some(&b'\n')
}

/// Edits of one text that can be applied together: ascending, none reaching into another. All offsets are those of the text before any
/// of them; two insertions at one place keep the order in which they were given, and an insertion at the start of a replacement comes
/// before it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Edits(Vec<Edit>);

/// Two edits that touch the same bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overlap {
    /// The one that begins first.
    pub first: Span,
    /// The one that begins before the first ends.
    pub second: Span,
}

impl fmt::Display for Overlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the edits of bytes {:?} and {:?} overlap", self.first, self.second)
    }
}

impl Error for Overlap {}

impl Edits {
    /// Sorts the edits.
    ///
    /// # Errors
    /// [`Overlap`] where one edit begins before the end of another; the first such pair.
    pub fn new(mut edits: Vec<Edit>) -> Result<Self, Overlap> {
        edits.sort_by_key(|edit| edit.span);
        for pair in edits.windows(2) {
            if let [first, second] = pair
                && second.span.start < first.span.end
            {
                return Err(Overlap { first: first.span, second: second.span });
            }
        }
        Ok(Self(edits))
    }

    /// Number of edits.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no edit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The edits, ascending.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// The edits, ascending, handed over.
    #[must_use]
    pub fn into_vec(self) -> Vec<Edit> {
        self.0
    }

    /// The text with all edits made. Offsets within a character or behind the text count as the nearest place before.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let added: usize = self.0.iter().map(|edit| edit.text.len()).sum();
        let mut out = String::with_capacity(text.len() + added);
        let mut done = 0;
        for edit in &self.0 {
            let (start, end) = snapped(text, edit.span);
            out.push_str(text.get(done..start).unwrap_or_default());
            out.push_str(&edit.text);
            done = end;
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }

    /// The edits that turn what [`Edits::apply`] makes of `text` back into `text`.
    #[must_use]
    pub fn invert(&self, text: &str) -> Self {
        let (mut done, mut at) = (0, 0);
        let mut back = Vec::with_capacity(self.0.len());
        for edit in &self.0 {
            let (start, end) = snapped(text, edit.span);
            at += start - done;
            let made = Span::of(at..at + edit.text.len());
            back.push(Edit::replace(made, text.get(start..end).unwrap_or_default()));
            at += edit.text.len();
            done = end;
        }
        Self(back)
    }

    /// Where `offset` of the text before the edits stands after them: behind what is inserted there, at the end of what replaces it.
    #[must_use]
    pub fn shift(&self, offset: u32) -> u32 {
        let mut shifted = i64::from(offset);
        for edit in self.0.iter().take_while(|edit| edit.span.start <= offset) {
            let gone = edit.span.end.min(offset).saturating_sub(edit.span.start);
            shifted += i64::from(narrow(edit.text.len())) - i64::from(gone);
        }
        u32::try_from(shifted.max(0)).unwrap_or(u32::MAX)
    }
}

impl<'a> IntoIterator for &'a Edits {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Edits {
    type Item = Edit;
    type IntoIter = std::vec::IntoIter<Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The span as offsets between characters, within the text.
fn snapped(text: &str, span: Span) -> (usize, usize) {
    let start = text.floor_char_boundary(span.start as usize);
    (start, text.floor_char_boundary(span.end as usize).max(start))
}

#[cfg(test)]
mod tests {
    use super::{Edit, Edits, Overlap};
    use crate::text::Span;

    fn edits(list: Vec<Edit>) -> Edits {
        Edits::new(list).expect("disjoint")
    }

    #[test]
    fn applies_in_the_order_of_the_text() {
        let edits = edits(vec![Edit::remove(Span::new(6, 11)), Edit::replace(Span::new(0, 5), "Dag")]);
        assert_eq!(edits.apply("Hallo wereld"), "Dag d");
        assert_eq!(edits.iter().map(|edit| edit.span.start).collect::<Vec<_>>(), [0, 6]);
    }

    #[test]
    fn what_stays_is_no_part_of_a_trimmed_edit() {
        let trimmed = |text: &str, (start, end), new: &str| {
            let edit = Edit::replace(Span::new(start, end), new);
            let trimmed = edit.trimmed(text);
            assert_eq!(edits(vec![edit]).apply(text), edits(vec![trimmed.clone()]).apply(text), "{text:?} {new:?}");
            (trimmed.span.start, trimmed.span.end, trimmed.text.into_string())
        };
        assert_eq!(trimmed("a\nb", (1, 2), "\n  "), (2, 2, "  ".into()));
        assert_eq!(trimmed("a\n  b", (1, 4), "\n"), (2, 4, String::new()));
        assert_eq!(trimmed("aaa", (0, 3), "aa"), (2, 3, String::new()));
        assert_eq!(trimmed("xéy", (0, 4), "xèy"), (1, 3, "è".into()));
        assert_eq!(trimmed("a\r\nb", (1, 3), "\n"), (1, 3, "\n".into()));
        assert_eq!(trimmed("a\r\nb", (1, 3), "\r"), (1, 3, "\r".into()));
        assert_eq!(trimmed("a\r\nb", (0, 4), "a\r\nb"), (4, 4, String::new()));
    }

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        let edits = edits(vec![
            Edit::replace(Span::new(1, 2), "B"),
            Edit::insert(1, "x"),
            Edit::insert(1, "y"),
            Edit::insert(2, "z"),
        ]);
        assert_eq!(edits.apply("abc"), "axyBzc");
        assert_eq!(edits.invert("abc").apply("axyBzc"), "abc");
    }

    #[test]
    fn names_two_that_overlap() {
        let faults = Edits::new(vec![Edit::insert(3, "x"), Edit::remove(Span::new(1, 4))]);
        assert_eq!(faults, Err(Overlap { first: Span::new(1, 4), second: Span::empty_at(3) }));
        let same = Edits::new(vec![Edit::remove(Span::new(1, 4)), Edit::remove(Span::new(1, 4))]);
        assert!(same.is_err_and(|overlap| overlap.to_string() == "the edits of bytes 1..4 and 1..4 overlap"));
    }

    #[test]
    fn odd_offsets_do_no_harm() {
        let edits = edits(vec![Edit::replace(Span::new(1, 2), "x"), Edit::insert(90, "!")]);
        assert_eq!(edits.apply("é"), "x!");
        assert_eq!(edits.invert("é").apply("x!"), "é");
    }

    #[test]
    fn shifts_offsets() {
        let edits = edits(vec![Edit::insert(2, "xx"), Edit::replace(Span::new(4, 6), "y")]);
        assert_eq!([0, 1, 2, 4, 6, 9].map(|offset| edits.shift(offset)), [0, 1, 4, 7, 7, 10]);
    }
}
