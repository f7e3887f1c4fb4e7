//! The examples of pages, run.

use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use super::pages::{Page, Part, repository};
use crate::runner::{AS_OF, Folder};

/// What stands for something left out.
const ELIDED: char = '…';
/// The status of a run that failed.
const FAILED: i32 = 2;

/// That the examples of all pages hold.
pub(super) fn hold(pages: Vec<Page>, lang: &'static str) {
    let write = env::var_os("KADER_WRITE_DOCS").is_some();
    let mut faults = Vec::new();
    for page in pages {
        let mut run = Run::new(lang, &page);
        page.parts().into_iter().for_each(|part| run.part(part));
        if write && !run.printed.is_empty() {
            fs::write(repository(&page.path), rewritten(&page.text, run.printed)).unwrap();
        }
        faults.extend(run.faults);
    }
    assert!(faults.is_empty(), "{} examples do not hold\n\n{}", faults.len(), faults.join("\n\n"));
}

/// A page while its examples run.
struct Run<'p> {
    lang: &'static str,
    page: &'p Page,
    folder: Folder,
    /// What comments say of the next block.
    next: Next,
    /// The status of the last command.
    status: i32,
    faults: Vec<String>,
    /// The lines of the page that show something else than what was printed, with that.
    printed: Vec<(Range<usize>, String)>,
}

#[derive(Default)]
struct Next {
    file: Option<String>,
    finds: Option<String>,
    shows: Option<String>,
}

/// A command of a block with what stands below it; lines are counted from 0 in the page.
struct Example {
    command: String,
    below: Vec<String>,
    lines: Range<usize>,
}

impl<'p> Run<'p> {
    fn new(lang: &'static str, page: &'p Page) -> Self {
        let (faults, printed) = (Vec::new(), Vec::new());
        Self { lang, page, folder: Folder::new(), next: Next::default(), status: 0, faults, printed }
    }

    fn fault(&mut self, line: usize, what: &str) {
        self.faults.push(format!("{}:{line}: {what}", self.page.path));
    }

    fn part(&mut self, part: Part) {
        match part {
            Part::Note { line, word, value } => match &*word {
                "in" => self.folder = folder(&value),
                "file" => self.next.file = Some(value),
                "finds" => self.next.finds = Some(value),
                "shows" => self.next.shows = Some(value),
                _ => self.fault(line, &format!("nobody reads a comment `{word}`")),
            },
            Part::Block { line, kind, lines } => self.block(line, &kind, lines),
        }
    }

    fn block(&mut self, line: usize, kind: &str, lines: Vec<String>) {
        let next = std::mem::take(&mut self.next);
        if let Some(name) = &next.file {
            let path = self.folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, lines.join("\n") + "\n").unwrap();
        }
        if let Some(command) = next.shows {
            let lines_there = line..line + lines.len();
            self.example(&Example { command, below: lines, lines: lines_there });
        } else if kind == "json agreement" {
            self.agreement(line, &lines.join("\n"), next.finds.as_deref().unwrap_or_default());
        } else if kind == "console" {
            self.console(line, lines);
        }
    }

    /// An agreement in which just these codes are found.
    fn agreement(&mut self, line: usize, text: &str, finds: &str) {
        let folder = Folder::new().file("a.afspraak.json", text);
        let outcome = folder.kader("check --isolated --no-context --format json a.afspraak.json").run();
        let report = outcome.json();
        let codes: Vec<&str> = report.findings().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
        if codes.join(" ") != finds {
            self.fault(line, &format!("found is `{}`\n{}", codes.join(" "), report.lines().join("\n")));
        }
    }

    fn console(&mut self, line: usize, lines: Vec<String>) {
        let mut examples: Vec<Example> = Vec::new();
        for (at, text) in (line..).zip(lines) {
            match (text.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => {
                    examples.push(Example { command: command.to_owned(), below: Vec::new(), lines: at + 1..at + 1 });
                }
                (None, Some(last)) if last.below.is_empty() && last.command.ends_with('\\') => {
                    last.command.extend(["\n", &text]);
                    last.lines = at + 1..at + 1;
                }
                (None, Some(last)) => {
                    last.below.push(text);
                    last.lines.end = at + 1;
                }
                (None, None) => return self.fault(line, "no command stands before this"),
            }
        }
        for (at, example) in examples.iter().enumerate() {
            self.example(example);
            let told = examples.get(at + 1).is_some_and(|next| next.command == "echo $?");
            if self.status >= FAILED && !told {
                self.fault(example.lines.start, &format!("`{}` ends with {}", example.command, self.status));
            }
        }
    }

    fn example(&mut self, example: &Example) {
        let printed = self.print(&example.command);
        let printed = printed.trim_end();
        let lines: Vec<&str> = printed.lines().map(str::trim_end).collect();
        let below: Vec<&str> = example.below.iter().map(|line| line.trim_end()).collect();
        if below.is_empty() || agree(&below, &lines) {
            return;
        }
        if !example.below.iter().any(|line| line.contains(ELIDED)) {
            self.printed.push((example.lines.clone(), printed.to_owned()));
        }
        self.fault(example.lines.start, &format!("`{}` prints\n{printed}", example.command));
    }

    /// Runs a command as a shell would; gives what it prints on both streams.
    fn print(&mut self, command: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_kader")).parent().unwrap().display();
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("exec 2>&1\n(exit {})\n{command}", self.status));
        shell.current_dir(self.folder.path()).env_clear().env("PATH", format!("{program}:/usr/bin:/bin"));
        shell.env("LC_ALL", "C").env("KADER_AS_OF", AS_OF).env("KADER_LANG", self.lang);
        let output = shell.stdin(Stdio::null()).stderr(Stdio::inherit()).output().unwrap();
        self.status = output.status.code().unwrap_or(FAILED);
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A new folder with what a comment names: `path, path as name`.
fn folder(value: &str) -> Folder {
    value.split(',').map(str::trim).filter(|one| !one.is_empty()).fold(Folder::new(), |folder, one| {
        let (from, to) = one.split_once(" as ").unwrap_or((one, ""));
        folder.with(from, to)
    })
}

/// Whether the lines are those that were written, with anything where something is left out.
fn agree(written: &[&str], lines: &[&str]) -> bool {
    let Some((first, rest)) = written.split_first() else { return lines.is_empty() };
    if first.trim() == ELIDED.to_string() {
        return (0..=lines.len()).any(|skipped| agree(rest, &lines[skipped..]));
    }
    lines.split_first().is_some_and(|(line, others)| agree_line(first, line) && agree(rest, others))
}

fn agree_line(written: &str, line: &str) -> bool {
    let mut pieces = written.split(ELIDED);
    let Some(mut rest) = line.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        let Some((_, behind)) = rest.split_once(piece) else { return false };
        rest = behind;
    }
    rest.ends_with(last)
}

/// The page with other lines in some places.
fn rewritten(text: &str, mut printed: Vec<(Range<usize>, String)>) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    printed.sort_by_key(|(place, _)| place.start);
    for (place, printed) in printed.into_iter().rev() {
        lines.splice(place, printed.lines().map(|line| line.trim_end().to_owned()));
    }
    lines.join("\n") + "\n"
}

#[test]
fn what_is_left_out_agrees_with_anything() {
    let lines = ["a: 1 b", "c", "d"];
    for written in [&["a: 1 b", "c", "d"][..], &["…", "d"], &["a: … b", "…"], &["…", "a: 1 b", "c", "d", "…"]]
    {
        assert!(agree(written, &lines), "{written:?}");
    }
    for written in [&["a: 1 b", "c"][..], &["…", "c"], &["a: … c", "…"], &[]] {
        assert!(!agree(written, &lines), "{written:?}");
    }
}
