//! `kader completions`: what a shell needs to complete commands and options.

use clap::ArgMatches;
use clap::builder::EnumValueParser;
use clap_complete::Shell;

use crate::cli::args::{self, positional};
use crate::cli::commands::Command;
use crate::cli::fault::{Fault, written};
use crate::cli::{Context, PROGRAM};
use crate::policy::Lang;
use crate::texts::Texts;

const NAME: &str = "completions";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const SHELL: &str = "shell";

fn define(lang: Lang) -> clap::Command {
    let shell =
        positional(lang, SHELL).required(true).value_parser(EnumValueParser::<Shell>::new()).hide_possible_values(true);
    clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-completions")).arg(shell)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let Some(shell) = matches.get_one::<Shell>(SHELL) else { return Ok(0) };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut args::command(context.system, context.lang), PROGRAM, &mut script);
    written(context.out.raw().and_then(|out| out.write_all(&script)), 0)
}
