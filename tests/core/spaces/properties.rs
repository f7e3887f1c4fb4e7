//! What must not matter: order, threads, strangers, which part is asked for, names of files, the language.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kader::findings::fingerprint::Fingerprint;
use kader::policy::Lang;
use kader::system::{Memory, Os};
use serde_json::Value;

use super::document::Space;
use super::runs::{self, All, Said, Way};
use super::{for_each, make};

fn files(space: &Space) -> Vec<PathBuf> {
    space.documents.iter().map(|document| document.file().into()).collect()
}

/// The documents of one project root that has a configuration of its own.
fn report(system: &Memory, paths: Vec<PathBuf>, jobs: usize) -> Vec<u8> {
    runs::bytes(&runs::go(system, paths, &Way { jobs, ..Way::default() }), Lang::En, jobs)
}

#[test]
fn order_of_arguments_changes_nothing() {
    for_each(|space, dice| {
        let memory = space.memory();
        let whole = report(&memory, vec![".".into()], 1);
        let mut paths = files(space);
        dice.shuffle(&mut paths);
        let same = report(&memory, paths, 1) == whole;
        assert!(same);
    });
}

/// A few workspaces side by side under one root: so many documents are judged on several threads.
#[test]
fn threads_change_nothing() {
    for_each(|space, dice| {
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
    });
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

#[test]
fn a_stranger_changes_nothing() {
    for_each(|space, _| {
        let mut with = runs::of(space);
        with.remove(&PathBuf::from(space.documents[space.stranger].file()));
        if !with.is_empty() {
            runs::alike(&runs::of(&space.without(space.stranger)), &with, "without the stranger");
        }
    });
}

#[test]
fn a_part_is_judged_as_in_the_whole() {
    for_each(|space, dice| {
        let whole = runs::of(space);
        let mut files = files(space);
        dice.shuffle(&mut files);
        for file in &files {
            let alone = runs::of_some(space, std::slice::from_ref(file));
            let expected = whole.get_key_value(file).map(|(file, said)| (file.clone(), said.clone()));
            runs::alike(&alone, &expected.into_iter().collect(), "alone");
        }
        let (some, others) = files.split_at(dice.below(files.len()));
        let parts = [some, others].into_iter().filter(|part| !part.is_empty());
        let together: All = parts.flat_map(|part| runs::of_some(space, part)).collect();
        runs::alike(&together, &whole, "in two parts");
    });
}

#[test]
fn a_name_without_another_order_changes_nothing_else() {
    for_each(|space, dice| {
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
        let mut expected = runs::of(space);
        let mut said = runs::of(&other);
        // A document without a sound id goes by its path.
        let nameless = space.documents[at].get("id").and_then(Value::as_str).is_none_or(|id| id.contains(' '));
        for said in [&mut expected, &mut said].into_iter().filter(|_| nameless) {
            let all = said.values_mut().flat_map(Said::all_mut);
            all.for_each(|seen| seen.finding.fingerprint = Fingerprint::default());
        }
        move_file(&mut expected, &old, &new);
        runs::alike(&said, &expected, "renamed");
    });
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

#[test]
fn the_language_changes_words_alone() {
    for_each(|space, _| {
        let run = runs::go(&space.memory(), vec![".".into()], &Way::default());
        let [nl, en] = [Lang::Nl, Lang::En].map(|lang| {
            let mut value: Value = serde_json::from_slice(&runs::bytes(&run, lang, 1)).unwrap();
            let words = wordless(&mut value);
            (value, words)
        });
        assert_eq!(nl.0, en.0);
        assert!(nl.1 == 0 || nl.1 == en.1);
    });
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

/// Something is found in most of these workspaces: the properties are about something.
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
