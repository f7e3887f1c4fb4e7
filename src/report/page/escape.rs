//! Text as a page shows it: never as markup.

use std::borrow::Cow;

use crate::report::references::referenced;
use crate::text::escape::is_hidden;

/// The text with what would be markup, in an element or in a value between double quotes, as references; line ends stay, and what is
/// hidden, or may stand in no page at all, is shown as `\u{202E}`.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    referenced(text, "&#39;", |char| char != '\n' && (is_hidden(char) || is_no_character(char)))
}

/// Whether Unicode says that it is none, so that a page with it is at fault.
fn is_no_character(char: char) -> bool {
    matches!(char, '\u{FDD0}'..='\u{FDEF}') || u32::from(char) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_would_be_markup_is_text() {
        assert_eq!(text("<a href=\"x\" title='y'>&amp;"), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
        assert_eq!(text("a\u{0}b\u{202E}c\td\ne"), "a\\u{0}b\\u{202E}c\\u{9}d\ne");
        assert_eq!(text("Fryslân – één \u{FFFD}\u{FDCF}\u{FDF0}"), "Fryslân – één \u{FFFD}\u{FDCF}\u{FDF0}");
        assert_eq!(
            text("\u{FFFE}\u{FFFF}\u{FDD0}\u{FDEF}\u{1FFFE}\u{10FFFF}"),
            "\\u{FFFE}\\u{FFFF}\\u{FDD0}\\u{FDEF}\\u{1FFFE}\\u{10FFFF}"
        );
    }
}
