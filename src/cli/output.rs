//! Reports: on standard output in one format, and into files in others.

use std::io::{self, Write};

use crate::cli::Context;
use crate::cli::dress::Dress;
use crate::cli::targets::{Target, Word, write_files};
use crate::policy::{Lang, Level};
use crate::report::{concise, full, json, statistics, summary, terminal};
use crate::system::{Stream, System};
use crate::workspace::{Run, Threads};

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people: excerpts, reasons, help.
    Full,
    /// One line a finding.
    Concise,
    /// For programs.
    Json,
}

impl Format {
    /// All formats, in the order of the help.
    pub(super) const ALL: [Self; 3] = [Self::Full, Self::Concise, Self::Json];

    /// The format's word.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Concise => "concise",
            Self::Json => "json",
        }
    }

    /// Reads a format's word.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }
}

impl Word for Format {
    fn as_str(self) -> &'static str {
        self.as_str()
    }
}

/// What could not be written.
#[derive(Debug)]
pub(super) enum Failed {
    /// One or more report files; each has been told of.
    Files,
    /// Standard output.
    Standard(io::Error),
}

/// Writes the reports of a run.
pub(super) struct Reporter<'a> {
    pub(super) system: &'a dyn System,
    pub(super) run: &'a Run,
    pub(super) lang: Lang,
    pub(super) threads: &'a Threads,
    pub(super) min_severity: Level,
    pub(super) quiet: bool,
    pub(super) statistics: bool,
    pub(super) redact: bool,
}

impl Reporter<'_> {
    /// Writes the report files; false where one could not be written, which `err` tells.
    pub(super) fn files(&self, err: &mut dyn Write, targets: &[Target<Format>]) -> bool {
        write_files((self.system, self.lang), err, targets, &|out, format, dress| self.write(out, format, dress))
    }

    /// Writes the report on standard output. Where a program reads it there, the statistics stand on standard error.
    pub(super) fn standard(&self, context: &mut Context<'_>, format: Format) -> io::Result<()> {
        let dress = Dress::of(context, Stream::Output);
        self.write(context.out, format, dress)?;
        if format == Format::Json && self.statistics {
            let dress = Dress::of(context, Stream::Error);
            // Where standard error is gone, the report stands all the same.
            let _ = statistics::write(context.err, &self.source(dress));
        }
        Ok(())
    }

    /// Writes the report on standard error, where standard output holds something else.
    pub(super) fn aside(&self, context: &mut Context<'_>, format: Format) -> io::Result<()> {
        let dress = Dress::of(context, Stream::Error);
        self.write(context.err, format, dress)
    }

    fn write(&self, out: &mut dyn Write, format: Format, dress: Dress) -> io::Result<()> {
        if format == Format::Json {
            let Self { run, lang, threads, min_severity, .. } = *self;
            return json::write(out, &json::Source { run, lang, min_severity, threads });
        }
        let source = self.source(dress);
        if format == Format::Full {
            full::write(out, &source)?;
        } else {
            concise::write(out, &source)?;
        }
        if self.statistics {
            table(out, format, &source)?;
        }
        match format {
            _ if self.quiet => Ok(()),
            Format::Full => summary::write(out, &source),
            _ => summary::line(out, &source),
        }
    }

    /// What the reports for people are made of.
    fn source(&self, dress: Dress) -> terminal::Source<'_> {
        let Self { system, run, lang, min_severity, redact, .. } = *self;
        let Dress { color, width } = dress;
        terminal::Source { run, lang, min_severity, color, redact, width, system }
    }
}

/// Writes the statistics, with an empty line on either side.
fn table(out: &mut dyn Write, format: Format, source: &terminal::Source<'_>) -> io::Result<()> {
    let mut table = Vec::new();
    statistics::write(&mut table, source)?;
    if table.is_empty() {
        return Ok(());
    }
    if format == Format::Concise {
        out.write_all(b"\n")?;
    }
    out.write_all(&table)?;
    out.write_all(b"\n")
}
