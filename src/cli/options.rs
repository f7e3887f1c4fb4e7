//! The options of a run: from flags, else the environment, else their defaults.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::cli::args::{one_of, option, several, switch};
use crate::cli::fault::Fault;
use crate::cli::output::{Format, Target};
use crate::cli::usage::Usage;
use crate::cli::{Context, check, rules};
use crate::policy::{Day, Lang, Level, Policy};
use crate::system::Stream;
use crate::text::visible;
use crate::workspace::Selection;

/// The name of the option that names standard input.
pub(super) const STDIN_FILENAME: &str = "stdin-filename";

const LEVELS: [&str; 4] = ["error", "warning", "info", "hint"];
const FAIL_ON: [&str; 5] = ["error", "warning", "info", "hint", "never"];
/// The most threads that may be asked for.
const MAX_JOBS: usize = 256;
const AS_OF: &str = "KADER_AS_OF";

/// What the options of a run say.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Options {
    /// The format on standard output.
    pub(super) format: Format,
    /// The files that are written.
    pub(super) outputs: Vec<Target>,
    /// The day of judgement.
    pub(super) as_of: Day,
    /// Which rules are reported, and at which level.
    pub(super) selection: Selection,
    /// The least level that is shown.
    pub(super) min_severity: Level,
    /// The least level that fails the run; `None` for never.
    pub(super) fail_on: Option<Level>,
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
        .arg(one_of(lang, "min-severity", LEVELS))
        .arg(one_of(lang, "fail-on", FAIL_ON))
        .arg(switch(lang, "allow-empty"))
        .arg(file(STDIN_FILENAME))
        .arg(switch(lang, "statistics"))
        .arg(option(lang, "jobs").short('j'))
        .arg(switch(lang, "quiet").short('q'))
        .arg(switch(lang, "verbose").short('v').conflicts_with("quiet"))
}

impl Options {
    /// Reads them; selectors are those of `policy`.
    pub(super) fn read(context: &Context<'_>, matches: &ArgMatches, policy: &Policy) -> Result<Self, Fault> {
        let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
        let lang = context.lang;
        let outputs = matches.get_many::<OsString>("output").into_iter().flatten();
        let fail_on = word("fail-on").unwrap_or("error");
        Ok(Self {
            format: word("format").and_then(Format::parse).unwrap_or_else(|| usual(context)),
            outputs: outputs.map(|text| Target::parse(lang, text)).collect::<Result<_, Usage>>()?,
            as_of: as_of(context, word("as-of"))?,
            selection: Selection {
                select: rules::selectors(lang, "--select", words("select"), policy)?,
                ignore: rules::selectors(lang, "--ignore", words("ignore"), policy)?,
                severity: rules::levels(lang, words("severity"), policy)?,
            },
            min_severity: word("min-severity").and_then(Level::parse).unwrap_or(Level::Hint),
            fail_on: Level::parse(fail_on),
            jobs: word("jobs").map_or(Ok(0), |text| jobs(lang, text))?,
            allow_empty: matches.get_flag("allow-empty"),
            quiet: matches.get_flag("quiet"),
            verbose: matches.get_flag("verbose"),
            statistics: matches.get_flag("statistics"),
        })
    }
}

/// The format where none is asked for.
fn usual(context: &Context<'_>) -> Format {
    if context.system.is_terminal(Stream::Output) { Format::Full } else { Format::Concise }
}

/// The day of judgement: the option, else the variable, else today.
fn as_of(context: &Context<'_>, option: Option<&str>) -> Result<Day, Usage> {
    let system = context.system;
    let variable = || system.env(AS_OF).filter(|text| !text.is_empty());
    let given = option.map(|text| ("--as-of", text.to_owned())).or_else(|| Some((AS_OF, variable()?)));
    let day = if let Some((_, text)) = &given {
        Day::parse(text)
    } else {
        let (year, month, day) = system.today();
        Day::new(year, month, day)
    };
    day.ok_or_else(|| {
        let (name, text) = given.unwrap_or_default();
        let args = [("option", name.into()), ("value", visible(&text).into_owned().into())];
        Usage::new(context.lang, check::NAME, "cli-no-day", &args)
    })
}

fn jobs(lang: Lang, text: &str) -> Result<usize, Usage> {
    let number = text.parse().ok().filter(|number| (1..=MAX_JOBS).contains(number));
    number.ok_or_else(|| {
        let most = i64::try_from(MAX_JOBS).unwrap_or_default();
        let args = [("value", visible(text).into_owned().into()), ("most", most.into())];
        Usage::new(lang, check::NAME, "cli-no-number", &args)
    })
}
