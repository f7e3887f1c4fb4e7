//! The options of a run, as flags and the environment give them.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use crate::assess::Ask;
use crate::cli::args::{one_of, option, several, switch};
use crate::cli::commands::check;
use crate::cli::fault::Fault;
use crate::cli::judging::Judging;
use crate::cli::mending::{self, Mending};
use crate::cli::targets::{self, Target};
use crate::cli::watch::WATCH;
use crate::cli::{Context, judging, selectors};
use crate::config::{Held, Layer, Origin, fail_on_words};
use crate::policy::{Lang, Level};
use crate::report::formats::{Format, concise, full};
use crate::system::{Stream, paths};

const BASELINE: &str = "baseline";
const WRITE_BASELINE: &str = "write-baseline";
const SUPPRESSIONS: &str = "sarif-suppressions";

/// What the options of a check say.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Options {
    /// What every run has.
    pub(super) judging: Judging,
    /// The format on standard output.
    pub(super) format: Format,
    /// The files that are written.
    pub(super) outputs: Vec<Target<Format>>,
    /// The least level that is shown.
    pub(super) min_severity: Level,
    /// Whether the run tells about itself.
    pub(super) verbose: bool,
    /// Whether findings are counted by rule.
    pub(super) statistics: bool,
    /// The baseline for all documents, an absolute path.
    pub(super) baseline: Option<PathBuf>,
    /// Whether baselines are written.
    pub(super) write_baseline: bool,
    /// Whether what deviations accept stands in `sarif`, too.
    pub(super) suppressions: bool,
    /// How findings are mended; `None` where they are only told of.
    pub(super) mending: Option<Mending>,
}

/// A command with the options of a check.
pub(super) fn define(command: Command, lang: Lang) -> Command {
    let command = command
        .arg(one_of(lang, "format", Format::ALL.map(|format| format.word)))
        .arg(targets::output(lang))
        .arg(several(lang, "select"))
        .arg(several(lang, "ignore"))
        .arg(several(lang, "severity"))
        .arg(one_of(lang, "min-severity", Level::ALL.map(Level::as_str)))
        .arg(one_of(lang, "fail-on", fail_on_words()))
        .arg(switch(lang, judging::NO_DEVIATIONS))
        .arg(switch(lang, SUPPRESSIONS))
        .arg(option(lang, BASELINE).value_parser(value_parser!(PathBuf)))
        .arg(switch(lang, WRITE_BASELINE).conflicts_with(mending::DIFF))
        .arg(switch(lang, "statistics"))
        .arg(switch(lang, WATCH).conflicts_with(WRITE_BASELINE).conflicts_with(mending::DIFF));
    let command = mending::define(command, lang);
    judging::options(command, lang).arg(switch(lang, "verbose").short('v').conflicts_with("quiet"))
}

impl Options {
    /// Reads them.
    pub(super) fn read(context: &Context<'_>, matches: &ArgMatches) -> Result<Self, Fault> {
        let word = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let lang = context.lang;
        let format = word("format").and_then(Format::parse).unwrap_or_else(|| usual(context));
        let outputs = targets::files(lang, matches, check::NAME, &Format::ALL)?;
        let outcomes = format.has_outcomes || outputs.iter().any(|target| target.format.has_outcomes);
        let ask = outcomes.then(|| Ask { outcomes_only: true, ..Ask::default() });
        Ok(Self {
            format,
            outputs,
            judging: Judging { ask, ..judging(context, matches)? },
            min_severity: word("min-severity").and_then(Level::parse).unwrap_or(Level::Hint),
            verbose: matches.get_flag("verbose"),
            statistics: matches.get_flag("statistics"),
            baseline: baseline(context, matches),
            write_baseline: matches.get_flag(WRITE_BASELINE),
            suppressions: matches.get_flag(SUPPRESSIONS),
            mending: Mending::read(matches),
        })
    }
}

/// The baseline that a flag names.
fn baseline(context: &Context<'_>, matches: &ArgMatches) -> Option<PathBuf> {
    let current = context.system.current_dir().unwrap_or_default();
    matches.get_one::<PathBuf>(BASELINE).map(|path| paths::absolute(&current, path))
}

/// The format where none is asked for.
fn usual(context: &Context<'_>) -> Format {
    if context.system.is_terminal(Stream::Output) { full::FORMAT } else { concise::FORMAT }
}

/// What every run has, with what flags say of rules.
fn judging(context: &Context<'_>, matches: &ArgMatches) -> Result<Judging, Fault> {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
    let mut judging = Judging::read(context, matches, check::NAME)?;
    // A baseline knows documents by their ids.
    judging.masks_later = true;
    judging.given.fail_on = matches
        .get_one::<String>("fail-on")
        .map(|word| Held { value: Level::parse(word), origin: Origin::Flag("--fail-on") });
    judging.given.rules = Layer {
        select: selectors::read(words("select")),
        ignore: selectors::read(words("ignore")),
        severity: selectors::levels(context.lang, words("severity"))?,
    };
    Ok(judging)
}
