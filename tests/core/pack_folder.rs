//! Packs read from folders: what is read, and what has no place there.

use std::path::Path;

use kader::policy::{FileFault, Lang, Library, PackSource, Policy, engine, netcentric};
use kader::system::Memory;

use crate::support::policy;

/// The embedded pack as a folder `/pack`.
fn folder() -> Memory {
    let memory = Memory::new();
    for (path, text) in netcentric().files {
        memory.put(format!("/pack/{path}"), text.as_bytes());
    }
    memory
}

fn read(memory: &Memory) -> PackSource {
    PackSource::read(memory, Path::new("/pack")).unwrap()
}

/// File, message in English, and suggestion of each fault.
fn told(faults: &[FileFault]) -> Vec<(&str, String, Option<&str>)> {
    faults.iter().map(|fault| (&*fault.file, fault.message(Lang::En), fault.suggestion())).collect()
}

#[test]
fn a_folder_gives_the_same_policy_as_the_embedded_pack() {
    let memory = folder()
        .with_file("/pack/README.md", "")
        .with_file("/pack/LICENSE-MIT", "")
        .with_file("/pack/.gitignore", "")
        .with_file("/pack/rules/notes.md", "");
    let packs = [engine()];
    let loaded = Policy::load(&read(&memory), &Library { packs: &packs, checks: None });
    let loaded = loaded.unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(loaded.digest(), policy().digest());
    assert_eq!(loaded.check(), []);
}

#[test]
fn what_has_no_place_in_a_pack_is_told_with_what_was_meant() {
    let memory = folder()
        .with_file("/pack/rules/R301.tml", "")
        .with_file("/pack/tables/profile.toml", "")
        .with_file("/pack/checks/expected.jsn", "")
        .with_file("/pack/checks/a.json", "")
        .with_file("/pack/check/a.afspraak.json", "")
        .with_folder("/pack/rules/old.toml")
        .with_file("/pack/pack.tml", "");
    let source = read(&memory);
    assert_eq!(
        told(&source.faults),
        [
            ("check", "This folder has no place in a pack".to_owned(), Some("checks")),
            ("checks/a.json", "This file has no place in a pack".to_owned(), None),
            ("checks/expected.jsn", "This file has no place in a pack".to_owned(), Some("checks/expected.json")),
            ("pack.tml", "This file has no place in a pack".to_owned(), Some("pack.toml")),
            ("rules/R301.tml", "This file has no place in a pack".to_owned(), Some("rules/R301.toml")),
            ("rules/old.toml", "This folder has no place in a pack".to_owned(), None),
        ]
    );
    let packs = [engine()];
    let faults = Policy::load(&source, &Library { packs: &packs, checks: None }).unwrap_err();
    assert_eq!(faults.len(), 7, "the stray table is told, too: {faults:#?}");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let memory = folder()
        .unreadable("/pack/rules/R301.toml")
        .with_file("/pack/rules/R302.toml", b"name = \"\xFF\"")
        .with_file("/pack/rules/R303.toml", vec![b'#'; 4 * 1024 * 1024 + 1])
        .unreadable("/pack/tables");
    let faults = read(&memory).faults;
    let keys: Vec<_> = faults.iter().map(|fault| (&*fault.file, fault.key)).collect();
    assert_eq!(
        keys,
        [
            ("rules/R301.toml", "pack-unreadable"),
            ("rules/R302.toml", "pack-not-utf8"),
            ("rules/R303.toml", "pack-too-large"),
            ("tables", "pack-unreadable"),
        ]
    );
}

#[test]
fn a_folder_that_is_no_pack_says_so() {
    let memory = Memory::new().with_file("/pack/pakc.toml", "").with_folder("/empty").with_file("/file", "");
    let why = |path: &str| PackSource::read(&memory, Path::new(path)).unwrap_err();
    let said = |path: &str| (why(path).file.to_string(), why(path).message(Lang::En));
    assert_eq!(said("/none"), ("/none".to_owned(), "There is no such folder".to_owned()));
    assert_eq!(said("/file").1, "This is a file; a pack is a folder with `pack.toml` in it");
    assert_eq!(said("/empty").1, "This folder is no pack: it has no `pack.toml`");
    assert_eq!(said("/pack").1, "This folder is no pack: it has no `pack.toml`, only `pakc.toml`");
    assert_eq!(why("/empty").message(Lang::Nl), "Deze map is geen pakket: er staat geen `pack.toml` in");
}
