//! The options of a run, as flags and the environment give them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::cli::args::{one_of, option, several, switch};
use crate::cli::fault::Fault;
use crate::cli::output::{Format, Target};
use crate::cli::usage::Usage;
use crate::cli::{Context, check, selectors, settings};
use crate::config::{Given, Held, Layer, Origin, fail_on_words};
use crate::policy::{Lang, Level};
use crate::system::{FileKind, Stream, paths};
use crate::text::visible;
use crate::workspace::Context as Beside;

/// The name of the option that names standard input.
pub(super) const STDIN_FILENAME: &str = "stdin-filename";
/// The option that names a list of files, and the one that says how it is written.
pub(super) const FILES_FROM: &str = "files-from";
pub(super) const NUL: &str = "nul";
const CONTEXT: &str = "context";

/// The most threads that may be asked for.
const MAX_JOBS: usize = 256;

/// What the options of a run say.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Options {
    /// The format on standard output.
    pub(super) format: Format,
    /// The files that are written.
    pub(super) outputs: Vec<Target>,
    /// What flags and the environment say that a configuration may say, too.
    pub(super) given: Given,
    /// The least level that is shown.
    pub(super) min_severity: Level,
    /// The number of threads; 0 for one a core.
    pub(super) jobs: usize,
    /// Whether no document at all is fine.
    pub(super) allow_empty: bool,
    /// Whether the summary is left out.
    pub(super) quiet: bool,
    /// Whether the run tells about itself.
    pub(super) verbose: bool,
    /// Whether findings are counted by rule.
    pub(super) statistics: bool,
    /// Whether telephone numbers, e-mail addresses and functions are masked.
    pub(super) redact: bool,
    /// Whether `exclude` holds for files named outright, too.
    pub(super) force_exclude: bool,
    /// Whether deviations are left out of account.
    pub(super) no_deviations: bool,
    /// Where documents find the others that they are judged with.
    pub(super) context: Beside,
}

/// A command with the options of a run.
pub(super) fn define(command: Command, lang: Lang) -> Command {
    let file = |name| option(lang, name).value_parser(value_parser!(PathBuf));
    command
        .arg(one_of(lang, "format", Format::ALL.map(Format::as_str)))
        .arg(option(lang, "output").action(ArgAction::Append).value_parser(value_parser!(OsString)))
        .arg(option(lang, "as-of"))
        .arg(several(lang, "select"))
        .arg(several(lang, "ignore"))
        .arg(several(lang, "severity"))
        .arg(one_of(lang, "min-severity", Level::ALL.map(Level::as_str)))
        .arg(one_of(lang, "fail-on", fail_on_words()))
        .arg(switch(lang, "allow-empty"))
        .arg(file(STDIN_FILENAME))
        .arg(file(FILES_FROM))
        .arg(switch(lang, NUL).short('0').long(None::<&'static str>).requires(FILES_FROM))
        .arg(file(settings::CONFIG))
        .arg(switch(lang, settings::ISOLATED).conflicts_with(settings::CONFIG))
        .arg(switch(lang, "force-exclude"))
        .arg(switch(lang, "no-deviations"))
        .arg(file(CONTEXT))
        .arg(switch(lang, "no-context").conflicts_with(CONTEXT))
        .arg(switch(lang, "redact"))
        .arg(switch(lang, "statistics"))
        .arg(option(lang, "jobs").short('j'))
        .arg(switch(lang, "quiet").short('q'))
        .arg(switch(lang, "verbose").short('v').conflicts_with("quiet"))
}

impl Options {
    /// Reads them.
    pub(super) fn read(context: &Context<'_>, matches: &ArgMatches) -> Result<Self, Fault> {
        let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let lang = context.lang;
        let outputs = matches.get_many::<OsString>("output").into_iter().flatten();
        Ok(Self {
            format: word("format").and_then(Format::parse).unwrap_or_else(|| usual(context)),
            outputs: outputs.map(|text| Target::parse(lang, text)).collect::<Result<_, Usage>>()?,
            given: given(context, matches)?,
            min_severity: word("min-severity").and_then(Level::parse).unwrap_or(Level::Hint),
            jobs: word("jobs").map_or(Ok(0), |text| jobs(lang, text))?,
            allow_empty: matches.get_flag("allow-empty"),
            quiet: matches.get_flag("quiet"),
            verbose: matches.get_flag("verbose"),
            statistics: matches.get_flag("statistics"),
            redact: matches.get_flag("redact"),
            force_exclude: matches.get_flag("force-exclude"),
            no_deviations: matches.get_flag("no-deviations"),
            context: beside(context, matches)?,
        })
    }
}

/// The documents beside which those that are reported are judged.
fn beside(context: &Context<'_>, matches: &ArgMatches) -> Result<Beside, Fault> {
    if matches.get_flag("no-context") {
        return Ok(Beside::Given);
    }
    let Some(folder) = matches.get_one::<PathBuf>(CONTEXT) else { return Ok(Beside::Root) };
    let system = context.system;
    if system.kind(folder).is_ok_and(|kind| kind == FileKind::Folder) {
        return Ok(Beside::Folder(paths::absolute(&system.current_dir().unwrap_or_default(), folder)));
    }
    let args = [("value", visible(&folder.to_string_lossy()).into_owned().into())];
    Err(Usage::new(context.lang, check::NAME, "cli-no-context", &args).into())
}

/// The format where none is asked for.
fn usual(context: &Context<'_>) -> Format {
    if context.system.is_terminal(Stream::Output) { Format::Full } else { Format::Concise }
}

/// What flags and the environment say that a configuration may say, too.
fn given(context: &Context<'_>, matches: &ArgMatches) -> Result<Given, Fault> {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
    let mut given = settings::of_environment(context, matches.get_one::<String>("as-of").map(String::as_str))?;
    given.fail_on = matches
        .get_one::<String>("fail-on")
        .map(|word| Held { value: Level::parse(word), origin: Origin::Flag("--fail-on") });
    given.rules = Layer {
        select: selectors::read(words("select")),
        ignore: selectors::read(words("ignore")),
        severity: selectors::levels(context.lang, words("severity"))?,
    };
    Ok(given)
}

fn jobs(lang: Lang, text: &str) -> Result<usize, Usage> {
    let number = text.parse().ok().filter(|number| (1..=MAX_JOBS).contains(number));
    number.ok_or_else(|| {
        let args = [("value", visible(text).into_owned().into()), ("most", MAX_JOBS.into())];
        Usage::new(lang, check::NAME, "cli-no-number", &args)
    })
}
