//! The files of packs fit the published schema, each by the definition of its kind; faulty ones do not.

use std::path::Path;

use kader::policy::{PackSource, engine, netcentric};
use kader::system::Os;
use serde_json::{Map, Value, json};

use super::{fits, schema};
use crate::support::repository;

pub(super) const PATH: &str = "schemas/policy.schema.json";

/// TOML as JSON; a date as an object.
fn value(toml: &toml::Value) -> Value {
    match toml {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(_) => json!({}),
        toml::Value::Array(items) => items.iter().map(value).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, inner)| (key.clone(), value(inner))).collect::<Map<_, _>>())
        }
    }
}

/// The definition of a file's kind; `None` for documents.
fn kind(path: &str) -> Option<&str> {
    if path == "pack.toml" {
        return Some("manifest");
    }
    if path.starts_with("rules/") {
        return Some("rule");
    }
    if path == "checks/expected.json" {
        return Some("expected");
    }
    path.strip_prefix("tables/")?.strip_suffix(".toml")
}

fn faults(path: &str, text: &str) -> Vec<String> {
    let Some(kind) = kind(path) else { return Vec::new() };
    let mut schema = schema(PATH);
    let root = schema.as_object_mut().unwrap();
    root.remove("anyOf");
    root.insert("allOf".to_owned(), json!([{ "$ref": format!("#/definitions/{kind}") }]));
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let instance = if kind == "expected" {
        serde_json::from_str(text).unwrap()
    } else {
        value(&toml::Value::Table(text.parse().unwrap()))
    };
    fits::faults(&validator, &instance).into_iter().map(|fault| format!("{path}: {fault}")).collect()
}

fn all(source: &PackSource) -> Vec<String> {
    source.files.iter().flat_map(|(path, text)| faults(path, text)).collect()
}

#[test]
fn the_files_of_every_pack_fit() {
    assert_eq!(all(&engine()), Vec::<String>::new());
    assert_eq!(all(&netcentric()), Vec::<String>::new());
    let folder = repository("fixtures/policies");
    for entry in std::fs::read_dir(&folder).unwrap() {
        let source = PackSource::read(&Os, &entry.unwrap().path() as &Path).unwrap();
        assert_eq!(source.faults, []);
        assert_eq!(all(&source), Vec::<String>::new());
    }
}

#[test]
fn faulty_files_do_not() {
    let source = netcentric();
    for (path, from, to) in [
        ("pack.toml", "version = ", "versie = "),
        ("pack.toml", "\"reach\", ", "\"reich\", "),
        ("tables/fit.toml", "= \"fits\"", "= \"fit\""),
        ("tables/profiles.toml", "own-picture = true", "own-picture = 1"),
        ("tables/reach.toml", "least = 1", "least = \"1\""),
        ("tables/regions.toml", "code = ", "kode = "),
        ("tables/vocabulary.toml", "is = [\"local\"]", "is = [\"locale\"]"),
        ("tables/preconditions.toml", "dimension = ", "dimensie = "),
        ("rules/R301.toml", "severity = \"error\"", "severity = [\"error\"]"),
        ("rules/R301.toml", "[nl]\ntitle = ", "[nl]\ntitel = "),
    ] {
        let text = source.file(path).unwrap();
        assert!(text.contains(from), "{path} {from}");
        assert!(!faults(path, &text.replacen(from, to, 1)).is_empty(), "{path}: {to}");
    }
}
