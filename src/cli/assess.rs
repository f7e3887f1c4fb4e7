//! `kader assess`: what the tool would advise on each cooperation.

use clap::ArgMatches;

use crate::assess::Ask;
use crate::cli::args::{option, switch};
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging;
use crate::cli::targets::{self, Outputs, Word};
use crate::cli::usage::Usage;
use crate::cli::{Command, Context};
use crate::policy::Lang;
use crate::report::assess::{self as report, Source};
use crate::text::visible;
use crate::texts::Texts;

pub(super) const NAME: &str = "assess";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "assess-format";
const FORMATS: [Form; 4] = [Form::Full, Form::Json, Form::Markdown, Form::Html];
const PROFILE: &str = "profile";

/// The formats of an assessment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Form {
    /// For people, on a terminal.
    #[default]
    Full,
    /// For programs.
    Json,
    /// For people, in their documents.
    Markdown,
    /// For people, as a page.
    Html,
}

impl Word for Form {
    fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

fn define(lang: Lang) -> clap::Command {
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-assess")).arg(option(lang, PROFILE));
    let command = targets::define(command, lang, FORMATS, FORMAT).arg(switch(lang, judging::NO_DEVIATIONS));
    judging::define(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let named = judging::named(context, matches, NAME)?;
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &FORMATS)?;
    let ask = Ask { profile: matches.get_one::<String>(PROFILE).map(|id| id.trim().into()), ..Ask::default() };
    let run = judging::run(context, (named, matches), NAME, ask.clone())?;
    let lang = context.lang;
    let source = Source { run: &run, ask: &ask, lang, quiet: matches.get_flag(judging::QUIET) };
    let result = outputs.write(context, judging::status(&run), &|out, form, Dress { color, width }| match form {
        Form::Full => report::full(out, &source, (color, width)),
        Form::Json => report::json(out, &source),
        Form::Markdown => report::markdown(out, &source),
        Form::Html => report::html(out, &source),
    });
    judging::tell(context, &run);
    result
}

/// That the profile that is asked about is none.
pub(super) fn unknown(lang: Lang, text: &str, suggestion: Option<&str>, known: Vec<String>) -> Usage {
    let args = [("option", "--profile".into()), ("value", visible(text).into_owned().into())];
    let id = if text.is_empty() { "cli-empty-value" } else { "cli-unknown-value" };
    Usage::new(lang, NAME, id, &args).or(suggestion).knowing(known)
}
