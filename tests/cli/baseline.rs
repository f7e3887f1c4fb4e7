//! Baselines: findings that are known are counted, not shown, and never fail a run.

use std::fs;

use crate::runner::{CLEAN, Folder, Outcome, doubtful, faulty, other};

const FILE: &str = "bekend.txt";

/// An agreement with one error that may wait: R301.
fn wrong() -> String {
    CLEAN.replace("regionaal", "bovenregionaal")
}

fn check(folder: &Folder, arguments: &str) -> Outcome {
    folder.kader("check").arg_all(arguments).run()
}

/// The entries of a baseline: code, subject, id and path.
fn entries(folder: &Folder, file: &str) -> Vec<String> {
    let text = String::from_utf8(folder.read(file)).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut entries: Vec<String> = lines.map(|line| line.split_once('\t').unwrap().1.replace('\t', " ")).collect();
    entries.sort();
    entries
}

/// Two agreements with an error each, and a baseline that kader.toml names and that holds them.
fn known() -> Folder {
    let folder = Folder::new()
        .file("kader.toml", format!("baseline = \"{FILE}\""))
        .file("a.afspraak.json", wrong())
        .file("sub/b.afspraak.json", other(&wrong()));
    check(&folder, "--write-baseline").exits(0);
    folder
}

#[test]
fn what_is_known_is_counted_and_neither_shown_nor_a_reason_to_fail() {
    let folder = Folder::new().file("a.afspraak.json", wrong());
    check(&folder, "").exits(1).prints("error[R301]");
    let written = check(&folder, "--baseline bekend.txt --write-baseline").exits(0);
    assert_eq!(written.stdout, "No findings in one document; in baseline: one finding\n");
    assert_eq!(written.stderr, "bekend.txt: written, with one entry, 1 new\n");
    assert_eq!(entries(&folder, FILE), ["R301 /reikwijdte proef-a a.afspraak.json"]);
    let text = check(&folder, "--baseline bekend.txt").exits(0).silent().stdout;
    assert_eq!(text, "No findings in one document; in baseline: one finding\n");
    let report = check(&folder, "--baseline bekend.txt --format json --fail-on hint").exits(0).silent().json();
    report.is_clean();
    assert_eq!((&report.0["summary"]["baseline"], &report.0["summary"]["error"]), (&1.into(), &0.into()));
    check(&folder, "--baseline bekend.txt --format full").exits(0).prints("= in baseline: one finding");
    fs::write(folder.path().join("a.afspraak.json"), wrong().replace("VR17", "VR17\", \"VR17")).unwrap();
    let new = check(&folder, "--baseline bekend.txt").exits(0);
    new.prints("warning[D110]").prints("; in baseline: one finding");
}

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
fn what_is_found_no_more_is_named_and_dropped_when_the_file_is_written() {
    let folder = known().file("a.afspraak.json", CLEAN);
    let outcome = check(&folder, "").exits(0);
    let line = outcome.stderr.lines().next().unwrap();
    assert!(["bekend.txt:3: ", "bekend.txt:4: "].iter().any(|place| line.starts_with(place)), "{line}");
    assert!(line.ends_with("no longer found: R301 /reikwijdte in proef-a"), "{line}");
    assert!(
        outcome
            .stderr
            .ends_with("\nbekend.txt: one entry of the baseline is no longer found; `--write-baseline` drops it\n")
    );
    assert_eq!(entries(&folder, FILE).len(), 2, "only asking writes nothing");
    let written = check(&folder, "--write-baseline --lang nl").exits(0);
    let text = "weggelaten, want niet meer gevonden: R301 /reikwijdte in proef-a\nbekend.txt: geschreven, met één bevinding, 1 weggelaten\n";
    assert!(written.stderr.ends_with(text), "{}", written.stderr);
    assert_eq!(entries(&folder, FILE), ["R301 /reikwijdte proef-b sub/b.afspraak.json"]);
}

#[test]
fn a_part_of_the_files_leaves_the_others_alone() {
    let folder = known().file("a.afspraak.json", CLEAN).file("sub/b.afspraak.json", other(CLEAN));
    let part = check(&folder, "sub").exits(0);
    assert!(part.stderr.contains("in proef-b\n") && !part.stderr.contains("proef-a"), "{}", part.stderr);
    check(&folder, "sub --write-baseline").exits(0);
    assert_eq!(entries(&folder, FILE), ["R301 /reikwijdte proef-a a.afspraak.json"]);
    // A new finding in the part comes beside what is known of the whole.
    let folder = folder.file("sub/b.afspraak.json", other(&doubtful()));
    check(&folder, "sub --write-baseline").exits(0);
    assert_eq!(
        entries(&folder, FILE),
        ["D110 /partner/kerntaken/1 proef-b sub/b.afspraak.json", "R301 /reikwijdte proef-a a.afspraak.json"]
    );
}

#[test]
fn a_part_of_the_rules_leaves_the_others_alone() {
    let folder = known();
    check(&folder, "--select V,D").exits(0).silent();
    check(&folder, "--ignore R301 --write-baseline").exits(0);
    assert_eq!(entries(&folder, FILE).len(), 2);
    let gone = folder.file("a.afspraak.json", CLEAN);
    check(&gone, "--select R301").exits(0).complains("in proef-a\n");
}

#[test]
fn a_document_that_cannot_be_read_in_full_loses_nothing() {
    let folder = known().file("a.afspraak.json", wrong().replace("VR17\"]", "VR17\",]"));
    let outcome = check(&folder, "--write-baseline").exits(1).prints("error[S001]");
    assert!(!outcome.stderr.contains("dropped"), "{}", outcome.stderr);
    outcome
        .complains("bekend.txt: one error in the syntax or the form (S, D) is not put in: it hides what else is wrong");
    assert!(entries(&folder, FILE).contains(&"R301 /reikwijdte proef-a a.afspraak.json".to_owned()));
}

#[test]
fn without_context_rules_across_documents_lose_nothing() {
    let folder = Folder::fixtures(&["workspaces/drie-regios"]);
    let folder =
        folder.file("workspaces/drie-regios/kader.toml", "baseline = \"../x/bekend.txt\"").file("workspaces/x/y", "");
    let run =
        |arguments: &str| folder.kader("check").within("workspaces/drie-regios").arg_all(arguments).run().exits(0);
    run("--write-baseline");
    let whole = entries(&folder, "workspaces/x/bekend.txt");
    assert!(whole.iter().any(|line| line.starts_with("W702 ")) && whole[0].contains(" ../drie-regios/"), "{whole:?}");
    run("--no-context haaglanden.afspraak.json").silent();
    run("--no-context haaglanden.afspraak.json --write-baseline");
    assert_eq!(entries(&folder, "workspaces/x/bekend.txt"), whole);
    run("").silent().prints("No findings in 3 documents; in baseline: 10 findings");
}

#[test]
fn a_document_that_has_moved_is_known_and_one_that_is_gone_is_not() {
    let folder = known();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("nieuw")).unwrap();
    fs::rename(path("a.afspraak.json"), path("nieuw/c.afspraak.json")).unwrap();
    check(&folder, "").exits(0).silent().prints("in baseline: 2 findings");
    check(&folder, "sub").exits(0).silent();
    check(&folder, "sub --write-baseline").exits(0);
    assert_eq!(entries(&folder, FILE).len(), 2, "it is elsewhere, and the run has not looked at it");
    fs::remove_file(path("nieuw/c.afspraak.json")).unwrap();
    check(&folder, "sub").exits(0).complains("no longer found: R301 /reikwijdte in proef-a");
    let outside = folder.kader("check --no-context sub").run().exits(0);
    assert_eq!(outside.stderr, "", "without context nobody knows where it is");
    check(&folder, "--write-baseline").exits(0);
    assert_eq!(entries(&folder, FILE), ["R301 /reikwijdte proef-b sub/b.afspraak.json"]);
}

#[test]
fn documents_that_share_an_id_are_looked_at_together() {
    let folder = Folder::new()
        .file("kader.toml", format!("baseline = \"{FILE}\""))
        .file("a.afspraak.json", wrong())
        .file("b.afspraak.json", wrong());
    check(&folder, "--write-baseline").exits(0);
    let all = entries(&folder, FILE);
    assert!(all.len() >= 2, "{all:?}");
    for part in ["a.afspraak.json", "b.afspraak.json"] {
        check(&folder, part).exits(0).silent();
        check(&folder, &format!("--write-baseline {part}")).exits(0);
        assert_eq!(entries(&folder, FILE), all);
    }
}

#[test]
fn errors_in_the_syntax_and_the_form_never_wait() {
    let folder = Folder::new().file("kader.toml", format!("baseline = \"{FILE}\"")).file("a.afspraak.json", faulty());
    let written = check(&folder, "--write-baseline").exits(1).prints("error[D109]");
    assert!(
        written.stderr.starts_with("bekend.txt: written, without entries\nbekend.txt: one error"),
        "{}",
        written.stderr
    );
    assert_eq!(entries(&folder, FILE), [""; 0]);
    let report = check(&folder, "--format json").exits(1).json();
    let fingerprint = report.findings()[0]["fingerprint"].as_str().unwrap();
    let by_hand = format!("{fingerprint}\tD109\t/regios/0\tproef-a\ta.afspraak.json\n");
    let folder = folder.file(FILE, by_hand);
    check(&folder, "").exits(1).silent().prints("error[D109]");
    check(&folder, "--write-baseline --lang nl")
        .exits(1)
        .complains("één fout in de syntaxis of de vorm (S, D) komt er niet in");
    assert_eq!(entries(&folder, FILE), [""; 0]);
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

#[test]
fn what_is_laid_out_anew_stays_known() {
    let folder = known();
    let untidy = String::from_utf8(folder.read("a.afspraak.json")).unwrap().replace("\n  ", "\n");
    let folder = folder.file("a.afspraak.json", untidy);
    folder.kader("fmt").run().exits(0).prints("a.afspraak.json");
    check(&folder, "").exits(0).silent().prints("in baseline: 2 findings");
}

#[test]
fn what_is_mended_is_weighed_against_the_baseline() {
    let text = wrong().replace("[\"beheerder\"]", "[\"beheerder\", \"beheerder\"]");
    let folder = Folder::new().file("kader.toml", format!("baseline = \"{FILE}\"")).file("a.afspraak.json", text);
    check(&folder, "--fix --diff").exits(2).complains("bekend.txt: there is no such file");
    check(&folder, "--fix --diff --write-baseline").exits(2).complains("exclude each other");
    let outcome = check(&folder, "--fix --write-baseline").exits(0);
    assert!(outcome.stderr.contains("D110 (1)"), "{}", outcome.stderr);
    assert_eq!(
        entries(&folder, FILE),
        ["R301 /reikwijdte proef-a a.afspraak.json"],
        "what is mended need not be known"
    );
    check(&folder, "--fix").exits(0).prints("in baseline: one finding");
}

#[test]
fn standard_input_is_judged_by_the_baseline_of_its_name() {
    let folder = known();
    let run = |arguments: &str| folder.kader("check -").arg_all(arguments).input(wrong()).run();
    run("--stdin-filename a.afspraak.json").exits(0).silent().prints("in baseline: one finding");
    run("").exits(0).prints("in baseline: one finding");
    let folder = folder.file(FILE, "");
    let write = folder.kader("check - --write-baseline --stdin-filename b.afspraak.json").within("sub");
    write.input(other(&wrong())).run().exits(0);
    assert_eq!(entries(&folder, FILE), ["R301 /reikwijdte proef-b sub/b.afspraak.json"]);
}

#[cfg(unix)]
#[test]
fn where_not_everything_could_be_looked_at_nothing_is_gone() {
    let folder = known();
    fs::remove_file(folder.path().join("a.afspraak.json")).unwrap();
    std::os::unix::fs::symlink("nergens", folder.path().join("c.afspraak.json")).unwrap();
    assert!(!check(&folder, "").exits(2).stderr.contains("no longer found"));
    fs::remove_file(folder.path().join("c.afspraak.json")).unwrap();
    let broken = folder.file("elders/kader.toml", "x = 1").file("elders/c.afspraak.json", wrong());
    assert!(!check(&broken, "").exits(2).stderr.contains("no longer found"));
    fs::remove_dir_all(broken.path().join("elders")).unwrap();
    check(&broken, "").exits(0).complains("no longer found: R301 /reikwijdte in proef-a");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_a_failure_and_hides_nothing_new() {
    use std::os::unix::fs::PermissionsExt as _;
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

#[test]
fn what_a_deviation_accepts_needs_no_baseline() {
    let deviation = "\"afwijkingen\": [{ \"regel\": \"R301\", \"toelichting\": \"In overleg met beide regio's zo gekozen.\" }], \"fase\"";
    let folder = known().file("a.afspraak.json", wrong().replace("\"fase\"", deviation));
    check(&folder, "").exits(0).complains("no longer found: R301 /reikwijdte in proef-a");
    check(&folder, "--no-deviations").exits(0).prints("in baseline: 2 findings");
}
