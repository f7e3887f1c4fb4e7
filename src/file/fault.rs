//! Faults of a file that people write: where they stand and what they are, in both languages.

use std::fmt;
use std::ops::Range;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

use crate::policy::Lang;
use crate::text::{visible, visible_map};
use crate::texts::{Arg, Texts};

/// A line longer than this (in bytes) is not shown as an excerpt: miette cannot label columns behind 65,535.
const LONGEST_LINE: usize = 60_000;
/// The most characters of a parameter that a message shows.
const SHOWN: usize = 200;
/// How many spaces stand for a tab in an excerpt.
const TAB: usize = 4;

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// The file's path, as faults name it: in the pack, or from the working directory.
    pub file: Box<str>,
    /// The bytes of the file that are at fault; `None` where the whole file is meant or there is none.
    pub span: Option<Range<usize>>,
    /// The id of the message in the program's texts.
    pub key: &'static str,
    /// The message's parameters.
    pub args: Vec<(&'static str, Arg<'static>)>,
}

impl FileFault {
    /// The message in a language, without its place; what it quotes of the file is made visible.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let args: Vec<_> = self.args.iter().map(|(name, arg)| (*name, shown(arg))).collect();
        Texts::get(lang).format(self.key, &args)
    }

    /// The suggestion, where the fault has one: `Some("organisatie")`.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if *name == "suggestion" && !text.is_empty() => Some(&**text),
            _ => None,
        })
    }

    /// What to do about it in a language, where that is known.
    #[must_use]
    pub fn help(&self, lang: Lang) -> Option<String> {
        let suggestion = self.suggestion()?;
        Some(Texts::get(lang).format("file-help", &[("suggestion", visible(suggestion).into_owned().into())]))
    }

    /// The fault as something that miette can show; `text` is the file's text, for the excerpt.
    #[must_use]
    pub fn report(&self, lang: Lang, text: Option<&str>) -> FaultReport {
        let excerpt = self.span.clone().zip(text).filter(|(span, text)| short_lines(text, span));
        let file = visible(&self.file);
        let named = |(span, text): (Range<usize>, &str)| {
            let (span, text) = printable(text, &span);
            (span, NamedSource::new(&*file, text))
        };
        FaultReport {
            message: format!("{file}: {}", self.message(lang)),
            help: self.help(lang),
            excerpt: excerpt.map(named),
        }
    }
}

/// A parameter as a message shows it: hidden characters visible, and cut where it is long.
fn shown(arg: &Arg<'static>) -> Arg<'static> {
    match arg {
        Arg::Number(number) => Arg::Number(*number),
        Arg::Text(text) => match text.char_indices().nth(SHOWN) {
            None => Arg::Text(visible(text).into_owned().into()),
            Some((cut, _)) => Arg::Text(format!("{}…", visible(&text[..cut])).into()),
        },
    }
}

/// The text with hidden characters visible, but for the ends of lines, and where the span then stands.
fn printable(text: &str, span: &Range<usize>) -> (Range<usize>, String) {
    let (mut out, mut at) = (String::with_capacity(text.len() + 16), span.clone());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
        let mapped = visible_map(content, TAB);
        let place = |offset: usize| {
            let inner = u32::try_from((offset - start).min(content.len())).unwrap_or(u32::MAX);
            out.len() + mapped.offset(inner) as usize
        };
        let within = |offset: usize| (start..=start + content.len()).contains(&offset) || offset == start + line.len();
        let (new_start, new_end) =
            (within(span.start).then(|| place(span.start)), within(span.end).then(|| place(span.end)));
        at = new_start.unwrap_or(at.start)..new_end.unwrap_or(at.end);
        out.push_str(&mapped.text);
        if line.ends_with('\n') {
            out.push('\n');
        }
        start += line.len();
    }
    (at, out)
}

/// Whether the span lies within the text and every line that it touches, or that stands beside it, is short enough.
fn short_lines(text: &str, span: &Range<usize>) -> bool {
    let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) else {
        return false;
    };
    let lead = before.rsplit('\n').take(2).map(str::len).sum::<usize>();
    let tail = after.split('\n').take(2).map(str::len).sum::<usize>();
    lead + tail + span.len() < LONGEST_LINE
}

/// A fault made ready to be shown, in one language.
#[derive(Debug)]
pub struct FaultReport {
    message: String,
    help: Option<String>,
    excerpt: Option<(Range<usize>, NamedSource<String>)>,
}

impl FaultReport {
    /// Takes the help out, for whoever labels it in the reader's language: miette's own label is English.
    pub fn take_help(&mut self) -> Option<String> {
        self.help.take()
    }
}

impl fmt::Display for FaultReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FaultReport {}

impl Diagnostic for FaultReport {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|(_, source)| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (span, _) = self.excerpt.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::underline(span.clone()))))
    }
}
