//! The command line: `commands/` has one file a command; what they share stands here.
//!
//! [`run`] finds the language, parses, and hands the rest to a `Command`. A command touches the machine through its [`System`] and
//! speaks through [`Streams`]; it never ends the process.

mod args;
mod baseline;
mod color;
mod commands;
mod dress;
mod excerpt;
mod failures;
mod fault;
mod files_from;
mod guard;
mod in_use;
mod judging;
mod language;
mod mending;
mod named;
mod options;
mod output;
mod patch;
mod progress;
mod redact;
mod selectors;
mod settings;
mod targets;
mod unread;
mod usage;
mod verbose;
mod watch;

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use clap::ArgMatches;

use crate::config::{Configs, Held, Outcome};
use crate::policy::Lang;
use crate::system::System;
use fault::Fault;
use guard::{Guard, Lines};

/// The name of the program.
const PROGRAM: &str = "kader";

/// The exit status of a run that could not do its work.
const FAILED: u8 = 2;

/// Where a command writes.
pub struct Streams<'a> {
    /// Standard output: the report. It is flushed when the command is done.
    pub out: &'a mut dyn Write,
    /// Standard error: failures, progress, what `--verbose` tells.
    pub err: &'a mut (dyn Write + Send),
}

/// What a command works with.
struct Context<'a> {
    system: &'a dyn System,
    /// The configuration files.
    configs: Configs<'a>,
    /// The language that a flag or the environment asks for.
    asked: Option<Held<Lang>>,
    lang: Lang,
    color: color::Choice,
    out: &'a mut dyn Lines,
    err: &'a mut (dyn Lines + Send),
}

impl Context<'_> {
    /// Goes by the configurations that the arguments ask for, and speaks in the language of the one that governs a file or folder;
    /// without a path, the working directory. Gives that one.
    fn govern(&mut self, matches: &ArgMatches, path: Option<&Path>) -> Arc<Outcome> {
        self.configs.choose(settings::choice(self.system, matches));
        let config = self.configs.of(&settings::document(self.system, path));
        self.lang = language::of(self.system, self.asked.as_ref(), || Arc::clone(&config));
        config
    }
}

/// Runs the program with its arguments, its own name first. Gives the exit status: 0, 1 or 2 as the command says.
pub fn run(system: &dyn System, args: &[OsString], streams: &mut Streams<'_>) -> u8 {
    let configs = Configs::new(system, settings::early_choice(system, args));
    let asked = language::asked(system, args);
    let lang = language::of(system, asked.as_ref(), || configs.here());
    let color = color::Choice::given(args);
    let (mut out, mut err) = (Guard::new(&mut *streams.out), Guard::new(&mut *streams.err));
    let mut context = Context { system, configs, asked, lang, color, out: &mut out, err: &mut err };
    let result = match args::command(system, lang).try_get_matches_from(args) {
        Ok(matches) => dispatch(&mut context, &matches),
        Err(error) => usage::clap(&mut context, &error, args),
    };
    fault::settle(&mut context, result)
}

fn dispatch(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    language::check(context, matches.contains_id(args::LANG))?;
    let command = matches.subcommand().and_then(|(name, matches)| {
        let command = commands::ALL.iter().find(|command| command.name == name)?;
        Some((command, matches))
    });
    match command {
        Some((command, matches)) => (command.run)(context, matches),
        None => Ok(FAILED),
    }
}
