//! `--redact`: telephone numbers, e-mail addresses and functions are shown nowhere.

use crate::runner::{CLEAN, FORMATS, Folder};

const SECRETS: [&str; 4] = ["06-12345678", "jan.de.vries", "Burgemeester", "0688888888"];

/// An agreement with secrets, a fault at each of them, and with one text changed.
fn folder(from: &str, to: &str) -> Folder {
    let contacts = r#""samenwerkingen": [{ "kerntaak": "beheerder", "aanspreekpunten": {
    "informatie": { "rol": "x", "telefoon": "06-12345678", "email": "jan.de.vries at x", "telefoon": 0688888888 } } }],
  "ondertekenaars": [{ "partij": "x", "functie": "Burgemeester" }]"#;
    let text = CLEAN.replace(r#""samenwerkingen": [{ "kerntaak": "beheerder" }]"#, contacts);
    assert!(text.contains(from));
    Folder::new().file("a.afspraak.json", text.replace(from, to))
}

#[test]
fn nothing_is_shown_in_any_format() {
    let slips = [
        ("\"rol\"", "\"rol\""),
        ("\"telefoon\": \"06", "\"telefoon\" \"06"),
        ("\"06-12345678\"", "'06-12345678'"),
        ("\"06-12345678\"", "06-12345678"),
        ("\"06-12345678\"", "\"06-12345678"),
        ("\"06-12345678\"", "[\"06-12345678\"]"),
        ("\"telefoon\": \"06", "\"telefon\": \"06"),
        ("\"telefoon\": \"06", "\"telefoon: \"06"),
        ("\"Burgemeester\"", "{ \"naam\": \"Burgemeester\" }"),
        ("\"Burgemeester\"", "\"Burgemeester\\q\""),
        ("\"rol\": \"x\",", "\"rol\": \"x\""),
    ];
    for (from, to) in slips {
        let folder = folder(from, to);
        for format in FORMATS {
            let run = |more: &str| folder.kader(&format!("check --format {format} {more}")).run().exits(1).stdout;
            let shown = run("--redact");
            let told: Vec<&&str> = SECRETS.iter().filter(|secret| shown.contains(**secret)).collect();
            assert_eq!(told, [&""; 0], "{format} {to}: {shown}");
            let plain = run("");
            assert!(
                !["full", "json", "jsonl", "markdown", "html"].contains(&format) || plain.contains("jan.de.vries"),
                "{format} {to}: without the option they are"
            );
        }
    }
}

#[test]
fn labels_stay_where_they_were() {
    let folder = folder("\"rol\"", "\"rol\"");
    let run = |more: &str| folder.kader(&format!("check --format full --select D105 {more}")).run().exits(1).stdout;
    let marks = |text: &str| text.lines().filter(|line| line.contains("^^")).map(str::to_owned).collect::<Vec<_>>();
    let (shown, masked) = (run(""), run("--redact"));
    assert_eq!(marks(&shown), marks(&masked));
    assert!(masked.contains("\"••••••••••••••••\"") || masked.contains("•••"), "{masked}");
}

/// An agreement that tells its secrets wherever a document has a text of its own.
fn telling() -> Folder {
    let text = CLEAN
        .replace("\"proef-a\"", "\"p-0688888888\"")
        .replace("Proefpartner", "Bureau 06-12345678")
        .replace("\"samenwerkingen\"", "\"ondertekenaars\": [{ \"partij\": \"partner\", \"functie\": \"Burgemeester\" }], \"samenwerkingen\"")
        .replace(
            r#""samenwerkingen": [{ "kerntaak": "beheerder" }]"#,
            r#""samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "kernsamenwerking", "aanspreekpunten": { "informatie": {
                "rol": "HIN", "piket": true, "bereikbaarheid": "x", "telefoon": "06-12345678", "email": "jan.de.vries@x.nl",
                "telefoon ": "0688888888" } } }],
              "beginselen": { "handelingsruimte": { "geborgd": false, "toelichting": "Burgemeester" } },
              "afwijkingen": [
                { "regel": "V411", "toelichting": "Bel 06-12345678", "akkoord": "Burgemeester Jansen", "tot": "2099" },
                { "regel": "jan.de.vries@x.nl", "pad": "/jan.de.vries@x.nl", "toelichting": "Via jan.de.vries@x.nl" },
                { "regel": "V411", "toelichting": "x", "tot": "06-12345678" }
              ]"#,
        );
    assert!(text.contains("afwijkingen") && text.contains("ondertekenaars"), "{text}");
    let supplement = CLEAN
        .replace("\"proef-a\"", "\"aanvulling\", \"aanvullingOp\": \"p-0688888888\"")
        .replace("Proefpartner", "Bureau 06-12345678")
        .replace(
            r#"{ "kerntaak": "beheerder" }"#,
            r#"{ "kerntaak": "beheerder", "aanspreekpunten": { "informatie": { "telefoon": "06-12345678", "email": "0688888888" } } }"#,
        );
    Folder::new().file("kader.toml", "").file("a.afspraak.json", text).file("b.afspraak.json", supplement)
}

/// A baseline is no report: it knows documents by their ids, whatever stands in these.
#[test]
fn a_baseline_is_the_same_whatever_is_shown() {
    let folder = telling();
    let written = |more: &str| {
        folder.kader(&format!("check --write-baseline --baseline b {more}")).run();
        folder.read("b")
    };
    let plain = written("");
    assert!(String::from_utf8_lossy(&plain).contains("p-0688888888"));
    assert_eq!(written("--redact"), plain);
    let known = |more: &str| folder.kader(&format!("check --baseline b --format json {more}")).run().json().0;
    assert_eq!(known("--redact")["summary"], known("")["summary"]);
}

#[test]
fn nothing_is_shown_by_any_command_in_any_format() {
    let folder = telling();
    let commands: [(&str, &[&str]); 4] = [
        ("check", &["full", "concise", "json", "markdown", "html"]),
        ("assess", &["full", "json", "markdown", "html"]),
        ("overview", &["full", "json", "csv", "markdown", "html"]),
        ("deviations", &["full", "json", "markdown"]),
    ];
    for (command, formats) in commands {
        for format in formats {
            let run = |more: &str| folder.kader(&format!("{command} --lang nl --format {format} {more}")).run();
            let (masked, plain) = (run("--redact"), run(""));
            assert_eq!(masked.status, plain.status);
            for shown in [&masked.stdout, &masked.stderr] {
                let told: Vec<&&str> = SECRETS.iter().filter(|secret| shown.contains(**secret)).collect();
                assert_eq!(told, [&""; 0], "{command} {format}: {shown}");
            }
            assert!(SECRETS.iter().any(|secret| plain.stdout.contains(secret)), "{command} {format}: {}", plain.stdout);
            assert!(masked.stdout.contains("••••"), "{command} {format}: {}", masked.stdout);
        }
    }
}
