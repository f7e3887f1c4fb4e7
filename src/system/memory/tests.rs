//! Tests of the machine in memory.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Memory;
use crate::system::{FileKind, ReadFile, Stream, System as _};

fn machine() -> Memory {
    Memory::new()
        .with_current_dir("/w")
        .with_file("a/in.x", "text")
        .with_file("/w/a/.hidden/in.x", "")
        .with_file("b.x/in.x", "")
        .with_link("again.x", "a/in.x")
        .with_link("a/back", "..")
        .with_link("folder.x", "a")
        .with_link("gone.x", "nowhere")
        .unreadable("locked.x")
        .with_file("shut/in.x", "")
        .unreadable("shut")
}

#[test]
fn reads() {
    let machine = machine();
    assert_eq!(machine.read(Path::new("/w/a/in.x"), 4).unwrap(), ReadFile::Bytes(b"text".to_vec()));
    assert_eq!(machine.read(Path::new("a/back/again.x"), 3).unwrap(), ReadFile::TooLarge(4));
    let kind = |path| machine.read(Path::new(path), 9).unwrap_err().kind();
    assert_eq!(kind("a"), ErrorKind::IsADirectory);
    assert_eq!(kind("locked.x"), ErrorKind::PermissionDenied);
    assert_eq!(kind("gone.x"), ErrorKind::NotFound);
}

#[test]
fn adds_to_files() {
    let machine = machine();
    let add = |path| machine.append(Path::new(path), b" more");
    add("again.x").unwrap();
    assert_eq!(machine.read(Path::new("a/in.x"), 9).unwrap(), ReadFile::Bytes(b"text more".to_vec()));
    add("new").unwrap();
    assert_eq!(machine.read(Path::new("/w/new"), 9).unwrap(), ReadFile::Bytes(b" more".to_vec()));
    assert!(add("a").is_err() && add("none/new").is_err() && add("locked.x").is_err());
}

#[test]
fn follows_links() {
    let machine = machine().with_link("round", "round");
    assert_eq!(machine.canonical(Path::new("a/back/folder.x/in.x")).unwrap(), Path::new("/w/a/in.x"));
    assert_eq!(machine.kind(Path::new("folder.x")).unwrap(), FileKind::Folder);
    assert!(
        machine.exists(Path::new("again.x"))
            && !machine.exists(Path::new("gone.x"))
            && !machine.exists(Path::new("round"))
    );
    assert_eq!(machine.identity(Path::new("again.x")).unwrap(), machine.identity(Path::new("a/in.x")).unwrap());
}

#[test]
fn walks() {
    let walk = machine().walk(Path::new("."), &".x");
    assert_eq!(walk.files, ["a/in.x", "b.x/in.x", "locked.x"].map(PathBuf::from));
    let failures: Vec<_> = walk.failures.iter().map(|failure| (failure.path.to_str().unwrap(), failure.kind)).collect();
    assert_eq!(failures, [("gone.x", ErrorKind::InvalidInput), ("shut", ErrorKind::PermissionDenied)]);
    assert_eq!(machine().walk(Path::new("/w/folder.x"), &".x").files, [PathBuf::from("/w/folder.x/in.x")]);
    assert_eq!(machine().walk(Path::new("nowhere"), &".x").failures.len(), 1);
}

#[test]
fn lists() {
    let list = machine().list(Path::new("/w")).unwrap();
    let names = list.iter().map(|listed| listed.name.to_str().unwrap()).collect::<Vec<_>>().join(" ");
    assert_eq!(names, "a again.x b.x folder.x gone.x locked.x shut");
    assert_eq!([list[3].kind, list[4].kind], [FileKind::Folder, FileKind::Other]);
    let kinds = ["a/in.x", "shut", "gone.x"].map(|path| machine().list(Path::new(path)).unwrap_err().kind());
    assert_eq!(kinds, [ErrorKind::NotADirectory, ErrorKind::PermissionDenied, ErrorKind::NotFound]);
}

#[test]
fn changes() {
    let machine = machine();
    machine.remove("a");
    assert!(!machine.exists(Path::new("a/in.x")) && !machine.exists(Path::new("again.x")));
    machine.put("c.x", "new");
    assert_eq!(machine.read(Path::new("c.x"), 9).unwrap(), ReadFile::Bytes(b"new".to_vec()));
}

#[test]
fn makes_new_files_only() {
    let machine = machine();
    machine.create(Path::new("new/b.x"), b"1").unwrap();
    assert!(machine.exists(Path::new("/w/new/b.x")));
    let kind = |path| machine.create(Path::new(path), b"2").unwrap_err().kind();
    assert_eq!([kind("new/b.x"), kind("gone.x"), kind("a")], [ErrorKind::AlreadyExists; 3]);
    assert_eq!(kind("a/in.x/below"), ErrorKind::NotADirectory);
}

#[test]
fn standard_input_line_by_line() {
    let machine = Memory::new().with_stdin("een\ntwee");
    let lines: Vec<_> = (0..3).map(|_| machine.read_line(9).unwrap()).collect();
    assert_eq!(lines, [Some("een".to_owned()), Some("twee".to_owned()), None]);
}

#[test]
fn surroundings() {
    let machine = Memory::new().with_env("LC_ALL", "").with_env("LANG", "nl_NL.UTF-8");
    let machine = machine.with_today(2025, 12, 31).with_stdin("in");
    assert_eq!(machine.locale().as_deref(), Some("nl_NL.UTF-8"));
    assert_eq!(machine.today(), (2025, 12, 31));
    assert_eq!(machine.stdin(1).unwrap(), ReadFile::TooLarge(2));
    assert_eq!((machine.is_terminal(Stream::Output), machine.terminal_width()), (false, None));
    assert_eq!(machine.with_terminal(80).terminal_width(), Some(80));
}
