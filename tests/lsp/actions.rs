//! `textDocument/codeAction` and `codeAction/resolve`.

use std::process::Command;

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, edited, range};

/// An agreement with a core task that stands twice, and a reach that is not that of its regions.
fn twice() -> String {
    CLEAN.replace(r#"["beheerder"]"#, r#"["beheerder", "beheerder"]"#).replace("\"regionaal\"", "\"bovenregionaal\"")
}

/// A client that can do all that bears on actions; `lazy` where it asks for an edit when an action is chosen.
fn able(lazy: bool) -> Value {
    let mut action = json!({
        "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
        "isPreferredSupport": true,
        "honorsChangeAnnotations": true
    });
    if lazy {
        action["dataSupport"] = json!(true);
        action["resolveSupport"] = json!({ "properties": ["edit"] });
    }
    json!({
        "textDocument": { "codeAction": action, "publishDiagnostics": { "dataSupport": true } },
        "workspace": { "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} } }
    })
}

/// The actions for a place, of the kinds that are wanted.
fn actions(editor: &mut Editor, place: &str, only: Option<&str>) -> Vec<Value> {
    let mut params = editor.about("a");
    params["range"] = range(place);
    params["context"] = json!({ "diagnostics": [] });
    if let Some(only) = only {
        params["context"]["only"] = json!([only]);
    }
    editor.ask("textDocument/codeAction", &params).as_array().unwrap().clone()
}

/// The edits of an action in its one document, and the version that they are for.
fn edits(action: &Value) -> (&Value, &Value) {
    let change = &action["edit"]["documentChanges"][0];
    (&change["edits"], &change["textDocument"]["version"])
}

#[test]
fn fixes_stand_where_their_findings_do() {
    let mut editor = Editor::new().begin_with(&able(false));
    editor.open_as("a", (3, "json"), twice());
    let found = actions(&mut editor, "3:70-3:70", Some("quickfix"));
    let [action] = &found[..] else { panic!("{found:?}") };
    assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(action["diagnostics"][0]["code"], "D110");
    let (edits, version) = edits(action);
    assert_eq!(version, 3);
    assert_eq!(edited(&twice(), edits), CLEAN.replace("\"regionaal\"", "\"bovenregionaal\""));
    assert!(actions(&mut editor, "1:0-1:0", Some("quickfix")).is_empty());
    assert!(actions(&mut editor, "3:70-3:70", Some("refactor")).is_empty());
}

#[test]
fn a_client_asks_before_what_may_not_be_meant() {
    let mut editor = Editor::new().begin_with(&able(false));
    editor.open("a", twice());
    let found = actions(&mut editor, "4:20-4:20", Some("quickfix"));
    let action = found.iter().find(|action| action["diagnostics"][0]["code"] == "R301").unwrap();
    assert_eq!(action.get("isPreferred"), None);
    let mark = edits(action).0[0]["annotationId"].as_str().unwrap();
    assert_eq!(action["edit"]["changeAnnotations"][mark]["needsConfirmation"], true);
}

#[test]
fn a_plain_client_gets_plain_edits() {
    let literal = json!({ "textDocument": { "codeAction": { "codeActionLiteralSupport": {} } } });
    let mut editor = Editor::new().begin_with(&literal);
    editor.open("a", twice());
    let found = actions(&mut editor, "3:70-3:70", None);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].get("data"), None);
    let uri = editor.uri("a");
    let fixed = edited(&twice(), &found[0]["edit"]["changes"][&uri]);
    assert_eq!(fixed, CLEAN.replace("\"regionaal\"", "\"bovenregionaal\""));
}

#[test]
fn edits_are_made_when_an_action_is_chosen() {
    let mut editor = Editor::new().begin_with(&able(true));
    editor.open("a", twice());
    let found = actions(&mut editor, "3:70-4:20", None);
    let kinds: Vec<&Value> = found.iter().map(|action| &action["kind"]).collect();
    assert_eq!(kinds, ["quickfix", "quickfix", "quickfix", "source.fixAll.kader"]);
    assert!(found.iter().all(|action| action.get("edit").is_none()));
    for action in &found {
        let resolved = editor.ask("codeAction/resolve", action);
        assert_ne!(edited(&twice(), edits(&resolved).0), twice());
    }
    editor.change("a", 2, &[("0:0-0:0", " ")]);
    assert_eq!(editor.fails("codeAction/resolve", &found[0]), -32801);
    assert_eq!(editor.fails("codeAction/resolve", &found[2]), -32801);
}

/// The same bytes as `kader check --fix`.
#[test]
fn fix_all_does_what_the_command_line_does() {
    let broken = "{\r\n  'kader': \"netcentrische-samenwerking-2017\",\r\n  \"id\": \"proef-😀\",,\r\n  \"regio\": [\"vr17\", \"VR17\"],\r\n}";
    let texts = [twice(), twice().replace("VR17", "17"), broken.to_owned(), twice().replace("\"regios\"", "\"regio\"")];
    for (text, lazy) in texts.iter().flat_map(|text| [(text, false), (text, true)]) {
        let mut editor = Editor::new().begin_with(&able(lazy));
        editor.open("a", text);
        let mut found = actions(&mut editor, "0:0-0:0", Some("source.fixAll"));
        assert_eq!(found.len(), 1, "{text}");
        if lazy {
            found[0] = editor.ask("codeAction/resolve", &found[0]);
        }
        let fixed = edited(text, edits(&found[0]).0);
        editor.write("a.afspraak.json", text);
        let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
        command.current_dir(editor.folder()).args(["check", "--fix", "--as-of", "2026-01-01", "a.afspraak.json"]);
        assert!(command.output().unwrap().status.code() < Some(2));
        assert_eq!(fixed, std::fs::read_to_string(editor.folder().join("a.afspraak.json")).unwrap());
    }
}

#[test]
fn what_cannot_be_done_beside_a_broken_part_is_not_offered() {
    for broken in [
        r#"  "beginselen": { "kerntaken": { "geborgd": true } "x-a": 1 },"#,
        r#"  "afwijkingen": [ { "regel": "R301" "x": 1 } ],"#,
        r#"  "randvoorwaarden": { "proces": { "alarmering" } },"#,
    ] {
        let text = lacking().replacen("{\n", &format!("{{\n{broken}\n"), 1);
        let mut editor = Editor::new().begin_with(&able(true));
        editor.open("a", &text);
        for action in actions(&mut editor, "0:0-99:0", None) {
            let resolved = editor.ask("codeAction/resolve", &action);
            assert!(resolved["edit"].is_object(), "{broken}: {}", action["title"]);
        }
    }
}

#[test]
fn where_nothing_can_be_mended_nothing_is_offered() {
    let mut editor = Editor::new().begin_with(&able(true));
    editor.open("a", CLEAN);
    assert!(actions(&mut editor, "0:0-99:0", None).is_empty());
    assert!(actions(&mut editor, "0:0-99:0", Some("source")).is_empty());
}

/// An agreement in its last phase of which the profile asks for preconditions that are not there.
fn lacking() -> String {
    CLEAN.replace("verkenning", "uitvoering").replace(
        r#""beheerder" }]"#,
        r#""beheerder", "profiel": "koppelsamenwerking", "randvoorwaarden": { "organisatie": { "liaison": { "status": "geregeld", "afspraak": "Bijlage 1" } } } }]"#,
    )
}

#[test]
fn all_missing_preconditions_are_added_and_a_finding_is_accepted() {
    for lazy in [false, true] {
        let mut editor = Editor::new().begin_with(&able(lazy));
        editor.open("a", lacking());
        let found = actions(&mut editor, "7:0-8:0", Some("quickfix"));
        let mut chosen = |title: &str| {
            let action = found.iter().find(|action| action["title"].as_str().unwrap().contains(title));
            let action = action.unwrap_or_else(|| panic!("no {title:?} in {found:#?}"));
            if lazy { editor.ask("codeAction/resolve", action) } else { action.clone() }
        };
        let added = edited(&lacking(), edits(&chosen("preconditions that are still missing")).0);
        for precondition in ["crisisteams", "alarmering", "informatie-buiten-lcms"] {
            assert!(added.contains(precondition), "{added}");
        }
        let accepting = chosen("as a deviation");
        assert_eq!(accepting["diagnostics"].as_array().unwrap().len(), 1);
        let accepted = edited(&lacking(), edits(&accepting).0);
        assert!(accepted.contains(r#""afwijkingen""#) && accepted.contains("nog te bepalen"), "{accepted}");
    }
}
