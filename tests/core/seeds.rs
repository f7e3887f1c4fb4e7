//! The seeds of the fuzz targets (`fuzz/seeds`), each put through what its target does: also what was once found to be wrong.

use crate::invariants;
use crate::support::repository;

fn each(target: &str, hold: fn(&[u8])) {
    let entries = std::fs::read_dir(repository("fuzz/seeds").join(target)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty() && files.len() <= 30, "{} seeds of {target}", files.len());
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let outcome = std::panic::catch_unwind(|| hold(&bytes));
        assert!(outcome.is_ok(), "the seed {}", file.display());
    }
}

#[test]
fn documents() {
    each("parser", invariants::parser::hold);
}

#[test]
fn messages() {
    each("frames", invariants::frames::hold);
}

#[test]
fn plays() {
    each("edits", invariants::edits::hold);
}
