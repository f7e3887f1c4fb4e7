//! `kader policy`: the policy in use, and whether a pack holds what its files promise.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::args::{dressed, switch, usage};
use crate::cli::explain::dress;
use crate::cli::fault::Fault;
use crate::cli::in_use::{self, InUse};
use crate::cli::{Command, Context, FAILED, excerpt};
use crate::config::{Outcome, PolicyRef, Sourced};
use crate::explain::Explainer;
use crate::policy::{Lang, PackSource, engine, netcentric};
use crate::proof::{self, Branch, Coverage, Proof};
use crate::report::page::{self, Block, Page};
use crate::text::visible;
use crate::texts::{Arg as TextArg, Texts};
use crate::workspace::Loaded;

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
        dressed(in_use::define(command, lang), lang)
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
    let given = matches.get_one::<PathBuf>(PACK);
    if name == SHOW && given.is_none() {
        let in_use = InUse::here(context, matches)?;
        return show(context, &in_use);
    }
    let config = context.govern(matches, None);
    let pack = if given.is_some() { Pack::open(context, given)? } else { Pack::of_config(context, &config)? };
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
    /// The pack that the configuration names, whatever is wrong in it; without one, that of the program.
    fn of_config(context: &Context<'_>, config: &Outcome) -> Result<Self, Fault> {
        let config = config.as_ref().map_err(|broken| Fault::Config(broken.faults.clone()))?;
        match config.policy.as_ref().map(|named| &named.value) {
            Some(PolicyRef::Folder(folder)) => Self::open(context, Some(folder)),
            _ => Self::open(context, None),
        }
    }

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
            let id = policy.id().to_owned();
            let page = covered(context.lang, &id, &proof::coverage(&self.source, policy, &self.others));
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

/// The first policy in use, which of them are in use, and why.
fn show(context: &mut Context<'_>, in_use: &InUse) -> Result<u8, Fault> {
    let texts = Texts::get(context.lang);
    let mut page = Explainer { policy: in_use.policy()?, lang: context.lang }.policy();
    let named = (*in_use.config).as_ref().ok().and_then(|config| config.policy.as_ref());
    let line = |(at, loaded): (usize, &Arc<Loaded>)| {
        let why = match named {
            Some(Sourced { place, .. }) if at == 0 => {
                let args = [("file", visible(&place.source.name).into_owned().into()), ("line", number(place.line()))];
                texts.format("policy-in-use-named", &args)
            }
            None if at == 0 => texts.format("policy-in-use-first", &[]),
            _ => texts.format("policy-in-use-other", &[]),
        };
        format!("`{}` {}: {why}", loaded.policy.id(), loaded.policy.version())
    };
    let lines = in_use.policies.iter().enumerate().map(line).collect();
    page.blocks.push(Block::List(texts.format("policy-in-use", &[]), lines));
    let dress = dress(context);
    output(page::write(context.out, &page, dress), 0)
}

/// How often each rule fired, by the policy whose examples prove it, and what of it nothing fires.
fn covered(lang: Lang, policy: &str, all: &[Coverage]) -> Page {
    let texts = Texts::get(lang);
    let mut provers: Vec<Option<&str>> = vec![Some(policy)];
    for one in all {
        if !provers.contains(&one.proven_by.as_deref()) {
            provers.push(one.proven_by.as_deref());
        }
    }
    let heading = |prover: Option<&str>| match prover {
        Some(own) if own == policy => texts.format("policy-coverage-own", &[]),
        Some(other) => texts.format("policy-coverage-taken", &[("policy", other.into())]),
        None => texts.format("policy-coverage-unproven", &[]),
    };
    let block = |prover: Option<&str>| {
        let proven = all.iter().filter(|one| one.proven_by.as_deref() == prover);
        let lines: Vec<_> = proven.map(|one| (one.code.to_string(), coverage_line(texts, one))).collect();
        (!lines.is_empty()).then(|| Block::Named(heading(prover), lines))
    };
    let mut blocks: Vec<Block> = provers.into_iter().filter_map(block).collect();
    let missing = all.iter().map(|one| one.unreached.len()).sum();
    blocks.push(Block::Text(texts.format("policy-coverage-all", &[("missing", number(missing))])));
    Page { title: texts.format("policy-coverage-title", &[]), subtitle: String::new(), blocks }
}

fn coverage_line(texts: &Texts, one: &Coverage) -> String {
    let args = [("fired", number(one.fired)), ("silent", number(one.silent))];
    let text = format!("`{}`: {}", one.name, texts.format("policy-coverage", &args));
    if one.unreached.is_empty() {
        return text;
    }
    let branch = |branch: &Branch| {
        let (kind, name) = branch.words();
        texts.format("policy-branch", &[("kind", kind.into()), ("name", name.into())])
    };
    let branches: Vec<String> = one.unreached.iter().map(branch).collect();
    let unreached = texts.format("policy-unreached", &[("branches", branches.join(", ").into())]);
    format!("{text}\n{unreached}")
}

fn output(written: io::Result<()>, status: u8) -> Result<u8, Fault> {
    written.map(|()| status).map_err(|error| Fault::Output { error, status })
}

fn number(count: usize) -> TextArg<'static> {
    TextArg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
