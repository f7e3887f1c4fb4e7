//! `kader overview`: the national overview.

use clap::ArgMatches;

use crate::assess::{Ask, Overview};
use crate::cli::args::switch;
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging;
use crate::cli::targets::{self, Outputs, Word};
use crate::cli::{Command, Context};
use crate::policy::Lang;
use crate::report::overview::{self, Source};
use crate::texts::Texts;

const NAME: &str = "overview";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "overview-format";
const FORMATS: [Form; 5] = [Form::Full, Form::Json, Form::Csv, Form::Markdown, Form::Html];

/// The formats of the overview.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Form {
    /// For people, on a terminal.
    #[default]
    Full,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
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
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

fn define(lang: Lang) -> clap::Command {
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-overview"));
    let command = targets::define(command, lang, FORMATS, FORMAT).arg(switch(lang, judging::NO_DEVIATIONS));
    judging::define(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let named = judging::named(context, matches, NAME)?;
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &FORMATS)?;
    let ask = Ask { outcomes_only: true, overview: true, ..Ask::default() };
    let run = judging::run(context, (named, matches), NAME, ask)?;
    let lang = context.lang;
    let empty = Overview::default();
    let overview = run.overview.as_ref().unwrap_or(&empty);
    let source = Source { run: &run, overview, lang, quiet: matches.get_flag(judging::QUIET) };
    let result = outputs.write(context, judging::status(&run), &|out, form, Dress { color, width }| match form {
        Form::Full => overview::table(out, &source, (color, width)),
        Form::Json => overview::json(out, &source),
        Form::Csv => overview::csv(out, &source),
        Form::Markdown => overview::markdown(out, &source),
        Form::Html => overview::html(out, &source),
    });
    judging::tell(context, &run);
    result
}
