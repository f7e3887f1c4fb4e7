//! Lists that are published.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, FAULT, code, faulty, lines, parameters, place};

/// A client that shows everything.
fn rich() -> Value {
    json!({
        "textDocument": {
            "publishDiagnostics": {
                "versionSupport": true,
                "relatedInformation": true,
                "dataSupport": true,
                "codeDescriptionSupport": true,
                "tagSupport": { "valueSet": [1, 2] }
            }
        }
    })
}

#[test]
fn a_diagnostic_says_what_is_wrong_and_whose_word_it_is() {
    let mut editor = Editor::new().begin();
    editor.open("a", faulty());
    let list = editor.shows("a", &[FAULT]);
    let diagnostic = &list["diagnostics"][0];
    let keys: Vec<&String> = diagnostic.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "message", "range", "severity", "source"], "a plain client gets no more");
    assert_eq!(diagnostic["source"], "kader");
    assert!(diagnostic["message"].as_str().unwrap().contains("VR99"));
    assert_eq!(list.get("version"), None);
}

#[test]
fn a_client_that_shows_more_gets_more() {
    let mut said = parameters();
    said["capabilities"] = rich();
    said["initializationOptions"]["documentationUrl"] = json!("https://example.org/rules/");
    let mut editor = Editor::new().begin_as(&said);
    editor.open("a", faulty());
    let list = editor.shows("a", &[FAULT]);
    let diagnostic = &list["diagnostics"][0];
    assert_eq!(list["version"], 1);
    assert_eq!(diagnostic["codeDescription"], json!({ "href": "https://example.org/rules/D109" }));
    assert_eq!(diagnostic["data"]["fingerprint"].as_str().unwrap().len(), 32);
}

#[test]
fn without_an_address_there_is_no_description() {
    let mut editor = Editor::new().begin_with(&rich());
    editor.open("a", faulty());
    assert_eq!(editor.list("a")["diagnostics"][0].get("codeDescription"), None);
}

#[test]
fn related_places_stand_beside() {
    let text = CLEAN.replace("\"regionaal\"", "\"bovenregionaal\"");
    let mut editor = Editor::new().begin_with(&rich());
    editor.open("a", &text);
    let list = editor.list("a");
    let diagnostic = list["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "R301").unwrap();
    let related = &diagnostic["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], editor.uri("a"));
    assert_eq!(place(&related["location"]["range"]), "5:12-5:20");
    assert!(!related["message"].as_str().unwrap().is_empty());
}

#[test]
fn what_is_not_needed_is_tagged() {
    let text = CLEAN.replace("\"fase\"", "\"adoptieregio\": { \"regio\": \"VR17\" },\n  \"fase\"");
    for (capabilities, tags) in [(rich(), json!([1])), (json!({}), Value::Null)] {
        let mut editor = Editor::new().begin_with(&capabilities);
        editor.open("a", &text);
        let list = editor.list("a");
        let diagnostics = list["diagnostics"].as_array().unwrap();
        let tagged = diagnostics.iter().find(|one| one["code"] == "R304").unwrap_or_else(|| panic!("{list}"));
        assert_eq!(tagged["tags"], tags);
        assert!(diagnostics.iter().filter(|one| one["code"] != "R304").all(|one| one.get("tags").is_none()));
    }
}

#[test]
fn versions_are_those_of_the_client() {
    let mut editor = Editor::new().begin_with(&rich());
    for (name, version) in [("a", 7), ("b", 0), ("c", -3)] {
        editor.open_as(name, (version, "json"), faulty());
        assert_eq!(editor.shows(name, &[FAULT])["version"], version);
    }
    editor.change("a", 12, &[("5:14-5:18", "VR98")]);
    assert_eq!(editor.shows("a", &[FAULT])["version"], 12);
    // The same findings are told again, for the client waits for those of its text.
    editor.change("a", 13, &[("9:0-9:0", " ")]);
    assert_eq!(editor.shows("a", &[FAULT])["version"], 13);
    editor.close("a");
    assert_eq!(editor.shows("a", &[]).get("version"), None);
}

#[test]
fn a_document_without_findings_gets_an_empty_list_once() {
    let mut editor = Editor::new().begin();
    editor.open("a", CLEAN);
    editor.shows("a", &[]);
    editor.close("a");
    let lists = editor.lists("a");
    assert!(lists.iter().all(|list| lines(&list["diagnostics"]).is_empty()) && lists.len() <= 1);
}

#[test]
fn a_client_that_does_not_pull_may_ask_all_the_same() {
    let mut editor = Editor::new().begin();
    editor.open("a", faulty());
    let params = editor.about("a");
    let report = editor.ask("textDocument/diagnostic", &params);
    assert_eq!(lines(&report["items"]), [FAULT]);
    let id = editor.request("textDocument/diagnostic", &json!({}));
    assert_eq!(code(&editor.answer(id)), -32602);
}
