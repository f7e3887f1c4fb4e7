//! `kader check --fix`: what is written, what is shown, and what is left alone.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::runner::{CLEAN, Folder, doubtful, faulty, other};

const A: &str = "a.afspraak.json";
const B: &str = "b.afspraak.json";

/// An agreement with a fix that may not be what is meant: the cooperation's core task is not the partner's.
fn risky() -> String {
    CLEAN.replace(
        r#"[{ "kerntaak": "beheerder" }]"#,
        r#"[{ "kerntaak": "beheerder" }, { "kerntaak": "dienstverlener" }]"#,
    )
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).unwrap()
}

#[test]
fn what_keeps_the_meaning_is_mended_and_the_rest_is_named() {
    let folder = Folder::new().file(A, doubtful()).file(B, other(&risky()));
    let outcome = folder.kader("check --fix").run().exits(1);
    assert_eq!(outcome.stderr.lines().next(), Some("Mended: 1 finding in 1 document: D110 (1)"));
    assert!(outcome.stderr.contains("`--unsafe-fixes` mends 1 finding more."), "{}", outcome.stderr);
    assert!(outcome.stderr.ends_with("  a.afspraak.json\n"), "{}", outcome.stderr);
    outcome.prints("P206");
    assert_eq!(text(&folder, A), CLEAN);
    assert_eq!(text(&folder, B), other(&risky()));
    folder.kader("check --fix --unsafe-fixes").run().exits(0).complains("Mended: 1 finding in 1 document: P206 (1)");
    assert_eq!(text(&folder, B), other(&risky()).replace(r#"["beheerder"]"#, r#"["beheerder", "dienstverlener"]"#));
    folder.kader("check --fix --unsafe-fixes").run().exits(0).complains("There was nothing to mend");
}

#[test]
fn mended_findings_alone_may_fail_a_run() {
    let folder = Folder::new().file(A, doubtful());
    folder.kader("check --fix --exit-non-zero-on-fix").run().exits(1);
    folder.kader("check --fix --exit-non-zero-on-fix").run().exits(0);
}

#[test]
fn fixes_come_with_fix_alone() {
    let folder = Folder::new().file(A, doubtful());
    for flag in ["--unsafe-fixes", "--diff", "--exit-non-zero-on-fix"] {
        folder.kader("check").arg(flag).run().exits(2).complains("--fix");
    }
    for option in ["--redact", "--format json", "--output json=o.json", "--statistics", "--min-severity error"] {
        let name = option.split(' ').next().unwrap();
        folder.kader(&format!("check --fix --diff {option}")).run().exits(2).complains(name);
    }
    assert!(!folder.path().join("o.json").exists());
    assert_eq!(text(&folder, A), doubtful());
}

/// Lets a patch tool apply a diff in a folder; whether there is one.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn patched(folder: &Folder, diff: &str) -> bool {
    let mut patch = Command::new("patch");
    patch.args(["-p0", "--binary"]).current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null());
    match patch.spawn() {
        Ok(mut child) => {
            child.stdin.take().unwrap().write_all(diff.as_bytes()).unwrap();
            assert!(child.wait().unwrap().success(), "{diff}");
            true
        }
        Err(error) => {
            eprintln!("skipped: no `patch` here ({error})");
            false
        }
    }
}

#[test]
fn a_diff_writes_nothing_and_a_patch_tool_applies_it() {
    let crlf = doubtful().replace('\n', "\r\n");
    for name in ["map/a.afspraak.json", "een map/a c.afspraak.json", "m\u{e9}/\"a\"\\.afspraak.json"] {
        let folder = Folder::new().file(name, &crlf).file(B, other(&faulty()));
        let outcome =
            folder.kader("check --fix --diff").run().exits(1).complains("To be mended: 1 finding in 1 document");
        assert!(!outcome.stdout.contains(B) && !outcome.stdout.contains("D109"), "{}", outcome.stdout);
        assert_eq!(text(&folder, name), crlf);
        if patched(&folder, &outcome.stdout) {
            assert_eq!(text(&folder, name), CLEAN.replace('\n', "\r\n"));
        }
    }
    let clean = Folder::new().file(A, CLEAN);
    let outcome = clean.kader("check --fix --diff").run().exits(0);
    assert_eq!(outcome.stdout, "");
    let failing = Folder::new().file(A, CLEAN);
    failing.kader("check --fix --diff a.afspraak.json weg.afspraak.json").run().exits(2).complains("weg.afspraak.json");
}

#[test]
fn standard_input_is_printed_mended_and_the_findings_stand_aside() {
    let folder = Folder::new();
    let both = doubtful().replace("VR17", "VR99");
    let outcome = folder.kader("check --fix -").input(both.as_bytes()).run().exits(1);
    assert_eq!(outcome.stdout, CLEAN.replace("VR17", "VR99"));
    outcome.complains("D109").complains("Mended: 1 finding in 1 document");
    let clean = folder.kader("check --fix - --quiet").input(CLEAN).run().exits(0);
    assert_eq!(clean.stdout, CLEAN);
    let diff = folder.kader("check --fix --diff - --stdin-filename a.afspraak.json").input(doubtful()).run().exits(1);
    assert!(diff.stdout.starts_with("--- a.afspraak.json\n+++ a.afspraak.json\n"), "{}", diff.stdout);
}

/// What takes the place of a text must never be a report.
#[test]
fn standard_input_that_cannot_be_mended_is_printed_as_it_came() {
    let broken = Folder::new().file("kader.toml", "onbekend = 1\n");
    let small = Folder::new().file("kader.toml", "max-size = 10\n");
    let left_out = Folder::new().file("kader.toml", "exclude = [\"weg/**\"]\n");
    let outside = "- --stdin-filename weg/a.afspraak.json --force-exclude";
    for (folder, arguments, status) in [
        (&broken, "-", 2),
        (&small, "-", 1),
        (&left_out, outside, 2),
        (&left_out, &format!("{outside} --allow-empty"), 0),
        (&left_out, "- --config weg.toml", 2),
    ] {
        for command in ["check --fix", "fmt"] {
            if command == "fmt" && arguments.contains("--config") {
                continue;
            }
            let outcome = folder.kader(&format!("{command} {arguments}")).input(doubtful()).run().exits(status);
            assert_eq!(outcome.stdout, doubtful(), "{command} {arguments}: {}", outcome.stderr);
        }
    }
}

/// A text longer than any document may be.
#[test]
fn standard_input_of_any_size_is_given_back() {
    let long = format!("{}{}", doubtful(), " ".repeat(11 << 20));
    for command in ["check --fix -", "fmt -"] {
        let outcome = Folder::new().kader(command).input(long.as_bytes()).run().exits(1);
        assert!(outcome.stdout == long, "{command}: {} bytes", outcome.stdout.len());
        outcome.complains("S005");
    }
}

#[test]
fn while_the_syntax_is_broken_only_that_is_mended_first() {
    let broken = doubtful().replace(r#""fase": "verkenning","#, r#""fase": "verkenning",,"#);
    let comma = doubtful().replace(r#""regios": ["VR17"],"#, r#""regios": ["VR17",],"#);
    let folder = Folder::new().file(A, &broken).file(B, other(&comma));
    folder.kader("check --fix").run().exits(1).complains("D110 (1), S001 (1)");
    assert_eq!(text(&folder, A), broken);
    assert_eq!(text(&folder, B), other(CLEAN));
}

#[test]
fn what_a_person_must_choose_is_left() {
    let folder = Folder::new().file(
        A,
        CLEAN.replace(r#""kerntaak": "beheerder""#, r#""kerntaak": "beheerder", "profiel": "standby-samenwerking""#),
    );
    let outcome = folder.kader("check --fix --unsafe-fixes").run().exits(1).complains("1 finding leaves a choice");
    outcome.prints("P201");
}

#[test]
fn a_core_task_without_a_cooperation_gets_one_unless_another_document_has_it() {
    let two =
        CLEAN.replace(r#"["beheerder"]"#, r#"["beheerder", "dienstverlener"]"#).replace("verkenning", "uitwerking");
    let two =
        two.replace(r#""kerntaak": "beheerder" "#, r#""kerntaak": "beheerder", "profiel": "koppelsamenwerking" "#);
    let folder = Folder::new().file(A, &two);
    let report = folder.kader("check --format json").run().json();
    assert_eq!(report.of("P205")[0]["fixes"][0]["safety"], "unsafe");
    folder.kader("check --fix --unsafe-fixes --select P205").run().exits(0).complains("P205 (1)");
    let added = r#" }, { "kerntaak": "dienstverlener", "profiel": "standby-samenwerking" }]"#;
    assert_eq!(text(&folder, A), two.replace(" }]", added));
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_permissions_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::new().file("echt/b.json", doubtful());
    let file = folder.path().join("echt/b.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    symlink("echt/b.json", folder.path().join(A)).unwrap();
    folder.kader("check --fix").run().exits(0);
    assert!(fs::symlink_metadata(folder.path().join(A)).unwrap().is_symlink());
    assert_eq!(text(&folder, A), CLEAN);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path().join("echt")).unwrap().count(), 1);
}

fn read_only(file: &std::path::Path) {
    let mut permissions = fs::metadata(file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(file, permissions).unwrap();
}

#[test]
fn a_read_only_file_is_a_failure_and_the_others_are_mended() {
    let folder = Folder::new().file(A, doubtful()).file(B, other(&doubtful()));
    read_only(&folder.path().join(A));
    let outcome = folder.kader("check --fix --format json").run().exits(2);
    let outcome = outcome.complains("Mended: 1 finding in 1 document: D110 (1)\n").complains("  b.afspraak.json\n");
    assert!(!outcome.stderr.contains("  a.afspraak.json\n"), "{}", outcome.stderr);
    assert_eq!(text(&folder, A), doubtful());
    assert_eq!(text(&folder, B), other(CLEAN));
    let report = outcome.json();
    let found = report.of("D110");
    assert_eq!(found.len(), 1, "what stands in the files is what is reported");
    assert_eq!(
        report.0["documents"][0]["findings"].as_array().unwrap().len(),
        1,
        "{}",
        report.0["documents"][0]["path"]
    );
    let failure = "this could not be written, and is as it was: access is denied";
    let outcome = folder.kader("check --fix").run().exits(2).complains(failure);
    assert!(!outcome.stderr.contains("nothing to mend"), "{}", outcome.stderr);
}

#[test]
fn beside_a_fault_of_the_syntax_that_a_person_must_mend_the_rest_is_mended() {
    let text_with = |key: &str| CLEAN.replacen("{\n", "{\n  // a note\n", 1).replace("\"fase\"", key);
    let folder = Folder::new().file(A, text_with("\"fasse\""));
    folder.kader("check --fix").run().exits(1).complains("D103 (1)").prints("S001");
    assert_eq!(text(&folder, A), text_with("\"fase\""));
    folder.kader("check --fix").run().exits(1).complains("There was nothing to mend");
}

#[test]
fn what_could_not_be_mended_stays_in_the_baseline() {
    let folder = Folder::new().file(A, doubtful());
    let write = "check --write-baseline --baseline bekend.txt --severity D110=info";
    folder.kader(write).run().exits(0);
    let before = folder.read("bekend.txt");
    read_only(&folder.path().join(A));
    folder.kader(&format!("{write} --fix")).run().exits(2);
    assert_eq!(folder.read("bekend.txt"), before);
}

#[test]
fn nothing_is_written_where_the_command_line_is_wrong() {
    let folder = Folder::new().file(A, doubtful());
    let outcome = folder.kader("check --fix --write-baseline").run().exits(2).complains("--baseline");
    assert!(!outcome.stderr.contains("Mended"), "{}", outcome.stderr);
    assert_eq!(text(&folder, A), doubtful());
}

#[cfg(unix)]
#[test]
fn a_file_with_several_names_is_left() {
    let folder = Folder::new().file(A, doubtful());
    fs::hard_link(folder.path().join(A), folder.path().join(B)).unwrap();
    folder.kader("check --fix").run().exits(2).complains("this file has several names (hard links)");
    assert_eq!((text(&folder, A), text(&folder, B)), (doubtful(), doubtful()));
    assert_eq!(folder.names().len(), 2);
}

/// A limit on the size of files stands for a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn where_there_is_no_room_the_old_file_stays() {
    let long = doubtful().replace("\"fase\"", &format!("\"toelichting\": \"{}\",\n  \"fase\"", "lang ".repeat(400)));
    let folder = Folder::new().file(A, &long).file(B, other(&doubtful()));
    let script = format!("trap '' XFSZ; ulimit -f 1; exec '{}' check --fix --lang en", env!("CARGO_BIN_EXE_kader"));
    let output = Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!((text(&folder, A), text(&folder, B)), (long, other(CLEAN)));
    assert_eq!(folder.names().len(), 2, "nothing is left beside them: {:?}", folder.names());
}

/// Killed at any moment, the program leaves each file as it was or as it shall be.
#[test]
fn a_killed_process_leaves_every_file_whole() {
    const COUNT: usize = 150;
    let name = |number: usize| format!("{number:03}.afspraak.json");
    let own = |text: &str, number: usize| text.replace("proef-a", &format!("proef-{number}"));
    let old = |number| own(&doubtful(), number).replace("Proefpartner", &format!("Partner {number}"));
    let mended = |number| own(CLEAN, number).replace("Proefpartner", &format!("Partner {number}"));
    let mut seen = (0, 0);
    for delay in [1_u64, 10, 20, 30, 40, 60, 80, 120, 160, 240] {
        let folder = (0..COUNT).fold(Folder::new(), |folder, number| folder.file(name(number), old(number)));
        let mut command = Command::new(env!("CARGO_BIN_EXE_kader"));
        command.args(["check", "--fix", "--quiet"]).current_dir(folder.path());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay));
        child.kill().unwrap();
        child.wait().unwrap();
        for number in 0..COUNT {
            let now = text(&folder, &name(number));
            assert!(now == old(number) || now == mended(number), "{}: {now}", name(number));
            if now == old(number) { seen.0 += 1 } else { seen.1 += 1 }
        }
        folder.kader("check --fix").run().exits(0);
        assert!((0..COUNT).all(|number| text(&folder, &name(number)) == mended(number)));
    }
    assert_eq!(seen.0 + seen.1, 10 * COUNT);
    assert!(seen.0 > 0, "the first is killed before it has begun");
}

#[test]
fn what_was_mended_is_said_in_dutch_too() {
    let folder = Folder::new().file(A, doubtful()).file(B, other(&doubtful()));
    let outcome = folder.kader("check --fix --lang nl").run().exits(0);
    assert!(outcome.stderr.starts_with("Hersteld: 2 bevindingen in 2 documenten: D110 (2)\n"), "{}", outcome.stderr);
    folder.kader("check --fix --lang nl").run().exits(0).complains("Er was niets te herstellen");
}
