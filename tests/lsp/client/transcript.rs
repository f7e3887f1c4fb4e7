//! What goes over the pipe of each server, in the order in which the editor sees it, written down where [`FOLDER`] names a folder.
//! `tests/protocol` judges it.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Value, json};

use super::pieces::{Piece, Pieces};
use super::wire::body;

/// The variable that names a folder for the transcripts; without it nothing is written.
const FOLDER: &str = "KADER_LSP_TRANSCRIPTS";
/// Of what is no message, so much is kept.
const KEPT: usize = 200;

/// The number of the next transcript: a test may have several servers.
static NUMBER: AtomicUsize = AtomicUsize::new(0);

/// What went over the pipe of one server.
#[derive(Clone, Default)]
pub(crate) struct Transcript(Option<Arc<Mutex<Record>>>);

/// One lock for both directions: what stands behind something in the file came behind it.
struct Record {
    file: File,
    pieces: Pieces,
    /// The ids of requests without an answer, and the tokens of progress without an end.
    open: BTreeSet<String>,
}

impl Transcript {
    /// The transcript of a server that is about to be started.
    pub(crate) fn begin() -> Self {
        let Some(folder) = std::env::var_os(FOLDER) else { return Self::default() };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let test = thread::current().name().unwrap_or("test").replace("::", ".");
        std::fs::create_dir_all(&folder).unwrap();
        let file = File::create(Path::new(&folder).join(format!("{test}.{number}.jsonl"))).unwrap();
        let record = Record { file, pieces: Pieces::default(), open: BTreeSet::new() };
        Self(Some(Arc::new(Mutex::new(record))))
    }

    /// The client is about to write these bytes.
    pub(crate) fn writes(&self, bytes: &[u8]) {
        self.with(|record| {
            record.pieces.put(bytes);
            while let Some(piece) = record.pieces.next() {
                record.piece(&piece);
            }
        });
    }

    /// The server's next message, as it is read.
    pub(crate) fn next(&self, output: &mut impl BufRead) -> Option<Value> {
        let body = body(output)?;
        self.with(|record| record.message("server", &body));
        Some(serde_json::from_slice(&body).unwrap())
    }

    /// The client stops: it reads no more, or it closes the server's input.
    pub(crate) fn stops(&self, event: &str) {
        self.with(|record| {
            if let Some(rest) = record.pieces.rest() {
                record.piece(&rest);
            }
            record.line(&json!({ "from": "client", "event": event }).to_string());
        });
    }

    /// Whether something is begun and not ended that the server ends of itself.
    pub(crate) fn waits(&self) -> bool {
        let mut waits = false;
        self.with(|record| waits = !record.open.is_empty());
        waits
    }

    fn with(&self, change: impl FnOnce(&mut Record)) {
        if let Some(record) = &self.0 {
            change(&mut record.lock().unwrap());
        }
    }
}

impl Record {
    fn line(&mut self, line: &str) {
        writeln!(self.file, "{line}").unwrap();
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Message(body) => self.message("client", body),
            Piece::Raw(bytes) => {
                let raw: String = String::from_utf8_lossy(bytes).chars().take(KEPT).collect();
                self.line(&json!({ "from": "client", "raw": raw }).to_string());
            }
        }
    }

    /// A message as it was written: decoded and encoded again, it might be sounder than it is.
    fn message(&mut self, from: &str, body: &[u8]) {
        // A line end in JSON stands between tokens.
        let text = str::from_utf8(body).unwrap().replace(['\n', '\r'], " ");
        self.line(&format!("{{\"from\":\"{from}\",\"message\":{text}}}"));
        if let Ok(message) = serde_json::from_slice::<Value>(body) {
            self.track(&message, from == "client");
        }
    }

    fn track(&mut self, message: &Value, by_client: bool) {
        let id = format!("id {}", message["id"]);
        match message["method"].as_str() {
            // It waits until there is news.
            Some("workspace/diagnostic") => {}
            Some("$/progress") => {
                let token = format!("token {}", message["params"]["token"]);
                match message["params"]["value"]["kind"].as_str() {
                    Some("begin") => drop(self.open.insert(token)),
                    Some("end") => drop(self.open.remove(&token)),
                    _ => {}
                }
            }
            Some(_) if by_client && (message["id"].is_string() || message["id"].is_number()) => {
                self.open.insert(id);
            }
            None if !by_client => drop(self.open.remove(&id)),
            _ => {}
        }
    }
}
