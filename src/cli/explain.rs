//! `kader explain`: what a rule, a profile, a precondition, a core task, a region or another identifier is.

use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::fault::Fault;
use crate::cli::in_use::{self, InUse};
use crate::cli::usage::Usage;
use crate::cli::{Command, Context};
use crate::explain::{Explainer, Samples, Subject, find, names, samples};
use crate::policy::Lang;
use crate::report::page::{self, Block};
use crate::report::terminal::DEFAULT_WIDTH;
use crate::system::Stream;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::Loaded;

const NAME: &str = "explain";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

fn define(lang: Lang) -> clap::Command {
    let texts = Texts::get(lang);
    let name = Arg::new("name")
        .action(ArgAction::Append)
        .required(true)
        .value_name(texts.plain("cli-value-name"))
        .help(texts.plain("cli-help-name"))
        .help_heading(texts.plain("cli-heading-arguments"));
    in_use::define(clap::Command::new(NAME).about(texts.plain("cli-about-explain")).arg(name), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let in_use = InUse::here(context, matches)?;
    let words: Vec<&str> = matches.get_many::<String>("name").into_iter().flatten().map(String::as_str).collect();
    explain(context, &in_use.policies, &words.join(" "))
}

/// Writes the pages about all that a name stands for in the first policy, else in the first other one that knows it.
fn explain(context: &mut Context<'_>, policies: &[Arc<Loaded>], name: &str) -> Result<u8, Fault> {
    let knowing = |at: usize| Some((at, find(&policies.get(at)?.policy, name))).filter(|(_, all)| !all.is_empty());
    let Some((at, all)) = (0..policies.len()).find_map(knowing) else {
        let known: Vec<&str> = policies.iter().flat_map(|loaded| names(&loaded.policy)).collect();
        return Err(unknown(context.lang, name, &known).into());
    };
    let knowing = policies.get(at..).unwrap_or_default();
    let Some(loaded) = knowing.first() else { return Ok(super::FAILED) };
    let dress = dress(context);
    let explainer = Explainer { policy: &loaded.policy, lang: context.lang };
    let mut between = "";
    for found in &all {
        let samples = match found.subject {
            Subject::Rule(code) => samples(knowing, code),
            _ => Samples::default(),
        };
        let mut page = explainer.page(found, &samples);
        if at > 0 {
            let args = [("policy", loaded.policy.id().into())];
            let text = Texts::get(context.lang).format("explain-of-policy", &args);
            page.blocks.insert(0, Block::Text(text));
        }
        let written = context.out.write_all(between.as_bytes()).and_then(|()| page::write(context.out, &page, dress));
        written.map_err(|error| Fault::Output { error, status: 0 })?;
        between = "\n\n";
    }
    Ok(0)
}

/// Whether a page on standard output has colours, and how many columns.
pub(super) fn dress(context: &Context<'_>) -> (bool, usize) {
    let terminal = context.system.is_terminal(Stream::Output);
    let width = context.system.terminal_width().filter(|_| terminal).map_or(DEFAULT_WIDTH, usize::from);
    (context.color.decide(context.system, Stream::Output), width)
}

fn unknown(lang: Lang, name: &str, known: &[&str]) -> Usage {
    let args = [("name", visible(name).into_owned().into())];
    Usage::new(lang, NAME, "cli-unknown-name", &args).meaning(name, known).knowing(family(name, known))
}

/// For what looks like a code: the codes that begin with as much of it as any do.
fn family(name: &str, known: &[&str]) -> Vec<String> {
    let upper = name.to_ascii_uppercase();
    let code = upper.len() <= 4
        && upper.starts_with(|first: char| first.is_ascii_uppercase())
        && upper.contains(|c: char| c.is_ascii_digit());
    let heads = (2..upper.len()).rev().filter_map(|end| upper.get(..end)).filter(|_| code);
    let beginning = |head: &str| -> Vec<String> {
        let codes = known.iter().filter(|word| word.len() == 4 && word.starts_with(head));
        codes.map(|code| (*code).to_owned()).collect()
    };
    heads.map(beginning).find(|codes| !codes.is_empty()).unwrap_or_default()
}
