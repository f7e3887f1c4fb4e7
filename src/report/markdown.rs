//! Text as Markdown shows it: never as markup.

use crate::text::visible;

/// The text in one line, so that Markdown shows it as it stands: no markup, no HTML, no link.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    let text = visible(&text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        let link = char == ':' && rest.peek() == Some(&'/') || char == '.' && out.to_ascii_lowercase().ends_with("www");
        let marks =
            matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '!' | '$' | '@');
        if marks || link {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// A row of a table; the cells are Markdown already.
#[must_use]
pub fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// The head of a table, and the line below it.
#[must_use]
pub fn head(cells: &[String]) -> String {
    format!("{}|{}\n", row(cells), "---|".repeat(cells.len()))
}

#[cfg(test)]
mod tests {
    use super::{escape, head, row};

    #[test]
    fn what_would_be_markup_is_text() {
        assert_eq!(escape("a|b <i>*x*</i> [l](u)"), r"a\|b \<i\>\*x\*\</i\> \[l\](u)");
        assert_eq!(escape("zie https://x.nl en WWW.x.nl\nverder"), r"zie https\://x.nl en WWW\.x.nl verder");
        assert_eq!(escape("a\u{1B}\u{202E}b"), r"a\\u{1B}\\u{202E}b");
        assert_eq!(escape("één-op-één, 3.1"), "één-op-één, 3.1");
    }

    #[test]
    fn tables() {
        let cells = ["a".to_owned(), "b".to_owned()];
        assert_eq!(head(&cells) + &row(&cells), "| a | b |\n|---|---|\n| a | b |\n");
    }
}
