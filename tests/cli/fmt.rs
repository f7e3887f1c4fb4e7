//! `kader fmt`: what it writes, what it shows, what it leaves.

use crate::runner::{CLEAN, Folder, Outcome};

/// The agreement without its layout.
fn untidy() -> String {
    CLEAN.replace("  \"", "\"").replace(": ", " :").replace(", ", ",\n")
}

/// With a comma too many: S001 at 1:3.
const BROKEN: &str = "[1,]\n";

fn fmt(folder: &Folder, arguments: &str) -> Outcome {
    folder.kader("fmt").arg_all(arguments).run()
}

#[test]
fn documents_are_laid_out_where_they_stand() {
    let folder = Folder::new()
        .file("a.afspraak.json", untidy())
        .file("b.afspraak.json", CLEAN)
        .file("sub/c.afspraak.json", untidy().replace('\n', "\r\n"))
        .file("sub/other.json", "[ ]")
        .file("uit/d.afspraak.json", untidy())
        .file(".gitignore", "uit\n");
    let outcome = fmt(&folder, "").exits(0);
    assert_eq!(outcome.stdout, "a.afspraak.json\nsub/c.afspraak.json\n");
    assert_eq!(outcome.stderr, "2 documents laid out, 1 document unchanged\n");
    assert_eq!(folder.read("a.afspraak.json"), CLEAN.as_bytes());
    assert_eq!(folder.read("sub/c.afspraak.json"), CLEAN.replace('\n', "\r\n").as_bytes());
    assert_eq!(folder.read("sub/other.json"), b"[ ]");
    assert_eq!(folder.read("uit/d.afspraak.json"), untidy().as_bytes());
    let again = fmt(&folder, "").exits(0);
    assert_eq!((&*again.stdout, &*again.stderr), ("", "3 documents unchanged\n"));
    fmt(&folder, "--quiet").exits(0).silent();
    assert_eq!(folder.names().len(), 5, "nothing is left beside them: {:?}", folder.names());
}

#[test]
fn check_names_what_would_change_and_writes_nothing() {
    let folder = Folder::new().file("a.afspraak.json", untidy()).file("b.afspraak.json", CLEAN);
    let outcome = fmt(&folder, "--check").exits(1);
    assert_eq!(outcome.stdout, "a.afspraak.json\n");
    assert_eq!(outcome.stderr, "1 document would change, 1 document unchanged\n");
    assert_eq!(folder.read("a.afspraak.json"), untidy().as_bytes());
    fmt(&folder, "--check b.afspraak.json").exits(0);
    let dutch = fmt(&folder, "--check --lang nl").exits(1);
    assert_eq!(dutch.stderr, "1 document zou veranderen, 1 document ongewijzigd\n");
}

#[test]
fn diff_shows_what_would_change_and_writes_nothing() {
    let text = CLEAN.replace("\"fase\": ", "\"fase\" :");
    let folder = Folder::new().file("a.afspraak.json", &text).file("b.afspraak.json", CLEAN);
    for arguments in ["--diff", "--diff --check"] {
        let outcome = fmt(&folder, arguments).exits(1);
        let shown = r#"--- a.afspraak.json
+++ a.afspraak.json
@@ -4,6 +4,6 @@
   "partner": { "naam": "Proefpartner", "kerntaken": ["beheerder"] },
   "reikwijdte": "regionaal",
   "regios": ["VR17"],
-  "fase" :"verkenning",
+  "fase": "verkenning",
   "samenwerkingen": [{ "kerntaak": "beheerder" }]
 }
"#;
        assert_eq!(outcome.stdout, shown);
        assert_eq!(outcome.stderr, "1 document would change, 1 document unchanged\n");
    }
    assert_eq!(folder.read("a.afspraak.json"), text.as_bytes());
    fmt(&folder, "--diff b.afspraak.json").exits(0);
    assert!(fmt(&folder, "--diff --color always").stdout.contains("\u{1B}[31m-"));
}

#[test]
fn what_cannot_be_read_in_full_is_left() {
    let folder = Folder::new().file("a.afspraak.json", BROKEN).file("b.afspraak.json", untidy());
    let outcome = fmt(&folder, "").exits(1);
    assert_eq!(outcome.stdout, "b.afspraak.json\n");
    assert_eq!(
        outcome.stderr,
        "error: a.afspraak.json:1:3: left as it is, for it cannot be read in full (S001); `kader check` tells what is wrong\n\
         1 document laid out, 1 document left as it is\n"
    );
    assert_eq!(folder.read("a.afspraak.json"), BROKEN.as_bytes());
    let deep = "[".repeat(200) + &"]".repeat(200);
    for (code, bytes) in [("S003", b"\"\xFF\"".to_vec()), ("S004", deep.into()), ("S001", Vec::new())] {
        let folder = Folder::new().file("a.afspraak.json", &bytes);
        fmt(&folder, "--lang nl").exits(1).complains(&format!("niet in zijn geheel te lezen ({code})"));
        assert_eq!(folder.read("a.afspraak.json"), bytes);
    }
    let large = Folder::new().file("kader.toml", "max-size = 10").file("a.afspraak.json", untidy());
    fmt(&large, "").exits(1).complains("(S005)");
    let twice = Folder::new().file("a.afspraak.json", "{\"a\":1,\"a\":2}");
    fmt(&twice, "").exits(0);
    assert_eq!(twice.read("a.afspraak.json"), b"{ \"a\": 1, \"a\": 2 }\n");
}

#[test]
fn cases_that_cannot_be_read_are_left_as_they_are() {
    for (case, files) in [("01-trailing-comma", &["in"][..]), ("17-empty-file", &["leeg", "wit", "merk"])] {
        let folder = Folder::case(case);
        for file in files {
            let name = format!("{file}.afspraak.json");
            let before = folder.read(&name);
            assert_eq!(fmt(&folder, &name).exits(1).complains("S001").stdout, "");
            assert_eq!(folder.read(&name), before, "{case} {file}");
        }
    }
}

#[test]
fn standard_input_is_printed() {
    let folder = Folder::new();
    let run = |arguments: &str, input: &str| folder.kader("fmt -").arg_all(arguments).input(input).run();
    assert_eq!(run("", &untidy()).exits(0).silent().stdout, CLEAN);
    assert_eq!(run("", CLEAN).exits(0).silent().stdout, CLEAN);
    let broken = run("--stdin-filename a.afspraak.json", BROKEN).exits(1);
    assert_eq!(broken.stdout, BROKEN, "what goes through a pipe is not lost");
    broken.complains("error: a.afspraak.json:1:3: left as it is");
    let checked = run("--check", &untidy()).exits(1);
    assert_eq!((&*checked.stdout, &*checked.stderr), ("<stdin>\n", "1 document would change\n"));
    assert!(run("--diff", &untidy()).exits(1).stdout.starts_with("--- <stdin>\n+++ <stdin>\n@@ -1,"));
    run("a.afspraak.json", CLEAN).exits(2).complains("`-` stands alone");
    assert_eq!(folder.names().len(), 0);
}

#[test]
fn documents_are_found_as_a_check_finds_them() {
    let folder = Folder::new()
        .file("kader.toml", "include = [\"*.json\"]\nexclude = [\"oud\"]")
        .file("a.json", "[ ]")
        .file("oud/b.json", "[ ]")
        .file("lijst", "a.json\noud/b.json\n");
    assert_eq!(fmt(&folder, "--check").exits(1).stdout, "a.json\n");
    assert_eq!(fmt(&folder, "--check --files-from lijst").exits(1).stdout, "a.json\noud/b.json\n");
    assert_eq!(fmt(&folder, "--check --files-from lijst --force-exclude").exits(1).stdout, "a.json\n");
    assert_eq!(fmt(&folder, "--check --isolated oud").exits(2).stdout, "");
    fmt(&folder, "--check --isolated oud --allow-empty").exits(0).silent();
    fmt(&folder, "weg a.json").exits(2).complains("error: weg: there is no such file or folder").prints("a.json\n");
    assert_eq!(folder.read("a.json"), b"[]\n");
}

#[test]
fn a_configuration_with_faults_keeps_its_documents_from_being_written() {
    let folder = Folder::new()
        .file("x/kader.toml", "onbekend = 1")
        .file("x/a.afspraak.json", untidy())
        .file("x/b.afspraak.json", untidy())
        .file("y/c.afspraak.json", untidy());
    let outcome = fmt(&folder, "").exits(2).complains("onbekend");
    assert_eq!(outcome.stdout, "y/c.afspraak.json\n");
    assert_eq!(outcome.stderr.matches("is unknown here").count(), 1);
    assert_eq!(folder.read("x/a.afspraak.json"), untidy().as_bytes());
}

#[test]
fn the_same_whatever_the_number_of_threads() {
    let folder = || (0..30).fold(Folder::new(), |folder, at| folder.file(format!("{at}.afspraak.json"), untidy()));
    let run = |jobs: &str| fmt(&folder(), &format!("--jobs {jobs}")).exits(0).stdout;
    assert_eq!(run("1"), run("5"));
    assert_eq!(run("2").lines().count(), 30);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::fs::{Permissions, metadata, set_permissions, symlink_metadata};
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::new().file("a.json", untidy());
    set_permissions(folder.path().join("a.json"), Permissions::from_mode(0o640)).unwrap();
    symlink("a.json", folder.path().join("b.afspraak.json")).unwrap();
    fmt(&folder, "").exits(0);
    assert_eq!(folder.read("a.json"), CLEAN.as_bytes());
    assert_eq!(metadata(folder.path().join("a.json")).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(symlink_metadata(folder.path().join("b.afspraak.json")).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_stays_and_is_a_failure() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new().file("a.afspraak.json", untidy()).file("b.afspraak.json", untidy());
    set_permissions(folder.path().join("a.afspraak.json"), Permissions::from_mode(0o444)).unwrap();
    let outcome = fmt(&folder, "").exits(2);
    assert_eq!(outcome.stdout, "b.afspraak.json\n");
    outcome.complains("error: a.afspraak.json: this could not be written, and is as it was: access is denied\n");
    assert_eq!(folder.read("a.afspraak.json"), untidy().as_bytes());
    fmt(&folder, "--check").exits(1);
}

#[cfg(unix)]
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn a_folder_that_is_read_only_is_a_failure() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new().file("map/a.afspraak.json", untidy());
    let map = folder.path().join("map");
    set_permissions(&map, Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(map.join("x"), "").is_ok() {
        eprintln!("skipped: the superuser writes everywhere");
        return;
    }
    fmt(&folder, "").exits(2).complains("access is denied");
    assert_eq!(folder.read("map/a.afspraak.json"), untidy().as_bytes());
    set_permissions(&map, Permissions::from_mode(0o755)).unwrap();
}

/// A limit on the size of files stands for a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn where_there_is_no_room_the_old_file_stays() {
    let text = format!("[{}]", vec!["1"; 2000].join(",  "));
    let folder = Folder::new().file("a.afspraak.json", &text);
    let kader = env!("CARGO_BIN_EXE_kader");
    let script = format!("trap '' XFSZ; ulimit -f 1; exec '{kader}' fmt --lang en");
    let output = std::process::Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.starts_with("error: a.afspraak.json: this could not be written, and is as it was: "), "{stderr}");
    assert_eq!(folder.read("a.afspraak.json"), text.as_bytes());
    assert_eq!(folder.names().len(), 1, "nothing is left beside it: {:?}", folder.names());
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_is_full_is_a_failure() {
    use std::io::Write as _;
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = Folder::new();
    let mut command = folder.kader("fmt -").command();
    command.stdin(std::process::Stdio::piped()).stdout(full).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(CLEAN.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("standard output could not be written"));
}
