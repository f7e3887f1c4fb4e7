//! A client that measures: it reads on its own thread only when it waits.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The program.
pub(crate) const KADER: &str = env!("CARGO_BIN_EXE_kader");

/// A client and its server.
pub(crate) struct Client {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    id: i64,
    versions: HashMap<String, i64>,
}

impl Client {
    /// Starts a server in a folder, with a workspace folder or none.
    pub(crate) fn start(folder: &Path, root: Option<&Path>) -> Self {
        std::fs::create_dir_all(folder).expect("a folder");
        let mut child = Command::new(KADER)
            .arg("lsp")
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a server");
        let input = child.stdin.take().expect("a pipe");
        let output = BufReader::with_capacity(1 << 20, child.stdout.take().expect("a pipe"));
        let mut client = Self { child, input, output, id: 0, versions: HashMap::new() };
        let root = root.map(|root| format!("file://{}", root.display()));
        let capabilities = json!({ "textDocument": { "publishDiagnostics": { "versionSupport": true } } });
        let options = json!({ "asOf": "2020-01-15", "lang": "en" });
        client.ask(
            "initialize",
            &json!({ "processId": null, "rootUri": root, "capabilities": capabilities, "initializationOptions": options }),
        );
        client.tell("initialized", &json!({}));
        client
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("a pipe");
        self.input.flush().expect("a pipe");
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn next(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("a header") > 0, "the server has ended");
            let line = line.trim();
            if line.is_empty() {
                break;
            }
            if let Some(size) = line.strip_prefix("Content-Length: ") {
                length = size.parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("json")
    }

    /// Asks, and waits for the answer.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.id, "method": method, "params": params }));
        loop {
            let message = self.next();
            if message["id"] == self.id && message.get("method").is_none() {
                return message;
            }
        }
    }

    fn uri(name: &str) -> String {
        format!("file:///bench/{name}.afspraak.json")
    }

    /// Opens a document.
    pub(crate) fn open(&mut self, name: &str, text: &str) {
        self.versions.insert(name.to_owned(), 1);
        let document = json!({ "uri": Self::uri(name), "languageId": "json", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Waits for the list of a document's last version.
    pub(crate) fn list(&mut self, name: &str) {
        let (uri, version) = (Self::uri(name), self.versions[name]);
        loop {
            let message = self.next();
            let params = &message["params"];
            if message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
            {
                return;
            }
        }
    }

    /// Types a space behind the first bracket, or takes it out again; how long the list takes.
    pub(crate) fn edit(&mut self, name: &str) -> Duration {
        let version = self.versions.get_mut(name).expect("an open document");
        *version += 1;
        let version = *version;
        let (end, text) = if version % 2 == 0 { (1, " ") } else { (2, "") };
        let range = json!({ "start": { "line": 0, "character": 1 }, "end": { "line": 0, "character": end } });
        let changes = json!([{ "range": range, "text": text }]);
        let document = json!({ "uri": Self::uri(name), "version": version });
        let start = Instant::now();
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": changes }));
        self.list(name);
        start.elapsed()
    }

    /// Asks about a place; how long the answer takes.
    pub(crate) fn ask_at(&mut self, method: &str, name: &str, (line, character): (usize, usize)) -> Duration {
        let position = json!({ "line": line, "character": character });
        let params = json!({ "textDocument": { "uri": Self::uri(name) }, "position": position });
        let start = Instant::now();
        self.ask(method, &params);
        start.elapsed()
    }

    /// What the server has resident, in megabytes.
    pub(crate) fn resident(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("VmRSS: 0 kB");
        line.split_whitespace().nth(1).and_then(|size| size.parse::<f64>().ok()).unwrap_or_default() / 1000.0
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // A server that is gone already is gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
