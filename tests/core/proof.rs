//! What a proof finds in packs that do not hold what they promise.

use std::borrow::Cow;
use std::sync::Arc;

use kader::policy::{Code, FileFault, Lang, Owner, PackSource, Policy, engine, netcentric};
use kader::proof::{Proof, Trial};
use kader::workspace::{Loaded, policies};

use crate::pack::{PACK, loaded, marked, mutated};

const R303: &str = "rules/R303.toml";
const EXPECTED: &str = "checks/expected.json";

fn check(source: &PackSource) -> Proof {
    match policies::load(source, &[engine()]) {
        Ok(policy) => Trial::new(source, &Arc::new(Loaded::new(policy))).check(),
        Err(faults) => Proof { faults, ..Proof::default() },
    }
}

fn faults(source: &PackSource) -> Vec<FileFault> {
    check(source).faults
}

/// File, marked text and message of each fault.
fn told(source: &PackSource) -> Vec<(String, String, String)> {
    let tell = |fault: &FileFault| {
        let place = marked(source, fault).unwrap_or_default().to_owned();
        (fault.file.to_string(), place, fault.message(Lang::En))
    };
    faults(source).iter().map(tell).collect()
}

fn one(source: &PackSource, place: &str, message: &str) {
    let file = if place.is_empty() || place.contains("afspraak") { EXPECTED } else { R303 };
    assert_eq!(told(source), [(file.to_owned(), place.to_owned(), message.to_owned())]);
}

/// The rule R303 with something replaced wherever it stands behind a mark.
fn behind(mark: &str, from: &str, to: &str) -> PackSource {
    let mut source = netcentric();
    for (path, text) in &mut source.files {
        if **path == *R303 {
            let at = text.find(mark).unwrap();
            let rest = text[at..].replace(from, to);
            assert_ne!(rest, text[at..]);
            *text = Cow::Owned(text[..at].to_owned() + &rest);
        }
    }
    source
}

#[test]
fn findings_that_are_missing_or_too_much() {
    let found = "R303 /adoptieregio/regio value rel /regios value";
    let source = behind("findings", found, "R303 /adoptieregio/regio key");
    let missing = "This finding is expected, but not found: `R303 /adoptieregio/regio key`";
    let extra = format!("This finding is found, but not expected: `{found}`");
    let file = || R303.to_owned();
    assert_eq!(
        told(&source),
        [
            (file(), "\"R303 /adoptieregio/regio key\"".to_owned(), missing.to_owned()),
            (file(), "[[fails]]".to_owned(), extra)
        ]
    );
}

#[test]
fn findings_in_another_order() {
    let mut source = netcentric();
    let (path, swapped) = source
        .files
        .iter()
        .find_map(|(path, text)| {
            let lines: Vec<&str> = text.lines().collect();
            let two = |at: &usize| lines[*at].starts_with("  \"") && lines[*at + 1].starts_with("  \"");
            let listed = lines.iter().position(|line| *line == "findings = [").map(|at| at + 1);
            let at = listed.filter(two).filter(|at| lines[*at] != lines[*at + 1])?;
            let mut swapped = lines.clone();
            swapped.swap(at, at + 1);
            path.starts_with("rules/").then(|| (path.clone(), swapped.join("\n")))
        })
        .unwrap();
    for (other, text) in &mut source.files {
        if *other == path {
            *text = Cow::Owned(swapped.clone());
        }
    }
    let faults = faults(&source);
    assert_eq!(faults.iter().map(|fault| fault.key).collect::<Vec<_>>(), ["proof-finding-order"], "{path}");
}

#[test]
fn examples_under_the_wrong_header() {
    let silent = faults(&behind("[[fails]]", "\"VR16\"", "\"VR17\""));
    let keys: Vec<_> = silent.iter().map(|fault| fault.key).collect();
    assert!(keys.contains(&"proof-fails-silent") && keys.contains(&"proof-finding-missing"), "{keys:?}");
    let fires = faults(&behind("[[passes]]", "\"regio\": \"VR17\"", "\"regio\": \"VR16\""));
    let keys: Vec<_> = fires.iter().map(|fault| fault.key).collect();
    assert!(keys.contains(&"proof-passes-fires") && keys.contains(&"proof-finding-extra"), "{keys:?}");
}

#[test]
fn parameters_and_labels_without_a_value() {
    let source = mutated(R303, "message = \"Adoptieregio { $region }", "message = \"Adoptieregio { $regio }");
    one(&source, "message", "This text uses `$regio`, which a finding of the examples does not supply");
    let source = behind("[en]", "related.regions", "related.units");
    let keys: Vec<_> = faults(&source).iter().map(|fault| fault.key).collect();
    assert_eq!(keys, ["pack-one-language", "pack-one-language", "proof-label"]);
}

/// The embedded pack with documents to check.
fn with_checks(documents: &[&str], expected: &str) -> PackSource {
    let mut source = netcentric();
    for name in documents {
        let text = r#"{
  "kader": "netcentrische-samenwerking-2017", "id": "proef", "partner": { "naam": "P", "kerntaken": ["beheerder"] },
  "reikwijdte": "regionaal", "regios": ["VR99"], "fase": "verkenning", "samenwerkingen": [{ "kerntaak": "beheerder" }]
}"#;
        source.files.push((format!("checks/{name}").into(), text.into()));
    }
    if !expected.is_empty() {
        source.files.push((EXPECTED.into(), expected.to_owned().into()));
    }
    source
}

const D109: &str = r#"{ "code": "D109", "severity": "error", "pointer": "/regios/0", "anchor": "value" }"#;

fn listed(documents: &str) -> String {
    format!("{{ \"asOf\": \"2020-01-01\", \"documents\": {{ {documents} }} }}")
}

#[test]
fn documents_that_give_what_is_listed() {
    for listed in [
        listed(&format!("\"a.afspraak.json\": [{D109}]")),
        listed(&format!("\"a.afspraak.json\": {{ \"findings\": [{D109}] }}")),
    ] {
        let source = with_checks(&["a.afspraak.json"], &listed);
        let proof = check(&source);
        assert_eq!((proof.faults, proof.documents), (Vec::new(), 1), "{listed}");
    }
}

#[test]
fn documents_that_do_not() {
    let a = "\"a.afspraak.json\"";
    let check = |listed: &str| with_checks(&["a.afspraak.json"], listed);
    let found = "D109 error /regios/0 value";
    one(
        &check(&listed(&format!("{a}: []"))),
        a,
        &format!("For `a.afspraak.json` this is found, but not expected: `{found}`"),
    );
    let wrong = D109.replace("/regios/0", "/regios\", \"subject\": \"");
    let told = told(&check(&listed(&format!("{a}: [{D109}, {wrong}]"))));
    let message = "For `a.afspraak.json` this is expected, but not found: `D109 error /regios value for #`";
    assert_eq!(told, [(EXPECTED.to_owned(), a.to_owned(), message.to_owned())]);
    one(&check(&listed("")), "", "The document `a.afspraak.json` is not in this list");
    one(&check(""), "", "This file is missing from the pack");
    let source = check(&listed(&format!("{a}: [{D109}], \"b.afspraak.json\": []")));
    one(&source, "\"b.afspraak.json\"", "`b.afspraak.json` is not in the list `checks/`");
    for broken in ["{", "[]", "{ \"asOf\": \"2020-01-01\", \"documents\": { \"a.afspraak.json\": [1] } }"] {
        let faults = faults(&check(broken));
        assert_eq!(faults.iter().map(|fault| fault.key).collect::<Vec<_>>(), ["proof-expected"], "{broken}");
        assert!(faults[0].span.clone().is_some_and(|span| span.end <= broken.len()));
    }
    let no_day = listed("").replace("2020-01-01", "2020-13-01");
    assert_eq!(faults(&check(&no_day))[0].key, "file-wrong-type");
}

#[test]
fn branches_without_an_example_are_named() {
    let mut source = netcentric();
    for (path, text) in &mut source.files {
        if **path == *"rules/R308.toml" {
            let first = text.find("[[fails]]").unwrap();
            let second = first + 1 + text[first + 1..].find("[[fails]]").unwrap();
            let passes = text.find("[[passes]]").unwrap();
            *text = Cow::Owned(text[..second].to_owned() + &text[passes..]);
        }
    }
    let loaded = Arc::new(Loaded::new(loaded(&source)));
    let all = Trial::new(&source, &loaded).coverage(&[engine()]);
    let missing: Vec<String> =
        all.iter().flat_map(|one| one.unreached.iter().map(|branch| format!("{} {branch:?}", one.code))).collect();
    assert!(!missing.is_empty() && missing.iter().all(|branch| branch.starts_with("R308 ")), "{missing:?}");
}

/// The engine's rules whose examples are documents of a policy.
fn proven(policy: &Policy) -> Vec<Code> {
    let engines = policy.rules().filter(|rule| *rule.owner() == Owner::Engine);
    engines.filter(|rule| policy.proves(rule)).map(|rule| rule.code).collect()
}

/// The word stands in the rules' files, too: in names of documents, and within that of another policy.
#[test]
fn a_policy_proves_the_engines_rules_whose_documents_name_it() {
    let named = |id: &str| {
        let source = mutated(PACK, "\"netcentrische-samenwerking-2017\"", &format!("\"{id}\""));
        policies::load(&source, &[engine()]).unwrap_or_else(|faults| panic!("{faults:#?}"))
    };
    let all = named("netcentrische-samenwerking-2017");
    assert_eq!(proven(&all).len(), all.rules().filter(|rule| *rule.owner() == Owner::Engine).count());
    for id in ["voorbeeld", "netcentrische-samenwerking"] {
        let policy = named(id);
        assert!(policy.rules().any(|rule| *rule.owner() == Owner::Engine && rule.source().contains(id)), "{id}");
        assert_eq!(proven(&policy), [], "{id}");
    }
}

#[test]
fn the_engines_pack_is_no_policy() {
    let keys: Vec<_> = faults(&engine()).iter().map(|fault| fault.key).collect();
    assert!(keys.contains(&"pack-missing-file"), "{keys:?}");
}
