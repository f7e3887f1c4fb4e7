//! `kader policy`: the policy in use, and whether a pack holds what its files promise.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{ArgMatches, value_parser};

use crate::cli::args::{dressed, parent, positional, switch, usage};
use crate::cli::commands::Command;
use crate::cli::dress::{self, Dress};
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::cli::{Context, FAILED, excerpt};
use crate::config::{Outcome, PolicyRef, Sourced};
use crate::explain::Explainer;
use crate::policy::{Lang, PackSource, Policy, netcentric};
use crate::proof::{Proof, Trial};
use crate::system::Stream;
use crate::texts::Texts;
use crate::workspace::{Loaded, policies};

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
        let command = clap::Command::new(name)
            .about(texts.plain(&format!("cli-about-policy-{name}")))
            .override_usage(usage(&format!("policy-{name}"), lang))
            .arg(positional(lang, PACK).value_parser(value_parser!(PathBuf)));
        let command = if name == TEST { command.arg(switch(lang, COVERAGE)) } else { command };
        dressed(in_use::define(command, lang), lang)
    };
    parent(lang, NAME, [SHOW, CHECK, TEST].map(sub))
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
    let loaded = match policies::load(&pack.source, &pack.others) {
        Ok(policy) => Arc::new(Loaded::new(policy)),
        Err(faults) => return pack.tell(context, &Proof { faults, ..Proof::default() }),
    };
    match name {
        SHOW => written(dress::page(context, &explainer(context, &loaded).policy()), 0),
        CHECK => pack.tell(context, &Trial::new(&pack.source, &loaded).check()),
        _ => pack.test(context, &loaded, matches.get_flag(COVERAGE)),
    }
}

/// The policy of a pack's folder, or an embedded one by its id.
///
/// # Errors
/// The faults of the pack.
pub(super) fn load(context: &Context<'_>, pack: &PathBuf) -> Result<Arc<Loaded>, Fault> {
    let Pack { source, others } = Pack::open(context, Some(pack))?;
    policies::load(&source, &others).map(|policy| Arc::new(Loaded::new(policy))).map_err(Fault::Policy)
}

fn explainer<'p>(context: &Context<'_>, loaded: &'p Loaded) -> Explainer<'p> {
    Explainer { policy: &loaded.policy, lang: context.lang }
}

/// The first policy in use, which of them are in use, and why.
fn show(context: &mut Context<'_>, in_use: &InUse) -> Result<u8, Fault> {
    let named = (*in_use.config).as_ref().ok().and_then(|config| config.policy.as_ref());
    let named = named.map(|Sourced { place, .. }| (&*place.source.name, place.line()));
    let others: Vec<&Policy> = in_use.others.iter().map(|loaded| &loaded.policy).collect();
    let page = explainer(context, &in_use.first).in_use(named, &others);
    written(dress::page(context, &page), 0)
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
        let others = policies::packs();
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

    fn test(&self, context: &mut Context<'_>, loaded: &Arc<Loaded>, coverage: bool) -> Result<u8, Fault> {
        let trial = Trial::new(&self.source, loaded);
        if coverage {
            let page = explainer(context, loaded).coverage(&trial.coverage(&self.others));
            written(dress::page(context, &page).and_then(|()| context.out.write_all(b"\n")), 0)?;
        }
        self.tell(context, &trial.test())
    }

    /// Writes the faults and how many there are; the exit status.
    fn tell(&self, context: &mut Context<'_>, proof: &Proof) -> Result<u8, Fault> {
        let status = u8::from(!proof.faults.is_empty());
        let dress = Dress::of(context, Stream::Output);
        let done = excerpt::write(context.out, context.lang, &proof.faults, &|file| self.text(file), dress);
        let args = [
            ("count", proof.faults.len().into()),
            ("rules", proof.rules.into()),
            ("examples", proof.examples.into()),
            ("documents", proof.documents.into()),
        ];
        let id = if status == 0 { "policy-fine" } else { "policy-faults" };
        let text = Texts::get(context.lang).format(id, &args);
        written(done.and_then(|()| writeln!(context.out, "{text}")), status)
    }
}
