//! The only room that touches files, environment, clock and terminal.
//!
//! Everything else asks a [`System`]: [`Os`] in the program, [`Memory`] in tests.

mod drafts;
mod layer;
mod memory;
mod os;
mod os_git;
mod os_pipe;
mod os_walk;
mod os_watch;
mod os_write;
mod overlay;
pub mod paths;
mod without;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use drafts::Drafts;
pub use layer::Layer;
pub use memory::Memory;
pub use os::Os;
pub use overlay::Overlay;
pub use without::Without;

/// What the program needs from the machine that it runs on.
pub trait System: Send + Sync {
    /// The bytes of a file, at most `limit` of them: of a larger one nothing is kept. Links are followed.
    ///
    /// # Errors
    /// What the file system says; a folder is an error too.
    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile>;

    /// Puts `bytes` in the place of the file at `path`, whole or not at all, and keeps its permissions; a link is followed. A
    /// file that is read-only is left. What is no regular file, a device say, is written to as it stands.
    ///
    /// # Errors
    /// What the file system says; the old file then stands unchanged.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Adds `bytes` behind what the file at `path` holds; one that is not there is made.
    ///
    /// # Errors
    /// What the file system says; a part of the bytes may stand there then.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Makes a new file with these bytes, and the folders above it.
    ///
    /// # Errors
    /// `AlreadyExists` where anything stands at `path`, even a link that leads nowhere; else what the file system says. Nothing new stands
    /// there then.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// What stands at `path`; links are followed.
    ///
    /// # Errors
    /// `NotFound` where nothing stands there, or a link leads nowhere.
    fn kind(&self, path: &Path) -> io::Result<FileKind>;

    /// Whether something stands at `path`; a link that leads nowhere does not count.
    fn exists(&self, path: &Path) -> bool {
        self.kind(path).is_ok()
    }

    /// What tells the file at `path` from all others, whatever its name: equal for two names of one file.
    ///
    /// # Errors
    /// As [`System::kind`].
    fn identity(&self, path: &Path) -> io::Result<FileId>;

    /// The absolute path without links and without `.` and `..`.
    ///
    /// # Errors
    /// As [`System::kind`].
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;

    /// The working directory.
    ///
    /// # Errors
    /// Where it has been removed or may not be known.
    fn current_dir(&self) -> io::Result<PathBuf>;

    /// All files below the folder `start` that a sieve lets through, ignore files respected. See [`Walk`].
    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk;

    /// What stands in a folder, hidden things too; links are followed. See [`Listed`].
    ///
    /// # Errors
    /// What the file system says; a file is an error too.
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>>;

    /// A variable of the environment; `None` where it is absent or not UTF-8.
    fn env(&self, name: &str) -> Option<String>;

    /// The local calendar day: year, month from 1, day from 1.
    fn today(&self) -> (i32, u8, u8);

    /// The time since a moment that stays the same while the program runs; it never goes back.
    fn elapsed(&self) -> Duration;

    /// The locale for messages as POSIX finds it: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty.
    fn locale(&self) -> Option<String> {
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| self.env(name)).find(|value| !value.is_empty())
    }

    /// All of standard input, at most `limit` bytes. For [`ReadFile::TooLarge`] the size is what had been read by then.
    ///
    /// # Errors
    /// What reading gives.
    fn stdin(&self, limit: u64) -> io::Result<ReadFile>;

    /// The next line of standard input without its line end, at most `limit` bytes of it; `None` at the end. What is not UTF-8 becomes
    /// U+FFFD.
    ///
    /// # Errors
    /// What reading gives.
    fn read_line(&self, limit: u64) -> io::Result<Option<String>>;

    /// A file as it is in a revision, at most `limit` bytes of it, asked of the installed `git` for the repository around the working
    /// directory. `path` holds from the top of the repository; from the working directory on where it begins with `./` or `../`.
    ///
    /// # Errors
    /// Why git cannot give it; a machine without git gives nothing.
    fn git_show(&self, _revision: &str, _path: &str, _limit: u64) -> Result<Versioned, GitFault> {
        Err(GitFault::Missing)
    }

    /// Whether a person's terminal is at the other end.
    fn is_terminal(&self, stream: Stream) -> bool;

    /// Columns of the terminal, where there is one.
    fn terminal_width(&self) -> Option<u16>;

    /// What a program needs that goes on running and talks over its standard streams. See [`Pipe`].
    ///
    /// # Errors
    /// What the system says; a machine without such streams has none.
    fn pipe(&self) -> io::Result<Pipe> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Tells of files below some folders that are made, changed or deleted, until what comes back is dropped, and of those that were changed
    /// since a moment, as [`System::elapsed`] counts. Reading alone is not told. A folder that is not there is waited for.
    ///
    /// # Errors
    /// What the system says: too much to watch; a machine that cannot watch.
    fn watch(&self, _folders: &[PathBuf], _since: Duration, _told: Told) -> io::Result<Box<dyn Send>> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Whether a process runs, by its number; where that cannot be told, it is taken to.
    fn runs(&self, _process: u32) -> bool {
        true
    }
}

/// Who is told of files that have changed, from another thread.
pub type Told = Box<dyn Fn(Vec<PathBuf>) + Send + Sync>;

/// Standard input and output as streams that other threads may have, and the machine to keep.
pub struct Pipe {
    /// Standard input, unbuffered.
    pub input: Box<dyn io::Read + Send>,
    /// Standard output, unbuffered.
    pub output: Box<dyn io::Write + Send>,
    /// The machine.
    pub system: Arc<dyn System>,
}

/// Which files a walk is about. Paths are spelled as in [`Walk`].
pub trait Sieve {
    /// Whether it is about a file.
    fn takes(&self, file: &Path) -> bool;

    /// Whether it leaves out a folder, or whatever else cannot be looked at.
    fn excludes(&self, path: &Path) -> bool;
}

/// The files whose names end so.
impl Sieve for &str {
    fn takes(&self, file: &Path) -> bool {
        paths::ends_in(file, self)
    }

    fn excludes(&self, _: &Path) -> bool {
        false
    }
}

/// What reading gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadFile {
    /// The whole content.
    Bytes(Vec<u8>),
    /// More than the limit: its size in bytes, as far as it is known.
    TooLarge(u64),
}

/// A file as it is in a revision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Versioned {
    /// What was read.
    pub read: ReadFile,
    /// Where it stands in the working tree (absolute), whether it is still there or not; `None` where there is no working tree.
    pub file: Option<PathBuf>,
}

/// Why git cannot give a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GitFault {
    /// There is no git on this machine.
    Missing,
    /// The working directory is in no repository that git would read; its own words.
    NoRepository(String),
    /// There is no such revision.
    NoRevision,
    /// There is no such file in the revision.
    NoPath,
    /// It is a link that leads out of the revision, in a circle, or nowhere.
    Link,
    /// Something else went wrong; the words of git or of the system.
    Failed(String),
}

/// What stands at a path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a socket, a device.
    Other,
}

/// One thing in a folder. A list of them is sorted by the bytes of the names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Listed {
    /// Its name, without a folder.
    pub name: OsString,
    /// What it is; a link that leads nowhere is [`FileKind::Other`].
    pub kind: FileKind,
}

impl Listed {
    pub(crate) fn sort(list: &mut [Self]) {
        list.sort_unstable_by(|one, other| one.name.as_encoded_bytes().cmp(other.name.as_encoded_bytes()));
    }
}

/// One file, however it is named.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FileId {
    /// Device and file number.
    Numbers(u64, u64),
    /// The path without links, where a system gives no numbers.
    Path(PathBuf),
}

/// The standard streams.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard input.
    Input,
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// The outcome of a walk.
///
/// Files bear the start's own spelling in front (nothing for `.`). Hidden files and folders (a leading dot) are passed over, except the
/// start. A link to a file is found; one to a folder is neither followed nor a failure. A file with several names is found once, under the name that
/// comes first by its bytes. A start that is a file is found whatever its name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Walk {
    /// What was found, sorted by the bytes of the path.
    pub files: Vec<PathBuf>,
    /// What could not be looked at, sorted likewise: folders that cannot be read, links that lead nowhere, things with a fitting name that
    /// are no regular file.
    pub failures: Vec<Failure>,
}

/// A path that could not be looked at, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// The path, spelled as in [`Walk`].
    pub path: PathBuf,
    /// The kind of the fault.
    pub kind: io::ErrorKind,
    /// The system's own words.
    pub message: String,
}

impl Failure {
    /// The failure at `path` that `error` tells of.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, error: &io::Error) -> Self {
        Self { path: path.into(), kind: error.kind(), message: error.to_string() }
    }

    /// That something with a document's name is no regular file, and reading it might never end.
    pub(crate) fn not_regular(path: impl Into<PathBuf>) -> Self {
        Self::new(path, &io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"))
    }
}

impl Walk {
    pub(crate) fn failed(failure: Failure) -> Self {
        Self { files: Vec::new(), failures: vec![failure] }
    }

    pub(crate) fn sort(&mut self) {
        self.files.sort_unstable_by(|one, other| paths::by_bytes(one, other));
        self.files.dedup();
        self.failures.sort_by(|one, other| paths::by_bytes(&one.path, &other.path));
        self.failures.dedup();
    }
}
