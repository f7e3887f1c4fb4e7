//! Where reports go: on standard output in one format, and into files in others (`--format`, `--output`).

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::args::{one_of, option};
use crate::cli::dress::Dress;
use crate::cli::fault::{Fault, written};
use crate::cli::guard::{Guard, Lines};
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED};
use crate::policy::Lang;
use crate::report::failures;
use crate::system::{Stream, System};
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::walk;

/// The option that names a format and a file.
pub(super) const OUTPUT: &str = "output";

/// The formats of a command, each with its word.
pub(super) trait Word: Copy {
    /// The format's word.
    fn as_str(self) -> &'static str;

    /// Whether it breaks itself what would be a command to who reads the log of a pipeline.
    fn guards_itself(self) -> bool {
        false
    }
}

/// A format of the commands that are no check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// For people, on a terminal.
    #[default]
    Full,
    /// For programs.
    Json,
    /// For people, in their documents.
    Markdown,
}

impl Word for Form {
    fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Json => "json",
            Self::Markdown => "markdown",
        }
    }
}

/// A report file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target<F> {
    /// How it is written.
    pub(super) format: F,
    path: PathBuf,
}

impl<F> Target<F> {
    /// Its file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl<F: Word> Target<F> {
    /// Reads `FORMAT=FILE` for a command with these formats; the file's name need not be UTF-8.
    pub(super) fn parse(lang: Lang, command: &'static str, formats: &[F], text: &OsStr) -> Result<Self, Usage> {
        let pair = split(text).filter(|(_, path)| !path.is_empty());
        let Some((word, path)) = pair else {
            let args = [("value", visible(&text.to_string_lossy()).into_owned().into())];
            return Err(Usage::new(lang, command, "cli-no-output", &args));
        };
        let known = || formats.iter().map(|format| format.as_str()).collect::<Vec<_>>();
        let format = formats.iter().find(|format| format.as_str() == word);
        let format = *format.ok_or_else(|| Usage::value(lang, "--output", &word, &known()).of(command))?;
        let path = PathBuf::from(path);
        if walk::is_document(&path) {
            return Err(refused(lang, command, "cli-output-document", &path));
        }
        Ok(Self { format, path })
    }
}

/// `--output`, which may stand more than once.
pub(super) fn output(lang: Lang) -> Arg {
    option(lang, OUTPUT).action(ArgAction::Append).value_parser(value_parser!(OsString))
}

/// The report files that the arguments ask for.
///
/// # Errors
/// What is no format and file.
pub(super) fn files<F: Word>(
    lang: Lang,
    matches: &ArgMatches,
    command: &'static str,
    formats: &[F],
) -> Result<Vec<Target<F>>, Usage> {
    let mut targets: Vec<Target<F>> = Vec::new();
    for text in matches.get_many::<OsString>(OUTPUT).into_iter().flatten() {
        let target = Target::parse(lang, command, formats, text)?;
        if targets.iter().any(|other| other.path == target.path) {
            return Err(refused(lang, command, "cli-output-twice", &target.path));
        }
        targets.push(target);
    }
    Ok(targets)
}

fn refused(lang: Lang, command: &'static str, id: &str, path: &Path) -> Usage {
    Usage::new(lang, command, id, &[("path", visible(&path.to_string_lossy()).into_owned().into())])
}

/// Writes report files as `write` makes them; false where one could not be written, which `err` tells.
pub(super) fn write_files<F: Word>(
    (system, lang): (&dyn System, Lang),
    err: &mut dyn Write,
    targets: &[Target<F>],
    write: &dyn Fn(&mut dyn Write, F, Dress) -> io::Result<()>,
) -> bool {
    let mut all = true;
    for target in targets {
        let mut bytes = Guard::new(Vec::new());
        let made = put(&mut bytes, target.format, &|out| write(out, target.format, Dress::PLAIN));
        let written = made.and_then(|()| system.write(&target.path, &bytes.into_inner()?));
        if let Err(error) = written {
            all = false;
            unwritten(err, lang, &target.path, &error);
        }
    }
    all
}

/// Writes a report on a stream, harmless to a log.
///
/// # Errors
/// Those of the stream.
pub(super) fn put<F: Word>(
    out: &mut dyn Lines,
    format: F,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    if format.guards_itself() { write(out.raw()?) } else { write(out) }
}

/// Tells that a report file could not be written.
pub(super) fn unwritten(err: &mut dyn Write, lang: Lang, path: &Path, error: &io::Error) {
    let texts = Texts::get(lang);
    let reason = failures::reason(lang, error.kind(), &error.to_string());
    let text = texts.format("cli-not-written", &[("reason", reason.into())]);
    // Where standard error is gone, the status tells.
    let _ = writeln!(err, "{}: {}: {text}", texts.format("cli-error", &[]), visible(&path.to_string_lossy()));
}

/// The arguments of a command that is no check: `--format` out of these words, the first of which is the usual one, and `--output`.
pub(super) fn define<F: Word, const N: usize>(
    command: clap::Command,
    lang: Lang,
    formats: [F; N],
    id: &'static str,
) -> clap::Command {
    command.arg(one_of(lang, id, formats.map(F::as_str)).long("format")).arg(output(lang))
}

/// Where the report of such a command goes.
pub(super) struct Outputs<F> {
    format: F,
    files: Vec<Target<F>>,
}

impl<F: Word + Default> Outputs<F> {
    /// Reads it; `(command, id)` is the command's name and that of its option `--format`.
    ///
    /// # Errors
    /// What is no format and file.
    pub(super) fn read(
        lang: Lang,
        matches: &ArgMatches,
        (command, id): (&'static str, &str),
        formats: &[F],
    ) -> Result<Self, Usage> {
        let word = matches.get_one::<String>(id);
        let asked = word.and_then(|word| formats.iter().find(|format| format.as_str() == word));
        let format = asked.or(formats.first()).copied().unwrap_or_default();
        Ok(Self { format, files: files(lang, matches, command, formats)? })
    }

    /// Writes the files, then standard output, as `write` makes them. Gives the status of the work, or that something could not be written.
    ///
    /// # Errors
    /// That standard output could not be written.
    pub(super) fn write(
        &self,
        context: &mut Context<'_>,
        status: u8,
        write: &dyn Fn(&mut dyn Write, F, Dress) -> io::Result<()>,
    ) -> Result<u8, Fault> {
        let files = write_files((context.system, context.lang), context.err, &self.files, write);
        let dress = Dress::of(context, Stream::Output);
        let status = written(write(context.out, self.format, dress), status)?;
        Ok(if files { status } else { FAILED })
    }
}

/// The parts ahead of and behind the first `=`.
#[cfg(unix)]
fn split(text: &OsStr) -> Option<(String, OsString)> {
    use std::os::unix::ffi::OsStrExt as _;
    let bytes = text.as_bytes();
    let at = bytes.iter().position(|byte| *byte == b'=')?;
    let word = String::from_utf8_lossy(&bytes[..at]).into_owned();
    Some((word, OsStr::from_bytes(&bytes[at + 1..]).to_owned()))
}

#[cfg(not(unix))]
fn split(text: &OsStr) -> Option<(String, OsString)> {
    let (word, path) = text.to_str()?.split_once('=')?;
    Some((word.to_owned(), path.into()))
}
