//! `kader check`: lint files and folders.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::commands::Command;
use crate::cli::fault::Fault;
use crate::cli::judging::{self, Done};
use crate::cli::mending::{self, Mending};
use crate::cli::named::{Filtered, Named};
use crate::cli::options::{self, Options};
use crate::cli::output::{self, Reporter};
use crate::cli::usage::Usage;
use crate::cli::verbose::Stages;
use crate::cli::watch::Round;
use crate::cli::{Context, FAILED, baseline, failures, fault, redact, verbose, watch};
use crate::policy::Lang;
use crate::report::formats::Failures;
use crate::system::{Stream, System};
use crate::texts::Texts;
use crate::workspace::mend::{Mended, Task};
use crate::workspace::{self, Progress, Run, Settings, Threads};

pub(in crate::cli) const NAME: &str = "check";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

fn define(lang: Lang) -> clap::Command {
    options::define(judging::command(NAME, lang), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    if !matches.get_flag(watch::WATCH) {
        let Checked { result, done, .. } = once(context, matches)?;
        // The program ends here, and the memory goes with it: taking it down piece by piece would only cost time.
        std::mem::forget(done);
        return result;
    }
    if judging::named(context, matches, NAME)?.is_standard() {
        let args = [("option", format!("--{}", watch::WATCH).into()), ("other", "-".into())];
        return Err(Usage::new(context.lang, NAME, "cli-conflict", &args).into());
    }
    let own: Vec<_> = Options::read(context, matches)?.outputs.iter().map(|target| target.path().to_owned()).collect();
    watch::watched(context, matches, &own, &|context| {
        let Checked { result, done, written } = once(context, matches)?;
        let books = done.iter().flat_map(|done| &done.run.rulebooks.books);
        let read = books.filter_map(|book| book.baseline.clone()).collect();
        Ok(Round { status: result?, read, written })
    })
}

/// What became of a check.
struct Checked {
    /// The exit status.
    result: Result<u8, Fault>,
    /// All that was read.
    done: Option<Done>,
    /// The documents that were mended.
    written: Vec<PathBuf>,
}

fn once(context: &mut Context<'_>, matches: &ArgMatches) -> Result<Checked, Fault> {
    let mut stages = Stages::start(context.system);
    let named = judging::named(context, matches, NAME)?;
    let options = Options::read(context, matches)?;
    if let Some(mending) = options.mending {
        return mend(context, named, (&options, mending), &mut stages);
    }
    let mut done = judging::judged(context, named, &options.judging, &mut stages)?;
    let baselines = baseline::apply(context, &options, &mut done.run)?;
    let status = status(&done.run);
    let job = ReportJob { status, stages: &mut stages, aside: false };
    let result = report_and_status(context, &options, &mut done, job);
    baseline::tell(context, &baselines, options.judging.quiet);
    Ok(Checked { result, done: Some(done), written: Vec::new() })
}

/// Mends what is found, and reports what is left.
fn mend(
    context: &mut Context<'_>,
    named: Named,
    (options, mending): (&Options, Mending),
    stages: &mut Stages<'_>,
) -> Result<Checked, Fault> {
    if let Some(pipe) = named.pipe(context.system).filter(|_| !mending.diff) {
        let why = Texts::get(context.lang).format("cli-not-regular", &[]);
        return Err(Fault::Named { name: pipe.to_string_lossy().into_owned(), why });
    }
    let Filtered { inputs, unread, text } = named.filtered(context, options.judging.force_exclude);
    let writes = |run: &Run| !mending.diff && !baseline::is_unnamed(options, run);
    let task = Task { extent: mending.extent, writes: &writes };
    let work = |system: &dyn System, settings: &Settings<'_>, inputs, progress: &Progress| {
        workspace::mend::mend(system, settings, inputs, &task, progress)
    };
    let (mut mended, threads) = judging::worked(context, (inputs, unread), (&options.judging, stages), work)?;
    let baselines = baseline::apply(context, options, &mut mended.run)?;
    if mending.diff {
        let differs = mending::show(context, &mended)?;
        judging::tell(context, &mended.run);
        tell_of_mending(context, options, &mended, mending);
        let status = differs.max(judging::status(&mended.run));
        return Ok(Checked { result: Ok(status), done: None, written: Vec::new() });
    }
    if let Some(came) = &text {
        mending::print(context, &mended, came)?;
    }
    tell_of_mending(context, options, &mended, mending);
    let left = status(&mended.run);
    let status = left.max(u8::from(mending.exit_on_fix && !mended.changed.is_empty()));
    let written = mended.changed.iter().filter_map(|changed| Some(changed.name.file.as_ref()?.to_path_buf())).collect();
    let mut done = Done { run: mended.run, threads };
    let result = report_and_status(context, options, &mut done, ReportJob { status, stages, aside: text.is_some() });
    baseline::tell(context, &baselines, options.judging.quiet);
    Ok(Checked { result, done: Some(done), written })
}

fn tell_of_mending(context: &mut Context<'_>, options: &Options, mended: &Mended, mending: Mending) {
    if !options.judging.quiet {
        // Where standard error is gone, the work is done all the same.
        let _ = mending::tell(context, mended, mending);
    }
}

/// What a report needs beside the run.
struct ReportJob<'s, 't> {
    /// The exit status of the run.
    status: u8,
    stages: &'s mut Stages<'t>,
    /// Whether the report stands on standard error, for standard output has a mended text.
    aside: bool,
}

/// Reports a run, and gives its status.
fn report_and_status(
    context: &mut Context<'_>,
    options: &Options,
    done: &mut Done,
    ReportJob { status, stages, aside }: ReportJob<'_, '_>,
) -> Result<u8, Fault> {
    if options.judging.redact {
        redact::hide(context.system, &mut done.run);
    }
    let (threads, run) = (&done.threads, &done.run);
    let result = report(context, options, (threads, run), aside);
    stages.end("cli-stage-report");
    if options.verbose {
        // Where standard error is gone, the report stands all the same.
        let _ = verbose::write(context, threads, run, stages);
    }
    match result {
        Ok(()) => Ok(status),
        Err(output::Failed::Files) => Ok(FAILED),
        Err(output::Failed::Standard(error)) => Err(Fault::Output { error, status }),
    }
}

/// The exit status of a run: what could not be done goes before what was found.
fn status(run: &Run) -> u8 {
    match judging::status(run) {
        0 => u8::from(run.reports.iter().any(|report| run.fails(report))),
        failed => failed,
    }
}

/// Writes the report files, then the report on standard output, then what went wrong.
fn report(
    context: &mut Context<'_>,
    options: &Options,
    (threads, run): (&Threads, &Run),
    aside: bool,
) -> Result<(), output::Failed> {
    let lang = context.lang;
    let reporter = Reporter {
        system: context.system,
        run,
        lang,
        threads,
        min_severity: options.min_severity,
        quiet: options.judging.quiet,
        statistics: options.statistics,
        redact: options.judging.redact,
        suppressions: options.suppressions,
    };
    // Where standard error is gone, the report stands all the same.
    let _ = fault::config(context, &run.rulebooks.faults);
    let files = reporter.files(context.err, &options.outputs);
    let formats = options.outputs.iter().map(|target| target.format).chain([options.format]);
    let files = reporter.beside(context.err, formats) && files;
    let standard =
        if aside { reporter.aside(context, options.format) } else { reporter.standard(context, options.format) };
    if !report_names_failures(context, options) {
        let _ = failures::write(context.err, lang, run);
    }
    standard.map_err(output::Failed::Standard)?;
    if files { Ok(()) } else { Err(output::Failed::Files) }
}

/// Whether the report itself names the failures where the reader of standard error sees them.
fn report_names_failures(context: &Context<'_>, options: &Options) -> bool {
    let terminal = |stream| context.system.is_terminal(stream);
    match options.format.failures {
        Failures::Named => true,
        Failures::Summed => !options.judging.quiet && terminal(Stream::Output) && terminal(Stream::Error),
        Failures::Nowhere => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::workspace::embedded_policy;

    #[test]
    fn the_policy_that_the_program_carries_has_no_fault() {
        assert!(embedded_policy().is_ok());
    }
}
