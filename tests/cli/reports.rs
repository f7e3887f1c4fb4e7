//! The reports for other programs over one small project, as they stand under `fixtures/reports`.
//!
//! `KADER_WRITE_REPORTS=1 cargo test --test cli reports` writes the files again.

use std::collections::BTreeMap;
use std::path::Path;

use crate::runner::{Folder, Kader};

/// The formats, each with the ending of its files.
const FORMATS: [(&str, &str); 8] = [
    ("jsonl", "jsonl"),
    ("sarif", "sarif"),
    ("github", "txt"),
    ("gitlab", "json"),
    ("junit", "xml"),
    ("azure", "txt"),
    ("rdjson", "json"),
    ("checkstyle", "xml"),
];

/// The project: a sound agreement, one that cannot be read in full, one that is too large, one full of what other programs take for
/// commands or markup, and two of one partner.
fn project() -> Folder {
    Folder::new().with("fixtures/reports/project", "")
}

/// All reports by the names of their files.
fn made() -> BTreeMap<String, String> {
    let (project, empty) = (project(), Folder::new());
    let all = |arguments: &str| project.kader(&format!("check . weg.afspraak.json {arguments}"));
    let mut made = BTreeMap::new();
    let mut keep = |name: String, run: Kader, status| made.insert(name, run.run().exits(status).stdout);
    for (format, ending) in FORMATS {
        for lang in ["nl", "en"] {
            keep(format!("{format}.{lang}.{ending}"), all(&format!("--format {format} --lang {lang}")), 2);
        }
        let sound = project.kader(&format!("check goed.afspraak.json --format {format}"));
        keep(format!("{format}.clean.{ending}"), sound, 0);
        keep(format!("{format}.empty.{ending}"), empty.kader(&format!("check --format {format}")), 2);
    }
    keep("sarif.suppressions.sarif".to_owned(), all("--format sarif --sarif-suppressions"), 2);
    for lang in ["nl", "en"] {
        let name = format!("github.summary.{lang}.md");
        let run = all(&format!("--format github --lang {lang}")).env("GITHUB_STEP_SUMMARY", &name);
        run.run().exits(2);
        made.insert(name.clone(), String::from_utf8(project.read(&name)).unwrap());
    }
    made
}

#[test]
fn the_reports_are_as_they_stand_in_the_repository() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports");
    let made = made();
    if std::env::var_os("KADER_WRITE_REPORTS").is_some() {
        for (name, text) in &made {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
    let entries = std::fs::read_dir(&folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let mut names: Vec<String> = files.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, made.keys().cloned().collect::<Vec<_>>(), "no file too many and none too few");
    for (name, text) in &made {
        let known = std::fs::read_to_string(folder.join(name)).unwrap();
        assert!(known == *text, "{name} is out of step: KADER_WRITE_REPORTS=1 writes it again\n{text}");
    }
}

#[test]
fn neither_threads_nor_colours_nor_a_second_run_change_anything() {
    let project = project();
    for (format, _) in FORMATS {
        let run = |more: &str| project.kader(&format!("check --format {format} . {more}")).run().exits(1).stdout;
        let once = run("");
        assert_eq!(once, run("--jobs 1 --color always --quiet"), "{format}");
        assert_eq!(once, run("--jobs 2"), "{format}");
    }
}

#[test]
fn several_files_in_one_run_hold_what_standard_output_would() {
    let project = project();
    let mut run = project.kader("check . weg.afspraak.json --format github");
    for (format, _) in FORMATS {
        std::fs::write(project.path().join(format!("uit.{format}")), "x".repeat(1 << 20)).unwrap();
        run = run.arg_all(&format!("--output {format}=uit.{format}"));
    }
    run.run().exits(2);
    for (format, _) in FORMATS {
        let alone = project.kader(&format!("check . weg.afspraak.json --format {format}")).run().exits(2);
        assert_eq!(String::from_utf8(project.read(format!("uit.{format}"))).unwrap(), alone.stdout, "{format}");
    }
}

#[test]
fn one_report_that_cannot_be_written_keeps_none_of_the_others() {
    let project = project();
    let outputs = "--output sarif=uit.sarif --output junit=weg/uit.xml --output gitlab=. --output rdjson=uit.json";
    let run = project.kader(&format!("check goed.afspraak.json --format azure {outputs}")).run().exits(2);
    let run = run.complains("error: weg/uit.xml: the report could not be written").complains("error: .: ");
    assert_eq!(run.stdout, "");
    for name in ["uit.sarif", "uit.json"] {
        serde_json::from_slice::<serde_json::Value>(&project.read(name)).unwrap();
    }
}

/// A level stands in each report as often as in the others.
#[test]
fn the_reports_of_one_run_agree_in_their_counts() {
    let project = project();
    let outputs = "--output sarif=uit.sarif --output junit=uit.xml --output json=uit.json --output gitlab=uit.gitlab";
    let annotations = project.kader(&format!("check . --format github {outputs}")).run().exits(1).stdout;
    let value = |name: &str| serde_json::from_slice::<serde_json::Value>(&project.read(name)).unwrap();
    let summary = &value("uit.json")["summary"];
    let count = |level: &str| usize::try_from(summary[level].as_u64().unwrap()).unwrap();
    let expected = [count("error"), count("warning"), count("info") + count("hint")];
    assert!(
        expected.iter().all(|count| (1..=10).contains(count)),
        "enough of each, and not too much for an annotation"
    );

    let results = value("uit.sarif")["runs"][0]["results"].clone();
    let of = |level: &str| results.as_array().unwrap().iter().filter(|result| result["level"] == level).count();
    assert_eq!(["error", "warning", "note"].map(of), expected);

    let commands = |word: &str| annotations.lines().filter(|line| line.starts_with(&format!("::{word} "))).count();
    assert_eq!(["error", "warning", "notice"].map(commands), expected);

    let xml = String::from_utf8(project.read("uit.xml")).unwrap();
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let named = |name: &'static str| xml.descendants().filter(move |node| node.has_tag_name(name));
    let lines = || named("failure").chain(named("system-out")).flat_map(|node| node.text().unwrap().lines());
    let heads = |word: &str| lines().filter(|line| line.starts_with(&format!("{word}["))).count();
    assert_eq!([heads("error"), heads("warning"), heads("info") + heads("hint")], expected);
    assert_eq!((named("failure").count(), named("skipped").count()), (count("error"), count("deviations")));

    let issues = value("uit.gitlab");
    let of = |severity: &str| issues.as_array().unwrap().iter().filter(|issue| issue["severity"] == severity).count();
    assert_eq!([of("critical"), of("major"), of("minor") + of("info")], expected);
}

#[test]
fn the_summary_of_a_step_is_added_to_what_it_holds() {
    let folder = project().file("stap.md", "eerder\n");
    let check = |arguments: &str| {
        folder
            .kader(&format!("check goed.afspraak.json {arguments}"))
            .env("GITHUB_STEP_SUMMARY", "stap.md")
            .run()
            .exits(0)
    };
    check("--format json");
    assert_eq!(folder.read("stap.md"), b"eerder\n");
    check("--format github");
    check("--output github=uit.txt");
    let text = String::from_utf8(folder.read("stap.md")).unwrap();
    assert!(text.starts_with("eerder\n## kader\n"), "{text}");
    assert_eq!(text.matches("No findings in one document").count(), 2);
}

#[test]
fn a_summary_that_cannot_be_written_fails_the_run_and_the_report_stands() {
    let folder = project();
    let check = |file: &str| folder.kader("check --format github").env("GITHUB_STEP_SUMMARY", file);
    for file in ["weg/stap.md", "."] {
        let run = check(file).arg("onder map").run().exits(2);
        run.prints("::error file=onder map/haven #1%2C 50%25 ").complains("the report could not be written");
    }
}

#[test]
fn accepted_findings_are_suppressed_results_where_that_is_asked_for() {
    let project = project();
    let results = |more: &str| {
        let run = project.kader(&format!("check samen --format sarif {more}")).run().exits(1);
        let log: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(log["runs"][0]["properties"]["deviations"], u64::from(!more.contains("no-deviations")));
        log["runs"][0]["results"].as_array().unwrap().clone()
    };
    let usual = results("");
    assert!(usual.iter().all(|result| result.get("suppressions").is_none()));
    let with = results("--sarif-suppressions");
    assert_eq!(with.len(), usual.len() + 1);
    let suppressed: Vec<_> = with.iter().filter(|result| result["suppressions"][0].is_object()).collect();
    assert_eq!((suppressed.len(), &suppressed[0]["ruleId"]), (1, &"W702".into()));
    let by = &suppressed[0]["suppressions"][0];
    assert_eq!((&by["kind"], &by["status"]), (&"inSource".into(), &"accepted".into()));
    assert!(by["justification"].as_str().unwrap().starts_with("De <reikwijdte> & \"meer\""));
    assert!(with.iter().all(|result| result["suppressions"].is_array()), "all say it, or none");
    assert_eq!(results("--sarif-suppressions --no-deviations").len(), with.len());
}

/// Documents of two projects may agree in everything but their paths.
#[test]
fn gitlab_gets_each_fingerprint_once() {
    let folder = project();
    for root in ["een", "twee"] {
        let text = folder.read("samen/utrecht.afspraak.json");
        let path = folder.path().join(root);
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join("a.afspraak.json"), text).unwrap();
        std::fs::write(path.join("kader.toml"), "").unwrap();
    }
    let fingerprints = |format: &str| -> Vec<String> {
        let text = folder.kader(&format!("check een twee --format {format}")).run().exits(0).stdout;
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let results = if format == "gitlab" { &value } else { &value["runs"][0]["results"] };
        let of = |result: &serde_json::Value| {
            let fingerprint = result.get("fingerprint").unwrap_or(&result["partialFingerprints"]["kader/v1"]);
            fingerprint.as_str().unwrap().to_owned()
        };
        results.as_array().unwrap().iter().map(of).collect()
    };
    let (mut distinct, same) = (fingerprints("gitlab"), fingerprints("sarif"));
    let half = same.len() / 2;
    assert!(half > 0 && same[..half] == same[half..]);
    assert_eq!(distinct[..half], same[..half]);
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), same.len());
}

#[test]
fn the_first_ten_of_a_level_are_annotated_and_the_rest_is_counted() {
    let key = |number: usize| format!("  \"sleutel-{number}\": 1,\n");
    let keys: String = (0..13).map(key).collect();
    let text = crate::runner::faulty().replacen('\n', &format!("\n{keys}"), 1);
    let folder = Folder::new().file("a.afspraak.json", text);
    let run = |more: &str| folder.kader(&format!("check --format github {more}")).run().stdout;
    let lines = run("");
    let words: Vec<&str> = lines.lines().map(|line| line[2..].split(' ').next().unwrap()).collect();
    let expected: Vec<&str> = [vec!["error"], vec!["warning"; 10], vec!["notice"]].concat();
    assert_eq!(words, expected);
    assert!(lines.ends_with("::notice title=kader::3 more are not shown here (3 warnings)\n"), "{lines}");
    assert!(!run("--severity D103=off").contains("::notice"));
    // What counts the rest is a notice that GitHub shows, so it comes ahead of the others.
    let notices = run("--severity D103=info");
    assert!(notices.lines().nth(1).unwrap().ends_with("3 more are not shown here (3 notices)"), "{notices}");
    assert_eq!(notices.lines().count(), 12);
}

#[test]
fn what_fails_a_test_case_is_what_fails_the_run() {
    let folder = Folder::new().file("a.afspraak.json", crate::runner::doubtful());
    let xml = |more: &str, status| folder.kader(&format!("check --format junit {more}")).run().exits(status).stdout;
    let usual = xml("", 0);
    assert!(usual.contains("<system-out>warning[D110]") && !usual.contains("<failure"), "{usual}");
    let strict = xml("--fail-on warning", 1);
    assert!(strict.contains("<failure ") && !strict.contains("<system-out>"), "{strict}");
    assert!(
        xml("--fail-on warning --min-severity error", 1).contains("<failure message=\"one finding below the level")
    );
    assert!(!xml("--fail-on never --severity D110=error", 0).contains("<failure"));
}
