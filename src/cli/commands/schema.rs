//! `kader schema`: the JSON Schemas that the program publishes.

use clap::ArgMatches;
use clap::builder::PossibleValuesParser;

use crate::cli::Context;
use crate::cli::args::positional;
use crate::cli::commands::Command;
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::config;
use crate::policy::Lang;
use crate::structure::describe::published;
use crate::texts::Texts;

const NAME: &str = "schema";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

/// The schema of documents, which is made from the policy in use.
const DOCUMENT: &str = "document";
/// The schema of `kader.toml`, which is made from the table of its keys.
const CONFIG: &str = "config";

/// The other schemas, by name.
static FILES: &[(&str, &str)] = &[
    ("policy", include_str!("../../../schemas/policy.schema.json")),
    ("findings", include_str!("../../../schemas/findings.schema.json")),
    ("deviations", include_str!("../../../schemas/deviations.schema.json")),
    ("diff", include_str!("../../../schemas/diff.schema.json")),
    ("rules", include_str!("../../../schemas/rules.schema.json")),
    ("assess", include_str!("../../../schemas/assess.schema.json")),
    ("overview", include_str!("../../../schemas/overview.schema.json")),
];

fn names() -> impl Iterator<Item = &'static str> {
    [DOCUMENT, CONFIG].into_iter().chain(FILES.iter().map(|(name, _)| *name))
}

fn define(lang: Lang) -> clap::Command {
    let texts = Texts::get(lang);
    let name = positional(lang, "schema")
        .value_parser(PossibleValuesParser::new(names()))
        .hide_possible_values(true)
        .help(texts.format("cli-help-schema", &[("names", names().collect::<Vec<_>>().join(", ").into())]));
    in_use::define(clap::Command::new(NAME).about(texts.plain("cli-about-schema")).arg(name), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let name = matches.get_one::<String>("schema").map_or(DOCUMENT, String::as_str);
    let done = if let Some((_, text)) = FILES.iter().find(|(known, _)| *known == name) {
        context.out.write_all(text.as_bytes())
    } else {
        let schema = if name == CONFIG {
            config::schema::schema(context.lang)
        } else {
            published(&InUse::here(context, matches)?.first.policy, context.lang)
        };
        let schema = serde_json::to_writer_pretty(&mut *context.out, &schema).map_err(Into::into);
        schema.and_then(|()| context.out.write_all(b"\n"))
    };
    written(done, 0)
}
