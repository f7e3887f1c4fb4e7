//! What `--verbose` tells on standard error.

use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use crate::cli::Context;
use crate::config::root::RootFinder;
use crate::system::System;
use crate::text::visible;
use crate::texts::{Args, Texts};
use crate::workspace::{Run, Threads};

/// How long each stage of a run took.
pub(super) struct Stages<'a> {
    system: &'a dyn System,
    last: Duration,
    times: Vec<(&'static str, Duration)>,
}

impl<'a> Stages<'a> {
    /// The first stage begins.
    pub(super) fn start(system: &'a dyn System) -> Self {
        Self { system, last: system.elapsed(), times: Vec::new() }
    }

    /// A stage ends, and the next one begins; `name` is the id of its text.
    pub(super) fn end(&mut self, name: &'static str) {
        let now = self.system.elapsed();
        self.times.push((name, now.saturating_sub(self.last)));
        self.last = now;
    }
}

/// Tells by which policy, from which project roots, how many documents, with how many threads, in which time.
pub(super) fn write(context: &mut Context<'_>, threads: &Threads, run: &Run, stages: &Stages<'_>) -> io::Result<()> {
    let texts = Texts::get(context.lang);
    let mut line = |id: &str, args: &Args<'_>| writeln!(context.err, "{}", texts.format(id, args));
    for loaded in run.rulebooks.policies.iter() {
        let policy = &loaded.policy;
        line("cli-verbose-policy", &[("id", policy.id().into()), ("version", policy.version().into())])?;
    }
    line("cli-verbose-as-of", &[("day", run.rulebooks.as_of.to_string().into())])?;
    for root in roots(context.system, run) {
        line("cli-verbose-root", &[("path", root.into())])?;
    }
    line("cli-verbose-documents", &[("count", run.reports.len().into())])?;
    let threads = match threads.count() {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    line("cli-verbose-threads", &[("count", threads.into())])?;
    for (name, time) in &stages.times {
        let stage = texts.format(name, &[]);
        line("cli-verbose-time", &[("stage", stage.into()), ("time", milliseconds(*time).into())])?;
    }
    Ok(())
}

/// The project roots of the documents, sorted.
fn roots(system: &dyn System, run: &Run) -> BTreeSet<String> {
    let finder = RootFinder::new(system);
    let roots = run.reports.iter().filter_map(|report| finder.root(report.name.file.as_deref()?));
    roots.map(|root| visible(&root.to_string_lossy()).into_owned()).collect()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
