//! A machine that exists in memory only, for tests.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use super::os;
use super::{Failure, FileId, FileKind, Listed, ReadFile, Sieve, Stream, System, Walk, paths};

/// Files, folders and links by their absolute paths; an environment, a day, standard input. Made by its `with_…` functions; files can be
/// changed later on, too. Paths that are not absolute stand below the working directory, `/` where nothing else is said. The walk knows
/// no ignore files.
#[derive(Debug)]
pub struct Memory {
    nodes: RwLock<BTreeMap<PathBuf, Node>>,
    current_dir: PathBuf,
    env: BTreeMap<String, String>,
    today: (i32, u8, u8),
    stdin: Vec<u8>,
    /// How much of standard input has been read line by line.
    read: AtomicUsize,
    width: Option<u16>,
}

#[derive(Clone, Debug)]
enum Node {
    File(Vec<u8>),
    Folder,
    Link(PathBuf),
    Locked(FileKind),
}

/// A path that needs more steps over links than this leads nowhere.
const LINKS: usize = 40;

impl Default for Memory {
    fn default() -> Self {
        Self {
            nodes: RwLock::default(),
            current_dir: PathBuf::from("/"),
            env: BTreeMap::new(),
            today: (2026, 1, 1),
            stdin: Vec::new(),
            read: AtomicUsize::new(0),
            width: None,
        }
    }
}

impl Memory {
    /// An empty machine on 1 January 2026.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a file, and the folders above it.
    #[must_use]
    pub fn with_file(self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) -> Self {
        self.put(path, bytes);
        self
    }

    /// With a folder, and those above it.
    #[must_use]
    pub fn with_folder(self, path: impl AsRef<Path>) -> Self {
        self.place(path.as_ref(), Node::Folder);
        self
    }

    /// With a link at `path` that leads to `target`, seen from the link's own folder.
    #[must_use]
    pub fn with_link(self, path: impl AsRef<Path>, target: impl Into<PathBuf>) -> Self {
        self.place(path.as_ref(), Node::Link(target.into()));
        self
    }

    /// What stands at `path` may not be read: a file where nothing stood before.
    #[must_use]
    pub fn unreadable(self, path: impl AsRef<Path>) -> Self {
        let kind = self.kind(path.as_ref()).unwrap_or(FileKind::File);
        self.place(path.as_ref(), Node::Locked(kind));
        self
    }

    /// With a variable of the environment.
    #[must_use]
    pub fn with_env(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// On another day.
    #[must_use]
    pub fn with_today(mut self, year: i32, month: u8, day: u8) -> Self {
        self.today = (year, month, day);
        self
    }

    /// In another working directory, which is made.
    #[must_use]
    pub fn with_current_dir(mut self, path: impl AsRef<Path>) -> Self {
        self.current_dir = self.absolute(path.as_ref());
        let here = self.current_dir.clone();
        self.with_folder(here)
    }

    /// With something on standard input.
    #[must_use]
    pub fn with_stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    /// With a terminal of so many columns on all three streams.
    #[must_use]
    pub fn with_terminal(mut self, width: u16) -> Self {
        self.width = Some(width);
        self
    }

    /// Writes a file, and makes the folders above it.
    pub fn put(&self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) {
        self.place(path.as_ref(), Node::File(bytes.into()));
    }

    /// Removes what stands at `path`, and below it.
    pub fn remove(&self, path: impl AsRef<Path>) {
        let path = self.absolute(path.as_ref());
        self.nodes_mut().retain(|at, _| !at.starts_with(&path));
    }

    fn place(&self, path: &Path, node: Node) {
        let path = self.absolute(path);
        let mut nodes = self.nodes_mut();
        for folder in path.ancestors().skip(1) {
            nodes.entry(folder.to_owned()).or_insert(Node::Folder);
        }
        nodes.insert(path, node);
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        paths::absolute(&self.current_dir, path)
    }

    fn nodes(&self) -> RwLockReadGuard<'_, BTreeMap<PathBuf, Node>> {
        self.nodes.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn nodes_mut(&self) -> RwLockWriteGuard<'_, BTreeMap<PathBuf, Node>> {
        self.nodes.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// The path without links, and what stands there.
    fn resolve(&self, path: &Path) -> io::Result<(PathBuf, Node)> {
        let nodes = self.nodes();
        let mut path = self.absolute(path);
        for _ in 0..LINKS {
            let over_link = path.ancestors().filter_map(|above| match nodes.get(above) {
                Some(Node::Link(target)) => Some((above, target)),
                _ => None,
            });
            // The outermost link first, as a file system goes down from its root.
            let Some((link, target)) = over_link.last() else {
                let node = nodes.get(&path).cloned().ok_or(ErrorKind::NotFound)?;
                return Ok((path, node));
            };
            let rest = path.strip_prefix(link).unwrap_or(Path::new("")).to_owned();
            path = paths::absolute(link.parent().unwrap_or(link), &target.join(rest));
        }
        Err(io::Error::other("too many links"))
    }

    fn look(&self, path: &Path, walk: &mut Walk) {
        walk.failures.push(match self.kind(path) {
            Ok(FileKind::File) => return walk.files.push(path.to_owned()),
            Ok(FileKind::Folder) => return,
            Err(error) if error.kind() != ErrorKind::NotFound => Failure::new(path, &error),
            // A link that leads nowhere is there all the same.
            Ok(FileKind::Other) | Err(_) => Failure::not_regular(path),
        });
    }
}

impl System for Memory {
    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        match self.resolve(path)?.1 {
            Node::File(bytes) => Ok(bounded(bytes, limit)),
            Node::Locked(_) => Err(ErrorKind::PermissionDenied.into()),
            Node::Folder | Node::Link(_) => Err(ErrorKind::IsADirectory.into()),
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let target = match self.resolve(path) {
            Ok((_, Node::Locked(_))) => return Err(ErrorKind::PermissionDenied.into()),
            Ok((_, Node::Folder)) => return Err(ErrorKind::IsADirectory.into()),
            Ok((target, _)) => target,
            Err(_) => self.absolute(path),
        };
        self.kind(target.parent().unwrap_or(&target))?;
        self.put(target, bytes);
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let old = match self.resolve(path) {
            Ok((_, Node::File(old))) => old,
            _ => Vec::new(),
        };
        self.write(path, &[&old, bytes].concat())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.absolute(path);
        let file = |node: &Node| !matches!(node, Node::Folder | Node::Link(_));
        if self.nodes().contains_key(&path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if path.ancestors().skip(1).any(|above| self.nodes().get(above).is_some_and(file)) {
            return Err(ErrorKind::NotADirectory.into());
        }
        self.put(path, bytes);
        Ok(())
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        self.resolve(path).map(|(_, node)| match node {
            Node::File(_) => FileKind::File,
            Node::Locked(kind) => kind,
            Node::Folder | Node::Link(_) => FileKind::Folder,
        })
    }

    fn identity(&self, path: &Path) -> io::Result<FileId> {
        self.canonical(path).map(FileId::Path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.resolve(path).map(|(path, _)| path)
    }

    fn current_dir(&self) -> io::Result<PathBuf> {
        Ok(self.current_dir.clone())
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        let base = match self.resolve(start) {
            Ok((base, Node::Folder)) => base,
            Ok((_, Node::File(_) | Node::Locked(FileKind::File))) => {
                return Walk { files: vec![start.to_owned()], failures: Vec::new() };
            }
            Ok(_) => return Walk::failed(Failure::new(start, &ErrorKind::PermissionDenied.into())),
            Err(error) => return Walk::failed(Failure::new(start, &error)),
        };
        let all: Vec<(PathBuf, Node)> = self.nodes().iter().map(|(path, node)| (path.clone(), node.clone())).collect();
        let locked =
            |path: &Path| all.iter().any(|(at, node)| at == path && matches!(node, Node::Locked(FileKind::Folder)));
        let spell = |path: &Path| {
            let rest = path.strip_prefix(&base).unwrap_or(path);
            if start == Path::new(".") { rest.to_owned() } else { start.join(rest) }
        };
        let mut walk = Walk::default();
        for (path, node) in all.iter().filter(|(path, _)| *path != base && path.starts_with(&base)) {
            let mut inner = path.ancestors().take_while(|above| *above != base);
            let closed = path.ancestors().skip(1).take_while(|above| *above != base).any(locked);
            if closed || inner.any(paths::is_hidden) {
                continue;
            }
            match node {
                Node::Locked(FileKind::Folder) => {
                    walk.failures.push(Failure::new(path, &ErrorKind::PermissionDenied.into()));
                }
                Node::File(_) | Node::Link(_) | Node::Locked(_) if sieve.takes(&spell(path)) => {
                    self.look(path, &mut walk);
                }
                _ => {}
            }
        }
        walk.files.iter_mut().for_each(|path| *path = spell(path));
        walk.failures.iter_mut().for_each(|failure| failure.path = spell(&failure.path));
        walk.failures.retain(|failure| !sieve.excludes(&failure.path));
        walk.sort();
        let mut seen = std::collections::BTreeSet::new();
        walk.files.retain(|path| self.identity(path).is_ok_and(|id| seen.insert(id)));
        walk
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let base = match self.resolve(folder)? {
            (base, Node::Folder) => base,
            (_, Node::Locked(_)) => return Err(ErrorKind::PermissionDenied.into()),
            _ => return Err(ErrorKind::NotADirectory.into()),
        };
        let inside = |path: &&PathBuf| path.parent() == Some(base.as_path());
        let paths: Vec<PathBuf> = self.nodes().keys().filter(inside).cloned().collect();
        let kind = |path: &PathBuf| self.kind(path).unwrap_or(FileKind::Other);
        let listed = |path: &PathBuf| Some(Listed { name: path.file_name()?.to_owned(), kind: kind(path) });
        let mut list: Vec<_> = paths.iter().filter_map(listed).collect();
        Listed::sort(&mut list);
        Ok(list)
    }

    fn env(&self, name: &str) -> Option<String> {
        self.env.get(name).cloned()
    }

    fn today(&self) -> (i32, u8, u8) {
        self.today
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn stdin(&self, limit: u64) -> io::Result<ReadFile> {
        Ok(bounded(self.stdin.clone(), limit))
    }

    fn read_line(&self, limit: u64) -> io::Result<Option<String>> {
        let read = self.read.load(Ordering::Relaxed);
        let mut rest = self.stdin.get(read..).unwrap_or_default();
        let before = rest.len();
        let line = os::line(&mut rest, limit);
        self.read.fetch_add(before - rest.len(), Ordering::Relaxed);
        line
    }

    fn is_terminal(&self, _stream: Stream) -> bool {
        self.width.is_some()
    }

    fn terminal_width(&self) -> Option<u16> {
        self.width
    }
}

fn bounded(bytes: Vec<u8>, limit: u64) -> ReadFile {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > limit { ReadFile::TooLarge(size) } else { ReadFile::Bytes(bytes) }
}

#[cfg(test)]
mod tests;
