//! The JSON Schema of `kader.toml`, made from the table of its keys.

use serde_json::{Map, Value, json};

use super::keys::{self, Key, Takes};
use crate::policy::{Lang, Level};
use crate::texts::Texts;

/// A size with a unit, as the schema has it.
const SIZE: &str = "^\\s*[0-9]*[1-9][0-9]*\\s*([KkMmGg]?[Bb]|[KkMmGg][Ii][Bb])?\\s*$";

/// The schema (draft-07), with titles and descriptions in a language.
#[must_use]
pub fn schema(lang: Lang) -> Value {
    let texts = Texts::get(lang);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": texts.plain("config-title"),
        "description": texts.plain("config-about"),
        "type": "object",
        "additionalProperties": false,
        "properties": properties(&keys::ROOT, texts, false),
        "definitions": {
            "texts": { "type": "array", "items": { "type": "string", "minLength": 1 } },
            "selectors": { "type": "array", "items": {
                "description": texts.plain("config-about-selector"), "type": "string", "pattern": "\\S",
            } },
            "level": { "type": "string", "enum": Level::WORDS },
            "severity": { "type": "object", "additionalProperties": { "anyOf": [
                { "$ref": "#/definitions/level" },
                { "type": "array", "minItems": 3, "maxItems": 3, "items": { "$ref": "#/definitions/level" } },
            ] } },
            "fail-on": { "type": "string", "enum": keys::fail_on_words() },
            "override": {
                "type": "object",
                "additionalProperties": false,
                "required": [keys::FILES],
                "properties": properties(&keys::OVERRIDE, texts, true),
            },
        },
    })
}

fn properties(table: &[Key], texts: &'static Texts, within_override: bool) -> Value {
    let property = |(name, takes): &Key| {
        let mut schema = of(*takes);
        let about = texts.plain(&keys::about(name, within_override));
        schema.insert("description".to_owned(), about.into());
        ((*name).to_owned(), Value::Object(schema))
    };
    Value::Object(table.iter().map(property).collect())
}

/// What a key takes; a reference stands in `allOf`, for what stands beside one is not read.
fn of(takes: Takes) -> Map<String, Value> {
    let refer = |name: &str| json!({ "allOf": [{ "$ref": format!("#/definitions/{name}") }] });
    let schema = match takes {
        Takes::Policy | Takes::Path | Takes::Version => json!({ "type": "string", "minLength": 1 }),
        Takes::Lang => json!({ "type": "string", "enum": Lang::ALL.map(Lang::as_str) }),
        Takes::Day => json!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }),
        Takes::Globs => refer("texts"),
        Takes::Selectors => refer("selectors"),
        Takes::Severity => refer("severity"),
        Takes::FailOn => refer("fail-on"),
        Takes::Size => json!({ "anyOf": [
            { "type": "integer", "minimum": 1 },
            { "type": "string", "pattern": SIZE },
        ] }),
        Takes::Overrides => json!({ "type": "array", "items": { "$ref": "#/definitions/override" } }),
    };
    if let Value::Object(schema) = schema { schema } else { Map::new() }
}
