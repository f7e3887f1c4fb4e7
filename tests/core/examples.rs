//! Every rule's examples give exactly their findings, and together they reach every branch of every check.

use kader::policy::{Lang, engine, netcentric};
use kader::proof::Trial;

use crate::support::{carried, policy, repository};

#[test]
fn the_embedded_policy_holds_what_its_files_promise() {
    let (source, loaded) = (netcentric(), carried());
    let proof = Trial::new(&source, &loaded).check();
    let told: Vec<String> = proof
        .faults
        .iter()
        .map(|fault| format!("{} {:?}: {}", fault.file, fault.span, fault.message(Lang::En)))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    let all: usize = policy()
        .rules()
        .map(|rule| rule.examples().map_or(0, |examples| examples.fails.len() + examples.passes.len()))
        .sum();
    assert_eq!((proof.rules, proof.examples), (policy().rules().len(), all), "no rule is passed over");
}

#[test]
fn the_examples_reach_every_branch() {
    let (source, loaded) = (netcentric(), carried());
    let all = Trial::new(&source, &loaded).coverage(&[engine()]);
    assert_eq!(all.len(), policy().rules().len());
    let missing: Vec<String> =
        all.iter().flat_map(|one| one.unreached.iter().map(|branch| format!("{} {branch:?}", one.code))).collect();
    assert!(missing.is_empty(), "branches without a failing example:\n{}", missing.join("\n"));
    assert!(all.iter().all(|one| one.fired > 0 && one.silent > 0));
}

#[test]
fn every_file_of_the_pack_is_embedded() {
    let source = netcentric();
    let root = repository("src/packs/netcentrische-samenwerking-2017/rules");
    let mut on_disk: Vec<String> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    on_disk.sort();
    let mut embedded: Vec<String> =
        source.files.iter().filter_map(|(path, _)| path.strip_prefix("rules/").map(str::to_owned)).collect();
    embedded.sort();
    assert_eq!(on_disk, embedded);
}
