//! The commands: each stands in a file of its own, and in the list here.

pub(super) mod assess;
pub(super) mod check;
mod completions;
mod config;
mod deviate;
mod deviations;
mod diff;
mod explain;
mod fmt;
mod init;
mod lsp;
mod man;
mod new;
mod overview;
mod policy;
mod rules;
mod schema;

use clap::ArgMatches;

use super::Context;
use super::fault::Fault;
use crate::policy::Lang;

/// A command: how its options are defined, and what it does.
pub(super) struct Command {
    /// Its word.
    pub(super) name: &'static str,
    /// Its options, in a language.
    pub(super) define: fn(Lang) -> clap::Command,
    /// Does it, and gives the exit status.
    pub(super) run: fn(&mut Context<'_>, &ArgMatches) -> Result<u8, Fault>,
}

/// All commands, in the order of the help.
pub(super) static ALL: &[Command] = &[
    check::COMMAND,
    fmt::COMMAND,
    assess::COMMAND,
    overview::COMMAND,
    deviations::COMMAND,
    deviate::COMMAND,
    diff::COMMAND,
    init::COMMAND,
    new::COMMAND,
    explain::COMMAND,
    rules::COMMAND,
    schema::COMMAND,
    policy::COMMAND,
    config::COMMAND,
    lsp::COMMAND,
    completions::COMMAND,
    man::COMMAND,
];
