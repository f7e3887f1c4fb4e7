//! What was written as Markdown, for those who do not read it.

use crate::report::ticks::TICK;

/// The text without its marks; code stands between single backticks. Lists and paragraphs stay as they are.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        match char {
            '\\' => {
                let escaped = rest.chars().next();
                out.extend(escaped);
                rest = &rest[escaped.map_or(0, char::len_utf8)..];
            }
            '*' | '_' => {}
            TICK => rest = code(rest, &mut out),
            _ => out.push(char),
        }
    }
    out
}

/// Writes the code behind a first backtick; gives what stands behind it.
fn code<'t>(text: &'t str, out: &mut String) -> &'t str {
    let body = text.trim_start_matches(TICK);
    let fence = TICK.to_string().repeat(text.len() - body.len() + 1);
    let (code, rest) = body.split_once(&fence).unwrap_or((body, ""));
    // Spaces keep the fence apart from a backtick, and from spaces, at the edge.
    let inner = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' ')).unwrap_or(code);
    out.extend([TICK]);
    out.push_str(inner);
    out.extend([TICK]);
    rest
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::report::markdown::{brief, escape, paragraph, prose};
    use crate::report::sheet::{Block, Sheet};

    #[test]
    fn what_was_escaped_is_as_it_was() {
        for text in ["a|b <i>*x*</i> [l](u) \\ _y_", "zie https://x.nl en www.x.nl", "`a` en ` alleen", "😀 é"] {
            assert_eq!(plain(&escape(text)), text);
        }
        assert_eq!(plain(&paragraph("een *\ntwee")), "een *\ntwee");
    }

    #[test]
    fn code_stays_marked_as_such() {
        assert_eq!(plain(&prose("zet `a_b` bij *x*")), "zet `a_b` bij *x*");
        assert_eq!(plain(&prose("bij `a|b`")), "bij `a|b`");
        assert_eq!(plain(&prose("bij `a\u{FDD0}b`")), "bij `a`b`");
        assert_eq!(plain(&prose("bij `\u{FDD0}`")), "bij ```");
        assert_eq!(plain("een ` zonder eind"), "een ` zonder eind`");
    }

    #[test]
    fn headings_and_lists_are_lines() {
        let blocks = vec![Block::List("Lijst".to_owned(), vec!["[a](b)\nc".to_owned()])];
        let shown = brief(&Sheet { title: "T".to_owned(), subtitle: "S".to_owned(), blocks });
        assert_eq!(plain(&shown), "T · S\n\nLijst\n\n- [a](b)\n  c");
    }
}
