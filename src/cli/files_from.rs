//! Lists of files: a name a line, or names that end in NUL.

use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::Context;
use crate::cli::fault::Fault;
use crate::cli::judging::{FILES_FROM, NUL};
use crate::system::{ReadFile, paths};

/// The most bytes of a list.
const LIMIT: u64 = 64 << 20;
/// The list that stands on standard input.
const STANDARD: &str = "-";

/// The files that a list names, in its order; `None` where no list is asked for.
pub(super) fn read(context: &Context<'_>, matches: &ArgMatches) -> Result<Option<Vec<PathBuf>>, Fault> {
    let Some(path) = matches.get_one::<PathBuf>(FILES_FROM) else { return Ok(None) };
    let read = if is_standard(path) { context.system.stdin(LIMIT) } else { context.system.read(path, LIMIT) };
    let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
    let bytes = read.and_then(|read| match read {
        ReadFile::Bytes(bytes) => Ok(bytes),
        ReadFile::TooLarge(_) => Err(too_large()),
    });
    let bytes = bytes.map_err(|error| Fault::List { path: path.clone(), error })?;
    Ok(Some(names(&bytes, matches.get_flag(NUL)).map(paths::of_bytes).collect()))
}

/// Whether the list stands on standard input.
pub(super) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// The names in a list. Lines end in LF or CR LF; empty ones are passed over, and so is a byte order mark in front of lines.
fn names(bytes: &[u8], nul: bool) -> impl Iterator<Item = &[u8]> {
    let end = if nul { 0 } else { b'\n' };
    let name = move |line| if nul { line } else { <[u8]>::strip_suffix(line, b"\r").unwrap_or(line) };
    let bytes = if nul { bytes } else { bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes) };
    bytes.split(move |byte| *byte == end).map(name).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::names;

    fn of(bytes: &[u8], nul: bool) -> Vec<&[u8]> {
        names(bytes, nul).collect()
    }

    #[test]
    fn a_line_a_name() {
        assert_eq!(of(b"a b\r\n\n\xFF\nc", false), [&b"a b"[..], b"\xFF", b"c"]);
        assert_eq!(of(b"", false), [&b""[..]; 0]);
        assert_eq!(of(b"\xEF\xBB\xBFa\r\n", false), [b"a"]);
        assert_eq!(of(b"a\0b", false), [b"a\0b"]);
    }

    #[test]
    fn with_nul_everything_else_belongs_to_the_name() {
        assert_eq!(of(b"a\nb\r\0c\0", true), [&b"a\nb\r"[..], b"c"]);
    }
}
