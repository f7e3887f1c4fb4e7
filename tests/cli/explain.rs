//! `kader explain` as a process.

use crate::runner::{Folder, Outcome};

fn kader(arguments: &str) -> Outcome {
    Folder::new().kader(arguments).run()
}

#[test]
fn explains_in_both_languages() {
    kader("explain R301 --lang nl").exits(0).silent().prints("Reikwijdte past niet bij het aantal regio's");
    kader("explain reach-mismatch --lang en").exits(0).silent().prints("Reach does not match the number of regions");
}

#[test]
fn as_a_page_of_a_book() {
    let text = kader("explain R301 --format markdown --lang en").exits(0).silent().stdout;
    assert!(
        text.starts_with("# R301 reach-mismatch\n\n**Reach does not match the number of regions**\n\n- **severity**: ")
    );
    assert!(text.contains("\n\n## How to mend it\n\nSet `reikwijdte` to `landelijk`."), "{text}");
    assert!(text.contains("\n```diff\n"), "{text}");
    kader("explain koppelsamenwerking --format markdown --color always")
        .exits(0)
        .silent()
        .prints("# koppelsamenwerking\n");
    kader("explain R301 --format html").exits(2).complains("`html`").complains("text, markdown");
}

#[test]
fn words_with_spaces_need_no_quotes() {
    let quoted = Folder::new().kader("explain").arg("Hollands Midden").run().exits(0).silent();
    assert_eq!(kader("explain Hollands Midden").exits(0).stdout, quoted.stdout);
    quoted.prints("VR16\nHollands Midden\n");
}

#[test]
fn a_name_in_several_lists_shows_each() {
    let text = kader("explain kerntaken").exits(0).silent().stdout;
    assert_eq!(text.lines().filter(|line| *line == "kerntaken").count(), 2, "{text}");
}

#[test]
fn an_unknown_name_is_a_mistake_with_the_nearest_that_is_known() {
    let outcome = kader("explain kernsamenwerkin").exits(2).complains("did you mean `kernsamenwerking`?");
    assert_eq!(outcome.stdout, "");
    kader("explain R30X --lang nl").exits(2).complains("bekend zijn hier: R301, R302");
    kader("explain").exits(2).complains("Usage: kader explain");
    Folder::new().kader("explain").arg("").run().exits(2).complains("error: `` is no name");
    let hostile = Folder::new().kader("explain").arg("\u{1B}[31m").run().exits(2);
    assert!(!hostile.stderr.contains('\u{1B}'), "{}", hostile.stderr);
}

#[test]
fn several_names_are_explained_one_by_one_where_they_are_none_together() {
    let both = kader("explain R301 V401 --lang en").exits(0).stdout;
    let one = |code: &str| kader(&format!("explain {code} --lang en")).exits(0).stdout;
    assert_eq!(both, format!("{}\n\n{}", one("R301"), one("V401")));
    kader("explain R301 onzin --lang en").exits(2).complains("`R301 onzin` is no name");
}

#[test]
fn a_slip_in_an_identifier_is_recognized_whatever_its_label_is() {
    for (slip, meant) in [("opleidng", "opleiding"), ("beheerer", "beheerder"), ("alarmerng", "alarmering")] {
        kader(&format!("explain {slip} --lang en")).exits(2).complains(&format!("`{meant}`"));
    }
}

#[test]
fn colours_only_where_asked() {
    assert!(!kader("explain V401").exits(0).stdout.contains('\u{1B}'));
    assert!(kader("explain V401 --color always").exits(0).stdout.contains("\u{1B}[1mV401"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure_and_a_closed_pipe_is_not() {
    use std::process::Stdio;
    let folder = Folder::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = folder.kader("explain R301").command().stdin(Stdio::null()).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let mut command = folder.kader("explain R301").command();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
