//! Every rule's examples give exactly their findings, and together they reach every branch of every check.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kader::policy::{Rule, netcentric};
use kader::rules::registry::{self, Maker};
use kader::workspace::examples::{self, Seen};

use crate::support::judge;

fn rules(judge: &kader::workspace::Judge) -> Vec<kader::policy::Code> {
    judge.policies[0].policy.rules().map(|rule| rule.code).collect()
}

#[test]
fn every_example_gives_exactly_its_findings() {
    let mut judge = judge("2020-01-01");
    let mut report = String::new();
    let mut wrong = 0;
    for code in rules(&judge) {
        let (name, examples) = {
            let rule = judge.policies[0].policy.rule(code).unwrap();
            (rule.name.clone(), rule.examples().unwrap_or_else(|faults| panic!("{code}: {faults:?}")))
        };
        let both = examples.fails.iter().map(|e| ("fails", e)).chain(examples.passes.iter().map(|e| ("passes", e)));
        for (kind, example) in both {
            let outcome = examples::run(&mut judge, example);
            let fires = outcome.seen.iter().any(|seen| seen.code == code);
            let expected: Vec<&str> = example.findings.iter().map(|finding| &**finding).collect();
            if outcome.findings != expected || (kind == "fails" && !fires) {
                wrong += 1;
                let line = judge.policies[0].policy.rule(code).unwrap().source()[..example.offset].lines().count();
                let _ = writeln!(report, "{code} {name} {kind} (line {line}):");
                for finding in &outcome.findings {
                    let mark = if expected.contains(&finding.as_str()) { " " } else { "+" };
                    let _ = writeln!(report, "   {mark} {finding}");
                }
                for finding in expected.iter().filter(|finding| !outcome.findings.iter().any(|f| f == *finding)) {
                    let _ = writeln!(report, "   - {finding}");
                }
            }
        }
    }
    assert!(wrong == 0, "{wrong} examples differ (+ found, - expected):\n{report}");
}

#[test]
fn the_examples_reach_every_branch() {
    let mut judge = judge("2020-01-01");
    let mut seen: BTreeSet<Seen> = BTreeSet::new();
    for code in rules(&judge) {
        let examples = judge.policies[0].policy.rule(code).unwrap().examples().unwrap();
        assert!(!examples.fails.is_empty(), "{code} has no failing example");
        assert!(!examples.passes.is_empty(), "{code} has no passing example");
        for example in &examples.fails {
            seen.extend(examples::run(&mut judge, example).seen.into_iter().filter(|seen| seen.code == code));
        }
    }
    let missing: Vec<String> = judge.policies[0].policy.rules().flat_map(|rule| unreached(rule, &seen)).collect();
    assert!(missing.is_empty(), "branches without a failing example:\n{}", missing.join("\n"));
}

/// The cases, variants and places of a rule that none of its failing examples reached, and cases that nobody declared.
fn unreached(rule: &Rule, seen: &BTreeSet<Seen>) -> Vec<String> {
    let Some(check) = registry::find(&rule.check) else { return vec![format!("{}: unknown check", rule.code)] };
    let own: Vec<&Seen> = seen.iter().filter(|seen| seen.code == rule.code).collect();
    let mut missing = Vec::new();
    let mut demand = |what: String, reached: bool| {
        if !reached {
            missing.push(format!("{} {what}", rule.code));
        }
    };
    for case in check.cases {
        demand(format!("case {case}"), own.iter().any(|seen| seen.case == *case));
    }
    for seen in &own {
        demand(format!("undeclared case {}", seen.case), seen.case.is_empty() || check.cases.contains(&seen.case));
        demand(format!("undeclared place {}", seen.choice), seen.choice < check.places);
    }
    for variant in rule.variants() {
        demand(format!("variant {variant}"), own.iter().any(|seen| seen.variant == Some(variant)));
    }
    if !matches!(check.maker, Maker::Structure) {
        for choice in 0..check.places {
            demand(format!("place {choice}"), own.iter().any(|seen| seen.choice == choice));
        }
    }
    missing
}

#[test]
fn every_file_of_the_pack_is_embedded() {
    let source = netcentric();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packs/netcentrische-samenwerking-2017/rules");
    let mut on_disk: Vec<String> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    on_disk.sort();
    let mut embedded: Vec<String> =
        source.files.iter().filter_map(|(path, _)| path.strip_prefix("rules/").map(str::to_owned)).collect();
    embedded.sort();
    assert_eq!(on_disk, embedded);
}
