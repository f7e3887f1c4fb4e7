//! What is no agreement: other servers lay it out, outline it and fold it.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, edited};

/// The requests about a document, with what each needs beside the document.
fn all() -> Vec<(&'static str, Value)> {
    let position = json!({ "line": 0, "character": 3 });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let context = json!({ "includeDeclaration": true, "triggerKind": 1 });
    let place = json!({ "position": position, "context": context });
    vec![
        ("textDocument/formatting", json!({ "options": {} })),
        ("textDocument/rangeFormatting", json!({ "options": {}, "range": range })),
        ("textDocument/documentSymbol", json!({})),
        ("textDocument/foldingRange", json!({})),
        ("textDocument/selectionRange", json!({ "positions": [position] })),
        ("textDocument/codeLens", json!({})),
        ("textDocument/documentLink", json!({})),
        ("textDocument/inlayHint", json!({ "range": range })),
        ("textDocument/codeAction", json!({ "range": range, "context": { "diagnostics": [] } })),
        ("textDocument/completion", place.clone()),
        ("textDocument/hover", place.clone()),
        ("textDocument/definition", place.clone()),
        ("textDocument/references", place.clone()),
        ("textDocument/documentHighlight", place.clone()),
        ("textDocument/prepareRename", place.clone()),
        ("textDocument/rename", json!({ "position": position, "newName": "nieuw" })),
    ]
}

fn ask(editor: &mut Editor, (method, extra): &(&str, Value), name: &str) -> Value {
    let mut params = editor.about(name);
    params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    editor.ask(method, &params)
}

#[test]
fn nothing_is_said_of_what_is_no_agreement() {
    let mut editor = Editor::new().begin();
    editor.write("kader.toml", "");
    let foreign =
        "{\"name\":\"x\",   \"version\":\"1\",\n \"kader\": \"iets-anders\",\n \"scripts\": {\n  \"a\": [1,\n2]\n}}";
    editor.open("package.json", foreign);
    editor.open("los.json", foreign.replace("\"kader\": \"iets-anders\",", ""));
    editor.open_as("kader.toml", (1, "toml"), "[[override]]\nfiles = [\"x\"]\nselect = [\"V\"]\n");
    editor.open_as("notes.txt", (1, "plaintext"), CLEAN);
    for question in all() {
        for name in ["package.json", "los.json", "kader.toml", "notes.txt"] {
            assert_eq!(ask(&mut editor, &question, name), Value::Null, "{name}: {question:?}");
        }
    }
}

#[test]
fn json_that_names_a_policy_is_an_agreement_from_then_on_and_until_it_names_none() {
    let mut editor = Editor::new().begin();
    let text = CLEAN.replace("{\n", "{\n\n\n");
    let question = ("textDocument/formatting", json!({ "options": {} }));
    editor.open("los.json", text.replace("\"kader\"", "\"kaders\""));
    assert_eq!(ask(&mut editor, &question, "los.json"), Value::Null);
    editor.change("los.json", 2, &[("", &text)]);
    let edits = ask(&mut editor, &question, "los.json");
    assert_ne!(edited(&text, &edits), text);
    editor.change("los.json", 3, &[("", &text.replace("\"kader\"", "\"kaders\""))]);
    assert_eq!(ask(&mut editor, &question, "los.json"), Value::Null);
}
