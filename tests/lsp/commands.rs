//! The commands of the server: their texts are those of the command line, and a new agreement is asked for step by step.

use std::process::Command;

use serde_json::{Value, json};

use crate::client::{CLEAN, Editor, faulty, parameters, place};

const EXECUTE: &str = "workspace/executeCommand";
const DAY: &str = "2026-01-01";

/// An editor over its folder, by a client with these capabilities.
fn editor(capabilities: &Value) -> Editor {
    let editor = Editor::new();
    editor.write("kader.toml", "");
    let mut parameters = parameters();
    parameters["rootUri"] = json!(editor.uri("./"));
    parameters["capabilities"] = capabilities.clone();
    editor.begin_as(&parameters)
}

fn call(command: &str, arguments: &Value) -> Value {
    json!({ "command": command, "arguments": [arguments] })
}

/// What the command line prints in the editor's folder.
fn printed(editor: &Editor, arguments: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
    command.args(arguments.split(' ').map(|word| word.replace('_', " "))).args(["--lang", "en"]);
    let output = command.current_dir(editor.folder()).env_clear().env("KADER_AS_OF", DAY).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_assessment_is_that_of_the_command_line_over_the_open_text() {
    let mut editor = editor(&json!({}));
    editor.write("a.afspraak.json", CLEAN);
    editor.write("b.afspraak.json", CLEAN);
    for format in ["full", "json", "markdown", "html"] {
        let arguments = json!({ "uri": editor.uri("a"), "format": format });
        let answer = editor.ask(EXECUTE, &call("kader.assess", &arguments));
        assert_eq!(answer["format"], format);
        let expected = printed(&editor, &format!("assess --format {format} a.afspraak.json"));
        // A terminal that is none has as many columns as a message.
        assert_eq!(answer["text"], expected, "{format}");
    }
    let open = CLEAN.replace(r#""kerntaak": "beheerder""#, r#""kerntaak": "beheerder", "profiel": "kernsamenwerking""#);
    editor.open("a", &open);
    let arguments = json!({ "uri": editor.uri("a"), "format": "json" });
    let unsaved = editor.ask(EXECUTE, &call("kader.assess", &arguments));
    editor.write("a.afspraak.json", &open);
    assert_eq!(unsaved["text"], printed(&editor, "assess --format json a.afspraak.json"));
    let arguments = json!({ "uri": editor.uri("a"), "format": "json", "profile": "koppelsamenwerking" });
    let other = editor.ask(EXECUTE, &call("kader.assess", &arguments));
    let expected = printed(&editor, "assess --profile koppelsamenwerking --format json a.afspraak.json");
    assert_eq!(other["text"], expected);
}

#[test]
fn a_lens_leads_to_the_assessment_which_is_shown() {
    let mut editor = editor(&json!({}));
    editor.open("untitled:Een.afspraak.json", CLEAN);
    let params = editor.about("untitled:Een.afspraak.json");
    let lenses = editor.ask("textDocument/codeLens", &params);
    let command = &lenses[0]["command"];
    assert_eq!(command["command"], "kader.assess");
    let answer = editor.ask(EXECUTE, &json!({ "command": command["command"], "arguments": command["arguments"] }));
    assert_eq!(answer, Value::Null);
    let shown = editor.wait("a message", |message| message["method"] == "window/showMessage");
    let title = command["title"].as_str().unwrap();
    assert!(title.starts_with("No advice"), "{title}");
    assert!(shown["params"]["message"].as_str().unwrap().contains("No profile has been chosen yet"), "{shown}");
}

#[test]
fn an_overview_is_that_of_the_command_line_over_the_open_texts() {
    let mut editor = editor(&json!({}));
    editor.write("a.afspraak.json", CLEAN);
    editor.write("map/b.afspraak.json", &CLEAN.replace("Netbeheer", "Waterbeheer"));
    for format in ["full", "json", "csv", "markdown", "html"] {
        let answer = editor.ask(EXECUTE, &call("kader.overview", &json!({ "format": format })));
        assert_eq!(answer["text"], printed(&editor, &format!("overview --format {format}")), "{format}");
    }
    let one = json!({ "format": "csv", "folder": editor.uri("./map") });
    let answer = editor.ask(EXECUTE, &call("kader.overview", &one));
    assert_eq!(answer["text"], printed(&editor, "overview --format csv map"));
    // A document that has not been saved yet is one of the workspace.
    editor.open("c", CLEAN.replace("Netbeheer", "Gasbeheer"));
    let unsaved = editor.ask(EXECUTE, &call("kader.overview", &json!({ "format": "csv" })));
    editor.write("c.afspraak.json", &CLEAN.replace("Netbeheer", "Gasbeheer"));
    assert_eq!(unsaved["text"], printed(&editor, "overview --format csv"));
    editor.ask(EXECUTE, &json!({ "command": "kader.overview", "arguments": [] }));
    let shown = editor.wait("a message", |message| message["method"] == "window/showMessage");
    assert_eq!(shown["params"]["message"], printed(&editor, "overview"));
}

/// The keys of the questions that a guided author answers, and the agreement.
fn guided(editor: &mut Editor, answers: &[(&str, Value)]) -> (Vec<String>, Value) {
    let mut arguments = json!({ "guided": true });
    let mut asked = Vec::new();
    loop {
        let answer = editor.ask(EXECUTE, &call("kader.newAgreement", &arguments));
        let Some(question) = answer.get("question") else { return (asked, answer) };
        let key = question["key"].as_str().unwrap().to_owned();
        assert!(!question["title"].as_str().unwrap().is_empty());
        let path = match question["task"].as_str() {
            Some(task) => format!("{key}/{task}"),
            None => key.clone(),
        };
        let given = answers.iter().find(|(name, _)| *name == path);
        let given = given.map_or_else(|| question["usual"].clone(), |(_, given)| given.clone());
        let choices: Vec<&Value> = question["choices"].as_array().unwrap().iter().map(|one| &one["value"]).collect();
        let chosen: Vec<&Value> = given.as_array().map_or_else(|| vec![&given], |some| some.iter().collect());
        assert!(choices.is_empty() || chosen.iter().all(|one| **one == "" || choices.contains(one)), "{question}");
        match question["task"].as_str() {
            Some(task) => arguments[&key][task] = given,
            None => arguments[&key] = given,
        }
        asked.push(path);
    }
}

#[test]
fn a_new_agreement_is_asked_for_step_by_step_and_made_by_the_client() {
    let capabilities = json!({
        "workspace": { "applyEdit": true,
            "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] } },
        "window": { "showDocument": { "support": true } }
    });
    let mut editor = editor(&capabilities);
    let answers = [
        ("partner", json!("Waterschap Voorbeeld")),
        ("coreTasks", json!(["hulpdienst", "beheerder", "incidenteel"])),
        ("profiles/hulpdienst", json!("kernsamenwerking")),
        ("profiles/beheerder", json!("koppelsamenwerking")),
        ("regions", json!(["VR01", "VR02", "VR03"])),
    ];
    let (asked, answer) = guided(&mut editor, &answers);
    let expected = [
        "partner",
        "coreTasks",
        "profiles/hulpdienst",
        "profiles/beheerder",
        "regions",
        "phase",
        "adoptionRegion",
        "id",
    ];
    assert_eq!(asked, expected);
    assert_eq!((&answer["made"], &answer["agreement"]["id"]), (&json!(true), &json!("waterschap-voorbeeld")));
    let options = "--partner Waterschap_Voorbeeld --core-task hulpdienst,beheerder,incidenteel --profile \
                   kernsamenwerking,koppelsamenwerking,ad-hoc-aansluiting --regions VR01,VR02,VR03";
    let text = printed(&editor, &format!("new {options} --output -"));
    assert_eq!(answer["agreement"]["text"], text);
    editor.asked("workspace/applyEdit");
    assert_eq!(editor.asked("window/showDocument")["uri"], answer["agreement"]["uri"]);
}

#[test]
fn what_the_client_is_asked_to_make_is_the_agreement() {
    let capabilities = json!({ "workspace": { "applyEdit": true,
        "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create", "rename"] } } });
    let mut editor = editor(&capabilities);
    let whole = json!({ "partner": "A", "coreTasks": "hulpdienst", "profiles": "kernsamenwerking", "regions": "alle" });
    let answer = editor.ask(EXECUTE, &call("kader.newAgreement", &whole));
    let edit = editor.asked("workspace/applyEdit")["edit"]["documentChanges"].clone();
    let uri = editor.uri("a");
    assert_eq!((&edit[0]["kind"], &edit[0]["uri"]), (&json!("create"), &json!(uri)));
    assert_eq!(edit[0]["options"]["overwrite"], false);
    let place = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    assert_eq!(edit[1]["edits"], json!([{ "range": place, "newText": answer["agreement"]["text"] }]));
    // Now it is there.
    editor.write("a.afspraak.json", CLEAN);
    assert_eq!(editor.fails(EXECUTE, &call("kader.newAgreement", &whole)), -32602);
}

#[test]
fn a_client_that_makes_no_files_gets_the_text() {
    let mut editor = editor(&json!({}));
    let whole = json!({ "partner": "A", "coreTasks": ["incidenteel"], "regions": ["VR01"], "phase": "uitvoering" });
    let answer = editor.ask(EXECUTE, &call("kader.newAgreement", &whole));
    assert_eq!(answer["made"], false);
    assert_eq!(answer["agreement"]["uri"], editor.uri("a"));
    assert!(!answer["agreement"]["assumptions"].as_array().unwrap().is_empty(), "{answer}");
    assert!(editor.everything().iter().all(|message| message["method"] != "workspace/applyEdit"));
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let mut editor = editor(&json!({}));
    editor.open("a", faulty());
    let mut refused = |command: &str, arguments: &Value| {
        let id = editor.request(EXECUTE, &call(command, arguments));
        let answer = editor.answer(id);
        assert_eq!(answer["error"]["code"], -32602, "{answer}");
        answer["error"]["message"].as_str().unwrap().to_owned()
    };
    let uri = refused("kader.assess", &json!({ "uri": "untitled:x" }));
    assert_eq!(uri, "There is no document untitled:x");
    let new = "kader.newAgreement";
    for (arguments, expected) in [
        (json!({ "partner": " " }), "`partner` lacks a value"),
        (json!({ "coreTasks": ["hulpdients"] }), "did you mean `hulpdienst`"),
        (
            json!({ "coreTasks": ["hulpdienst", "beheerder", "dienstverlener"], "profiles": ["kernsamenwerking", "x"] }),
            "`x` is not a value of `profiles`",
        ),
        (json!({ "regions": ["VR01", "alle"] }), "no other can stand beside it"),
        (json!({ "coreTasks": "hulpdienst", "profiles": { "hulpdienst": "standby-samenwerking" } }), "does not fit"),
        (json!({ "policy": "geen" }), "`geen` is not a value of `policy`; known here: netcentrische-samenwerking-2017"),
        (json!({ "parnter": "A" }), "unknown field `parnter`"),
        (json!({ "folder": "untitled:x" }), "There is no folder untitled:x"),
    ] {
        let why = refused(new, &arguments);
        assert!(why.contains(expected), "{arguments}: {why}");
    }
    let folder = refused("kader.overview", &json!({ "folder": "file:///nowhere/at/all" }));
    assert_eq!(folder, "There is no folder file:///nowhere/at/all");
    assert!(refused("kader.overview", &json!({ "format": "htm" })).contains("did you mean `html`"));
    let unknown = refused("kader.asses", &json!({}));
    assert_eq!(unknown, "there is no command `kader.asses`; did you mean `kader.assess`?");
}

#[test]
fn what_cannot_be_is_refused_in_the_words_of_the_author() {
    let editor = Editor::new();
    let mut said = parameters();
    said["initializationOptions"]["lang"] = json!("nl");
    let mut editor = editor.begin_as(&said);
    for (command, arguments, expected) in [
        ("kader.assess", json!({ "uri": "untitled:x" }), "Er is geen document untitled:x"),
        ("kader.overview", json!({ "folder": "untitled:x" }), "Er is geen map untitled:x"),
        ("kader.newAgreement", json!({ "folder": "untitled:x" }), "Er is geen map untitled:x"),
        ("kader.niets", json!({}), "er is geen opdracht `kader.niets`"),
        ("kader.showDocument", json!({}), "er is geen opdracht `kader.showDocument`"),
    ] {
        let id = editor.request(EXECUTE, &call(command, &arguments));
        assert_eq!(editor.answer(id)["error"]["message"], expected);
    }
}

/// The lens of an agreement that leads to the other agreements of its partner, in a client with these capabilities.
fn lens_to_others(capabilities: &Value) -> (Editor, Value) {
    let mut editor = editor(capabilities);
    for name in ["a", "c", "d"] {
        editor.write(&format!("{name}.afspraak.json"), &CLEAN.replace("proef-a", name));
    }
    editor.open("c", CLEAN.replace("proef-a", "c"));
    let params = editor.about("c");
    let lenses = editor.ask("textDocument/codeLens", &params);
    let leading = |lens: &&Value| lens["command"]["title"].as_str().unwrap().contains("2 other");
    let lens = lenses.as_array().unwrap().iter().find(leading).unwrap_or_else(|| panic!("{lenses}")).clone();
    (editor, lens["command"].clone())
}

#[test]
fn a_lens_leads_to_the_next_agreement_of_the_partner_in_a_client_that_shows_documents() {
    let (mut editor, command) = lens_to_others(&json!({ "window": { "showDocument": { "support": true } } }));
    assert_eq!(command["command"], "kader.showDocument");
    editor.ask(EXECUTE, &json!({ "command": command["command"], "arguments": command["arguments"] }));
    let shown = editor.asked("window/showDocument");
    assert_eq!(shown["uri"], editor.uri("d"));
    assert_eq!(place(&shown["selection"]), "3:23-3:37");
}

#[test]
fn a_lens_calls_no_command_that_nobody_has() {
    let (_, command) = lens_to_others(&json!({}));
    assert_eq!((&command["command"], command.get("arguments")), (&json!(""), None));
    let own = json!({
        "experimental": { "commands": { "commands": ["kader.showReferences"] } },
        "window": { "showDocument": { "support": true } }
    });
    let (mut editor, command) = lens_to_others(&own);
    assert_eq!(command["command"], "kader.showReferences");
    assert_eq!(command["arguments"][2].as_array().unwrap().len(), 2);
    assert_eq!(editor.fails(EXECUTE, &call("kader.showDocument", &json!({}))), -32602);
}

#[test]
fn a_broken_configuration_is_named() {
    let mut editor = editor(&json!({}));
    editor.write("kader.toml", "policy = 3\n");
    let id = editor.request(EXECUTE, &call("kader.newAgreement", &json!({})));
    let answer = editor.answer(id);
    assert!(answer["error"]["message"].as_str().unwrap().contains("kader.toml"), "{answer}");
}
