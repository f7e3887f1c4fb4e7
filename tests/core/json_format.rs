//! The layout of documents changes white space between tokens and nothing else.

use std::path::Path;

use kader::json::format::{WIDTH, edits, format};
use kader::json::{Limits, Parsed, parse, print};
use proptest::prelude::*;

use crate::json_properties::json;
use crate::json_suite::suite;
use crate::support::repository;

/// JSON's white space.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// What stands outside of strings without white space, and strings as they are: the tokens in their order.
fn tokens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut inside, mut escaped) = (false, false);
    for char in text.chars() {
        if inside || !SPACE.contains(&char) {
            out.push(char);
        }
        (inside, escaped) = match (inside, char) {
            (true, _) if escaped => (true, false),
            (true, '\\') => (true, true),
            (inside, '"') => (!inside, false),
            (inside, _) => (inside, false),
        };
    }
    out
}

fn read(text: &str) -> Parsed {
    parse(text.as_bytes(), Limits::default())
}

/// The line ends of a text, each once.
fn line_ends(text: &str) -> Vec<&'static str> {
    let (pairs, rest) = (text.matches("\r\n").count(), text.replace("\r\n", ""));
    let found = [("\r\n", pairs > 0), ("\n", rest.contains('\n')), ("\r", rest.contains('\r'))];
    found.into_iter().filter(|(_, there)| *there).map(|(end, _)| end).collect()
}

/// All that must hold of a text that can be read; gives its layout.
fn hold(text: &str) -> String {
    let parsed = read(text);
    assert_eq!(parsed.errors, [], "{text:?}");
    let (edits, formatted) = (edits(&parsed).unwrap(), format(&parsed).unwrap());
    for edit in &edits {
        let gone = &text[edit.span.range()];
        assert!(gone.chars().chain(edit.text.chars()).all(|char| SPACE.contains(&char)), "{edit:?} in {text:?}");
        assert_ne!(gone, &*edit.text, "{text:?}");
    }
    assert_eq!(edits.apply(text), formatted);
    assert_eq!(edits.invert(text).apply(&formatted), text);
    assert_eq!(tokens(&formatted), tokens(text));
    let again = read(&formatted);
    assert_eq!(again.errors, []);
    assert_eq!(print(&again.tree), print(&parsed.tree));
    assert!(kader::json::format::edits(&again).unwrap().is_empty(), "not settled: {formatted:?}");
    let first =
        text.find(['\r', '\n']).map_or("\n", |at| if text[at..].starts_with("\r\n") { "\r\n" } else { &text[at..=at] });
    assert_eq!(line_ends(&formatted), [first], "{text:?}");
    assert!(formatted.ends_with(first) && formatted.trim_end_matches(SPACE).len() + first.len() == formatted.len());
    let lines = formatted.trim_start_matches('\u{FEFF}').split(['\r', '\n']);
    for line in lines.filter(|line| line.chars().count() > WIDTH) {
        // A line may be too wide only where it holds one value or one bracket: nothing is left to break.
        let alone = line.trim_matches([' ', ',']);
        let parts = [format!("[{alone}]"), format!("{{{alone}}}"), format!("{{{alone}]}}"), format!("{{{alone}}}}}")];
        let one = parts.iter().any(|part| read(part).errors.is_empty()) && !alone.ends_with(['}', ']']);
        assert!(one || ["{", "[", "}", "]", "{}", "[]"].contains(&alone), "{line:?}");
    }
    formatted
}

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
