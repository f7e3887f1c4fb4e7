//! `kader check --watch` as a process: it goes on, and sees what happens.

use std::io::{BufRead as _, BufReader};
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::runner::{CLEAN, Folder, faulty};

/// A run that goes on, and the lines that it writes on either stream.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Folder, arguments: &str) -> Self {
        let mut command = folder.kader(&format!("check --watch --lang en {arguments}")).command();
        // One pipe, so that the order of what is written on both streams is kept.
        let (reader, writer) = std::io::pipe().unwrap();
        let child = command.stdout(writer.try_clone().unwrap()).stderr(writer).spawn().unwrap();
        let (sender, lines) = channel();
        thread::spawn(move || {
            BufReader::new(reader).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
        });
        Self { child, lines }
    }

    /// What is written until it waits for changes.
    #[track_caller]
    fn round(&self) -> String {
        let mut told = String::new();
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(20));
            let line = line.unwrap_or_else(|_| panic!("silent after {told:?}"));
            if line.starts_with("Watching for changes") {
                return told;
            }
            told += &line;
        }
    }

    /// That nothing more is done.
    #[track_caller]
    fn rests(&self) {
        let more = self.lines.recv_timeout(Duration::from_millis(400));
        assert!(more.is_err(), "{more:?}");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(folder: &Folder, name: &str, text: &str) {
    std::fs::write(folder.path().join(name), text).unwrap();
}

#[test]
fn documents_and_configurations_that_change_are_seen() {
    let folder = Folder::new().file("kader.toml", "").file("map/a.afspraak.json", faulty());
    let watching = Watching::start(&folder, "map");
    assert!(watching.round().contains("D109"));
    write(&folder, "map/a.afspraak.json", CLEAN);
    assert!(watching.round().contains("No findings"));
    write(&folder, "map/b.afspraak.json", &faulty().replace("proef-a", "proef-b"));
    assert!(watching.round().contains("map/b.afspraak.json"));
    write(&folder, "kader.toml", "ignore = [\"D109\"]\n");
    assert!(watching.round().contains("No findings"));
    write(&folder, "kader.toml", "ignore = 3\n");
    assert!(watching.round().contains("kader.toml"), "a broken one is told of, and the watch goes on");
    std::fs::remove_file(folder.path().join("kader.toml")).unwrap();
    assert!(watching.round().contains("D109"));
    watching.rests();
}

#[test]
fn what_it_writes_itself_is_no_change() {
    let broken = faulty().replace("}]\n", "}],\n");
    let folder = Folder::new().file("kader.toml", "").file("a.afspraak.json", broken);
    let watching = Watching::start(&folder, "--fix --output json=out.json");
    assert!(watching.round().contains("D109"));
    watching.rests();
    assert!(folder.read("out.json").starts_with(b"{"));
    assert_eq!(folder.read("a.afspraak.json"), faulty().as_bytes());
}

#[test]
fn what_grows_beside_it_and_what_git_does_is_no_change() {
    let folder = Folder::new().file("kader.toml", "").file("a.afspraak.json", CLEAN).file(".git/HEAD", "");
    let watching = Watching::start(&folder, ".");
    watching.round();
    write(&folder, ".git/index", "1");
    watching.rests();
    // It might be evidence, and is there from now on.
    write(&folder, "log", "a");
    watching.round();
    write(&folder, "log", "a and more");
    watching.rests();
    write(&folder, "a.afspraak.json", &faulty());
    assert!(watching.round().contains("D109"));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    folder.kader("check --watch -").input(CLEAN).run().exits(2).complains("`--watch`");
    folder.kader("check --watch --diff --fix --lang en").run().exits(2).complains("exclude each other");
    folder.kader("check --watch nowhere/a.afspraak.json --lang en").run().exits(2).complains("--watch");
}
