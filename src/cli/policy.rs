//! `kader policy`: the policy in use, and whether a pack holds what its files promise.

use std::io;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::args::{dressed, switch, usage};
use crate::cli::explain::dress;
use crate::cli::fault::Fault;
use crate::cli::{Command, Context, FAILED, excerpt};
use crate::explain::Explainer;
use crate::policy::{Lang, PackSource, engine, netcentric};
use crate::proof::{self, Coverage, Proof};
use crate::report::page::{self, Block, Page};
use crate::texts::{Arg as TextArg, Texts};

const NAME: &str = "policy";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const SHOW: &str = "show";
const CHECK: &str = "check";
const TEST: &str = "test";
const PACK: &str = "pack";
const COVERAGE: &str = "coverage";

fn define(lang: Lang) -> clap::Command {
    let texts = Texts::get(lang);
    let sub = |name: &'static str| {
        let pack = Arg::new(PACK)
            .action(ArgAction::Set)
            .value_parser(value_parser!(PathBuf))
            .value_name(texts.plain("cli-value-pack"))
            .help(texts.plain("cli-help-pack"))
            .help_heading(texts.plain("cli-heading-arguments"));
        let command = clap::Command::new(name)
            .about(texts.plain(&format!("cli-about-policy-{name}")))
            .override_usage(usage(&format!("policy-{name}"), lang))
            .arg(pack);
        let command = if name == TEST { command.arg(switch(lang, COVERAGE)) } else { command };
        dressed(command, lang)
    };
    clap::Command::new(NAME)
        .about(texts.plain("cli-about-policy"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(texts.plain("cli-heading-commands"))
        .subcommands([SHOW, CHECK, TEST].map(sub))
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(FAILED) };
    let pack = Pack::open(context, matches.get_one::<PathBuf>(PACK))?;
    match name {
        SHOW => pack.show(context),
        CHECK => {
            let proof = proof::check(&pack.source, &pack.others);
            pack.tell(context, &proof)
        }
        _ => pack.test(context, matches.get_flag(COVERAGE)),
    }
}

/// A pack with those from which it may take rules.
struct Pack {
    source: PackSource,
    others: [PackSource; 2],
}

impl Pack {
    /// The pack of a folder, or an embedded one by its id; without either, the one that the program carries.
    fn open(context: &Context<'_>, given: Option<&PathBuf>) -> Result<Self, Fault> {
        let others = [engine(), netcentric()];
        let embedded = |path: &PathBuf| others.iter().find(|pack| pack.id().is_some_and(|id| path.as_os_str() == id));
        let source = match given {
            None => netcentric(),
            Some(path) => match embedded(path) {
                Some(pack) if pack.is_policy() => pack.clone(),
                _ => PackSource::read(context.system, path).map_err(|fault| Fault::Policy(vec![fault]))?,
            },
        };
        Ok(Self { source, others })
    }

    /// The text of a file as faults name it.
    fn text(&self, file: &str) -> Option<String> {
        let of_other = |pack: &PackSource| {
            let rest = file.strip_prefix(pack.id()?)?.strip_prefix('/')?;
            pack.file(rest).map(ToString::to_string)
        };
        let own = self.source.file(file).map(ToString::to_string);
        own.or_else(|| self.others.iter().find_map(of_other))
    }

    fn load(&self, context: &mut Context<'_>) -> Result<Option<crate::policy::Policy>, Fault> {
        match proof::load(&self.source, &self.others) {
            Ok(policy) => Ok(Some(policy)),
            Err(faults) => {
                self.tell(context, &Proof { faults, ..Proof::default() })?;
                Ok(None)
            }
        }
    }

    fn show(&self, context: &mut Context<'_>) -> Result<u8, Fault> {
        let Some(policy) = self.load(context)? else { return Ok(1) };
        let dress = dress(context);
        let page = Explainer { policy: &policy, lang: context.lang }.policy();
        output(page::write(context.out, &page, dress), 0)
    }

    fn test(&self, context: &mut Context<'_>, coverage: bool) -> Result<u8, Fault> {
        let Some(policy) = self.load(context)? else { return Ok(1) };
        let proof = proof::test(&self.source, policy);
        if coverage && let Some(policy) = self.load(context)? {
            let page = covered(context.lang, &proof::coverage(&self.source, policy));
            let dress = dress(context);
            output(page::write(context.out, &page, dress).and_then(|()| context.out.write_all(b"\n")), 0)?;
        }
        self.tell(context, &proof)
    }

    /// Writes the faults and how many there are; the exit status.
    fn tell(&self, context: &mut Context<'_>, proof: &Proof) -> Result<u8, Fault> {
        let status = u8::from(!proof.faults.is_empty());
        let dress = dress(context);
        let written = excerpt::write(context.out, context.lang, &proof.faults, &|file| self.text(file), dress);
        let args = [
            ("count", number(proof.faults.len())),
            ("rules", number(proof.rules)),
            ("examples", number(proof.examples)),
            ("documents", number(proof.documents)),
        ];
        let id = if status == 0 { "policy-fine" } else { "policy-faults" };
        let text = Texts::get(context.lang).format(id, &args);
        output(written.and_then(|()| writeln!(context.out, "{text}")), status)
    }
}

/// How often each rule fired, and what of it nothing fires.
fn covered(lang: Lang, all: &[Coverage]) -> Page {
    let texts = Texts::get(lang);
    let line = |one: &Coverage| {
        let args = [("fired", number(one.fired)), ("silent", number(one.silent))];
        let mut text = format!("`{}`: {}", one.name, texts.format("policy-coverage", &args));
        if !one.unreached.is_empty() {
            let branches: Vec<String> = one.unreached.iter().map(ToString::to_string).collect();
            text.push('\n');
            text.push_str(&texts.format("policy-unreached", &[("branches", branches.join(", ").into())]));
        }
        (one.code.to_string(), text)
    };
    let title = texts.format("policy-coverage-title", &[]);
    Page { title, subtitle: String::new(), blocks: vec![Block::Facts(all.iter().map(line).collect())] }
}

fn output(written: io::Result<()>, status: u8) -> Result<u8, Fault> {
    written.map(|()| status).map_err(|error| Fault::Output { error, status })
}

fn number(count: usize) -> TextArg<'static> {
    TextArg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
