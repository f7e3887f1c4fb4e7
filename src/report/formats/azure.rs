//! `azure`: commands that Azure Pipelines reads from the log, an issue each.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::findings::Finding;
use crate::policy::Level;
use crate::report::Words;
use crate::report::formats::{Failures, Format};
use crate::report::message::one_line;
use crate::report::source::Source;
use crate::report::undone::weighed;
use crate::text::log::harmless;
use crate::text::visible;

/// The format.
pub(super) const FORMAT: Format =
    Format { failures: Failures::Named, guards_itself: true, ..Format::new("azure", write) };

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    for (level, undone) in weighed(source.run, source.lang) {
        let issue = Issue { path: undone.path, ..Issue::of(level) };
        out.write_all(issue.line(&one_line(&undone.why)).as_bytes())?;
    }
    let document = source.each(|_, report| {
        let words = source.words(report);
        let line = |finding| Some(line(source, finding, (words.as_ref()?, &report.name.project_path)));
        source.shown(report).filter_map(line).collect::<String>()
    });
    for lines in document {
        out.write_all(lines.as_bytes())?;
    }
    Ok(())
}

/// The command of a finding. Azure knows errors and warnings only, so what is less says so itself.
fn line(source: &Source<'_>, finding: &Finding, (words, path): (&Words<'_>, &str)) -> String {
    let advice = words.advice(finding);
    let message = match finding.level {
        Level::Error | Level::Warning => advice,
        less => format!("({}) {advice}", source.say("level", &[("level", less.as_str().into())])),
    };
    let place = finding.range.map(|range| (range.start.line, range.start.column));
    let code = finding.code.as_str();
    Issue { path: Some(path), place, code: Some(code), ..Issue::of(finding.level) }.line(&message)
}

/// What an issue is about.
struct Issue<'a> {
    error: bool,
    path: Option<&'a str>,
    place: Option<(u32, u32)>,
    code: Option<&'a str>,
}

impl Issue<'_> {
    fn of(level: Level) -> Self {
        Self { error: level == Level::Error, path: None, place: None, code: None }
    }

    fn line(&self, message: &str) -> String {
        let mut out = format!("##vso[task.logissue type={};", if self.error { "error" } else { "warning" });
        // Writing to a string cannot fail.
        if let Some(path) = self.path {
            let _ = write!(out, "sourcepath={};", property(path));
        }
        if let Some((line, column)) = self.place {
            let _ = write!(out, "linenumber={line};columnnumber={column};");
        }
        if let Some(code) = self.code {
            let _ = write!(out, "code={code};");
        }
        out + "]" + &data(message) + "\n"
    }
}

/// A message: of one line already, so the percent sign means something, and what would be a command inside it.
fn data(text: &str) -> String {
    harmless(text).replace('%', "%AZP25")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(&visible(text)).replace(';', "%3B").replace(']', "%5D")
}

#[cfg(test)]
mod tests {
    use super::Issue;
    use crate::policy::Level;

    #[test]
    fn nothing_ends_a_property_or_begins_a_command() {
        let issue =
            Issue { path: Some("a;b]%0A\n"), place: Some((1, 2)), code: Some("D103"), ..Issue::of(Level::Hint) };
        assert_eq!(
            issue.line("100% ##vso[task.complete]"),
            "##vso[task.logissue type=warning;sourcepath=a%3Bb%5D%AZP250A\\u{A};linenumber=1;columnnumber=2;code=D103;]\
             100%AZP25 #\\u0023vso[task.complete]\n"
        );
    }
}
