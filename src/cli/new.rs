//! `kader new`: a new agreement for a partner, with everything that its profile asks as a stub. What no option says is asked on a terminal.

mod asking;
mod refusal;
mod words;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{ArgMatches, value_parser};

use crate::cli::args::{option, several};
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::cli::usage::Usage;
use crate::cli::{Command, Context, failures, policy};
use crate::compose::{Wish, document, text};
use crate::policy::{Lang, Policy, SUFFIX};
use crate::system::Stream;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::Loaded;

use asking::Form;

pub(super) const NAME: &str = "new";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const PARTNER: &str = "partner";
const CORE_TASK: &str = "core-task";
const PROFILE: &str = "profile";
const REGIONS: &str = "regions";
const ADOPTION: &str = "adoption-region";
const PHASE: &str = "phase";
const ID: &str = "id";
const POLICY: &str = "policy";
const OUTPUT: &str = "new-output";

/// The output that is standard output.
const STANDARD: &str = "-";

fn define(lang: Lang) -> clap::Command {
    let named = |id: &'static str, long: &'static str| option(lang, id).long(long);
    let command = clap::Command::new(NAME)
        .about(Texts::get(lang).plain("cli-about-new"))
        .arg(option(lang, PARTNER))
        .arg(several(lang, CORE_TASK))
        .arg(several(lang, "new-profile").id(PROFILE).long(PROFILE))
        .arg(several(lang, REGIONS))
        .arg(option(lang, ADOPTION))
        .arg(option(lang, PHASE))
        .arg(option(lang, ID))
        .arg(named("new-policy", POLICY).id(POLICY).value_parser(value_parser!(PathBuf)))
        .arg(named(OUTPUT, "output").value_parser(value_parser!(PathBuf)));
    in_use::define(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let loaded = chosen(context, matches)?;
    let terminal = |stream| context.system.is_terminal(stream);
    let asks = terminal(Stream::Input) && terminal(Stream::Error);
    let wish = Form { context, policy: &loaded.policy, matches, asks }.fill()?;
    if let Err(impossible) = wish.check(&loaded.policy) {
        return Err(refusal::usage(context.lang, &loaded.policy, &wish, impossible).into());
    }
    write(context, matches, &wish, &loaded.policy)
}

/// The policy that is asked for: one in use, by its id, else the pack of a folder; without a choice, the one in use here.
fn chosen(context: &mut Context<'_>, matches: &ArgMatches) -> Result<Arc<Loaded>, Fault> {
    let InUse { first, others, .. } = InUse::here(context, matches)?;
    let Some(asked) = matches.get_one::<PathBuf>(POLICY) else { return Ok(first) };
    let mut known = [first].into_iter().chain(others);
    match known.find(|loaded| asked.as_os_str() == loaded.policy.id()) {
        Some(loaded) => Ok(loaded),
        None => policy::load(context, asked),
    }
}

/// Writes the agreement where it is wanted.
fn write(context: &mut Context<'_>, matches: &ArgMatches, wish: &Wish, policy: &Policy) -> Result<u8, Fault> {
    let made = text(&document(wish, policy, context.lang));
    let usual = || PathBuf::from(format!("{}{SUFFIX}", wish.id));
    let path = matches.get_one::<PathBuf>(OUTPUT).cloned().unwrap_or_else(usual);
    if path.as_os_str() == STANDARD {
        return written(context.out.write_all(made.as_bytes()), 0);
    }
    create(context, &path, &made)?;
    let name = visible(&path.to_string_lossy()).into_owned();
    let told = Texts::get(context.lang).format("new-written", &[("path", name.into())]);
    written(writeln!(context.out, "{told}"), 0)
}

/// Makes the file in a folder that is there, never over another one.
fn create(context: &Context<'_>, path: &Path, text: &str) -> Result<(), Fault> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let there = folder.map_or(Ok(()), |folder| context.system.kind(folder).map(|_| ()));
    there.and_then(|()| context.system.create(path, text.as_bytes())).map_err(|error| {
        let why = match error.kind() {
            std::io::ErrorKind::AlreadyExists => Texts::get(context.lang).format("init-exists", &[]),
            std::io::ErrorKind::NotFound => Texts::get(context.lang).format("new-no-folder", &[]),
            kind => failures::reason(context.lang, kind, &error.to_string()),
        };
        Fault::Named { name: path.to_string_lossy().into_owned(), why }
    })
}

/// That an option is missing where nobody can be asked, with what may stand there.
fn missing(lang: Lang, option: &str, known: Vec<String>) -> Usage {
    let option = format!("--{option}");
    Usage::new(lang, NAME, "cli-missing", &[("option", option.as_str().into())]).knowing(known)
}
