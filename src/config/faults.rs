//! Where a setting stands, and the faults of configuration files with the texts that they point into.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::file::FileFault;
use crate::policy::Lang;
use crate::text::{Encoding, LineIndex};

/// A configuration file as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The absolute path.
    pub path: PathBuf,
    /// The path as people read it: relative to the working directory where it stands below that, with `/`.
    pub name: Box<str>,
    /// The text; where the bytes are not UTF-8, with U+FFFD for what is not.
    pub text: String,
}

/// A place in a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// Bytes of its text.
    pub span: Range<usize>,
}

impl Place {
    /// The line, 1-based.
    #[must_use]
    pub fn line(&self) -> usize {
        let before = self.source.text.as_bytes().get(..self.span.start).unwrap_or_default();
        let ends = memchr::memchr2_iter(b'\n', b'\r', before);
        ends.filter(|at| before[*at] == b'\n' || before.get(at + 1) != Some(&b'\n')).count() + 1
    }
}

/// A value with the place that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A fault of a configuration file, with the text that it points into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFault {
    /// What is wrong, and where.
    pub fault: FileFault,
    /// The file; `None` where it could not be read at all.
    pub source: Option<Arc<Source>>,
    /// The language that the configuration asks for, to tell of the fault in.
    pub lang: Option<Lang>,
}

impl ConfigFault {
    /// A fault in the text of a file, or of one that could not be read. Nobody has asked for a language yet.
    #[must_use]
    pub fn new(fault: FileFault, source: Option<Arc<Source>>) -> Self {
        Self { fault, source, lang: None }
    }

    /// The fault on one line: where it stands in the file, and what it is.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let message = self.fault.message(lang);
        let place = self.source.as_ref().zip(self.fault.span.as_ref()).map(|(source, span)| {
            let lines = LineIndex::new(&source.text);
            let offset = u32::try_from(span.start).unwrap_or(u32::MAX);
            lines.position(&source.text, offset, Encoding::Scalar)
        });
        match place {
            Some(place) => format!("{}:{}: {message}", place.line + 1, place.column + 1),
            None => message,
        }
    }
}

/// A configuration that cannot be used: at least one fault, in the order of the files and of the places in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The language that it asks for all the same, to tell of its faults in.
    pub lang: Option<Lang>,
    /// Its faults, and those of the files that it extends.
    pub faults: Vec<ConfigFault>,
}
