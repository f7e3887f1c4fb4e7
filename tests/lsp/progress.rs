//! Progress of work that takes long.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, FAULT, faulty, framed, lines};

/// So many documents take longer than a client should wait without a word.
const MANY: usize = 2000;

/// An editor with many documents opened at once, the last of which is faulty.
fn busy(capabilities: &Value) -> Editor {
    let mut editor = Editor::new().begin_with(capabilities);
    let mut messages = Vec::new();
    for number in 0..MANY {
        let text = if number + 1 == MANY { faulty() } else { CLEAN.to_owned() };
        let text = text.replace("proef-a", &format!("proef-{number}"));
        let document =
            json!({ "uri": editor.uri(&format!("x{number}")), "languageId": "json", "version": 1, "text": text });
        let params = json!({ "textDocument": document });
        messages.extend(framed(&json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": params })));
    }
    editor.raw(messages);
    editor
}

/// The next step of progress, and its token.
fn step(editor: &mut Editor) -> (Value, Value) {
    let message = editor.wait("progress", |message| message["method"] == "$/progress");
    (message["params"]["value"].clone(), message["params"]["token"].clone())
}

#[test]
fn it_is_shown_from_the_beginning_to_the_end() {
    let mut editor = busy(&json!({ "window": { "workDoneProgress": true } }));
    editor.asked("window/workDoneProgress/create");
    let (begin, token) = step(&mut editor);
    assert_eq!(begin, json!({ "kind": "begin", "title": "Checking agreements", "cancellable": true, "percentage": 0 }));
    let mut before = 0;
    loop {
        let (value, same) = step(&mut editor);
        assert_eq!(same, token);
        if value["kind"] == "end" {
            break;
        }
        let percentage = value["percentage"].as_u64().unwrap();
        assert!(value["kind"] == "report" && (before..=100).contains(&percentage), "{value}");
        before = percentage;
    }
    editor.shows(&format!("x{}", MANY - 1), &[FAULT]);
}

#[test]
fn it_can_be_cancelled_and_what_is_open_is_judged_all_the_same() {
    let mut editor = busy(&json!({ "window": { "workDoneProgress": true } }));
    let (_, token) = step(&mut editor);
    editor.tell("window/workDoneProgress/cancel", &json!({ "token": "another" }));
    editor.tell("window/workDoneProgress/cancel", &json!({ "token": token }));
    while step(&mut editor).0["kind"] != "end" {}
    let params = editor.about(&format!("x{}", MANY - 1));
    assert_eq!(lines(&editor.ask("textDocument/diagnostic", &params)["items"]), [FAULT]);
}

#[test]
fn who_shows_none_is_told_of_none() {
    let mut editor = busy(&json!({}));
    editor.shows(&format!("x{}", MANY - 1), &[FAULT]);
    assert!(editor.everything().iter().all(|message| message["method"] == "textDocument/publishDiagnostics"));
    assert_eq!(editor.asked_so_far(), [""; 0]);
}
