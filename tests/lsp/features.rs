//! What an author asks for while typing: each capability that is told of is called here, over the pipe.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, edited, place};

/// A client that takes whatever there is.
fn rich() -> Editor {
    Editor::new().begin_with(&json!({
        "textDocument": {
            "completion": { "completionItem": {
                "snippetSupport": true,
                "insertTextModeSupport": { "valueSet": [1] },
                "documentationFormat": ["markdown"]
            } },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "rename": { "prepareSupport": true }
        },
        "workspace": { "workspaceEdit": { "documentChanges": true } }
    }))
}

/// The parameters of a question about the place of a `|` in a text, which is opened without it.
fn at(editor: &mut Editor, name: &str, marked: &str) -> Value {
    let offset = marked.find('|').unwrap();
    editor.open(name, marked.replacen('|', "", 1));
    let before = &marked[..offset];
    let line = before.matches('\n').count();
    let character = before.rsplit('\n').next().unwrap().encode_utf16().count();
    let mut params = editor.about(name);
    params["position"] = json!({ "line": line, "character": character });
    params
}

fn labels(answer: &Value) -> Vec<&str> {
    answer["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect()
}

#[test]
fn completion_stands_in_the_order_of_fitness_and_is_told_about_later() {
    let mut editor = rich();
    let text = CLEAN.replace(r#""beheerder" }]"#, r#""beheerder", "profiel": "|" }]"#);
    let params = at(&mut editor, "a", &text);
    let answer = editor.ask("textDocument/completion", &params);
    assert_eq!(labels(&answer)[..3], ["kernsamenwerking", "structurele-samenwerking", "koppelsamenwerking"]);
    let first = &answer["items"][0];
    assert_eq!(first["sortText"], "0000");
    assert!(first.get("documentation").is_none());
    let resolved = editor.ask("completionItem/resolve", first);
    assert!(resolved["documentation"]["value"].as_str().unwrap().contains("Core cooperation"), "{resolved}");
    let mended = edited(&text.replace('|', ""), &json!([first["textEdit"]]));
    assert!(mended.contains(r#""profiel": "kernsamenwerking" }]"#), "{mended}");
}

#[test]
fn completion_in_a_broken_document_has_snippets() {
    let mut editor = rich();
    let params = at(&mut editor, "a", "{\n  \"kader\": \"netcentrische-samenwerking-2017\",\n  \"par|\n");
    let answer = editor.ask("textDocument/completion", &params);
    let items = answer["items"].as_array().unwrap();
    let partner = items.iter().find(|item| item["label"] == "partner").unwrap();
    assert_eq!((&partner["insertTextFormat"], &partner["insertTextMode"]), (&json!(2), &json!(1)));
    assert!(partner["filterText"].as_str().unwrap().contains("partner"), "{partner}");
    let params = at(&mut editor, "leeg", "|");
    assert!(!labels(&editor.ask("textDocument/completion", &params)).is_empty());
}

#[test]
fn a_text_that_keeps_a_place_takes_no_others_place() {
    let mut editor = rich();
    let mut offered = |typed: &str| {
        let params =
            at(&mut editor, "a", &CLEAN.replace("\"fase\"", &format!("\"opmerkingen\": {typed},\n  \"fase\"")));
        labels(&editor.ask("textDocument/completion", &params)).contains(&"nog te bepalen")
    };
    assert!(["\"|\"", "|", "\"nog|\"", "\"Nog te b|\"", "no|"].iter().all(|typed| offered(typed)));
    assert!(["\"Loopt via de meldkamer|\"", "\"nog| iets\"", "| \"Loopt\""].iter().all(|typed| !offered(typed)));
}

#[test]
fn hover_tells_what_a_region_is() {
    let mut editor = rich();
    let params = at(&mut editor, "a", &CLEAN.replace("VR17", "VR|17"));
    let answer = editor.ask("textDocument/hover", &params);
    assert_eq!(answer["contents"]["kind"], "markdown");
    assert!(answer["contents"]["value"].as_str().unwrap().contains("Rotterdam-Rijnmond"), "{answer}");
    assert_eq!(place(&answer["range"]), "5:13-5:19");
}

#[test]
fn hints_lenses_and_symbols() {
    let mut editor = rich();
    let text = CLEAN.replace(r#""beheerder" }]"#, r#""beheerder", "profiel": "kernsamenwerking" }]"#);
    editor.open("a", &text);
    let mut params = editor.about("a");
    let lenses = editor.ask("textDocument/codeLens", &params);
    assert!(lenses[0]["command"]["title"].as_str().unwrap().starts_with("Advice of this program"), "{lenses}");
    let symbols = editor.ask("textDocument/documentSymbol", &params);
    let names: Vec<&str> = symbols.as_array().unwrap().iter().map(|symbol| symbol["name"].as_str().unwrap()).collect();
    assert_eq!(names[..3], ["kader", "id", "partner"]);
    params["range"] = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let hints = editor.ask("textDocument/inlayHint", &params);
    let labels: BTreeSet<&str> = hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap()).collect();
    assert!(labels.contains("Rotterdam-Rijnmond") && labels.contains("0/16"), "{labels:?}");
}

#[test]
fn folds_and_selections_also_where_it_is_broken() {
    let mut editor = rich();
    editor.open("a", "{\n  \"a\": [\n    1,\n    2\n  ]");
    let mut params = editor.about("a");
    let folds = editor.ask("textDocument/foldingRange", &params);
    assert!(folds.as_array().unwrap().iter().any(|fold| fold["startLine"] == 1 && fold["endLine"] == 3), "{folds}");
    params["positions"] = json!([{ "line": 2, "character": 4 }, { "line": 99, "character": 9 }]);
    let selections = editor.ask("textDocument/selectionRange", &params);
    assert_eq!(selections.as_array().unwrap().len(), 2);
    assert_eq!(place(&selections[0]["range"]), "2:4-2:5");
    assert!(selections[0]["parent"].is_object());
}

/// Two agreements of one workspace, of which the second adds to the first.
fn two() -> Editor {
    let editor = Editor::new();
    editor.write("kader.toml", "");
    editor.write("a.afspraak.json", CLEAN);
    let supplement = CLEAN.replace("\"proef-a\",", "\"proef-b\",\n  \"aanvullingOp\": \"proef-a\",");
    editor.write("b.afspraak.json", &supplement);
    let folder = editor.uri(".");
    let capabilities = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": { "rename": { "prepareSupport": true } } });
    let mut parameters = crate::client::parameters();
    (parameters["rootUri"], parameters["capabilities"]) = (json!(folder), capabilities);
    editor.begin_as(&parameters)
}

#[test]
fn an_id_leads_to_its_agreement_and_is_renamed_everywhere() {
    let mut editor = two();
    let supplement = CLEAN.replace("\"proef-a\",", "\"proef-b\",\n  \"aanvullingOp\": \"pro|ef-a\",");
    let params = at(&mut editor, "b.afspraak.json", &supplement);
    let defined = editor.ask("textDocument/definition", &params);
    assert!(defined[0]["uri"].as_str().unwrap().ends_with("/a.afspraak.json"), "{defined}");
    assert_eq!(place(&defined[0]["range"]), "2:8-2:17");
    let mut about = params.clone();
    about["context"] = json!({ "includeDeclaration": true });
    assert_eq!(editor.ask("textDocument/references", &about).as_array().unwrap().len(), 2);
    assert!(!editor.ask("textDocument/documentHighlight", &params).as_array().unwrap().is_empty());
    assert_eq!(editor.ask("textDocument/prepareRename", &params)["placeholder"], "proef-a");
    about["newName"] = json!("nieuw");
    let renamed = editor.ask("textDocument/rename", &about);
    assert_eq!(renamed["documentChanges"].as_array().unwrap().len(), 2, "{renamed}");
    about["newName"] = json!("Geen Id");
    assert_eq!(editor.fails("textDocument/rename", &about), -32602);
    let symbols = editor.ask("workspace/symbol", &json!({ "query": "proef-" }));
    assert!(symbols.as_array().unwrap().len() >= 2, "{symbols}");
}

#[test]
fn evidence_is_a_link() {
    let mut editor = rich();
    editor.write("map/b.pdf", "");
    editor.write("deel 1.pdf", "");
    let entry = r#""beheerder", "randvoorwaarden": { "proces": { "alarmering": { "status": "geregeld", "bewijs": ["map/b.pdf", "https://example.nl/x", "deel 1.pdf#blad é", "HTTPS://example.nl/stuk 1[a].pdf", "https://example.nl/België"] } } } }]"#;
    editor.open("a", CLEAN.replace(r#""beheerder" }]"#, entry));
    let params = editor.about("a");
    let links = editor.ask("textDocument/documentLink", &params);
    let targets: Vec<&str> = links.as_array().unwrap().iter().map(|link| link["target"].as_str().unwrap()).collect();
    assert!(targets[0].ends_with("/map/b.pdf") && targets[2].ends_with("/deel%201.pdf#blad%20%C3%A9"), "{targets:?}");
    let web = [targets[1], targets[3], targets[4]];
    let odd = ["HTTPS://example.nl/stuk%201%5Ba%5D.pdf", "https://example.nl/Belgi%C3%AB"];
    assert_eq!(web, ["https://example.nl/x", odd[0], odd[1]]);
}
