//! Markup that is being written: literals of the program's own, and text, which is escaped.

use super::escape::text as escape;
use crate::report::ticks::{Piece, pieces};

/// Markup.
#[derive(Debug, Clone, Default)]
pub struct Html(String);

impl Html {
    /// Adds markup that stands in the code.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&escape(text));
        self
    }

    /// Adds a text of the program's own: what stands in backticks is code.
    pub fn prose(&mut self, text: &str) -> &mut Self {
        for piece in pieces(text) {
            match piece {
                Piece::Plain(text) => self.text(&text),
                Piece::Code(text) => self.element("code", &text),
            };
        }
        self
    }

    /// Adds an attribute to the tag that is open.
    pub fn attr(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.0.push_str(&escape(value));
        self.0.push('"');
        self
    }

    /// Adds an element that holds text alone.
    pub fn element(&mut self, tag: &'static str, text: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">").text(text).raw("</").raw(tag).raw(">")
    }

    /// Adds an element that holds a text of the program's own alone.
    pub fn prose_in(&mut self, tag: &'static str, text: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">").prose(text).raw("</").raw(tag).raw(">")
    }

    /// Adds other markup.
    pub fn add(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// Adds a style or a script of the program's own.
    pub(super) fn own(&mut self, code: &str) -> &mut Self {
        self.0.push_str(code);
        self
    }

    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn text_is_escaped_wherever_it_stands() {
        let mut html = Html::default();
        html.raw("<p").attr("title", "\"><b>").raw(">").text("<i>").element("b", "</b>").raw("</p>");
        assert_eq!(html.as_str(), "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;<b>&lt;/b&gt;</b></p>");
    }

    #[test]
    fn code_of_our_own_texts_is_marked() {
        let mut html = Html::default();
        html.prose_in("p", "a `<b>` c` <i>");
        assert_eq!(html.as_str(), "<p>a <code>&lt;b&gt;</code> c` &lt;i&gt;</p>");
    }
}
