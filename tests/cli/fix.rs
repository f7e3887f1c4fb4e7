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
    folder.kader("check --fix --diff --redact").run().exits(2).complains("--redact");
    assert_eq!(text(&folder, A), doubtful());
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn a_diff_writes_nothing_and_a_patch_tool_applies_it() {
    let crlf = doubtful().replace('\n', "\r\n");
    let folder = Folder::new().file("map/a.afspraak.json", &crlf).file(B, other(&faulty()));
    let outcome = folder.kader("check --fix --diff").run().exits(1).complains("To be mended: 1 finding in 1 document");
    assert!(!outcome.stdout.contains(B) && !outcome.stdout.contains("D109"), "{}", outcome.stdout);
    assert_eq!(text(&folder, "map/a.afspraak.json"), crlf);
    let mut patch = Command::new("patch");
    patch.args(["-p0", "--binary"]).current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null());
    match patch.spawn() {
        Ok(mut child) => {
            child.stdin.take().unwrap().write_all(outcome.stdout.as_bytes()).unwrap();
            assert!(child.wait().unwrap().success());
            assert_eq!(text(&folder, "map/a.afspraak.json"), CLEAN.replace('\n', "\r\n"));
        }
        Err(error) => eprintln!("skipped: no `patch` here ({error})"),
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

#[test]
fn a_read_only_file_is_a_failure_and_the_others_are_mended() {
    let folder = Folder::new().file(A, doubtful()).file(B, other(&doubtful()));
    let file = folder.path().join(A);
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let outcome = folder.kader("check --fix").run().exits(2);
    outcome.complains("a.afspraak.json: this could not be written, and is as it was: access is denied");
    assert_eq!(text(&folder, A), doubtful());
    assert_eq!(text(&folder, B), other(CLEAN));
}

#[test]
fn what_was_mended_is_said_in_dutch_too() {
    let folder = Folder::new().file(A, doubtful()).file(B, other(&doubtful()));
    let outcome = folder.kader("check --fix --lang nl").run().exits(0);
    assert!(outcome.stderr.starts_with("Hersteld: 2 bevindingen in 2 documenten: D110 (2)\n"), "{}", outcome.stderr);
    folder.kader("check --fix --lang nl").run().exits(0).complains("Er was niets te herstellen");
}
