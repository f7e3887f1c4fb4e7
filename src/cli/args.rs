//! The program's arguments, in the reader's language: what stands above the commands, and how an option is made.

use clap::builder::styling::{AnsiColor, Styles};
use clap::builder::{PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, ColorChoice, Command};

use crate::cli::color::Choice;
use crate::cli::{PROGRAM, commands};
use crate::policy::Lang;
use crate::system::System;
use crate::texts::Texts;

pub(super) const LANG: &str = "lang";
pub(super) const COLOR: &str = "color";

/// Columns of the help where no terminal says more, and at most.
const WIDTH: u16 = 100;
/// The place in the help of what every command has: behind the command's own options.
const LAST: usize = 900;
const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default())
    .error(AnsiColor::Red.on_default().bold())
    .valid(AnsiColor::Green.on_default());

/// The program with all its commands.
pub(super) fn command(system: &dyn System, lang: Lang) -> Command {
    let texts = Texts::get(lang);
    let commands = commands::ALL.iter().map(|command| {
        let define = (command.define)(lang).name(command.name);
        dressed(define, lang).override_usage(usage(command.name, lang)).next_help_heading(heading(lang))
    });
    let program = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about(texts.plain("cli-about"))
        .styles(STYLES)
        // The choice is made when a text is written; see `usage`.
        .color(ColorChoice::Always)
        .term_width(usize::from(system.terminal_width().unwrap_or(WIDTH).clamp(40, WIDTH)))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_help_heading(texts.plain("cli-heading-commands"))
        .override_usage(usage("", lang))
        .subcommands(commands)
        .arg(one_of(lang, LANG, Lang::ALL.map(Lang::as_str)).global(true).display_order(LAST))
        .arg(one_of(lang, COLOR, Choice::WORDS).global(true).display_order(LAST + 1));
    let version = switch(lang, "version").short('V').action(ArgAction::Version).display_order(LAST + 3);
    dressed(program, lang).arg(version)
}

/// The usage line of a command, of the program where the name is empty.
pub(super) fn usage(command: &str, lang: Lang) -> &'static str {
    let texts = Texts::get(lang);
    if command.is_empty() { texts.plain("cli-usage") } else { texts.plain(&format!("cli-usage-{command}")) }
}

/// What every command has: its layout and `--help`.
pub(super) fn dressed(command: Command, lang: Lang) -> Command {
    let texts = Texts::get(lang);
    let style = STYLES.get_usage();
    let usage = texts.plain("cli-heading-usage");
    let template = format!("{{about-with-newline}}\n{style}{usage}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}");
    command
        .args_override_self(true)
        .help_template(StyledStr::from(template))
        .disable_help_flag(true)
        .arg(switch(lang, "help").short('h').action(ArgAction::Help).global(true).display_order(LAST + 2))
}

fn heading(lang: Lang) -> &'static str {
    Texts::get(lang).plain("cli-heading-options")
}

/// A command that only has commands below it.
pub(super) fn parent(lang: Lang, name: &'static str, commands: impl IntoIterator<Item = Command>) -> Command {
    let texts = Texts::get(lang);
    Command::new(name)
        .about(texts.plain(&format!("cli-about-{name}")))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(texts.plain("cli-heading-commands"))
        .subcommands(commands)
}

/// An argument without an option's name; in the help it is called as the texts say.
pub(super) fn positional(lang: Lang, name: &'static str) -> Arg {
    let texts = Texts::get(lang);
    Arg::new(name)
        .action(ArgAction::Set)
        .value_name(texts.plain(&format!("cli-value-{name}")))
        .help(texts.plain(&format!("cli-help-{name}")))
        .help_heading(texts.plain("cli-heading-arguments"))
}

/// An option without a value.
pub(super) fn switch(lang: Lang, name: &'static str) -> Arg {
    let texts = Texts::get(lang);
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(texts.plain(&format!("cli-help-{name}")))
        .help_heading(heading(lang))
}

/// An option with a value; in the help the value is called as the texts say.
pub(super) fn option(lang: Lang, name: &'static str) -> Arg {
    let texts = Texts::get(lang);
    let value = texts.plain(&format!("cli-value-{name}"));
    switch(lang, name).action(ArgAction::Set).value_name(value)
}

/// An option with a value out of a few words.
pub(super) fn one_of<const N: usize>(lang: Lang, name: &'static str, words: [&'static str; N]) -> Arg {
    option(lang, name).value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
}

/// An option that may stand more than once, with several values between commas.
pub(super) fn several(lang: Lang, name: &'static str) -> Arg {
    option(lang, name).action(ArgAction::Append).value_delimiter(',')
}

#[cfg(test)]
mod tests {
    use super::command;
    use crate::policy::Lang;
    use crate::system::Memory;

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            command(&Memory::new(), lang).debug_assert();
        }
    }
}
