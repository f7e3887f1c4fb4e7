//! `kader deviate`: adds a deviation to a document, and says what it accepts.

use std::path::PathBuf;

use clap::{ArgMatches, value_parser};

use crate::cli::args::{option, positional, switch};
use crate::cli::commands::{Command, explain};
use crate::cli::fault::{Fault, written};
use crate::cli::judging::{self, Done, Judging};
use crate::cli::patch::Patch;
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED};
use crate::compose::NewDeviation;
use crate::config::MAX_SIZE;
use crate::findings::State;
use crate::json::format::format;
use crate::json::{Limits, parse, pointer};
use crate::policy::{Date, Deviation as Allowance, Lang, Policy};
use crate::report::deviations::earlier;
use crate::report::failures;
use crate::structure::is_placeholder;
use crate::system::{FileKind, ReadFile, paths};
use crate::text::visible;
use crate::texts::{Texts, listed};
use crate::workspace::run::{STDIN, Standard};
use crate::workspace::{Inputs, NotWritten, Report, Run, write_if_unchanged};

const NAME: &str = "deviate";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const CODE: &str = "code";
const FILE: &str = "file";
const PATH: &str = "pointer";
const REASON: &str = "reason";
const UNTIL: &str = "until";
const APPROVED_BY: &str = "approved-by";
const DIFF: &str = "deviate-diff";

/// The file that stands for standard input.
const STANDARD: &str = "-";

fn define(lang: Lang) -> clap::Command {
    let command = clap::Command::new(NAME)
        .about(Texts::get(lang).plain("cli-about-deviate"))
        .arg(positional(lang, CODE).required(true).display_order(0))
        .arg(positional(lang, FILE).required(true).value_parser(value_parser!(PathBuf)).display_order(1))
        .arg(option(lang, PATH).long("path").required(true))
        .arg(option(lang, REASON).required(true))
        .arg(option(lang, UNTIL))
        .arg(option(lang, APPROVED_BY))
        .arg(switch(lang, DIFF).long("diff"));
    judging::terms(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let file = matches.get_one::<PathBuf>(FILE).cloned().unwrap_or_default();
    let standard = file.as_os_str() == STANDARD;
    context.govern(matches, Some(&file).filter(|_| !standard).map(PathBuf::as_path));
    let judging = Judging::read(context, matches, NAME)?;
    let asked = asked(context.lang, matches)?;
    let mut document = Document::read(context, file, standard)?;
    document.add(context.lang, &asked)?;

    // The document is judged as it would be: what becomes of the deviation there is what is to be said of it.
    let text = ReadFile::Bytes(document.new.clone().into_bytes());
    let place = (!standard).then(|| paths::absolute(&context.system.current_dir().unwrap_or_default(), &document.file));
    let inputs = Inputs { paths: Vec::new(), standard: Some(Standard { name: place, text }), force_exclude: false };
    let Done { run, .. } = judging::over(context, inputs, &judging, &[])?;
    judging::tell(context, &run);
    let Some(report) = run.reports.first() else { return Ok(FAILED) };
    let told = outcome(context.lang, (&run, report), &document, &asked)?;
    document.put(context, matches.get_flag(DIFF))?;
    if !judging.quiet {
        // Where standard error is gone, the work is done all the same.
        let _ = writeln!(context.err, "{told}");
    }
    Ok(judging::status(&run))
}

/// The deviation that the arguments ask for.
fn asked(lang: Lang, matches: &ArgMatches) -> Result<NewDeviation<'_>, Usage> {
    let word = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let wrong = |id: &str, text: &str| Usage::new(lang, NAME, id, &[("value", visible(text).into_owned().into())]);
    let path = word(PATH).unwrap_or_default();
    if pointer::tokens(path).is_none() {
        return Err(wrong("deviate-no-pointer", path));
    }
    let until = word(UNTIL);
    if let Some(until) = until.filter(|until| Date::parse(until).is_none()) {
        return Err(wrong("deviate-no-date", until));
    }
    let reason = word(REASON).unwrap_or_default();
    if !reason.contains(char::is_alphanumeric) {
        return Err(nothing(lang, REASON, reason));
    }
    let approved_by = word(APPROVED_BY);
    if let Some(name) = approved_by.filter(|name| !name.contains(char::is_alphanumeric)) {
        return Err(nothing(lang, APPROVED_BY, name));
    }
    Ok(NewDeviation { rule: word(CODE).unwrap_or_default(), path, reason, approved_by, until })
}

/// That a text says nothing.
fn nothing(lang: Lang, option: &str, text: &str) -> Usage {
    let args = [("option", option.into()), ("value", visible(text).into_owned().into())];
    Usage::new(lang, NAME, "deviate-says-nothing", &args)
}

/// A document that gets a deviation.
struct Document {
    file: PathBuf,
    /// What messages call it.
    name: String,
    standard: bool,
    old: String,
    new: String,
    /// The index of the deviation.
    index: usize,
}

impl Document {
    fn read(context: &Context<'_>, file: PathBuf, standard: bool) -> Result<Self, Fault> {
        let config = if standard { context.configs.here() } else { context.configs.of(&file) };
        let limit =
            (*config).as_ref().ok().and_then(|config| config.max_size.as_ref()).map_or(MAX_SIZE, |size| size.value);
        let name = if standard { STDIN.to_owned() } else { file.to_string_lossy().into_owned() };
        let fault = |why: String| Fault::Named { name: name.clone(), why };
        // A pipe would be waited for, and nothing can be put in its place.
        if !standard && context.system.kind(&file).is_ok_and(|kind| kind == FileKind::Other) {
            return Err(fault(say(context.lang, "cli-not-regular")));
        }
        let read = if standard { context.system.stdin(limit) } else { context.system.read(&file, limit) };
        let read = read.map_err(|error| fault(failures::reason(context.lang, error.kind(), &error.to_string())))?;
        let text = if let ReadFile::Bytes(bytes) = read { String::from_utf8(bytes).ok() } else { None };
        let Some(old) = text else { return Err(fault(say(context.lang, "deviate-broken"))) };
        Ok(Self { file, name, standard, old, new: String::new(), index: 0 })
    }

    fn fault(&self, why: String) -> Fault {
        Fault::Named { name: self.name.clone(), why }
    }

    /// Makes the new text.
    fn add(&mut self, lang: Lang, asked: &NewDeviation<'_>) -> Result<(), Fault> {
        let parsed = parse(self.old.as_bytes(), Limits::default());
        if !parsed.errors.is_empty() {
            return Err(self.fault(say(lang, "deviate-broken")));
        }
        let added = asked.edits(&parsed.tree).ok_or_else(|| self.fault(say(lang, "deviate-no-place")))?;
        (self.new, self.index) = (added.0.apply(&self.old), added.1);
        // Who keeps documents in their layout finds this one in it, too.
        if format(&parsed).is_some_and(|laid_out| laid_out == self.old) {
            let new = format(&parse(self.new.as_bytes(), Limits::default()));
            self.new = new.unwrap_or_else(|| std::mem::take(&mut self.new));
        }
        Ok(())
    }

    /// Shows the difference, prints the text of standard input, or writes the file.
    fn put(&self, context: &mut Context<'_>, diff: bool) -> Result<(), Fault> {
        let done = if diff {
            Patch::new(context).and_then(|mut patch| patch.file(&self.name, (&self.old, &self.new)))
        } else if self.standard {
            context.out.raw().and_then(|out| out.write_all(self.new.as_bytes()))
        } else {
            let wrote = write_if_unchanged(context.system, &self.file, self.old.as_bytes(), self.new.as_bytes());
            return wrote.map_err(|fault| match fault {
                NotWritten::Changed => self.fault(say(context.lang, "cli-changed")),
                NotWritten::Failed(error) => {
                    self.fault(failures::reason(context.lang, error.kind(), &error.to_string()))
                }
            });
        };
        written(done, 0).map(|_| ())
    }
}

/// What becomes of the deviation, in one sentence.
///
/// # Errors
/// Why there can be no such deviation.
fn outcome(
    lang: Lang,
    (run, report): (&Run, &Report),
    document: &Document,
    asked: &NewDeviation<'_>,
) -> Result<String, Fault> {
    let judgement = &report.judgement;
    let policy = run.policy_of(report);
    // Without a known policy there are no rules, and nobody looks at deviations.
    let entry = judgement.register.iter().find(|entry| entry.index == document.index);
    let (Some(policy), Some(entry)) = (policy, entry) else {
        return Err(document.fault(say(lang, "deviate-no-policy")));
    };
    for (option, text) in [(REASON, Some(asked.reason)), (APPROVED_BY, asked.approved_by)] {
        if let Some(text) = text.filter(|text| is_placeholder(policy, text.trim())) {
            return Err(nothing(lang, option, text).into());
        }
    }
    match entry.state {
        State::Unknown => return Err(unknown(lang, policy, asked.rule).into()),
        State::NotAllowed => {
            let rule = entry.rule.and_then(|rule| policy.rule(rule));
            let never = rule.is_some_and(|rule| rule.deviation == Allowance::No);
            let args = [
                ("rule", visible(asked.rule).into_owned().into()),
                ("where", if never { "nowhere" } else { "elsewhere" }.into()),
            ];
            return Err(document.fault(Texts::get(lang).format("deviate-not-allowed", &args)));
        }
        State::Faulty => return Err(document.fault(say(lang, "deviate-faulty"))),
        State::NotCurrent | State::Expired | State::Unused | State::InForce => {}
    }
    let count = judgement.accepted_by(entry).count();
    let earlier = earlier(judgement, entry);
    let args = [
        ("earlier", if earlier.is_empty() { "no" } else { "yes" }.into()),
        ("pointers", listed(lang, &earlier).into()),
        ("pointer", entry.pointer().into()),
        ("file", visible(&document.name).into_owned().into()),
        ("state", entry.state.as_str().into()),
        ("count", count.into()),
    ];
    Ok(Texts::get(lang).format("deviate-done", &args))
}

/// That no rule has this code or name.
fn unknown(lang: Lang, policy: &Policy, word: &str) -> Usage {
    let known: Vec<&str> = policy.rules().flat_map(|rule| [rule.code.as_str(), &*rule.name]).collect();
    let args = [("value", visible(word).into_owned().into())];
    Usage::new(lang, NAME, "deviate-unknown-rule", &args).meaning(word, &known).knowing(explain::family(word, &known))
}

fn say(lang: Lang, id: &str) -> String {
    Texts::get(lang).format(id, &[])
}
