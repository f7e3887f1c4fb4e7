//! Standard input as a document.

use crate::runner::{CLEAN, Folder, faulty, other};

#[test]
fn it_is_read_for_the_path_that_is_a_dash() {
    let folder = Folder::new();
    let report = folder.kader("check --format json -").input(faulty()).run().exits(1).json();
    assert_eq!(report.paths(), ["<stdin>"]);
    report.has(&["D109 error /regios/0 value 6:14 178-184"]);
    folder.kader("check -").input(faulty()).run().exits(1).prints("<stdin>:6:14: error[D109]");
    let full = folder.kader("check --format full -").input(faulty()).run().exits(1);
    full.prints("<stdin>:6:14").prints("\"VR99\"");
}

#[test]
fn its_text_counts_and_not_that_of_the_file_of_its_name() {
    let folder = Folder::new().file("a.afspraak.json", faulty()).file("b.afspraak.json", other(CLEAN));
    let run = |paths: &str| folder.kader("check --format json --stdin-filename a.afspraak.json").arg(paths).arg("-");
    run("b.afspraak.json").input(CLEAN).run().exits(0).json().is_clean();
    let report = run(".").input(CLEAN).run().exits(0).json();
    assert_eq!(report.paths(), ["a.afspraak.json", "b.afspraak.json"]);
}

#[test]
fn evidence_is_not_looked_for_without_a_name() {
    let folder = Folder::case("31-stdin-filename");
    let text = folder.read("docs/in.afspraak.json");
    folder.kader("check --format json -").input(text).run().exits(0).json().is_clean();
}

#[test]
fn it_stands_once_however_often_it_is_named() {
    let report = Folder::new().kader("check --format json - -").input(CLEAN).run().exits(0).json();
    assert_eq!(report.paths().len(), 1);
}

#[test]
fn empty_input_is_an_empty_document() {
    Folder::new().kader("check --format json -").run().exits(1).json().has(&["S001 error root token 1:1 0-0"]);
}

#[test]
fn a_name_without_input_is_a_mistake() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    folder.kader("check --stdin-filename a.afspraak.json").run().exits(2).complains("the path `-` only");
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_read_is_a_failure_and_the_rest_is_checked() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let mut command = folder.kader("check --format json - a.afspraak.json").command();
    // A folder can be opened, and not be read.
    let output = command.stdin(std::fs::File::open(folder.path()).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["failures"][0]["path"], "<stdin>");
    assert_eq!(report["documents"][0]["findings"][0]["code"], "D109");
}
