//! Small workspaces for people to read: what is said of them, and that a part of the files is judged as in the whole.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runner::Folder;

const WORKSPACES: [&str; 7] =
    ["aanvulling", "afwijkingen", "convenant", "drie-regios", "twee-wortels", "tweede-kader", "vervanging"];

/// A whole country: see `tests/core/land.rs` for how it is made, and `overview.rs` for what is shown of it.
const LAND: &str = "land";

/// A copy of a folder of fixtures with the policies beside it.
struct Copy {
    folder: Folder,
    within: String,
}

impl Copy {
    fn of(path: &str) -> Self {
        Self { folder: Folder::fixtures(&[path, "policies"]), within: path.to_owned() }
    }

    fn workspace(name: &str) -> Self {
        Self::of(&format!("workspaces/{name}"))
    }

    fn check(&self, arguments: &str) -> crate::runner::Outcome {
        self.folder.kader(&format!("check {arguments}")).within(&self.within).run()
    }

    /// What is said of each document, by the name of its file: paths differ with the roots of a run.
    fn said(&self, paths: &[String]) -> BTreeMap<String, Value> {
        let outcome = self.check(&format!("--format json --fail-on never {}", paths.join(" "))).exits(0).silent();
        let mut report = outcome.json().0;
        bare(&mut report);
        let documents = report["documents"].as_array().unwrap().iter();
        documents.map(|document| (document["path"].as_str().unwrap().to_owned(), document.clone())).collect()
    }

    /// The paths of the documents from the folder on.
    fn paths(&self) -> Vec<String> {
        let report = self.check("--format json --fail-on never .").exits(0).json();
        report.paths().into_iter().map(str::to_owned).collect()
    }

    /// That a part of the files is judged as in the whole: each alone, and all in two runs.
    #[track_caller]
    fn parts_are_as_the_whole(&self) {
        let (paths, whole) = (self.paths(), self.said(&[".".to_owned()]));
        assert_eq!(paths.len(), whole.len(), "file names are distinct");
        for path in &paths {
            let alone = self.said(std::slice::from_ref(path));
            assert_eq!(alone.len(), 1);
            for (name, said) in alone {
                assert_eq!(Some(&said), whole.get(&name), "{}/{path}", self.within);
            }
        }
        for split in 1..paths.len() {
            let (some, others) = paths.split_at(split);
            let mut parts = self.said(others);
            parts.extend(self.said(some));
            assert_eq!(parts, whole, "{} in two runs at {split}", self.within);
        }
    }
}

/// Leaves of each path the name of the file.
fn bare(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(bare),
        Value::Object(members) => {
            if let Some(Value::String(path)) = members.get_mut("path") {
                *path = path.rsplit('/').next().unwrap_or_default().to_owned();
            }
            members.values_mut().for_each(bare);
        }
        _ => {}
    }
}

#[test]
fn what_is_said_of_each_in_both_languages() {
    for name in WORKSPACES {
        let copy = Copy::workspace(name);
        let about = copy.folder.read(format!("workspaces/{name}/kader.toml"));
        assert!(about.starts_with(b"# "), "{name} says what it shows");
        for lang in ["nl", "en"] {
            let outcome = copy.check(&format!("--format concise --fail-on never --lang {lang}")).exits(0).silent();
            insta::assert_snapshot!(format!("{name}_{lang}"), outcome.stdout);
        }
    }
}

#[test]
fn every_workspace_is_listed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/workspaces");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    let mut known: Vec<&str> = WORKSPACES.into_iter().chain([LAND]).collect();
    known.sort_unstable();
    assert_eq!(names, known);
}

/// Of a workspace this large, some documents: one of several units, a supplement, one that replaces, and one that is replaced.
#[test]
fn a_document_of_the_country_is_judged_as_in_the_whole() {
    let copy = Copy::workspace(LAND);
    let whole = copy.said(&[".".to_owned()]);
    assert!(whole.len() > 70);
    let some = [
        "politie-district-noord",
        "aanvulling-hoogspanning-zeeland",
        "spoorbeheer-nederland",
        "waterschap-waal-en-linge-2019",
    ];
    let paths = some.map(|name| format!("{name}.afspraak.json"));
    for (name, said) in copy.said(&paths) {
        assert_eq!(Some(&said), whole.get(&name), "{name}");
    }
}

#[test]
fn a_part_of_a_workspace_is_judged_as_in_the_whole() {
    for name in WORKSPACES {
        Copy::workspace(name).parts_are_as_the_whole();
    }
}

#[test]
fn a_part_of_the_real_agreements_is_judged_as_in_the_whole() {
    Copy::of("agreements/real").parts_are_as_the_whole();
}

#[cfg(unix)]
#[test]
fn links_between_two_roots() {
    use std::os::unix::fs::symlink;
    let copy = Copy::workspace("twee-wortels");
    let root = copy.folder.path().join("workspaces/twee-wortels");
    symlink("..", root.join("noord/omhoog")).unwrap();
    symlink("noord", root.join("ook-noord")).unwrap();
    let before = copy.said(&[".".to_owned()]);
    assert_eq!(before.len(), 4, "a link to a folder is not followed");
    symlink("../zuid.afspraak.json", root.join("noord/gast.afspraak.json")).unwrap();
    let paths = ["noord/eems", "noord/gast", "noord/wadden", "west"].map(|path| format!("{path}.afspraak.json"));
    assert_eq!(copy.paths(), paths, "one document, under its first name");
    copy.parts_are_as_the_whole();
    let lines = |path: &str| copy.check(&format!("--format json --fail-on never {path}")).exits(0).json().lines();
    let duplicate = |lines: &[String]| lines.iter().any(|line| line.starts_with("W701 "));
    assert!(duplicate(&lines("noord/gast.afspraak.json")));
    assert_eq!(lines("west.afspraak.json"), [""; 0], "the others of its root stand elsewhere now");
    let other_name = lines("zuid.afspraak.json");
    assert!(other_name.len() == 1 && other_name[0].starts_with("W702 "), "{other_name:?}");
}
