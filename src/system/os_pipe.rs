//! What a program needs that goes on running and talks over its standard streams.

use std::fs::File;
use std::io;
#[cfg(target_os = "linux")]
use std::path::Path;
use std::sync::Arc;

use super::{Os, Pipe};

/// Standard input and output as streams of bytes of their own: not the shared ones, which one thread would hold against another.
pub(super) fn open() -> io::Result<Pipe> {
    let (input, output) = streams()?;
    Ok(Pipe { input: Box::new(input), output: Box::new(output), system: Arc::new(Os) })
}

#[cfg(unix)]
fn streams() -> io::Result<(File, File)> {
    use std::os::fd::AsFd as _;
    let (input, output) = (io::stdin().as_fd().try_clone_to_owned()?, io::stdout().as_fd().try_clone_to_owned()?);
    Ok((File::from(input), File::from(output)))
}

#[cfg(windows)]
fn streams() -> io::Result<(File, File)> {
    use std::os::windows::io::AsHandle as _;
    let (input, output) =
        (io::stdin().as_handle().try_clone_to_owned()?, io::stdout().as_handle().try_clone_to_owned()?);
    Ok((File::from(input), File::from(output)))
}

#[cfg(not(any(unix, windows)))]
fn streams() -> io::Result<(File, File)> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether a process runs. One that has ended and of which nobody has asked how, a zombie, does not.
#[cfg(target_os = "linux")]
pub(super) fn runs(process: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("stat")) else {
        return false;
    };
    // The name stands in brackets and may hold any character, brackets too; the state follows it.
    let state = stat.rsplit_once(')').and_then(|(_, rest)| rest.trim_start().chars().next());
    !matches!(state, Some('Z' | 'X' | 'x'))
}

/// Elsewhere nothing but a system call would tell: a process is taken to run, and the end of its pipe says that it does not.
#[cfg(not(target_os = "linux"))]
pub(super) fn runs(_process: u32) -> bool {
    true
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::{Command, Stdio};

    use super::runs;

    #[test]
    fn a_process_runs_until_it_has_ended() {
        assert!(runs(std::process::id()));
        let mut child = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
        assert!(runs(child.id()));
        child.kill().unwrap();
        // It is a zombie until it is waited for.
        while runs(child.id()) {
            std::thread::yield_now();
        }
        child.wait().unwrap();
        assert!(!runs(child.id()));
    }
}
