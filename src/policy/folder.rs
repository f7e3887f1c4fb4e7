//! Reads a pack from a folder: its manifest, tables, rules and checks; what has no place in a pack is a fault.

use std::borrow::Cow;
use std::path::Path;

use super::manifest;
use super::source::{PackSource, SUFFIX};
use crate::file::FileFault;
use crate::system::{FileKind, ReadFile, System};
use crate::text::suggest::nearest_loose;
use crate::texts::Arg;

/// The folders of a pack, and how the names of their files end.
const FOLDERS: [(&str, &[&str]); 3] = [("tables", &[".toml"]), ("rules", &[".toml"]), ("checks", &[SUFFIX, EXPECTED])];
/// What the documents under `checks/` must give.
const EXPECTED: &str = "expected.json";
/// The most bytes of one file.
const MAX_SIZE: u64 = 4 * 1024 * 1024;

/// Reads a folder.
pub(super) fn read(system: &dyn System, folder: &Path) -> Result<PackSource, FileFault> {
    let shown = folder.to_string_lossy();
    let whole = |key, args| fault(&shown, key, args);
    let entries = match system.kind(folder) {
        Ok(FileKind::Folder) => system.list(folder),
        Ok(_) => return Err(whole("pack-no-folder", Vec::new())),
        Err(error) => Err(error),
    };
    let entries = entries.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => whole("pack-not-found", Vec::new()),
        _ => whole("pack-unreadable", vec![("detail", error.to_string().into())]),
    })?;
    let names = || entries.iter().map(|entry| entry.name.to_string_lossy());
    if !names().any(|name| name == manifest::FILE) {
        let names: Vec<_> = names().collect();
        let near = nearest_loose(manifest::FILE, names.iter().map(|name| &**name)).unwrap_or_default();
        let id = if near.is_empty() { "pack-none" } else { "pack-none-near" };
        return Err(whole(id, vec![("file", near.to_owned().into())]));
    }
    let mut reader = Reader { system, folder, source: PackSource::default() };
    for entry in &entries {
        reader.top(&entry.name.to_string_lossy(), entry.kind);
    }
    Ok(reader.source)
}

fn fault(file: &str, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) -> FileFault {
    FileFault { file: file.into(), span: None, key, args }
}

struct Reader<'a> {
    system: &'a dyn System,
    folder: &'a Path,
    source: PackSource,
}

impl Reader<'_> {
    fn fault(&mut self, path: &str, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) {
        self.source.faults.push(fault(path, key, args));
    }

    /// What stands in the pack's own folder.
    fn top(&mut self, name: &str, kind: FileKind) {
        let folder = FOLDERS.iter().find(|(folder, _)| *folder == name);
        match (folder, kind) {
            (Some((folder, endings)), FileKind::Folder) => self.inside(folder, endings),
            _ if beside(name) => {}
            (None, FileKind::File) if name == manifest::FILE => self.file(name),
            (None, FileKind::Folder) => {
                let near = nearest_loose(name, FOLDERS.iter().map(|(folder, _)| *folder)).unwrap_or_default();
                self.fault(name, "pack-stray-folder", vec![("suggestion", near.to_owned().into())]);
            }
            _ => self.stray(name, &[]),
        }
    }

    /// What stands in one of its folders.
    fn inside(&mut self, folder: &str, endings: &[&str]) {
        match self.system.list(&self.folder.join(folder)) {
            Err(error) => self.fault(folder, "pack-unreadable", vec![("detail", error.to_string().into())]),
            Ok(entries) => {
                for entry in entries {
                    let name = entry.name.to_string_lossy();
                    let path = format!("{folder}/{name}");
                    match entry.kind {
                        FileKind::Folder => self.fault(&path, "pack-stray-folder", Vec::new()),
                        FileKind::File if endings.iter().any(|ending| name.ends_with(ending)) => self.file(&path),
                        _ if beside(&name) => {}
                        _ => self.stray(&path, &meant(folder, &name, endings)),
                    }
                }
            }
        }
    }

    fn file(&mut self, path: &str) {
        match self.system.read(&self.folder.join(path), MAX_SIZE) {
            Ok(ReadFile::Bytes(bytes)) => match String::from_utf8(bytes) {
                Ok(text) => self.source.files.push((path.into(), Cow::Owned(text))),
                Err(_) => self.fault(path, "pack-not-utf8", Vec::new()),
            },
            Ok(ReadFile::TooLarge(_)) => self.fault(path, "pack-too-large", Vec::new()),
            Err(error) => self.fault(path, "pack-unreadable", vec![("detail", error.to_string().into())]),
        }
    }

    /// A file that has no place in a pack; it may be one whose name is written wrongly.
    fn stray(&mut self, path: &str, meant: &[String]) {
        let known = meant.iter().map(String::as_str).chain([manifest::FILE]);
        let near = nearest_loose(path, known).unwrap_or_default().to_owned();
        self.fault(path, "pack-stray-file", vec![("suggestion", near.into())]);
    }
}

/// The names that a file of a folder may have been meant to have.
fn meant(folder: &str, name: &str, endings: &[&str]) -> Vec<String> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let meant = |ending: &&str| if ending.starts_with('.') { format!("{stem}{ending}") } else { (*ending).to_owned() };
    endings.iter().map(|ending| format!("{folder}/{}", meant(ending))).collect()
}

/// What may stand beside a pack's own files: hidden files, and texts for people.
fn beside(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    name.starts_with('.')
        || ["LICENSE", "LICENCE", "NOTICE"].iter().any(|head| upper.starts_with(head))
        || [".MD", ".TXT"].iter().any(|ending| upper.ends_with(ending))
}
