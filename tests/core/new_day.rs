//! A server that is left open overnight judges by the day that it is then.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use kader::config::Given;
use kader::system::{Layer, Memory, System};
use serde_json::{Value, json};

use crate::invariants::server::Server;
use crate::support::given;

/// A machine on which days go by.
struct Calendar {
    machine: Memory,
    day: AtomicU8,
}

impl Layer for Calendar {
    fn below(&self) -> &dyn System {
        &self.machine
    }

    fn today(&self) -> (i32, u8, u8) {
        (2026, 1, self.day.load(Ordering::Relaxed))
    }
}

/// A document of which the evaluation is due on the second of January.
const DUE: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "de-dijk",
  "versie": "1",
  "partner": { "naam": "De Dijk" },
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "verkenning",
  "samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "kernsamenwerking" }],
  "evaluatie": { "volgende": "2026-01-02" }
}
"#;

fn notify(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "method": method, "params": params })
}

/// The codes of what is found in the document, the next time that the server says so.
fn codes(server: &Server) -> Vec<String> {
    loop {
        let message = server.receive().unwrap();
        if message["method"] == "textDocument/publishDiagnostics" {
            let list = message["params"]["diagnostics"].as_array().unwrap().iter();
            return list.map(|one| one["code"].as_str().unwrap().to_owned()).collect();
        }
    }
}

#[test]
fn what_is_due_tomorrow_is_found_tomorrow() {
    let calendar = Arc::new(Calendar { machine: Memory::new(), day: AtomicU8::new(1) });
    let given = Given { as_of: None, ..given("2026-01-01") };
    let server = Server::over(Arc::clone(&calendar) as Arc<_>, given);
    let uri = "file:///w/a.afspraak.json";
    let initialize = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    server.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": initialize }));
    server.send(&notify("initialized", &json!({})));
    let document = json!({ "uri": uri, "languageId": "json", "version": 1, "text": DUE });
    server.send(&notify("textDocument/didOpen", &json!({ "textDocument": document })));
    let before = codes(&server);
    calendar.day.store(3, Ordering::Relaxed);
    // Anything that comes in.
    server.send(&notify("workspace/didChangeWatchedFiles", &json!({ "changes": [] })));
    let after = codes(&server);
    let new: Vec<&String> = after.iter().filter(|code| !before.contains(code)).collect();
    assert_eq!(new, ["R315"], "{before:?} {after:?}");
    server.end();
}
