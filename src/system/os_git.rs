//! Files of earlier revisions, asked of the installed `git`.

use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{GitFault, ReadFile, Versioned};

/// The file at `path` in `revision`, at most `limit` bytes of it. Nothing that is asked for can become an option of git: a revision is
/// named behind the end of its options, and a path behind the id of a tree.
pub(super) fn show(revision: &str, path: &str, limit: u64) -> Result<Versioned, GitFault> {
    let tree = tree(revision)?;
    let (id, size) = blob(&format!("{tree}:{path}"))?;
    let file = place(path);
    if size > limit {
        return Ok(Versioned { read: ReadFile::TooLarge(size), file });
    }
    let blob = run(&["cat-file", "blob", &id])?;
    if !blob.status.success() {
        return Err(failed(&blob));
    }
    Ok(Versioned { read: ReadFile::Bytes(blob.stdout), file })
}

/// The id and the size of a file in a tree; links are followed within the tree.
fn blob(object: &str) -> Result<(String, u64), GitFault> {
    // Objects are asked for a line each.
    if object.contains(['\n', '\r']) {
        return Err(GitFault::NoPath);
    }
    let answer = run_with(&["cat-file", "--batch-check", "--follow-symlinks"], &format!("{object}\n"))?;
    if !answer.status.success() {
        return Err(failed(&answer));
    }
    let answer = text(&answer.stdout);
    let line = answer.lines().next().unwrap_or_default();
    let words: Vec<&str> = line.split(' ').collect();
    match words[..] {
        [id, "blob", size] => size.parse().map(|size| (id.to_owned(), size)).map_err(|_| GitFault::NoPath),
        // A size stands behind these words, and what the link says on the next line.
        ["symlink" | "dangling" | "loop" | "notdir", _] => Err(GitFault::Link),
        _ => Err(GitFault::NoPath),
    }
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

/// Runs git without input.
fn run(arguments: &[&str]) -> Result<Output, GitFault> {
    run_with(arguments, "")
}

/// Runs git with a short input, which may ask nobody, translate nothing and fetch nothing.
fn run_with(arguments: &[&str], input: &str) -> Result<Output, GitFault> {
    let mut command = Command::new("git");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    let output = command.spawn().and_then(|mut child| {
        if let Some(mut pipe) = child.stdin.take() {
            // A git that ends without reading says why by itself.
            let _ = pipe.write_all(input.as_bytes());
        }
        child.wait_with_output()
    });
    output.map_err(|error: io::Error| match error.kind() {
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
