//! Files of earlier revisions, asked of the installed `git`.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{GitFault, ReadFile, Versioned};

/// The file at `path` in `revision`, at most `limit` bytes of it. Nothing that is asked for can become an option of git: a revision is
/// named behind the end of its options, and a path behind the id of a tree.
pub(super) fn show(revision: &str, path: &str, limit: u64) -> Result<Versioned, GitFault> {
    let tree = tree(revision)?;
    let object = format!("{tree}:{path}");
    let size = run(&["cat-file", "-s", &object])?;
    let kind = run(&["cat-file", "-t", &object])?;
    if !size.status.success() || text(&kind.stdout) != "blob" {
        return Err(GitFault::NoPath);
    }
    let file = place(path);
    let size: u64 = text(&size.stdout).parse().map_err(|_| failed(&size))?;
    if size > limit {
        return Ok(Versioned { read: ReadFile::TooLarge(size), file });
    }
    let blob = run(&["cat-file", "blob", &object])?;
    if !blob.status.success() {
        return Err(failed(&blob));
    }
    Ok(Versioned { read: ReadFile::Bytes(blob.stdout), file })
}

/// The id of a revision's tree.
fn tree(revision: &str) -> Result<String, GitFault> {
    let named = run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{tree}}")])?;
    let id = text(&named.stdout);
    if named.status.success() && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(id);
    }
    let repository = run(&["rev-parse", "--git-dir"])?;
    Err(if repository.status.success() { GitFault::NoRevision } else { GitFault::NoRepository(said(&repository)) })
}

/// Where the file stands in the working tree, whether it is still there or not; `None` where there is no working tree. As git has it, a
/// path that begins with a dot and a slash is meant from the working directory on.
fn place(path: &str) -> Option<PathBuf> {
    if path.starts_with("./") || path.starts_with("../") {
        return std::env::current_dir().ok().map(|current| super::paths::absolute(&current, Path::new(path)));
    }
    let top = run(&["rev-parse", "--show-toplevel"]).ok().filter(|top| top.status.success())?;
    Some(Path::new(&text(&top.stdout)).join(path)).filter(|file| file.is_absolute())
}

/// Runs git, which may ask nobody, translate nothing and fetch nothing.
fn run(arguments: &[&str]) -> Result<Output, GitFault> {
    let mut command = Command::new("git");
    command.args(arguments).stdin(Stdio::null());
    command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    command.output().map_err(|error: io::Error| match error.kind() {
        ErrorKind::NotFound => GitFault::Missing,
        _ => GitFault::Failed(error.to_string()),
    })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches(['\n', '\r']).to_owned()
}

/// The last line that git said, which tells the cause.
fn said(output: &Output) -> String {
    let said = text(&output.stderr);
    said.lines().next_back().unwrap_or_default().to_owned()
}

fn failed(output: &Output) -> GitFault {
    GitFault::Failed(said(output))
}
