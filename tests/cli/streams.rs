//! Closed pipes, a full disk, and no terminal anywhere.

use std::io::Read as _;
use std::process::Stdio;

use crate::runner::{Folder, faulty};

/// Enough findings for more than a pipe holds.
fn many() -> Folder {
    let mut folder = Folder::new();
    for number in 0..600 {
        folder = folder.file(format!("{number}.afspraak.json"), faulty());
    }
    folder
}

#[test]
fn a_closed_pipe_ends_the_program_quietly_with_the_status_of_the_findings() {
    let folder = many();
    for (arguments, status) in [("check --format json", 1), ("check --format full", 1), ("check --fail-on never", 0)] {
        let mut command = folder.kader(arguments).command();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments}");
    }
}

#[test]
fn a_pipe_may_be_closed_after_the_first_bytes() {
    let folder = many();
    let mut command = folder.kader("check --format json").command();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 100]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(1), Vec::new()));
}

#[test]
fn commands_that_look_things_up_end_quietly_too() {
    let folder = Folder::new();
    for arguments in
        ["explain R301", "rules", "rules --format json", "rules --format markdown", "schema", "policy show"]
    {
        let mut command = folder.kader(arguments).command();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure_with_a_message() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let looked_up = ["rules --format json", "schema", "policy check"];
    let checks = ["check", "check --format json", "check --format full --fail-on never", "--help", "--version"];
    for arguments in checks.into_iter().chain(looked_up) {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.kader(arguments).command().stdin(Stdio::null()).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(message, "error: standard output could not be written: the disk is full\n", "{arguments}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn standard_error_may_be_full_or_closed() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = folder.kader("check --verbose a.afspraak.json weg").command();
    let output = command.stdin(Stdio::null()).stderr(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[D109]"));
}

#[test]
fn text_from_a_document_never_reaches_the_output_unescaped() {
    let text = faulty().replace("VR99", "VR\\u001b[31m\\u202e");
    let folder = Folder::new().file("a.afspraak.json", text).file("b\u{1B}.afspraak.json", faulty());
    for format in ["full", "concise", "json"] {
        let outcome = folder.kader("check --format").arg(format).run().exits(1);
        assert!(!outcome.stdout.contains(['\u{1B}', '\u{202E}']), "{}", outcome.stdout);
    }
    let missing = folder.kader("check").arg("c\u{1B}[31m").run().exits(2);
    assert!(!missing.stderr.contains('\u{1B}'), "{}", missing.stderr);
    let wrong = folder.kader("check").arg("--select=\u{1B}[31m").run().exits(2);
    assert!(!wrong.stderr.contains('\u{1B}'), "{}", wrong.stderr);
}
