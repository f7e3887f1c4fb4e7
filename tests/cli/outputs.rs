//! `--output`: reports in files.

use crate::runner::{CLEAN, FORMATS, Folder, faulty};

#[test]
fn a_file_holds_what_standard_output_would() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    for format in FORMATS {
        let output = format!("{format}=uit/../verslag");
        std::fs::create_dir_all(folder.path().join("uit")).unwrap();
        let outcome = folder.kader("check --format").arg(format).arg("--output").arg(output).run().exits(1);
        assert_eq!(folder.read("verslag"), outcome.stdout.as_bytes(), "{format}");
    }
}

#[test]
fn several_in_one_run_replace_longer_files_and_leave_nothing_else() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN).file("een.json", "x".repeat(1 << 20));
    folder.kader("check --output json=een.json --output concise=twee.txt").run().exits(0).silent();
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&folder.read("een.json")).unwrap()["version"], 1);
    assert_eq!(folder.names(), ["a.afspraak.json", "een.json", "twee.txt"]);
}

#[test]
fn a_file_gets_no_colour() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    folder.kader("check --color always --output full=uit.txt").run().exits(1).prints("\u{1B}[");
    assert!(!folder.read("uit.txt").contains(&0x1B));
}

#[test]
fn what_cannot_be_written_is_told_and_the_rest_is_written() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let outcome =
        folder.kader("check --output json=weg/een.json --output json=. --output json=twee.json").run().exits(2);
    let outcome = outcome.prints("error[D109]").complains("error: weg/een.json: ").complains("error: .: ");
    outcome.complains("the report could not be written");
    assert!(!folder.read("twee.json").is_empty());
}

#[test]
fn the_report_of_a_run_that_fails_is_whole() {
    let folder = Folder::new();
    folder.kader("check --output json=uit.json").run().exits(2);
    let report: serde_json::Value = serde_json::from_slice(&folder.read("uit.json")).unwrap();
    assert_eq!(report["documents"], serde_json::json!([]));
    assert_eq!(report["failures"][0]["path"], serde_json::Value::Null);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_need_not_be_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    folder.kader("check --output").arg(OsStr::from_bytes(b"json=uit=\xFF.json")).run().exits(0);
    assert!(!folder.read(OsStr::from_bytes(b"uit=\xFF.json")).is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    folder
        .kader("check --output json=/dev/full")
        .run()
        .exits(2)
        .complains("error: /dev/full: ")
        .complains("disk is full");
}

#[test]
fn a_report_takes_the_place_of_no_agreement_and_of_no_other_report() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    for command in ["check", "assess", "overview", "deviations"] {
        let run = |arguments: &str| folder.kader(&format!("{command} --lang en {arguments}")).run().exits(2);
        run("--output json=a.afspraak.json").complains("has the name of an agreement");
        run("--output json=out --output markdown=out").complains("two reports go to `out`");
    }
    assert_eq!(folder.read("a.afspraak.json"), CLEAN.as_bytes());
    assert!(!folder.path().join("out").exists());
}
