//! Reports: on standard output in one format, and into files in others.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::cli::Context;
use crate::cli::dress::Dress;
use crate::cli::targets::{self, Target, Word, unwritten, write_files};
use crate::policy::{Lang, Level};
use crate::report::formats::{Beside, Format};
use crate::report::source::Source;
use crate::report::statistics;
use crate::system::{Stream, System};
use crate::workspace::{Run, Threads};

impl Word for Format {
    fn as_str(self) -> &'static str {
        self.word
    }

    fn guards_itself(self) -> bool {
        self.guards_itself
    }
}

/// What could not be written.
#[derive(Debug)]
pub(super) enum Failed {
    /// One or more report files, or the summary of a step; each has been told of.
    Files,
    /// Standard output.
    Standard(io::Error),
}

/// Writes the reports of a run.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Reporter<'a> {
    pub(super) system: &'a dyn System,
    pub(super) run: &'a Run,
    pub(super) lang: Lang,
    pub(super) threads: &'a Threads,
    pub(super) min_severity: Level,
    pub(super) quiet: bool,
    pub(super) statistics: bool,
    pub(super) redact: bool,
    pub(super) suppressions: bool,
}

impl Reporter<'_> {
    /// Writes the report files; false where one could not be written, which `err` tells.
    pub(super) fn files(&self, err: &mut dyn Write, targets: &[Target<Format>]) -> bool {
        write_files((self.system, self.lang), err, targets, &|out, format, dress| self.write(out, format, dress))
    }

    /// Adds what these formats add to files beside their reports, once each; false where that cannot be done, which `err` tells.
    pub(super) fn beside(&self, err: &mut dyn Write, formats: impl Iterator<Item = Format>) -> bool {
        let beside = formats.filter_map(|format| Some((format.word, format.beside?)));
        let mut all = true;
        for Beside { file, text } in beside.collect::<BTreeMap<_, _>>().into_values() {
            let Some(file) = file(self.system) else { continue };
            let added = self.system.append(&file, text(&self.source(Dress::PLAIN)).as_bytes());
            all &= added.inspect_err(|error| unwritten(err, self.lang, &file, error)).is_ok();
        }
        all
    }

    /// Writes the report on standard output. Where a program reads it there, the statistics stand on standard error.
    pub(super) fn standard(&self, context: &mut Context<'_>, format: Format) -> io::Result<()> {
        let dress = Dress::of(context, Stream::Output);
        targets::put(context.out, format, &|out| self.write(out, format, dress))?;
        if !format.counts_by_rule && self.statistics {
            let dress = Dress::of(context, Stream::Error);
            // Where standard error is gone, the report stands all the same.
            let _ = statistics::write(context.err, &self.source(dress));
        }
        Ok(())
    }

    /// Writes the report on standard error, where standard output holds something else.
    pub(super) fn aside(&self, context: &mut Context<'_>, format: Format) -> io::Result<()> {
        let dress = Dress::of(context, Stream::Error);
        targets::put(context.err, format, &|out| self.write(out, format, dress))
    }

    fn write(&self, out: &mut dyn Write, format: Format, dress: Dress) -> io::Result<()> {
        (format.write)(out, &self.source(dress))
    }

    /// What reports are made of.
    fn source(&self, dress: Dress) -> Source<'_> {
        let Self { system, run, lang, threads, min_severity, quiet, statistics, redact, suppressions } = *self;
        let Dress { color, width } = dress;
        Source { run, lang, min_severity, threads, system, color, width, redact, quiet, statistics, suppressions }
    }
}
