//! `kader new`: a new agreement for a partner, with everything that its profile asks as a stub. What no option says is asked on a terminal.

mod asking;
mod target;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{ArgMatches, value_parser};

use crate::cli::args::{option, several};
use crate::cli::commands::{Command, policy};
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::cli::usage::Usage;
use crate::cli::{Context, settings};
use crate::compose::form::{Manner, Part, Words, refused};
use crate::compose::{Assumption, Wish, assumptions, document, text};
use crate::config::root::RootFinder;
use crate::json::print::quote;
use crate::policy::{Lang, Policy};
use crate::system::{Stream, paths};
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::Loaded;

use asking::Form;

pub(super) const NAME: &str = "new";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const POLICY: &str = "policy";
const OUTPUT: &str = "new-output";

/// The output that is standard output.
const STANDARD: &str = "-";

fn define(lang: Lang) -> clap::Command {
    let named = |id: &'static str, long: &'static str| option(lang, id).long(long);
    let command = clap::Command::new(NAME)
        .about(Texts::get(lang).plain("cli-about-new"))
        .arg(option(lang, Part::Partner.option()))
        .arg(several(lang, Part::CoreTask.option()))
        .arg(several(lang, "new-profile").id(Part::Profile.option()).long(Part::Profile.option()))
        .arg(several(lang, Part::Regions.option()))
        .arg(option(lang, Part::Adoption.option()))
        .arg(option(lang, Part::Phase.option()))
        .arg(option(lang, Part::Id.option()))
        .arg(named("new-policy", POLICY).id(POLICY).value_parser(value_parser!(PathBuf)))
        .arg(named(OUTPUT, "output").value_parser(value_parser!(PathBuf)));
    in_use::define(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let loaded = chosen(context, matches)?;
    let policy = &loaded.policy;
    let terminal = |stream| context.system.is_terminal(stream);
    let asks = terminal(Stream::Input) && terminal(Stream::Error);
    let wish = Form { context, policy, matches, asks }.fill()?;
    if let Err(impossible) = wish.check(policy) {
        let words = Words { policy, lang: context.lang, manner: Manner::Options };
        return Err(Usage::correcting(NAME, refused(words, &wish, impossible)).into());
    }
    let status = write(context, matches, &wish, policy)?;
    assumed(context, &assumptions(&wish, policy), policy);
    Ok(status)
}

/// The policy that is asked for: one in use where the agreement comes, by its id or its folder; without a choice, the first.
fn chosen(context: &mut Context<'_>, matches: &ArgMatches) -> Result<Arc<Loaded>, Fault> {
    let target = target::known(matches, None);
    let InUse { first, others, .. } = InUse::of(context, matches, target.as_deref())?;
    let Some(asked) = matches.get_one::<PathBuf>(POLICY) else { return Ok(first) };
    let known: Vec<Arc<Loaded>> = [first].into_iter().chain(others).collect();
    if let Some(loaded) = known.iter().find(|loaded| asked.as_os_str() == loaded.policy.id()) {
        return Ok(Arc::clone(loaded));
    }
    let wanted = policy::load(context, asked)?;
    let same = |loaded: &&Arc<Loaded>| loaded.policy.digest() == wanted.policy.digest();
    let in_use = known.iter().find(same).map(Arc::clone);
    in_use.ok_or_else(|| not_in_use(context, asked, target.as_deref()))
}

/// That documents there are judged by another policy, and what `kader.toml` must say.
fn not_in_use(context: &Context<'_>, asked: &Path, target: Option<&Path>) -> Fault {
    let system = context.system;
    let current = system.current_dir().unwrap_or_default();
    let finder = RootFinder::new(system);
    let folder = finder.config_folder(&settings::document(system, target));
    let pack = paths::absolute(&current, asked);
    let pack = pack.strip_prefix(folder.as_deref().unwrap_or(&current)).unwrap_or(&pack);
    let line = format!("policy = {}", quote(&pack.to_string_lossy()));
    let why = Texts::get(context.lang).format("new-policy-not-in-use", &[("line", visible(&line).into_owned().into())]);
    Fault::Named { name: asked.to_string_lossy().into_owned(), why }
}

/// Writes the agreement where it is wanted.
fn write(context: &mut Context<'_>, matches: &ArgMatches, wish: &Wish, policy: &Policy) -> Result<u8, Fault> {
    let made = text(&document(wish, policy, context.lang));
    let Some(path) = target::known(matches, Some(&wish.id)) else {
        return written(context.out.raw().and_then(|out| out.write_all(made.as_bytes())), 0);
    };
    target::create(context, &path, &made)?;
    let name = visible(&path.to_string_lossy()).into_owned();
    let told = Texts::get(context.lang).format("new-written", &[("path", name.into())]);
    written(writeln!(context.out, "{told}"), 0)
}

/// Names on standard error what the agreement states though nobody said it.
fn assumed(context: &mut Context<'_>, assumptions: &[Assumption], policy: &Policy) {
    let texts = Texts::get(context.lang);
    if assumptions.is_empty() {
        return;
    }
    // Where standard error is gone, the agreement stands all the same.
    let _ = writeln!(context.err, "{}", texts.format("new-assumed", &[]));
    for assumption in assumptions {
        let text = assumption.text(policy, context.lang);
        let _ = writeln!(context.err, "- {text}");
    }
}
