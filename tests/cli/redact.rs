//! `--redact`: telephone numbers, e-mail addresses and functions are shown nowhere.

use crate::runner::{CLEAN, Folder};

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
        for format in ["full", "concise", "json"] {
            let run = |more: &str| folder.kader(&format!("check --format {format} {more}")).run().exits(1).stdout;
            let shown = run("--redact");
            let told: Vec<&&str> = SECRETS.iter().filter(|secret| shown.contains(**secret)).collect();
            assert_eq!(told, [&""; 0], "{format} {to}: {shown}");
            let plain = run("");
            assert!(
                format == "concise" || plain.contains("jan.de.vries"),
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
