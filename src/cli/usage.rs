//! Wrong arguments: one form for clap's findings and our own, in the reader's language.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::fault::{Fault, written};
use crate::cli::{COMMANDS, Context, FAILED, args};
use crate::policy::Lang;
use crate::system::Stream;
use crate::text::suggest::nearest_loose;
use crate::text::visible;
use crate::texts::{Args, Texts};

/// What is wrong with the arguments, and what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Usage {
    message: String,
    suggestion: Option<String>,
    /// Words that would have been right, where they are few.
    known: Vec<String>,
    /// Whose usage is shown; empty for the program's.
    command: &'static str,
}

impl Usage {
    /// The message of an id.
    pub(super) fn new(lang: Lang, command: &'static str, id: &str, args: &Args<'_>) -> Self {
        Self { message: Texts::get(lang).format(id, args), suggestion: None, known: Vec::new(), command }
    }

    /// That `value` is not among the words that an option or a variable of the environment knows.
    pub(super) fn value(lang: Lang, option: &str, value: &str, known: &[&str]) -> Self {
        let args = [("option", option.into()), ("value", visible(value).into_owned().into())];
        let id = if value.is_empty() { "cli-empty-value" } else { "cli-unknown-value" };
        let mut usage = Self::new(lang, "", id, &args).meaning(value, known);
        usage.known = known.iter().map(|word| (*word).to_owned()).collect();
        usage
    }

    /// With the nearest of what would have been right, else the only word that begins so.
    pub(super) fn meaning(mut self, value: &str, known: &[&str]) -> Self {
        let begun = || {
            let mut words = known.iter().copied().filter(|word| !value.is_empty() && word.starts_with(value));
            words.next().filter(|_| words.next().is_none())
        };
        self.suggestion = nearest_loose(value, known.iter().copied()).or_else(begun).map(str::to_owned);
        self
    }

    /// With this suggestion, where there is none yet.
    pub(super) fn or(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = self.suggestion.or_else(|| suggestion.map(str::to_owned));
        self
    }

    /// With words that would have been right.
    pub(super) fn knowing(mut self, words: Vec<String>) -> Self {
        self.known = words;
        self
    }

    /// As a fault of a command's arguments.
    pub(super) fn of(mut self, command: &'static str) -> Self {
        self.command = command;
        self
    }

    /// The message, the words that would have been right and the suggestion in one line, for whoever can answer again.
    pub(super) fn line(&self, lang: Lang) -> String {
        let texts = Texts::get(lang);
        let suggested = self.suggestion.as_ref().map(|suggestion| {
            let tip = texts.format("cli-meant", &[("suggestion", visible(suggestion).into_owned().into())]);
            format!("; {tip}")
        });
        let known = texts.format("cli-known", &[("words", self.known.join(", ").into())]);
        let known = if self.known.is_empty() { String::new() } else { format!("; {known}") };
        format!("{}{known}{}", self.message, suggested.unwrap_or_default())
    }

    /// Writes the message, the suggestion, and where to look further.
    pub(super) fn write(&self, out: &mut dyn Write, lang: Lang, color: bool) -> io::Result<()> {
        let texts = Texts::get(lang);
        let (red, green, off) = if color { ("\u{1B}[1;31m", "\u{1B}[1;32m", "\u{1B}[0m") } else { ("", "", "") };
        writeln!(out, "{red}{}:{off} {}", texts.format("cli-error", &[]), self.message)?;
        if !self.known.is_empty() {
            writeln!(out, "  {}", texts.format("cli-known", &[("words", self.known.join(", ").into())]))?;
        }
        if let Some(suggestion) = &self.suggestion {
            let tip = texts.format("cli-meant", &[("suggestion", visible(suggestion).into_owned().into())]);
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
    let command = args.iter().skip(1).find_map(|arg| COMMANDS.iter().find(|command| arg == command.name));
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
    Usage { suggestion, known: get(ContextKind::ValidValue), ..Usage::new(lang, "", id, &args) }
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
