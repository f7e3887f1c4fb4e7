//! Lenses and hints: where they differ though nobody has edited the document, the client is told to ask again.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor};

const LENSES: &str = "workspace/codeLens/refresh";
const HINTS: &str = "workspace/inlayHint/refresh";

fn showing() -> Editor {
    Editor::new().begin_with(&json!({
        "workspace": { "codeLens": { "refreshSupport": true }, "inlayHint": { "refreshSupport": true } }
    }))
}

fn set(editor: &mut Editor, settings: &Value) {
    editor.tell("workspace/didChangeConfiguration", &json!({ "settings": { "kader": settings } }));
    editor.everything();
}

#[test]
fn another_setting_is_a_reason() {
    for settings in [json!({ "lang": "nl" }), json!({ "inlayHints": { "enable": false } })] {
        let mut editor = showing();
        editor.open("a", CLEAN);
        editor.everything();
        assert_eq!(editor.asked_so_far(), Vec::<&str>::new(), "a document that is opened is asked about anyway");
        set(&mut editor, &settings);
        editor.asked(LENSES);
        editor.asked(HINTS);
    }
}

#[test]
fn an_edit_is_none_for_the_document_itself() {
    let mut editor = showing();
    editor.open("a", CLEAN);
    for version in 1..4 {
        editor.change("a", version, &[("0:0-0:0", " ")]);
        editor.everything();
    }
    assert_eq!(editor.asked_so_far(), Vec::<&str>::new());
}

#[test]
fn another_document_is_a_reason_where_it_bears_on_this_one() {
    let mut editor = showing();
    editor.open("a", CLEAN);
    editor.everything();
    // The same id: both are judged anew.
    editor.open("b", CLEAN);
    editor.everything();
    editor.asked(LENSES);
    editor.asked(HINTS);
}

#[test]
fn who_cannot_is_not_asked() {
    let mut editor = Editor::new().begin();
    editor.open("a", CLEAN);
    set(&mut editor, &json!({ "lang": "nl" }));
    assert_eq!(editor.asked_so_far(), Vec::<&str>::new());
}
