//! Exit statuses.

use crate::runner::{CLEAN, Folder, doubtful, faulty};

fn status(folder: &Folder, arguments: &str) -> i32 {
    folder.kader(&format!("check {arguments}")).run().status.unwrap()
}

#[test]
fn errors_fail_and_warnings_do_not() {
    assert_eq!(status(&Folder::new().file("a.afspraak.json", CLEAN), ""), 0);
    assert_eq!(status(&Folder::new().file("a.afspraak.json", doubtful()), ""), 0);
    assert_eq!(status(&Folder::new().file("a.afspraak.json", faulty()), ""), 1);
}

#[test]
fn fail_on_says_from_which_level() {
    let doubtful = Folder::new().file("a.afspraak.json", doubtful());
    for (level, expected) in [("error", 0), ("warning", 1), ("info", 1), ("hint", 1), ("never", 0)] {
        assert_eq!(status(&doubtful, &format!("--fail-on {level}")), expected, "{level}");
    }
    assert_eq!(status(&Folder::new().file("a.afspraak.json", faulty()), "--fail-on never"), 0);
}

#[test]
fn what_is_not_shown_counts() {
    let doubtful = Folder::new().file("a.afspraak.json", doubtful());
    let outcome = doubtful.kader("check --format json --min-severity error --fail-on warning").run().exits(1);
    outcome.json().has(&[]);
    assert_eq!(outcome.json().0["summary"]["warning"], 1);
}

#[test]
fn no_document_is_a_failure_unless_it_is_allowed() {
    let empty = Folder::new().file("other.json", "{}");
    empty.kader("check").run().exits(2).complains("error: no document was found");
    let report = empty.kader("check --format json .").run().exits(2).silent().json();
    assert_eq!(report.failures(), [None]);
    empty.kader("check --format json --allow-empty").run().exits(0).json().is_clean();
    empty.kader("check --format full --allow-empty").run().exits(0).silent();
}

#[test]
fn a_failure_goes_before_findings_and_allows_no_excuse() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let outcome = folder.kader("check --allow-empty --fail-on never a.afspraak.json weg").run().exits(2);
    outcome.prints("error[D109]").complains("error: weg: there is no such file or folder");
}

#[cfg(unix)]
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn what_may_not_be_read_is_a_failure() {
    use std::fs::{File, Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new().file("a.afspraak.json", CLEAN).file("b.afspraak.json", faulty());
    let closed = folder.path().join("a.afspraak.json");
    set_permissions(&closed, Permissions::from_mode(0o000)).unwrap();
    if File::open(&closed).is_ok() {
        eprintln!("skipped: the superuser reads everything");
        return;
    }
    let outcome = folder.kader("check").run().exits(2);
    outcome.complains("error: a.afspraak.json: access is denied").prints("b.afspraak.json:6:14: error[D109]");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_a_failure() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    std::os::unix::fs::symlink("nergens", folder.path().join("b.afspraak.json")).unwrap();
    let report = folder.kader("check --format json").run().exits(2).json();
    assert_eq!((report.paths(), report.failures()), (vec!["a.afspraak.json"], vec![Some("b.afspraak.json")]));
}

/// What the system says is told in the reader's language where the program can tell what it is.
#[cfg(unix)]
#[test]
fn the_systems_words_are_told_in_the_readers_language() {
    let folder = Folder::new().file("a", "");
    for (lang, words) in [("nl", "een bestand kan hier niet zo heten"), ("en", "no file can have this name here")] {
        for command in ["check", "fmt", "deviations", "diff a", "init", "deviate V400 --path= --reason=Omdat"] {
            let run =
                folder.kader(&format!("{command} --lang {lang}")).arg("a".repeat(300)).run().exits(2).complains(words);
            assert!(!run.stderr.contains("os error"), "{command}: {}", run.stderr);
        }
        let above = if lang == "nl" { "een deel van dit pad is een bestand" } else { "a part of this path is a file" };
        folder.kader(&format!("check a/b --lang {lang}")).run().exits(2).complains(above);
    }
}
