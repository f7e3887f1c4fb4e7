//! The JSON test suite (RFC 8259): what must be accepted, what must be refused, and what may be either.

use std::fs;
use std::path::{Path, PathBuf};

use kader::json::{Limits, SyntaxCode, parse, print};

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
pub(crate) fn suite() -> Option<Vec<(String, Vec<u8>)>> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/json-test-suite/test_parsing");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: there is no {}", folder.display());
        return None;
    };
    let mut files: Vec<(String, Vec<u8>)> = entries
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, fs::read(entry.path()).ok()?)))
        .collect();
    files.sort();
    assert!(files.len() > 300, "the suite is not complete");
    Some(files)
}

#[test]
fn every_file_is_judged_as_the_suite_says() {
    for (name, bytes) in suite().into_iter().flatten() {
        let parsed = parse(&bytes, Limits::default());
        let codes: Vec<SyntaxCode> = parsed.errors.iter().map(|error| error.code).collect();
        match name.get(..2) {
            Some("y_") => assert_eq!(codes, [], "{name}"),
            Some("n_") => assert!(!codes.is_empty(), "{name} is accepted"),
            _ => {}
        }
    }
}

#[test]
fn what_is_accepted_means_what_serde_json_reads() {
    for (name, bytes) in suite().into_iter().flatten().filter(|(name, _)| name.starts_with("y_")) {
        let parsed = parse(&bytes, Limits::default());
        let printed = print(&parsed.tree);
        let ours: Result<serde_json::Value, _> = serde_json::from_str(&printed);
        let theirs: Result<serde_json::Value, _> = serde_json::from_slice(&bytes);
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{name}"),
            // serde_json has limits of its own, on exponents for one
            (Ok(_), Err(_)) => {}
            (Err(error), _) => panic!("{name}: what we print is no JSON: {error}: {printed}"),
        }
    }
}

#[test]
fn every_position_lies_within_the_file() {
    for (name, bytes) in suite().into_iter().flatten() {
        let parsed = parse(&bytes, Limits::default());
        for error in parsed.errors {
            let Some(span) = error.span else { panic!("{name}: {error:?}") };
            assert!(span.start <= span.end && span.end as usize <= bytes.len(), "{name}: {span:?}");
        }
    }
}
