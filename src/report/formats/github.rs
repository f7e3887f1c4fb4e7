//! `github`: commands that GitHub's runner reads from the log, an annotation each.
//!
//! GitHub shows ten annotations a level for each step, so the most severe come first, and one notice counts the rest. The whole list
//! stands in the summary of the step ([`summary`]).

mod summary;

use std::io::{self, Write};

use crate::findings::Finding;
use crate::policy::{Level, Part};
use crate::report::Words;
use crate::report::formats::{Failures, Format};
use crate::report::message::one_line;
use crate::report::source::Source;
use crate::report::undone::{Undone, weighed};
use crate::text::log::harmless;
use crate::text::visible;

/// The format.
pub(super) const FORMAT: Format = Format {
    failures: Failures::Named,
    guards_itself: true,
    beside: Some(summary::BESIDE),
    ..Format::new("github", write)
};

/// The most annotations of a level.
const MOST: usize = 10;

/// A level of GitHub's own, by the word of its command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Command {
    Error,
    Warning,
    Notice,
}

impl Command {
    fn of(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Info | Level::Hint => Self::Notice,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// Something that an annotation can tell.
enum Told<'a> {
    Undone(Undone<'a>),
    Found(&'a str, &'a Finding, Words<'a>),
}

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut annotations: Vec<(Level, Told<'_>)> = Vec::new();
    annotations.extend(weighed(source.run, source.lang).map(|(level, undone)| (level, Told::Undone(undone))));
    for report in &source.run.reports {
        let Some(words) = source.words(report) else { continue };
        let found = |finding| (finding, Told::Found(&report.name.project_path, finding, words));
        annotations.extend(source.shown(report).map(found).map(|(finding, told): (&Finding, _)| (finding.level, told)));
    }
    // What could not be done comes first within its level, the rest in the order of every report.
    annotations.sort_by(|(one, _), (other, _)| other.cmp(one));
    let of = |command| annotations.iter().filter(move |(level, _)| Command::of(*level) == command);
    let rest = |command| of(command).count().saturating_sub(MOST);
    for command in [Command::Error, Command::Warning] {
        of(command).take(MOST).try_for_each(|(_, told)| annotation(out, command, told))?;
    }
    let rest = [Command::Error, Command::Warning, Command::Notice].map(rest);
    // Ahead of the other notices, for it counts as one of them.
    if let Some(text) = counted(source, rest) {
        writeln!(out, "::{} title=kader::{}", Command::Notice.word(), data(&text))?;
    }
    of(Command::Notice).take(MOST).try_for_each(|(_, told)| annotation(out, Command::Notice, told))
}

/// What says how many annotations are left out; nothing where none is.
fn counted(source: &Source<'_>, [errors, warnings, notices]: [usize; 3]) -> Option<String> {
    let counts = [(Level::Error, errors), (Level::Warning, warnings)];
    let mut parts: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| source.levelled(level, count))
        .collect();
    parts.extend((notices > 0).then(|| source.count("github-notices", notices)));
    let count = errors + warnings + notices;
    let listed = if summary::file(source.system).is_some() { "yes" } else { "no" };
    let args = [("count", count.into()), ("counts", parts.join(", ").into()), ("listed", listed.into())];
    (count > 0).then(|| source.say("github-rest", &args))
}

fn annotation(out: &mut dyn Write, command: Command, told: &Told<'_>) -> io::Result<()> {
    let word = command.word();
    match told {
        Told::Undone(Undone { path, why }) => {
            let file = path.map(|path| format!("file={},", property(path))).unwrap_or_default();
            writeln!(out, "::{word} {file}title=kader::{}", data(&one_line(why)))
        }
        Told::Found(path, finding, words) => {
            let rule = words.policy.rule(finding.code);
            let title = rule.map(|rule| rule.text(words.lang, Part::Title, &[])).unwrap_or_default();
            let title = property(&format!("{}: {title}", finding.code));
            let (file, place) = (property(path), place(finding));
            writeln!(out, "::{word} file={file}{place},title={title}::{}", data(&words.advice(finding)))
        }
    }
}

/// Where a finding stands; columns only within one line, for GitHub takes no others.
fn place(finding: &Finding) -> String {
    let Some(range) = finding.range else { return String::new() };
    let (start, end) = (range.start, range.end);
    let lines = format!(",line={},endLine={}", start.line, end.line);
    if start.line == end.line { format!("{lines},col={},endColumn={}", start.column, end.column) } else { lines }
}

/// A message; it is of one line already. What it quotes is no command to another runner either.
fn data(text: &str) -> String {
    harmless(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_line_or_a_property() {
        assert_eq!(data("100%0A\r\n::error::x"), "100%250A%0D%0A::error::x");
        assert_eq!(property("a,b:c%\r\n\u{1B}"), "a%2Cb%3Ac%25\\u{D}\\u{A}\\u{1B}");
    }
}
