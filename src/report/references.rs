//! Texts of which nothing is markup, in XML as in HTML.

use std::borrow::Cow;

use crate::text::escape::push_escape;

/// A text with references for what would be markup, in an element or in a value between quotes of either kind, and visible escapes for what
/// is not to be seen. The two know the apostrophe by different references.
pub(super) fn referenced<'t>(text: &'t str, apostrophe: &str, unseen: impl Fn(char) -> bool) -> Cow<'t, str> {
    let is_plain = |char| !matches!(char, '&' | '<' | '>' | '"' | '\'') && !unseen(char);
    let Some(first) = text.find(|char| !is_plain(char)) else { return Cow::Borrowed(text) };
    let (head, tail) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 32);
    out.push_str(head);
    for char in tail.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str(apostrophe),
            char if unseen(char) => push_escape(&mut out, char),
            plain => out.push(plain),
        }
    }
    Cow::Owned(out)
}
