//! Sessions that broke other tools, over the inputs of `fixtures/cases`.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Editor, lines, parameters};

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(case)
}

fn text(case: &str, file: &str) -> String {
    std::fs::read_to_string(folder(case).join(file)).unwrap()
}

fn at(editor: &Editor, name: &str, (line, character): (u32, u32)) -> Value {
    let mut params = editor.about(name);
    params["position"] = json!({ "line": line, "character": character });
    params
}

/// The codes of a list.
fn codes(list: &Value) -> Vec<String> {
    let all = list["diagnostics"].as_array().unwrap().iter();
    all.map(|diagnostic| diagnostic["code"].as_str().unwrap().to_owned()).collect()
}

/// A session over a folder that the files of a case are copied to.
fn over(case: &str, make: impl FnOnce(&Path)) -> Editor {
    let editor = Editor::new();
    copy(&folder(case), editor.folder());
    make(editor.folder());
    let mut parameters = parameters();
    parameters["rootUri"] = json!(format!("file://{}", editor.folder().display()));
    editor.begin_as(&parameters)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What has been published, by URI: the last list of each.
fn published(editor: &mut Editor) -> Vec<(String, Vec<String>)> {
    let all = editor.everything();
    let mut last: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for message in all.iter().filter(|message| message["method"] == "textDocument/publishDiagnostics") {
        let params = &message["params"];
        last.insert(params["uri"].as_str().unwrap().to_owned(), lines(&params["diagnostics"]));
    }
    last.into_iter().collect()
}

#[test]
fn c01_what_is_broken_is_not_laid_out() {
    let mut editor = Editor::new().begin();
    editor.open("a", text("01-trailing-comma", "in.afspraak.json"));
    let params = editor.about("a");
    let edits = editor.ask("textDocument/formatting", &params);
    assert!(edits.is_null() || edits == json!([]), "{edits}");
}

#[test]
fn c03_every_column_of_a_broken_line_has_an_answer() {
    let mut editor = Editor::new().begin();
    let text = text("03-stray-quotes", "in.afspraak.json");
    editor.open("a", &text);
    let params = editor.about("a");
    assert!(editor.ask("textDocument/documentSymbol", &params).is_array());
    let line = text.lines().nth(3).unwrap();
    for character in 0..=line.encode_utf16().count() {
        let params = at(&editor, "a", (3, u32::try_from(character).unwrap()));
        editor.ask("textDocument/hover", &params);
    }
    assert!(!codes(&editor.list("a")).is_empty());
}

#[test]
fn c05_a_lone_quote_at_the_end_breaks_nothing() {
    let mut editor = Editor::new().begin();
    let text = text("05-lone-quote-at-end", "in.afspraak.json");
    editor.open("a", &text);
    for (method, place) in [
        ("completion", (2, 9)),
        ("hover", (2, 8)),
        ("hover", (2, 9)),
        ("documentSymbol", (0, 0)),
        ("foldingRange", (0, 0)),
    ] {
        let params = at(&editor, "a", place);
        editor.ask(&format!("textDocument/{method}"), &params);
    }
    let before = codes(&editor.list("a")).iter().filter(|code| *code == "S001").count();
    assert_eq!(before, 2);
    editor.change("a", 2, &[("99:0-99:0", "a\"")]);
    assert_eq!(codes(&editor.list("a")).iter().filter(|code| *code == "S001").count(), 1);
}

#[test]
fn c11_endless_depth_is_one_finding() {
    let symbols = json!({ "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } } });
    let mut editor = Editor::new().begin_with(&symbols);
    editor.open("a", "[".repeat(200_000));
    assert_eq!(codes(&editor.list("a")).iter().filter(|code| *code == "S004").count(), 1);
    let mut params = at(&editor, "a", (0, 150));
    editor.ask("textDocument/foldingRange", &params);
    editor.ask("textDocument/documentSymbol", &params);
    params["positions"] = json!([{ "line": 0, "character": 150 }]);
    assert_eq!(editor.ask("textDocument/selectionRange", &params).as_array().unwrap().len(), 1);
}

#[test]
fn c13_an_escaped_key_is_the_key() {
    let mut editor = Editor::new().begin();
    editor.open("a", text("13-escaped-duplicate-key", "in.afspraak.json"));
    let mut shown = Vec::new();
    for line in [4, 7] {
        let params = at(&editor, "a", (line, 5));
        let hover = editor.ask("textDocument/hover", &params);
        // What was found there stands behind a rule.
        shown.push(hover["contents"]["value"].as_str().unwrap().split("\n\n---\n\n").next().unwrap().to_owned());
        editor.ask("textDocument/definition", &params);
        editor.ask("textDocument/completion", &params);
    }
    assert_eq!(shown[0], shown[1]);
}

#[test]
fn c17_an_empty_document_has_one_finding() {
    let mut editor = Editor::new().begin();
    editor.open("a", "");
    let list = editor.list("a");
    assert_eq!(
        (list["diagnostics"].as_array().unwrap().len(), &list["diagnostics"][0]["range"]["end"]["line"]),
        (1, &json!(0))
    );
    let params = at(&editor, "a", (0, 0));
    editor.ask("textDocument/completion", &params);
    editor.ask("textDocument/documentSymbol", &params);
    editor.change("a", 2, &[("0:0-0:0", "{}")]);
    editor.list("a");
    editor.change("a", 3, &[("0:0-0:2", "")]);
    assert_eq!(editor.list("a")["diagnostics"].as_array().unwrap().len(), 1);
}

#[test]
fn c21_a_tab_is_one_character() {
    let mut editor = Editor::new().begin();
    editor.open("a", text("21-tab-indent", "in.afspraak.json"));
    assert_eq!(lines(&editor.list("a")["diagnostics"]), ["D109 1 5:12-5:18"]);
}

#[cfg(unix)]
#[test]
fn c25_a_ring_of_links_ends() {
    use std::os::unix::fs::symlink;
    let mut editor = over("25-symlink-loop", |folder| {
        symlink("..", folder.join("a/terug")).unwrap();
        symlink(".", folder.join("hier")).unwrap();
    });
    let lists = published(&mut editor);
    assert_eq!(lists.len(), 1, "{lists:?}");
    assert!(lists[0].0.ends_with("/a/in.afspraak.json") && lists[0].1.len() == 1, "{lists:?}");
}

#[test]
fn c27_a_folder_with_a_documents_name_is_none() {
    let mut editor = over("27-folder-named-like-file", |_| {});
    let before = published(&mut editor);
    let folders: Vec<PathBuf> = std::fs::read_dir(editor.folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    for folder in folders {
        let uri = format!("file://{}", folder.display());
        editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": 1 }] }));
        assert!(published(&mut editor).iter().all(|(published, _)| *published != uri));
        assert!(before.iter().all(|(published, _)| *published != uri));
    }
}

#[test]
fn c33_a_huge_document_stays_quick() {
    let mut editor = Editor::new().begin();
    editor.open("a", format!("{{ \"a\": \"{}\" }}", "x".repeat(11 << 20)));
    assert_eq!(codes(&editor.list("a")), ["S005"]);
    let start = Instant::now();
    for version in 2..7 {
        editor.change("a", version, &[("0:8-0:8", "y")]);
        assert_eq!(codes(&editor.list("a")), ["S005"]);
    }
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
