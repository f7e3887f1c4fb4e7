//! `textDocument/formatting` and `textDocument/rangeFormatting`.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, edited, faulty, place, range};

#[test]
fn what_is_in_its_layout_needs_no_edits() {
    let mut editor = Editor::new().begin();
    editor.open("a", CLEAN);
    let params = editor.about("a");
    assert_eq!(editor.ask("textDocument/formatting", &params), json!([]));
}

#[test]
fn edits_are_small() {
    let text = CLEAN.replace("  \"fase\"", "\t\"fase\"").replace("naam\": ", "naam\":");
    let mut editor = Editor::new().begin();
    editor.open("a", &text);
    let mut params = editor.about("a");
    params["options"] = json!({ "tabSize": 4, "insertSpaces": false });
    let edits = editor.ask("textDocument/formatting", &params);
    assert_eq!(edited(&text, &edits), CLEAN);
    let places: Vec<String> = edits.as_array().unwrap().iter().map(|edit| place(&edit["range"])).collect();
    assert_eq!(places.len(), 2, "{places:?}");
    let mut about_range = |wanted: &str| {
        params["range"] = range(wanted);
        edited(&text, &editor.ask("textDocument/rangeFormatting", &params))
    };
    assert_eq!(about_range("3:0-3:30"), CLEAN.replace("  \"fase\"", "\t\"fase\""));
    assert_eq!(about_range("6:9-6:0"), CLEAN.replace("naam\": ", "naam\":"));
    assert_eq!(about_range("1:3-1:9"), text);
}

#[test]
fn what_cannot_be_read_is_left() {
    let mut editor = Editor::new().begin();
    for (at, text) in ["", "{", "{ \"a\": 1, }", "\u{FEFF}{ 'a': 1 }"].into_iter().enumerate() {
        let name = format!("x{at}");
        editor.open(&name, text);
        let params = editor.about(&name);
        assert_eq!(editor.ask("textDocument/formatting", &params), Value::Null, "{text}");
    }
    let params = editor.about("unknown");
    assert_eq!(editor.ask("textDocument/formatting", &params), Value::Null);
}

#[test]
fn edits_of_a_text_that_has_changed_are_not_given() {
    let mut editor = Editor::new().begin();
    editor.open("a", faulty().replace("  \"fase\"", "\"fase\""));
    let mut messages = Vec::new();
    let about = editor.about("a");
    for id in 1..=50 {
        let request = json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/formatting", "params": about });
        messages.extend(crate::client::framed(&request));
        messages.extend(crate::client::framed(&editor.change_of("a", id + 1, &[("5:14-5:14", "x")])));
    }
    editor.raw(messages);
    let mut refused = 0;
    for id in 1..=50 {
        let answer = editor.answer(id);
        match answer.get("error") {
            Some(error) => {
                assert_eq!(error["code"], -32801);
                refused += 1;
            }
            None => assert_eq!(place(&answer["result"][0]["range"]), "6:0-6:0", "{answer}"),
        }
    }
    assert!(refused > 0, "all of them came in one write");
}
