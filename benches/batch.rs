//! The budgets of the batch: `kader check` against a floor, in one run.
//!
//! The floor is this program called with `floor FOLDER`: it walks the same folder, reads every file and parses it with
//! `serde_json`, on both cores. Every command is run in turn with the other, several times; medians are compared.
//!
//! `cargo bench --bench batch`

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot go on should stop, and says what it found"
)]

mod batch {
    pub(crate) mod corpus;
    pub(crate) mod measure;
}

use std::path::{Path, PathBuf};
use std::process::Command;

use batch::corpus;
use batch::measure::{Figures, compare, report};
use rayon::prelude::*;

const KADER: &str = env!("CARGO_BIN_EXE_kader");

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(folder) = args.iter().position(|arg| arg == "floor").and_then(|at| args.get(at + 1)) {
        println!("{}", floor(Path::new(folder)));
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    corpora(folder.path());
    let (many, huge) = (folder.path().join("many"), folder.path().join("huge"));
    against_the_floor("10,000 documents", &many, &Budget { time: (3.0, 2.0), memory: (60.0, 40.0) });
    against_the_floor("one document of 10 MiB", &huge, &Budget { time: (3.0, 1.5), memory: (120.0, 80.0) });
    start(folder.path());
    growth(folder.path());
    // Last, for a child's memory counts from what this program holds when it starts.
    println!("{:.2} findings a document", corpus::findings(&kader(&many)) as f64 / 10_000.0);
}

/// Walks, reads and parses; gives the number of documents, so that nothing is optimised away.
fn floor(folder: &Path) -> usize {
    let files: Vec<PathBuf> = ignore::WalkBuilder::new(folder)
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.to_string_lossy().ends_with(".afspraak.json"))
        .collect();
    files
        .par_iter()
        .filter_map(|file| std::fs::read(file).ok())
        .filter(|bytes| serde_json::from_slice::<serde_json::Value>(bytes).is_ok())
        .count()
}

fn corpora(folder: &Path) {
    for (name, count) in [("many", 10_000), ("tenth", 1_000), ("one", 1)] {
        let bytes = corpus::write(&folder.join(name), count);
        println!("corpus {name}: {count} documents, {:.1} KB each", bytes as f64 / f64::from(count) / 1000.0);
    }
    corpus::write_huge(&folder.join("huge"), 10 * 1024 * 1024);
    corpus::write_huge(&folder.join("small"), 1024 * 1024);
}

fn kader(folder: &Path) -> Command {
    let mut command = Command::new(KADER);
    command.args(["check", "--format", "json", "--as-of", "2020-01-15", "--fail-on", "never"]).arg(folder);
    command
}

fn the_floor(folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg("floor").arg(folder);
    command
}

/// What must hold of a corpus, and what is aimed at.
struct Budget {
    /// Times the floor's time.
    time: (f64, f64),
    /// In MB.
    memory: (f64, f64),
}

fn against_the_floor(what: &str, folder: &Path, budget: &Budget) {
    let figures = compare(9, || kader(folder), || the_floor(folder));
    report(&format!("{what}, time over the floor's"), figures.ratio(), budget.time.0, budget.time.1);
    report(&format!("{what}, memory in MB"), figures.memory(), budget.memory.0, budget.memory.1);
    figures.print(what);
}

fn start(folder: &Path) {
    let folder = folder.join("one");
    let figures = compare(41, || kader(&folder), || Command::new("true"));
    report("one document, start to exit above `true`, in ms", figures.difference_ms(), 8.0, 4.0);
}

fn growth(folder: &Path) {
    let grows = |large: &str, small: &str| -> f64 {
        let figures: Figures = compare(9, || kader(&folder.join(large)), || kader(&folder.join(small)));
        figures.ratio()
    };
    report("10 times the documents, times the time", grows("many", "tenth"), 11.0, 10.0);
    report("10 times the bytes, times the time", grows("huge", "small"), 11.0, 10.0);
    let binary = std::fs::metadata(KADER).map(|file| file.len()).unwrap_or_default();
    report("the program in MB", binary as f64 / 1e6, 14.0, 10.0);
}
