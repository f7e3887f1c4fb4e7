//! An editor: what it has open, what it tells the server in this process, and what it makes of the answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use kader::system::Memory;
use serde_json::{Value, json};

use super::frames::is_sound;
use super::server::Server;
use super::units::{Place, Units, position};

/// A document that is open.
#[derive(Clone)]
pub(crate) struct Open {
    version: i64,
    pub(crate) text: String,
}

/// A request that was made: its method, and the document that it is about as it stood then.
struct Asked {
    method: &'static str,
    uri: String,
    text: Option<String>,
}

/// A text between two places; without places, in the place of all there is.
pub(crate) type Change<'c> = (Option<[Place; 2]>, &'c str);

pub(crate) struct Desk {
    server: Server,
    pub(crate) units: Units,
    pub(crate) open: BTreeMap<String, Open>,
    waiting: BTreeMap<i64, Asked>,
    count: i64,
    folders: Vec<&'static str>,
    as_of: &'static str,
    able: bool,
}

impl Desk {
    /// An editor that counts in some units and can do all there is, or hardly anything.
    pub(crate) fn new(machine: &Arc<Memory>, units: Units, able: bool) -> Self {
        Self::over(machine, units, able, (vec![super::world::FOLDER], super::world::AS_OF))
    }

    fn over(
        machine: &Arc<Memory>,
        units: Units,
        able: bool,
        (folders, as_of): (Vec<&'static str>, &'static str),
    ) -> Self {
        let (open, waiting, count) = (BTreeMap::new(), BTreeMap::new(), 0);
        let mut desk = Self { server: Server::new(machine), units, open, waiting, count, folders, as_of, able };
        let mut capabilities = if able { abilities() } else { json!({}) };
        capabilities["general"] = json!({ "positionEncodings": [units.name()] });
        let options = json!({ "asOf": as_of, "lang": "en" });
        let folders: Vec<Value> = desk.folders.iter().map(|folder| told(folder)).collect();
        let params =
            json!({ "workspaceFolders": folders, "capabilities": capabilities, "initializationOptions": options });
        let begun = desk.answer("initialize", "", &params);
        assert_eq!(begun["result"]["capabilities"]["positionEncoding"], units.name());
        desk.tell("initialized", &json!({}));
        desk
    }

    /// Works over other folders: those that stay keep their place, those that are new come behind them. Gives them in their order.
    pub(crate) fn set_folders(&mut self, folders: &[&'static str]) -> &[&'static str] {
        let (stay, gone): (Vec<_>, Vec<_>) = self.folders.iter().copied().partition(|old| folders.contains(old));
        let new: Vec<_> = folders.iter().copied().filter(|new| !stay.contains(new)).collect();
        let all = |folders: &[&str]| folders.iter().map(|folder| told(folder)).collect::<Vec<_>>();
        let event = json!({ "added": all(&new), "removed": all(&gone) });
        self.tell("workspace/didChangeWorkspaceFolders", &json!({ "event": event }));
        self.folders = [stay, new].concat();
        &self.folders
    }

    /// Has it judged on another day.
    pub(crate) fn set_day(&mut self, as_of: &'static str) {
        self.as_of = as_of;
        self.tell("workspace/didChangeConfiguration", &json!({ "settings": { "kader": { "asOf": as_of } } }));
    }

    /// Tells the server something.
    pub(crate) fn tell(&self, method: &str, params: &Value) {
        self.server.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks the server something about a document; gives the request's id.
    pub(crate) fn ask(&mut self, method: &'static str, uri: &str, params: &Value) -> i64 {
        self.count += 1;
        self.server.send(&json!({ "jsonrpc": "2.0", "id": self.count, "method": method, "params": params }));
        let text = self.open.get(uri).map(|open| open.text.clone());
        self.waiting.insert(self.count, Asked { method, uri: uri.to_owned(), text });
        self.count
    }

    /// The answer to a request, which is made here.
    pub(crate) fn answer(&mut self, method: &'static str, uri: &str, params: &Value) -> Value {
        let id = self.ask(method, uri, params);
        self.answer_to(id)
    }

    /// The answer to a request that was made.
    pub(crate) fn answer_to(&mut self, id: i64) -> Value {
        loop {
            if let Some((answered, answer)) = self.receive()
                && answered == id
            {
                return answer;
            }
        }
    }

    /// Takes all answers that are still to come.
    pub(crate) fn settle(&mut self) {
        while !self.waiting.is_empty() {
            self.receive();
        }
    }

    /// Takes a message: an answer comes with the id of its request.
    fn receive(&mut self) -> Option<(i64, Value)> {
        let message = self.server.receive().unwrap_or_else(|| panic!("the server has ended"));
        is_sound(&message);
        if message["method"].is_string() {
            if message.get("id").is_some() {
                self.server.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            }
            return None;
        }
        let id = message["id"].as_i64().unwrap_or_else(|| panic!("nobody asked for {message}"));
        let asked = self.waiting.remove(&id).unwrap_or_else(|| panic!("nobody asked for {message}"));
        // Of a text that has changed since, nobody knows for which the answer was made.
        let now = self.open.get(&asked.uri).map(|open| &open.text);
        if let Some(text) = asked.text.filter(|text| now == Some(text)) {
            let what = || format!("{} of {text:?}: {message}", asked.method);
            assert!(points_into(self.units, &text, &asked.uri, &message["result"]), "{}", what());
        }
        Some((id, message))
    }

    /// Opens a document.
    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let version = self.open.get(uri).map_or(1, |open| open.version + 1);
        self.open_as(uri, Open { version, text: text.to_owned() });
    }

    fn open_as(&mut self, uri: &str, open: Open) {
        let document = json!({ "uri": uri, "languageId": "json", "version": open.version, "text": open.text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
        self.open.insert(uri.to_owned(), open);
    }

    /// Makes changes of a document, one after the other.
    pub(crate) fn change(&mut self, uri: &str, changes: &[Change<'_>]) {
        let told = |(places, new): &Change<'_>| match places {
            Some([start, end]) => {
                json!({ "text": new, "range": { "start": position(*start), "end": position(*end) } })
            }
            None => json!({ "text": new }),
        };
        let told: Vec<Value> = changes.iter().map(told).collect();
        let version = self.open.get(uri).map_or(0, |open| open.version + 1);
        let document = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": told }));
        let units = self.units;
        let Some(Open { version, text }) = self.open.get_mut(uri) else { return };
        *version += 1;
        for (places, new) in changes {
            let ends = places.map_or([0, text.len()], |places| places.map(|place| units.offset(text, place)));
            text.replace_range(ends[0].min(ends[1])..ends[0].max(ends[1]), new);
        }
    }

    /// Makes the edits of an answer: from the last to the first, so that each finds its place. None reaches into another.
    pub(crate) fn accept(&mut self, uri: &str, edits: &[Value]) {
        let place = |place: &Value| {
            let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
            (number("line"), number("character"))
        };
        let range = |edit: &Value| [place(&edit["range"]["start"]), place(&edit["range"]["end"])];
        let mut changes: Vec<Change<'_>> =
            edits.iter().map(|edit| (Some(range(edit)), edit["newText"].as_str().unwrap())).collect();
        changes.sort_by_key(|(range, _)| *range);
        for pair in changes.windows(2) {
            let (Some([_, end]), Some([start, _])) = (pair[0].0, pair[1].0) else { continue };
            assert!(end <= start, "{pair:?} reach into each other");
        }
        changes.reverse();
        self.change(uri, &changes);
    }

    /// Closes a document, whether it is open or not.
    pub(crate) fn close(&mut self, uri: &str) {
        self.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
        self.open.remove(uri);
    }

    /// All that is found in all documents.
    pub(crate) fn found(&mut self) -> Value {
        // The client claims to know a list that is news to the server, so that it answers at once.
        let params = json!({ "previousResultIds": [{ "uri": "untitled:none", "value": "none" }] });
        self.answer("workspace/diagnostic", "", &params)["result"]["items"].take()
    }

    /// Another editor, which has only just opened what this one has.
    pub(crate) fn fresh(&self, machine: &Arc<Memory>) -> Self {
        let mut fresh = Self::over(machine, self.units, self.able, (self.folders.clone(), self.as_of));
        for (uri, open) in &self.open {
            fresh.open_as(uri, open.clone());
        }
        fresh
    }

    /// Ends the session.
    pub(crate) fn end(mut self) {
        assert!(self.answer("shutdown", "", &Value::Null).get("error").is_none());
        self.tell("exit", &Value::Null);
        let (status, rest) = self.server.end();
        rest.iter().for_each(is_sound);
        assert_eq!(status, 0);
    }
}

/// A folder as the protocol names it.
fn told(folder: &str) -> Value {
    json!({ "uri": format!("file://{folder}"), "name": folder })
}

/// Whether all ranges of an answer are places of the text that it is about; ranges of other documents are left aside.
fn points_into(units: Units, text: &str, own: &str, answer: &Value) -> bool {
    let inside = |value: &Value| points_into(units, text, own, value);
    match answer {
        Value::Array(items) => items.iter().all(inside),
        Value::Object(members) => {
            let named = members.get("uri").or_else(|| members.get("textDocument")?.get("uri"));
            if named.or_else(|| members.get("targetUri")).is_some_and(|uri| uri != own) {
                return true;
            }
            if let (Some(start), Some(end)) = (members.get("start"), members.get("end")) {
                return units.has(text, start) && units.has(text, end);
            }
            members.iter().all(|(key, value)| match value {
                Value::Object(changes) if key == "changes" => changes.get(own).is_none_or(inside),
                _ => inside(value),
            })
        }
        _ => true,
    }
}

/// What a client can that can do everything.
fn abilities() -> Value {
    json!({
        "textDocument": {
            "publishDiagnostics": {
                "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true,
                "tagSupport": { "valueSet": [1, 2] }
            },
            "codeAction": {
                "codeActionLiteralSupport": {}, "isPreferredSupport": true, "dataSupport": true,
                "resolveSupport": { "properties": ["edit"] }, "honorsChangeAnnotations": true
            },
            "completion": { "completionItem": { "snippetSupport": true, "insertTextModeSupport": { "valueSet": [1] } } },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "rename": { "prepareSupport": true }
        },
        "workspace": {
            "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "diagnostics": { "refreshSupport": true }
        },
        "window": { "workDoneProgress": true }
    })
}
