//! What a client gets that says little of itself: what every client reads, and no more.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor};

/// An agreement with a rule, a region, an identifier and nothing at all in it.
fn varied() -> String {
    CLEAN.replace("\"fase\"", "\"afwijkingen\": [{ \"regel\": \"P201\" }],\n  \"opmerking\": null,\n  \"fase\"")
}

/// The parameters of a question about the first place of a text.
fn at(editor: &Editor, text: &str, wanted: &str) -> Value {
    let offset = text.find(wanted).unwrap() + wanted.len();
    let line = text[..offset].matches('\n').count();
    let character = text[..offset].rsplit('\n').next().unwrap().len();
    let mut params = editor.about("a");
    params["position"] = json!({ "line": line, "character": character });
    params
}

/// A client that says this of completion, of hovers and of symbols.
fn client(completion: &Value, hover: &Value, symbols: &Value) -> Editor {
    let said = json!({ "completion": completion, "hover": hover, "documentSymbol": symbols });
    let mut editor = Editor::new().begin_with(&json!({ "textDocument": said }));
    editor.open("a", varied());
    editor
}

#[test]
fn markdown_is_for_those_who_read_it() {
    for (formats, kind) in [
        (json!(null), "plaintext"),
        (json!([]), "plaintext"),
        (json!(["plaintext", "markdown"]), "plaintext"),
        (json!(["markdown", "plaintext"]), "markdown"),
    ] {
        let completion = json!({ "completionItem": { "documentationFormat": formats } });
        let mut editor = client(&completion, &json!({ "contentFormat": formats }), &json!({}));
        let params = at(&editor, &varied(), "VR1");
        let hover = editor.ask("textDocument/hover", &params)["contents"].clone();
        let params = at(&editor, &varied(), "\"fase\": \"");
        let items = editor.ask("textDocument/completion", &params)["items"].clone();
        let told = editor.ask("completionItem/resolve", &items[0])["documentation"].clone();
        for shown in [hover, told] {
            assert_eq!(shown["kind"], kind);
            let text = shown["value"].as_str().unwrap();
            assert_eq!(text.contains("**"), kind == "markdown", "{text}");
            assert!(!text.is_empty());
        }
    }
}

#[test]
fn kinds_are_those_that_the_client_knows() {
    let all = |count: i64| json!({ "valueSet": (1..=count).collect::<Vec<_>>() });
    for (new, expected) in [(false, [13, 12, 18]), (true, [20, 21, 23])] {
        let set = |count| if new { all(count) } else { Value::Null };
        let completion = json!({ "completionItemKind": set(25) });
        let symbols = json!({ "symbolKind": set(26), "hierarchicalDocumentSymbolSupport": true });
        let mut editor = client(&completion, &json!({}), &symbols);
        let found = ["\"fase\": \"", "\"VR", "\"regel\": \"P"].map(|place| {
            let params = at(&editor, &varied(), place);
            editor.ask("textDocument/completion", &params)["items"][0]["kind"].as_i64().unwrap()
        });
        assert_eq!(found, expected);
        let params = editor.about("a");
        let outline = editor.ask("textDocument/documentSymbol", &params);
        let kind = |name: &str| {
            let symbol = outline.as_array().unwrap().iter().find(|symbol| symbol["name"] == name);
            symbol.unwrap_or_else(|| panic!("{outline}"))["kind"].as_i64().unwrap()
        };
        assert_eq!([kind("partner"), kind("opmerking")], if new { [19, 21] } else { [2, 14] });
    }
}

#[test]
fn what_is_typed_brings_something() {
    for (before, typed) in [("  ", "\""), ("  \"fase\"", ":"), ("  \"partner\": ", "{"), ("  \"regios\": ", "[")] {
        let mut editor = Editor::new().begin();
        let text = format!("{{\n  \"kader\": \"netcentrische-samenwerking-2017\",\n{before}{typed}");
        editor.open("a", &text);
        let mut params = at(&editor, &text, &format!("{before}{typed}"));
        params["context"] = json!({ "triggerKind": 2, "triggerCharacter": typed });
        let items = editor.ask("textDocument/completion", &params)["items"].clone();
        assert!(!items.as_array().unwrap().is_empty(), "{text}");
    }
}
