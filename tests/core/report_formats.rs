//! Reports for other programs: places and fixes as those count them, and what there is at most.

use std::path::Path;

use kader::findings::Finding;
use kader::policy::{Lang, Part};
use kader::report::formats::{Format, jsonl, rdjson, sarif};
use kader::system::{Memory, ReadFile, System as _};
use kader::text::{Edit, Edits};
use kader::workspace::Run;
use serde_json::Value;

use crate::mutations::damaged;
use crate::report_support::{Reporter, agreement, checked, settings};
use crate::support::policy;
use crate::wellformed::{self, Told, list, word};
use crate::writes::kader;

const NAME: &str = "in.afspraak.json";

/// How many damaged documents are looked at for their places.
const DAMAGED: u64 = 3_000;

fn report(documents: &[(&str, &[u8])], format: Format) -> (Run, Value) {
    let (system, run) = checked(settings(), documents);
    let text = Reporter::new(&system).report(&run, format.write);
    (run, serde_json::from_str(&text).unwrap())
}

/// The unit in which columns count.
#[derive(Clone, Copy)]
enum Unit {
    Byte,
    Scalar,
}

/// The offset of a line and a column, both from 1 on; a byte order mark is in no column.
fn offset(text: &str, line: &Value, column: &Value, unit: Unit) -> usize {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let mut starts = vec![if text.starts_with('\u{FEFF}') { 3 } else { 0 }];
    let ends = text.char_indices().filter(|(at, char)| match char {
        '\n' => true,
        '\r' => !text[at + 1..].starts_with('\n'),
        _ => false,
    });
    starts.extend(ends.map(|(at, _)| at + 1));
    let start = starts[number(line) - 1];
    match unit {
        Unit::Byte => start + number(column) - 1,
        Unit::Scalar => text[start..].chars().take(number(column) - 1).map(char::len_utf8).sum::<usize>() + start,
    }
}

/// The offsets that findings have; those before a byte order mark count as behind it.
fn own(text: &str, finding: &Finding) -> Option<[usize; 2]> {
    let mark = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    finding.range.map(|range| [range.start.offset, range.end.offset].map(|offset| (offset as usize).max(mark)))
}

/// A text with a fix made.
fn mended(text: &str, finding: &Finding, fix: usize) -> String {
    let edits = finding.fixes[fix].edits.iter().map(|(range, new)| Edit::replace(range.span(), new.clone()));
    Edits::new(edits.collect()).unwrap().apply(text)
}

/// Documents with all that there is to mend: the rules' own examples and damaged ones, some with another line end or a byte order mark.
fn documents() -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for rule in policy().rules() {
        let files = rule.examples().unwrap().fails.into_iter().flat_map(|example| example.files);
        texts.extend(files.filter_map(|(_, bytes)| String::from_utf8(bytes).ok()));
    }
    texts.extend((0..DAMAGED).filter_map(|number| String::from_utf8(damaged(number)).ok()));
    let odd = |(number, text): (usize, String)| match number % 4 {
        0 => text.replace("\r\n", "\n").replace('\n', "\r\n"),
        1 => format!("\u{FEFF}{}", text.trim_start_matches('\u{FEFF}')),
        2 => text.replace("Voorbeeld", "Vóórbeeld 🚒"),
        _ => text,
    };
    texts.into_iter().enumerate().map(odd).collect()
}

#[test]
fn rdjson_counts_bytes_and_its_suggestions_do_what_fixes_do() {
    let (mut suggested, mut of_several) = (0, 0);
    for text in documents() {
        let (run, report) = report(&[(NAME, text.as_bytes())], rdjson::FORMAT);
        let findings: Vec<&Finding> = run.findings().collect();
        for (finding, diagnostic) in findings.iter().zip(list(&report["diagnostics"])) {
            let range = |range: &Value| {
                ["start", "end"].map(|end| offset(&text, &range[end]["line"], &range[end]["column"], Unit::Byte))
            };
            let at = diagnostic["location"].get("range").map(range);
            assert_eq!(at, own(&text, finding), "{text}");
            let Some(suggestions) = diagnostic.get("suggestions") else { continue };
            let safe = (0..finding.fixes.len()).filter(|fix| finding.fixes[*fix].safety.as_str() == "safe");
            assert_eq!(safe.clone().count(), list(suggestions).len());
            for (fix, suggestion) in safe.zip(list(suggestions)) {
                let [start, end] = range(&suggestion["range"]);
                let after = [&text[..start], word(&suggestion["text"]), &text[end..]].concat();
                assert_eq!(after, mended(&text, finding, fix), "{} in {text}", finding.code);
                suggested += 1;
                of_several += usize::from(finding.fixes[fix].edits.len() > 1);
            }
        }
    }
    assert!(suggested > 500 && of_several > 1, "{suggested}, {of_several}");
}

#[test]
fn sarif_counts_characters_and_its_replacements_do_what_fixes_do() {
    let mut replaced = 0;
    for text in documents() {
        let (run, log) = report(&[(NAME, text.as_bytes())], sarif::FORMAT);
        let findings: Vec<&Finding> = run.findings().collect();
        let results = list(&log["runs"][0]["results"]);
        assert_eq!(results.len(), findings.len());
        for (finding, result) in findings.iter().zip(results) {
            let range = |region: &Value| {
                [("startLine", "startColumn"), ("endLine", "endColumn")]
                    .map(|(line, column)| offset(&text, &region[line], &region[column], Unit::Scalar))
            };
            let at = result["locations"][0]["physicalLocation"].get("region").map(range);
            assert_eq!(at, own(&text, finding), "{text}");
            let none = Vec::new();
            for (fix, mend) in result["fixes"].as_array().unwrap_or(&none).iter().enumerate() {
                let mut after = text.clone();
                for replacement in list(&mend["artifactChanges"][0]["replacements"]).iter().rev() {
                    let [start, end] = range(&replacement["deletedRegion"]);
                    let new = replacement.get("insertedContent").map(|content| word(&content["text"]));
                    after.replace_range(start..end, new.unwrap_or_default());
                }
                assert_eq!(after, mended(&text, finding, fix), "{} in {text}", finding.code);
                assert_eq!(mend["properties"]["safety"], finding.fixes[fix].safety.as_str());
                replaced += 1;
            }
        }
    }
    assert!(replaced > 1_000, "{replaced}");
}

#[test]
fn jsonl_has_the_findings_of_json() {
    let other = agreement("").replace("VR18", "VR99");
    let documents = [("a.afspraak.json", agreement("")), ("b.afspraak.json", other)];
    let documents = documents.each_ref().map(|(name, text)| (*name, text.as_bytes()));
    let (system, run) = checked(settings(), &documents);
    let reporter = Reporter::new(&system);
    let lines = reporter.report(&run, jsonl::FORMAT.write);
    let whole: Value = serde_json::from_str(&reporter.report(&run, kader::report::formats::json::write)).unwrap();
    let mut expected: Vec<Value> = Vec::new();
    for document in list(&whole["documents"]) {
        for finding in list(&document["findings"]) {
            let mut finding = finding.clone();
            finding["path"] = document["path"].clone();
            expected.push(finding);
        }
    }
    expected.push(serde_json::json!({ "summary": whole["summary"] }));
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(expected.len() > 3);
    assert_eq!(lines, expected);
}

#[test]
fn of_too_many_results_the_least_severe_are_counted() {
    const KEYS: usize = 9_000;
    let keys: Vec<String> = (0..KEYS).map(|number| format!("\n  \"{number}\": 1,")).collect();
    let text = agreement(&keys.concat()).replace("VR18", "VR99");
    let names = ["a", "b", "c"].map(|name| format!("{name}.afspraak.json"));
    let documents: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), text.as_bytes())).collect();
    let (system, run) = checked(settings(), &documents);
    let told = Told::of(&run);
    assert!(told.warning >= 3 * KEYS && told.error > 3);
    for (lang, words) in [(Lang::Nl, "resultaten zijn weggelaten"), (Lang::En, "more results are left out")] {
        let report = Reporter { lang, ..Reporter::new(&system) }.report(&run, sarif::FORMAT.write);
        let written = wellformed::read("sarif", &report).unwrap();
        assert_eq!((written.error, written.error + written.warning + written.less), (told.error, 25_000));
        let log: Value = serde_json::from_str(&report).unwrap();
        let invocation = &log["runs"][0]["invocations"][0];
        let said = word(&invocation["toolExecutionNotifications"][0]["message"]["text"]);
        let left_out = told.error + told.warning + told.less - 25_000;
        assert!(said.contains(words) && said.contains(&left_out.to_string()), "{said}");
        assert_eq!(invocation["executionSuccessful"], true);
    }
}

/// What is said of a rule where no finding tells its parameters.
#[test]
fn every_rule_can_be_described() {
    for rule in policy().rules() {
        for lang in Lang::ALL {
            for (part, most) in [(Part::Title, 80), (Part::Why, 1024), (Part::Help, 2048)] {
                let text = rule.general(lang, part);
                assert!(!text.is_empty() && text.chars().count() <= most, "{}: {text}", rule.code);
                assert!(!text.contains("{$") && !text.starts_with(rule.code.as_str()), "{}: {text}", rule.code);
            }
        }
    }
}

#[test]
fn a_terminal_changes_nothing() {
    let machine = || Memory::new().with_current_dir("/w").with_file("/w/a.afspraak.json", agreement(""));
    for format in Format::ALL.into_iter().filter(|format| !format.counts_by_rule) {
        let line = format!("check --format {}", format.word);
        assert_eq!(kader(&machine(), &line), kader(&machine().with_terminal(80), &line), "{}", format.word);
    }
}

/// GitHub takes no summary over 1 MiB.
#[test]
fn the_summary_of_a_step_has_room_for_so_much() {
    let keys: Vec<String> = (0..6_000).map(|number| format!("\n  \"{number}\": 1,")).collect();
    let machine = Memory::new().with_current_dir("/w").with_file("/w/a.afspraak.json", agreement(&keys.concat()));
    let machine = machine.with_env("GITHUB_STEP_SUMMARY", "/w/stap.md");
    let (_, out, err) = kader(&machine, "check --format github --lang nl");
    assert_eq!(err, "");
    assert!(out.contains("de lijst staat in de samenvatting van deze stap"), "{out}");
    let Ok(ReadFile::Bytes(bytes)) = machine.read(Path::new("/w/stap.md"), u64::MAX) else { panic!("no summary") };
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.len() < 1 << 20 && text.len() > 900 << 10, "{}", text.len());
    // The first number is that of all findings; two rows are the head of the table.
    let all: usize = text.split([' ', '\n']).find_map(|word| word.parse().ok()).unwrap();
    let rows = text.lines().filter(|line| line.starts_with('|')).count() - 2;
    assert!(
        text.ends_with(&format!("\n\nVoor nog {} bevindingen is hier geen plaats.\n", all - rows)),
        "{all}, {rows}"
    );
}
