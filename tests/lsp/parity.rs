//! The server and the command line say the same.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::client::{Editor, edited, place};

/// All documents below `fixtures` that can stand alone.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            // Links are looked at by other tests.
            match entry.file_type().unwrap() {
                kind if kind.is_dir() => folders.push(entry.path()),
                kind if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    let mut found: Vec<_> =
        found.into_iter().filter(|path| path.to_string_lossy().ends_with(".afspraak.json")).collect();
    found.sort();
    found
}

/// A place of the command line's, in the protocol's form: columns in UTF-16.
fn converted(text: &str, range: &Value) -> String {
    if range.is_null() {
        return "0:0-0:0".to_owned();
    }
    let position = |point: &Value| {
        let offset = usize::try_from(point["offset"].as_u64().unwrap()).unwrap();
        let column = usize::try_from(point["column"].as_u64().unwrap()).unwrap() - 1;
        let before: Vec<char> = text[..offset].chars().collect();
        let units: usize = before[before.len() - column..].iter().map(|char| char.len_utf16()).sum();
        format!("{}:{units}", point["line"].as_u64().unwrap() - 1)
    };
    format!("{}-{}", position(&range["start"]), position(&range["end"]))
}

/// The texts that come of the fixes of a finding, as the command line tells them.
fn fixed(text: &str, finding: &Value) -> Vec<String> {
    let offset = |point: &Value| usize::try_from(point["offset"].as_u64().unwrap()).unwrap();
    let one = |fix: &Value| {
        let mut out = text.to_owned();
        for edit in fix["edits"].as_array().unwrap().iter().rev() {
            let (start, end) = (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]));
            out.replace_range(start..end, edit["text"].as_str().unwrap());
        }
        out
    };
    finding["fixes"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn findings_agree_in_code_severity_place_message_and_fixes() {
    let capabilities = json!({
        "textDocument": { "codeAction": { "codeActionLiteralSupport": {} }, "publishDiagnostics": { "dataSupport": true } }
    });
    let mut editor = Editor::new().begin_with(&capabilities);
    let mut findings = 0;
    for (at, path) in documents().iter().enumerate() {
        // Bytes that are not UTF-8 reach no server.
        let Ok(text) = String::from_utf8(std::fs::read(path).unwrap()) else { continue };
        let name = format!("{at}/a.afspraak.json");
        editor.write(&name, &text);
        editor.write(&format!("{at}/kader.toml"), "");
        editor.open(&name, &text);
        let list = editor.list(&name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
        command.current_dir(editor.folder()).args(["check", "--format", "json", "--as-of", "2026-01-01"]);
        let output = command.args(["--lang", "en", &name]).output().unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let told = report["documents"][0]["findings"].as_array().unwrap();
        let shown = list["diagnostics"].as_array().unwrap();
        assert_eq!(told.len(), shown.len(), "{path:?}");
        for (finding, diagnostic) in told.iter().zip(shown) {
            let level = usize::try_from(diagnostic["severity"].as_u64().unwrap()).unwrap();
            let level = ["error", "warning", "info", "hint"][level - 1];
            let what = format!("{path:?}: {finding}");
            assert_eq!((&finding["code"], finding["severity"].as_str()), (&diagnostic["code"], Some(level)), "{what}");
            assert_eq!(converted(&text, &finding["range"]), place(&diagnostic["range"]), "{what}");
            assert_eq!(finding["fingerprint"], diagnostic["data"]["fingerprint"], "{what}");
            assert_eq!(finding["message"].as_str().unwrap().trim(), diagnostic["message"], "{what}");
            same_fixes(&mut editor, (&name, &text), finding, diagnostic);
            findings += 1;
        }
        editor.close(&name);
    }
    assert!(findings > 100, "{findings}");
}

/// That the actions for a finding make of the text what the command line's fixes do.
fn same_fixes(editor: &mut Editor, (name, text): (&str, &str), finding: &Value, diagnostic: &Value) {
    let expected = fixed(text, finding);
    if expected.is_empty() {
        return;
    }
    let mut params = editor.about(name);
    params["range"] = diagnostic["range"].clone();
    params["context"] = json!({ "diagnostics": [], "only": ["quickfix"] });
    let actions = editor.ask("textDocument/codeAction", &params);
    // To accept a finding is no fix of it.
    let is_fix = |action: &Value| !action["title"].as_str().unwrap().contains("(as a deviation)");
    let own = |action: &&Value| action["diagnostics"][0]["data"] == diagnostic["data"] && is_fix(action);
    let uri = editor.uri(name);
    let found: Vec<String> = actions
        .as_array()
        .unwrap()
        .iter()
        .filter(own)
        .map(|action| edited(text, &action["edit"]["changes"][&uri]))
        .collect();
    assert_eq!(found, expected, "{name} {finding}");
}
