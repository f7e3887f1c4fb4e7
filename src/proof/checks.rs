//! The whole documents under `checks/` give the findings that `checks/expected.json` lists.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::unknown;
use crate::file::FileFault;
use crate::findings::Finding;
use crate::policy::{Day, Example, PackSource};
use crate::texts::Arg;
use crate::workspace::{Judge, examples};

/// Where the findings are listed.
const EXPECTED: &str = "checks/expected.json";
const FOLDER: &str = "checks/";
const SUFFIX: &str = ".afspraak.json";

/// `checks/expected.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Expected {
    as_of: String,
    documents: BTreeMap<String, Listed>,
}

/// What one document must give.
#[derive(Deserialize)]
#[serde(untagged)]
enum Listed {
    Findings(Vec<Entry>),
    Both(Both),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    findings: Vec<Entry>,
    /// Those that a deviation accepts.
    #[serde(default)]
    accepted: Vec<Entry>,
}

/// A finding; without a subject, that is the pointer.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    severity: String,
    pointer: String,
    anchor: String,
    subject: Option<String>,
}

/// The documents of a pack as examples, of a day.
pub(super) fn documents(source: &PackSource) -> Vec<Example> {
    let as_of = source.file(EXPECTED).and_then(|text| serde_json::from_str::<Expected>(text).ok());
    let as_of = as_of.and_then(|expected| Day::parse(&expected.as_of));
    files(source).map(|(name, text)| example(name, text, as_of)).collect()
}

/// How many documents there are, and what is wrong.
pub(super) fn faults(judge: &mut Judge, source: &PackSource) -> (usize, Vec<FileFault>) {
    let names: Vec<&str> = files(source).map(|(name, _)| name).collect();
    let Some(text) = source.file(EXPECTED) else {
        let missing = (!names.is_empty()).then(|| fault(None, "pack-missing-file", Vec::new()));
        return (names.len(), missing.into_iter().collect());
    };
    let expected: Expected = match serde_json::from_str(text) {
        Ok(expected) => expected,
        Err(error) => {
            let at = offset(text, error.line(), error.column());
            let args = vec![("detail", error.to_string().into())];
            return (names.len(), vec![fault(Some(at..at), "proof-expected", args)]);
        }
    };
    let Some(as_of) = Day::parse(&expected.as_of) else {
        let at = place(text, &expected.as_of);
        return (names.len(), vec![fault(Some(at), "file-wrong-type", vec![("expected", "date".into())])]);
    };
    let mut faults = Vec::new();
    for name in expected.documents.keys().filter(|name| !names.contains(&name.as_str())) {
        faults.extend(unknown(EXPECTED, &(name, place(text, name)), FOLDER, &names));
    }
    for (name, document) in files(source) {
        let at = place(text, name);
        match expected.documents.get(name) {
            Some(listed) => {
                let outcome = examples::run(judge, &example(name, document, Some(as_of)));
                let wrong = compare(listed, &outcome.judgement.findings);
                faults.extend(wrong.into_iter().map(|(key, finding)| {
                    let args = vec![("file", name.to_owned().into()), ("finding", finding.into())];
                    fault(Some(at.clone()), key, args)
                }));
            }
            None => faults.push(fault(None, "proof-not-listed", vec![("file", name.to_owned().into())])),
        }
    }
    (names.len(), faults)
}

fn files(source: &PackSource) -> impl Iterator<Item = (&str, &str)> {
    source.files.iter().filter_map(|(path, text)| {
        let name = path.strip_prefix(FOLDER).filter(|name| name.ends_with(SUFFIX))?;
        Some((name, &**text))
    })
}

fn example(name: &str, text: &str, as_of: Option<Day>) -> Example {
    let files = vec![(name.into(), text.into())];
    Example { as_of, files, max_size: None, max_values: None, findings: Vec::new(), offset: 0 }
}

/// What is listed and not found, and what is found and not listed; accepted findings may be found or not.
fn compare(listed: &Listed, found: &[Finding]) -> Vec<(&'static str, String)> {
    let (findings, accepted): (&[Entry], &[Entry]) = match listed {
        Listed::Findings(findings) => (findings, &[]),
        Listed::Both(both) => (&both.findings, &both.accepted),
    };
    let mut left: Vec<String> = found.iter().map(shown).collect();
    let mut wrong = Vec::new();
    let mut take = |entry: &Entry| {
        let wanted = written(entry);
        let at = left.iter().position(|found| *found == wanted);
        at.map(|at| drop(left.remove(at))).ok_or(wanted)
    };
    for entry in findings {
        if let Err(wanted) = take(entry) {
            wrong.push(("proof-document-missing", wanted));
        }
    }
    for entry in accepted {
        let _ = take(entry);
    }
    wrong.extend(left.into_iter().map(|found| ("proof-document-extra", found)));
    wrong
}

fn written(entry: &Entry) -> String {
    let subject = entry.subject.as_deref().unwrap_or(&entry.pointer);
    line([&entry.code, &entry.severity, &entry.pointer, &entry.anchor], subject)
}

fn shown(finding: &Finding) -> String {
    let (code, level) = (finding.code.as_str(), finding.level.as_str());
    line([code, level, &finding.pointer, finding.anchor.as_str()], finding.subject())
}

/// `R301 error /reikwijdte value`, with `for …` where the subject is another place; `#` is the root.
fn line([code, severity, pointer, anchor]: [&str; 4], subject: &str) -> String {
    let root = |pointer: &str| if pointer.is_empty() { "#".to_owned() } else { pointer.to_owned() };
    let subject = if subject == pointer { String::new() } else { format!(" for {}", root(subject)) };
    format!("{code} {severity} {} {anchor}{subject}", root(pointer))
}

fn fault(span: Option<Range<usize>>, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) -> FileFault {
    FileFault { file: EXPECTED.into(), span, key, args }
}

/// Where a text stands in the list, in quotes.
fn place(text: &str, word: &str) -> Range<usize> {
    let quoted = format!("\"{word}\"");
    text.find(&quoted).map_or(0..0, |at| at..at + quoted.len())
}

/// The byte of a line and a column, both from 1, at most the end.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (before + column.saturating_sub(1)).min(text.len());
    text.floor_char_boundary(at)
}
