//! Text as a page shows it: never as markup.

use std::fmt::Write as _;

use crate::text::escape::is_hidden;

/// The text with what would be markup, in an element or in a value between double quotes, as references; line ends stay, and what is
/// hidden is shown as `\u{202E}`.
#[must_use]
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push('\n'),
            hidden if is_hidden(hidden) => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{{{:X}}}", u32::from(hidden));
            }
            plain => out.push(plain),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_would_be_markup_is_text() {
        assert_eq!(text("<a href=\"x\" title='y'>&amp;"), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
        assert_eq!(text("a\u{0}b\u{202E}c\td\ne"), "a\\u{0}b\\u{202E}c\\u{9}d\ne");
        assert_eq!(text("Fryslân – één"), "Fryslân – één");
    }
}
