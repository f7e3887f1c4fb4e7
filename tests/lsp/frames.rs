//! What comes over the pipe, well formed or not.

use std::io::Write as _;

use serde_json::{Value, json};

use crate::client::{Editor, FAULT, Transcript, faulty, framed};

/// The opening of the faulty agreement, as a message.
fn opening(editor: &Editor) -> String {
    let document = json!({ "uri": editor.uri("a"), "languageId": "json", "version": 1, "text": faulty() });
    json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }).to_string()
}

#[test]
fn headers_of_any_spelling_are_read() {
    for head in [
        "content-length: #\r\n\r\n",
        "X-Other: 1\r\nCONTENT-LENGTH:#\r\nContent-Type: any\r\n\r\n",
        "Content-Length: #\n\n",
    ] {
        let mut editor = Editor::new().begin();
        let body = opening(&editor);
        editor.raw(head.replace('#', &body.len().to_string()) + &body);
        editor.shows("a", &[FAULT]);
    }
}

#[test]
fn bytes_may_come_one_by_one() {
    let mut editor = Editor::new().begin();
    let body = opening(&editor);
    for byte in format!("Content-Length: {}\r\n\r\n{body}", body.len()).bytes() {
        editor.raw([byte]);
    }
    editor.shows("a", &[FAULT]);
}

#[test]
fn after_a_broken_header_the_next_message_counts() {
    for broken in [
        "Content-Type: x\r\n\r\n{\"jsonrpc\":\"2.0\"}",
        "Content-Length: many\r\n\r\n{}",
        "Content-Length: -2\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Content-Length: 123456789012345678901234567890\r\n\r\n{}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}",
        "hello\r\n\r\n",
    ] {
        let mut editor = Editor::new().begin();
        editor.raw(broken);
        let body = opening(&editor);
        editor.raw(framed(&serde_json::from_str(&body).unwrap()));
        assert_eq!(editor.fault(), -32700, "{broken}");
        editor.shows("a", &[FAULT]);
    }
}

#[test]
fn a_length_that_is_too_long_costs_no_more_than_its_message() {
    let mut editor = Editor::new().begin();
    let body = opening(&editor);
    let next = framed(&serde_json::from_str(&body).unwrap());
    editor.raw(format!("Content-Length: {}\r\n\r\n{{}}", 2 + next.len()));
    editor.raw(&next);
    assert_eq!(editor.fault(), -32700);
    editor.shows("a", &[FAULT]);
}

#[test]
fn what_cannot_be_decoded_is_named() {
    let mut editor = Editor::new().begin();
    for body in [&b"{"[..], b"\xFF\xFE", b"{\"a\":\"\xC3\"}", b"{\"a\":1}x", b"", b"\"\\x\""] {
        editor.raw(format!("Content-Length: {}\r\n\r\n", body.len()));
        editor.raw(body);
        assert_eq!(editor.fault(), -32700, "{body:?}");
    }
    let deep = "[".repeat(100_000);
    editor.raw(format!("Content-Length: {}\r\n\r\n{deep}", deep.len()));
    assert_eq!(editor.fault(), -32700);
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
}

#[test]
fn a_lone_surrogate_loses_no_text() {
    let mut editor = Editor::new().begin();
    let body = opening(&editor).replace("Proefpartner", "Proef\\ud83dpartner");
    editor.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    editor.shows("a", &[FAULT]);
}

#[test]
fn a_message_over_the_limit_is_thrown_away() {
    let mut editor = Editor::new().begin();
    let size = 256 << 20;
    editor.raw(format!("Content-Length: {size}\r\n\r\n"));
    let piece = vec![b' '; 1 << 20];
    for _ in 0..size >> 20 {
        editor.raw(&piece);
    }
    assert_eq!(editor.fault(), -32600);
    editor.open("a", faulty());
    editor.shows("a", &[FAULT]);
    if let Ok(status) = std::fs::read_to_string(format!("/proc/{}/status", editor.process())) {
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        let peak: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(peak < 100_000, "{line}");
    }
}

/// A client that does not read gets its answers when it does, and of its lists the last ones.
#[test]
fn a_client_that_does_not_read_blocks_nothing() {
    let mut editor = Editor::new();
    let mut messages = Vec::new();
    let mut put = |message: &Value| messages.extend(framed(message));
    put(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": crate::client::parameters() }));
    put(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
    let mut text = faulty();
    let many = json!({ "uri": editor.uri("a"), "languageId": "json", "version": 1, "text": text });
    put(&json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": many } }));
    for id in 2..1000 {
        text.push(' ');
        put(&editor.change_of("a", id, &[("", &text)]));
        put(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/formatting", "params": editor.about("a") }));
    }
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_kader"))
        .arg("lsp")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let transcript = Transcript::begin();
    transcript.writes(&messages);
    // Nobody reads while all of this is written.
    input.write_all(&messages).unwrap();
    let mut output = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut answered = Vec::new();
    while answered.len() < 999 {
        let message = transcript.next(&mut output).unwrap();
        answered.extend(message["id"].as_i64());
    }
    answered.sort_unstable();
    assert_eq!(answered, (1..1000).collect::<Vec<_>>());
    transcript.stops("hangs up");
    drop(input);
    while transcript.next(&mut output).is_some() {}
    child.wait().unwrap();
    editor.hang_up();
}
