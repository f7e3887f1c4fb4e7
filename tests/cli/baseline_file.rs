//! The file of a baseline: where it is named, what stands in it, and what comes of one that is damaged or cannot be written.

use crate::baseline::{FILE, check, entries, known, wrong};
use crate::runner::{CLEAN, Folder};

#[test]
fn the_file_says_what_it_is_in_both_languages() {
    let folder = known();
    let text = String::from_utf8(folder.read(FILE)).unwrap();
    check(&folder, "--write-baseline --lang nl").exits(0);
    assert_eq!(folder.read(FILE), text.as_bytes(), "whoever writes it");
    let shown = text.replace('\t', "  ");
    insta::assert_snapshot!(shown, @"
    # Bevindingen die bekend zijn en wachten: kader telt ze, en toont ze niet. `kader check --write-baseline` schrijft dit bestand opnieuw.
    # Findings that are known and wait: kader counts them, and does not show them. `kader check --write-baseline` writes this file anew.
    30c42ae133a26f4ba607c7a0d8e33ccd  R301  /reikwijdte  proef-b  sub/b.afspraak.json
    c1835acc41c0ca57b0533d8a5049c673  R301  /reikwijdte  proef-a  a.afspraak.json
    ");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.is_sorted());
}

#[test]
fn the_path_in_a_configuration_begins_at_that_file() {
    let folder = known();
    assert_eq!(
        entries(&folder, FILE),
        ["R301 /reikwijdte proef-a a.afspraak.json", "R301 /reikwijdte proef-b sub/b.afspraak.json"]
    );
    check(&folder, "").exits(0).silent();
    folder.kader("check").within("sub").run().exits(0).silent().prints("in baseline: one finding");
    check(&folder, "--isolated").exits(1);
    let other = folder.file("leeg.txt", "# niets\n");
    check(&other, "--baseline leeg.txt").exits(1).prints("error[R301]").silent();
    other.kader("config show").run().exits(0).prints("baseline").prints(FILE);
}

#[test]
fn a_file_that_cannot_be_read_fails_the_run_with_its_line() {
    let folder = known();
    let text = String::from_utf8(folder.read(FILE)).unwrap();
    let damaged = text.replacen("R301", "R399", 1) + "<<<<<<< HEAD\n";
    let folder = folder.file(FILE, &damaged);
    let outcome = check(&folder, "").exits(2);
    assert!(outcome.stdout.contains("in baseline: 2 findings"), "what can be read counts: {}", outcome.stdout);
    let outcome =
        outcome.complains("No policy in use has a rule `R399`; take this line out").complains("bekend.txt:3:");
    let outcome = outcome.complains("Did you mean `R309`?").complains("bekend.txt:5:");
    outcome.complains("This is no line of a baseline: five columns belong here");
    check(&folder, "--write-baseline").exits(2);
    assert_eq!(folder.read(FILE), damaged.as_bytes(), "it is not written over");
    let report = check(&folder, "--format json").exits(2).json();
    assert_eq!(report.failures(), [Some(FILE), Some(FILE)]);
    let folder = folder.file(FILE, b"\xFF\n");
    check(&folder, "").exits(2).complains("is not valid UTF-8").prints("error[R301]");
    check(&folder, "--baseline sub").exits(2).complains("error: sub: this is a folder");
    check(&folder, "--baseline weg.txt")
        .exits(2)
        .complains("error: weg.txt: there is no such file; `kader check --write-baseline` makes it");
    check(&folder, "--baseline weg.txt --lang nl").exits(2).complains("dit bestand bestaat niet");
}

#[test]
fn a_bad_line_is_shown_with_its_place() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN).file(FILE, "# x\nabc\tR301\t/x\ty\tz\n");
    let shown = "
 error: bekend.txt: This is no fingerprint: 32 digits from 0 to 9 and a to f belong here
   ╭─[bekend.txt:2:1]
 1 │ # x
 2 │ abc    R301    /x    y    z
   · ───
   ╰────
";
    assert_eq!(check(&folder, "--baseline bekend.txt").exits(2).stderr.trim(), shown.trim());
}

#[test]
fn marks_line_ends_and_repetitions_do_no_harm() {
    let folder = known();
    let text = String::from_utf8(folder.read(FILE)).unwrap();
    let last = text.lines().last().unwrap();
    let folder = folder.file(FILE, format!("\u{FEFF}{}{last}\r\n\r\n", text.replace('\n', "\r\n")));
    check(&folder, "").exits(0).silent().prints("in baseline: 2 findings");
    check(&folder, "--write-baseline").exits(0);
    assert_eq!(folder.read(FILE), text.as_bytes());
    let folder = folder.file(FILE, text.replace('\n', "\r"));
    check(&folder, "").exits(0).silent().prints("in baseline: 2 findings");
}

#[test]
fn of_many_bad_lines_the_first_are_shown_and_the_rest_is_counted() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN).file("bekend.txt", "slecht\n".repeat(100_000));
    let outcome = check(&folder, "--baseline bekend.txt").exits(2);
    outcome.complains("bekend.txt:20:1").complains("bekend.txt:21:1").complains("99980 more faults");
}

/// Each place is found in one pass over the file.
#[test]
fn many_entries_that_are_found_no_more_are_named_in_no_time() {
    let line = |number: usize| format!("{number:032x}\tD110\t/regios/1\tweg-{number}\tweg-{number}.afspraak.json\n");
    let lines: String = (0..60_000).map(line).collect();
    let folder = Folder::new().file("kader.toml", "").file("a.afspraak.json", CLEAN).file("bekend.txt", &lines);
    let outcome = check(&folder, "--baseline bekend.txt").exits(0);
    assert_eq!(outcome.stderr.lines().filter(|line| line.contains("weg-")).count(), 60_000);
    outcome.complains("bekend.txt:60000: ");
    let quiet = check(&folder, "--baseline bekend.txt --quiet").exits(0);
    assert_eq!(quiet.stderr, "");
}

#[test]
fn a_file_must_be_named_to_be_written() {
    let folder = Folder::new().file("a.afspraak.json", wrong());
    let outcome = check(&folder, "--write-baseline").exits(2);
    outcome.complains(
        "error: no file is named for the baseline; name one with `--baseline`, or with `baseline` in kader.toml",
    );
    assert_eq!(folder.names().len(), 1);
}

#[test]
fn several_configurations_have_several_baselines() {
    let folder = Folder::new()
        .file("a/kader.toml", "baseline = \"een.txt\"")
        .file("a/a.afspraak.json", wrong())
        .file("b/kader.toml", "baseline = \"twee.txt\"")
        .file("b/b.afspraak.json", wrong())
        .file("c/kader.toml", "")
        .file("c/c.afspraak.json", wrong());
    let written = check(&folder, "--write-baseline").exits(1);
    assert!(written.stdout.contains("c/c.afspraak.json:5:17: error[R301]"), "{}", written.stdout);
    assert_eq!(written.stdout.matches("error[R301]").count(), 1);
    assert_eq!(
        written.stderr,
        "a/een.txt: written, with one entry, 1 new\nb/twee.txt: written, with one entry, 1 new\n"
    );
    assert_eq!(entries(&folder, "a/een.txt"), ["R301 /reikwijdte proef-a a.afspraak.json"]);
    assert_eq!(entries(&folder, "b/twee.txt"), ["R301 /reikwijdte proef-a b.afspraak.json"]);
    check(&folder, "a b").exits(0).silent();
    let one = check(&folder, "--baseline alles.txt --write-baseline").exits(0);
    assert_eq!(one.stderr, "alles.txt: written, with 3 entries, 3 new\n");
}

#[cfg(unix)]
#[test]
fn odd_names_survive() {
    let key = CLEAN.replace("\"fase\"", "\"a\\tb\\u202e\": 1, \"fase\"").replace("  \"id\": \"proef-a\",\n", "");
    let folder =
        Folder::new().file("kader.toml", format!("baseline = \"{FILE}\"")).file("a\tb \u{202E}.afspraak.json", key);
    check(&folder, "--write-baseline").exits(1).prints("error[D102]");
    assert_eq!(entries(&folder, FILE), ["D103 /a\\u{9}b\\u{202E} - a\\u{9}b \\u{202E}.afspraak.json"]);
    let again = check(&folder, "").exits(1).silent();
    assert!(!again.stdout.contains("D103"), "{}", again.stdout);
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_a_failure_and_hides_nothing_new() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use crate::runner::other;

    let folder = known().file("c.afspraak.json", other(&wrong()).replace("proef-b", "proef-c"));
    let before = folder.read(FILE);
    fs::set_permissions(folder.path().join(FILE), fs::Permissions::from_mode(0o444)).unwrap();
    let outcome = check(&folder, "--write-baseline").exits(2);
    assert!(outcome.stdout.contains("c.afspraak.json:5:17: error[R301]"), "{}", outcome.stdout);
    outcome.complains("error: bekend.txt: this could not be written, and is as it was: access is denied");
    assert_eq!(folder.read(FILE), before);
    let report = check(&folder, "--write-baseline --format json").exits(2).json();
    assert_eq!(report.failures(), [Some(FILE)]);
    check(&folder, "--baseline weg/bekend.txt --write-baseline")
        .exits(2)
        .complains("error: weg/bekend.txt: this could not be written");
}
