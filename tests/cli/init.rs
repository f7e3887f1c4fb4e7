//! `kader init` as a process.

use crate::runner::{CLEAN, Folder};

#[test]
fn a_first_configuration_in_both_languages() {
    for lang in ["nl", "en"] {
        let folder = Folder::new().file("a.afspraak.json", CLEAN);
        folder.kader(&format!("init --lang {lang}")).run().exits(0).silent().prints("kader.toml");
        assert_eq!(folder.names(), ["a.afspraak.json", "kader.toml"]);
        insta::assert_snapshot!(format!("init_{lang}"), String::from_utf8(folder.read("kader.toml")).unwrap());
        folder.kader("check").run().exits(0).silent();
        folder.kader("config show").run().exits(0).silent().prints("kader.toml:");
    }
}

#[test]
fn what_exists_stays_as_it_is() {
    let folder = Folder::new().file("kader.toml", "lang = \"nl\"").file(".gitlab-ci.yml", "mine");
    folder.kader("init").run().exits(2).complains("kader.toml: dit bestand bestaat al");
    let run = folder.kader("init --lang en --pre-commit --pipeline gitlab").run().exits(2);
    run.complains("kader.toml: this file exists").complains(".gitlab-ci.yml: this").prints(".pre-commit-config.yaml");
    assert_eq!(folder.read("kader.toml"), b"lang = \"nl\"");
    assert_eq!(folder.read(".gitlab-ci.yml"), b"mine");
    assert_eq!(folder.names(), [".gitlab-ci.yml", ".pre-commit-config.yaml", "kader.toml"]);
}

#[test]
fn the_files_of_pipelines() {
    let folder = Folder::new();
    for (system, file) in
        [("github", ".github/workflows/kader.yml"), ("gitlab", ".gitlab-ci.yml"), ("azure", "azure-pipelines.yml")]
    {
        let into = format!("map-{system}");
        std::fs::create_dir(folder.path().join(&into)).unwrap();
        folder.kader(&format!("init {into} --pipeline {system} --lang en")).run().exits(0).silent().prints(file);
        let text = String::from_utf8(folder.read(format!("{into}/{file}"))).unwrap();
        assert!(text.starts_with("# Checks all agreements.") && text.contains("kader check"), "{text}");
        assert!(!text.contains('\t') && text.lines().all(|line| line.trim_end() == line), "{text}");
    }
    let both = Folder::new();
    let run = both.kader("init --pipeline github --pipeline azure --pipeline github").run().exits(0).silent();
    run.prints("kader.yml").prints("azure-pipelines.yml");
    assert_eq!(both.names(), [".github", "azure-pipelines.yml", "kader.toml"]);
    folder.kader("init --pipeline jenkins").run().exits(2).complains("github, gitlab, azure");
}

#[test]
fn a_hook_of_pre_commit() {
    let folder = Folder::new();
    folder.kader("init --pre-commit --lang nl").run().exits(0).silent();
    let text = String::from_utf8(folder.read(".pre-commit-config.yaml")).unwrap();
    insta::assert_snapshot!("init_pre_commit_nl", text);
}

#[test]
fn what_cannot_be_written_is_named() {
    let folder = Folder::new().file("a", "");
    folder.kader("init a --lang en").run().exits(2).complains("a: this is a file, and no folder");
    folder.kader("init a/b --lang nl").run().exits(2).complains("a/b: een deel van dit pad is een bestand");
    folder.kader("init typo/dir --lang en").run().exits(2).complains("typo/dir: this folder does not exist");
    assert_eq!(folder.names(), ["a"]);
}
