//! An object of which every member stands on a line of its own, and every item of its long lists too.

use std::io::{self, Write};

use serde::Serialize;

use super::escape;
use super::v1::Tool;
use crate::policy::Day;

/// Writes such an object, member by member, with nothing that a terminal would act on.
pub struct Lines<'w> {
    out: &'w mut dyn Write,
}

impl<'w> Lines<'w> {
    /// Opens an object that says the version of its format.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn open(out: &'w mut dyn Write, version: u32) -> io::Result<Self> {
        write!(out, "{{\n  \"version\": {version}")?;
        Ok(Self { out })
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

    /// Writes a member on one line.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn member<T: Serialize>(&mut self, name: &str, value: &T) -> io::Result<()> {
        write!(self.out, ",\n  \"{name}\": ")?;
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
    pub(super) fn list_of_lines(
        &mut self,
        name: &str,
        lines: impl Iterator<Item = io::Result<Vec<u8>>>,
    ) -> io::Result<()> {
        write!(self.out, ",\n  \"{name}\": [")?;
        let mut any = false;
        for line in lines {
            self.out.write_all(if any { b",\n    " } else { b"\n    " })?;
            self.out.write_all(&line?)?;
            any = true;
        }
        self.out.write_all(if any { b"\n  ]" } else { b"]" })
    }

    /// Ends the report.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn close(self) -> io::Result<()> {
        self.out.write_all(b"\n}\n")
    }
}

fn line_of<T: Serialize>(value: &T) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    escape::write(&mut line, value)?;
    Ok(line)
}
