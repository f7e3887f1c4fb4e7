//! `kader explain`: what a rule, a profile, a precondition, a core task, a region or another identifier is.

use std::collections::HashSet;
use std::io;
use std::sync::Arc;

use clap::{ArgAction, ArgMatches};

use crate::cli::args::{one_of, positional};
use crate::cli::commands::Command;
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::cli::usage::Usage;
use crate::cli::{Context, dress};
use crate::explain::{Explainer, Found, Samples, Subject, find, names, samples};
use crate::policy::Lang;
use crate::report::markdown::book;
use crate::report::sheet::{Block, Sheet};
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::Loaded;

const NAME: &str = "explain";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "explain-format";
const FORMATS: [&str; 2] = ["text", "markdown"];

/// How a page is written on standard output.
type Write = fn(&mut Context<'_>, &Sheet) -> io::Result<()>;

fn define(lang: Lang) -> clap::Command {
    let name = positional(lang, "name").action(ArgAction::Append).required(true);
    let format = one_of(lang, FORMAT, FORMATS).long("format");
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-explain")).arg(name).arg(format);
    in_use::define(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let in_use = InUse::here(context, matches)?;
    let words: Vec<&str> = matches.get_many::<String>("name").into_iter().flatten().map(String::as_str).collect();
    let write: Write = match matches.get_one::<String>(FORMAT).map(String::as_str) {
        Some("markdown") => |context, page| book::page(context.out, page),
        _ => dress::page,
    };
    for (at, name) in asked(&in_use, &words).iter().enumerate() {
        if at > 0 {
            written(context.out.write_all(b"\n\n"), 0)?;
        }
        explain(context, &in_use, name, write)?;
    }
    Ok(0)
}

/// The names that are asked for: all words are one, unless it is unknown and each of them is known.
fn asked(in_use: &InUse, words: &[&str]) -> Vec<String> {
    let known = |name: &str| in_use.all().any(|loaded| !find(&loaded.policy, name).is_empty());
    let one = words.join(" ");
    if known(&one) || !words.iter().all(|word| known(word)) {
        return vec![one];
    }
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Writes the pages about all that a name stands for in the first policy, else in the first other one that knows it.
fn explain(context: &mut Context<'_>, in_use: &InUse, name: &str, write: Write) -> Result<u8, Fault> {
    let InUse { first, others, .. } = in_use;
    let all = find(&first.policy, name);
    if !all.is_empty() {
        return pages(context, &all, (first, others), None, write);
    }
    for (at, other) in others.iter().enumerate() {
        let all = find(&other.policy, name);
        if !all.is_empty() {
            let args = [("policy", other.policy.id().into())];
            let whose = Texts::get(context.lang).format("explain-of-policy", &args);
            return pages(context, &all, (other, others.get(at + 1..).unwrap_or_default()), Some(&whose), write);
        }
    }
    let known = in_use.all().flat_map(|loaded| names(&loaded.policy));
    // An identifier and its label often differ in case alone, and mean the same.
    let mut seen = HashSet::new();
    let known: Vec<&str> = known.filter(|name| seen.insert(name.to_lowercase())).collect();
    Err(unknown(context.lang, name, &known).into())
}

/// Writes the pages about things of a policy; examples may be in the words of others.
fn pages(
    context: &mut Context<'_>,
    all: &[Found],
    (own, others): (&Arc<Loaded>, &[Arc<Loaded>]),
    whose: Option<&str>,
    write: Write,
) -> Result<u8, Fault> {
    let explainer = Explainer { policy: &own.policy, lang: context.lang };
    let mut between = "";
    for found in all {
        let samples = match found.subject {
            Subject::Rule(code) => samples(own, others, code),
            _ => Samples::default(),
        };
        let mut page = explainer.page(found, &samples);
        if let Some(whose) = whose {
            page.blocks.insert(0, Block::Text(whose.to_owned()));
        }
        let done = context.out.write_all(between.as_bytes()).and_then(|()| write(context, &page));
        written(done, 0)?;
        between = "\n\n";
    }
    Ok(0)
}

fn unknown(lang: Lang, name: &str, known: &[&str]) -> Usage {
    let args = [("name", visible(name).into_owned().into())];
    Usage::new(lang, NAME, "cli-unknown-name", &args).meaning(name, known).knowing(family(name, known))
}

/// For what looks like a code: the codes that begin with as much of it as any do.
pub(super) fn family(name: &str, known: &[&str]) -> Vec<String> {
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
