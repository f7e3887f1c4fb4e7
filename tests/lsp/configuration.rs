//! What the client wants, and what files say.

use serde_json::{Value, json};

use crate::client::{Editor, FAULT, faulty, lines, parameters};

const CAN: &str = "configuration";

/// A client that gives its configuration, or does not; without options.
fn editor(can: bool) -> (Editor, Value) {
    let mut said = parameters();
    said["capabilities"] = json!({ "workspace": { CAN: can } });
    said["initializationOptions"] = Value::Null;
    (Editor::new(), said)
}

/// Whether a message is in Dutch.
fn dutch(list: &Value) -> bool {
    list["diagnostics"][0]["message"].as_str().unwrap().contains("regio") && !list.to_string().contains("region")
}

#[test]
fn files_count_and_nobody_is_asked_who_cannot_answer() {
    let (editor, said) = editor(false);
    editor.write("kader.toml", "ignore = [\"D109\"]");
    let mut editor = editor.begin_as(&said);
    editor.open("a", faulty());
    editor.shows("a", &[]);
    editor.tell("workspace/didChangeConfiguration", &json!({ "settings": null }));
    editor.everything();
    assert_eq!(editor.asked_so_far(), [""; 0]);
    editor.write("kader.toml", "");
    let uri = editor.uri("kader.toml");
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": 2 }] }));
    editor.shows("a", &[FAULT]);
}

#[test]
fn whatever_the_client_answers_the_files_count() {
    let error = json!({ "error": { "code": -32603, "message": "no" } });
    for answer in [Some(json!([null])), Some(json!([])), Some(error), Some(json!({})), Some(json!(["x"])), None] {
        let (mut editor, said) = editor(true);
        editor.write("kader.toml", "ignore = [\"D109\"]");
        editor.configuration = answer;
        let mut editor = editor.begin_as(&said);
        editor.open("a", faulty());
        editor.shows("a", &[]);
        editor.asked("workspace/configuration");
        assert!(editor.everything().is_empty());
        assert_eq!(editor.asked_so_far().len(), 1);
    }
}

#[test]
fn the_language_is_that_of_whoever_comes_first() {
    for (configuration, options, file, locale, is_dutch) in [
        (json!("nl"), json!("en"), "en", json!("en"), true),
        (json!("en"), json!("nl"), "nl", json!("nl"), false),
        (json!(null), json!("nl"), "en", json!("en"), true),
        (json!("fr"), json!(null), "nl", json!("en"), true),
        (json!(null), json!(null), "", json!("nl-BE"), true),
        (json!(null), json!(null), "", json!("de"), false),
        (json!(null), json!(null), "", json!(null), false),
    ] {
        let (editor, mut said) = editor(true);
        said["initializationOptions"] = json!({ "lang": options });
        said["locale"] = locale;
        if !file.is_empty() {
            editor.write("kader.toml", &format!("lang = \"{file}\""));
        }
        let mut editor = editor.answering(json!([{ "lang": configuration }])).begin_as(&said);
        editor.asked("workspace/configuration");
        editor.everything();
        editor.open("a", faulty());
        let list = editor.list("a");
        assert_eq!(dutch(&list), is_dutch, "{list}");
    }
}

#[test]
fn a_changed_configuration_is_taken_over() {
    let mut editor = Editor::new().begin();
    editor.open("a", faulty());
    assert!(!dutch(&editor.list("a")));
    for settings in [json!({ "kader": { "lang": "nl" } }), json!({ "lang": "nl" })] {
        editor.tell("workspace/didChangeConfiguration", &json!({ "settings": settings }));
        assert!(dutch(&editor.list("a")));
        // What is absent means what was said at the start.
        editor.tell("workspace/didChangeConfiguration", &json!({ "settings": { "kader": { "lang": null } } }));
        assert!(!dutch(&editor.list("a")));
    }
    for nothing in [json!({ "settings": null }), json!({ "settings": {} }), json!({ "settings": { "kader": null } })] {
        editor.tell("workspace/didChangeConfiguration", &nothing);
        assert_eq!(editor.everything(), Vec::<Value>::new(), "{nothing}");
        // Who wants nothing in particular wants no more what it wanted before.
        editor.tell("workspace/didChangeConfiguration", &json!({ "settings": { "kader": { "lang": "nl" } } }));
        assert!(dutch(&editor.list("a")));
        editor.tell("workspace/didChangeConfiguration", &nothing);
        assert!(!dutch(&editor.list("a")), "{nothing}");
    }
}

#[test]
fn who_answers_that_it_wants_nothing_wants_it_no_more() {
    let (editor, said) = editor(true);
    let mut editor = editor.answering(json!([{ "lang": "nl" }])).begin_as(&said);
    editor.asked("workspace/configuration");
    editor.open("a", faulty());
    assert!(dutch(&editor.list("a")));
    for (answer, settings) in [(json!([null]), json!(null)), (json!([]), json!({ "kader": null }))] {
        editor.configuration = Some(answer);
        editor.tell("workspace/didChangeConfiguration", &json!({ "settings": settings }));
        assert!(!dutch(&editor.list("a")));
        editor.configuration = Some(json!([{ "lang": "nl" }]));
        editor.tell("workspace/didChangeConfiguration", &json!({ "settings": {} }));
        assert!(dutch(&editor.list("a")));
    }
}

/// What is shown to the author, each text once it comes.
fn shown(editor: &mut Editor) -> String {
    let message = editor.wait("a message", |message| message["method"] == "window/showMessage");
    assert_eq!(message["params"]["type"], 1);
    message["params"]["message"].as_str().unwrap().to_owned()
}

#[test]
fn a_configuration_that_is_not_there_is_told_of() {
    let (editor, mut said) = editor(false);
    said["initializationOptions"] = json!({ "config": "weg.toml", "lang": "nl" });
    let mut editor = editor.begin_as(&said);
    editor.open("a", faulty());
    let text = shown(&mut editor);
    assert!(text.ends_with("weg.toml: er is geen bestand met die naam") || text.contains("weg.toml"), "{text}");
    // Once, not at each edit.
    editor.change("a", 2, &[("0:0-0:0", " ")]);
    let all = editor.everything();
    assert!(all.iter().all(|message| message["method"] != "window/showMessage"), "{all:?}");
}

#[test]
fn a_baseline_that_is_not_there_or_is_none_is_told_of() {
    let mut editor = with_folder(true);
    editor.open("a", faulty());
    editor.write("kader.toml", "baseline = \"bekend.tsv\"\n");
    let uri = editor.uri("kader.toml");
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": 1 }] }));
    let text = shown(&mut editor);
    assert!(text.contains("bekend.tsv"), "{text}");
    editor.write("bekend.tsv", "no baseline\n");
    let uri = editor.uri("bekend.tsv");
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": 1 }] }));
    let list = editor.wait("its fault", |message| message["params"]["uri"] == uri);
    assert_eq!(list["params"]["diagnostics"].as_array().unwrap().len(), 1, "{list}");
}

#[test]
fn faults_of_a_configuration_are_in_its_language_with_what_may_be_meant() {
    for (own, client, is_dutch) in [("nl", json!(null), true), ("en", json!("nl"), true), ("nl", json!("en"), false)] {
        let (editor, mut said) = editor(false);
        said["initializationOptions"] = json!({ "lang": client });
        said["rootUri"] = json!(format!("file://{}", editor.folder().display()));
        said["locale"] = json!("en");
        let text = format!("lang = \"{own}\"\nselct = [\"V\"]\n");
        let uri = editor.uri("kader.toml");
        let mut editor = editor.begin_as(&said);
        editor.open_as("kader.toml", (1, "toml"), &text);
        let list = editor.wait("its fault", |message| message["params"]["uri"] == uri);
        let text = list["params"]["diagnostics"][0]["message"].as_str().unwrap();
        let expected = if is_dutch {
            "De sleutel `selct` is hier onbekend\nBedoelt u `select`?"
        } else {
            "The key `selct` is unknown here\nDid you mean `select`?"
        };
        assert_eq!(text, expected);
    }
}

#[test]
fn what_can_be_registered_is() {
    let mut editor = Editor::new().begin_with(&json!({
        "workspace": {
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "didChangeConfiguration": { "dynamicRegistration": true }
        }
    }));
    editor.asked("client/registerCapability");
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
    editor.tell("workspace/didChangeConfiguration", &json!({ "settings": { "kader": { "lang": "nl" } } }));
    assert!(dutch(&editor.list("a")));
    editor.write("kader.toml", "ignore = [\"D109\"]");
    let uri = editor.uri("kader.toml");
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": 1 }] }));
    editor.shows("a", &[]);
}

#[test]
fn what_goes_on_is_told_where_that_is_wanted() {
    let mut editor = Editor::new().begin();
    for (word, told, verbose) in [("messages", 1, false), ("verbose", 2, true), ("off", 1, true), ("odd", 0, false)] {
        editor.tell("$/setTrace", &json!({ "value": word }));
        // The word counts from the next message on; the last one asks for everything.
        let all = editor.everything();
        let traces: Vec<&Value> = all.iter().filter(|message| message["method"] == "$/logTrace").collect();
        assert_eq!(traces.len(), told, "{word}");
        assert_eq!(traces.iter().any(|trace| trace["params"].get("verbose").is_some()), verbose);
    }
}

/// An editor with a folder, that watches files or does not.
fn with_folder(watches: bool) -> Editor {
    let editor = Editor::new();
    let mut said = parameters();
    said["rootUri"] = json!(format!("file://{}", editor.folder().display()));
    said["capabilities"] = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": watches } } });
    editor.begin_as(&said)
}

/// That the fault of an open agreement goes when a configuration on the disk says so.
fn is_seen(editor: &mut Editor, name: &str, configuration: &str) {
    editor.open(name, faulty());
    editor.shows(name, &[FAULT]);
    // Watching may begin a little later than the session.
    for text in ["ignore = [\"D109\"]", "", "ignore = [\"D109\"]"].iter().cycle().take(600) {
        editor.write(configuration, text);
        std::thread::sleep(std::time::Duration::from_millis(20));
        if editor.lists(name).iter().any(|list| list["diagnostics"] == json!([])) {
            return;
        }
    }
    panic!("nothing was seen");
}

#[test]
fn the_server_watches_files_where_the_client_does_not() {
    is_seen(&mut with_folder(false), "a", "kader.toml");
}

#[test]
fn a_folder_that_is_made_anew_is_watched_again() {
    let editor = Editor::new();
    editor.write("map/a.afspraak.json", &faulty());
    let mut said = parameters();
    said["rootUri"] = json!(editor.uri("./map"));
    let mut editor = editor.begin_as(&said);
    // A file is seen while it is written, too.
    let comes_to_show = |editor: &mut Editor, expected: &[&str]| {
        while lines(&editor.list("map/a.afspraak.json")["diagnostics"]) != expected {}
    };
    for _ in 0..2 {
        comes_to_show(&mut editor, &[FAULT]);
        std::fs::remove_dir_all(editor.folder().join("map")).unwrap();
        comes_to_show(&mut editor, &[]);
        editor.write("map/a.afspraak.json", &faulty());
    }
    comes_to_show(&mut editor, &[FAULT]);
}

/// Clients watch their folders, and nothing else.
#[test]
fn the_server_watches_projects_beyond_the_folders_of_any_client() {
    for watches in [false, true] {
        let editor = Editor::new();
        editor.write("elders/kader.toml", "");
        editor.write("map/x", "");
        let mut said = parameters();
        said["rootUri"] = json!(editor.uri("./map"));
        said["capabilities"] = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": watches } } });
        is_seen(&mut editor.begin_as(&said), "elders/a", "elders/kader.toml");
    }
}

#[test]
fn where_the_client_watches_the_server_does_not() {
    let mut editor = with_folder(true);
    editor.asked("client/registerCapability");
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
    editor.write("kader.toml", "ignore = [\"D109\"]");
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_eq!(editor.everything(), Vec::<Value>::new());
}
