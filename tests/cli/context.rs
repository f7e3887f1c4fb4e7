//! The documents beside which those that are reported are judged, and what may be wrong with them.

use crate::runner::{CLEAN, Folder, Outcome, other};

/// An agreement of the partner of [`CLEAN`] with another id, in three more regions.
fn second() -> String {
    CLEAN.replace("proef-a", "proef-c").replace(r#"["VR17"]"#, r#"["VR15", "VR16"]"#)
}

/// A supplement to the agreement of an id, in its region.
fn supplement(parent: &str) -> String {
    let head = format!("\"id\": \"proef-s\",\n  \"aanvullingOp\": \"{parent}\",");
    CLEAN.replace("\"id\": \"proef-a\",", &head).replace("  \"reikwijdte\": \"regionaal\",\n", "")
}

fn project() -> Folder {
    Folder::new().file("kader.toml", "").file("a.afspraak.json", CLEAN)
}

/// Codes and paths of what a run finds, sorted.
fn codes(outcome: &Outcome) -> Vec<String> {
    let report = outcome.json();
    let documents = report.0["documents"].as_array().unwrap().iter();
    let mut codes: Vec<String> = documents
        .flat_map(|document| {
            let path = document["path"].as_str().unwrap();
            let findings = document["findings"].as_array().unwrap().iter();
            findings.map(move |finding| format!("{path} {}", finding["code"].as_str().unwrap()))
        })
        .collect();
    codes.sort();
    codes
}

fn check(folder: &Folder, arguments: &str) -> Vec<String> {
    codes(&folder.kader(&format!("check --format json --fail-on never {arguments}")).run().exits(0))
}

const NOTHING: [&str; 0] = [];
const BOTH: [&str; 2] = ["a.afspraak.json W702", "c.afspraak.json W702"];

#[test]
fn a_file_is_judged_beside_its_project() {
    let folder = project().file("sub/c.afspraak.json", second()).file("sub/other.json", second());
    assert_eq!(check(&folder, "a.afspraak.json"), ["a.afspraak.json W702"]);
    assert_eq!(check(&folder, "sub"), ["sub/c.afspraak.json W702"]);
    let report = folder.kader("check --format json a.afspraak.json").run().exits(0).json();
    assert_eq!(report.findings()[0]["related"][0]["path"], "sub/c.afspraak.json");
}

#[test]
fn without_a_root_the_paths_given_are_the_context() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN).file("c.afspraak.json", second());
    assert_eq!(check(&folder, "a.afspraak.json"), NOTHING);
    assert_eq!(check(&folder, "a.afspraak.json c.afspraak.json"), BOTH);
    assert_eq!(check(&folder, ""), BOTH);
    let folder = folder.file(".git/HEAD", "ref: refs/heads/main\n");
    assert_eq!(check(&folder, "a.afspraak.json"), ["a.afspraak.json W702"], "git gives the root");
}

#[test]
fn roots_within_roots_are_apart() {
    let folder = project()
        .file("in/kader.toml", "")
        .file("in/c.afspraak.json", second())
        .file("in/deep/in/kader.toml", "")
        .file("in/deep/in/a.afspraak.json", CLEAN)
        .file(
            "in/deep/d.afspraak.json",
            second().replace("VR15", "VR19").replace("VR16", "VR20").replace("proef-c", "proef-d"),
        );
    let inner = ["in/c.afspraak.json W702", "in/deep/d.afspraak.json W702"];
    assert_eq!(check(&folder, ""), inner);
    assert_eq!(check(&folder, "in/c.afspraak.json"), ["c.afspraak.json W702"]);
    assert_eq!(check(&folder, "in/deep/in a.afspraak.json"), NOTHING);
    assert_eq!(
        check(&folder, "--isolated in/c.afspraak.json"),
        ["c.afspraak.json W702"],
        "whatever it says, it is a root"
    );
}

/// What cannot be looked at in the context: told, without exit 2, and nothing else is hidden.
#[track_caller]
fn told(folder: &Folder, path: &str, words: &str) {
    let run = |arguments: &str| folder.kader(&format!("check --format {arguments}")).run();
    let outcome = run("json a.afspraak.json s.afspraak.json").exits(1);
    assert_eq!(codes(&outcome), ["a.afspraak.json W702", "s.afspraak.json W705"]);
    assert_eq!(outcome.json().failures(), [Some(path)]);
    run("concise a.afspraak.json").exits(0).complains(&format!("{path}: {words}")).prints("W702");
    run("concise .").exits(2).complains(path).prints("W702");
    run(&format!("concise {path}")).exits(2).complains(path);
    assert_eq!(run("json --no-context a.afspraak.json").exits(0).json().failures(), []);
}

fn beside_a_fault() -> Folder {
    project().file("c.afspraak.json", second()).file("s.afspraak.json", supplement("weg"))
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere() {
    let folder = beside_a_fault();
    std::os::unix::fs::symlink("nergens", folder.path().join("x.afspraak.json")).unwrap();
    told(&folder, "x.afspraak.json", "this is no regular file, or a link that leads nowhere");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read() {
    let folder = beside_a_fault();
    // It can be opened, and reading it fails for everyone, the superuser too.
    std::os::unix::fs::symlink("/proc/self/mem", folder.path().join("x.afspraak.json")).unwrap();
    told(&folder, "x.afspraak.json", "reading failed");
}

#[cfg(unix)]
#[test]
fn a_socket() {
    let folder = beside_a_fault();
    let _listener = std::os::unix::net::UnixListener::bind(folder.path().join("x.afspraak.json")).unwrap();
    told(&folder, "x.afspraak.json", "this is no regular file, or a link that leads nowhere");
}

#[test]
fn broken_json_beside_a_document_says_nothing_of_it() {
    for broken in ["", "{", "[]", "\u{0}", "{\"kader\": \"onbekend\", \"id\": \"proef-a\"}"] {
        let folder = project().file("x.afspraak.json", broken);
        assert_eq!(check(&folder, "a.afspraak.json"), NOTHING, "{broken:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_outside_is_a_document_of_the_project() {
    use std::os::unix::fs::symlink;
    let folder =
        Folder::new().file("out/c.afspraak.json", second()).file("in/kader.toml", "").file("in/a.afspraak.json", CLEAN);
    symlink("../out/c.afspraak.json", folder.path().join("in/link.afspraak.json")).unwrap();
    assert_eq!(check(&folder, "in/a.afspraak.json"), ["a.afspraak.json W702"]);
    assert_eq!(check(&folder, "in"), ["a.afspraak.json W702", "link.afspraak.json W702"]);
    assert_eq!(check(&folder, "in/link.afspraak.json"), ["link.afspraak.json W702"]);
    assert_eq!(check(&folder, "out/c.afspraak.json"), NOTHING, "it stands in no project");
}

#[cfg(unix)]
#[test]
fn one_file_under_two_names_is_one_document() {
    use std::os::unix::fs::symlink;
    let folder = project().file("c.afspraak.json", second());
    symlink("a.afspraak.json", folder.path().join("z.afspraak.json")).unwrap();
    std::fs::hard_link(folder.path().join("a.afspraak.json"), folder.path().join("y.afspraak.json")).unwrap();
    assert_eq!(check(&folder, ""), BOTH, "no duplicate id");
    for name in ["a", "y", "z"] {
        let file = format!("{name}.afspraak.json");
        assert_eq!(check(&folder, &file), ["a.afspraak.json W702"], "by the name that comes first");
        assert_eq!(check(&folder, &format!("{file} c.afspraak.json")), BOTH);
    }
    assert_eq!(check(&folder, "z.afspraak.json y.afspraak.json"), ["a.afspraak.json W702"]);
    let input = |arguments: &str| {
        let command = format!("check --format json --fail-on never {arguments} - --stdin-filename z.afspraak.json");
        codes(&folder.kader(&command).input(CLEAN).run().exits(0))
    };
    assert_eq!(input(""), ["z.afspraak.json W702"], "standard input keeps its name");
    assert_eq!(input("."), ["c.afspraak.json W702", "z.afspraak.json W702"], "and stands for the file behind the link");
}

/// An agreement in execution that replaces `proef-a`.
fn successor() -> String {
    let text = CLEAN.replace("proef-a", "proef-n").replace("verkenning", "uitvoering");
    text.replace("\"fase\"", "\"vervangt\": [\"proef-a\"],\n  \"vastgesteldOp\": \"2020-01-01\",\n  \"fase\"")
}

#[test]
fn a_file_outside_the_walk_sees_the_context_and_is_seen_by_none() {
    let faulty = CLEAN.replace("\"kerntaak\"", "\"profiel\": \"koppelsamenwerking\", \"kerntaak\"");
    let folder = Folder::new()
        .file("kader.toml", "exclude = [\"x\"]")
        .file("new.afspraak.json", successor())
        .file("x/old.afspraak.json", &faulty);
    assert_eq!(check(&folder, "x/old.afspraak.json"), NOTHING, "another one has replaced it");
    let folder = Folder::new().file("kader.toml", "exclude = [\"x\"]").file("x/old.afspraak.json", &faulty);
    assert!(!check(&folder, "x/old.afspraak.json").is_empty());
}

#[test]
fn standard_input_that_is_no_file_yet_is_seen_by_none() {
    let folder = project();
    let run = folder.kader("check --format json --fail-on never . - --stdin-filename b.afspraak.json").input(CLEAN);
    assert_eq!(codes(&run.run().exits(0)), ["b.afspraak.json W701", "b.afspraak.json W708"]);
}

#[test]
fn without_a_root_what_a_walk_passes_over_is_seen_by_none() {
    let folder = Folder::new()
        .file(".gitignore", "i.afspraak.json\n")
        .file("a.afspraak.json", CLEAN)
        .file("i.afspraak.json", second());
    assert_eq!(check(&folder, ". i.afspraak.json"), ["i.afspraak.json W702"]);
    assert_eq!(check(&folder, "a.afspraak.json i.afspraak.json").len(), 2, "both are given");
}

#[test]
fn each_document_is_judged_by_its_own_day() {
    let folder = Folder::new()
        .file("n.afspraak.json", successor().replace("2020-01-01", "2025-06-01"))
        .file("x.afspraak.json", CLEAN)
        .file("kader.toml", "")
        .file("p1/kader.toml", "as-of = \"2025-01-01\"")
        .file("p1/q.afspraak.json", CLEAN.replace("proef-a", "proef-1"))
        .file("p2/kader.toml", "as-of = \"2025-12-01\"")
        .file("p2/q.afspraak.json", CLEAN.replace("proef-a", "proef-2"));
    let overlapping = |arguments: &str| -> Vec<usize> {
        let run = folder.kader(&format!("check --format json --fail-on never --context . {arguments}"));
        let report = run.without("KADER_AS_OF").run().exits(0).json();
        report.of("W708").iter().map(|finding| finding["related"].as_array().unwrap().len()).collect()
    };
    assert_eq!(overlapping("p1/q.afspraak.json"), [2], "on this day both agreements of the context are current");
    assert_eq!(overlapping("p2/q.afspraak.json"), [1], "and on this one only the new one");
    assert_eq!(overlapping("p1/q.afspraak.json p2/q.afspraak.json"), [2, 1]);
}

#[test]
fn a_nearer_configuration_has_the_say_with_force_exclude_too() {
    let folder = Folder::new()
        .file("kader.toml", "exclude = [\"sub\"]")
        .file("sub/kader.toml", "")
        .file("sub/a.afspraak.json", CLEAN);
    for arguments in ["--force-exclude sub", "--force-exclude sub/a.afspraak.json", "."] {
        let run = folder.kader(&format!("check --format json {arguments}")).run().exits(0);
        assert_eq!(run.json().paths().len(), 1, "{arguments}");
    }
}

#[test]
fn standard_input_is_as_large_as_its_own_configuration_lets_it() {
    let folder =
        Folder::new().file("kader.toml", "max-size = 20").file("n/kader.toml", "").file("a.afspraak.json", "{}");
    let run = folder.kader("check --format json a.afspraak.json - --stdin-filename n/b.afspraak.json").input(CLEAN);
    assert_eq!(run.run().json().of("S005").len(), 0);
}

#[cfg(unix)]
#[test]
fn a_failure_is_named_once() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new().file("s/a.afspraak.json", CLEAN);
    symlink("nowhere", folder.path().join("s/d.afspraak.json")).unwrap();
    for arguments in [". .", ". s", "s/d.afspraak.json s"] {
        let report = folder.kader(&format!("check --format json {arguments}")).run().exits(2).json();
        assert_eq!(report.failures().len(), 1, "{arguments}");
    }
}

#[test]
fn another_folder_as_context() {
    let folder = Folder::new()
        .file("kader.toml", "")
        .file("all/c.afspraak.json", second())
        .file("all/own/kader.toml", "")
        .file("all/own/b.afspraak.json", CLEAN)
        .file("one/a.afspraak.json", CLEAN);
    let one = "one/a.afspraak.json";
    assert_eq!(check(&folder, one), ["one/a.afspraak.json W702"]);
    assert_eq!(check(&folder, &format!("--context one {one}")), NOTHING);
    assert_eq!(
        check(&folder, &format!("--context all {one}")),
        ["one/a.afspraak.json W702"],
        "what has a nearer root is left out"
    );
    assert_eq!(
        check(&folder, &format!("--context all/own {one}")),
        ["one/a.afspraak.json W701", "one/a.afspraak.json W708"]
    );
    assert_eq!(check(&folder, "--context one all/c.afspraak.json"), ["all/c.afspraak.json W702"]);
    let outcome = folder.kader(&format!("check --context weg {one}")).run().exits(2);
    outcome.complains("weg");
    folder.kader(&format!("check --context {one} {one}")).run().exits(2).complains(one);
}

#[test]
fn no_context_joins_the_paths_given() {
    let deviations = r#""afwijkingen": [
    { "regel": "W705", "toelichting": "Komt later" },
    { "regel": "W702", "toelichting": "Komt later" },
    { "regel": "P205", "toelichting": "Komt later" },
    { "regel": "R301", "toelichting": "Komt later" }
  ],
  "fase""#;
    let lone = other(&supplement("weg")).replace("\"fase\"", deviations);
    let folder = project().file("c.afspraak.json", second()).file("s.afspraak.json", lone);
    assert_eq!(check(&folder, "--no-context a.afspraak.json"), NOTHING);
    assert_eq!(check(&folder, "--no-context a.afspraak.json c.afspraak.json"), BOTH);
    // Of the four deviations only the one from a rule of one document can be judged.
    assert_eq!(check(&folder, "--no-context s.afspraak.json"), ["s.afspraak.json A802"]);
    assert_eq!(check(&folder, "s.afspraak.json"), ["s.afspraak.json A802"; 3]);
    let skipped = |arguments: &str| -> Vec<String> {
        let report = folder.kader(&format!("check --format json {arguments}")).run().exits(0).json();
        let skipped = report.0["rules"]["skipped"].as_array().unwrap().clone();
        assert!(skipped.iter().all(|rule| rule["why"] == "no-context"));
        skipped.iter().map(|rule| rule["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(skipped("--no-context a.afspraak.json"), ["P205", "W705", "W707", "W710"]);
    assert_eq!(skipped("a.afspraak.json"), NOTHING);
}

#[test]
fn a_list_of_files_is_as_good_as_arguments() {
    let folder = project().file("c.afspraak.json", second()).file("list", "c.afspraak.json\na.afspraak.json\n");
    let run =
        |arguments: &str| folder.kader(&format!("check --format json {arguments}")).run().exits(0).silent().stdout;
    assert_eq!(run("--files-from list"), run("a.afspraak.json c.afspraak.json"));
    assert_eq!(run("--files-from list"), run("."));
    let folder = folder.file("list", "c.afspraak.json\n");
    assert_eq!(check(&folder, "--files-from list"), ["c.afspraak.json W702"]);
    assert_eq!(check(&folder, "--files-from list --no-context"), NOTHING);
}

#[test]
fn what_is_excluded_sees_the_context_and_is_seen_by_no_other() {
    let folder = Folder::new()
        .file("kader.toml", "exclude = [\"c.afspraak.json\"]\n")
        .file("a.afspraak.json", CLEAN)
        .file("c.afspraak.json", second());
    assert_eq!(check(&folder, ""), NOTHING);
    assert_eq!(check(&folder, "a.afspraak.json"), NOTHING);
    assert_eq!(check(&folder, "a.afspraak.json c.afspraak.json"), ["c.afspraak.json W702"]);
    assert_eq!(check(&folder, "--force-exclude a.afspraak.json c.afspraak.json"), NOTHING);
    let report = folder.kader("check --format json --force-exclude a.afspraak.json c.afspraak.json").run().json();
    assert_eq!(report.paths(), ["a.afspraak.json"]);
}

#[test]
fn standard_input_takes_the_place_of_its_file() {
    let folder = project().file("c.afspraak.json", second());
    let stdin = |name: &str, text: &str| {
        let run = folder.kader(&format!("check --format json --fail-on never - --stdin-filename {name}")).input(text);
        codes(&run.run().exits(0))
    };
    assert_eq!(stdin("a.afspraak.json", CLEAN), ["a.afspraak.json W702"]);
    assert_eq!(stdin("a.afspraak.json", &other(CLEAN)), NOTHING);
    assert_eq!(
        stdin("new.afspraak.json", CLEAN),
        ["W701", "W702", "W708"].map(|code| format!("new.afspraak.json {code}"))
    );
}
