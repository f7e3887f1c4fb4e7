//! Which documents are ours, how they are named, and how their texts follow the editor.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, FAULT, faulty, lines, parameters, range};

#[test]
fn the_name_or_the_policy_says_what_is_ours() {
    let mut editor = Editor::new().begin();
    for (uri, language) in [
        ("untitled:x.afspraak.json", "plaintext"),
        ("git:/a/b.afspraak.json", "jsonc"),
        ("untitled:Untitled-1", "json"),
        ("file:///elsewhere/other.json", "anything"),
        ("vscode-vfs://github/a/x.json", "jsonc"),
    ] {
        editor.open_as(uri, (1, language), faulty());
        editor.shows(uri, &[FAULT]);
    }
    editor.open_as("untitled:Untitled-2", (1, "markdown"), faulty());
    editor.open_as("file:///elsewhere/package.json", (1, "json"), "{ \"name\": }");
    assert_eq!(editor.everything(), Vec::<Value>::new());
}

#[test]
fn a_document_that_no_longer_names_a_policy_is_let_go_of() {
    let mut editor = Editor::new().begin();
    editor.open("untitled:Untitled-1", faulty());
    editor.shows("untitled:Untitled-1", &[FAULT]);
    editor.change("untitled:Untitled-1", 2, &[("", "{}")]);
    editor.shows("untitled:Untitled-1", &[]);
}

#[test]
fn the_clients_own_spelling_is_what_is_published() {
    let mut editor = Editor::new().begin();
    for odd in [
        "file:///a b/[x] é.afspraak.json",
        "file:///c%3A/x.afspraak.json",
        "FILE:///D:/x.afspraak.json",
        "file:///100%.afspraak.json",
        "untitled:C:\\x|y.afspraak.json",
        "no-scheme:.afspraak.json",
    ] {
        editor.open(odd, faulty());
        editor.shows(odd, &[FAULT]);
        editor.change(odd, 2, &[("", CLEAN)]);
        editor.shows(odd, &[]);
    }
}

#[test]
fn spellings_of_one_file_are_one_document() {
    let mut editor = Editor::new().begin();
    editor.open("file:///x%20y/a.afspraak.json", CLEAN);
    editor.shows("file:///x%20y/a.afspraak.json", &[]);
    editor.change("file:///x y/%61.afspraak.json", 2, &[("5:14-5:18", "VR99")]);
    editor.shows("file:///x%20y/a.afspraak.json", &[FAULT]);
}

#[test]
fn what_is_not_open_is_not_changed() {
    let mut editor = Editor::new().begin();
    editor.change("a", 2, &[("", &faulty())]);
    editor.close("a");
    let all = editor.everything();
    assert!(all.iter().all(|message| message["method"] == "window/logMessage"), "{all:?}");
    assert_eq!(all.len(), 1);
    editor.open("a", CLEAN);
    editor.shows("a", &[]);
}

#[test]
fn who_asks_about_what_is_no_document_gets_an_answer() {
    let mut editor = Editor::new().begin();
    editor.open("a", faulty());
    editor.close("a");
    for name in ["a", "untitled:1", "nergens"] {
        let mut params = editor.about(name);
        params["position"] = json!({ "line": 1, "character": 5 });
        params["range"] = range("0:0-9:0");
        params["context"] = json!({ "diagnostics": [], "triggerKind": 1 });
        for method in ["hover", "completion", "codeAction", "inlayHint"] {
            assert_eq!(editor.ask(&format!("textDocument/{method}"), &params), Value::Null, "{method} of {name}");
        }
        assert_eq!(editor.ask("textDocument/diagnostic", &params)["items"], json!([]));
    }
}

#[test]
fn odd_places_and_versions_have_a_meaning() {
    let mut editor = Editor::new().begin();
    editor.open_as("a", (9, "json"), CLEAN);
    editor.shows("a", &[]);
    // The range is the wrong way round, and the version goes backwards.
    editor.change("a", 3, &[("5:18-5:14", "VR99")]);
    editor.shows("a", &[FAULT]);
    // Behind the end of the line, of the text; an empty list of changes.
    editor.change("a", -4, &[("5:900-5:900", "  "), ("900:3-900:9", "\n")]);
    editor.change("a", -4, &[]);
    let last = editor.lists("a").pop().unwrap();
    assert_eq!(lines(&last["diagnostics"]), [FAULT]);
    let params = editor.about("a");
    assert_eq!(editor.ask("textDocument/formatting", &params).as_array().unwrap().len(), 2);
}

#[test]
fn odd_numbers_lose_no_change() {
    let mut editor = Editor::new().begin();
    editor.open("a", CLEAN);
    editor.shows("a", &[]);
    let mut change = editor.change_of("a", 2, &[("5:14-5:18", "VR99"), ("9:0-9:0", "\n")]);
    change["params"]["textDocument"]["version"] = Value::Null;
    change["params"]["contentChanges"][0]["rangeLength"] = json!(-1);
    change["params"]["contentChanges"][1]["range"]["end"] = json!({ "line": 9e15, "character": 1e300 });
    editor.send(&change);
    editor.shows("a", &[FAULT]);
}

#[test]
fn an_open_document_that_is_opened_again_is_replaced() {
    let mut editor = Editor::new().begin();
    editor.open("a", CLEAN);
    editor.shows("a", &[]);
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
    editor.close("a");
    editor.shows("a", &[]);
}

#[test]
fn columns_are_counted_as_was_agreed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/19-emoji-column/in.afspraak.json");
    let text = std::fs::read_to_string(path).unwrap();
    for (offered, named, used, place) in [
        (json!(null), json!(null), "utf-16", "3:64-3:75"),
        (json!(["utf-16"]), json!(null), "utf-16", "3:64-3:75"),
        (json!(["utf-8", "utf-16"]), json!(null), "utf-8", "3:68-3:79"),
        (json!(["utf-32", "utf-8"]), json!(null), "utf-32", "3:62-3:73"),
        (json!(["utf-7"]), json!(null), "utf-16", "3:64-3:75"),
        // A client that cannot agree on one may name it.
        (json!(null), json!("utf-8"), "utf-8", "3:68-3:79"),
        (json!([]), json!("utf-32"), "utf-32", "3:62-3:73"),
        (json!(["utf-16"]), json!("utf-8"), "utf-16", "3:64-3:75"),
        (json!(null), json!("bytes"), "utf-16", "3:64-3:75"),
    ] {
        let mut said = parameters();
        said["capabilities"] = json!({ "general": { "positionEncodings": offered } });
        said["initializationOptions"]["positionEncoding"] = named;
        let mut editor = Editor::new();
        let result = editor.ask("initialize", &said);
        assert_eq!(result["capabilities"]["positionEncoding"], used);
        editor.tell("initialized", &json!({}));
        editor.open("a", &text);
        editor.shows("a", &[&format!("D110 2 {place}")]);
    }
}

#[test]
fn edits_among_emoji_leave_no_drift() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/19-emoji-column/in.afspraak.json");
    let mut editor = Editor::new().begin();
    editor.open("a", std::fs::read_to_string(path).unwrap());
    editor.shows("a", &["D110 2 3:64-3:75"]);
    for version in 0..5 {
        editor.change("a", 2 * version, &[("3:32-3:32", " ")]);
        editor.shows("a", &["D110 2 3:65-3:76"]);
        editor.change("a", 2 * version + 1, &[("3:32-3:33", "")]);
        editor.shows("a", &["D110 2 3:64-3:75"]);
    }
}

#[test]
fn an_empty_document_has_one_finding() {
    let mut editor = Editor::new().begin();
    editor.open("a", "");
    editor.shows("a", &["S001 1 0:0-0:0"]);
    editor.change("a", 2, &[("", CLEAN)]);
    editor.shows("a", &[]);
    editor.change("a", 3, &[("0:0-99:0", "")]);
    editor.shows("a", &["S001 1 0:0-0:0"]);
}
