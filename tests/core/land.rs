//! `fixtures/workspaces/land`: a whole country of agreements, made up by a generator, and what the overview says of it.
//!
//! `KADER_WRITE_LAND=1 cargo test --test core land` writes the files again.

mod document;
mod operators;
mod partners;
mod spec;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{policy, repository};

const FOLDER: &str = "fixtures/workspaces/land";
const ENDING: &str = ".afspraak.json";

/// The files as the generator makes them, by name.
fn made() -> BTreeMap<String, String> {
    let policy = policy();
    let all = partners::all();
    let files: BTreeMap<_, _> =
        all.iter().map(|spec| (format!("{}{ENDING}", spec.id), document::document(&policy, spec))).collect();
    assert_eq!(files.len(), all.len(), "ids are distinct");
    files
}

#[test]
fn the_files_are_as_the_generator_makes_them() {
    let (made, folder) = (made(), repository(FOLDER));
    if std::env::var_os("KADER_WRITE_LAND").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in &made {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
    let entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: BTreeSet<String> = entries.filter(|name| name.ends_with(ENDING)).collect();
    assert_eq!(names, made.keys().cloned().collect(), "no file too many and none too few");
    for (name, text) in &made {
        assert_eq!(&std::fs::read_to_string(folder.join(name)).unwrap(), text, "{name}");
    }
}

/// The values that stand under a key, wherever they stand.
fn under(value: &Value, key: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            match members.get(key) {
                Some(Value::String(text)) => drop(found.insert(text.clone())),
                Some(Value::Array(items)) => found.extend(items.iter().filter_map(Value::as_str).map(str::to_owned)),
                _ => {}
            }
            members.values().for_each(|member| under(member, key, found));
        }
        Value::Array(items) => items.iter().for_each(|item| under(item, key, found)),
        _ => {}
    }
}

#[test]
fn the_country_is_complete() {
    let all: Vec<Value> = made().values().map(|text| serde_json::from_str(text).unwrap()).collect();
    let values = |key: &str| {
        let mut found = BTreeSet::new();
        for document in &all {
            under(document, key, &mut found);
        }
        found
    };
    let policy = policy();
    let profiles: BTreeSet<String> =
        policy.terms(kader::policy::Vocab::Profile).map(|profile| policy.name(profile).to_owned()).collect();
    assert_eq!(values("profiel"), profiles);
    let regions: BTreeSet<String> = policy.regions().rows.iter().map(|row| row.code.to_string()).collect();
    let mut named = values("regios");
    assert!(named.remove("alle"));
    assert_eq!(named, regions);
    assert!(values("naam").len() >= 40, "partners and exercises");
    for (key, least) in [("aanvullingOp", 3), ("vervangt", 2), ("convenant", 0), ("standpunt", 0), ("beoogdeRegios", 3)]
    {
        assert!(values(key).len() >= least, "{key}");
    }
    assert_eq!(values("besluit").len(), 3);
    assert_eq!(values("fase").len(), 3);
    assert!(values("telefoon").is_empty() && values("email").is_empty(), "nobody can be called");
}
