//! What must not matter: order, threads, strangers, which part is asked for, names of files, the language.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kader::findings::fingerprint::Fingerprint;
use kader::policy::Lang;
use kader::report::formats::Format;
use kader::system::{Memory, Os};
use serde_json::Value;

use super::document::Space;
use super::make;
use super::runs::{self, All, Baseline, Said, Way};
use crate::dice::Dice;
use crate::support::written;
use crate::wellformed::{self, Told};

fn files(space: &Space) -> Vec<PathBuf> {
    space.documents.iter().map(|document| document.file().into()).collect()
}

/// The documents of one project root that has a configuration of its own.
fn report(system: &Memory, paths: Vec<PathBuf>, jobs: usize) -> Vec<u8> {
    runs::bytes(&runs::go(system, paths, &Way { jobs, ..Way::default() }), Lang::En, jobs)
}

pub(super) fn order_of_arguments(space: &Space, baseline: &Baseline, dice: &mut Dice) {
    let mut paths = files(space);
    dice.shuffle(&mut paths);
    let same = report(&baseline.memory, paths, 1) == baseline.report;
    assert!(same);
}

/// Each format for programs, by turns.
pub(super) fn formats(_: &Space, baseline: &Baseline, dice: &mut Dice) {
    let formats: Vec<Format> = Format::ALL.into_iter().filter(|format| !format.counts_by_rule).collect();
    let format = dice.of(&formats);
    // Those for people who read no code have no reader.
    if let Some(told) = wellformed::read(format.word, &written(&baseline.run, format)) {
        assert_eq!(told, Told::of(&baseline.run).in_format(format.word), "{}", format.word);
    }
}

/// A few workspaces side by side under one root: so many documents are judged on several threads.
pub(super) fn threads(space: &Space, _: &Baseline, dice: &mut Dice) {
    if !dice.once_in(8) {
        return;
    }
    let memory = Memory::new().with_current_dir("/w").with_file("/w/kader.toml", "");
    let others = [make::space(dice.below(10_000) as u64), make::space(dice.below(10_000) as u64)];
    for (number, space) in others.iter().chain([space]).enumerate() {
        for document in &space.documents {
            memory.put(format!("/w/{number}/{}", document.path), document.text());
        }
    }
    let whole = report(&memory, vec![".".into()], 1);
    for jobs in [2, 4] {
        let same = report(&memory, vec![".".into()], jobs) == whole;
        assert!(same, "{jobs} threads");
    }
}

#[test]
fn order_of_files_on_disk_changes_nothing() {
    for number in 0..40 {
        let space = make::space(number);
        let on_disk = |reverse: bool| {
            let folder = tempfile::tempdir().unwrap();
            let configs = space.configs.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
            let documents = space.documents.iter().map(|document| (document.path.clone(), document.text()));
            let mut files: Vec<(String, String)> = configs.chain(documents).collect();
            if reverse {
                files.reverse();
            }
            for (path, text) in files {
                let path = folder.path().join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
            runs::bytes(&runs::go(&Os, vec![folder.path().into()], &Way::default()), Lang::Nl, 1)
        };
        assert!(on_disk(false) == on_disk(true), "workspace {number}:\n{space}");
    }
}

pub(super) fn a_stranger(space: &Space, baseline: &Baseline, _: &mut Dice) {
    let mut with = baseline.all.clone();
    with.remove(&PathBuf::from(space.documents[space.stranger].file()));
    if !with.is_empty() {
        runs::alike(&runs::of(&space.without(space.stranger)), &with, "without the stranger");
    }
}

/// All in two parts, one of which is often a single document; in one workspace of eight every document alone, too.
pub(super) fn a_part(space: &Space, baseline: &Baseline, dice: &mut Dice) {
    let whole = &baseline.all;
    let mut files = files(space);
    dice.shuffle(&mut files);
    let every = dice.once_in(8);
    for file in files.iter().filter(|_| every) {
        let expected = whole.get_key_value(file).map(|(file, said)| (file.clone(), said.clone()));
        runs::alike(&baseline.some(std::slice::from_ref(file)), &expected.into_iter().collect(), "alone");
    }
    let (some, others) = files.split_at(if dice.once_in(2) { 1 } else { 1 + dice.below(files.len() - 1) });
    let together: All = [some, others].into_iter().flat_map(|part| baseline.some(part)).collect();
    runs::alike(&together, whole, "in two parts");
}

pub(super) fn a_name(space: &Space, baseline: &Baseline, dice: &mut Dice) {
    let at = dice.below(space.documents.len());
    let mut renamed = space.documents[at].clone();
    renamed.path = renamed.path.replace(".afspraak", "-anders.afspraak");
    let (old, new) = (PathBuf::from(space.documents[at].file()), PathBuf::from(renamed.file()));
    let other = space.with(at, renamed);
    let order = |space: &Space| {
        let mut order: Vec<usize> = (0..space.documents.len()).collect();
        order.sort_by_key(|at| space.documents[*at].path.clone());
        order
    };
    assert_eq!(order(space), order(&other));
    let mut expected = baseline.all.clone();
    let mut said = runs::of(&other);
    // A document without a sound id goes by its path.
    let nameless = space.documents[at].get("id").and_then(Value::as_str).is_none_or(|id| id.contains(' '));
    for said in [&mut expected, &mut said].into_iter().filter(|_| nameless) {
        let all = said.values_mut().flat_map(Said::all_mut);
        all.for_each(|seen| seen.finding.fingerprint = Fingerprint::default());
    }
    move_file(&mut expected, &old, &new);
    runs::alike(&said, &expected, "renamed");
}

/// Puts one file in the place of another, wherever it is named.
fn move_file(all: &mut All, old: &Path, new: &Path) {
    if let Some(own) = all.remove(old) {
        all.insert(new.into(), own);
    }
    for seen in all.values_mut().flat_map(Said::all_mut) {
        seen.elsewhere.iter_mut().filter(|(file, ..)| file == old).for_each(|(file, ..)| *file = new.into());
    }
}

pub(super) fn the_language(_: &Space, baseline: &Baseline, _: &mut Dice) {
    let dutch = runs::bytes(&baseline.run, Lang::Nl, 1);
    let [nl, en] = [&dutch, &baseline.report].map(|report| {
        let mut value: Value = serde_json::from_slice(report).unwrap();
        let words = wordless(&mut value);
        (value, words)
    });
    assert_eq!(nl, en);
}

/// Takes the words out of a report, and counts them.
fn wordless(value: &mut Value) -> usize {
    match value {
        Value::Array(items) => items.iter_mut().map(wordless).sum(),
        Value::Object(members) => {
            let words = ["message", "help", "label", "title", "citations"];
            let gone = words.iter().filter(|word| members.remove(**word).is_some()).count();
            gone + members.values_mut().map(wordless).sum::<usize>()
        }
        _ => 0,
    }
}

/// They have from two to eight documents, and a number always gives the same one.
#[test]
fn workspaces_differ() {
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for number in 0..200 {
        *lengths.entry(make::space(number).documents.len()).or_default() += 1;
    }
    assert_eq!(lengths.keys().copied().collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(make::space(7).to_string(), make::space(7).to_string());
    assert_ne!(make::space(7).to_string(), make::space(8).to_string());
}
