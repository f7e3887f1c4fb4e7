//! The layout of documents changes white space between tokens and nothing else.

use std::path::Path;

use kader::json::format::{edits, format};
use kader::json::{Limits, parse};
use proptest::prelude::*;

use crate::invariants::layout::{hold, read, tokens};
use crate::json_properties::json;
use crate::json_suite::suite;
use crate::support::repository;

/// The documents below a folder, those in its folders too.
fn documents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("skipped: there is no {}", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn agreements_keep_all_but_white_space() {
    let folders = ["fixtures", "../shared/agreements", "../shared/generated/documents", "../shared/cases"];
    let (mut sound, mut broken) = (0, 0);
    for (name, bytes) in folders.into_iter().flat_map(|folder| documents(&repository(folder))) {
        let parsed = parse(&bytes, Limits::default());
        if parsed.errors.is_empty() {
            hold(std::str::from_utf8(&bytes).unwrap());
            sound += 1;
        } else {
            assert_eq!(format(&parsed), None, "{name}");
            broken += 1;
        }
    }
    assert!(sound >= 30 && broken >= 5, "{sound} sound and {broken} broken documents");
}

#[test]
fn the_suite_keeps_all_but_white_space() {
    for (name, bytes) in suite().into_iter().flatten() {
        let parsed = parse(&bytes, Limits::default());
        match name.get(..2) {
            Some("y_") => drop(hold(std::str::from_utf8(&bytes).unwrap())),
            Some("n_") => assert_eq!(format(&parsed), None, "{name}"),
            _ => assert_eq!(format(&parsed).is_some(), parsed.errors.is_empty(), "{name}"),
        }
    }
}

#[test]
fn an_agreement_in_its_layout() {
    let text = "\u{FEFF}{\"kader\":\"netcentrische-samenwerking-2017\",\r\n\"regios\":[\"VR01\" ,\"VR02\"],\"samenwerkingen\":[{\r\n\
        \"kerntaak\":\"beheerder\",\"taakomschrijving\":\"Houdt toezicht op de primaire waterkeringen in zijn gebied.\",\"data\":{},\
        \"bewijs\":[\"een\",\"twee\"]}]}";
    insta::assert_snapshot!(hold(text).replace("\r\n", "\n").trim_start_matches('\u{FEFF}'), @r#"
    {
      "kader": "netcentrische-samenwerking-2017",
      "regios": ["VR01", "VR02"],
      "samenwerkingen": [
        {
          "kerntaak": "beheerder",
          "taakomschrijving": "Houdt toezicht op de primaire waterkeringen in zijn gebied.",
          "data": {},
          "bewijs": ["een", "twee"]
        }
      ]
    }
    "#);
}

#[test]
fn a_large_document_takes_little_time() {
    let text = format!("[{}]", vec!["{\"a\":[1,2,{\"b\" :\n\"c\"}],\n\"d\":{\n\"e\":null}}"; 50_000].join(","));
    let start = std::time::Instant::now();
    hold(&text);
    assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn any_json_keeps_all_but_white_space(text in json(), end in prop::sample::select(vec!["\n", "\r\n", "\r"]), mark in any::<bool>()) {
        let text = text.replace(",\n", &format!(",{end}"));
        let marked = if mark { format!("\u{FEFF}{text}") } else { text };
        let formatted = hold(&marked);
        prop_assert_eq!(formatted.starts_with('\u{FEFF}'), mark);
    }

    #[test]
    fn any_white_space_between_tokens_will_do(text in json(), spaces in prop::collection::vec("[ \t\r\n]{0,3}", 1..9)) {
        let parsed = read(&text);
        let mut list = Vec::new();
        for (at, edit) in edits(&parsed).unwrap().into_iter().enumerate() {
            list.push(kader::text::Edit::replace(edit.span, spaces[at % spaces.len()].as_str()));
        }
        let spaced = kader::text::Edits::new(list).unwrap().apply(&text);
        prop_assert_eq!(tokens(&hold(&spaced)), tokens(&text));
    }
}
