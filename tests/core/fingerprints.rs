//! Fingerprints hang on the document alone: not on other roots of the run, on strangers, or on what a deviation accepts.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kader::findings::fingerprint::{Fingerprint, natural};
use kader::json::parse;
use kader::policy::{Code, Example};
use kader::system::Memory;
use kader::workspace::{Inputs, Judge, examples};

use crate::report_support::agreement;
use crate::support::{checked, given, judge, policy};

/// The findings of documents in `/w` as `file code subject: fingerprint`, with what was accepted.
fn fingerprints(files: &[(&str, String)], paths: &[&str]) -> BTreeMap<String, String> {
    let memory = Memory::new().with_current_dir("/w").with_file("/w/kader.toml", "");
    for (name, text) in files {
        memory.put(format!("/w/{name}"), text.as_str());
    }
    let paths = paths.iter().map(PathBuf::from).collect();
    let run = checked(&memory, &given("2026-01-01"), &Inputs { paths, ..Inputs::default() });
    let mut all = BTreeMap::new();
    for report in &run.reports {
        let accepted = report.judgement.accepted().map(|(accepted, _)| &accepted.finding);
        for finding in report.judgement.findings.iter().chain(accepted) {
            let file = report.name.file.as_deref().unwrap().display();
            all.insert(format!("{file} {} {}", finding.code, finding.subject()), finding.fingerprint.to_string());
        }
    }
    assert!(!all.is_empty());
    all
}

/// What a part of the paths gives is a part of what the whole gives.
#[track_caller]
fn same(files: &[(&str, String)], whole: &[&str], part: &str) {
    let all = fingerprints(files, whole);
    for (finding, fingerprint) in fingerprints(files, &[part]) {
        assert_eq!(all.get(&finding), Some(&fingerprint), "{finding}");
    }
}

fn nameless() -> String {
    agreement("").replace("  \"id\": \"netbeheerder-voorbeeld\",\n", "")
}

#[test]
fn a_document_without_an_id_goes_by_its_path_in_its_own_project() {
    let files = [
        ("a.afspraak.json", nameless()),
        ("eigen/kader.toml", String::new()),
        ("eigen/a.afspraak.json", nameless()),
        ("eigen/map/b.afspraak.json", nameless()),
    ];
    for part in ["a.afspraak.json", "eigen", "eigen/map", "eigen/a.afspraak.json"] {
        same(&files, &["."], part);
    }
    let all = fingerprints(&files, &["."]);
    let of = |file: &str| all.get(&format!("/w/{file} D102 /id")).unwrap();
    assert_ne!(of("eigen/a.afspraak.json"), of("eigen/map/b.afspraak.json"));
}

#[test]
fn an_id_is_shared_within_a_project_only() {
    let files = [
        ("a.afspraak.json", agreement("")),
        ("eigen/kader.toml", String::new()),
        ("eigen/a.afspraak.json", agreement("")),
        ("eigen/b.afspraak.json", agreement("")),
        ("z.afspraak.json", agreement("")),
    ];
    for part in ["a.afspraak.json", "z.afspraak.json", "eigen", "eigen/b.afspraak.json"] {
        same(&files, &["."], part);
    }
    let all = fingerprints(&files, &["."]);
    let of = |file: &str| all.get(&format!("/w/{file} R301 /reikwijdte")).unwrap();
    assert_ne!(of("a.afspraak.json"), of("z.afspraak.json"));
    assert_ne!(of("eigen/a.afspraak.json"), of("eigen/b.afspraak.json"));
}

#[test]
fn who_is_seen_by_no_other_changes_nothing() {
    let files = [("a.json", agreement("")), ("b.afspraak.json", agreement(""))];
    same(&files, &["a.json", "b.afspraak.json"], "b.afspraak.json");
    let all = fingerprints(&files, &["a.json", "b.afspraak.json"]);
    assert_ne!(all["/w/a.json R301 /reikwijdte"], all["/w/b.afspraak.json R301 /reikwijdte"]);
}

#[test]
fn what_a_deviation_accepts_keeps_its_fingerprint_and_so_do_the_others() {
    let text = |deviations: &str| {
        let cooperation = r#"{ "kerntaak": "beheerder", "profiel": "koppelsamenwerking" }"#;
        let text = agreement("").replace(r#"{ "kerntaak": "beheerder" }"#, &format!("{cooperation}, {cooperation}"));
        text.replace("]\n}", &format!("],\n  \"afwijkingen\": [{deviations}]\n}}"))
    };
    let file = "a.afspraak.json";
    let plain = fingerprints(&[(file, text(""))], &["."]);
    let item =
        |at: usize| format!(r#"{{ "regel": "L506", "pad": "/samenwerkingen/{at}", "toelichting": "Komt nog" }}"#);
    assert!(plain.contains_key("/w/a.afspraak.json L506 /samenwerkingen/1/aanspreekpunten"), "{plain:?}");
    for at in 0..2 {
        assert_eq!(fingerprints(&[(file, text(&item(at)))], &["."]), plain);
    }
}

#[test]
fn a_document_of_an_unknown_policy_is_known_by_its_id() {
    let text = agreement("").replace("netcentrische-samenwerking-2017", "een-ander-kader");
    let of = |name: &str, text: &str| {
        let all = fingerprints(&[(name, text.to_owned())], &["."]);
        assert_eq!(all.len(), 1);
        all.into_values().next().unwrap()
    };
    assert_eq!(of("a.afspraak.json", &text), of("b.afspraak.json", &text));
    let bad = text.replace("netbeheerder-voorbeeld", "Geen Slug");
    assert_ne!(of("a.afspraak.json", &bad), of("b.afspraak.json", &bad));
}

/// The findings across documents are placed by landmarks; their fingerprints are those that the trees give. How many
/// were looked at, by code.
fn agrees_with_trees(judge: &mut Judge, files: Vec<(Box<str>, Vec<u8>)>, looked: &mut BTreeMap<Code, usize>) {
    // An example's findings are not counted: those that agree in everything keep one fingerprint.
    let example = Example { files, named: true, ..Example::default() };
    let judgements = examples::run(judge, &example).judgements;
    for ((path, bytes), judgement) in example.files.iter().zip(&judgements) {
        let name = judgement.id.as_deref().unwrap_or(path);
        let tree = parse(bytes, judge.limits).tree;
        let accepted = judgement.accepted().map(|(accepted, _)| &accepted.finding);
        for finding in judgement.findings.iter().chain(accepted).filter(|finding| finding.code.family() == 'W') {
            let node = tree.resolve(finding.subject()).unwrap();
            let base = Fingerprint::base(finding.code, name, &natural(&tree, node), "");
            assert_eq!(finding.fingerprint, base, "{path} {} {}", finding.code, finding.subject());
            *looked.entry(finding.code).or_default() += 1;
        }
    }
}

#[test]
fn across_documents_landmarks_and_trees_agree() {
    let mut judge = judge("2026-01-01");
    let whole = policy();
    let (mut examples, mut spaces) = (BTreeMap::new(), BTreeMap::new());
    let across = || whole.rules().filter(|rule| rule.code.family() == 'W');
    for example in across().flat_map(|rule| rule.examples().unwrap().fails) {
        agrees_with_trees(&mut judge, example.files, &mut examples);
    }
    assert!(across().all(|rule| examples.contains_key(&rule.code)), "{examples:?}");
    for number in 0..200 {
        agrees_with_trees(&mut judge, crate::spaces::files(number), &mut spaces);
    }
    assert!(across().all(|rule| spaces.contains_key(&rule.code)), "{spaces:?}");
}
