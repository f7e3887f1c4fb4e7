//! The published schemas: they are what the code makes, they are sound, and what the program writes fits them.

mod assess;
mod config;
mod deviations;
mod diff;
mod findings;
mod fits;
mod overview;
mod pack_files;
mod rules;
mod tree;

use std::collections::BTreeSet;

use kader::model::format::OBJECTS;
use kader::policy::{Lang, Vocab};
use kader::structure::describe::{Described, published};
use kader::structure::schema::Describe;
use kader::texts::Texts;
use serde_json::Value;

use crate::support::{policy, repository};

/// Set to write the schemas anew.
const WRITE: &str = "KADER_WRITE_SCHEMAS";
const DOCUMENTS: [(Lang, &str); 2] =
    [(Lang::Nl, "schemas/afspraak.schema.json"), (Lang::En, "schemas/afspraak.en.schema.json")];

/// Every published schema.
fn all() -> impl Iterator<Item = &'static str> {
    let others = [
        findings::PATH,
        rules::PATH,
        assess::PATH,
        overview::PATH,
        deviations::PATH,
        diff::PATH,
        pack_files::PATH,
        config::PATH,
    ];
    DOCUMENTS.iter().map(|(_, path)| *path).chain(others)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_default()
}

/// A schema of the repository.
fn schema(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

#[test]
fn the_documents_schemas_are_what_the_code_makes() {
    let policy = policy();
    for (lang, path) in DOCUMENTS {
        is_made(path, &published(&policy, lang));
    }
}

/// That a schema of the repository is what the code makes.
fn is_made(path: &str, schema: &Value) {
    let made = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os(WRITE).is_some() {
        // In one step, for other tests read it at the same time.
        let beside = repository(&format!("{path}.new"));
        std::fs::write(&beside, &made).unwrap();
        std::fs::rename(&beside, repository(path)).unwrap();
    }
    assert!(read(path) == made, "{path} is not what the code makes: run this test with {WRITE}=1 to write it anew");
}

#[test]
fn the_schemas_are_draft_07() {
    for path in all() {
        let schema = schema(path);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{path}");
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{path}");
        if let Err(fault) = jsonschema::draft7::meta::validate(&schema) {
            panic!("{path}: {fault} at {}", fault.instance_path());
        }
    }
}

/// The objects of a schema that are open; every other one is closed and requires all its keys.
fn open_objects(schema: &Value) -> Vec<String> {
    fn look(schema: &Value, path: &str, open: &mut Vec<String>) {
        if schema["type"] == "object" {
            match schema["properties"].as_object() {
                Some(properties) => {
                    let required = schema["required"].as_array().unwrap();
                    let required: BTreeSet<&str> = required.iter().filter_map(Value::as_str).collect();
                    assert_eq!(required, properties.keys().map(String::as_str).collect(), "{path}");
                    assert_eq!(schema["additionalProperties"], false, "{path}");
                }
                None => open.push(path.to_owned()),
            }
        }
        match schema {
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| look(value, &format!("{path}/{key}"), open));
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, path, open)),
            _ => {}
        }
    }
    let mut open = Vec::new();
    look(schema, "", &mut open);
    open
}

/// Editors that know nothing of this program may refuse keywords and formats that they do not know.
#[test]
fn the_published_schemas_use_standard_keywords_only() {
    fn look(schema: &Value, path: &str) {
        match schema {
            Value::Object(members) => {
                assert!(!members.get("format").is_some_and(Value::is_string), "{path} has a format of our own");
                let refers = members.contains_key("$ref");
                assert!(!refers || members.len() == 1, "{path}: what stands beside a reference is ignored");
                members.iter().for_each(|(key, value)| look(value, &format!("{path}/{key}")));
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, path)),
            _ => {}
        }
    }
    for path in all() {
        look(&schema(path), path);
    }
}

#[test]
fn a_published_date_has_a_month_and_a_day_that_exist() {
    let validator = jsonschema::validator_for(&serde_json::json!({
        "definitions": schema(DOCUMENTS[0].1)["definitions"],
        "$ref": "#/definitions/date",
    }));
    let validator = validator.unwrap();
    for (date, fine) in
        [("2026", true), ("2026-12", true), ("2026-12-31", true), ("2026-13", false), ("2026-12-32", false)]
    {
        assert_eq!(validator.is_valid(&Value::from(date)), fine, "{date}");
    }
    for date in ["", "26", "2026-1", "2026-00", "2026-01-00", "2026-01-01T00:00", "1 januari 2026"] {
        assert!(!validator.is_valid(&Value::from(date)), "{date}");
    }
}

#[test]
fn every_object_and_every_key_is_described_in_both_languages() {
    let mut expected: BTreeSet<String> = ["term-line", "term-line-labelled"].map(str::to_owned).into();
    for object in OBJECTS {
        expected.extend([format!("title-{}", object.name), format!("object-{}", object.name)]);
        let key = |field: &kader::model::format::FieldType| field.key.trim_start_matches('$').to_owned();
        expected.extend(object.fields.iter().map(|field| format!("field-{}-{}", object.name, key(field))));
    }
    for lang in Lang::ALL {
        let known: BTreeSet<String> = Texts::of_format(lang).ids().into_iter().map(str::to_owned).collect();
        let missing: Vec<_> = expected.difference(&known).collect();
        let useless: Vec<_> = known.difference(&expected).collect();
        assert!(missing.is_empty() && useless.is_empty(), "{lang}: missing {missing:?}, useless {useless:?}");
    }
}

/// With the embedded policy every description has all its words, is a sentence or more, and is its own.
#[test]
fn descriptions_are_whole_sentences() {
    let policy = policy();
    for lang in Lang::ALL {
        let texts = Described { policy: &policy, lang };
        for object in OBJECTS {
            let about = texts.object(object.name).unwrap_or_else(|| panic!("{lang} {}", object.name));
            let title = about.title.unwrap_or_else(|| panic!("{lang} {}", object.name));
            assert!(!title.is_empty() && !title.ends_with('.'), "{title}");
            sentence(&about.description);
            let mut seen = BTreeSet::new();
            for field in object.fields {
                let about = texts.field(object.name, field.key);
                let about = about.unwrap_or_else(|| panic!("{lang} {} {}", object.name, field.key));
                sentence(&about.description);
                assert!(seen.insert(about.description.clone()), "twice in {}: {}", object.name, about.description);
            }
        }
    }
}

fn sentence(text: &str) {
    assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{text}");
    assert!(!text.contains(['{', '}', '$', '\n', '\u{2068}']), "{text}");
    assert!((15..=260).contains(&text.chars().count()), "{text}");
}

#[test]
fn every_identifier_is_described() {
    let policy = policy();
    for lang in Lang::ALL {
        let texts = Described { policy: &policy, lang };
        for vocab in Vocab::ALL {
            let about = texts.vocab(vocab).unwrap();
            assert_eq!(about.description.lines().count(), policy.terms(vocab).len());
            for (line, term) in about.description.lines().zip(policy.terms(vocab)) {
                assert!(line.starts_with(&format!("`{}`", policy.name(term))) && line.ends_with('.'), "{line}");
            }
        }
        assert_eq!(texts.regions().unwrap().description.lines().nth(16), Some("`VR17`: Rotterdam-Rijnmond"));
    }
    let roles = |lang| Described { policy: &policy, lang }.vocab(Vocab::CoreTask).unwrap().description;
    assert!(roles(Lang::Nl).starts_with("`hulpdienst`: De partner hoort"), "a label that says no more is left out");
    assert!(roles(Lang::En).starts_with("`hulpdienst` (Emergency service): The partner belongs"));
}

/// What an editor shows where the cursor stands, found the way editors find it.
#[test]
fn what_the_policy_says_stands_at_its_keys() {
    let schema = schema(DOCUMENTS[1].1);
    let at = |pointer: &str| schema.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
    assert_eq!(schema["title"], "Agreement: Policy framework for netcentric cooperation (2017)");
    assert_eq!(at("/definitions/entry-crisisteams/title"), "Crisis teams");
    assert_eq!(at("/definitions/preconditions/properties/mens/title"), "People");
    assert_eq!(at("/definitions/principles/properties/kerntaken/title"), "Knows its core tasks");
    assert_eq!(at("/definitions/principles/properties/situatiebeeld/properties/eigenBeeld/type"), "boolean");
    let parts = at("/definitions/parts-beslissingsbevoegd-aanspreekpunt/properties/operationeel/description");
    assert!(parts.as_str().is_some_and(|text| !text.is_empty()));
    assert!(
        at("/properties/regios/description")
            .as_str()
            .is_some_and(|text| text.contains("`VR01`") && text.contains("\"alle\""))
    );
}
