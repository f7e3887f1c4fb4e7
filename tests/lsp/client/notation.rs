//! The short forms in which tests write what a server says.

use serde_json::{Value, json};

/// The code of an error.
#[track_caller]
pub(crate) fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("no error: {answer}"))
}

/// A range `line:character-line:character`.
pub(crate) fn range(place: &str) -> Value {
    let number = |text: &str| text.parse::<u32>().unwrap();
    let position = |text: &str| {
        let (line, character) = text.split_once(':').unwrap();
        json!({ "line": number(line), "character": number(character) })
    };
    let (start, end) = place.split_once('-').unwrap();
    json!({ "start": position(start), "end": position(end) })
}

/// A range as `line:character-line:character`.
pub(crate) fn place(range: &Value) -> String {
    let position = |position: &Value| format!("{}:{}", position["line"], position["character"]);
    format!("{}-{}", position(&range["start"]), position(&range["end"]))
}

/// Diagnostics as `CODE severity place`.
pub(crate) fn lines(diagnostics: &Value) -> Vec<String> {
    let line = |diagnostic: &Value| {
        format!("{} {} {}", diagnostic["code"].as_str().unwrap(), diagnostic["severity"], place(&diagnostic["range"]))
    };
    diagnostics.as_array().unwrap().iter().map(line).collect()
}

/// Edits of a text, made.
pub(crate) fn edited(text: &str, edits: &Value) -> String {
    let offset = |position: &Value| {
        let (line, character) = (position["line"].as_u64().unwrap(), position["character"].as_u64().unwrap());
        let start: usize = text.split_inclusive('\n').take(usize::try_from(line).unwrap()).map(str::len).sum();
        let mut units = 0;
        let rest = &text[start..];
        let within = rest.char_indices().find(|(_, char)| {
            let here = units >= character;
            units += char.len_utf16() as u64;
            here
        });
        start + within.map_or(rest.len(), |(at, _)| at)
    };
    let mut out = String::new();
    let mut done = 0;
    for edit in edits.as_array().unwrap() {
        out.push_str(&text[done..offset(&edit["range"]["start"])]);
        out.push_str(edit["newText"].as_str().unwrap());
        done = offset(&edit["range"]["end"]);
    }
    out + &text[done..]
}
