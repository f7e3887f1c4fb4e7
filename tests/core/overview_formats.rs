//! The national overview in each of its formats: the same rows, whatever names and text the documents have.

use kader::policy::Lang;
use kader::report::overview::Format;
use serde_json::{Value, json};

use crate::overview::{agreement, asked, folder, json, rows, with, written, written_in};

/// A partner with several names, core tasks and profiles.
fn several_names() -> [Value; 3] {
    let number = |document, task: &str| {
        with(document, &[("/partner/kvk", json!("12345678")), ("/samenwerkingen/0/kerntaak", json!(task))])
    };
    [
        number(agreement("a", "Zuiderketel", &["VR01"], true), "beheerder"),
        number(agreement("b", "Aardketel", &["VR02"], true), "dienstverlener"),
        agreement("m", "Middenketel", &["VR03"], true),
    ]
}

#[test]
fn a_partner_has_the_same_names_in_every_row_and_format() {
    let run = asked(&folder(&several_names()), "2026-01-01", &["/p"]);
    let overview = json(&run, Lang::Nl);
    assert_eq!(overview["summary"]["partners"], 2);
    assert_eq!(
        rows(&overview),
        [
            "1 Aardketel Zuiderketel [VR01] [] kernsamenwerking",
            "1 Aardketel Zuiderketel [VR02] [] kernsamenwerking",
            "2 Middenketel [VR03] [] kernsamenwerking"
        ]
    );
    let csv = written(&run, Lang::Nl, Format::Csv);
    let first: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(first, ["\"Aardketel; Zuiderketel\"", "\"Aardketel; Zuiderketel\"", "Middenketel"]);
    let table = written(&run, Lang::Nl, Format::Full);
    assert_eq!(table.matches("Aardketel; Zuiderketel\n").count(), 1, "the heading stands once: {table}");
    let markdown = written(&run, Lang::Nl, Format::Markdown);
    assert_eq!(markdown.matches("| Aardketel; Zuiderketel |").count(), 2);
    let html = written(&run, Lang::Nl, Format::Html);
    assert_eq!(html.matches("<span>Aardketel; Zuiderketel</span>").count(), 2);
    assert_eq!(html.matches("data-partner=\"0\"").count(), 2);
}

#[test]
fn units_go_by_their_organisation_whatever_their_core_tasks() {
    let units = several_names().map(|document| with(document, &[("/partner/onderdeelVan", json!("Ketelbond"))]));
    let run = asked(&folder(&units), "2026-01-01", &["/p"]);
    assert_eq!(json(&run, Lang::Nl)["summary"]["partners"], 1);
    let csv = written(&run, Lang::Nl, Format::Csv);
    assert!(csv.lines().skip(1).all(|line| line.starts_with("Ketelbond,Ketelbond,")), "{csv}");
    let table = written(&run, Lang::Nl, Format::Full);
    assert_eq!(table.matches("\nKetelbond (Aardketel; Middenketel; Zuiderketel)\n").count(), 1, "{table}");
    let html = written(&run, Lang::Nl, Format::Html);
    for unit in ["Aardketel", "Middenketel", "Zuiderketel"] {
        assert!(html.contains(&format!("<h3>{unit}</h3>")), "the details name {unit}");
    }
    let rows = html.matches("<span>Ketelbond</span>").count();
    assert_eq!(rows, html.matches("<tbody data-").count());
}

#[test]
fn all_that_is_not_in_it_is_named_in_every_format_for_people() {
    let memory = folder(&[agreement("a", "Ketel", &["VR01"], true)]);
    memory.put("/p/stuk.afspraak.json", "[");
    memory.put("/q/kader.toml", "policy = 3\n");
    memory.put("/q/b.afspraak.json", agreement("b", "Ketel", &["VR01"], true).to_string());
    let run = asked(&memory, "2026-01-01", &["/p", "/q", "/nergens.afspraak.json"]);
    let told = json(&run, Lang::Nl);
    let failures: Vec<&str> =
        told["failures"].as_array().unwrap().iter().filter_map(|failure| failure["path"].as_str()).collect();
    assert_eq!(failures.len(), 2, "{failures:?}");
    for format in [Format::Html, Format::Markdown, Format::Full] {
        let text = written(&run, Lang::Nl, format);
        for part in ["stuk.afspraak.json", "kader.toml", "1:10", "nergens.afspraak.json"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}

/// Text from documents is text in every format, whatever stands in it.
#[test]
fn text_from_documents_is_never_markup_formula_or_control() {
    let hostile = "=cmd|'/c'!A1\u{1B}[31m\u{202E}</title><script>alert(1)</script> *x* [l](javascript:x) \" onload=\"y";
    let document = with(agreement("a", hostile, &["VR01"], true), &[("/partner/onderdeelVan", json!(hostile))]);
    let run = asked(&folder(&[document]), "2026-01-01", &["/p"]);
    for lang in Lang::ALL {
        let html = written(&run, lang, Format::Html);
        assert_eq!(html.matches("<script>").count(), 1, "the page's own");
        assert!(!html.contains("onload=\"y") && !html.contains(['\u{1B}', '\u{202E}']));
        let markdown = written(&run, lang, Format::Markdown);
        assert!(!markdown.contains("<script>") && !markdown.contains(['\u{1B}', '\u{202E}']), "{markdown}");
        for width in [40, 100, 200] {
            let table = written_in(&run, lang, (Format::Full, width));
            assert!(!table.contains(['\u{1B}', '\u{202E}']), "{table}");
        }
        let csv = written(&run, lang, Format::Csv);
        assert!(csv.lines().nth(1).unwrap().starts_with("\"'=cmd"), "{csv}");
    }
}

/// Where a terminal is too narrow for columns, the same stands below each other.
#[test]
fn a_narrow_terminal_shows_the_same_below_each_other() {
    let document = with(
        agreement("a", "Waterschap De Ketel", &["VR01", "VR02"], true),
        &[("/evaluatie", json!({ "volgende": "2027-01-01" })), ("/partner/onderdeelVan", json!("Unie van Ketels"))],
    );
    let run = asked(&folder(&[document]), "2026-01-01", &["/p"]);
    insta::assert_snapshot!(written_in(&run, Lang::Nl, (Format::Full, 44)));
}
