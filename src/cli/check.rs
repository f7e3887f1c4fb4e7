//! `kader check`: lint files and folders.

use std::path::{Path, PathBuf};

use clap::{ArgAction, ArgMatches, value_parser};

use crate::cli::args::positional;
use crate::cli::fault::Fault;
use crate::cli::options::{self, Options};
use crate::cli::output::{Format, Reporter};
use crate::cli::usage::Usage;
use crate::cli::verbose::Stages;
use crate::cli::{Command, Context, FAILED, failures, fault, files_from, output, progress, redact, selectors, verbose};
use crate::config::MAX_SIZE;
use crate::policy::Lang;
use crate::system::Stream;
use crate::texts::Texts;
use crate::workspace::run::{STDIN, Standard, run as check};
use crate::workspace::{Failure, FailureKind, Inputs, Progress, Refusal, Report, Run, Settings, Terms, Threads};

pub(super) const NAME: &str = "check";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

/// The path that stands for standard input.
const STANDARD: &str = "-";

fn define(lang: Lang) -> clap::Command {
    let paths = positional(lang, "path").action(ArgAction::Append).value_parser(value_parser!(PathBuf));
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-check"));
    options::define(command.arg(paths), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let mut stages = Stages::start(context.system);
    let named = Named::read(context, matches)?;
    context.govern(matches, named.first());
    let options = Options::read(context, matches)?;
    let (inputs, unread) = named.inputs(context, &options);
    let allow_empty = options.allow_empty || unread.is_some();
    let terms =
        Terms { configs: &context.configs, given: &options.given, accepts: !options.no_deviations, carried: None };
    let (threads, beside) = (Threads::new(options.jobs), options.context.clone());
    let settings = Settings { terms, threads, allow_empty, context: beside, overview: false };
    stages.end("cli-stage-load");

    let progress = Progress::default();
    let system = context.system;
    let work = || check(system, &settings, &inputs, &progress);
    let outcome = if system.is_terminal(Stream::Error) && !options.quiet {
        progress::during(context.err, context.lang, &progress, work)
    } else {
        work()
    };
    let Settings { threads, .. } = settings;
    let mut run = outcome.map_err(|refusal| refused(context.lang, refusal))?;
    run.failures.extend(unread);
    stages.end("cli-stage-check");

    if options.redact {
        redact::hide(system, &mut run);
    }
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

/// Why nothing was checked, as a fault of the program's use.
pub(super) fn refused(lang: Lang, refusal: Refusal) -> Fault {
    match refusal {
        Refusal::Policy(faults) => Fault::Policy(faults),
        Refusal::Selector { flag, text, suggestion } => {
            selectors::unknown(lang, flag, &text, suggestion.as_deref()).into()
        }
    }
}

/// What the arguments name.
struct Named {
    paths: Vec<PathBuf>,
    /// Whether standard input is among it, and the name that it goes by.
    standard: bool,
    name: Option<PathBuf>,
}

impl Named {
    fn read(context: &Context<'_>, matches: &ArgMatches) -> Result<Self, Fault> {
        let name = matches.get_one::<PathBuf>(options::STDIN_FILENAME).cloned();
        let given = matches.get_many::<PathBuf>("path").into_iter().flatten();
        let (standard, mut paths): (Vec<_>, Vec<_>) = given.cloned().partition(|path| path.as_os_str() == STANDARD);
        let list = matches.get_one::<PathBuf>(options::FILES_FROM);
        let usage = |id: &str| Fault::from(Usage::new(context.lang, NAME, id, &[]));
        if standard.is_empty() && name.is_some() {
            return Err(usage("cli-stdin-name-alone"));
        }
        if !standard.is_empty() && list.is_some_and(|path| files_from::is_standard(path)) {
            return Err(usage("cli-stdin-twice"));
        }
        match files_from::read(context, matches)? {
            Some(listed) => paths.extend(listed),
            None if standard.is_empty() && paths.is_empty() => paths.push(".".into()),
            None => {}
        }
        Ok(Self { paths, standard: !standard.is_empty(), name })
    }

    /// The first of them, by which the configuration is found; `None` for the working directory.
    fn first(&self) -> Option<&Path> {
        self.paths.first().or(self.name.as_ref()).map(PathBuf::as_path)
    }

    /// With standard input, which is read here; where that fails, the failure is part of the run.
    fn inputs(self, context: &Context<'_>, options: &Options) -> (Inputs, Option<Failure>) {
        let Self { paths, name, standard } = self;
        let inputs = Inputs { paths, standard: None, force_exclude: options.force_exclude };
        if !standard {
            return (inputs, None);
        }
        let config = name.as_ref().map_or_else(|| context.configs.here(), |name| context.configs.of(name));
        let config = (*config).as_ref().ok();
        let max_size = config.and_then(|config| config.max_size.as_ref()).map_or(MAX_SIZE, |size| size.value);
        match context.system.stdin(max_size) {
            Ok(text) => (Inputs { standard: Some(Standard { name, text }), ..inputs }, None),
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
                (inputs, Some(failure))
            }
        }
    }
}

/// The exit status of a run as the contract has it.
fn status(run: &Run) -> u8 {
    if run.failures.iter().any(Failure::counts) || !run.rulebooks.faults.is_empty() {
        return FAILED;
    }
    let fails = |report: &Report| {
        let least = run.rulebooks.books.get(report.book).and_then(|book| book.fail_on);
        least.is_some_and(|least| report.judgement.findings.iter().any(|finding| finding.level >= least))
    };
    u8::from(run.reports.iter().any(fails))
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
        quiet: options.quiet,
        statistics: options.statistics,
        redact: options.redact,
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
