//! Baselines: findings that are known are counted, not shown, and never fail a run.

use std::fs;

use crate::runner::{CLEAN, Folder, Outcome, doubtful, faulty, other};

pub(crate) const FILE: &str = "bekend.txt";

/// An agreement with one error that may wait: R301.
pub(crate) fn wrong() -> String {
    CLEAN.replace("regionaal", "bovenregionaal")
}

pub(crate) fn check(folder: &Folder, arguments: &str) -> Outcome {
    folder.kader("check").arg_all(arguments).run()
}

/// The entries of a baseline: code, subject, id and path.
pub(crate) fn entries(folder: &Folder, file: &str) -> Vec<String> {
    let text = String::from_utf8(folder.read(file)).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut entries: Vec<String> = lines.map(|line| line.split_once('\t').unwrap().1.replace('\t', " ")).collect();
    entries.sort();
    entries
}

/// Two agreements with an error each, and a baseline that kader.toml names and that holds them.
pub(crate) fn known() -> Folder {
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

#[test]
fn what_a_deviation_accepts_needs_no_baseline() {
    let deviation = "\"afwijkingen\": [{ \"regel\": \"R301\", \"toelichting\": \"In overleg met beide regio's zo gekozen.\" }], \"fase\"";
    let folder = known().file("a.afspraak.json", wrong().replace("\"fase\"", deviation));
    check(&folder, "").exits(0).complains("no longer found: R301 /reikwijdte in proef-a");
    check(&folder, "--no-deviations").exits(0).prints("in baseline: 2 findings");
}
