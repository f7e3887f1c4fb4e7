//! What keeps a command from its work, and how the program ends.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::cli::dress::Dress;
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED, excerpt};
use crate::config::ConfigFault;
use crate::policy::FileFault;
use crate::report::failures;
use crate::system::Stream;
use crate::text::visible;
use crate::texts::Texts;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Fault {
    /// The arguments are wrong.
    Usage(Usage),
    /// Standard output could not be written. The status is that of the work, for when nobody listens any more.
    Output { error: io::Error, status: u8 },
    /// The policy has faults.
    Policy(Vec<FileFault>),
    /// Configuration files have faults.
    Config(Vec<ConfigFault>),
    /// A list of files could not be read.
    List { path: PathBuf, error: io::Error },
    /// Something that the arguments name cannot be had, or not be made: its name, and why.
    Named { name: String, why: String },
}

impl From<Usage> for Fault {
    fn from(usage: Usage) -> Self {
        Self::Usage(usage)
    }
}

/// What came of writing on standard output: the exit status of the work.
///
/// # Errors
/// That it could not be written.
pub(super) fn written(result: io::Result<()>, status: u8) -> Result<u8, Fault> {
    result.map(|()| status).map_err(|error| Fault::Output { error, status })
}

/// Flushes what was written, tells what went wrong, and gives the exit status.
pub(super) fn settle(context: &mut Context<'_>, result: Result<u8, Fault>) -> u8 {
    let result = result.and_then(|status| written(context.out.flush(), status));
    let status = match result {
        Ok(status) => status,
        Err(Fault::Output { error, status }) if error.kind() == ErrorKind::BrokenPipe => status,
        Err(fault) => {
            // Where standard error is gone, too, the status is all that is left to tell.
            let _ = tell(context, &fault);
            FAILED
        }
    };
    let _ = context.err.flush();
    status
}

fn tell(context: &mut Context<'_>, fault: &Fault) -> io::Result<()> {
    let texts = Texts::get(context.lang);
    let error = texts.format("cli-error", &[]);
    match fault {
        Fault::Usage(usage) => {
            let color = context.color.decide(context.system, Stream::Error);
            usage.write(context.err, context.lang, color)
        }
        Fault::Output { error: cause, .. } => {
            let reason = failures::reason(context.lang, cause.kind(), &cause.to_string());
            let text = texts.format("cli-stdout", &[("reason", reason.into())]);
            writeln!(context.err, "{error}: {text}")
        }
        Fault::Policy(faults) => faults.iter().try_for_each(|fault| {
            writeln!(context.err, "{error}: {}: {}", visible(&fault.file), fault.message(context.lang))
        }),
        Fault::Config(faults) => config(context, faults),
        Fault::Named { name, why } => writeln!(context.err, "{error}: {}: {why}", visible(name)),
        Fault::List { path, error: cause } => {
            let reason = failures::reason(context.lang, cause.kind(), &cause.to_string());
            let text = texts.format("cli-list", &[("reason", reason.into())]);
            writeln!(context.err, "{error}: {}: {text}", visible(&path.to_string_lossy()))
        }
    }
}

/// Writes the faults of configuration files and of the packs that they name, each with an excerpt of its file.
pub(super) fn config(context: &mut Context<'_>, faults: &[ConfigFault]) -> io::Result<()> {
    let dress = Dress::of(context, Stream::Error);
    let list: Vec<FileFault> = faults.iter().map(|fault| fault.fault.clone()).collect();
    let text_of = |file: &str| {
        let mut sources = faults.iter().filter_map(|fault| fault.source.as_ref());
        sources.find(|source| &*source.name == file).map(|source| source.text.clone())
    };
    excerpt::write(context.err, context.lang, &list, &text_of, dress)
}
