//! Any bytes as what comes over the server's pipe: it names what is no message, answers each request once, and ends with its input.

use std::collections::BTreeMap;
use std::sync::Arc;

use kader::lsp::frame::{Frame, Frames};
use kader::system::Memory;
use serde_json::Value;

use super::server::Server;

/// The protocol's code for what went wrong within the server.
const INTERNAL: i64 = -32603;

/// All that must hold of bytes, whatever they are.
pub(crate) fn hold(bytes: &[u8]) {
    let read = messages(bytes, bytes.len());
    for piece in [1, 7, 64] {
        assert!(messages(bytes, piece) == read, "pieces of {piece} are read in another way");
    }
    served(bytes, &read);
}

/// What bytes that come in pieces are read as; `None` is what is no message.
fn messages(bytes: &[u8], piece: usize) -> Vec<Option<Value>> {
    let mut frames = Frames::default();
    let mut read = Vec::new();
    for piece in bytes.chunks(piece.max(1)) {
        frames.put(piece);
        while let Some(frame) = frames.next() {
            let body = if let Frame::Body(body) = frame { body } else { Vec::new() };
            let message = decoded(&body);
            if message.is_none() && !body.is_empty() {
                frames.reread(&body);
            }
            read.push(message);
        }
    }
    read
}

fn decoded(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?;
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&paired(text)).ok())
}

/// A text in which surrogates without their other half are U+FFFD.
fn paired(text: &str) -> String {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    };
    let mut out = String::new();
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let length = match (unit(at), unit(at + 6)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => 12,
            (Some(0xD800..0xE000), _) => 0,
            (Some(_), _) => 6,
            (None, _) if char == '\\' => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            (None, _) => char.len_utf8(),
        };
        out.push_str(if length == 0 { "\\ufffd" } else { &text[at..at + length] });
        at += if length == 0 { 6 } else { length };
    }
    out
}

/// What the server owes its client.
#[derive(Default)]
struct Owed {
    /// How many answers each id gets; `null` is that of what cannot be told.
    answers: BTreeMap<String, usize>,
    /// As many more may come: requests that wait for news.
    late: BTreeMap<String, usize>,
    /// The client says that it ends: what is not answered by then may be lost.
    exits: bool,
}

impl Owed {
    fn by(messages: &[Option<Value>]) -> Self {
        let mut owed = Self::default();
        for message in messages {
            let null = Value::Null;
            let object = message.as_ref().and_then(Value::as_object);
            let get = |key: &str| object.and_then(|object| object.get(key));
            let known = get("id").is_none_or(|id| id.is_i64() || id.is_string());
            let id = get("id").filter(|_| known);
            let sound = known && get("jsonrpc").is_some_and(|version| version == "2.0");
            let method = get("method").filter(|_| sound).and_then(Value::as_str);
            let response = sound && id.is_some() && (get("result").is_some() || get("error").is_some());
            match (method, id) {
                (Some("exit"), _) => {
                    owed.exits = true;
                    return owed;
                }
                (Some("workspace/diagnostic"), Some(id)) => *owed.late.entry(id.to_string()).or_default() += 1,
                (Some(_), None) => {}
                (None, Some(_)) if response && get("method").is_none() => {}
                (_, id) => *owed.answers.entry(id.unwrap_or(&null).to_string()).or_default() += 1,
            }
        }
        owed
    }

    /// Whether answers are still to come.
    fn waits(&self) -> bool {
        !self.exits && self.answers.values().any(|count| *count > 0)
    }

    /// Takes a message of the server.
    fn take(&mut self, message: &Value) {
        is_sound(message);
        if message["method"].is_string() {
            return;
        }
        let id = message["id"].to_string();
        let left = [&mut self.answers, &mut self.late].into_iter().filter_map(|owed| owed.get_mut(&id));
        let left = left.into_iter().find(|count| **count > 0);
        *left.unwrap_or_else(|| panic!("nobody asked for {message}")) -= 1;
    }
}

/// What holds of any message of the server: it is one, and nothing went wrong within.
pub(crate) fn is_sound(message: &Value) {
    assert_eq!(message["jsonrpc"], "2.0", "{message}");
    assert_ne!(message["error"]["code"], INTERNAL, "{message}");
    assert_ne!(message["params"]["message"], "internal error", "{message}");
    let kinds = ["method", "result", "error"].into_iter().filter(|kind| message.get(kind).is_some());
    assert_eq!(kinds.count(), 1, "{message}");
}

fn served(bytes: &[u8], read: &[Option<Value>]) {
    let mut owed = Owed::by(read);
    let disk = Memory::new().with_current_dir("/w").with_file("/w/kader.toml", "");
    let server = Server::new(&Arc::new(disk));
    for piece in bytes.chunks(1 + bytes.len() / 3) {
        server.put(piece);
    }
    while owed.waits() {
        let message = server.receive().unwrap_or_else(|| panic!("the server has ended, and owes {:?}", owed.answers));
        owed.take(&message);
    }
    for message in server.end().1 {
        owed.take(&message);
    }
}
