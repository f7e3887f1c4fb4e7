//! The `kader` program: hands the machine and its streams to the command line, and exits with the status that comes back.

use std::io::{self, BufWriter};
use std::process::ExitCode;

use kader::cli::{self, Streams};
use kader::system::Os;

/// A fifth less time for many documents than with the system's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let mut err = io::stderr();
    ExitCode::from(cli::run(&Os, &Os::args(), &mut Streams { out: &mut out, err: &mut err }))
}
