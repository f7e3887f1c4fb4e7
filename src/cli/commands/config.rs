//! `kader config show`: the settings that hold for a document, and where each comes from.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{ArgMatches, value_parser};
use serde::Serialize;

use crate::cli::args::{dressed, one_of, parent, positional, usage};
use crate::cli::commands::Command;
use crate::cli::fault::{Fault, written};
use crate::cli::in_use::{self, InUse};
use crate::cli::{Context, settings};
use crate::config::{Config, Origin, Row, Shown, shown_size};
use crate::policy::{Lang, Level, Severity};
use crate::report::json::Lines;
use crate::text::visible;
use crate::texts::Texts;

pub(super) const NAME: &str = "config";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const SHOW: &str = "show";
const DOCUMENT: &str = "document";
const FORMAT: &str = "config-format";
/// Columns between those of the table.
const GAP: usize = 2;
/// Values longer than this do not push the origins of the others aside.
const WIDEST: usize = 48;
/// The version of the `json` format.
const VERSION: u32 = 1;

fn define(lang: Lang) -> clap::Command {
    let texts = Texts::get(lang);
    let show = clap::Command::new(SHOW)
        .about(texts.plain("cli-about-config-show"))
        .override_usage(usage(NAME, lang))
        .next_help_heading(texts.plain("cli-heading-options"))
        .arg(positional(lang, DOCUMENT).value_parser(value_parser!(PathBuf)))
        .arg(one_of(lang, FORMAT, ["full", "json"]).long("format"));
    let show = in_use::define(show, lang);
    parent(lang, NAME, [dressed(show, lang)])
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let Some((_, matches)) = matches.subcommand() else { return Ok(crate::cli::FAILED) };
    let asked = matches.get_one::<PathBuf>(DOCUMENT).cloned();
    let InUse { config, .. } = InUse::of(context, matches, asked.as_deref())?;
    let config = (*config).as_ref().map_err(|broken| Fault::Config(broken.faults.clone()))?;
    let given = settings::of_environment(context, None)?;
    let document = settings::document(context.system, asked.as_deref());
    let effective = config.effective(&document, &given);
    let rows = config.rows(&document, &given, &effective);
    let done = if matches.get_one::<String>(FORMAT).is_some_and(|format| format == "json") {
        json(context.out, config, &rows)
    } else {
        table(context, config, &rows).and_then(|()| {
            let file = asked.is_some_and(|path| !settings::is_folder(context.system, &path));
            if file && !effective.is_walked() { passed_over(context) } else { Ok(()) }
        })
    };
    written(done, 0)
}

/// The settings as a list with aligned columns.
fn table(context: &mut Context<'_>, config: &Config, rows: &[Row]) -> io::Result<()> {
    let texts = Texts::get(context.lang);
    let file = config.source().map(|source| visible(&source.name).into_owned());
    let head = match file {
        Some(file) => texts.format("config-file", &[("file", file.into())]),
        None => texts.format("config-no-file", &[]),
    };
    writeln!(context.out, "{head}\n")?;
    let lines: Vec<[String; 3]> =
        rows.iter().map(|row| [row.setting.to_owned(), value(texts, &row.value), origin(texts, &row.origin)]).collect();
    let width = |column: usize| {
        let widths = lines.iter().filter_map(|line| line.get(column)).map(|text| text.chars().count());
        widths.filter(|width| *width <= WIDEST).max().unwrap_or_default() + GAP
    };
    let (first, second) = (width(0), width(1));
    for [setting, value, origin] in &lines {
        let gap = " ".repeat(second.saturating_sub(value.chars().count()).max(GAP));
        writeln!(context.out, "{setting:first$}{value}{gap}{origin}")?;
    }
    Ok(())
}

/// That a walk does not take the file.
fn passed_over(context: &mut Context<'_>) -> io::Result<()> {
    let text = Texts::get(context.lang).format("config-passed-over", &[]);
    writeln!(context.out, "\n{text}")
}

fn value(texts: &Texts, value: &Shown) -> String {
    let text = match value {
        Shown::None => return texts.format("config-nothing", &[]),
        Shown::Text(text) => text.clone(),
        Shown::Bytes(bytes) => shown_size(*bytes),
        Shown::List(items) if items.is_empty() => return texts.format("config-nothing", &[]),
        Shown::List(items) => items.join(", "),
        Shown::Levels(rule, levels) => format!("{rule} = {}", shown(*levels)),
    };
    visible(&text).into_owned()
}

/// One level where it is the same in all phases, else the three.
fn shown(levels: Severity) -> String {
    let words = levels.map(Level::word);
    if words.iter().all(|word| *word == words[0]) { words[0].to_owned() } else { words.join(", ") }
}

fn origin(texts: &Texts, origin: &Origin) -> String {
    match origin {
        Origin::Flag(name) | Origin::Variable(name) => (*name).to_owned(),
        Origin::File(place) => format!("{}:{}", visible(&place.source.name), place.line()),
        Origin::Default => texts.format("config-default", &[]),
    }
}

/// A setting for programs. Names and order are a promise.
#[derive(Serialize)]
struct Setting<'a> {
    #[serde(rename = "setting")]
    key: &'static str,
    value: Value<'a>,
    origin: From<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    None,
    Text(&'a str),
    Number(u64),
    List(&'a [String]),
    Levels { rule: &'a str, levels: [&'static str; 3] },
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum From<'a> {
    Flag { name: &'static str },
    Environment { name: &'static str },
    File { path: &'a str, line: usize },
    Default,
}

/// The files (nearest first) and the settings.
fn json(out: &mut dyn Write, config: &Config, rows: &[Row]) -> io::Result<()> {
    let files: Vec<&str> = config.sources.iter().map(|source| &*source.name).collect();
    let mut lines = Lines::open(out, VERSION)?;
    lines.member("files", &files)?;
    lines.list("settings", rows.iter().map(setting))?;
    lines.close()
}

fn setting(row: &Row) -> Setting<'_> {
    let value = match &row.value {
        Shown::None => Value::None,
        Shown::Text(text) => Value::Text(text),
        Shown::Bytes(bytes) => Value::Number(*bytes),
        Shown::List(items) => Value::List(items),
        Shown::Levels(rule, levels) => Value::Levels { rule, levels: levels.map(Level::word) },
    };
    let origin = match &row.origin {
        Origin::Flag(name) => From::Flag { name },
        Origin::Variable(name) => From::Environment { name },
        Origin::File(place) => From::File { path: &place.source.name, line: place.line() },
        Origin::Default => From::Default,
    };
    Setting { key: row.setting, value, origin }
}
