//! Wrong arguments: one form for clap's findings and our own, in the reader's language.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::fault::{Fault, written};
use crate::cli::{Context, FAILED, args, commands};
use crate::policy::Lang;
use crate::system::Stream;
use crate::text::visible;
use crate::texts::{Args, Correction, Texts};

/// What is wrong with the arguments of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Usage {
    what: Correction,
    /// Whose usage is shown; empty for the program's.
    command: &'static str,
}

impl Usage {
    /// The message of an id.
    pub(super) fn new(lang: Lang, command: &'static str, id: &str, args: &Args<'_>) -> Self {
        Self { what: Correction::new(lang, id, args), command }
    }

    /// That `value` is not among the words that an option or a variable of the environment knows.
    pub(super) fn value(lang: Lang, option: &str, value: &str, known: &[&str]) -> Self {
        let what = Correction::value(lang, option, value).meaning(value, known);
        Self { what: what.knowing(known.iter().map(|word| (*word).to_owned()).collect()), command: "" }
    }

    /// A correction as a fault of a command's arguments.
    pub(super) fn correcting(command: &'static str, what: Correction) -> Self {
        Self { what, command }
    }

    /// With the nearest of what would have been right, else the only word that begins so.
    pub(super) fn meaning(self, value: &str, known: &[&str]) -> Self {
        Self { what: self.what.meaning(value, known), ..self }
    }

    /// With this suggestion, where there is none yet.
    pub(super) fn or(self, suggestion: Option<&str>) -> Self {
        Self { what: self.what.or(suggestion), ..self }
    }

    /// With words that would have been right.
    pub(super) fn knowing(self, words: Vec<String>) -> Self {
        Self { what: self.what.knowing(words), ..self }
    }

    /// As a fault of a command's arguments.
    pub(super) fn of(self, command: &'static str) -> Self {
        Self { command, ..self }
    }

    /// Writes the message, the suggestion, and where to look further.
    pub(super) fn write(&self, out: &mut dyn Write, lang: Lang, color: bool) -> io::Result<()> {
        let texts = Texts::get(lang);
        let (red, green, off) = if color { ("\u{1B}[1;31m", "\u{1B}[1;32m", "\u{1B}[0m") } else { ("", "", "") };
        writeln!(out, "{red}{}:{off} {}", texts.format("cli-error", &[]), self.what.message)?;
        if let Some(choices) = self.what.choices(lang) {
            writeln!(out, "  {choices}")?;
        }
        if let Some(tip) = self.what.tip(lang) {
            writeln!(out, "\n  {green}{}:{off} {tip}", texts.format("cli-tip", &[]))?;
        }
        let usage = args::usage(self.command, lang);
        writeln!(out, "\n{green}{}:{off} {usage}", texts.format("cli-heading-usage", &[]))?;
        let help =
            if self.command.is_empty() { "kader --help".to_owned() } else { format!("kader {} --help", self.command) };
        writeln!(out, "\n{}", texts.format("cli-more", &[("command", help.into())]))
    }
}

/// What clap came back with: the help or the version, which are no fault, or wrong arguments.
pub(super) fn clap(context: &mut Context<'_>, error: &clap::Error, args: &[OsString]) -> Result<u8, Fault> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = rendered(context, &error.render(), Stream::Output);
            written(context.out.write_all(text.as_bytes()), 0)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = rendered(context, &error.render(), Stream::Error);
            let _ = context.err.write_all(text.as_bytes());
            Ok(FAILED)
        }
        _ => Err(translated(context.lang, error).of(command_of(args)).into()),
    }
}

fn rendered(context: &Context<'_>, text: &StyledStr, stream: Stream) -> String {
    if context.color.decide(context.system, stream) { text.ansi().to_string() } else { text.to_string() }
}

/// The command that the arguments are for.
fn command_of(args: &[OsString]) -> &'static str {
    let command = args.iter().skip(1).find_map(|arg| commands::ALL.iter().find(|command| arg == command.name));
    command.map_or("", |command| command.name)
}

fn translated(lang: Lang, error: &clap::Error) -> Usage {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let first = |kind| get(kind).into_iter().next().unwrap_or_default();
    // clap names an option with its value: `--format <FORMAT>`.
    let names: Vec<String> = get(ContextKind::InvalidArg).iter().map(|name| bare(name)).collect();
    let args = [
        ("option", visible(&names.join(", ")).into_owned().into()),
        ("value", visible(&first(ContextKind::InvalidValue)).into_owned().into()),
        ("command", visible(&first(ContextKind::InvalidSubcommand)).into_owned().into()),
        ("other", visible(&bare(&first(ContextKind::PriorArg))).into_owned().into()),
    ];
    let id = match error.kind() {
        ErrorKind::InvalidValue if first(ContextKind::InvalidValue).is_empty() => "cli-empty-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-unknown-value",
        ErrorKind::UnknownArgument if names.iter().any(|name| !name.starts_with('-')) => "cli-too-many-arguments",
        ErrorKind::UnknownArgument => "cli-unknown-option",
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => "cli-many-values",
        ErrorKind::TooFewValues | ErrorKind::NoEquals => "cli-empty-value",
        ErrorKind::ArgumentConflict => "cli-conflict",
        ErrorKind::MissingRequiredArgument => "cli-missing",
        ErrorKind::MissingSubcommand => "cli-no-command",
        ErrorKind::InvalidUtf8 => "cli-not-utf8",
        _ => "cli-wrong",
    };
    let suggested = [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    // clap puts the likeliest last.
    let suggestion = suggested.into_iter().find_map(|kind| get(kind).into_iter().next_back());
    Usage::new(lang, "", id, &args).or(suggestion.as_deref()).knowing(get(ContextKind::ValidValue))
}

fn bare(name: &str) -> String {
    name.split(" <").next().unwrap_or_default().to_owned()
}

fn words(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(word) => vec![word.clone()],
        ContextValue::Strings(words) => words.clone(),
        _ => Vec::new(),
    }
}
