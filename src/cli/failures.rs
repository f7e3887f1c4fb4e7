//! Failures on standard error.

use std::io::{self, Write};

use crate::policy::Lang;
use crate::report::failures::text;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::{Failure, Run};

/// Names each failure of a run on a line of its own.
pub(super) fn write(err: &mut dyn Write, lang: Lang, run: &Run) -> io::Result<()> {
    each(err, lang, &run.failures)
}

/// Names each failure on a line of its own.
pub(super) fn each(err: &mut dyn Write, lang: Lang, failures: &[Failure]) -> io::Result<()> {
    let error = Texts::get(lang).format("cli-error", &[]);
    failures.iter().try_for_each(|failure| match &failure.path {
        Some(path) => writeln!(err, "{error}: {}: {}", visible(path), text(lang, failure)),
        None => writeln!(err, "{error}: {}", text(lang, failure)),
    })
}
