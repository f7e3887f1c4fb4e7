//! `kader overview`: the national overview.

use clap::ArgMatches;

use crate::assess::{Ask, Overview};
use crate::cli::Context;
use crate::cli::args::switch;
use crate::cli::commands::Command;
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging;
use crate::cli::targets::{self, Outputs, Word};
use crate::policy::Lang;
use crate::report::overview::{Format, Source};

const NAME: &str = "overview";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "overview-format";

impl Word for Format {
    fn as_str(self) -> &'static str {
        self.as_str()
    }
}

fn define(lang: Lang) -> clap::Command {
    let command = targets::define(judging::command(NAME, lang), lang, Format::ALL, FORMAT);
    judging::options(command.arg(switch(lang, judging::NO_DEVIATIONS)), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let named = judging::named(context, matches, NAME)?;
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &Format::ALL)?;
    let ask = Ask { outcomes_only: true, overview: true, ..Ask::default() };
    let run = judging::run(context, (named, matches), NAME, ask)?;
    let lang = context.lang;
    let empty = Overview::default();
    let overview = run.overview.as_ref().unwrap_or(&empty);
    let source = Source { run: &run, overview, lang, quiet: matches.get_flag(judging::QUIET) };
    let result = outputs.write(context, judging::status(&run), &|out, format: Format, Dress { color, width }| {
        format.write(out, &source, (color, width))
    });
    judging::tell(context, &run);
    result
}
