//! A machine with open texts over its files: what an editor holds goes before what the disk says.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{FileId, FileKind, Layer, Listed, ReadFile, Sieve, System, Walk, paths};

/// Open texts over the files of another machine. A file with an open text is there, whatever happens on the disk. Nothing is written.
#[derive(Clone)]
pub struct Overlay {
    below: Arc<dyn System>,
    /// By absolute paths.
    open: BTreeMap<PathBuf, Arc<str>>,
    /// The working directory, where it is not that of the machine below.
    current: Option<PathBuf>,
}

impl Overlay {
    /// A machine without open texts.
    pub fn over(below: Arc<dyn System>) -> Self {
        Self { below, open: BTreeMap::new(), current: None }
    }

    /// Takes a folder (absolute) for the working directory.
    pub fn stand_in(&mut self, folder: &Path) {
        self.current = Some(folder.to_owned());
    }

    /// Holds a text over the file at an absolute path.
    pub fn open(&mut self, file: &Path, text: Arc<str>) {
        self.open.insert(file.to_owned(), text);
    }

    /// Lets go of a text; what the disk says counts again.
    pub fn close(&mut self, file: &Path) {
        self.open.remove(file);
    }

    /// The open text of a file.
    pub fn text(&self, file: &Path) -> Option<&Arc<str>> {
        self.open.get(file)
    }

    /// Whether a file stands on the disk, whatever is open.
    pub fn stands(&self, file: &Path) -> bool {
        self.below.exists(file)
    }

    /// The files with an open text, sorted.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.open.keys().map(PathBuf::as_path)
    }
}

impl Layer for Overlay {
    fn below(&self) -> &dyn System {
        &*self.below
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        let Some(text) = self.text(path) else { return self.below.read(path, limit) };
        let size = text.len() as u64;
        Ok(if size > limit { ReadFile::TooLarge(size) } else { ReadFile::Bytes(text.as_bytes().to_vec()) })
    }

    fn current_dir(&self) -> io::Result<PathBuf> {
        self.current.clone().map_or_else(|| self.below.current_dir(), Ok)
    }

    fn write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn append(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn create(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn kind(&self, path: &Path) -> io::Result<FileKind> {
        if self.open.contains_key(path) { Ok(FileKind::File) } else { self.below.kind(path) }
    }

    fn identity(&self, path: &Path) -> io::Result<FileId> {
        let known = self.below.identity(path);
        if self.open.contains_key(path) { known.or_else(|_| Ok(FileId::Path(path.to_owned()))) } else { known }
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        let known = self.below.canonical(path);
        if self.open.contains_key(path) { known.or_else(|_| Ok(path.to_owned())) } else { known }
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        let hidden = |file: &Path| file.ancestors().take_while(|above| *above != start).any(paths::is_hidden);
        let inside = self.files().filter(|file| file.starts_with(start) && *file != start && !hidden(file));
        // What is on the disk, too, is found or left out by its walk; one that comes to stand there meanwhile is found in any case.
        let added: Vec<&Path> =
            inside.filter(|file| !self.below.exists(file) && sieve.takes(file) && !sieve.excludes(file)).collect();
        let mut walk = self.below.walk(start, sieve);
        walk.failures.retain(|failure| !added.contains(&&*failure.path));
        walk.files.extend(added.into_iter().map(Path::to_owned));
        walk.files.sort_unstable_by(|one, other| paths::by_bytes(one, other));
        walk.files.dedup();
        walk
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let mut list = self.below.list(folder)?;
        for file in self.files().filter(|file| file.parent() == Some(folder)) {
            let Some(name) = file.file_name() else { continue };
            if !list.iter().any(|listed| listed.name == name) {
                list.push(Listed { name: name.to_owned(), kind: FileKind::File });
            }
        }
        Listed::sort(&mut list);
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use super::Overlay;
    use crate::system::{FileKind, Memory, ReadFile, System};

    #[test]
    fn an_open_text_goes_before_the_disk_and_stays_without_it() {
        let machine = Arc::new(Memory::new().with_file("/w/a.x", "schijf").with_file("/w/c.x", ""));
        let mut overlay = Overlay::over(machine.clone());
        let (a, b) = (Path::new("/w/a.x"), Path::new("/w/b.x"));
        overlay.open(a, "open".into());
        overlay.open(b, "nieuw".into());
        overlay.open(Path::new("/w/.d.x"), "verborgen".into());
        machine.remove("/w/a.x");
        let read = |overlay: &Overlay, path| overlay.read(path, 9).ok();
        assert_eq!(read(&overlay, a), Some(ReadFile::Bytes(b"open".to_vec())));
        assert_eq!(overlay.read(a, 3).ok(), Some(ReadFile::TooLarge(4)));
        assert_eq!(overlay.kind(b).ok(), Some(FileKind::File));
        assert!(overlay.identity(b).is_ok() && overlay.write(b, b"").is_err() && overlay.append(b, b"").is_err());
        let found = overlay.walk(Path::new("/w"), &".x").files;
        assert_eq!(found, ["/w/a.x", "/w/b.x", "/w/c.x"].map(PathBuf::from));
        assert_eq!(overlay.list(Path::new("/w")).map(|list| list.len()).ok(), Some(4));
        overlay.stand_in(Path::new("/w"));
        assert_eq!(overlay.current_dir().ok(), Some("/w".into()));
        overlay.close(a);
        assert_eq!(read(&overlay, a), None);
    }
}
