//! Which files are checked, and how they are named.

use crate::runner::{CLEAN, Folder, faulty};

#[test]
fn a_folder_is_walked_and_ignore_files_hold_outside_git() {
    let folder = Folder::new()
        .file("a.afspraak.json", CLEAN)
        .file("sub/b.afspraak.json", CLEAN)
        .file("sub/other.json", "{}")
        .file("uit/c.afspraak.json", CLEAN)
        .file(".gitignore", "uit\n");
    let paths = |arguments: &str| {
        let report = folder.kader(arguments).run().json();
        report.paths().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(paths("check --format json"), ["a.afspraak.json", "sub/b.afspraak.json"]);
    assert_eq!(paths("check --format json sub"), ["sub/b.afspraak.json"]);
    assert_eq!(
        paths("check --format json uit/c.afspraak.json sub/other.json"),
        ["sub/other.json", "uit/c.afspraak.json"]
    );
    assert_eq!(paths("check --format json a.afspraak.json . ./a.afspraak.json sub/../a.afspraak.json").len(), 2);
}

#[test]
fn paths_are_relative_to_the_working_directory_and_in_json_to_the_project() {
    let folder = Folder::new().file("kader.toml", "").file("sub/a.afspraak.json", faulty());
    folder.kader("check").within("sub").run().exits(1).prints("a.afspraak.json:6:14: ");
    let report = folder.kader("check --format json").within("sub").run().exits(1).json();
    assert_eq!(report.paths(), ["sub/a.afspraak.json"]);
}

#[test]
fn a_path_behind_two_dashes_is_no_option() {
    let folder = Folder::new().file("--lang=nl", faulty());
    folder.kader("check -- --lang=nl").run().exits(1).prints("is not a region code");
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_number_of_threads() {
    let mut folder = Folder::new();
    for number in 0..40 {
        folder = folder.file(format!("map-{}/{number}.afspraak.json", number % 3), faulty());
    }
    for format in ["json", "concise", "full"] {
        let run = |jobs: &str| folder.kader("check --format").arg(format).arg("--jobs").arg(jobs).run().exits(1).stdout;
        let alone = run("1");
        assert_eq!(alone, run("2"), "{format}");
        assert_eq!(alone, run("7"), "{format}");
    }
}
