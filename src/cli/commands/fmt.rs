//! `kader fmt`: lays documents out, as the editor does.
//!
//! Standard output gets the text of standard input, else the names of the documents that have changed or would change, or their diffs.
//! All else that is told stands on standard error.

mod one;

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::Ordering;

use clap::ArgMatches;

use crate::cli::args::switch;
use crate::cli::commands::Command;
use crate::cli::fault::{self, Fault, written};
use crate::cli::named::{Filtered, Named};
use crate::cli::patch::Patch;
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED, failures, judging, progress};
use crate::config::ConfigFault;
use crate::policy::Lang;
use crate::system::Stream;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::run::{Located, Place, locate};
use crate::workspace::{Failure, Progress, Threads};

use one::{Done, Formatter, Mode, Outcome};

const NAME: &str = "fmt";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const CHECK: &str = "fmt-check";
const DIFF: &str = "fmt-diff";

fn define(lang: Lang) -> clap::Command {
    let command = clap::Command::new(NAME)
        .about(Texts::get(lang).plain("cli-about-fmt"))
        .arg(judging::paths(lang))
        .arg(switch(lang, CHECK).long("check"))
        .arg(switch(lang, DIFF).long("diff"));
    judging::paced(judging::found(command, lang), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let named = Named::read(context, matches, NAME)?;
    if named.is_mixed() {
        return Err(Usage::new(context.lang, NAME, "fmt-not-alone", &[]).into());
    }
    context.govern(matches, named.first());
    let mode = match (matches.get_flag(DIFF), matches.get_flag(CHECK)) {
        (true, _) => Mode::Diff,
        (false, true) => Mode::Check,
        (false, false) => Mode::Write,
    };
    let threads = Threads::new(judging::jobs(context.lang, matches, NAME)?);
    let quiet = matches.get_flag("quiet");
    let Filtered { inputs, unread, text } = named.filtered(context, matches.get_flag("force-exclude"));
    let Located { documents, mut failures } = locate(context.system, &context.configs, &inputs);
    failures.extend(unread);
    if documents.is_empty() && failures.is_empty() && !matches.get_flag("allow-empty") {
        failures.push(Failure::no_document());
    }
    let text = text.filter(|_| mode == Mode::Write);
    let printed = text.is_some();
    let all = work(context, documents, mode, (&threads, quiet));
    if let Some(text) = text.filter(|_| all.iter().all(|done| done.printed.is_empty())) {
        // What could not be laid out goes on as it came.
        written(context.out.raw().and_then(|out| out.write_all(&text)), FAILED)?;
    }
    let mut tally = Tally { failed: !failures.is_empty(), ..Tally::default() };
    let told = all.into_iter().try_for_each(|done| tally.take(context, done, printed));
    let faults: Vec<ConfigFault> = std::mem::take(&mut tally.faults).into_values().flatten().collect();
    // Where standard error is gone, the work is done all the same.
    let _ = fault::config(context, &faults);
    let _ = failures::each(context.err, context.lang, &failures);
    if !quiet && !printed {
        let _ = tally.summary(context, mode);
    }
    let differs = tally.left > 0 || (mode != Mode::Write && tally.changed > 0);
    written(told, if tally.failed || !faults.is_empty() { FAILED } else { u8::from(differs) })
}

/// Lays out all documents on the threads, with the bar of progress.
fn work(context: &mut Context<'_>, documents: Vec<Place>, mode: Mode, (threads, quiet): (&Threads, bool)) -> Vec<Done> {
    let progress = Progress::default();
    progress.total.store(documents.len(), Ordering::Relaxed);
    let formatter = Formatter { system: context.system, configs: &context.configs, mode };
    let one = |place: Place| {
        let done = formatter.one(place);
        progress.done.fetch_add(1, Ordering::Relaxed);
        done
    };
    let all = || threads.map(documents, one);
    if context.system.is_terminal(Stream::Error) && !quiet {
        progress::during(context.err, context.lang, &progress, all)
    } else {
        all()
    }
}

/// What became of all documents.
#[derive(Default)]
struct Tally {
    same: usize,
    changed: usize,
    left: usize,
    failed: bool,
    /// The faults of configurations, those of each once.
    faults: BTreeMap<Box<str>, Vec<ConfigFault>>,
}

impl Tally {
    /// Counts a document, and tells what became of it; `prints` where standard output is for its text.
    fn take(&mut self, context: &mut Context<'_>, done: Done, prints: bool) -> io::Result<()> {
        let Done { path, outcome, printed } = done;
        context.out.raw()?.write_all(&printed)?;
        match outcome {
            Outcome::Same => self.same += 1,
            Outcome::Changed => {
                self.changed += 1;
                return if prints { Ok(()) } else { writeln!(context.out, "{}", visible(&path)) };
            }
            Outcome::Differs(old, new) => {
                self.changed += 1;
                return Patch::new(context)?.file(&path, (&old, &new));
            }
            Outcome::Left(code, line, column) => {
                self.left += 1;
                let texts = Texts::get(context.lang);
                let text = texts.format("fmt-left", &[("code", code.as_str().into())]);
                let error = texts.format("cli-error", &[]);
                // Where standard error is gone, the work is done all the same.
                let _ = writeln!(context.err, "{error}: {}:{line}:{column}: {text}", visible(&path));
            }
            Outcome::Ungoverned(faults) => {
                let file = faults.first().map(|fault| fault.fault.file.clone()).unwrap_or_default();
                self.faults.entry(file).or_insert(faults);
            }
            Outcome::Failed(failure) => {
                self.failed = true;
                // Where standard error is gone, the work is done all the same.
                let _ = failures::each(context.err, context.lang, &[failure]);
            }
        }
        Ok(())
    }

    fn summary(&self, context: &mut Context<'_>, mode: Mode) -> io::Result<()> {
        let mode = if mode == Mode::Write { "write" } else { "check" };
        let texts = Texts::get(context.lang);
        let mut parts = Vec::new();
        for (what, count) in [("changed", self.changed), ("same", self.same), ("left", self.left)] {
            if count > 0 {
                let args = [("what", what.into()), ("mode", mode.into()), ("count", count.into())];
                parts.push(texts.format("fmt-count", &args));
            }
        }
        if parts.is_empty() { Ok(()) } else { writeln!(context.err, "{}", parts.join(", ")) }
    }
}
