//! Changes of files as a unified diff, for people and for patch tools.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use crate::cli::Context;
use crate::system::{Stream, System};
use crate::text::diff::{AROUND, Line, hunks};
use crate::text::visible;

/// What stands for the end of a file that has no line end, as `diff` writes it.
const NO_LINE_END: &str = "\\ No newline at end of file\n";

const PLAIN: &str = "";
const BOLD: &str = "1";
const REMOVED: &str = "31";
const ADDED: &str = "32";
const PLACE: &str = "36";

/// Writes diffs.
pub(super) struct Patch<'w> {
    out: &'w mut dyn Write,
    color: bool,
    /// Whether what a terminal or a log would act on is shown as visible escapes; a patch tool needs the bytes as they are.
    escape: bool,
}

impl<'w> Patch<'w> {
    /// On standard output.
    ///
    /// # Errors
    /// Those of standard output.
    pub(super) fn new(context: &'w mut Context<'_>) -> io::Result<Self> {
        let color = context.color.decide(context.system, Stream::Output);
        let escape = context.system.is_terminal(Stream::Output) || in_pipeline(context.system);
        let out: &mut dyn Write = if escape { context.out } else { context.out.raw()? };
        Ok(Self { out, color, escape })
    }

    /// Writes the diff between two texts of a file; nothing where they are equal. A line ends behind its line feed, so that carriage
    /// returns are part of lines.
    ///
    /// # Errors
    /// Those of the writer.
    pub(super) fn file(&mut self, path: &str, (old, new): (&str, &str)) -> io::Result<()> {
        let path = if self.escape { visible(path) } else { header(path) };
        for (number, hunk) in hunks(old, new, AROUND).iter().enumerate() {
            if number == 0 {
                self.line(BOLD, "", &format!("--- {path}\n"))?;
                self.line(BOLD, "", &format!("+++ {path}\n"))?;
            }
            self.line(PLACE, "", &format!("@@ -{} +{} @@\n", covered(&hunk.old), covered(&hunk.new)))?;
            for line in &hunk.lines {
                let (style, sign, text) = match line {
                    Line::Same(text) => (PLAIN, " ", text),
                    Line::Removed(text) => (REMOVED, "-", text),
                    Line::Added(text) => (ADDED, "+", text),
                };
                self.line(style, sign, text)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, style: &str, sign: &str, text: &str) -> io::Result<()> {
        let content = text.trim_end_matches(['\r', '\n']);
        let (content, end) = (self.shown(content), &text[content.len()..]);
        if self.color && style != PLAIN {
            write!(self.out, "\u{1B}[{style}m{sign}{content}\u{1B}[0m{end}")?;
        } else {
            write!(self.out, "{sign}{content}{end}")?;
        }
        if end.ends_with('\n') { Ok(()) } else { write!(self.out, "\n{NO_LINE_END}") }
    }

    fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.escape {
            return text.into();
        }
        text.split('\t').map(visible).collect::<Vec<_>>().join("\t").into()
    }
}

/// Whether a pipeline of GitHub or Azure runs the program: what it prints then goes into a log that is read for commands.
fn in_pipeline(system: &dyn System) -> bool {
    ["GITHUB_ACTIONS", "TF_BUILD"].iter().any(|name| system.env(name).is_some_and(|value| !value.is_empty()))
}

/// A path as a patch tool reads it: with a tab behind it where a space would end it, and in quotes where it holds what would break the
/// line (git's form, which GNU patch reads, too).
fn header(path: &str) -> Cow<'_, str> {
    let odd = |byte: u8| byte.is_ascii_control() || byte == b'"' || byte == b'\\';
    if path.bytes().any(odd) {
        let byte = |byte: u8| if odd(byte) { format!("\\{byte:03o}").into_bytes() } else { vec![byte] };
        let quoted = path.bytes().flat_map(byte).collect::<Vec<_>>();
        format!("\"{}\"", String::from_utf8_lossy(&quoted)).into()
    } else if path.contains(' ') {
        format!("{path}\t").into()
    } else {
        path.into()
    }
}

/// Lines as a hunk's head has them: the first, 1-based, and how many where it is not one. Of no lines, the one before.
fn covered(lines: &Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{Patch, header};

    fn shown(old: &str, new: &str, (color, escape): (bool, bool)) -> String {
        let mut out = Vec::new();
        Patch { out: &mut out, color, escape }.file("a b\u{202E}", (old, new)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_change_has_three_lines_around_it() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let wanted = "--- a b\u{202E}\t\n+++ a b\u{202E}\t\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n";
        assert_eq!(shown(old, &old.replace('5', "x"), (false, false)), wanted);
        assert_eq!(shown("x", "x", (false, false)), "");
        assert!(shown("", "a\n", (false, false)).contains("@@ -0,0 +1 @@\n"));
        assert!(shown("", "a\n", (false, true)).starts_with("--- a b\\u{202E}\n"));
    }

    #[test]
    fn names_are_such_that_a_patch_tool_finds_the_file() {
        assert_eq!(header("map/a.json"), "map/a.json");
        assert_eq!(header("een map/a.json"), "een map/a.json\t");
        assert_eq!(header("a\n\"é"), r#""a\012\042é""#);
    }

    #[test]
    fn bytes_are_those_of_the_texts_but_on_a_terminal() {
        let (old, new) = ("\u{FEFF}1\r\n\t2", "\u{FEFF}1\r\n\t3");
        let raw = shown(old, new, (false, false));
        assert!(
            raw.ends_with(" \u{FEFF}1\r\n-\t2\n\\ No newline at end of file\n+\t3\n\\ No newline at end of file\n")
        );
        assert!(shown(old, new, (false, true)).contains(" \\u{FEFF}1\r\n-\t2\n"));
    }

    #[test]
    fn colours() {
        let text = shown("a\n", "b\n", (true, false));
        assert!(text.contains("\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"), "{text:?}");
    }
}
