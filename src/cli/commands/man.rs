//! `kader man`: the manual pages of the program and of its commands.

use clap::{ArgAction, ArgMatches};
use clap_mangen::Man;

use crate::cli::args::{self, positional};
use crate::cli::commands::Command;
use crate::cli::fault::{Fault, written};
use crate::cli::usage::Usage;
use crate::cli::{Context, PROGRAM};
use crate::policy::Lang;
use crate::texts::Texts;

const NAME: &str = "man";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const PAGE: &str = "page";

/// The program with its version.
const SOURCE: &str = concat!("kader ", env!("CARGO_PKG_VERSION"));
/// The day of this version, as the changelog has it.
const DATE: &str = "2026-11-27";
/// The bytes of a line.
const WIDTH: usize = 78;
/// The bytes of a character that is not ASCII, as formatters read it: `\[u00E9]`.
const ESCAPED: usize = 8;
/// How a section begins (`man(7)`).
const SECTION: &str = ".SH ";

fn define(lang: Lang) -> clap::Command {
    let page = positional(lang, PAGE).action(ArgAction::Append);
    clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-man")).arg(page)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let mut program = args::command(context.system, context.lang);
    // The pages of commands are called after the program.
    program.build();
    let names = matches.get_many::<String>(PAGE).into_iter().flatten();
    let command = names.map(String::as_str).try_fold(&program, |command, name| below(command, name, context.lang))?;
    let command = command.clone();
    let mut page = Vec::new();
    let title = command.get_display_name().unwrap_or(PROGRAM).to_uppercase();
    let made = Man::new(command)
        .title(title)
        .date(DATE)
        .source(SOURCE)
        .manual(Texts::get(context.lang).plain("man-manual"))
        .render(&mut page);
    let page = translated(&String::from_utf8_lossy(&page), context.lang);
    written(made.and_then(|()| context.out.write_all(page.as_bytes())), 0)
}

/// A command of a command.
fn below<'c>(command: &'c clap::Command, name: &str, lang: Lang) -> Result<&'c clap::Command, Usage> {
    let known = || command.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>();
    let there = command.get_subcommands().find(|command| command.get_name() == name);
    there.ok_or_else(|| Usage::value(lang, "<PAGE>", name, &known()).of(NAME))
}

/// A page with the names of its sections in the reader's language, for those that are not ours are English, and in lines that fit.
fn translated(page: &str, lang: Lang) -> String {
    let texts = Texts::get(lang);
    let mut out = String::new();
    for line in page.lines() {
        match line.strip_prefix(SECTION) {
            Some("NAME") => section(&mut out, texts.plain("man-name")),
            Some("SYNOPSIS") => section(&mut out, texts.plain("man-synopsis")),
            Some("DESCRIPTION") => section(&mut out, texts.plain("man-description")),
            Some("VERSION") => section(&mut out, texts.plain("man-version")),
            Some(other) => section(&mut out, &other.to_uppercase()),
            None if line.starts_with('.') => out.extend([line, "\n"]),
            None => fill(&mut out, line),
        }
    }
    out
}

fn section(out: &mut String, name: &str) {
    out.extend([SECTION, name, "\n"]);
}

/// Writes running text in lines of at most [`WIDTH`], as far as its words let it.
fn fill(out: &mut String, text: &str) {
    let mut width = 0;
    for word in text.split(' ') {
        // A point or an apostrophe would make a request of the line (`roff(7)`).
        let guard = if word.starts_with(['.', '\'']) { "\\&" } else { "" };
        let columns: usize = word.chars().map(|char| if char.is_ascii() { 1 } else { ESCAPED }).sum();
        let breaks = width > 0 && width + 1 + columns > WIDTH;
        match (width, breaks) {
            (0, _) => out.push_str(guard),
            (_, true) => out.extend(["\n", guard]),
            (_, false) => out.push(' '),
        }
        out.push_str(word);
        width = if breaks { columns } else { width + 1 + columns };
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn text_is_broken_between_words_and_no_line_is_a_request() {
        let mut out = String::new();
        fill(&mut out, &format!("{} .toml {} 'x", "a".repeat(75), "b".repeat(73)));
        let expected = format!("{}\n\\&.toml\n{} 'x\n", "a".repeat(75), "b".repeat(73));
        assert_eq!(out, expected);
        let mut short = String::new();
        fill(&mut short, ".a b");
        assert_eq!(short, "\\&.a b\n");
    }
}
