//! An editor as the server sees it: a process behind a pipe, frames, requests, and what comes back.
//!
//! ```ignore
//! let mut editor = Editor::new().begin();
//! editor.open("a", faulty());
//! editor.shows("a", &["D109 5:13-5:19"]);
//! ```

mod end;
mod notation;
mod pieces;
mod transcript;
mod wire;

use std::collections::VecDeque;
use std::io::{BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use std::{fs, thread};

use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) use crate::agreements::{CLEAN, faulty};
pub(crate) use notation::{code, edited, lines, place, range};
pub(crate) use transcript::Transcript;
pub(crate) use wire::framed;

/// How long an answer may take before the test has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the faulty agreement shows.
pub(crate) const FAULT: &str = "D109 1 5:13-5:19";

/// A server and the editor before it.
pub(crate) struct Editor {
    folder: TempDir,
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    transcript: Transcript,
    /// What came in and was not asked for yet.
    kept: VecDeque<Value>,
    /// What the client answers when it is asked for its configuration; `None` for nothing at all.
    pub(crate) configuration: Option<Value>,
    /// The requests that the server made.
    asked: Vec<Value>,
    id: i64,
}

/// What a client can, and says at the start.
pub(crate) fn parameters() -> Value {
    json!({
        "processId": null,
        "rootUri": null,
        "capabilities": {},
        "initializationOptions": { "asOf": "2026-01-01", "lang": "en" }
    })
}

impl Editor {
    /// A server that has been told nothing.
    pub(crate) fn new() -> Self {
        Self::with_arguments(&["lsp", "--stdio"])
    }

    /// A server with arguments.
    pub(crate) fn with_arguments(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
        command.args(arguments).current_dir(folder.path()).env_clear().env("LC_ALL", "C");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (input, mut output) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        let (sender, messages) = channel();
        let transcript = Transcript::begin();
        let reads = transcript.clone();
        thread::spawn(move || {
            while let Some(message) = reads.next(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let configuration = Some(json!([null]));
        let (kept, asked) = (VecDeque::new(), Vec::new());
        Self { folder, child, input, messages, transcript, kept, configuration, asked, id: 100 }
    }

    /// With this answer when the client is asked for its configuration.
    pub(crate) fn answering(self, configuration: Value) -> Self {
        let mut editor = self;
        editor.configuration = Some(configuration);
        editor
    }

    /// The session begun by a plain client.
    pub(crate) fn begin(self) -> Self {
        self.begin_as(&parameters())
    }

    /// The session begun by a client with these capabilities.
    pub(crate) fn begin_with(self, capabilities: &Value) -> Self {
        let mut parameters = parameters();
        parameters["capabilities"] = capabilities.clone();
        self.begin_as(&parameters)
    }

    /// The session begun with these parameters.
    pub(crate) fn begin_as(mut self, parameters: &Value) -> Self {
        assert!(self.ask("initialize", parameters)["capabilities"].is_object());
        assert_eq!(self.kept, [Value::Null; 0], "nothing goes before the answer");
        self.tell("initialized", &json!({}));
        self
    }

    /// The folder in which the server runs.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file into it.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.folder().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The URI of an agreement in it, by its short name; a whole URI stays.
    pub(crate) fn uri(&self, name: &str) -> String {
        match name {
            whole if whole.contains(':') => whole.to_owned(),
            file if file.contains('.') => format!("file://{}/{file}", self.folder().display()),
            short => format!("file://{}/{short}.afspraak.json", self.folder().display()),
        }
    }

    /// Sends bytes as they are.
    pub(crate) fn raw(&mut self, bytes: impl AsRef<[u8]>) {
        self.transcript.writes(bytes.as_ref());
        self.input.as_mut().unwrap().write_all(bytes.as_ref()).unwrap();
    }

    /// Sends a message.
    pub(crate) fn send(&mut self, message: &Value) {
        self.raw(framed(message));
    }

    /// Sends a notification.
    pub(crate) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request; gives its id.
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> i64 {
        self.id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.id, "method": method, "params": params }));
        self.id
    }

    /// The whole answer to a request.
    #[track_caller]
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        self.wait(&format!("an answer to {id}"), |message| message["id"] == id && message.get("method").is_none())
    }

    /// Asks, and gives the result.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.request(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Asks, and gives the code of the error.
    #[track_caller]
    pub(crate) fn fails(&mut self, method: &str, params: &Value) -> i64 {
        let id = self.request(method, params);
        code(&self.answer(id))
    }

    /// The code of the next error that answers no request.
    #[track_caller]
    pub(crate) fn fault(&mut self) -> i64 {
        code(&self.wait("an error without an id", |message| message["id"].is_null() && message.get("error").is_some()))
    }

    /// Opens an agreement as version 1.
    pub(crate) fn open(&mut self, name: &str, text: impl AsRef<str>) {
        self.open_as(name, (1, "json"), text);
    }

    /// Opens a document with a version and a language id.
    pub(crate) fn open_as(&mut self, name: &str, (version, language): (i64, &str), text: impl AsRef<str>) {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "languageId": language, "version": version, "text": text.as_ref() });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Changes a document: each change is a place `line:character-line:character` and the text that comes there; no place for all of it.
    pub(crate) fn change(&mut self, name: &str, version: i64, changes: &[(&str, &str)]) {
        let message = self.change_of(name, version, changes);
        self.send(&message);
    }

    /// The message that changes a document.
    pub(crate) fn change_of(&self, name: &str, version: i64, changes: &[(&str, &str)]) -> Value {
        let change = |(place, text): &(&str, &str)| match *place {
            "" => json!({ "text": text }),
            place => json!({ "range": range(place), "text": text }),
        };
        let changes: Vec<Value> = changes.iter().map(change).collect();
        let document = json!({ "uri": self.uri(name), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params })
    }

    /// Closes a document.
    pub(crate) fn close(&mut self, name: &str) {
        let uri = self.uri(name);
        self.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    }

    /// The parameters of a request about a document.
    pub(crate) fn about(&self, name: &str) -> Value {
        json!({ "textDocument": { "uri": self.uri(name) } })
    }

    /// The next list that is published for a document.
    #[track_caller]
    pub(crate) fn list(&mut self, name: &str) -> Value {
        let uri = self.uri(name);
        let published = |message: &Value| message["method"] == PUBLISH && message["params"]["uri"] == *uri;
        self.wait(&format!("a list for {name}"), published)["params"].clone()
    }

    /// That the next list of a document is this: each `CODE severity place`.
    #[track_caller]
    pub(crate) fn shows(&mut self, name: &str, expected: &[&str]) -> Value {
        let list = self.list(name);
        assert_eq!(lines(&list["diagnostics"]), expected);
        list
    }

    /// All lists of a document that have been published by the time at which everything sent so far has been dealt with.
    pub(crate) fn lists(&mut self, name: &str) -> Vec<Value> {
        let all = self.everything();
        let uri = self.uri(name);
        let published = |message: &Value| message["method"] == PUBLISH && message["params"]["uri"] == *uri;
        all.into_iter().filter(published).map(|message| message["params"].clone()).collect()
    }

    /// All messages that come until everything sent so far has been dealt with, and those that were kept.
    pub(crate) fn everything(&mut self) -> Vec<Value> {
        // Its answer needs all that is found, so that it comes behind every list; and the client claims to know a list that is
        // news to the server, so that it comes at once.
        let params = json!({ "previousResultIds": [{ "uri": "untitled:none", "value": "none" }] });
        let id = self.request("workspace/diagnostic", &params);
        let mut all = Vec::new();
        loop {
            let next = match self.kept.pop_front() {
                Some(kept) => kept,
                None => self.next("everything").unwrap(),
            };
            if next["id"] == id {
                return all;
            }
            all.push(next);
        }
    }

    /// The first message that fits, of those that were kept, else of those that come.
    #[track_caller]
    pub(crate) fn wait(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&fits) {
            return self.kept.remove(at).unwrap();
        }
        loop {
            let message = self.next(what).unwrap_or_else(|| panic!("the server ended instead of {what}"));
            if fits(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// What the server asks with a method, now or before: its parameters.
    #[track_caller]
    pub(crate) fn asked(&mut self, method: &str) -> Value {
        loop {
            if let Some(asked) = self.asked.iter().find(|asked| asked["method"] == method) {
                return asked["params"].clone();
            }
            let message = self.receive(method).unwrap();
            if !self.is_question(&message) {
                self.kept.push_back(message);
            }
        }
    }

    /// The methods of the requests that the server has made.
    pub(crate) fn asked_so_far(&self) -> Vec<&str> {
        self.asked.iter().filter_map(|asked| asked["method"].as_str()).collect()
    }

    /// The next message; `None` where the server has closed its output. Requests of the server are answered on the way.
    #[track_caller]
    pub(crate) fn next(&mut self, what: &str) -> Option<Value> {
        loop {
            let message = self.receive(what)?;
            if !self.is_question(&message) {
                return Some(message);
            }
        }
    }

    #[track_caller]
    fn receive(&mut self, what: &str) -> Option<Value> {
        match self.messages.recv_timeout(PATIENCE) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("waited in vain for {what}; kept: {:?}", self.kept),
        }
    }

    /// Answers a request of the server; whether the message is one.
    fn is_question(&mut self, message: &Value) -> bool {
        let Some(method) = message["method"].as_str().filter(|_| message.get("id").is_some()) else { return false };
        assert_ne!(message.get("params"), Some(&Value::Null), "parameters are left out where there are none");
        self.asked.push(message.clone());
        let result = match method {
            "workspace/configuration" => self.configuration.clone(),
            "workspace/applyEdit" => Some(json!({ "applied": true })),
            "window/showDocument" => Some(json!({ "success": true })),
            _ => Some(Value::Null),
        };
        if let Some(result) = result {
            let mut answer = json!({ "jsonrpc": "2.0", "id": message["id"] });
            match result.get("error") {
                Some(error) => answer["error"] = error.clone(),
                None => answer["result"] = result,
            }
            self.send(&answer);
        }
        true
    }
}

const PUBLISH: &str = "textDocument/publishDiagnostics";
