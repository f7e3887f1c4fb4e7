//! `kader rules`: all rules of the policy in use.

use clap::ArgMatches;

use crate::cli::Context;
use crate::cli::args::one_of;
use crate::cli::commands::Command;
use crate::cli::dress;
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::explain::Explainer;
use crate::policy::Lang;
use crate::texts::Texts;

const NAME: &str = "rules";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "rules-format";
const FORMATS: [&str; 3] = ["text", "markdown", "json"];

fn define(lang: Lang) -> clap::Command {
    let format = one_of(lang, FORMAT, FORMATS).long("format");
    in_use::define(clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-rules")).arg(format), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let in_use = InUse::here(context, matches)?;
    let explainer = Explainer { policy: &in_use.first.policy, lang: context.lang };
    let done = match matches.get_one::<String>(FORMAT).map(String::as_str) {
        Some("json") => explainer.catalogue_json(context.out),
        Some("markdown") => explainer.catalogue_markdown(context.out),
        _ => dress::page(context, &explainer.catalogue()),
    };
    written(done, 0)
}
