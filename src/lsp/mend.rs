//! Odd parameters made such that they can be decoded, before they are: what a client means is clear, and refusing it would lose a message.

use serde_json::{Map, Value, json};

use super::uris::Spellings;

/// Mends the parameters of a message.
pub(super) fn params(method: &str, params: Option<Value>, spellings: &Spellings) -> Option<Value> {
    let mut params = params;
    if let Some(params) = &mut params {
        spellings.mend(params);
    }
    match method {
        "initialize" => Some(initialize(params)),
        "textDocument/formatting" | "textDocument/rangeFormatting" => {
            // The layout has no options.
            put(params, "options", json!({ "tabSize": 2, "insertSpaces": true }))
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
    use super::without_lone_surrogates as mended;

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
