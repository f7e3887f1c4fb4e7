//! `kader check`: lint files and folders.

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::fault::Fault;
use crate::cli::options::{self, Options};
use crate::cli::output::{Format, Reporter};
use crate::cli::usage::Usage;
use crate::cli::verbose::Stages;
use crate::cli::{Command, Context, FAILED, failures, output, progress, verbose};
use crate::policy::{Lang, Level};
use crate::system::Stream;
use crate::texts::Texts;
use crate::workspace::run::{MAX_SIZE, STDIN, Standard, run as check};
use crate::workspace::{Failure, FailureKind, Inputs, Judge, Progress, Run, Settings, Threads, embedded_policy};

pub(super) const NAME: &str = "check";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

/// The path that stands for standard input.
const STANDARD: &str = "-";

fn define(lang: Lang) -> clap::Command {
    let texts = Texts::get(lang);
    let paths = Arg::new("path")
        .action(ArgAction::Append)
        .value_parser(value_parser!(std::path::PathBuf))
        .value_name(texts.plain("cli-value-path"))
        .help(texts.plain("cli-help-path"))
        .help_heading(texts.plain("cli-heading-arguments"));
    let command = clap::Command::new(NAME).about(texts.plain("cli-about-check"));
    options::define(command.arg(paths), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let mut stages = Stages::start(context.system);
    let policy = embedded_policy().map_err(Fault::Policy)?;
    let options = Options::read(context, matches, &policy)?;
    let (inputs, unread) = inputs(context, matches)?;
    let mut judge = Judge::new(policy, options.as_of);
    judge.selection = options.selection.clone();
    let allow_empty = options.allow_empty || unread.is_some();
    let settings = Settings {
        judge,
        max_size: MAX_SIZE,
        threads: Threads::new(options.jobs),
        allow_empty,
        context: crate::workspace::Context::Root,
    };
    stages.end("cli-stage-load");

    let progress = Progress::default();
    let system = context.system;
    let work = || check(system, &settings, &inputs, &progress);
    let mut run = if system.is_terminal(Stream::Error) && !options.quiet {
        progress::during(context.err, context.lang, &progress, work)
    } else {
        work()
    };
    run.failures.extend(unread);
    stages.end("cli-stage-check");

    let status = status(&run, options.fail_on);
    let result = report(context, &options, &settings, &run);
    stages.end("cli-stage-report");
    if options.verbose {
        // Where standard error is gone, the report stands all the same.
        let _ = verbose::write(context, &settings, &run, &stages);
    }
    // The program ends here, and the memory goes with it: taking it down piece by piece would only cost time.
    std::mem::forget((settings, run));
    match result {
        Ok(()) => Ok(status),
        Err(output::Failed::Files) => Ok(FAILED),
        Err(output::Failed::Standard(error)) => Err(Fault::Output { error, status }),
    }
}

/// What the arguments name. Standard input is read here; where that fails, the failure is part of the run.
fn inputs(context: &Context<'_>, matches: &ArgMatches) -> Result<(Inputs, Option<Failure>), Fault> {
    let name = matches.get_one::<std::path::PathBuf>(options::STDIN_FILENAME).cloned();
    let given = matches.get_many::<std::path::PathBuf>("path").into_iter().flatten();
    let (standard, mut paths): (Vec<_>, Vec<_>) = given.cloned().partition(|path| path.as_os_str() == STANDARD);
    if standard.is_empty() {
        if name.is_some() {
            return Err(Usage::new(context.lang, NAME, "cli-stdin-name-alone", &[]).into());
        }
        if paths.is_empty() {
            paths.push(".".into());
        }
        return Ok((Inputs { paths, standard: None }, None));
    }
    match context.system.stdin(MAX_SIZE) {
        Ok(text) => Ok((Inputs { paths, standard: Some(Standard { name, text }) }, None)),
        Err(error) => {
            let path = name.map_or(STDIN.into(), |name| name.to_string_lossy().into_owned());
            let kind = FailureKind::Unreadable;
            let failure = Failure {
                path: Some(path.clone()),
                project_path: Some(path),
                kind,
                detail: error.to_string(),
                context: false,
            };
            Ok((Inputs { paths, standard: None }, Some(failure)))
        }
    }
}

/// The exit status of a run as the contract has it.
fn status(run: &Run, fail_on: Option<Level>) -> u8 {
    let fails = |least: Level| run.findings().any(|finding| finding.level >= least);
    if run.failures.iter().any(Failure::counts) { FAILED } else { u8::from(fail_on.is_some_and(fails)) }
}

/// Writes the report files, then the report on standard output, then what went wrong.
fn report(context: &mut Context<'_>, options: &Options, settings: &Settings, run: &Run) -> Result<(), output::Failed> {
    let lang = context.lang;
    let Settings { judge, threads, .. } = settings;
    let reporter = Reporter {
        system: context.system,
        run,
        judge,
        lang,
        threads,
        min_severity: options.min_severity,
        quiet: options.quiet,
        statistics: options.statistics,
    };
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
        Format::Full => !options.quiet && terminal(Stream::Output) && terminal(Stream::Error),
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
