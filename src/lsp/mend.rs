//! Odd parameters made such that they can be decoded, before they are: what a client means is clear, and refusing it would lose a message.

use serde_json::{Map, Value, json};

use super::uris::Spellings;

/// Mends the parameters of a message.
pub(super) fn params(method: &str, params: Option<Value>, spellings: &Spellings) -> Option<Value> {
    let mut params = params;
    if let Some(params) = &mut params {
        spellings.mend(params);
        numbers(params);
    }
    match method {
        "initialize" => Some(initialize(params)),
        // It has none, and some clients send an empty object.
        "shutdown" | "exit" => None,
        "textDocument/formatting" | "textDocument/rangeFormatting" => {
            // The layout has no options.
            put(params, "options", json!({ "tabSize": 2, "insertSpaces": true }))
        }
        "workspace/didChangeConfiguration" => {
            // Some clients say that something has changed, and no more.
            let settings = params.as_ref().map(|params| params["settings"].clone());
            Some(json!({ "settings": settings }))
        }
        "textDocument/codeAction" => {
            // What the client shows there is looked up, so that diagnostics of others spoil nothing.
            let only = params.as_ref().map(|params| params["context"]["only"].clone());
            put(params, "context", json!({ "diagnostics": [], "only": only }))
        }
        _ => params,
    }
}

/// The parameters with a member of which the client's own form does not matter.
fn put(params: Option<Value>, key: &str, value: Value) -> Option<Value> {
    let mut params = params?;
    if let Value::Object(members) = &mut params {
        members.insert(key.to_owned(), value);
    }
    Some(params)
}

/// Places and versions that are no numbers of the protocol: the nearest that are. A version that is not said is none, and counts as 0.
fn numbers(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(numbers),
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                match (&**key, &*member) {
                    ("line" | "character", Value::Number(_)) => *member = nearest(member, 0.0, u32::MAX.into()),
                    ("version", Value::Number(_) | Value::Null) => {
                        *member = nearest(member, i32::MIN.into(), i32::MAX.into());
                    }
                    // Nobody needs it, and some count it in other units.
                    ("rangeLength", _) => *member = Value::Null,
                    _ => numbers(member),
                }
            }
        }
        _ => {}
    }
}

/// The whole number in a range that is nearest.
fn nearest(value: &Value, least: f64, most: f64) -> Value {
    let number = value.as_f64().unwrap_or_default().trunc().clamp(least, most);
    #[expect(clippy::cast_possible_truncation, reason = "it is whole, and within the range of smaller integers")]
    Value::from(number as i64)
}

/// Of what a client says of itself nothing is decoded, for each client says something else: it is handed on as it is.
fn initialize(params: Option<Value>) -> Value {
    let whole = params.unwrap_or_default();
    let mut decoded = Map::new();
    decoded.insert("capabilities".to_owned(), Value::Object(Map::new()));
    decoded.insert("initializationOptions".to_owned(), whole);
    Value::Object(decoded)
}

/// Escapes of lone surrogates as those of U+FFFD: an editor counts either as one unit. `None` where there are none.
pub(super) fn without_lone_surrogates(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut changed = false;
    while let Some(at) = rest.find('\\') {
        let (head, tail) = rest.split_at(at);
        out.push_str(head);
        let length = match (unit(tail), unit(tail.get(6..).unwrap_or_default())) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                out.push_str("\\ufffd");
                changed = true;
                rest = tail.get(6..).unwrap_or_default();
                continue;
            }
            (Some(_), _) => 6,
            (None, _) => 1 + tail.chars().nth(1).map_or(0, char::len_utf8),
        };
        out.push_str(tail.get(..length).unwrap_or(tail));
        rest = tail.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    changed.then_some(out)
}

/// The code unit of a `\uXXXX` at the start of a text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{params, without_lone_surrogates as mended};
    use crate::lsp::uris::Spellings;

    fn changed(value: Value) -> Value {
        params("textDocument/didChange", Some(value), &Spellings::default()).unwrap()
    }

    #[test]
    fn odd_numbers_are_the_nearest_that_may_stand() {
        let place = |line: Value, character: Value| json!({ "start": { "line": line, "character": character } });
        assert_eq!(changed(place(json!(-1), json!(1e300))), place(json!(0), json!(u32::MAX)));
        assert_eq!(changed(place(json!(2.9), json!(9_007_199_254_740_991_i64))), place(json!(2), json!(u32::MAX)));
        let version = |version: Value| json!([{ "version": version, "rangeLength": null }]);
        assert_eq!(changed(json!([{ "version": 1e12, "rangeLength": -4 }])), version(json!(i32::MAX)));
        assert_eq!(changed(version(Value::Null)), version(json!(0)));
        let sound = json!({ "text": { "line": "x", "version": -3 }, "line": [7] });
        assert_eq!(changed(sound.clone()), sound);
    }

    #[test]
    fn what_is_not_looked_at_need_not_be_sound() {
        let mended = |method: &str, value: Value| params(method, Some(value), &Spellings::default()).unwrap();
        let context = json!({ "context": { "diagnostics": [], "only": ["quickfix"] } });
        let odd = json!({ "context": { "diagnostics": [{ "range": "x" }], "only": ["quickfix"], "triggerKind": 9 } });
        assert_eq!(mended("textDocument/codeAction", odd), context);
        assert_eq!(mended("workspace/didChangeConfiguration", json!({})), json!({ "settings": null }));
        assert_eq!(mended("initialize", json!({ "processId": "x" }))["initializationOptions"]["processId"], "x");
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_stay() {
        assert_eq!(mended(r#"{"a":"x\ud800y"}"#).as_deref(), Some(r#"{"a":"x\ufffdy"}"#));
        assert_eq!(
            mended(r#""\udc00\ud83d\ude00\ud83d\u0041""#).as_deref(),
            Some(r#""\ufffd\ud83d\ude00\ufffd\u0041""#)
        );
        assert_eq!(mended(r#""\ud83d\ude00 é \\ud800 \n\"""#), None);
        assert_eq!(mended("\\"), None);
    }
}
