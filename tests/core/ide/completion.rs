//! What an item writes: quotes, colons and commas that stand already are not doubled, and a new member brings its value.

use kader::ide::completion::{Items, completion};
use kader::json::{Limits, parse};

use super::stage::{Others, Stage, apply};

fn writes(marked: &str, label: &str, wanted: &str) {
    assert_eq!(Stage::marked(marked).written(label), wanted, "{marked}");
}

#[test]
fn a_value_takes_the_place_of_its_token() {
    let wanted = r#"{ "fase": "verkenning" }"#;
    for marked in [
        r#"{ "fase": | }"#,
        r#"{ "fase": "|" }"#,
        r#"{ "fase": "v| }"#,
        r#"{ "fase": "uit|werking" }"#,
        r#"{ "fase": uit|werking }"#,
        r#"{ "fase": 'uit|' }"#,
        r#"{ "fase": |"uitwerking" }"#,
        r#"{ "fase": | "uitwerking" }"#,
    ] {
        let written = Stage::marked(marked).written("verkenning");
        assert_eq!(written.replace(":  ", ": "), wanted, "{marked}");
    }
    writes(r#"{ "fase" | }"#, "verkenning", r#"{ "fase" : "verkenning" }"#);
    writes("{\n  \"fase\":|\n}", "verkenning", "{\n  \"fase\": \"verkenning\"\n}");
    writes(r#"{"fase":|}"#, "verkenning", r#"{"fase":"verkenning"}"#);
}

#[test]
fn commas_come_where_they_are_missing() {
    writes("{ \"fase\": |\n\"id\": \"a\" }", "verkenning", "{ \"fase\": \"verkenning\",\n\"id\": \"a\" }");
    writes("{ \"fase\": \"v|, \"id\": \"a\" }", "verkenning", "{ \"fase\": \"verkenning\", \"id\": \"a\" }");
    writes("{ \"id\": \"a\"\n  |\n}", "fase", "{ \"id\": \"a\",\n  \"fase\": \"\"\n}");
    writes("{ |\"id\": \"a\" }", "fase", "{ \"fase\": \"\", \"id\": \"a\" }");
    writes("{ \"regios\": [\"VR01\" | \"VR03\"] }", "VR02", "{ \"regios\": [\"VR01\", \"VR02\", \"VR03\"] }");
    writes("{ \"regios\": [|] }", "VR02", "{ \"regios\": [\"VR02\"] }");
    writes("{ \"regios\": \"VR|, \"id\": \"a\" }", "VR02", "{ \"regios\": [\"VR02\"], \"id\": \"a\" }");
}

#[test]
fn a_key_brings_its_value_unless_it_has_one() {
    writes(
        r#"{ "samenwerkingen": [{ "lc|" }] }"#,
        "lcms",
        r#"{ "samenwerkingen": [{ "lcms": { "lezen": "", "schrijven": "" } }] }"#,
    );
    writes(r#"{ "fa|": "verkenning" }"#, "fase", r#"{ "fase": "verkenning" }"#);
    writes(r#"{ "fa|" "verkenning" }"#, "fase", r#"{ "fase": "verkenning" }"#);
    writes("{\n  \"adoptieregio\": { |", "regio", "{\n  \"adoptieregio\": { \"regio\": \"\"");
}

#[test]
fn snippets_have_stops() {
    let snippet = |marked: &str, label: &str| {
        let items = Stage::marked(marked).items();
        items.into_iter().find(|item| &*item.label == label).unwrap().snippet.map(String::from)
    };
    let lcms = snippet(r#"{ "samenwerkingen": [{ | }] }"#, "lcms").unwrap();
    assert_eq!(lcms, r#""lcms": { "lezen": "$1", "schrijven": "$2" \}"#);
    assert_eq!(snippet("{ | }", "opmerkingen").unwrap(), r#""opmerkingen": "${1:nog te bepalen}""#);
    assert_eq!(snippet("{ \"fase\": | }", "verkenning"), None);
    let entry = r#"{ "samenwerkingen": [{ "randvoorwaarden": { "organisatie": { | } } }] }"#;
    assert_eq!(
        snippet(entry, "functionarissen").unwrap(),
        r#""functionarissen": { "status": "${1:niet-geregeld}", "afspraak": "${2:nog te bepalen}", "onderdelen": { "informatiemanagement": "${3:nog te bepalen}", "leiding-coordinatie": "${4:nog te bepalen}" \} \}"#
    );
}

#[test]
fn a_new_list_has_an_item_for_each_core_task() {
    let marked = "{\n  \"partner\": { \"kerntaken\": [\"beheerder\", \"hulpdienst\"] },\n  |\n}";
    let written = Stage::marked(marked).written("samenwerkingen");
    let wanted = "  \"samenwerkingen\": [\n    { \"kerntaak\": \"beheerder\", \"profiel\": \"\" },\n    { \"kerntaak\": \"hulpdienst\", \"profiel\": \"\" }\n  ]\n}";
    assert!(written.ends_with(wanted), "{written}");
}

#[test]
fn what_is_found_by_typing_begins_with_the_quote_that_stands_there() {
    let filters = |marked: &str| Stage::marked(marked).items()[0].filter.to_string();
    assert_eq!(filters("{ \"fase\": \"|\" }"), "\"verkenning");
    assert_eq!(filters("{ \"fase\": v| }"), "verkenning");
}

#[test]
fn of_very_many_agreements_those_that_fit_are_offered() {
    let mut others = Others::default();
    for number in 0..300 {
        others = others.with(&format!(r#"{{ "id": "a-{number}" }}"#));
    }
    let stage = Stage::marked(r#"{ "vervangt": ["|"] }"#).among(others);
    let Items { items, complete } = stage.see(|scene| completion(scene, stage.offset));
    assert_eq!((items.len(), complete), (200, false));
    let stage = Stage { others: stage.others, ..Stage::marked(r#"{ "vervangt": ["a-29|"] }"#) };
    let labels = stage.labels();
    assert_eq!(labels.len(), 11, "{labels:?}");
}

#[test]
fn what_is_written_can_be_read() {
    let stage = Stage::marked("|");
    for item in stage.items() {
        let text = apply(&stage.text, &item);
        assert_eq!(parse(text.as_bytes(), Limits::default()).errors, [], "{text}");
    }
}
