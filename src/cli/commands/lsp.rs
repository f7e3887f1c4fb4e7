//! `kader lsp`: the language server, on standard input and output.

use clap::{ArgMatches, value_parser};

use crate::cli::args::{option, switch};
use crate::cli::commands::Command;
use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::cli::{Context, settings};
use crate::lsp::{Options, serve};
use crate::policy::Lang;
use crate::texts::Texts;
use crate::workspace::policies;

const NAME: &str = "lsp";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const STDIO: &str = "stdio";
const PROCESS: &str = "client-process";

fn define(lang: Lang) -> clap::Command {
    clap::Command::new(NAME)
        .about(Texts::get(lang).plain("cli-about-lsp"))
        .arg(switch(lang, STDIO))
        .arg(option(lang, PROCESS).long("clientProcessId").value_parser(value_parser!(u32)))
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let given = settings::of_environment(context, None)?;
    let process = matches.get_one(PROCESS).copied();
    let carried = policies::carried().map_err(Fault::Policy)?;
    let served = context.system.pipe().and_then(|pipe| serve(pipe, Options { process, given, carried }));
    served.map_err(|error| {
        let args = [("why", error.to_string().into())];
        Usage::new(context.lang, NAME, "lsp-no-streams", &args).into()
    })
}
