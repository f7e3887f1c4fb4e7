//! `kader check`: lint files and folders.

use clap::ArgMatches;

use crate::cli::fault::Fault;
use crate::cli::judging::{self, Done};
use crate::cli::named::Named;
use crate::cli::options::{self, Options};
use crate::cli::output::{self, Format, Reporter};
use crate::cli::verbose::Stages;
use crate::cli::{Command, Context, FAILED, failures, fault, verbose};
use crate::policy::Lang;
use crate::system::Stream;
use crate::workspace::{Report, Run, Threads};

pub(super) const NAME: &str = "check";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

fn define(lang: Lang) -> clap::Command {
    options::define(judging::command(NAME, lang), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let mut stages = Stages::start(context.system);
    let named = Named::read(context, matches, NAME)?;
    context.govern(matches, named.first());
    let mut options = Options::read(context, matches)?;
    let Done { run, threads } = judging::judged(context, named, &mut options.judging, &mut stages)?;
    let status = status(&run);
    let result = report(context, &options, &threads, &run);
    stages.end("cli-stage-report");
    if options.verbose {
        // Where standard error is gone, the report stands all the same.
        let _ = verbose::write(context, &threads, &run, &stages);
    }
    // The program ends here, and the memory goes with it: taking it down piece by piece would only cost time.
    std::mem::forget((threads, run));
    match result {
        Ok(()) => Ok(status),
        Err(output::Failed::Files) => Ok(FAILED),
        Err(output::Failed::Standard(error)) => Err(Fault::Output { error, status }),
    }
}

/// The exit status of a run as the contract has it.
fn status(run: &Run) -> u8 {
    let fails = |report: &Report| {
        let least = run.rulebooks.books.get(report.book).and_then(|book| book.fail_on);
        least.is_some_and(|least| report.judgement.findings.iter().any(|finding| finding.level >= least))
    };
    match judging::status(run) {
        0 => u8::from(run.reports.iter().any(fails)),
        failed => failed,
    }
}

/// Writes the report files, then the report on standard output, then what went wrong.
fn report(context: &mut Context<'_>, options: &Options, threads: &Threads, run: &Run) -> Result<(), output::Failed> {
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
    };
    // Where standard error is gone, the report stands all the same.
    let _ = fault::config(context, &run.rulebooks.faults);
    let files = reporter.files(context.err, &options.outputs);
    let standard = reporter.standard(context, options.format);
    if !named(context, options) {
        let _ = failures::write(context.err, lang, run);
    }
    standard.map_err(output::Failed::Standard)?;
    if files { Ok(()) } else { Err(output::Failed::Files) }
}

/// Whether the report itself names the failures where the reader of standard error sees them.
fn named(context: &Context<'_>, options: &Options) -> bool {
    let terminal = |stream| context.system.is_terminal(stream);
    match options.format {
        Format::Json => true,
        Format::Full => !options.judging.quiet && terminal(Stream::Output) && terminal(Stream::Error),
        Format::Concise => false,
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
