//! A writer with styles: the one place that knows how colours are written.

use std::io::{self, Write};

use codespan_reporting::diagnostic::{LabelStyle, Severity};
use codespan_reporting::term::WriteStyle;

use crate::policy::Level;

/// The parameters of a terminal's "select graphic rendition"; empty for plain text.
pub(super) type Style = &'static str;

pub(super) const PLAIN: Style = "";
pub(super) const BOLD: Style = "1";
/// Borders, line numbers, and all that explains from the side.
pub(super) const ASIDE: Style = "94";

/// Writes text in styles. Spaces at the end of a line are left out, and a style is written only where text follows.
pub(super) struct Paint<'w> {
    out: &'w mut dyn Write,
    color: bool,
    wanted: Style,
    current: Style,
    spaces: usize,
}

impl<'w> Paint<'w> {
    pub(super) fn new(out: &'w mut dyn Write, color: bool) -> Self {
        Self { out, color, wanted: PLAIN, current: PLAIN, spaces: 0 }
    }

    /// Writes a text in a style; behind it all is plain.
    pub(super) fn put(&mut self, style: Style, text: &str) -> io::Result<()> {
        self.wanted = style;
        self.write_all(text.as_bytes())?;
        self.wanted = PLAIN;
        Ok(())
    }

    fn turn(&mut self, style: Style) -> io::Result<()> {
        if !self.color || self.current == style {
            return Ok(());
        }
        if self.current != PLAIN {
            self.out.write_all(b"\x1b[0m")?;
        }
        if style != PLAIN {
            write!(self.out, "\x1b[{style}m")?;
        }
        self.current = style;
        Ok(())
    }

    /// Writes a part of a line.
    fn part(&mut self, part: &[u8]) -> io::Result<()> {
        let kept = part.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1);
        let (text, spaces) = part.split_at(kept);
        if !text.is_empty() {
            if self.current != self.wanted {
                self.turn(PLAIN)?;
            }
            write!(self.out, "{:1$}", "", self.spaces)?;
            self.spaces = 0;
            self.turn(self.wanted)?;
            self.out.write_all(text)?;
        }
        self.spaces += spaces.len();
        Ok(())
    }
}

/// The style of a level's word and of what it underlines.
pub(super) const fn of_level(level: Level) -> Style {
    match level {
        Level::Error => "1;31",
        Level::Warning => "1;33",
        Level::Info => "1;36",
        Level::Hint => "32",
    }
}

/// A level as codespan's severity, and back.
pub(super) const fn severity(level: Level) -> Severity {
    match level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Info => Severity::Note,
        Level::Hint => Severity::Help,
    }
}

const fn of_severity(severity: Severity) -> Style {
    of_level(match severity {
        Severity::Bug | Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Info,
        Severity::Help => Level::Hint,
    })
}

impl Write for Paint<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            match line.strip_suffix(b"\n") {
                None => self.part(line)?,
                Some(line) => {
                    self.part(line)?;
                    self.spaces = 0;
                    self.turn(PLAIN)?;
                    self.out.write_all(b"\n")?;
                }
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.turn(PLAIN)?;
        self.out.flush()
    }
}

impl WriteStyle for Paint<'_> {
    fn set_header(&mut self, severity: Severity) -> io::Result<()> {
        self.wanted = of_severity(severity);
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.wanted = BOLD;
        Ok(())
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.wanted = ASIDE;
        Ok(())
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.wanted = ASIDE;
        Ok(())
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.wanted = ASIDE;
        Ok(())
    }

    fn set_label(&mut self, severity: Severity, style: LabelStyle) -> io::Result<()> {
        self.wanted = if style == LabelStyle::Primary { of_severity(severity) } else { ASIDE };
        Ok(())
    }

    fn reset(&mut self) -> io::Result<()> {
        self.wanted = PLAIN;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{BOLD, Paint};

    fn painted(color: bool, work: impl FnOnce(&mut Paint<'_>) -> std::io::Result<()>) -> String {
        let mut out = Vec::new();
        work(&mut Paint::new(&mut out, color)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn spaces_at_the_end_of_a_line_are_left_out() {
        let work = |paint: &mut Paint<'_>| {
            paint.write_all(b"a  ")?;
            paint.put(BOLD, "  \n b ")?;
            paint.write_all(b" c\n  \n")
        };
        assert_eq!(painted(false, work), "a\n b  c\n\n");
    }

    #[test]
    fn styles_end_with_their_text() {
        let work = |paint: &mut Paint<'_>| {
            paint.put(BOLD, "a")?;
            paint.put(BOLD, " b")?;
            paint.write_all(b" c\n")
        };
        assert_eq!(painted(true, work), "\x1b[1ma b\x1b[0m c\n");
        assert_eq!(painted(false, work), "a b c\n");
    }
}
