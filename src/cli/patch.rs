//! Changes of files as a unified diff, for people and for `patch`.

use std::io::{self, Write};

use crate::text::diff::{Hunk, Line, hunks};
use crate::text::visible;

const PLAIN: &str = "";
const BOLD: &str = "1";
const REMOVED: &str = "31";
const ADDED: &str = "32";
const PLACE: &str = "36";

/// What stands for the end of a file that has no line end, as `diff` writes it.
const NO_LINE_END: &str = "\\ No newline at end of file";

/// Writes the unified diff of a file; nothing where nothing differs. What a terminal would act on is shown as visible escapes, but
/// for tabs, and for a CR that ends a line.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(out: &mut dyn Write, path: &str, (old, new): (&str, &str), color: bool) -> io::Result<()> {
    let hunks = hunks(old, new);
    if hunks.is_empty() {
        return Ok(());
    }
    let mut painter = Painter { out, color };
    let path = visible(path);
    painter.line(BOLD, &format!("--- {path}"), "\n")?;
    painter.line(BOLD, &format!("+++ {path}"), "\n")?;
    hunks.iter().try_for_each(|hunk| painter.hunk(hunk))
}

struct Painter<'w> {
    out: &'w mut dyn Write,
    color: bool,
}

impl Painter<'_> {
    fn hunk(&mut self, hunk: &Hunk<'_>) -> io::Result<()> {
        let (old, new) = (range(&hunk.old), range(&hunk.new));
        self.line(PLACE, &format!("@@ -{old} +{new} @@"), "\n")?;
        for line in &hunk.lines {
            let (style, sign, text) = match line {
                Line::Same(text) => (PLAIN, ' ', text),
                Line::Removed(text) => (REMOVED, '-', text),
                Line::Added(text) => (ADDED, '+', text),
            };
            let (content, end) = parts(text);
            let shown: Vec<_> = content.split('\t').map(visible).collect();
            self.line(style, &format!("{sign}{}", shown.join("\t")), if end.is_empty() { "\n" } else { end })?;
            if end.is_empty() {
                self.line(PLAIN, NO_LINE_END, "\n")?;
            }
        }
        Ok(())
    }

    fn line(&mut self, style: &str, text: &str, end: &str) -> io::Result<()> {
        if self.color && style != PLAIN {
            write!(self.out, "\u{1B}[{style}m{text}\u{1B}[0m{end}")
        } else {
            write!(self.out, "{text}{end}")
        }
    }
}

/// A line without its end, and the end: CR LF, LF, or nothing at the end of a file.
fn parts(line: &str) -> (&str, &str) {
    let content = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
    line.split_at(content.len())
}

/// Lines as a hunk's head has them: the first, 1-based, and how many where it is not one. Of no lines, the one before.
fn range(lines: &std::ops::Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::write;

    fn shown(old: &str, new: &str, color: bool) -> String {
        let mut out = Vec::new();
        write(&mut out, "a\u{202E}", (old, new), color).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_unified_diff() {
        assert_eq!(
            shown("een\ntwee\n", "een\nzwei\n", false),
            "--- a\\u{202E}\n+++ a\\u{202E}\n@@ -1,2 +1,2 @@\n een\n-twee\n+zwei\n"
        );
        assert_eq!(shown("x", "x", false), "");
    }

    #[test]
    fn line_ends_show_as_they_are() {
        let text = shown("a\r\n\tb\u{1B}", "a\r\nb\r\r\n", false);
        assert!(text.ends_with(" a\r\n-\tb\\u{1B}\n\\ No newline at end of file\n+b\\u{D}\r\n"), "{text:?}");
    }

    #[test]
    fn places_of_nothing_and_of_one_line() {
        assert!(shown("", "a\n", false).contains("@@ -0,0 +1 @@\n"));
    }

    #[test]
    fn colours() {
        let text = shown("a\n", "b\n", true);
        assert!(text.contains("\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"), "{text:?}");
    }
}
