//! Faults that other tools had: each case is a folder under `fixtures/cases`, and must come out as written here.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::runner::{FORMATS, Folder, Report, place};

fn check(folder: &Folder, file: &str, status: i32) -> Report {
    folder.kader("check --format json").arg(file).run().exits(status).silent().json()
}

fn case(name: &str, status: i32) -> Report {
    check(&Folder::case(name), "in.afspraak.json", status)
}

/// The safety of each fix of each finding.
fn fixes(report: &Report) -> Vec<Vec<String>> {
    let safety = |fix: &Value| fix["safety"].as_str().unwrap().to_owned();
    let of = |finding: &Value| finding["fixes"].as_array().unwrap().iter().map(safety).collect();
    report.findings().into_iter().map(of).collect()
}

/// A report in a format, in English.
pub(crate) fn text(folder: &Folder, format: &str, path: &str, status: i32) -> String {
    folder.kader("check --format").arg(format).arg(path).run().exits(status).silent().stdout
}

/// A report that is JSON.
pub(crate) fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn c01_trailing_comma() {
    let report = case("01-trailing-comma", 1);
    report.has(&[
        "S001 error /partner/kerntaken token 4:65 131-132",
        "S001 error /partner token 4:67 133-134",
        "S001 error root token 8:50 262-263",
    ]);
    assert_eq!(fixes(&report), [["safe"], ["safe"], ["safe"]]);
    let folder = Folder::case("01-trailing-comma");
    let old = folder.read("in.afspraak.json");
    folder.kader("check --fix in.afspraak.json").run().exits(0);
    let commas = [131, 133, 262];
    let without: Vec<u8> =
        old.iter().enumerate().filter(|(at, _)| !commas.contains(at)).map(|(_, byte)| *byte).collect();
    assert_eq!(folder.read("in.afspraak.json"), without);
    folder.kader("check --format json in.afspraak.json").run().exits(0).json().is_clean();
}

#[test]
fn c03_stray_quotes() {
    let report = case("03-stray-quotes", 1);
    let mut syntax = 0;
    for finding in report.of("S001") {
        let start = &finding["range"]["start"];
        assert!(start["line"] == 3 || (start["line"] == 4 && start["column"] == 3), "{finding}");
        syntax += 1;
    }
    assert!(syntax >= 1);
    assert_eq!(report.lines().len(), syntax + 1, "nothing else: {:?}", report.lines());
    assert!(report.lines().contains(&"D109 error /regios/0 value 7:14 184-190".to_owned()));
}

#[test]
fn c05_lone_quote_at_end() {
    let report = case("05-lone-quote-at-end", 1);
    let starts: Vec<String> = report.of("S001").into_iter().map(|finding| place(&finding["range"])).collect();
    assert!(starts.iter().any(|place| place.starts_with("3:9 56-")), "{starts:?}");
    assert_eq!(report.of("S001").len(), report.findings().len());
    for finding in report.findings() {
        let offset = |end: &str| finding["range"][end]["offset"].as_u64().unwrap();
        assert!(offset("start") <= offset("end") && offset("end") <= 57, "{finding}");
    }
}

#[test]
fn c07_single_quotes() {
    let report = case("07-single-quotes", 1);
    let places: Vec<String> = report.of("S001").into_iter().map(|finding| place(&finding["range"])).collect();
    assert_eq!(places, ["3:3 50-54", "3:9 56-65", "4:24 90-116"]);
    assert_eq!(report.findings().len(), 3);
    assert_eq!(fixes(&report), [["safe"], ["safe"], ["safe"]]);
    assert!(report.findings().iter().all(|finding| finding["message"].as_str().unwrap().contains("quotes")));
    let folder = Folder::case("07-single-quotes");
    let old = String::from_utf8(folder.read("in.afspraak.json")).unwrap();
    folder.kader("check --fix in.afspraak.json").run().exits(0);
    let right = old.replace("'id': 'proef-a'", r#""id": "proef-a""#);
    let right = right.replace(r#"'Haven "Zuid" van \'t Sas'"#, r#""Haven \"Zuid\" van 't Sas""#);
    assert_eq!(String::from_utf8(folder.read("in.afspraak.json")).unwrap(), right);
    folder.kader("check --format json in.afspraak.json").run().exits(0).json().is_clean();
}

#[test]
fn c09_cr_lf() {
    let report = case("09-crlf-fix", 1);
    report.has(&["P206 error /samenwerkingen/0/kerntaak value 10:36 263-275"]);
    assert_eq!(report.findings()[0]["related"][0]["pointer"], "/partner/kerntaken");
    assert_eq!(fixes(&report), [["unsafe"]]);
    let folder = Folder::case("09-crlf-fix");
    let old = String::from_utf8(folder.read("in.afspraak.json")).unwrap();
    let diff = folder.kader("check --fix --unsafe-fixes --diff in.afspraak.json").run().exits(1).stdout;
    assert!(diff.contains("\r\n+    \"beheerder\",\r\n+    \"hulpdienst\"\r\n"), "{diff:?}");
    assert_eq!(String::from_utf8(folder.read("in.afspraak.json")).unwrap(), old);
    folder.kader("check --fix --unsafe-fixes in.afspraak.json").run().exits(0);
    let new = String::from_utf8(folder.read("in.afspraak.json")).unwrap();
    assert_eq!(new, old.replace("\"beheerder\"\r\n", "\"beheerder\",\r\n    \"hulpdienst\"\r\n"));
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    folder.kader("check --format json in.afspraak.json").run().exits(0).json().is_clean();
}

#[test]
fn c11_deep_nesting() {
    let folder = Folder::case("11-deep-nesting");
    check(&folder, "op-de-grens.afspraak.json", 0).is_clean();
    let report = check(&folder, "te-diep.afspraak.json", 1);
    assert_eq!(report.lines().len(), 1);
    assert!(report.lines()[0].starts_with("S004 error ") && report.lines()[0].ends_with(" 5:140 275-276"));
}

#[test]
fn c11_endless_brackets() {
    let folder = Folder::new().file("diep.afspraak.json", "[".repeat(200_000));
    let start = Instant::now();
    let outcome = folder.kader("check --format json diep.afspraak.json").run().exits(1);
    let report = outcome.json();
    let deep = report.of("S004");
    assert_eq!(deep.len(), 1);
    assert_eq!(place(&deep[0]["range"]), "1:129 128-129");
    let full = folder.kader("check --format full diep.afspraak.json").run().exits(1);
    let sarif = folder.kader("check --format sarif diep.afspraak.json").run().exits(1);
    let results = value(&sarif.stdout)["runs"][0]["results"].clone();
    assert_eq!(results.as_array().unwrap().iter().filter(|result| result["ruleId"] == "S004").count(), 1);
    assert!(outcome.stdout.len().max(full.stdout.len()).max(sarif.stdout.len()) < 1_000_000);
    assert!(start.elapsed() < Duration::from_secs(15), "three runs in {:?}", start.elapsed());
}

#[test]
fn c13_escaped_duplicate_key() {
    let report = case("13-escaped-duplicate-key", 1);
    report.has(&["S002 error /fase key 8:3 213-224"]);
    assert_eq!(place(&report.findings()[0]["related"][0]["range"]), "5:3 138-144");
}

#[test]
fn c15_raw_tab_in_string() {
    let report = case("15-raw-tab-in-string", 1);
    report.has(&["S001 error /partner/naam token 4:30 96-97", "D109 error /regios/0 value 6:14 176-182"]);
    assert!(report.of("S001")[0]["message"].as_str().unwrap().contains("control character"));
}

#[test]
fn c17_empty_file() {
    let folder = Folder::case("17-empty-file");
    for (file, place) in [("leeg", "1:1 0-0"), ("wit", "3:1 4-4"), ("merk", "1:1 3-3")] {
        let report = check(&folder, &format!("{file}.afspraak.json"), 1);
        assert_eq!(report.lines(), [format!("S001 error root token {place}")], "{file}");
        let name = format!("{file}.afspraak.json");
        let old = folder.read(&name);
        folder.kader("check --fix").arg(&name).run().exits(1);
        folder.kader("check --fix --unsafe-fixes").arg(&name).run().exits(1);
        assert_eq!(folder.read(&name), old);
    }
}

#[test]
fn c19_emoji_column() {
    case("19-emoji-column", 0).has(&["D110 warning /partner/kerntaken/1 value 4:63 135-146"]);
}

#[test]
fn c21_tab_indent() {
    case("21-tab-indent", 1).has(&["D109 error /regios/0 value 6:13 173-179"]);
    let folder = Folder::case("21-tab-indent");
    let concise = folder.kader("check --format concise in.afspraak.json").run().exits(1);
    assert!(concise.stdout.starts_with("in.afspraak.json:6:13: error[D109] "), "{}", concise.stdout);
    let full = folder.kader("check --format full --color never in.afspraak.json").run().exits(1);
    let lines: Vec<&str> = full.stdout.lines().collect();
    let source = lines.iter().position(|line| line.contains("\"VR99\"")).unwrap();
    let column = |line: &str, of: &str| line.find(of).map(|at| line[..at].chars().count());
    assert_eq!(column(lines[source], "\"VR99\""), column(lines[source + 1], "^^^^^^"));
}

#[test]
fn c23_last_line_without_newline() {
    let report = case("23-last-line-no-newline", 1);
    report.has(&["S001 error root token 8:50 260-260", "D109 error /regios/0 value 6:14 178-184"]);
    assert_eq!(place(&report.of("S001")[0]["related"][0]["range"]), "1:1 0-1");
    let folder = Folder::case("23-last-line-no-newline");
    folder.kader("check --format concise in.afspraak.json").run().exits(1).prints("in.afspraak.json:8:50: error[S001]");
    let sarif = value(&text(&folder, "sarif", "in.afspraak.json", 1));
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let syntax = results.iter().find(|result| result["ruleId"] == "S001").unwrap();
    let region = serde_json::json!({ "startLine": 8, "startColumn": 50, "endLine": 8, "endColumn": 50 });
    assert_eq!(syntax["locations"][0]["physicalLocation"]["region"], region);
    let full = folder.kader("check --format full --color never in.afspraak.json").run().exits(1);
    let lines: Vec<&str> = full.stdout.lines().collect();
    let source = lines.iter().position(|line| line.starts_with("8 |")).expect("the last line is shown");
    let length = lines[source].chars().count();
    let mark = lines[source + 1..].iter().find_map(|line| line.find('^')).expect("a mark stands below it");
    assert_eq!(mark, length, "behind its last character:\n{}", full.stdout);
    let page = folder.kader("check --format html in.afspraak.json").run().exits(1).stdout;
    assert!(page.contains("<mark></mark>\n"), "{page}");
}

#[cfg(unix)]
#[test]
fn c25_symlink_loop() {
    use std::os::unix::fs::symlink;
    let folder = Folder::case("25-symlink-loop");
    symlink("..", folder.path().join("a/terug")).unwrap();
    symlink(".", folder.path().join("hier")).unwrap();
    let report = check(&folder, ".", 1);
    assert_eq!((report.paths(), report.failures()), (vec!["a/in.afspraak.json"], vec![]));
    report.has(&["D109 error /regios/0 value 6:14 178-184"]);
}

#[test]
fn c27_folder_named_like_a_file() {
    let folder = Folder::case("27-folder-named-like-file");
    for path in [".", "map.afspraak.json"] {
        let report = check(&folder, path, 1);
        assert_eq!((report.paths(), report.failures()), (vec!["map.afspraak.json/in.afspraak.json"], vec![]));
        report.has(&["D109 error /regios/0 value 6:14 178-184"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn c29_path_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::case("29-path-not-utf8");
    let name = OsStr::from_bytes(b"haven-\xFF.afspraak.json");
    std::fs::rename(folder.path().join("in.afspraak.json"), folder.path().join(name)).unwrap();
    for path in [OsStr::new("."), name] {
        let report = folder.kader("check --format json").arg(path).run().exits(1).json();
        assert_eq!((report.paths(), report.failures()), (vec!["haven-\u{FFFD}.afspraak.json"], vec![]));
        report.has(&["D109 error /regios/0 value 6:14 178-184"]);
    }
    for format in FORMATS {
        let name = if format == "sarif" { "haven-%EF%BF%BD.afspraak.json" } else { "haven-\u{FFFD}.afspraak.json" };
        folder.kader("check --format").arg(format).run().exits(1).prints(name);
    }
    let listed = folder.kader("check --format json --files-from -").input(b"haven-\xFF.afspraak.json\n".to_vec());
    listed.run().exits(1).json().has(&["D109 error /regios/0 value 6:14 178-184"]);
}

#[test]
fn c31_stdin_filename() {
    let folder = Folder::case("31-stdin-filename");
    let text = folder.read("docs/in.afspraak.json");
    let run =
        |name: &str| folder.kader("check --format json --stdin-filename").arg(name).arg("-").input(text.clone()).run();
    let report = run("docs/in.afspraak.json").exits(0).json();
    assert_eq!(report.paths(), ["docs/in.afspraak.json"]);
    report.is_clean();
    let outside = folder.kader("check --format json --no-context --stdin-filename elders/in.afspraak.json -");
    let report = outside.input(text.clone()).run().exits(0).json();
    assert_eq!((report.paths(), report.failures()), (vec!["elders/in.afspraak.json"], vec![]));
    let evidence = report.of("V409");
    assert_eq!(evidence.len(), 1);
    assert_eq!(
        (&evidence[0]["severity"], place(&evidence[0]["range"])),
        (&"warning".into(), "9:38 351-364".to_owned())
    );
    assert_eq!(report.findings().len(), 1);
}

#[test]
fn c33_huge_file() {
    const LIMIT: usize = 10 << 20;
    let folder = Folder::case("33-huge-file");
    let mut text = folder.read("klein.afspraak.json");
    text.resize(LIMIT + 1, b' ');
    let folder = folder.file("groot.afspraak.json", &text).file("past.afspraak.json", &text[..LIMIT]);
    let report = check(&folder, "groot.afspraak.json", 1);
    report.has(&["S005 error root token"]);
    assert!(report.findings()[0]["range"].is_null());
    check(&folder, "past.afspraak.json", 0).is_clean();
    let both = folder.kader("check --format json groot.afspraak.json past.afspraak.json").run().exits(1).json();
    both.has(&["S005 error root token"]);
    folder.kader("check groot.afspraak.json").run().exits(1).prints("groot.afspraak.json:1:1: error[S005]");
    folder.kader("check --format full groot.afspraak.json").run().exits(1).prints("S005");
}

#[test]
fn c35_a_path_that_does_not_exist() {
    let folder = Folder::case("35-files-from-missing");
    folder.kader("check weg.afspraak.json").run().exits(2).complains("weg.afspraak.json");
    let report = folder.kader("check --format json in.afspraak.json weg.afspraak.json").run().exits(2).json();
    report.has(&["D109 error /regios/0 value 6:14 178-184"]);
    assert_eq!(report.failures(), [Some("weg.afspraak.json")]);
}
