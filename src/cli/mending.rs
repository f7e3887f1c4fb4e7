//! `kader check --fix`: mends what was found, writes it or shows it, and says what is left to a person.

use std::io;

use clap::{ArgMatches, Command};

use crate::cli::args::switch;
use crate::cli::fault::{Fault, written};
use crate::cli::patch::Patch;
use crate::cli::targets::OUTPUT;
use crate::cli::{Context, FAILED};
use crate::policy::Lang;
use crate::text::visible;
use crate::texts::{Arg, Texts};
use crate::workspace::fixes::Extent;
use crate::workspace::mend::Mended;

const FIX: &str = "fix";
const UNSAFE: &str = "unsafe-fixes";
/// The option that shows what would change, and writes nothing.
pub(super) const DIFF: &str = "diff";
const EXIT: &str = "exit-non-zero-on-fix";

/// How findings are mended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mending {
    /// Which fixes are made.
    pub(super) extent: Extent,
    /// Whether nothing is written, and it is shown what would change.
    pub(super) diff: bool,
    /// Whether a run that mended something ends with status 1.
    pub(super) exit_on_fix: bool,
}

/// A command with the options of mending.
pub(super) fn define(command: Command, lang: Lang) -> Command {
    let with_fix = |name| switch(lang, name).requires(FIX);
    // A diff is no report, and one with masks could not be applied.
    let diff = with_fix(DIFF).conflicts_with_all(["redact", "format", OUTPUT, "min-severity", "statistics"]);
    command.arg(switch(lang, FIX)).arg(with_fix(UNSAFE)).arg(diff).arg(with_fix(EXIT))
}

impl Mending {
    /// Reads them; `None` where nothing is to be mended.
    pub(super) fn read(matches: &ArgMatches) -> Option<Self> {
        matches.get_flag(FIX).then(|| Self {
            extent: if matches.get_flag(UNSAFE) { Extent::All } else { Extent::Safe },
            diff: matches.get_flag(DIFF),
            exit_on_fix: matches.get_flag(EXIT),
        })
    }
}

/// Shows what would change; gives status 1 where something would.
///
/// # Errors
/// That standard output could not be written.
pub(super) fn show(context: &mut Context<'_>, mended: &Mended) -> Result<u8, Fault> {
    let shown = Patch::new(context).and_then(|mut patch| {
        mended.changed.iter().try_for_each(|changed| {
            let old = String::from_utf8_lossy(&changed.old);
            patch.file(&changed.name.path, (&old, &changed.new))
        })
    });
    written(shown, u8::from(!mended.changed.is_empty()))
}

/// Writes the text of standard input to standard output, mended or not; `came` is how it came.
///
/// # Errors
/// That standard output could not be written.
pub(super) fn print(context: &mut Context<'_>, mended: &Mended, came: &[u8]) -> Result<(), Fault> {
    let text = mended.run.reports.iter().find_map(|report| report.text.as_deref());
    written(context.out.raw().and_then(|out| out.write_all(text.unwrap_or(came))), FAILED).map(|_| ())
}

/// Says on standard error what was mended, and what a person must decide.
///
/// # Errors
/// Those of standard error.
pub(super) fn tell(context: &mut Context<'_>, mended: &Mended, mending: Mending) -> io::Result<()> {
    let texts = Texts::get(context.lang);
    let done = if mending.diff { "would" } else { "has" };
    let mut say = |id: &str, args: &[(&str, Arg<'_>)]| writeln!(context.err, "{}", texts.format(id, args));
    let by_rule = mended.fixed();
    let fixed: usize = by_rule.values().sum();
    if fixed > 0 {
        let rules: Vec<String> = by_rule.iter().map(|(code, count)| format!("{code} ({count})")).collect();
        let (documents, rules) = (("documents", mended.changed.len().into()), ("rules", rules.join(", ").into()));
        say("fix-done", &[("count", fixed.into()), ("done", done.into()), documents, rules])?;
    } else if !mended.run.reports.is_empty() && !mended.run.failed() {
        say("fix-none", &[])?;
    }
    if mended.undecided > 0 {
        say("fix-undecided", &[("count", mended.undecided.into())])?;
    }
    if mended.held_back > 0 && mending.extent == Extent::Safe {
        say("fix-held-back", &[("count", mended.held_back.into())])?;
    }
    if mending.diff {
        return Ok(());
    }
    mended
        .changed
        .iter()
        .filter(|changed| changed.name.file.is_some())
        .try_for_each(|changed| writeln!(context.err, "  {}", visible(&changed.name.path)))
}
