//! `kader overview`: the national overview.

use clap::ArgMatches;

use crate::assess::Overview;
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging::{self, Done};
use crate::cli::targets::{self, Form, Outputs};
use crate::cli::{Command, Context, failures};
use crate::policy::Lang;
use crate::report::overview::{self, Source};
use crate::texts::Texts;
use crate::workspace::Failure;

const NAME: &str = "overview";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "overview-format";
const FORMATS: [Form; 5] = [Form::Full, Form::Json, Form::Csv, Form::Markdown, Form::Html];

fn define(lang: Lang) -> clap::Command {
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-overview"));
    judging::define(targets::define(command, lang, FORMATS, FORMAT), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &FORMATS)?;
    let Done { run, .. } = judging::run_as(context, matches, NAME, &|judging| judging.overview = true)?;
    let lang = context.lang;
    let failure = |failure: &Failure| failures::text(lang, failure);
    let empty = Overview::default();
    let overview = run.overview.as_ref().unwrap_or(&empty);
    let source = Source { run: &run, overview, lang, failure: &failure };
    judging::tell(context, &run);
    outputs.write(context, judging::status(&run), &|out, form, Dress { color, width }| match form {
        Form::Full => overview::table(out, &source, (color, width)),
        Form::Json => overview::json(out, &source),
        Form::Csv => overview::csv(out, &source),
        Form::Markdown => overview::markdown(out, &source),
        Form::Html => overview::html(out, &source),
    })
}
