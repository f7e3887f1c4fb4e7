//! An object of which every member stands on a line of its own, and every item of its long lists too.

use std::io::{self, Write};

use serde::Serialize;

use super::escape;
use super::v1::Tool;
use crate::policy::Day;

/// What comes from putting an item into a line.
pub(in crate::report) type Line = io::Result<Vec<u8>>;

/// Writes such an object, member by member, with nothing that a terminal would act on.
pub struct Lines<'w> {
    out: &'w mut dyn Write,
    /// Columns ahead of its closing bracket.
    indent: usize,
    /// Whether it has a member already.
    any: bool,
}

impl<'w> Lines<'w> {
    /// Opens an object that says the version of its format.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn open(out: &'w mut dyn Write, version: u32) -> io::Result<Self> {
        let mut lines = Self::object(out)?;
        lines.member("version", &version)?;
        Ok(lines)
    }

    /// Opens a report, which says the tool and the day of judgement too.
    ///
    /// # Errors
    /// Those of the writer.
    pub(in crate::report) fn report(out: &'w mut dyn Write, version: u32, as_of: Day) -> io::Result<Self> {
        let mut lines = Self::open(out, version)?;
        lines.member("tool", &Tool::THIS)?;
        lines.member("asOf", &as_of.to_string())?;
        Ok(lines)
    }

    /// Opens an object.
    ///
    /// # Errors
    /// Those of the writer.
    pub(in crate::report) fn object(out: &'w mut dyn Write) -> io::Result<Self> {
        Self::at(out, 0)
    }

    fn at(out: &'w mut dyn Write, indent: usize) -> io::Result<Self> {
        out.write_all(b"{")?;
        Ok(Self { out, indent, any: false })
    }

    fn key(&mut self, name: &str) -> io::Result<()> {
        let comma = if self.any { "," } else { "" };
        self.any = true;
        write!(self.out, "{comma}\n{:1$}\"{name}\": ", "", self.indent + 2)
    }

    /// Writes a member on one line.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn member<T: Serialize>(&mut self, name: &str, value: &T) -> io::Result<()> {
        self.key(name)?;
        self.out.write_all(&line_of(value)?)
    }

    /// Writes a list with a line for each item.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn list<T: Serialize>(&mut self, name: &str, items: impl Iterator<Item = T>) -> io::Result<()> {
        self.list_of_lines(name, items.map(|item| line_of(&item)))
    }

    /// Writes a list of items that have been put into lines.
    ///
    /// # Errors
    /// Those of the items and of the writer.
    pub(in crate::report) fn list_of_lines(&mut self, name: &str, lines: impl Iterator<Item = Line>) -> io::Result<()> {
        self.key(name)?;
        list(self.out, self.indent + 2, lines)
    }

    /// Writes a member that is such an object itself.
    ///
    /// # Errors
    /// Those of the writer.
    pub(in crate::report) fn within(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Lines<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.key(name)?;
        let mut inner = Lines::at(&mut *self.out, self.indent + 2)?;
        write(&mut inner)?;
        inner.end()
    }

    /// Writes a member that is a list of one such object.
    ///
    /// # Errors
    /// Those of the writer.
    pub(in crate::report) fn within_list(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Lines<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.key(name)?;
        let indent = self.indent + 2;
        write!(self.out, "[\n{:1$}", "", indent + 2)?;
        let mut inner = Lines::at(&mut *self.out, indent + 2)?;
        write(&mut inner)?;
        inner.end()?;
        write!(self.out, "\n{:indent$}]", "")
    }

    fn end(self) -> io::Result<()> {
        write!(self.out, "\n{:1$}}}", "", self.indent)
    }

    /// Ends the report.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn close(self) -> io::Result<()> {
        self.out.write_all(b"\n}\n")
    }
}

/// Writes a list with a line for each item; its closing bracket stands behind so many columns.
pub(in crate::report) fn list(out: &mut dyn Write, indent: usize, lines: impl Iterator<Item = Line>) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut any = false;
    for line in lines {
        write!(out, "{}\n{:2$}", if any { "," } else { "" }, "", indent + 2)?;
        out.write_all(&line?)?;
        any = true;
    }
    if any { write!(out, "\n{:indent$}]", "") } else { out.write_all(b"]") }
}

/// A value on one line.
pub(in crate::report) fn line_of<T: Serialize>(value: &T) -> Line {
    let mut line = Vec::new();
    escape::write(&mut line, value)?;
    Ok(line)
}
