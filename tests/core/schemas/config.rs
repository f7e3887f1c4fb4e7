//! The schema of `kader.toml`: what it takes, the program takes, and the other way round.

use std::path::Path;

use kader::config::load;
use kader::config::schema::schema as made;
use kader::policy::Lang;
use kader::system::Memory;
use serde_json::{Value, json};

use super::fits::validator;
use super::is_made;

pub(super) const PATH: &str = "schemas/config.schema.json";

#[test]
fn the_schema_of_the_configuration_is_what_the_code_makes() {
    is_made(PATH, &made(Lang::En));
}

#[test]
fn every_key_is_described_in_both_languages() {
    for lang in Lang::ALL {
        let schema = made(lang);
        for keys in ["/properties", "/definitions/override/properties"] {
            for (key, about) in schema.pointer(keys).unwrap().as_object().unwrap() {
                assert!(about["description"].as_str().is_some_and(|text| text.ends_with('.')), "{lang} {key}");
            }
        }
    }
}

/// The program reads TOML, a schema JSON: what both can say is compared.
fn program_takes(value: &Value) -> bool {
    let text = toml::to_string(value).unwrap();
    let machine = Memory::new().with_file("/kader.toml", text).with_folder("/pack");
    load(&machine, Path::new("/kader.toml")).is_ok()
}

#[test]
fn schema_and_program_agree() {
    let validator = validator(PATH);
    let cases = [
        (json!({}), true),
        (json!({ "policy": "./pack", "lang": "nl", "as-of": "2025-02-28", "fail-on": "never" }), true),
        (
            json!({ "include": ["**/*.json"], "exclude": [], "select": ["V", "R301"], "ignore": ["reach-mismatch"] }),
            true,
        ),
        (json!({ "max-size": 1, "severity": { "V": "off", "R301": ["error", "off", "hint"] } }), true),
        (
            json!({ "override": [{ "files": ["a"], "select": ["V"], "ignore": ["P"], "severity": { "V": "info" } }] }),
            true,
        ),
        (json!({ "required-version": ">=0.1" }), true),
        (json!({ "lang": "de" }), false),
        (json!({ "langs": "nl" }), false),
        (json!({ "as-of": "2025-13-01" }), false),
        (json!({ "as-of": "2025" }), false),
        (json!({ "fail-on": "off" }), false),
        (json!({ "severity": { "V": "never" } }), false),
        (json!({ "severity": { "V": ["error"] } }), false),
        (json!({ "severity": "error" }), false),
        (json!({ "include": "a" }), false),
        (json!({ "exclude": [""] }), false),
        (json!({ "select": [" "] }), false),
        (json!({ "override": [{ "ignore": ["P"] }] }), false),
        (json!({ "override": [{ "files": [], "lang": "nl" }] }), false),
        (json!({ "override": { "files": [] } }), false),
        (json!({ "max-size": 0 }), false),
        (json!({ "baseline": "kader-baseline.txt" }), true),
        (json!({ "baseline": "" }), false),
        (json!({ "baseline": ["x"] }), false),
    ];
    for (value, expected) in cases {
        assert_eq!((validator.is_valid(&value), program_takes(&value)), (expected, expected), "{value}");
    }
    for size in ["1", "20 MiB", "500 KB", "7b", " 1 GiB ", "010 kb"] {
        let value = json!({ "max-size": size });
        assert!(validator.is_valid(&value) && program_takes(&value), "{size}");
    }
    for size in ["0", "00 MiB", "", "1 TB", "1.5 MB", "-1", "M"] {
        let value = json!({ "max-size": size });
        assert!(!validator.is_valid(&value) && !program_takes(&value), "{size}");
    }
}
