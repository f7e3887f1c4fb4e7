//! The budgets of the language server, over its pipe, as an editor sees them.
//!
//! Each figure is a median, or the 99th percentile where it says so, of what one client measures in one run: from the last byte that it
//! writes to the message that it waits for.
//!
//! `cargo bench --bench server`

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement that cannot go on should stop, and says what it found"
)]

#[path = "server/client.rs"]
mod client;
#[path = "batch/corpus.rs"]
mod corpus;

use std::path::Path;
use std::time::{Duration, Instant};

use client::Client;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    first(folder.path());
    for (what, bytes, must, aim) in
        [("4 KB", 4_000, 1.0, 0.5), ("100 KB", 100_000, 6.0, 3.0), ("1 MB", 1_000_000, 50.0, 30.0)]
    {
        edits(folder.path(), what, bytes, (must, aim));
    }
    questions(folder.path());
    memory(folder.path());
    index(folder.path());
}

/// A document of about so many bytes.
fn document(folder: &Path, bytes: usize) -> String {
    let name = folder.join(format!("size-{bytes}"));
    corpus::write_huge(&name, bytes.max(3_000));
    std::fs::read_to_string(name.join("huge.afspraak.json")).expect("a document")
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn percentile(mut times: Vec<Duration>, part: f64) -> f64 {
    times.sort_unstable();
    times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0
}

/// From starting the program to the first list.
fn first(folder: &Path) {
    let text = document(folder, 4_000);
    let one = || {
        let start = Instant::now();
        let mut client = Client::start(&folder.join("none"), None);
        client.open("a", &text);
        client.list("a");
        start.elapsed()
    };
    one();
    report(
        "start to first diagnostics of a 4 KB document, in ms",
        median((0..21).map(|_| one()).collect()),
        20.0,
        12.0,
    );
}

/// From an edit to its list.
fn edits(folder: &Path, what: &str, bytes: usize, (must, aim): (f64, f64)) {
    let text = document(folder, bytes);
    let mut client = Client::start(&folder.join("none"), None);
    client.open("a", &text);
    client.list("a");
    let times = (0..if bytes > 500_000 { 40 } else { 200 }).map(|_| client.edit("a")).collect();
    report(&format!("edit to diagnostics, {what} ({} bytes), in ms", text.len()), median(times), must, aim);
}

/// Completion and hover all over a document of 4 KB.
fn questions(folder: &Path) {
    let text = document(folder, 4_000);
    let mut client = Client::start(&folder.join("none"), None);
    client.open("a", &text);
    client.list("a");
    let lines = text.lines().count();
    for method in ["completion", "hover"] {
        let mut ask = |at: usize| client.ask_at(&format!("textDocument/{method}"), "a", (at % lines, at * 7 % 40));
        for at in 0..100 {
            ask(at);
        }
        let times = (0..1_000).map(ask).collect();
        report(&format!("{method} at 4 KB, 99th percentile, in ms"), percentile(times, 0.99), 2.0, 0.5);
    }
}

/// What is resident with 100 open documents, and after many edits more.
fn memory(folder: &Path) {
    let text = document(folder, 4_000);
    let mut client = Client::start(&folder.join("none"), None);
    for number in 0..100 {
        client.open(&format!("d{number}"), &text.replace("\"id\": \"", &format!("\"id\": \"d{number}-")));
        client.list(&format!("d{number}"));
    }
    let before = client.resident();
    report("resident with 100 open documents, in MB", before, 40.0, 25.0);
    for number in 0..10_000 {
        client.edit(&format!("d{}", number % 100));
    }
    report("growth after 10,000 edits, in MB", client.resident() - before, 2.0, 1.0);
}

/// The first index of 10,000 documents beside a check of them.
fn index(folder: &Path) {
    let many = folder.join("many");
    corpus::write(&many, 10_000);
    let mut counted = std::process::Command::new(client::KADER);
    counted.args(["check", "--format", "json", "--as-of", "2020-01-15"]).arg(&many);
    println!("{:.2} findings a document", corpus::findings(&counted) as f64 / 10_000.0);
    let check = || {
        let start = Instant::now();
        let mut command = std::process::Command::new(client::KADER);
        command.args(["check", "--format", "json", "--as-of", "2020-01-15", "--fail-on", "never"]).arg(&many);
        command.stdout(std::process::Stdio::null()).status().expect("a check");
        start.elapsed()
    };
    let serve = || {
        let start = Instant::now();
        let mut client = Client::start(&many, Some(&many));
        client.ask("workspace/symbol", &serde_json::json!({ "query": "no such name" }));
        start.elapsed()
    };
    let (mut checks, mut serves) = (Vec::new(), Vec::new());
    check();
    for _ in 0..5 {
        checks.push(check());
        serves.push(serve());
    }
    let (check, serve) = (median(checks), median(serves));
    report("index of 10,000 documents, times a check of them", serve / check, 1.2, 1.0);
    println!("  index {serve:.0} ms, check {check:.0} ms");
    let mut client = Client::start(&many, Some(&many));
    client.open("a", &document(folder, 4_000));
    client.list("a");
    report(
        "edit to diagnostics, 4 KB beside 10,000 documents, in ms",
        median((0..100).map(|_| client.edit("a")).collect()),
        1.0,
        0.5,
    );
}

/// Prints a figure beside its budget.
fn report(what: &str, figure: f64, must: f64, aim: f64) {
    let verdict = match figure {
        figure if figure <= aim => "aim reached",
        figure if figure <= must => "within must",
        _ => "OVER",
    };
    println!("{what}: {figure:.2} (must {must}, aim {aim}): {verdict}");
}
