//! `kader assess`: what the tool would advise on each cooperation.

use clap::ArgMatches;

use crate::assess::Ask;
use crate::cli::Context;
use crate::cli::args::{option, switch};
use crate::cli::commands::Command;
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging;
use crate::cli::targets::{self, Outputs, Word};
use crate::cli::usage::Usage;
use crate::policy::Lang;
use crate::report::assess::{Format, Source};
use crate::text::visible;

pub(super) const NAME: &str = "assess";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "assess-format";
const PROFILE: &str = "profile";

impl Word for Format {
    fn as_str(self) -> &'static str {
        self.as_str()
    }
}

fn define(lang: Lang) -> clap::Command {
    let command = judging::command(NAME, lang).arg(option(lang, PROFILE));
    let command = targets::define(command, lang, Format::ALL, FORMAT).arg(switch(lang, judging::NO_DEVIATIONS));
    judging::options(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let named = judging::named(context, matches, NAME)?;
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &Format::ALL)?;
    let ask = Ask { profile: matches.get_one::<String>(PROFILE).map(|id| id.trim().into()), ..Ask::default() };
    let run = judging::run(context, (named, matches), NAME, ask.clone())?;
    let lang = context.lang;
    let source = Source { run: &run, ask: &ask, lang, quiet: matches.get_flag(judging::QUIET) };
    let result = outputs.write(context, judging::status(&run), &|out, format: Format, Dress { color, width }| {
        format.write(out, &source, (color, width))
    });
    judging::tell(context, &run);
    result
}

/// That the profile that is asked about is none.
pub(in crate::cli) fn unknown(lang: Lang, text: &str, suggestion: Option<&str>, known: Vec<String>) -> Usage {
    let args = [("option", "--profile".into()), ("value", visible(text).into_owned().into())];
    let id = if text.is_empty() { "cli-empty-value" } else { "cli-unknown-value" };
    Usage::new(lang, NAME, id, &args).or(suggestion).knowing(known)
}
