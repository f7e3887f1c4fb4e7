//! `kader rules`: all rules of the policy.

use clap::ArgMatches;

use crate::cli::args::one_of;
use crate::cli::explain::dress;
use crate::cli::fault::Fault;
use crate::cli::{Command, Context};
use crate::explain::Explainer;
use crate::policy::Lang;
use crate::report::page;
use crate::texts::Texts;
use crate::workspace::embedded_policy;

const NAME: &str = "rules";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "rules-format";
const FORMATS: [&str; 3] = ["text", "markdown", "json"];

fn define(lang: Lang) -> clap::Command {
    let format = one_of(lang, FORMAT, FORMATS).long("format");
    clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-rules")).arg(format)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let policy = embedded_policy().map_err(Fault::Policy)?;
    let explainer = Explainer { policy: &policy, lang: context.lang };
    let dress = dress(context);
    let written = match matches.get_one::<String>(FORMAT).map(String::as_str) {
        Some("json") => explainer.catalogue_json(context.out),
        Some("markdown") => explainer.catalogue_markdown(context.out),
        _ => page::write(context.out, &explainer.catalogue(), dress),
    };
    written.map(|()| 0).map_err(|error| Fault::Output { error, status: 0 })
}
