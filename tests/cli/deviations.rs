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

/// What could not be read may hold deviations, so that nobody can say there are none.
#[test]
fn what_could_not_be_read_is_named() {
    let sound = with_reason("Omdat");
    let cases = [
        ("policy", sound.replace("netcentrische-", "andere-").into_bytes(), "cannot be read as an agreement"),
        ("bytes", b"\xFF\xFE{}".to_vec(), "cannot be read as an agreement"),
        ("text", b"[]".to_vec(), "cannot be read as an agreement"),
        ("list", sound.replace("\"akkoord\"", "akkoord").into_bytes(), "cannot be read as a whole"),
        (
            "twice",
            CLEAN.replacen('{', "{ \"afwijkingen\": [], \"afwijkingen\": [],", 1).into_bytes(),
            "cannot be read as a whole",
        ),
    ];
    for (name, bytes, text) in cases {
        let folder = Folder::new().file("a.afspraak.json", bytes);
        let run = folder.kader("deviations --lang en").run().exits(0).complains("a.afspraak.json: ").complains(text);
        assert_eq!(run.stderr.lines().count(), 1, "{name}");
        let json = folder.kader("deviations --format json").run().exits(0).json();
        assert_eq!(json.failures(), [Some("a.afspraak.json")], "{name}");
    }
    let large = Folder::new().file("kader.toml", "max-size = 100").file("a.afspraak.json", sound);
    large.kader("deviations --lang en").run().exits(0).complains("a.afspraak.json: this cannot be read");
    let elsewhere = CLEAN.replacen('{', "{ \"fase\": \"verkenning\",", 1);
    Folder::new().file("a.afspraak.json", elsewhere).kader("deviations").run().exits(0).silent();
}

#[test]
fn quiet_leaves_out_the_count() {
    let folder = folder();
    for format in ["full", "markdown"] {
        let count = |more: &str| {
            let text = folder.kader(&format!("deviations --lang en --format {format} {more}")).run().exits(0).stdout;
            text.contains(" deviations in ")
        };
        assert_eq!([count(""), count("-q")], [true, false], "{format}");
    }
}

#[test]
fn a_month_ends_with_its_last_day() {
    let until = |day: &str| {
        let text = with_reason("Omdat").replace("\"akkoord\"", &format!("\"tot\": \"{day}\", \"akkoord\""));
        Folder::new().file("a.afspraak.json", text).kader("deviations --lang en").run().exits(0)
    };
    until("2020-01").prints("ended with 2020-01");
    until("2020").prints("ended with 2020");
    until("2020-01-31").prints("ended on 2020-01-31");
}
