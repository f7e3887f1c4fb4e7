//! `kader check`: lint files and folders.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::fault::Fault;
use crate::cli::options::{self, Options};
use crate::cli::output::{Format, Reporter};
use crate::cli::usage::Usage;
use crate::cli::verbose::Stages;
use crate::cli::{Command, Context, FAILED, failures, lists, output, progress, redact, verbose};
use crate::config::{ConfigFault, Configs, Effective, Given, Held, Origin, Outcome, PolicyRef};
use crate::policy::{FileFault, Lang, Level, Policy};
use crate::system::{Stream, System, paths};
use crate::texts::Texts;
use crate::workspace::run::{STDIN, Standard, run as check};
use crate::workspace::{Failure, FailureKind, Inputs, Judge, Progress, Run, Settings, Threads, embedded_policy};

pub(super) const NAME: &str = "check";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

/// The path that stands for standard input.
const STANDARD: &str = "-";

fn define(lang: Lang) -> clap::Command {
    let texts = Texts::get(lang);
    let paths = Arg::new("path")
        .action(ArgAction::Append)
        .value_parser(value_parser!(PathBuf))
        .value_name(texts.plain("cli-value-path"))
        .help(texts.plain("cli-help-path"))
        .help_heading(texts.plain("cli-heading-arguments"));
    let command = clap::Command::new(NAME).about(texts.plain("cli-about-check"));
    options::define(command.arg(paths), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let mut stages = Stages::start(context.system);
    let policy = embedded_policy().map_err(Fault::Policy)?;
    let mut named = Named::read(context, matches)?;
    let config = context.govern(matches, named.first());
    let options = Options::read(context, matches, &policy)?;
    let effective = effective(config.as_ref(), &policy, &options.given, &named.document(context.system))?;
    if options.force_exclude {
        named.exclude(&context.configs);
    }
    let (inputs, unread) = named.inputs(context, effective.max_size.value);
    let mut judge = Judge::new(policy, effective.as_of.value);
    judge.selection = effective.selection;
    let allow_empty = options.allow_empty || unread.is_some();
    let threads = Threads::new(options.jobs);
    let settings = Settings { judge, max_size: effective.max_size.value, threads, allow_empty };
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

    if options.redact {
        redact::hide(system, &mut run);
    }
    let status = status(&run, effective.fail_on.value);
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

/// What holds for a document.
fn effective(config: &Outcome, policy: &Policy, given: &Given, document: &Path) -> Result<Effective, Fault> {
    let config = config.as_ref().map_err(|broken| Fault::Config(broken.faults.clone()))?;
    let faults = config.check_rules(&[policy]);
    if !faults.is_empty() {
        return Err(Fault::Config(faults));
    }
    let effective = config.effective(document, given);
    match &effective.policy {
        Some(Held { value: PolicyRef::Folder(_), origin }) => Err(Fault::Config(vec![not_yet(origin)])),
        _ => Ok(effective),
    }
}

/// That the key at a place is not read yet.
fn not_yet(origin: &Origin) -> ConfigFault {
    let place = if let Origin::File(place) = origin { Some(place) } else { None };
    let fault = FileFault {
        file: place.map(|place| place.source.name.clone()).unwrap_or_default(),
        span: place.map(|place| place.span.clone()),
        key: "config-later",
        args: vec![("key", "policy".into())],
    };
    ConfigFault { fault, source: place.map(|place| std::sync::Arc::clone(&place.source)) }
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
        if !standard.is_empty() && list.is_some_and(|path| lists::is_standard(path)) {
            return Err(usage("cli-stdin-twice"));
        }
        match lists::read(context, matches)? {
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

    /// The absolute path of the first of them.
    fn document(&self, system: &dyn System) -> PathBuf {
        let current = system.current_dir().unwrap_or_default();
        self.first().map_or_else(|| current.clone(), |path| paths::absolute(&current, path))
    }

    /// Drops what `exclude` leaves out; standard input goes by its name.
    fn exclude(&mut self, configs: &Configs<'_>) {
        self.paths.retain(|path| !configs.excludes(path));
        self.standard &= self.name.as_ref().is_none_or(|name| !configs.excludes(name));
    }

    /// With standard input, which is read here; where that fails, the failure is part of the run.
    fn inputs(&mut self, context: &Context<'_>, max_size: u64) -> (Inputs, Option<Failure>) {
        let (paths, name) = (std::mem::take(&mut self.paths), self.name.take());
        if !self.standard {
            return (Inputs { paths, standard: None }, None);
        }
        match context.system.stdin(max_size) {
            Ok(text) => (Inputs { paths, standard: Some(Standard { name, text }) }, None),
            Err(error) => {
                let path = name.map_or(STDIN.into(), |name| name.to_string_lossy().into_owned());
                let kind = FailureKind::Unreadable;
                let failure =
                    Failure { path: Some(path.clone()), project_path: Some(path), kind, detail: error.to_string() };
                (Inputs { paths, standard: None }, Some(failure))
            }
        }
    }
}

/// The exit status of a run as the contract has it.
fn status(run: &Run, fail_on: Option<Level>) -> u8 {
    let fails = |least: Level| run.findings().any(|finding| finding.level >= least);
    if run.failures.is_empty() { u8::from(fail_on.is_some_and(fails)) } else { FAILED }
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
        redact: options.redact,
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
