//! What keeps a command from its work, and how the program ends.

use std::io::{self, ErrorKind};

use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED, failures};
use crate::policy::FileFault;
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
}

impl From<Usage> for Fault {
    fn from(usage: Usage) -> Self {
        Self::Usage(usage)
    }
}

/// Flushes what was written, tells what went wrong, and gives the exit status.
pub(super) fn settle(context: &mut Context<'_>, result: Result<u8, Fault>) -> u8 {
    let result =
        result.and_then(|status| context.out.flush().map(|()| status).map_err(|error| Fault::Output { error, status }));
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
    }
}
