//! The published schema of packs knows the keys that the loader knows: no more, and no fewer.

use serde_json::Value;

use crate::policy::group::Group;
use crate::policy::vocabulary::Vocab;
use crate::policy::words::MEANINGS;
use crate::policy::{check_rules, examples, heads, load_preconditions, load_tables, load_vocabulary, manifest};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../schemas/policy.schema.json")).unwrap()
}

fn words(schema: &Value, pointer: &str) -> Vec<String> {
    let found = schema.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
    let mut words: Vec<String> = match found {
        Value::Object(members) => members.keys().cloned().collect(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        other => panic!("{other} at {pointer}"),
    };
    words.sort();
    words
}

fn same<'a>(pointer: &str, known: impl IntoIterator<Item = &'a str>) {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    assert_eq!(words(&schema(), pointer), known, "{pointer}");
}

#[test]
fn keys() {
    same("/definitions/manifest/properties", manifest::KEYS);
    same("/definitions/entry/properties", load_vocabulary::KEYS);
    same("/definitions/vocabulary/properties", Vocab::ALL.map(Vocab::as_str));
    same("/definitions/profile/properties", load_tables::PROFILE_KEYS);
    same("/definitions/reachRow/properties", load_tables::REACH_KEYS);
    same("/definitions/precondition/properties", load_preconditions::KEYS);
    same("/definitions/rule/properties", heads::KEYS.into_iter().chain(check_rules::SECTIONS));
    same("/definitions/fails/properties", examples::FAILS.iter().copied());
    same("/definitions/passes/properties", examples::PASSES.iter().copied());
}

#[test]
fn words_of_lists() {
    let groups = Group::ALL.map(Group::as_str);
    same("/definitions/manifest/properties/groups/items/enum", groups);
    same("/definitions/rule/properties/groups/items/enum", groups);
    same("/definitions/entry/properties/is/items/enum", MEANINGS.iter().map(|(word, ..)| *word));
    same("/definitions/rule/properties/exempt/items/enum", heads::EXEMPT);
}
