//! `kader rules` as a process.

use crate::runner::{Folder, Outcome};

fn kader(arguments: &str) -> Outcome {
    Folder::new().kader(arguments).run()
}

#[test]
fn for_people_in_both_languages() {
    for lang in ["nl", "en"] {
        let text = kader(&format!("rules --lang {lang}")).exits(0).silent().stdout;
        insta::assert_snapshot!(format!("rules_{lang}"), text);
    }
}

#[test]
fn as_tables() {
    let text = kader("rules --format markdown").exits(0).silent().stdout;
    let columns = |line: &&str| line.split(" | ").count();
    assert!(text.lines().filter(|line| line.starts_with("| ")).all(|line| columns(&line) == 7), "{text}");
    assert!(text.contains("| R301 | `reach-mismatch` | Reach does not match the number of regions |"), "{text}");
    assert!(text.contains("\n## R: reach, adoption region and term\n\n| code |"), "{text}");
}

#[test]
fn as_json() {
    let json = kader("rules --format json --lang nl").exits(0).silent().json().0;
    assert_eq!((&json["version"], &json["rules"][0]["code"]), (&1.into(), &"S001".into()));
    let rule = json["rules"].as_array().unwrap().iter().find(|rule| rule["code"] == "R301").unwrap();
    assert_eq!(rule["title"], "Reikwijdte past niet bij het aantal regio's");
    assert_eq!(rule["variants"][0]["severity"][0], "warning");
}

#[test]
fn mistakes() {
    kader("rules --format html").exits(2).complains("`html`").complains("text, markdown, json");
    kader("rules R301").exits(2).complains("kader rules");
}
