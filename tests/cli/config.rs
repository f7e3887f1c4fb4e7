//! `kader.toml` as the program reads it, and `kader config show`.

use serde_json::{Value, json};

use crate::runner::{CLEAN, Folder, doubtful, faulty};

/// A folder with a configuration and an agreement that has an error D109.
fn folder(config: &str) -> Folder {
    Folder::new().file("kader.toml", config).file("a.afspraak.json", faulty())
}

#[test]
fn rules_are_selected_and_levelled() {
    folder("").kader("check").run().exits(1);
    folder("ignore = [\"D109\"]").kader("check").run().exits(0);
    folder("select = [\"S\"]").kader("check").run().exits(0);
    folder("severity = { D = \"warning\" }").kader("check").run().exits(0).prints("warning[D109]");
    let by_phase = "severity = { unknown-region = [\"hint\", \"off\", \"off\"] }";
    folder(by_phase).kader("check").run().exits(0).prints("hint[D109]");
    let report = folder("severity = { D109 = \"off\" }").kader("check --format json").run().exits(0).json();
    assert_eq!(report.0["rules"]["skipped"][0]["code"], "D109");
}

#[test]
fn flags_go_before_the_file() {
    let folder = folder("ignore = [\"D109\"]\nfail-on = \"never\"\nas-of = \"2024-02-29\"");
    folder.kader("check").run().exits(0);
    folder.kader("check --select D109").run().exits(0).prints("error[D109]");
    folder.kader("check --select D109 --fail-on error").run().exits(1);
    folder.kader("check --isolated").run().exits(1);
    let day = |run: crate::runner::Kader| run.run().json().0["asOf"].clone();
    assert_eq!(day(folder.kader("check --format json").without("KADER_AS_OF")), "2024-02-29");
    assert_eq!(day(folder.kader("check --format json")), "2026-01-01");
    assert_eq!(day(folder.kader("check --format json --as-of 2025-01-01")), "2025-01-01");
}

#[test]
fn fail_on_and_max_size() {
    let doubtful = |config: &str| Folder::new().file("kader.toml", config).file("a.afspraak.json", doubtful());
    doubtful("fail-on = \"warning\"").kader("check").run().exits(1);
    doubtful("max-size = \"10 B\"").kader("check").run().exits(1).prints("S005");
    doubtful("max-size = \"10 B\"").kader("check -").input(CLEAN).run().exits(1).prints("S005");
}

#[test]
fn another_file_for_all() {
    let folder = folder("").file("other/strict.toml", "ignore = [\"D\"]").file("b/kader.toml", "lang = 1");
    folder.kader("check --config other/strict.toml").run().exits(0);
    folder.kader("check --config other/strict.toml b").run().exits(2).complains("no document");
    folder.kader("check").env("KADER_CONFIG", "other/strict.toml").run().exits(0);
    folder.kader("check --isolated").env("KADER_CONFIG", "other/strict.toml").run().exits(1);
    folder.kader("check").env("KADER_CONFIG", "").run().exits(1);
    folder.kader("check --config weg.toml").run().exits(2).complains("weg.toml: there is no such file");
    folder.kader("check --config other/strict.toml --isolated").run().exits(2).complains("exclude each other");
}

#[test]
fn a_fault_is_shown_with_an_excerpt_and_a_suggestion() {
    let folder = folder("# mine\nslect = [\"V\"]\n");
    let outcome = folder.kader("check").run().exits(2);
    outcome.complains("error: kader.toml: The key `slect` is unknown here").complains("tip: Did you mean `select`?");
    let outcome = folder.kader("check --lang nl").run().exits(2).complains("fout: kader.toml");
    outcome.complains("2 │ slect = [\"V\"]").complains("tip: Bedoelt u `select`?");
    let color = folder.kader("check --color always").run().exits(2);
    assert!(color.stderr.contains("\u{1B}["), "{}", color.stderr);
}

#[test]
fn a_fault_is_told_in_the_language_of_the_file() {
    folder("lang = \"nl\"\nx = 1").kader("check").run().exits(2).complains("De sleutel `x` is hier onbekend");
}

#[test]
fn an_unknown_rule_is_a_fault_of_the_file() {
    let outcome = folder("ignore = [\"D190\"]").kader("check").run().exits(2);
    outcome.complains("`D190` names no rule").complains("tip: Did you mean `D110`?");
    folder("ignore = [\"unknown-regoin\"]").kader("check").run().exits(2).complains("`unknown-region`");
}

#[test]
fn the_language_is_that_of_the_first_path() {
    let folder = Folder::new()
        .file("kader.toml", "lang = \"nl\"")
        .file("en/kader.toml", "lang = \"en\"")
        .file("en/a.afspraak.json", faulty())
        .file("a.afspraak.json", faulty());
    folder.kader("check a.afspraak.json").run().exits(1).prints("is geen regiocode");
    folder.kader("check en").run().exits(1).prints("is not a region code");
    folder.kader("check en --lang nl").run().exits(1).prints("is geen regiocode");
    folder.kader("check a.afspraak.json").env("KADER_LANG", "en").run().exits(1).prints("is not a region code");
    folder.kader("--help").run().exits(0).prints("Gebruik: kader");
    folder.kader("check --isolated a.afspraak.json").run().exits(1).prints("is not a region code");
}

fn settings(folder: &Folder, arguments: &str) -> Value {
    let outcome = folder.kader(&format!("config show --format json {arguments}")).run().exits(0).silent();
    serde_json::from_str(&outcome.stdout).unwrap()
}

#[test]
fn show_tells_every_setting_with_its_origin() {
    let config = "extends = \"base.toml\"\nlang = \"nl\"\n\n[severity]\nV = [\"hint\", \"off\", \"error\"]\n";
    let folder = folder(config).file("base.toml", "\nmax-size = \"2 KiB\"\nlang = \"en\"");
    let shown = settings(&folder, "");
    assert_eq!((&shown["version"], &shown["files"]), (&json!(1), &json!(["kader.toml", "base.toml"])));
    let row = |setting: &str| {
        let rows = shown["settings"].as_array().unwrap().iter();
        rows.filter(|row| row["setting"] == setting).map(|row| [row["value"].clone(), row["origin"].clone()]).next()
    };
    let file = |path: &str, line: usize| json!({ "kind": "file", "path": path, "line": line });
    assert_eq!(row("lang"), Some([json!("nl"), file("kader.toml", 2)]));
    assert_eq!(row("max-size"), Some([json!(2048), file("base.toml", 2)]));
    assert_eq!(row("as-of"), Some([json!("2026-01-01"), json!({ "kind": "environment", "name": "KADER_AS_OF" })]));
    assert_eq!(row("fail-on"), Some([json!("error"), json!({ "kind": "default" })]));
    let levels = json!({ "rule": "V", "levels": ["hint", "off", "error"] });
    assert_eq!(row("severity"), Some([levels, file("kader.toml", 5)]));
    assert_eq!(row("policy"), Some([Value::Null, json!({ "kind": "default" })]));
    let flagged = settings(&folder, "--lang en");
    assert_eq!(flagged["settings"][1]["origin"], json!({ "kind": "flag", "name": "--lang" }));
    assert_eq!(settings(&folder, "--isolated")["files"], json!([]));
}

#[test]
fn show_is_about_one_file() {
    let folder = folder("exclude = [\"oud\"]\n[[override]]\nfiles = [\"oud/*\"]\nignore = [\"P\"]\n");
    let ignored = |path: &str| settings(&folder, path)["settings"][6]["value"].clone();
    assert_eq!(
        (ignored(""), ignored("a.afspraak.json"), ignored("oud/a.json")),
        (Value::Null, Value::Null, json!(["P"]))
    );
    let shown = folder.kader("config show oud/a.afspraak.json").run().exits(0).silent();
    shown.prints("Settings by kader.toml\n").prints("ignore    P ").prints("this file is passed over");
    let folder = folder.file("oud/b.afspraak.json", CLEAN);
    let whole = folder.kader("config show oud --lang en").run().exits(0);
    assert!(!whole.stdout.contains("passed over"), "a folder is no file: {}", whole.stdout);
    let shown = folder.kader("config show a.afspraak.json --lang nl").run().exits(0);
    assert!(!shown.stdout.contains("overgeslagen"), "{}", shown.stdout);
    shown.prints("Instellingen volgens kader.toml\n").prints("max-size  10 MiB");
}

#[test]
fn show_tells_of_faults() {
    folder("x = 1").kader("config show").run().exits(2).complains("The key `x` is unknown here");
    folder("select = [\"Q\"]").kader("config show").run().exits(2).complains("`Q` names no rule");
    folder("").kader("config").run().exits(2);
    folder("").kader("config shwo").run().exits(2).complains("there is no command `shwo`").complains("`show`");
    Folder::new().kader("config show").run().exits(0).prints("No kader.toml applies");
}

#[test]
fn a_list_of_files() {
    let folder = Folder::new().file("a b.afspraak.json", CLEAN).file("x.json", faulty()).file("list", "x.json\r\n\n");
    let paths = |run: crate::runner::Kader| {
        let report = run.run().json();
        report.paths().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(paths(folder.kader("check --format json --files-from list")), ["x.json"]);
    let standard = || folder.kader("check --format json --files-from -");
    assert_eq!(paths(standard().input("x.json\na b.afspraak.json")), ["a b.afspraak.json", "x.json"]);
    assert_eq!(paths(standard().arg("-0").input("x.json\0a b.afspraak.json\0")), ["a b.afspraak.json", "x.json"]);
    assert_eq!(paths(standard().arg("a b.afspraak.json").input("x.json\n")), ["a b.afspraak.json", "x.json"]);
    folder.kader("check --files-from weg").run().exits(2).complains("weg: the list of files could not be read");
    folder.kader("check --files-from -").arg("-").run().exits(2).complains("standard input cannot be both");
    folder.kader("check -0").run().exits(2).complains("--files-from");
}

#[test]
fn a_listed_file_that_is_not_there_is_a_failure() {
    let folder = Folder::new().file("in.afspraak.json", faulty());
    let report =
        folder.kader("check --format json --files-from -").input("in.afspraak.json\nweg.afspraak.json\n").run();
    let report = report.exits(2).json();
    assert_eq!((report.paths(), report.failures()), (vec!["in.afspraak.json"], vec![Some("weg.afspraak.json")]));
    report.has(&["D109 error /regios/0 value 6:14 178-184"]);
    let list = |arguments: &str| folder.kader(&format!("check --format json --files-from - {arguments}")).run();
    assert_eq!(list("").exits(2).json().failures(), [None]);
    list("--allow-empty").exits(0).json().is_clean();
}

#[cfg(unix)]
#[test]
fn listed_names_need_not_be_utf8() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new().file(std::ffi::OsStr::from_bytes(b"a\xFF.json"), CLEAN);
    let run = folder.kader("check --format json --files-from -").input(b"a\xFF.json\n".to_vec()).run();
    assert_eq!(run.exits(0).json().paths(), ["a\u{FFFD}.json"]);
}

#[test]
fn force_exclude_holds_for_what_is_named() {
    let folder = folder("exclude = [\"a.*\"]").file("b.afspraak.json", CLEAN);
    let paths = |arguments: &str| {
        let report = folder.kader(&format!("check --format json {arguments}")).run().json();
        report.paths().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(paths("a.afspraak.json b.afspraak.json"), ["a.afspraak.json", "b.afspraak.json"]);
    assert_eq!(paths("--force-exclude a.afspraak.json b.afspraak.json"), ["b.afspraak.json"]);
    assert_eq!(paths("--force-exclude - b.afspraak.json --stdin-filename a.x"), ["b.afspraak.json"]);
    folder.kader("check --force-exclude a.afspraak.json").run().exits(2).complains("no document was found");
    for command in ["check", "check --fix", "fmt"] {
        folder.kader(&format!("{command} --force-exclude --allow-empty a.afspraak.json")).run().exits(0);
    }
}

#[test]
fn context_is_a_folder_or_none() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    folder.kader("check --context . --no-context").run().exits(2).complains("exclude each other");
}

#[test]
fn what_is_no_toml_or_no_pattern_is_told_in_the_readers_language() {
    for (text, dutch, english) in [
        ("lang = nl", "tussen aanhalingstekens: `\"nl\"`", "between quotes in TOML: `\"nl\"`"),
        ("select = [V]", "tussen aanhalingstekens: `\"V\"`", "between quotes in TOML: `\"V\"`"),
        ("select = [\"V\"", "een haak wordt niet gesloten", "a bracket is not closed"),
        ("lang = \"nl", "wordt niet gesloten", "a text in quotes is not closed"),
        ("lang = \"nl\"\nlang = \"nl\"", "staat hier twee keer", "stands here twice"),
        ("as-of = 2026-13-01", "die dag bestaat niet", "there is no such day"),
        ("exclude = [\"[a\"]", "`[` wordt niet met `]` gesloten", "`[` is not closed with `]`"),
        ("exclude = [\"{a\"]", "staat alleen", "stands alone"),
    ] {
        let folder = folder(text);
        for (lang, said) in [("nl", dutch), ("en", english)] {
            // Excerpts break long lines.
            let outcome = folder.kader("check --lang").arg(lang).run().exits(2);
            let told = outcome.stderr.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains(said), "{text}: {told}");
        }
    }
}
