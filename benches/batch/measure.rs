//! Measures two commands in turn.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What the runs of a command took.
pub(crate) struct Runs {
    times: Vec<Duration>,
    memory: u64,
}

/// The runs of two commands.
pub(crate) struct Figures {
    ours: Runs,
    theirs: Runs,
}

/// Runs two commands in turn, once to warm up and then `times` times each.
pub(crate) fn compare(times: usize, ours: impl Fn() -> Command, theirs: impl Fn() -> Command) -> Figures {
    let mut figures = Figures { ours: Runs::new(), theirs: Runs::new() };
    peak(&mut ours());
    peak(&mut theirs());
    for _ in 0..times {
        figures.ours.add(&mut ours());
        figures.theirs.add(&mut theirs());
    }
    figures
}

/// Runs a command and gives its time and its greatest resident memory in bytes.
fn peak(command: &mut Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command starts");
    let used = child.wait4().expect("the command ends");
    (start.elapsed(), used.rusage.maxrss)
}

impl Runs {
    fn new() -> Self {
        Self { times: Vec::new(), memory: 0 }
    }

    fn add(&mut self, command: &mut Command) {
        let (time, memory) = peak(command);
        self.times.push(time);
        self.memory = self.memory.max(memory);
    }

    fn median(&self) -> f64 {
        let mut times = self.times.clone();
        times.sort();
        times[times.len() / 2].as_secs_f64()
    }
}

impl Figures {
    /// Our median over theirs.
    pub(crate) fn ratio(&self) -> f64 {
        self.ours.median() / self.theirs.median()
    }

    /// Our median less theirs, in milliseconds.
    pub(crate) fn difference_ms(&self) -> f64 {
        (self.ours.median() - self.theirs.median()) * 1000.0
    }

    /// Our greatest resident memory, in megabytes.
    pub(crate) fn memory(&self) -> f64 {
        self.ours.memory as f64 / 1e6
    }

    /// Prints the medians.
    pub(crate) fn print(&self, what: &str) {
        println!(
            "  {what}: kader {:.1} ms, floor {:.1} ms and {:.1} MB",
            self.ours.median() * 1000.0,
            self.theirs.median() * 1000.0,
            self.theirs.memory as f64 / 1e6
        );
    }
}

/// Prints a figure beside its budget.
pub(crate) fn report(what: &str, figure: f64, must: f64, aim: f64) {
    let verdict = match figure {
        figure if figure <= aim => "aim reached",
        figure if figure <= must => "within must",
        _ => "OVER",
    };
    println!("{what}: {figure:.2} (must {must}, aim {aim}): {verdict}");
}
