//! What must hold for every fix, alone and together, on any document.

use kader::policy::FixSafety;

use crate::invariants::fixes::{Faults, faults};
use crate::mutations::damaged;
use crate::spaces;
use crate::support::{alone, judge, repository};

/// How many documents are made from numbers.
const DAMAGED: u64 = 6_000;
const SPACES: u64 = 350;

/// Documents that people wrote, and those of the rules' examples.
fn written() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for folder in ["fixtures/agreements/real", "fixtures/cases", "../shared/agreements/real", "../shared/generated"] {
        if !repository(folder).exists() {
            eprintln!("skipped: no {folder} to mend");
        }
        let walk = ignore::WalkBuilder::new(repository(folder)).sort_by_file_path(Ord::cmp).build();
        let files = walk.filter_map(Result::ok).map(ignore::DirEntry::into_path);
        let documents = files.filter(|path| path.to_string_lossy().ends_with(".afspraak.json"));
        all.extend(
            documents
                .filter(|path| path.is_file())
                .map(|path| std::fs::read(path).unwrap())
                .filter(|bytes| bytes.len() < 30_000),
        );
    }
    let judge = judge("2020-01-15");
    for rule in judge.policies[0].policy.rules() {
        let examples = rule.examples().unwrap();
        let examples = examples.fails.into_iter().chain(examples.passes);
        all.extend(examples.flat_map(|example| example.files).map(|(_, bytes)| bytes));
    }
    all
}

#[test]
fn every_fix_mends_and_all_of_them_come_to_an_end() {
    let mut documents = written();
    documents.extend((0..DAMAGED).map(damaged));
    documents.extend((0..SPACES).flat_map(spaces::files).map(|(_, bytes)| bytes));
    let judge = judge("2020-01-15");
    let all: Vec<Faults<'_>> = std::thread::scope(|scope| {
        let (judge, documents) = (&judge, &documents);
        let half = move |half: usize| -> Vec<Faults<'_>> {
            documents.iter().skip(half).step_by(2).filter_map(|bytes| faults(judge, bytes)).collect()
        };
        let other = scope.spawn(move || half(1));
        half(0).into_iter().chain(other.join().unwrap()).collect()
    });
    let fixes: usize = all.iter().map(|faults| faults.fixes).sum();
    let mut found: Vec<String> = all.into_iter().flat_map(|faults| faults.found).collect();
    found.sort_by_key(String::len);
    assert!(found.is_empty(), "{} faults, the shortest:\n{}", found.len(), found[..found.len().min(5)].join("\n\n"));
    assert!(documents.len() > 8_000 && fixes > 10_000, "{} documents, {fixes} fixes", documents.len());
}

#[test]
fn safety_is_that_of_the_rule() {
    let judge = judge("2020-01-15");
    for bytes in written() {
        for finding in alone(&judge, &bytes).findings {
            let rule = judge.policies[0].policy.rule(finding.code).unwrap();
            assert!(finding.fixes.iter().all(|fix| fix.safety == rule.fix && fix.safety != FixSafety::None));
        }
    }
}
