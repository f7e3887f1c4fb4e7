//! What changes no fingerprint: another language, another layout, another place.

use std::collections::BTreeMap;

use kader::json::format::format;
use kader::json::{Limits, parse, print};
use kader::system::Memory;
use kader::workspace::Inputs;
use serde_json::Value;

use crate::spaces;
use crate::support::{checked, given, policy, repository};
use crate::writes::kader;

type Files = Vec<(String, Vec<u8>)>;

/// A machine with documents in a folder below a project's root.
fn machine(files: &Files, folder: &str) -> Memory {
    let memory = Memory::new().with_current_dir("/w").with_file("/w/kader.toml", "");
    for (name, bytes) in files {
        memory.put(format!("/w/{folder}{name}"), bytes.as_slice());
    }
    memory
}

/// The findings of the documents, those that are accepted too: by the document's `id` (empty where it has none that is sound) its
/// codes with their fingerprints, in order.
fn found(files: &Files, folder: &str) -> BTreeMap<String, Vec<String>> {
    let inputs = Inputs { paths: vec![".".into()], ..Inputs::default() };
    let mut run = checked(&machine(files, folder), &given("2026-01-01"), &inputs);
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for judgement in run.reports.iter_mut().map(|report| &mut report.judgement) {
        let own = all.entry(judgement.id.as_deref().unwrap_or_default().to_owned()).or_default();
        own.extend(judgement.in_order().iter().map(|finding| format!("{} {}", finding.code, finding.fingerprint)));
    }
    for own in all.values_mut() {
        own.sort();
    }
    all
}

/// The fingerprints in a report, in their order.
fn reported(files: &Files, lang: &str) -> Vec<String> {
    let (_, out, err) = kader(&machine(files, ""), &format!("check --format json --as-of 2026-01-01 --lang {lang}"));
    let report: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}"));
    let documents = report["documents"].as_array().unwrap().iter();
    let findings = documents.flat_map(|document| document["findings"].as_array().unwrap());
    findings.map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
}

/// The documents in another layout; those that cannot be read in full as they are.
fn laid_out(files: &Files, layout: fn(&[u8]) -> Option<String>) -> Files {
    let another = |bytes: &Vec<u8>| layout(bytes).map_or_else(|| bytes.clone(), String::into_bytes);
    files.iter().map(|(name, bytes)| (name.clone(), another(bytes))).collect()
}

fn formatted(bytes: &[u8]) -> Option<String> {
    format(&parse(bytes, Limits::default()))
}

/// On one line, without any white space.
fn squeezed(bytes: &[u8]) -> Option<String> {
    let parsed = parse(bytes, Limits::default());
    parsed.errors.is_empty().then(|| print(&parsed.tree))
}

/// Looks at some documents; gives how many findings there were.
fn stay(files: &Files) -> usize {
    let all = found(files, "");
    assert_eq!(found(&laid_out(files, formatted), ""), all, "as `kader fmt` lays them out: {files:?}");
    assert_eq!(found(&laid_out(files, squeezed), ""), all, "on one line: {files:?}");
    let mut moved = found(files, "elders/dieper/");
    // A document without a sound `id` goes by its path.
    moved.remove("");
    let named = all.iter().filter(|(id, _)| !id.is_empty()).map(|(id, own)| (id.clone(), own.clone()));
    assert_eq!(moved, named.collect(), "at another place: {files:?}");
    let mut each: Vec<&String> = all.values().flatten().collect();
    let count = each.len();
    each.sort();
    each.dedup();
    assert_eq!(each.len(), count, "two findings share a fingerprint: {files:?}");
    count
}

/// The documents of a list under names that a walk finds.
fn as_documents(files: impl IntoIterator<Item = (Box<str>, Vec<u8>)>) -> Files {
    let name =
        |name: &str| if name.ends_with(".afspraak.json") { name.to_owned() } else { format!("{name}.afspraak.json") };
    files.into_iter().map(|(path, bytes)| (name(&path), bytes)).collect()
}

#[test]
fn those_of_the_rules_examples() {
    let mut count = 0;
    for rule in policy().rules() {
        for example in rule.examples().unwrap().fails {
            count += stay(&as_documents(example.files));
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn those_of_workspaces_made_from_numbers() {
    let count: usize = (0..60).map(|number| stay(&as_documents(spaces::files(number)))).sum();
    assert!(count > 500, "{count}");
}

/// The real agreements.
fn real() -> Files {
    let mut files = Files::new();
    for entry in std::fs::read_dir(repository("fixtures/agreements/real")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".afspraak.json") {
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

#[test]
fn those_of_the_real_agreements() {
    assert!(stay(&real()) > 20);
}

#[test]
fn another_language_changes_none() {
    for files in (0..10).map(|number| as_documents(spaces::files(number))).chain([real()]) {
        let english = reported(&files, "en");
        assert!(!english.is_empty());
        assert_eq!(reported(&files, "nl"), english);
    }
}

#[test]
fn two_equal_defects_in_two_places_have_two() {
    let text = r#"{ "kader": "netcentrische-samenwerking-2017", "id": "proef-a", "reikwijdte": "regionaal", "fase": "verkenning",
        "partner": { "naam": "Proefpartner", "kerntaken": ["beheerder"] }, "regios": ["VR99", "VR17", "VR99"],
        "samenwerkingen": [{ "kerntaak": "beheerder", "x": 1 }, { "kerntaak": "beheerder", "x": 1 }] }"#;
    let all = found(&vec![("a.afspraak.json".to_owned(), text.into())], "");
    for code in ["D109 ", "D103 "] {
        let mut own: Vec<&String> = all["proef-a"].iter().filter(|finding| finding.starts_with(code)).collect();
        assert_eq!(own.len(), 2, "{all:?}");
        own.dedup();
        assert_eq!(own.len(), 2, "{all:?}");
    }
}
