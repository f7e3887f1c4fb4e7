//! How a session begins and ends.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::client::{Editor, FAULT, Transcript, code, faulty, framed, parameters};

#[test]
fn a_document_is_opened_and_its_faults_are_shown() {
    let mut editor = Editor::new().begin();
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
    assert_eq!(editor.ask("shutdown", &Value::Null), Value::Null);
    editor.tell("exit", &Value::Null);
    editor.ends(0, 2);
}

#[test]
fn who_sends_no_parameters_may_send_empty_ones() {
    let mut editor = Editor::new().begin();
    assert_eq!(editor.ask("shutdown", &json!({})), Value::Null);
    editor.tell("exit", &json!({}));
    editor.ends(0, 2);
}

#[test]
fn the_server_says_who_it_is_and_what_it_can() {
    let mut editor = Editor::new();
    let result = editor.ask("initialize", &parameters());
    assert_eq!(result["serverInfo"], json!({ "name": "kader", "version": env!("CARGO_PKG_VERSION") }));
    let capabilities = &result["capabilities"];
    assert_eq!(capabilities["positionEncoding"], "utf-16");
    assert_eq!(capabilities["textDocumentSync"], json!({ "openClose": true, "change": 2 }));
    assert_eq!(capabilities["diagnosticProvider"], Value::Null, "the client does not pull");
    assert_eq!(editor.fails("initialize", &parameters()), -32600);
}

/// What stands on the disk may be judged before the answer has gone out.
#[test]
fn nothing_goes_before_the_answer_to_initialize() {
    for _ in 0..20 {
        let editor = Editor::new();
        editor.write("a.afspraak.json", &faulty());
        let mut said = parameters();
        said["rootUri"] = json!(format!("file://{}", editor.folder().display()));
        editor.begin_as(&said).shows("a", &[FAULT]);
    }
}

#[test]
fn after_shutdown_nothing_is_told() {
    let mut editor = Editor::new().begin();
    editor.request("shutdown", &Value::Null);
    editor.open("a", faulty());
    let about = editor.about("a");
    for _ in 0..20 {
        assert_eq!(editor.fails("textDocument/formatting", &about), -32600);
    }
    editor.tell("exit", &Value::Null);
    assert_eq!(editor.next("nothing").map(|shut| shut["result"].clone()), None);
    editor.ends(0, 2);
}

#[test]
fn after_shutdown_nothing_is_answered() {
    for params in [json!({}), json!({ "params": null })] {
        let mut editor = Editor::new().begin();
        let mut shutdown = json!({ "jsonrpc": "2.0", "id": 1, "method": "shutdown" });
        shutdown.as_object_mut().unwrap().extend(params.as_object().unwrap().clone());
        editor.send(&shutdown);
        assert_eq!(editor.answer(1)["result"], Value::Null);
        let about = editor.about("a");
        assert_eq!(editor.fails("textDocument/formatting", &about), -32600);
        assert_eq!(editor.fails("shutdown", &Value::Null), -32600);
        editor.tell("exit", &Value::Null);
        editor.ends(0, 2);
    }
}

#[test]
fn before_initialize_nothing_is_answered() {
    let mut editor = Editor::new();
    let about = editor.about("a");
    assert_eq!(editor.fails("textDocument/formatting", &about), -32002);
    assert_eq!(editor.fails("shutdown", &Value::Null), -32002);
    editor.open("a", faulty());
    editor.tell("exit", &Value::Null);
    editor.ends(1, 2);
}

#[test]
fn exit_without_shutdown_is_a_failure() {
    let mut editor = Editor::new().begin();
    editor.tell("exit", &Value::Null);
    editor.ends(1, 2);
}

#[test]
fn the_end_of_the_input_is_the_end() {
    let mut editor = Editor::new().begin();
    editor.hang_up();
    editor.ends(1, 2);
    let mut editor = Editor::new().begin();
    editor.ask("shutdown", &Value::Null);
    editor.hang_up();
    editor.ends(0, 2);
}

#[test]
fn a_closed_output_ends_it_quietly() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
    let mut child =
        command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let message = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": parameters() });
    let transcript = Transcript::begin();
    transcript.stops("reads no more");
    transcript.writes(&framed(&message));
    std::io::Write::write_all(&mut input, &framed(&message)).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(1), Vec::new()));
    drop(input);
}

#[cfg(target_os = "linux")]
#[test]
fn it_ends_with_the_clients_process() {
    let mut client = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
    let mut said = parameters();
    said["processId"] = json!(client.id());
    let by_message = Editor::new().begin_as(&said);
    let by_argument = Editor::with_arguments(&["lsp", "--clientProcessId", &client.id().to_string()]).begin();
    // Killed, and nobody has asked how it ended.
    client.kill().unwrap();
    by_message.ends(1, 5);
    by_argument.ends(1, 5);
    client.wait().unwrap();
}

#[test]
fn odd_parameters_of_initialize_do_no_harm() {
    let odd = json!({
        "processId": -1,
        "rootUri": "/no uri",
        "trace": "sometimes",
        "locale": 12,
        "workspaceFolders": [{ "uri": "file:///a b", "name": "x" }, {}],
        "capabilities": { "general": { "positionEncodings": ["utf-7", 8] }, "textDocument": [], "workspace": { "workspaceEdit": { "failureHandling": "hope" } } },
        "initializationOptions": [1]
    });
    let mut editor = Editor::new().begin_as(&odd);
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
    let mut editor = Editor::new().begin_as(&json!({}));
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
}

#[test]
fn unknown_methods_and_notifications() {
    let mut editor = Editor::new().begin();
    assert_eq!(editor.fails("kader/nothing", &json!({})), -32601);
    assert_eq!(editor.fails("$/nothing", &json!({})), -32601);
    assert_eq!(editor.fails("textDocument/moniker", &json!({})), -32602);
    editor.tell("$/nothing", &json!({}));
    editor.tell("kader/nothing", &json!({}));
    editor.tell("window/workDoneProgress/cancel", &json!({ "token": 1 }));
    assert_eq!(editor.everything(), Vec::<Value>::new());
}

#[test]
fn what_is_no_request_is_refused() {
    let mut editor = Editor::new().begin();
    for (message, id) in [
        (json!({ "jsonrpc": "2.0", "id": 7, "method": 1 }), json!(7)),
        (json!({ "jsonrpc": "2.0", "id": 8 }), json!(8)),
        (json!({ "id": "x", "method": "shutdown" }), json!("x")),
        (json!({ "jsonrpc": "1.0", "id": 9, "method": "shutdown" }), json!(9)),
        (json!({ "jsonrpc": "2.0", "id": null, "method": "shutdown" }), Value::Null),
        (json!({ "jsonrpc": "2.0", "id": 1.5, "method": "shutdown" }), Value::Null),
        (json!({ "jsonrpc": "2.0" }), Value::Null),
        (json!([]), Value::Null),
        (json!([{ "jsonrpc": "2.0", "id": 1, "method": "shutdown" }]), Value::Null),
        (json!("exit"), Value::Null),
    ] {
        editor.send(&message);
        let answer = editor.wait(&message.to_string(), |answer| answer.get("error").is_some());
        assert_eq!((code(&answer), &answer["id"]), (-32600, &id), "{message}");
    }
    editor.send(&json!({ "jsonrpc": "2.0", "id": "nobody asked", "result": null }));
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
}

/// Clock ticks that a process has used, its own and the system's for it (`proc(5)`).
#[cfg(target_os = "linux")]
fn ticks(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    // The name of the program stands in brackets and may hold spaces.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// With a client to watch over, files to watch and documents open it does nothing while nothing happens.
#[cfg(target_os = "linux")]
#[test]
fn idle_it_uses_no_processor() {
    let editor = Editor::new();
    editor.write("b.afspraak.json", &faulty());
    let mut said = parameters();
    said["processId"] = json!(std::process::id());
    said["rootUri"] = json!(editor.uri("./"));
    let mut editor = editor.begin_as(&said);
    editor.open("a", faulty());
    editor.list("a");
    editor.everything();
    // Watching begins beside the rest, and a busy machine may be slow with it: one quiet second proves the point.
    let used = || {
        let before = ticks(editor.process());
        std::thread::sleep(std::time::Duration::from_secs(1));
        ticks(editor.process()) - before
    };
    let quiet = (0..10).map(|_| used()).take_while(|used| *used > 0).count() < 10;
    assert!(quiet, "it works on and on");
}
