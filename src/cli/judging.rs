//! What the commands that judge documents share: the arguments that say which documents, as of which day and beside which others, and the run.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::assess::Ask;
use crate::cli::args::{option, positional, switch};
use crate::cli::commands::assess;
use crate::cli::fault::{self, Fault};
use crate::cli::named::Named;
use crate::cli::usage::Usage;
use crate::cli::verbose::Stages;
use crate::cli::{Context, FAILED, failures, in_use, progress, redact, selectors, settings};
use crate::config::Given;
use crate::policy::Lang;
use crate::system::{FileKind, Stream, System, Without, paths};
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::run::run as judge;
use crate::workspace::{Context as Beside, Failure, Inputs, Progress, Refusal, Run, Settings, Terms, Threads};

/// The name of the option that names standard input.
pub(super) const STDIN_FILENAME: &str = "stdin-filename";
/// The option that names a list of files, and the one that says how it is written.
pub(super) const FILES_FROM: &str = "files-from";
pub(super) const NUL: &str = "nul";
/// The argument that names files and folders.
pub(super) const PATH: &str = "path";
const CONTEXT: &str = "context";
const AS_OF: &str = "as-of";
const ALLOW_EMPTY: &str = "allow-empty";
pub(super) const QUIET: &str = "quiet";
pub(super) const REDACT: &str = "redact";
/// The switch of the commands that can leave deviations aside.
pub(super) const NO_DEVIATIONS: &str = "no-deviations";
const FORCE_EXCLUDE: &str = "force-exclude";

/// The most threads that may be asked for.
const MAX_JOBS: usize = 256;

/// A command that judges documents, with the argument that names them. Its own options come next, then those of [`options`].
pub(super) fn command(name: &'static str, lang: Lang) -> Command {
    Command::new(name).about(Texts::get(lang).plain(&format!("cli-about-{name}"))).arg(paths(lang))
}

/// A command with the options of every run: what stands here is the same for all of them.
pub(super) fn options(command: Command, lang: Lang) -> Command {
    let command = found(command.arg(option(lang, AS_OF)), lang);
    paced(beside_whom(command, lang).arg(switch(lang, REDACT)), lang)
}

/// The argument that names files and folders.
pub(super) fn paths(lang: Lang) -> Arg {
    positional(lang, PATH).action(ArgAction::Append).value_parser(value_parser!(PathBuf))
}

/// A command with the arguments that say how documents are found.
pub(super) fn found(command: Command, lang: Lang) -> Command {
    let file = |name| option(lang, name).value_parser(value_parser!(PathBuf));
    let command = command
        .arg(switch(lang, ALLOW_EMPTY))
        .arg(file(STDIN_FILENAME))
        .arg(file(FILES_FROM))
        .arg(switch(lang, NUL).short('0').long(None::<&'static str>).requires(FILES_FROM));
    in_use::define(command, lang).arg(switch(lang, FORCE_EXCLUDE))
}

/// A command with the arguments that say how documents are judged that it finds in a way of its own.
pub(super) fn terms(command: Command, lang: Lang) -> Command {
    let command = in_use::define(command.arg(option(lang, AS_OF)), lang);
    paced(beside_whom(command, lang), lang)
}

fn beside_whom(command: Command, lang: Lang) -> Command {
    command
        .arg(option(lang, CONTEXT).value_parser(value_parser!(PathBuf)))
        .arg(switch(lang, "no-context").conflicts_with(CONTEXT))
}

/// A command with the arguments that say how many threads it takes, and how much it tells.
pub(super) fn paced(command: Command, lang: Lang) -> Command {
    command.arg(option(lang, "jobs").short('j')).arg(switch(lang, QUIET).short('q'))
}

/// What the arguments of a run say, whatever the command.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Judging {
    /// What flags and the environment say that a configuration may say, too.
    pub(super) given: Given,
    /// The number of threads; 0 for one a core.
    pub(super) jobs: usize,
    /// Whether no document at all is fine.
    pub(super) allow_empty: bool,
    /// Whether progress and summaries are left out.
    pub(super) quiet: bool,
    /// Whether telephone numbers, e-mail addresses and functions are masked.
    pub(super) redact: bool,
    /// Whether that is left to the command, because what is masked is still needed after the run.
    pub(super) masks_later: bool,
    /// Whether `exclude` holds for files named outright, too.
    pub(super) force_exclude: bool,
    /// Whether deviations take away the findings that they cover.
    pub(super) accepts: bool,
    /// Where documents find the others that they are judged with.
    pub(super) context: Beside,
    /// What is to be assessed beside; `None` for nothing.
    pub(super) ask: Option<Ask>,
}

impl Judging {
    /// Reads them for a command.
    ///
    /// # Errors
    /// What is wrong in them.
    pub(super) fn read(context: &Context<'_>, matches: &ArgMatches, command: &'static str) -> Result<Self, Fault> {
        let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        // Not every command has these.
        let flag = |name| matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or_default();
        Ok(Self {
            given: settings::of_environment(context, word(AS_OF)).map_err(|usage| usage.of(command))?,
            jobs: jobs(context.lang, matches, command)?,
            allow_empty: flag(ALLOW_EMPTY),
            quiet: matches.get_flag(QUIET),
            redact: flag(REDACT),
            masks_later: false,
            force_exclude: flag(FORCE_EXCLUDE),
            accepts: !flag(NO_DEVIATIONS),
            context: beside(context, matches, command)?,
            ask: None,
        })
    }
}

/// A run that has been done, and the threads on which it was.
pub(super) struct Done {
    /// What came of it.
    pub(super) run: Run,
    /// The threads, for what is still to be done.
    pub(super) threads: Threads,
}

/// Reads what the arguments name, and goes by the configuration of the first of it.
///
/// # Errors
/// What is wrong in them.
pub(super) fn named(context: &mut Context<'_>, matches: &ArgMatches, command: &'static str) -> Result<Named, Fault> {
    let named = Named::read(context, matches, command)?;
    context.govern(matches, named.first());
    Ok(named)
}

/// Does a run over what a command's arguments name, with what is to be assessed beside: for commands that have no others of their own.
///
/// # Errors
/// What is wrong in the arguments, or why nothing can be judged.
pub(super) fn run(
    context: &mut Context<'_>,
    (named, matches): (Named, &ArgMatches),
    command: &'static str,
    ask: Ask,
) -> Result<Run, Fault> {
    let judging = Judging { ask: Some(ask), ..Judging::read(context, matches, command)? };
    let mut stages = Stages::start(context.system);
    let Done { run, .. } = judged(context, named, &judging, &mut stages)?;
    Ok(run)
}

/// Does a run over what the arguments name, with the bar of progress; the stages of loading and checking end here.
///
/// # Errors
/// Why nothing can be judged.
pub(super) fn judged(
    context: &mut Context<'_>,
    named: Named,
    judging: &Judging,
    stages: &mut Stages<'_>,
) -> Result<Done, Fault> {
    let inputs = named.inputs(context, judging.force_exclude);
    let (run, threads) = worked(context, inputs, (judging, stages), |system, settings, inputs, progress| {
        judge(system, settings, &inputs, progress)
    })?;
    Ok(Done { run, threads })
}

/// Does a run over documents that are at hand, as [`judged`] does one over those that are named; `left_out` are files that are no
/// documents beside them.
///
/// # Errors
/// Why nothing can be judged.
pub(super) fn over(
    context: &mut Context<'_>,
    inputs: Inputs,
    judging: &Judging,
    left_out: &[&Path],
) -> Result<Done, Fault> {
    let mut stages = Stages::start(context.system);
    let (run, threads) =
        worked(context, (inputs, None), (judging, &mut stages), |system, settings, inputs, progress| {
            let system = Without::new(system, left_out.iter().copied());
            judge(&system, settings, &inputs, progress)
        })?;
    Ok(Done { run, threads })
}

/// Does work over documents that holds a run; a failure to read one of them is part of it.
///
/// # Errors
/// Why nothing can be judged.
pub(super) fn worked<T: AsMut<Run> + Send>(
    context: &mut Context<'_>,
    (inputs, unread): (Inputs, Option<Failure>),
    (judging, stages): (&Judging, &mut Stages<'_>),
    work: impl FnOnce(&dyn System, &Settings<'_>, Inputs, &Progress) -> Result<T, Refusal> + Send,
) -> Result<(T, Threads), Fault> {
    let allow_empty = judging.allow_empty || unread.is_some();
    let terms = Terms { configs: &context.configs, given: &judging.given, accepts: judging.accepts, carried: None };
    let (threads, beside) = (Threads::new(judging.jobs), judging.context.clone());
    let settings = Settings { terms, threads, allow_empty, context: beside, ask: judging.ask.clone() };
    stages.end("cli-stage-load");

    let progress = Progress::default();
    let system = context.system;
    let work = || work(system, &settings, inputs, &progress);
    let outcome = if system.is_terminal(Stream::Error) && !judging.quiet {
        progress::during(context.err, context.lang, &progress, work)
    } else {
        work()
    };
    let Settings { threads, .. } = settings;
    let mut done = outcome.map_err(|refusal| refused(context.lang, refusal))?;
    let run = done.as_mut();
    run.failures.extend(unread);
    stages.end("cli-stage-check");
    if judging.redact && !judging.masks_later {
        redact::hide(system, run);
    }
    Ok((done, threads))
}

/// The exit status of a run of which findings do not matter: whether it could be done as a whole.
pub(super) fn status(run: &Run) -> u8 {
    if run.failed() { FAILED } else { 0 }
}

/// Tells on standard error what could not be done.
pub(super) fn tell(context: &mut Context<'_>, run: &Run) {
    // Where standard error is gone, the report stands all the same.
    let _ = fault::config(context, &run.rulebooks.faults);
    let _ = failures::write(context.err, context.lang, run);
}

/// Why nothing was judged, as a fault of the program's use.
pub(super) fn refused(lang: Lang, refusal: Refusal) -> Fault {
    match refusal {
        Refusal::Policy(faults) => Fault::Policy(faults),
        Refusal::Selector { flag, text, suggestion } => {
            selectors::unknown(lang, flag, &text, suggestion.as_deref()).into()
        }
        Refusal::Profile { text, suggestion, known } => {
            assess::unknown(lang, &text, suggestion.as_deref(), known).into()
        }
    }
}

/// The documents beside which those that are reported are judged.
fn beside(context: &Context<'_>, matches: &ArgMatches, command: &'static str) -> Result<Beside, Fault> {
    if matches.get_flag("no-context") {
        return Ok(Beside::Given);
    }
    let Some(folder) = matches.get_one::<PathBuf>(CONTEXT) else { return Ok(Beside::Root) };
    let system = context.system;
    if system.kind(folder).is_ok_and(|kind| kind == FileKind::Folder) {
        return Ok(Beside::Folder(paths::absolute(&system.current_dir().unwrap_or_default(), folder)));
    }
    let args = [("value", visible(&folder.to_string_lossy()).into_owned().into())];
    Err(Usage::new(context.lang, command, "cli-no-context", &args).into())
}

/// The number of threads that is asked for; 0 for one a core.
///
/// # Errors
/// That it is no number.
pub(super) fn jobs(lang: Lang, matches: &ArgMatches, command: &'static str) -> Result<usize, Usage> {
    let Some(text) = matches.get_one::<String>("jobs") else { return Ok(0) };
    let number = text.parse().ok().filter(|number| (1..=MAX_JOBS).contains(number));
    number.ok_or_else(|| {
        let args = [("value", visible(text).into_owned().into()), ("most", MAX_JOBS.into())];
        Usage::new(lang, command, "cli-no-number", &args)
    })
}
