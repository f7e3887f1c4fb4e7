//! What keeps a command from its work, and how the program ends.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use miette::{GraphicalReportHandler, GraphicalTheme};

use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED, failures};
use crate::config::ConfigFault;
use crate::policy::FileFault;
use crate::report::terminal::DEFAULT_WIDTH;
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
        Fault::Policy(faults) => faults
            .iter()
            .try_for_each(|fault| writeln!(context.err, "{error}: {}: {}", fault.file, fault.message(context.lang))),
        Fault::Config(faults) => config(context, faults),
        Fault::List { path, error: cause } => {
            let reason = failures::reason(context.lang, cause.kind(), &cause.to_string());
            let text = texts.format("cli-list", &[("reason", reason.into())]);
            writeln!(context.err, "{error}: {}: {text}", visible(&path.to_string_lossy()))
        }
    }
}

/// Faults of configuration files that are shown with an excerpt; the others take a line each.
const EXCERPTS: usize = 20;
/// The least columns that excerpts are laid out for.
const NARROWEST: usize = 40;

/// Writes the faults of configuration files, each with an excerpt of its file.
pub(super) fn config(context: &mut Context<'_>, faults: &[ConfigFault]) -> io::Result<()> {
    let color = context.color.decide(context.system, Stream::Error);
    let mut theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let width = context.system.terminal_width().filter(|_| context.system.is_terminal(Stream::Error));
    let width = width.map_or(DEFAULT_WIDTH, usize::from).max(NARROWEST);
    let texts = Texts::get(context.lang);
    let (error, tip) = (texts.format("cli-error", &[]), texts.format("cli-tip", &[]));
    theme.characters.error = format!("{error}:");
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false);
    for (index, fault) in faults.iter().enumerate() {
        if index >= EXCERPTS {
            writeln!(context.err, "{error}: {}", fault.fault.report(context.lang, None))?;
            continue;
        }
        let mut report = fault.report(context.lang);
        let help = report.take_help();
        let handler = handler.clone().with_footer(help.map(|help| format!("{tip}: {help}")).unwrap_or_default());
        let mut text = String::new();
        if handler.render_report(&mut text, &report).is_ok() {
            writeln!(context.err, "{}", text.trim_end())?;
        }
    }
    Ok(())
}
