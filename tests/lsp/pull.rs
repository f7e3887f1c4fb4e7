//! Lists that the client asks for.

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, FAULT, code, faulty, lines};

fn pulling() -> Editor {
    Editor::new().begin_with(&json!({
        "textDocument": { "diagnostic": { "dynamicRegistration": false } },
        "workspace": { "diagnostics": { "refreshSupport": true } }
    }))
}

#[test]
fn the_client_is_told_to_ask_again_where_another_file_makes_a_fault_of_an_open_one() {
    let mut editor = pulling();
    editor.open_as("base.toml", (1, "toml"), "lang = 3\n");
    editor.open_as("kader.toml", (1, "toml"), "");
    editor.open("a", CLEAN);
    editor.everything();
    let params = editor.about("base.toml");
    assert_eq!(lines(&editor.ask("textDocument/diagnostic", &params)["items"]), [""; 0]);
    editor.change("kader.toml", 2, &[("0:0-0:0", "extends = \"base.toml\"\n")]);
    editor.everything();
    editor.asked("workspace/diagnostic/refresh");
    assert_eq!(lines(&editor.ask("textDocument/diagnostic", &params)["items"]).len(), 1);
}

/// The parameters of a request for what has changed since some results.
fn since(known: &[(String, &str)]) -> Value {
    let known: Vec<Value> = known.iter().map(|(uri, value)| json!({ "uri": uri, "value": value })).collect();
    json!({ "previousResultIds": known })
}

#[test]
fn who_pulls_gets_nothing_pushed() {
    let mut editor = pulling();
    editor.open("a", faulty());
    editor.change("a", 2, &[("9:0-9:0", " ")]);
    let params = editor.about("a");
    let report = editor.ask("textDocument/diagnostic", &params);
    assert_eq!(report["kind"], "full");
    assert_eq!(lines(&report["items"]), [FAULT]);
    assert_eq!(editor.everything(), Vec::<Value>::new());
}

#[test]
fn what_is_known_is_not_sent_again() {
    let mut editor = pulling();
    editor.open("a", faulty());
    let mut params = editor.about("a");
    let first = editor.ask("textDocument/diagnostic", &params);
    params["previousResultId"] = first["resultId"].clone();
    let second = editor.ask("textDocument/diagnostic", &params);
    assert_eq!(second, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    editor.change("a", 2, &[("5:14-5:18", "VR98")]);
    let third = editor.ask("textDocument/diagnostic", &params);
    assert_eq!((&third["kind"], lines(&third["items"])), (&json!("full"), vec![FAULT.to_owned()]));
    assert_ne!(third["resultId"], first["resultId"]);
}

#[test]
fn the_workspace_is_told_of_what_is_new_and_waits_for_more() {
    let mut editor = pulling();
    editor.open("a", faulty());
    editor.open("b", CLEAN.replace("proef-a", "proef-b"));
    let report = editor.ask("workspace/diagnostic", &since(&[]));
    let items = report["items"].as_array().unwrap();
    let shown: Vec<_> = items.iter().map(|item| (item["uri"].as_str().unwrap(), lines(&item["items"]))).collect();
    let (a, b) = (editor.uri("a"), editor.uri("b"));
    assert_eq!(shown, [(&*a, vec![FAULT.to_owned()]), (&*b, vec![])]);
    assert_eq!(items[0]["version"], 1);
    let known: Vec<(String, &str)> = items
        .iter()
        .map(|item| (item["uri"].as_str().unwrap().to_owned(), item["resultId"].as_str().unwrap()))
        .collect();
    let waiting = editor.request("workspace/diagnostic", &since(&known));
    assert_eq!(editor.everything(), Vec::<Value>::new(), "there is nothing new");
    editor.change("b", 2, &[("5:14-5:18", "VR99")]);
    let report = editor.answer(waiting)["result"].clone();
    let kinds: Vec<_> = report["items"].as_array().unwrap().iter().map(|item| &item["kind"]).collect();
    assert_eq!(kinds, ["full"], "what is as it was is not named again");
    assert_eq!(report["items"][0]["uri"], b);
    // A document that is gone gets an empty list.
    let known = since(&[(b.clone(), "old")]);
    editor.close("b");
    let report = editor.ask("workspace/diagnostic", &known);
    let gone = report["items"].as_array().unwrap().iter().find(|item| item["uri"] == b).unwrap();
    assert_eq!((&gone["kind"], &gone["items"]), (&json!("full"), &json!([])));
}

#[test]
fn parts_are_sent_ahead_where_the_client_takes_them() {
    let mut editor = pulling();
    editor.open("a", faulty());
    let mut params = since(&[]);
    params["partialResultToken"] = json!("part");
    let id = editor.request("workspace/diagnostic", &params);
    assert_eq!(editor.answer(id)["result"], json!({ "items": [] }));
    let part = editor.wait("a part", |message| message["method"] == "$/progress")["params"].clone();
    assert_eq!(part["token"], "part");
    assert_eq!(lines(&part["value"]["items"][0]["items"]), [FAULT]);
}

#[test]
fn a_cancelled_request_is_answered_once() {
    let mut editor = pulling();
    let waiting = editor.request("workspace/diagnostic", &since(&[]));
    for id in [json!(waiting), json!(99), json!("x"), json!(waiting), json!(null), json!({})] {
        editor.tell("$/cancelRequest", &json!({ "id": id }));
    }
    editor.tell("$/cancelRequest", &Value::Null);
    assert_eq!(code(&editor.answer(waiting)), -32800);
    editor.open("a", faulty());
    let params = editor.about("a");
    assert_eq!(lines(&editor.ask("textDocument/diagnostic", &params)["items"]), [FAULT]);
    assert_eq!(editor.everything(), Vec::<Value>::new());
}

#[test]
fn a_cancel_stops_no_other_request() {
    let mut editor = pulling();
    editor.open("a", faulty());
    let params = editor.about("a");
    let ids: Vec<i64> = (0..50).map(|_| editor.request("textDocument/diagnostic", &params)).collect();
    for id in ids.iter().step_by(2) {
        editor.tell("$/cancelRequest", &json!({ "id": id }));
    }
    for (at, id) in ids.into_iter().enumerate() {
        let answer = editor.answer(id);
        // One that was done before it was cancelled is answered in full.
        let cancelled = at % 2 == 0 && answer.get("error").is_some_and(|error| error["code"] == -32800);
        assert!(cancelled || lines(&answer["result"]["items"]) == [FAULT], "{answer}");
    }
    assert_eq!(editor.everything(), Vec::<Value>::new());
}

#[test]
fn the_client_is_told_to_ask_again_where_settings_change_what_is_found() {
    let mut editor = pulling();
    editor.open("a", faulty());
    let mut params = editor.about("a");
    params["previousResultId"] = editor.ask("textDocument/diagnostic", &params)["resultId"].clone();
    editor.tell("workspace/didChangeConfiguration", &json!({ "settings": { "kader": { "lang": "nl" } } }));
    editor.everything();
    let again = editor.ask("textDocument/diagnostic", &params);
    assert_eq!(again["kind"], "full");
    editor.asked("workspace/diagnostic/refresh");
}
