//! An id is renamed wherever it is named, in the texts as they are now.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, edited, parameters};

/// An agreement that adds to another one.
fn supplement() -> String {
    CLEAN.replace("\"proef-a\",", "\"proef-b\",\n  \"aanvullingOp\": \"proef-a\",")
}

/// A client with the folder of the editor that tells of files itself, or never does.
fn begun(editor: Editor) -> Editor {
    let mut said = parameters();
    said["rootUri"] = json!(editor.uri("./"));
    said["capabilities"] = json!({ "workspace": {
        "workspaceEdit": { "documentChanges": true },
        "didChangeWatchedFiles": { "dynamicRegistration": true }
    } });
    editor.begin_as(&said)
}

/// The parameters of a question about a place `line:character`.
fn at(editor: &Editor, name: &str, place: &str) -> Value {
    let (line, character) = place.split_once(':').unwrap();
    let mut params = editor.about(name);
    params["position"] =
        json!({ "line": line.parse::<u32>().unwrap(), "character": character.parse::<u32>().unwrap() });
    params["context"] = json!({ "includeDeclaration": true });
    params["newName"] = json!("nieuw");
    params
}

/// What becomes of a text, by the edits of a document.
#[track_caller]
fn becomes(editor: &Editor, renamed: &Value, name: &str, text: &str) -> String {
    let changes = renamed["documentChanges"].as_array().unwrap();
    let uri = editor.uri(name);
    let own = changes.iter().find(|change| change["textDocument"]["uri"] == *uri);
    edited(text, &own.unwrap_or_else(|| panic!("no edits of {name}: {renamed}"))["edits"])
}

#[test]
fn a_closed_document_that_has_changed_unseen_is_not_edited_by_what_it_was() {
    let editor = Editor::new();
    editor.write("kader.toml", "");
    editor.write("a.afspraak.json", CLEAN);
    let mut editor = begun(editor);
    editor.open("b", supplement());
    let params = at(&editor, "b", "3:19");
    assert!(editor.ask("textDocument/rename", &params).is_object());
    for new in [format!("\n\n\n{CLEAN}"), format!("\n{}", CLEAN.replace("Proefpartner", "Proefpartner België"))] {
        editor.write("a.afspraak.json", &new);
        let references = editor.ask("textDocument/references", &params);
        let last = new.lines().count() as u64;
        let lines = references.as_array().unwrap().iter().map(|place| place["range"]["end"]["line"].as_u64().unwrap());
        assert!(lines.max().unwrap() <= last, "{references}");
        let renamed = editor.ask("textDocument/rename", &params);
        assert_eq!(becomes(&editor, &renamed, "a", &new), new.replace("proef-a", "nieuw"));
    }
    // Nothing has been asked since, so that nobody has looked.
    let new = format!("\n\n{CLEAN}");
    editor.write("a.afspraak.json", &new);
    assert_eq!(editor.fails("textDocument/rename", &params), -32801);
    let renamed = editor.ask("textDocument/rename", &params);
    assert_eq!(becomes(&editor, &renamed, "a", &new), new.replace("proef-a", "nieuw"));
    std::fs::remove_file(editor.folder().join("a.afspraak.json")).unwrap();
    assert_eq!(editor.fails("textDocument/rename", &params), -32801);
    assert_eq!(editor.fails("textDocument/rename", &params), -32602);
}

#[test]
fn an_open_document_that_no_other_sees_is_edited_too() {
    let editor = Editor::new();
    editor.write("kader.toml", "exclude = [\"arch\"]\n");
    editor.write("a.afspraak.json", CLEAN);
    editor.write("arch/b.afspraak.json", &supplement());
    editor.write("arch/c.afspraak.json", CLEAN);
    let mut editor = begun(editor);
    editor.open("a", CLEAN);
    editor.open("arch/b", supplement());
    editor.open("arch/c", CLEAN);
    for (name, place) in [("a", "2:12"), ("arch/b", "3:19")] {
        let params = at(&editor, name, place);
        let renamed = editor.ask("textDocument/rename", &params);
        assert_eq!(renamed["documentChanges"].as_array().unwrap().len(), 2, "{renamed}");
        assert_eq!(becomes(&editor, &renamed, "a", CLEAN), CLEAN.replace("proef-a", "nieuw"));
        assert_eq!(becomes(&editor, &renamed, "arch/b", &supplement()), supplement().replace("proef-a", "nieuw"));
        assert_eq!(editor.ask("textDocument/references", &params).as_array().unwrap().len(), 2);
    }
}

#[test]
fn another_open_document_is_edited_as_it_was_last_changed() {
    let mut editor = begun(Editor::new());
    editor.open("a", CLEAN);
    editor.open("b", supplement());
    let params = at(&editor, "b", "3:19");
    for version in 2..20 {
        let change = editor.change_of("a", version, &[("0:0-0:0", "\n")]);
        editor.send(&change);
        let renamed = editor.ask("textDocument/rename", &params);
        let text = "\n".repeat(usize::try_from(version).unwrap() - 1) + CLEAN;
        assert_eq!(becomes(&editor, &renamed, "a", &text), text.replace("proef-a", "nieuw"));
    }
}
