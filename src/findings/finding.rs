//! A finding as reports see it: judged, placed, and free of the tree that it came from.

use std::path::Path;
use std::sync::Arc;

use crate::findings::across::Elsewhere;
use crate::findings::fingerprint::Fingerprint;
use crate::findings::param::Named;
use crate::findings::place::Anchor;
use crate::policy::vocabulary::Term;
use crate::policy::{Code, FixSafety, Level};
use crate::text::Span;

/// A point in a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// UTF-8 bytes from the start of the file, 0-based.
    pub offset: u32,
    /// 1-based.
    pub line: u32,
    /// 1-based, in Unicode scalar values.
    pub column: u32,
}

/// A half-open range of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// The first point.
    pub start: Point,
    /// Behind the last.
    pub end: Point,
}

impl Range {
    /// Its bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start.offset, self.end.offset)
    }
}

/// Another document of the run or of its context, as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The file; `None` for standard input.
    pub file: Option<Arc<Path>>,
    /// Its path relative to the working directory, with `/`.
    pub path: Arc<str>,
    /// Its path relative to the project root, with `/`.
    pub project_path: Arc<str>,
}

/// A related place of a finding, in the same document.
#[derive(Debug, Clone, PartialEq)]
pub struct RelatedPlace {
    /// The key under `related` in the rule's texts.
    pub label: &'static str,
    /// RFC 6901.
    pub pointer: Box<str>,
    /// What is underlined.
    pub anchor: Anchor,
    /// Where; `None` for the file as a whole.
    pub range: Option<Range>,
}

/// A fix as ranges and texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// Whether it keeps the meaning.
    pub safety: FixSafety,
    /// The parameters of its title beside those of the finding.
    pub params: Box<[Named]>,
    /// Replacements, sorted and disjoint.
    pub edits: Box<[(Range, Box<str>)]>,
}

/// A finding that is ready to be reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub code: Code,
    /// How severe it is here.
    pub level: Level,
    /// The variant that bears on its level and actor, as the rule's file names it.
    pub variant: Option<&'static str>,
    /// The place's JSON Pointer, RFC 6901.
    pub pointer: Box<str>,
    /// What is underlined.
    pub anchor: Anchor,
    /// The pointer of what it is about; `None` where that is the place.
    pub subject: Option<Box<str>>,
    /// Where; `None` for the file as a whole.
    pub range: Option<Range>,
    /// The parameters of its texts.
    pub params: Box<[Named]>,
    /// Other places that explain it.
    pub related: Box<[RelatedPlace]>,
    /// Places in other documents that explain it; where they stand is looked up when a report is written.
    pub elsewhere: Option<Box<Elsewhere>>,
    /// What would mend it.
    pub fixes: Box<[Fix]>,
    /// Who must act.
    pub actor: Option<Term>,
    /// What stays the same when the document is moved, reformatted or read in another language.
    pub fingerprint: Fingerprint,
}

impl Finding {
    /// The pointer of what it is about.
    pub fn subject(&self) -> &str {
        self.subject.as_deref().unwrap_or(&self.pointer)
    }

    /// By what findings of different rules are sorted: those of one rule stand in order already.
    pub fn place(&self) -> (Option<u32>, Code) {
        (self.range.map(|range| range.start.offset), self.code)
    }
}
