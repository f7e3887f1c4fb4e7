//! Runs the program where nothing of the machine shows: an empty environment, a fixed day, a temporary folder outside any repository.
//!
//! ```ignore
//! let folder = Folder::new().file("a.afspraak.json", AGREEMENT);
//! folder.kader("check --format json").run().exits(0).is_clean();
//! ```

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) use crate::agreements::{CLEAN, faulty};

/// The day of judgement where a test says nothing else.
pub(crate) const AS_OF: &str = "2026-01-01";

/// All formats of a check's report.
pub(crate) const FORMATS: [&str; 13] = [
    "full",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "azure",
    "rdjson",
    "checkstyle",
    "markdown",
    "html",
];

/// The agreement with a core task that stands twice: a warning, D110.
pub(crate) fn doubtful() -> String {
    CLEAN.replace(r#"["beheerder"]"#, r#"["beheerder", "beheerder"]"#)
}

/// An agreement made that of another partner.
pub(crate) fn other(text: &str) -> String {
    text.replace("proef-a", "proef-b").replace("Proefpartner", "Andere partner")
}

/// A temporary folder in which the program runs.
pub(crate) struct Folder {
    temporary: TempDir,
}

impl Folder {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self { temporary: tempfile::tempdir().unwrap() }
    }

    /// One with the files of a case under `fixtures/cases`.
    pub(crate) fn case(name: &str) -> Self {
        Self::new().with(&format!("fixtures/cases/{name}"), "")
    }

    /// One with some folders of `fixtures`, under the same paths.
    pub(crate) fn fixtures(paths: &[&str]) -> Self {
        let folder = Self::new();
        for path in paths {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path);
            copy(&from, &folder.path().join(path));
        }
        folder
    }

    /// With a copy of a file or folder of the repository, under another path; an empty one is this folder itself.
    pub(crate) fn with(self, from: &str, to: &str) -> Self {
        let (from, to) = (Path::new(env!("CARGO_MANIFEST_DIR")).join(from), self.path().join(to));
        if from.is_dir() {
            copy(&from, &to);
            return self;
        }
        let to = if to.is_dir() { to.join(from.file_name().unwrap()) } else { to };
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        self
    }

    /// With a file, and the folders above it.
    pub(crate) fn file(self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Its absolute path.
    pub(crate) fn path(&self) -> &Path {
        self.temporary.path()
    }

    /// The bytes of a file in it.
    pub(crate) fn read(&self, name: impl AsRef<Path>) -> Vec<u8> {
        fs::read(self.path().join(name)).unwrap()
    }

    /// The names of what stands in it, sorted.
    pub(crate) fn names(&self) -> Vec<OsString> {
        let mut names: Vec<_> = fs::read_dir(self.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    }

    /// The program in this folder, with arguments between spaces.
    pub(crate) fn kader(&self, arguments: &str) -> Kader {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
        command.current_dir(self.path()).env_clear().env("LC_ALL", "C").env("KADER_AS_OF", AS_OF);
        command.args(arguments.split_whitespace());
        Kader { command, input: Vec::new() }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

/// A run that is being prepared.
pub(crate) struct Kader {
    command: Command,
    input: Vec<u8>,
}

impl Kader {
    /// With one more argument, spaces and all.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// With more arguments, between spaces.
    pub(crate) fn arg_all(mut self, arguments: &str) -> Self {
        self.command.args(arguments.split_whitespace());
        self
    }

    /// With a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Without a variable of the environment.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// In a folder below the runner's.
    pub(crate) fn within(mut self, folder: impl AsRef<Path>) -> Self {
        let path: PathBuf = self.command.get_current_dir().unwrap().join(folder);
        self.command.current_dir(path);
        self
    }

    /// With these bytes on standard input; nothing else.
    pub(crate) fn input(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.input = bytes.into();
        self
    }

    /// The command itself, for tests that need other streams.
    pub(crate) fn command(self) -> Command {
        self.command
    }

    /// Runs to the end.
    pub(crate) fn run(mut self) -> Outcome {
        let streams = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = streams.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = std::mem::take(&mut self.input);
        // A program that does not read its input closes the pipe: no matter.
        let feeder = thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Outcome { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// `None` where a signal ended it.
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    /// That the program ended with a status, without a panic.
    #[track_caller]
    pub(crate) fn exits(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    /// That standard error holds a text.
    #[track_caller]
    pub(crate) fn complains(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "{text:?} is not in:\n{}", self.stderr);
        self
    }

    /// That standard output holds a text.
    #[track_caller]
    pub(crate) fn prints(self, text: &str) -> Self {
        assert!(self.stdout.contains(text), "{text:?} is not in:\n{}", self.stdout);
        self
    }

    /// That nothing stands on standard error.
    #[track_caller]
    pub(crate) fn silent(self) -> Self {
        assert_eq!(self.stderr, "");
        self
    }

    /// Standard output as a `json` report.
    #[track_caller]
    pub(crate) fn json(&self) -> Report {
        let value = serde_json::from_str(&self.stdout);
        Report(value.unwrap_or_else(|error| panic!("{error}:\n{}\n{}", self.stdout, self.stderr)))
    }
}

/// A `json` report.
pub(crate) struct Report(pub(crate) Value);

impl Report {
    /// The findings of all documents, in order.
    pub(crate) fn findings(&self) -> Vec<&Value> {
        let documents = self.0["documents"].as_array().unwrap().iter();
        documents.flat_map(|document| document["findings"].as_array().unwrap()).collect()
    }

    /// The findings of one code.
    pub(crate) fn of(&self, code: &str) -> Vec<&Value> {
        self.findings().into_iter().filter(|finding| finding["code"] == code).collect()
    }

    /// The paths of the documents.
    pub(crate) fn paths(&self) -> Vec<&str> {
        self.0["documents"].as_array().unwrap().iter().map(|document| document["path"].as_str().unwrap()).collect()
    }

    /// The paths of the failures.
    pub(crate) fn failures(&self) -> Vec<Option<&str>> {
        self.0["failures"].as_array().unwrap().iter().map(|failure| failure["path"].as_str()).collect()
    }

    /// Each finding as `D109 error /regios/0 value 6:14 178-184`: code, severity, pointer, anchor, place, bytes.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.findings().into_iter().map(line).collect()
    }

    /// That the findings are these, in any order, as [`Report::lines`] writes them.
    #[track_caller]
    pub(crate) fn has(&self, expected: &[&str]) -> &Self {
        let (mut lines, mut expected) = (self.lines(), expected.to_vec());
        lines.sort();
        expected.sort_unstable();
        assert_eq!(lines, expected);
        self
    }

    /// That nothing was found and nothing failed.
    #[track_caller]
    pub(crate) fn is_clean(&self) {
        self.has(&[]);
        assert_eq!(self.failures(), []);
    }
}

fn line(finding: &Value) -> String {
    let word = |key: &str| finding[key].as_str().unwrap().to_owned();
    let pointer = Some(word("pointer")).filter(|pointer| !pointer.is_empty()).unwrap_or_else(|| "root".to_owned());
    let head = format!("{} {} {pointer} {}", word("code"), word("severity"), word("anchor"));
    if finding["range"].is_null() { head } else { format!("{head} {}", place(&finding["range"])) }
}

/// A range as `6:14 178-184`.
pub(crate) fn place(range: &Value) -> String {
    let (start, end) = (&range["start"], &range["end"]);
    format!("{}:{} {}-{}", start["line"], start["column"], start["offset"], end["offset"])
}
