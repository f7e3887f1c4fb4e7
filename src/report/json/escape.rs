//! JSON whose strings hold nothing that a terminal or a log would act on.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::text::escape::is_hidden;
use crate::text::log::harmless_bytes;

/// Writes a value on one line, with nothing in it that is a command to the log of a pipeline.
///
/// # Errors
/// Those of the writer.
pub(in crate::report) fn write<T: Serialize>(out: &mut Vec<u8>, value: &T) -> io::Result<()> {
    let start = out.len();
    let mut serializer = Serializer::with_formatter(&mut *out, Visible);
    value.serialize(&mut serializer).map_err(io::Error::from)?;
    if let Cow::Owned(harmless) = harmless_bytes(out.get(start..).unwrap_or_default()) {
        out.truncate(start);
        out.extend(harmless);
    }
    Ok(())
}

/// One line, with a space behind `:` and `,`; what is hidden in a string is written as an escape.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        // Below DEL nothing is hidden here: `serde_json` has escaped the control characters already.
        if fragment.is_ascii() && memchr::memchr(0x7F, fragment.as_bytes()).is_none() {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((at, hidden)) = rest.char_indices().find(|(_, c)| is_hidden(*c)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + hidden.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }
}
