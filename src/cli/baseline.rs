//! Findings that are known: taken out of a check, and what is told of their files.

use std::io;

use crate::cli::Context;
use crate::cli::commands::check;
use crate::cli::fault::Fault;
use crate::cli::options::Options;
use crate::cli::usage::Usage;
use crate::findings::baseline::Entry;
use crate::policy::Lang;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::Run;
use crate::workspace::baseline::{self, Ask, Baseline};

/// Takes what is known out of a run, and writes the files where that is asked for.
///
/// # Errors
/// That a file is to be written, and none is named.
pub(super) fn apply(context: &Context<'_>, options: &Options, run: &mut Run) -> Result<Vec<Baseline>, Fault> {
    // The same lines whatever the reader's language, so that people who share a file do not write it in turn.
    let comments = [Lang::Nl, Lang::En].map(|lang| Texts::get(lang).plain("baseline-about"));
    let ask = Ask {
        file: options.baseline.as_deref(),
        write: options.write_baseline,
        comments: &comments,
        context: &options.judging.context,
    };
    if is_unnamed(options, run) {
        return Err(Usage::new(context.lang, check::NAME, "baseline-none", &[]).into());
    }
    Ok(baseline::apply(context.system, run, &ask))
}

/// Whether a file is to be written, and neither the arguments nor the configurations name one.
pub(super) fn is_unnamed(options: &Options, run: &Run) -> bool {
    let books = || run.reports.iter().filter_map(|report| run.rulebooks.books.get(report.book));
    let named = options.baseline.is_some() || books().any(|book| book.baseline.is_some());
    options.write_baseline && !named && !run.reports.is_empty()
}

/// Tells which entries are found no more, and what was written; nothing where the run is `quiet`.
pub(super) fn tell(context: &mut Context<'_>, baselines: &[Baseline], quiet: bool) {
    if !quiet {
        // Where standard error is gone, the report stands all the same.
        let _ = write(context, baselines);
    }
}

fn write(context: &mut Context<'_>, baselines: &[Baseline]) -> io::Result<()> {
    let texts = Texts::get(context.lang);
    for Baseline { name, stale, written } in baselines {
        let name = visible(name);
        let id = if written.is_some() { "baseline-dropped" } else { "baseline-stale" };
        for (line, entry) in stale {
            let document = visible(entry.id().unwrap_or(entry.path())).into_owned();
            let args = [
                ("code", entry.code.to_string().into()),
                ("subject", subject(entry).into()),
                ("document", document.into()),
            ];
            writeln!(context.err, "{name}:{line}: {}", texts.format(id, &args))?;
        }
        let Some(written) = written else {
            if !stale.is_empty() {
                writeln!(context.err, "{name}: {}", texts.format("baseline-drop", &[("count", stale.len().into())]))?;
            }
            continue;
        };
        let counts = [("entries", written.entries), ("added", written.added), ("dropped", stale.len())];
        let counts = counts.map(|(name, count)| (name, count.into()));
        writeln!(context.err, "{name}: {}", texts.format("baseline-written", &counts))?;
        if written.refused > 0 {
            let text = texts.format("baseline-refused", &[("count", written.refused.into())]);
            writeln!(context.err, "{name}: {text}")?;
        }
    }
    Ok(())
}

/// What an entry is about; the whole document has a slash.
fn subject(entry: &Entry) -> String {
    if entry.subject().is_empty() { "/".to_owned() } else { visible(entry.subject()).into_owned() }
}
