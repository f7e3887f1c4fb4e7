//! Several documents: those that are open, and those on the disk.

use std::fs;

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, FAULT, code, faulty, lines, parameters};

/// What two agreements of one `id` show.
const SAME: &str = "W701 1 2:8-2:17";

/// A client with a folder that tells of files itself, and what it can beside.
fn begun(editor: Editor, capabilities: &Value) -> Editor {
    let mut said = parameters();
    said["rootUri"] = json!(format!("file://{}", editor.folder().display()));
    said["capabilities"] = capabilities.clone();
    said["capabilities"]["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    editor.begin_as(&said)
}

/// Tells the server what became of a file: 1 made, 2 changed, 3 deleted.
fn became(editor: &mut Editor, name: &str, kind: u32) {
    let uri = editor.uri(name);
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": kind }] }));
}

/// The last list of a document, after everything sent so far.
fn last(editor: &mut Editor, name: &str) -> Vec<String> {
    let list = editor.lists(name).pop().unwrap_or_else(|| panic!("no list for {name}"));
    lines(&list["diagnostics"])
}

#[test]
fn a_file_that_is_deleted_takes_its_findings_along_and_those_in_others() {
    let editor = Editor::new();
    let other = CLEAN.replace("Proefpartner", "Andere partner");
    editor.write("a.afspraak.json", CLEAN);
    editor.write("b.afspraak.json", &other);
    let b = editor.folder().join("b.afspraak.json");
    let related = json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": true } } });
    let mut editor = begun(editor, &related);
    editor.open("a", CLEAN);
    let list = loop {
        let list = editor.list("a");
        if list["diagnostics"] != json!([]) {
            break list;
        }
    };
    assert_eq!(lines(&list["diagnostics"]), [SAME]);
    let place = &list["diagnostics"][0]["relatedInformation"][0]["location"];
    assert_eq!(place["uri"], editor.uri("b"));
    assert_eq!(last_of_both(&mut editor, 1), [vec![SAME.to_owned()]]);

    fs::remove_file(&b).unwrap();
    became(&mut editor, "b", 3);
    assert_eq!(last_of_both(&mut editor, 2), [vec![], Vec::<String>::new()]);
    fs::write(&b, &other).unwrap();
    became(&mut editor, "b", 1);
    assert_eq!(last_of_both(&mut editor, 2), [[SAME], [SAME]]);

    // An open text counts whatever becomes of its file.
    editor.open("b", &other);
    fs::remove_file(&b).unwrap();
    became(&mut editor, "b", 3);
    let all = editor.everything();
    assert!(all.iter().all(|message| message["params"]["diagnostics"] != json!([])), "{all:?}");
    editor.close("b");
    assert_eq!(last_of_both(&mut editor, 2), [vec![], Vec::<String>::new()]);
}

/// The last lists of `b` and, where two are asked for, of `a` before it.
fn last_of_both(editor: &mut Editor, count: usize) -> Vec<Vec<String>> {
    let all = editor.everything();
    let of = |uri: String| {
        let mut own = all.iter().filter(|message| message["params"]["uri"] == *uri);
        lines(&own.next_back().unwrap_or_else(|| panic!("no list for {uri}: {all:?}"))["params"]["diagnostics"])
    };
    let names = if count == 1 { &["b"][..] } else { &["a", "b"] };
    names.iter().map(|name| of(editor.uri(name))).collect()
}

#[test]
fn what_happens_to_the_file_does_not_change_the_open_text() {
    let editor = Editor::new();
    editor.write("a.afspraak.json", &faulty());
    let file = editor.folder().join("a.afspraak.json");
    let mut editor = begun(editor, &json!({}));
    editor.open("a", CLEAN);
    assert!(last(&mut editor, "a").is_empty());
    editor.write("a.afspraak.json", &faulty());
    became(&mut editor, "a", 2);
    fs::remove_file(&file).unwrap();
    became(&mut editor, "a", 3);
    let lists = editor.lists("a");
    assert!(lists.iter().all(|list| list["diagnostics"] == json!([])), "{lists:?}");
    let params = editor.about("a");
    assert_eq!(editor.ask("textDocument/formatting", &params), json!([]));
    editor.change("a", 2, &[("5:14-5:18", "VR98")]);
    assert_eq!(last(&mut editor, "a"), [FAULT]);
    editor.close("a");
    assert!(last(&mut editor, "a").is_empty());
}

#[test]
fn what_is_not_open_is_shown_as_it_stands_on_the_disk() {
    let editor = Editor::new();
    editor.write("below/a.afspraak.json", &faulty());
    let versions = json!({ "textDocument": { "publishDiagnostics": { "versionSupport": true } } });
    let mut editor = begun(editor, &versions);
    let list = editor.shows("below/a.afspraak.json", &[FAULT]);
    assert_eq!(list.get("version"), None);
    // Opened without the fault, then closed: what the disk says counts again.
    editor.open("below/a.afspraak.json", CLEAN);
    assert!(last(&mut editor, "below/a.afspraak.json").is_empty());
    editor.close("below/a.afspraak.json");
    assert_eq!(last(&mut editor, "below/a.afspraak.json"), [FAULT]);
}

#[test]
fn folders_come_and_go() {
    let editor = Editor::new();
    editor.write("one/a.afspraak.json", &faulty());
    let folder = editor.uri("one/").replace("one/.afspraak.json", "one");
    let mut editor = editor.begin();
    let change = |added: Value, removed: Value| json!({ "event": { "added": added, "removed": removed } });
    let own = json!([{ "uri": folder, "name": "one" }]);
    editor.tell("workspace/didChangeWorkspaceFolders", &change(own.clone(), json!([])));
    editor.shows("one/a.afspraak.json", &[FAULT]);
    editor.tell("workspace/didChangeWorkspaceFolders", &change(json!([]), own));
    editor.shows("one/a.afspraak.json", &[]);
}

#[test]
fn a_cancel_comes_at_once_though_much_is_to_be_done() {
    let editor = Editor::new();
    for number in 0..300 {
        editor.write(&format!("x{number}.afspraak.json"), &faulty().replace("proef-a", &format!("proef-{number}")));
    }
    let mut editor = begun(editor, &json!({ "textDocument": { "diagnostic": {} } }));
    let id = editor.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    for cancelled in [json!(id), json!(99), json!("x"), json!(id)] {
        editor.tell("$/cancelRequest", &json!({ "id": cancelled }));
    }
    let answer = editor.answer(id);
    assert!(answer.get("result").is_some() || code(&answer) == -32800, "{answer}");
    editor.open("x7", faulty());
    let params = editor.about("x7");
    assert!(lines(&editor.ask("textDocument/diagnostic", &params)["items"]).contains(&FAULT.to_owned()));
    assert_eq!(editor.everything(), Vec::<Value>::new());
}

#[test]
fn a_folder_with_the_name_of_a_document_is_none() {
    let editor = Editor::new();
    editor.write("map.afspraak.json/b.afspraak.json", &faulty());
    let mut editor = begun(editor, &json!({}));
    editor.shows("map.afspraak.json/b.afspraak.json", &[FAULT]);
    became(&mut editor, "map", 1);
    assert!(editor.everything().iter().all(|message| message["params"]["uri"] != *editor.uri("map")));
}
