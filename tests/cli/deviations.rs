//! `kader deviations` as a process.

use crate::runner::{CLEAN, Folder};

const WORKSPACE: &str = "workspaces/afwijkingen";

fn folder() -> Folder {
    Folder::fixtures(&[WORKSPACE])
}

/// An agreement with one deviation, whose reason is a text.
fn with_reason(reason: &str) -> String {
    let deviations = serde_json::json!([{ "regel": "V400", "toelichting": reason, "akkoord": reason }]);
    CLEAN.replacen('{', &format!("{{ \"afwijkingen\": {deviations},"), 1)
}

#[test]
fn the_register_in_both_languages() {
    let folder = folder();
    for lang in ["nl", "en"] {
        for format in ["full", "markdown"] {
            let run = folder.kader(&format!("deviations --lang {lang} --format {format}")).run().exits(0).silent();
            insta::assert_snapshot!(format!("deviations_{format}_{lang}"), run.stdout);
        }
    }
}

#[test]
fn what_is_due() {
    let folder = folder();
    let rules = |arguments: &str| {
        let json = folder.kader(&format!("deviations --format json {arguments}")).run().exits(0).silent().json().0;
        let codes = json["deviations"].as_array().unwrap().iter().map(|entry| entry["code"].as_str().unwrap());
        codes.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rules("--due-within 0d"), "V400");
    assert_eq!(rules("--due-within 728d"), "V400");
    assert_eq!(rules("--due-within 729d"), "W704 V400", "until 2027-12-31");
}

#[test]
fn wrong_numbers_of_days() {
    for days in ["90", "2w", "-1d", ""] {
        folder().kader("deviations").arg(format!("--due-within={days}")).run().exits(2).complains("--due-within");
    }
}

#[test]
fn findings_do_not_fail_it_but_failures_do() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN.replace("VR17", "VR99"));
    folder.kader("deviations").run().exits(0).silent().prints("There are no deviations");
    folder.kader("deviations a.afspraak.json gone").run().exits(2).complains("gone: there is no such file");
    Folder::new().kader("deviations").run().exits(2).complains("no document was found");
    Folder::new().kader("deviations --allow-empty").run().exits(0).silent();
}

#[test]
fn from_standard_input_and_into_files() {
    let folder = Folder::new();
    let run = folder.kader("deviations - --output json=a.json --output markdown=a.md").input(with_reason("Omdat"));
    run.run().exits(0).silent().prints("<stdin>:1:");
    let json: serde_json::Value = serde_json::from_slice(&folder.read("a.json")).unwrap();
    assert_eq!(json["deviations"][0]["reason"], "Omdat");
    assert!(String::from_utf8(folder.read("a.md")).unwrap().contains("| V400 "));
    folder.kader("deviations --allow-empty --output html=x").run().exits(2).complains("full, json, markdown");
}

#[test]
fn a_documents_text_is_text() {
    let hostile = "a\u{1B}[31m\u{202E} | <script> *b* `c`\nd";
    let folder = Folder::new().file("a.afspraak.json", with_reason(hostile));
    for format in ["full", "markdown", "json"] {
        let text = folder.kader(&format!("deviations --format {format}")).run().exits(0).stdout;
        assert!(!text.contains(['\u{1B}', '\u{202E}']), "{text}");
        assert!(format != "markdown" || text.contains(r"\| \<script\> \*b\* \`c\` d |"), "{text}");
    }
}
