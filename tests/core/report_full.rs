//! What `full` prints: snapshots in both languages, and the edges of excerpts.

use insta::assert_snapshot;
use kader::policy::Lang;
use kader::report::formats::full;

use crate::report_support::{Reporter, agreement, checked, selected, settings};

const NAME: &str = "in.afspraak.json";

/// The report in both languages of some rules of a document.
fn both(rules: &[&str], bytes: impl AsRef<[u8]>) -> String {
    let settings = selected(rules);
    let (system, run) = checked(&settings, &[(NAME, bytes.as_ref())]);
    let mut all = String::new();
    for lang in Lang::ALL {
        let reporter = Reporter { lang, ..Reporter::new(&system) };
        let report = reporter.report(&run, full::write);
        all += &report;
    }
    all
}

/// The excerpts of a document in one language: no headers, no notes.
fn excerpts(rules: &[&str], bytes: impl AsRef<[u8]>) -> String {
    let settings = selected(rules);
    let (system, run) = checked(&settings, &[(NAME, bytes.as_ref())]);
    let report = Reporter::new(&system).report(&run, full::write);
    let kept = report.lines().filter(|line| {
        let border = line.trim_start().trim_start_matches(|char: char| char.is_ascii_digit()).trim_start();
        border.starts_with('|') || border.starts_with(':') || border.starts_with("-->")
    });
    kept.collect::<Vec<_>>().join("\n")
}

#[test]
fn labels_on_two_lines() {
    assert_snapshot!(both(&["R301"], agreement("")));
}

#[test]
fn labels_on_one_long_line() {
    assert_snapshot!(both(&["R301"], agreement("").replace("\n ", "")));
}

#[test]
fn labels_far_apart() {
    let lines = "\n  \"x-a\": 1,\n  \"x-b\": 1,\n  \"x-c\": 1,";
    assert_snapshot!(excerpts(&["R301"], agreement(lines)));
}

#[test]
fn labels_far_apart_on_a_line_of_100_000_characters() {
    let long = format!("\"x-a\": \"{}\",", "één ".repeat(25_000));
    assert_snapshot!(excerpts(&["R301"], agreement(&long).replace("\n ", "")));
}

#[test]
fn a_label_over_several_lines() {
    let text = agreement("").replace("[\"VR15\", ", "[\n    \"VR15\",\n    ");
    assert_snapshot!(excerpts(&["R301"], text));
}

#[test]
fn a_label_over_many_lines() {
    let many: String = (1..25).fold(String::new(), |list, unit| format!("{list}    \"VR{unit:02}\",\n"));
    let text = agreement("").replace("[\"VR15\", \"VR17\", \"VR18\"]", &format!("[\n{many}    \"VR25\"\n  ]"));
    assert_snapshot!(excerpts(&["R301"], text));
}

#[test]
fn tabs_take_the_same_room_in_both_lines() {
    let text = agreement("").replace("  \"", "\t\"").replace("[\"VR15\"", "\t[\t\"VR99\"");
    assert_snapshot!(excerpts(&["D109"], text));
}

#[test]
fn wide_characters() {
    let text =
        agreement("").replace("[\"beheerder\"] }", "[\"beheerder\"], \"sector\": \"漢字 🚒 e\u{301}\", \"🚒\": 1 }");
    assert_snapshot!(excerpts(&["D103"], text));
}

#[test]
fn hidden_characters_are_shown() {
    let text = agreement("\n  \"opmerkingen\": \"\u{1B}[31m\u{202E}\", \"fase\u{202E}\": \"\u{2028}\",");
    assert_snapshot!(both(&["S001", "D103"], text));
}

#[test]
fn every_line_end_counts() {
    let unix = excerpts(&["R301"], agreement(""));
    assert_eq!(excerpts(&["R301"], agreement("").replace('\n', "\r\n")), unix);
    assert_eq!(excerpts(&["R301"], agreement("").replace('\n', "\r")), unix);
    assert_eq!(excerpts(&["R301"], format!("\u{FEFF}{}", agreement(""))), unix);
}

#[test]
fn a_fix_says_whether_it_is_safe() {
    let text = agreement("").replace("\"VR18\"]", "\"VR18\",]").replace("\"partner\"", "\n  \"partner\"");
    assert_snapshot!(both(&["S001"], text));
}

#[test]
fn an_empty_file() {
    assert_snapshot!(both(&[], ""));
}

#[test]
fn the_end_of_a_file_without_a_line_end() {
    let text = agreement("");
    assert_snapshot!(excerpts(&["S001"], text.trim_end().trim_end_matches('}').trim_end()));
}

#[test]
fn bytes_that_are_not_utf_8() {
    let text = agreement("").replace("Netbeheerder Voorbeeld", "Caf\u{1}");
    let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xE9 } else { byte }).collect();
    let shown = excerpts(&["S003"], bytes);
    assert!(shown.contains("\"naam\": \"Caf\u{FFFD}\""), "{shown}");
}

#[test]
fn a_finding_about_the_whole_file_has_no_excerpt() {
    let settings = selected(&["S005"]);
    let small = ("kader.toml", "max-size = 10".as_bytes());
    let (system, run) = checked(&settings, &[small, (NAME, agreement("").as_bytes())]);
    assert_snapshot!(Reporter::new(&system).report(&run, full::write));
}

#[test]
fn a_file_that_has_changed_since() {
    let settings = selected(&["R301"]);
    let (system, run) = checked(&settings, &[(NAME, agreement("").as_bytes())]);
    let reporter = Reporter::new(&system);
    let whole = reporter.report(&run, full::write);
    system.put(format!("/w/{NAME}"), "{\n}");
    let shrunk = reporter.report(&run, full::write);
    system.remove(format!("/w/{NAME}"));
    assert_eq!(reporter.report(&run, full::write), shrunk);
    assert_ne!(whole, shrunk);
    assert_snapshot!(shrunk);
}

#[test]
fn several_documents_have_headings_and_say_why_each() {
    let settings = selected(&["R301", "D109"]);
    let other = agreement("").replace("VR18", "VR99").replace("VR17", "VR98");
    let (system, run) = checked(&settings, &[("a.afspraak.json", agreement("").as_bytes()), (NAME, other.as_bytes())]);
    assert_snapshot!(Reporter::new(&system).report(&run, full::write));
}

#[test]
fn a_path_with_control_characters() {
    let settings = selected(&["R301"]);
    let (system, run) = checked(&settings, &[("a\u{1B}[2J\n.afspraak.json", agreement("").as_bytes())]);
    let report = Reporter::new(&system).report(&run, full::write);
    assert!(report.contains("--> a\\u{1B}[2J\\u{A}.afspraak.json:5:17\n"), "{report}");
}

#[test]
fn colours_do_not_change_the_text() {
    let (system, run) = checked(settings(), &[(NAME, agreement("").as_bytes())]);
    let plain = Reporter::new(&system);
    let colored = Reporter { color: true, ..Reporter::new(&system) };
    let report = colored.report(&run, full::write);
    let mut stripped = String::new();
    for part in report.split("\x1b[") {
        stripped.push_str(if stripped.is_empty() && part == report.as_str() { part } else { after_style(part) });
    }
    assert_eq!(stripped, plain.report(&run, full::write));
    assert!(report.starts_with("\x1b[1;31merror[R301]\x1b[0m\x1b[1m: `reikwijdte`"), "{report}");
}

/// What follows the parameters of a style, `1;31m`.
fn after_style(part: &str) -> &str {
    let style = part.trim_start_matches(|char: char| char.is_ascii_digit() || char == ';');
    style.strip_prefix('m').unwrap_or(part)
}
