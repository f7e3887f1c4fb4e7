//! What codespan writes, without what is written in the reader's own language before it.

use std::io::{self, Write};

use codespan_reporting::diagnostic::{LabelStyle, Severity};
use codespan_reporting::term::WriteStyle;

use crate::report::paint::Paint;

/// The header and the location, which codespan writes first.
const SKIPPED: u8 = 2;

/// Passes on what codespan writes, but not its first lines, and no line ends at the end.
pub(super) struct Body<'p, 'w> {
    paint: &'p mut Paint<'w>,
    skip: u8,
    /// Line ends that are written once something follows.
    ends: usize,
}

impl<'p, 'w> Body<'p, 'w> {
    pub(super) fn new(paint: &'p mut Paint<'w>) -> Self {
        Self { paint, skip: SKIPPED, ends: 0 }
    }

    /// Ends the last line.
    pub(super) fn finish(self) -> io::Result<()> {
        self.paint.reset()?;
        self.paint.write_all(b"\n")
    }
}

impl Write for Body<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let ends = line.ends_with(b"\n");
            if self.skip > 0 {
                self.skip -= u8::from(ends);
                continue;
            }
            let text = line.strip_suffix(b"\n").unwrap_or(line);
            if !text.is_empty() {
                for _ in 0..std::mem::take(&mut self.ends) {
                    self.paint.write_all(b"\n")?;
                }
                self.paint.write_all(text)?;
            }
            self.ends += usize::from(ends);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.paint.flush()
    }
}

impl WriteStyle for Body<'_, '_> {
    fn set_header(&mut self, severity: Severity) -> io::Result<()> {
        self.paint.set_header(severity)
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.paint.set_header_message()
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.paint.set_line_number()
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.paint.set_note_bullet()
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.paint.set_source_border()
    }

    fn set_label(&mut self, severity: Severity, style: LabelStyle) -> io::Result<()> {
        self.paint.set_label(severity, style)
    }

    fn reset(&mut self) -> io::Result<()> {
        self.paint.reset()
    }
}
