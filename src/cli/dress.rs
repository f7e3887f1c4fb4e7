//! How what people read looks on a stream: with colours or without, and how wide.

use std::io;

use crate::cli::Context;
use crate::report::sheet::{self, Sheet};
use crate::report::terminal::DEFAULT_WIDTH;
use crate::system::Stream;

/// The least columns that anything is laid out for.
const NARROWEST: usize = 40;

/// How a stream is dressed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dress {
    pub(super) color: bool,
    /// In columns.
    pub(super) width: usize,
}

impl Dress {
    /// In a file.
    pub(super) const PLAIN: Self = Self { color: false, width: DEFAULT_WIDTH };

    /// On a stream: as wide as the terminal that listens, else as a file.
    pub(super) fn of(context: &Context<'_>, stream: Stream) -> Self {
        let width = context.system.terminal_width().filter(|_| context.system.is_terminal(stream));
        let width = width.map_or(DEFAULT_WIDTH, usize::from).max(NARROWEST);
        Self { color: context.color.decide(context.system, stream), width }
    }
}

/// Writes a page on standard output.
pub(super) fn page(context: &mut Context<'_>, page: &Sheet) -> io::Result<()> {
    let Dress { color, width } = Dress::of(context, Stream::Output);
    sheet::write(context.out, page, (color, width))
}
