//! XML 1.0: texts of which nothing is markup, and elements with attributes.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::report::references::referenced;
use crate::text::escape::is_hidden;

/// What a document in XML begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An element up to the end of its first tag: its name and its attributes.
pub(super) struct Tag(String);

impl Tag {
    pub(super) fn new(name: &str) -> Self {
        Self(format!("<{name}"))
    }

    /// With an attribute.
    #[must_use]
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        // Writing to a string cannot fail.
        let _ = write!(self.0, " {name}=\"{}\"", escaped(value, false));
        self
    }

    /// With a number.
    #[must_use]
    pub(super) fn count(self, name: &str, number: usize) -> Self {
        self.with(name, &number.to_string())
    }

    /// An element in which something stands.
    pub(super) fn open(self) -> String {
        self.0 + ">"
    }

    /// An element in which nothing stands.
    pub(super) fn empty(self) -> String {
        self.0 + "/>"
    }
}

/// A text inside an element; its line ends stay.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    escaped(text, true)
}

/// A text with references for what would be markup, and visible escapes for what is hidden or may not stand in XML at all. A line end
/// inside an attribute would be read as a space.
fn escaped(text: &str, lines: bool) -> Cow<'_, str> {
    let unseen = |char| !(lines && char == '\n') && (is_hidden(char) || matches!(char, '\u{FFFE}' | '\u{FFFF}'));
    referenced(text, "&apos;", unseen)
}

#[cfg(test)]
mod tests {
    use super::{Tag, text};

    #[test]
    fn nothing_is_markup() {
        assert_eq!(text("<a b='c' d=\"e\">]]>&amp;"), "&lt;a b=&apos;c&apos; d=&quot;e&quot;&gt;]]&gt;&amp;amp;");
        assert_eq!(text("Fryslân – één 🚒\n"), "Fryslân – één 🚒\n");
    }

    #[test]
    fn what_xml_forbids_is_shown() {
        assert_eq!(
            text("a\u{0}\u{1B}\t\r\n\u{FFFE}\u{FFFF}\u{FFFD}\u{202E}"),
            "a\\u{0}\\u{1B}\\u{9}\\u{D}\n\\u{FFFE}\\u{FFFF}\u{FFFD}\\u{202E}"
        );
        let tag = Tag::new("a").with("b", "<\n>").count("c", 2);
        assert_eq!(tag.empty(), "<a b=\"&lt;\\u{A}&gt;\" c=\"2\"/>");
    }
}
