//! The operating system.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, IsTerminal as _, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

use chrono::Datelike as _;

use super::{
    FileId, FileKind, GitFault, Listed, Pipe, ReadFile, Sieve, Stream, System, Told, Versioned, Walk, os_git, os_pipe,
    os_walk, os_watch, os_write,
};

/// The machine itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Os;

impl Os {
    /// The program's arguments, its own name first.
    #[must_use]
    pub fn args() -> Vec<OsString> {
        std::env::args_os().collect()
    }
}

impl System for Os {
    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if metadata.len() > limit {
            return Ok(ReadFile::TooLarge(metadata.len()));
        }
        bounded(file, limit, metadata.len())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        os_write::write(path, bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        os_write::append(path, bytes)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        os_write::create_new(path, bytes)
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        fs::metadata(path).map(|metadata| kind_of(&metadata))
    }

    fn identity(&self, path: &Path) -> io::Result<FileId> {
        identity(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn current_dir(&self) -> io::Result<PathBuf> {
        std::env::current_dir()
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        os_walk::walk(start, sieve)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let mut list = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = fs::metadata(entry.path()).map_or(FileKind::Other, |metadata| kind_of(&metadata));
            list.push(Listed { name: entry.file_name(), kind });
        }
        Listed::sort(&mut list);
        Ok(list)
    }

    fn env(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn today(&self) -> (i32, u8, u8) {
        let day = chrono::Local::now().date_naive();
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        (day.year(), small(day.month()), small(day.day()))
    }

    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn stdin(&self, limit: u64) -> io::Result<ReadFile> {
        bounded(io::stdin().lock(), limit, 0)
    }

    fn read_line(&self, limit: u64) -> io::Result<Option<String>> {
        line(&mut io::stdin().lock(), limit)
    }

    fn git_show(&self, revision: &str, path: &str, limit: u64) -> Result<Versioned, GitFault> {
        os_git::show(revision, path, limit)
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Input => io::stdin().is_terminal(),
            Stream::Output => io::stdout().is_terminal(),
            Stream::Error => io::stderr().is_terminal(),
        }
    }

    fn terminal_width(&self) -> Option<u16> {
        terminal_size::terminal_size().map(|(width, _)| width.0)
    }

    fn pipe(&self) -> io::Result<Pipe> {
        os_pipe::open()
    }

    fn watch(&self, folders: &[PathBuf], since: Duration, told: Told) -> io::Result<Box<dyn Send>> {
        let since = SystemTime::now().checked_sub(self.elapsed().saturating_sub(since));
        os_watch::watch(folders, since.unwrap_or(SystemTime::UNIX_EPOCH), told)
    }

    fn runs(&self, process: u32) -> bool {
        os_pipe::runs(process)
    }
}

/// Reads up to a line end, but at most so many bytes.
pub(super) fn line(reader: &mut dyn BufRead, limit: u64) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if reader.take(limit).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}

/// Reads to the end, but at most one byte over `limit`; `expected` bytes are made room for.
fn bounded(reader: impl Read, limit: u64, expected: u64) -> io::Result<ReadFile> {
    // One byte more than expected, so that the end is seen without growing.
    let room = usize::try_from(expected.saturating_add(1)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(room);
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok(if size > limit { ReadFile::TooLarge(size) } else { ReadFile::Bytes(bytes) })
}

pub(super) fn kind_of(metadata: &Metadata) -> FileKind {
    if metadata.is_file() {
        FileKind::File
    } else if metadata.is_dir() {
        FileKind::Folder
    } else {
        FileKind::Other
    }
}

#[cfg(unix)]
pub(super) fn identity(path: &Path) -> io::Result<FileId> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).map(|metadata| FileId::Numbers(metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
pub(super) fn identity(path: &Path) -> io::Result<FileId> {
    fs::canonicalize(path).map(FileId::Path)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::ErrorKind;

    use super::{Os, bounded, line};
    use crate::system::{FileKind, ReadFile, System as _};

    #[test]
    fn reads_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "twaalf bytes").unwrap();
        assert_eq!(Os.read(&file, 12).unwrap(), ReadFile::Bytes(b"twaalf bytes".to_vec()));
        assert_eq!(Os.read(&file, 11).unwrap(), ReadFile::TooLarge(12));
        assert_eq!(Os.read(folder.path(), 99).unwrap_err().kind(), ErrorKind::IsADirectory);
        assert_eq!(Os.read(&folder.path().join("b"), 99).unwrap_err().kind(), ErrorKind::NotFound);
    }

    #[test]
    fn a_stream_without_a_size_is_bounded() {
        assert_eq!(bounded(&b"abcdef"[..], 3, 0).unwrap(), ReadFile::TooLarge(4));
        assert_eq!(bounded(&b"abcdef"[..], 6, 0).unwrap(), ReadFile::Bytes(b"abcdef".to_vec()));
        assert_eq!(bounded(std::io::repeat(b' '), 1000, 0).unwrap(), ReadFile::TooLarge(1001));
    }

    #[test]
    fn lines_one_by_one() {
        let mut reader = &b"een\r\ntw\xFFe\n\nvier"[..];
        let mut next = || line(&mut reader, 20).unwrap();
        assert_eq!([next(), next()].map(Option::unwrap), ["een", "tw\u{FFFD}e"]);
        assert_eq!([next(), next(), next()], [Some(String::new()), Some("vier".to_owned()), None]);
    }

    #[test]
    fn kinds() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "").unwrap();
        assert_eq!(Os.kind(folder.path()).unwrap(), FileKind::Folder);
        assert_eq!(Os.kind(&file).unwrap(), FileKind::File);
        assert!(Os.exists(&file) && !Os.exists(&folder.path().join("b")));
        assert_eq!(Os.identity(&file).unwrap(), Os.identity(&folder.path().join("./a")).unwrap());
    }

    #[test]
    fn a_folder_is_listed_by_the_bytes_of_its_names() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b", "A", ".hidden", "a-b"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("a")).unwrap();
        let list = Os.list(folder.path()).unwrap();
        let names: Vec<_> = list.iter().map(|listed| (listed.name.to_str().unwrap(), listed.kind)).collect();
        let (file, folder_kind) = (FileKind::File, FileKind::Folder);
        assert_eq!(names, [(".hidden", file), ("A", file), ("a", folder_kind), ("a-b", file), ("b", file)]);
        assert_eq!(Os.list(&folder.path().join("b")).unwrap_err().kind(), ErrorKind::NotADirectory);
        assert_eq!(Os.list(&folder.path().join("c")).unwrap_err().kind(), ErrorKind::NotFound);
    }

    #[test]
    fn today_is_a_calendar_day() {
        let (year, month, day) = Os.today();
        assert!(year >= 2024 && (1..=12).contains(&month) && (1..=31).contains(&day));
    }
}
