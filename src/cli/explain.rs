//! `kader explain`: what a rule, a profile, a precondition, a core task, a region or another identifier is.

use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::cli::{Command, Context};
use crate::explain::{Explainer, Samples, Subject, find, names, samples};
use crate::policy::Lang;
use crate::report::page;
use crate::report::terminal::DEFAULT_WIDTH;
use crate::system::Stream;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::{Judge, embedded_policy};

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
    clap::Command::new(NAME).about(texts.plain("cli-about-explain")).arg(name)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let policy = embedded_policy().map_err(Fault::Policy)?;
    let as_of = policy.examples_as_of();
    let words: Vec<&str> = matches.get_many::<String>("name").into_iter().flatten().map(String::as_str).collect();
    explain(context, &mut Judge::new(policy, as_of), &words.join(" "))
}

/// Writes the pages about all that a name stands for by the judge's first policy.
fn explain(context: &mut Context<'_>, judge: &mut Judge, name: &str) -> Result<u8, Fault> {
    let all = judge.policies.first().map(|loaded| find(&loaded.policy, name)).unwrap_or_default();
    let sampled: Vec<Samples> = all
        .iter()
        .map(|found| match found.subject {
            Subject::Rule(code) => samples(judge, code),
            _ => Samples::default(),
        })
        .collect();
    let Some(loaded) = judge.policies.first() else { return Ok(super::FAILED) };
    let policy = &loaded.policy;
    if all.is_empty() {
        return Err(unknown(context.lang, name, &names(policy)).into());
    }
    let dress = dress(context);
    let explainer = Explainer { policy, lang: context.lang };
    let mut between = "";
    for (found, samples) in all.iter().zip(&sampled) {
        let written = context
            .out
            .write_all(between.as_bytes())
            .and_then(|()| page::write(context.out, &explainer.page(found, samples), dress));
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
