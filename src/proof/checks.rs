//! The whole documents under `checks/` give the findings that `checks/expected.json` lists.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::compare::{differences, quoted};
use super::{Ran, unknown};
use crate::file::FileFault;
use crate::findings::Finding;
use crate::policy::{Day, Example, PackSource, SUFFIX};
use crate::texts::Arg;
use crate::workspace::Judgement;
use crate::workspace::examples::pointer;

/// Where the findings are listed.
const EXPECTED: &str = "checks/expected.json";
const FOLDER: &str = "checks/";

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

/// The documents of a pack as one example: they are judged together.
pub(super) fn documents(source: &PackSource) -> Example {
    let expected = source.file(EXPECTED).and_then(|text| serde_json::from_str::<Expected>(text).ok());
    let as_of = expected.and_then(|expected| Day::parse(&expected.as_of));
    let mut files: Vec<_> = files(source).map(|(name, text)| (name.into(), text.into())).collect();
    files.sort_unstable();
    Example { as_of, files, named: true, ..Example::default() }
}

/// What is wrong, given what the documents gave.
pub(super) fn faults(source: &PackSource, Ran { example, outcome }: &Ran) -> Vec<FileFault> {
    let names: Vec<&str> = example.files.iter().map(|(name, _)| &**name).collect();
    let Some(text) = source.file(EXPECTED) else {
        let missing = (!names.is_empty()).then(|| fault(None, "pack-missing-file", Vec::new()));
        return missing.into_iter().collect();
    };
    let expected: Expected = match serde_json::from_str(text) {
        Ok(expected) => expected,
        Err(error) => {
            let at = offset(text, error.line(), error.column());
            return vec![fault(Some(at..at), "proof-expected", vec![("detail", error.to_string().into())])];
        }
    };
    let place = |word: &str| quoted(text, 0, word).unwrap_or_default();
    if Day::parse(&expected.as_of).is_none() {
        let args = vec![("expected", "date".into())];
        return vec![fault(Some(place(&expected.as_of)), "file-wrong-type", args)];
    }
    let mut faults = Vec::new();
    for name in expected.documents.keys().filter(|name| !names.contains(&name.as_str())) {
        faults.extend(unknown(EXPECTED, &(name, place(name)), FOLDER, &names));
    }
    for (name, judgement) in names.iter().zip(&outcome.judgements) {
        match expected.documents.get(*name) {
            Some(listed) => faults.extend(compare(listed, judgement).into_iter().map(|(key, finding)| {
                let args = vec![("file", (*name).to_owned().into()), ("finding", finding.into())];
                fault(Some(place(name)), key, args)
            })),
            None => faults.push(fault(None, "proof-not-listed", vec![("file", (*name).to_owned().into())])),
        }
    }
    faults
}

fn files(source: &PackSource) -> impl Iterator<Item = (&str, &str)> {
    source.files.iter().filter_map(|(path, text)| {
        let name = path.strip_prefix(FOLDER).filter(|name| name.ends_with(SUFFIX))?;
        Some((name, &**text))
    })
}

/// What is listed and not found, what is found and not listed, and where the order differs.
fn compare(listed: &Listed, judgement: &Judgement) -> Vec<(&'static str, String)> {
    let (findings, accepted): (&[Entry], &[Entry]) = match listed {
        Listed::Findings(findings) => (findings, &[]),
        Listed::Both(both) => (&both.findings, &both.accepted),
    };
    let mut wrong = told(findings, judgement.findings.iter(), FOUND);
    wrong.extend(told(accepted, judgement.accepted.iter().map(|accepted| &accepted.finding), ACCEPTED));
    wrong
}

/// The messages about one list: what is missing, what is too much, what stands in another order.
type Messages = [&'static str; 3];

const FOUND: Messages = ["proof-document-missing", "proof-document-extra", "proof-document-order"];
const ACCEPTED: Messages = ["proof-accepted-missing", "proof-accepted-extra", "proof-document-order"];

fn told<'f>(
    listed: &[Entry],
    found: impl Iterator<Item = &'f Finding>,
    [missing, extra, order]: Messages,
) -> Vec<(&'static str, String)> {
    let (listed, found): (Vec<String>, Vec<String>) =
        (listed.iter().map(written).collect(), found.map(shown).collect());
    let differences = differences(&listed, &found);
    let missing = differences.missing.into_iter().map(|line| (missing, line));
    let extra = differences.extra.into_iter().map(|line| (extra, line));
    missing.chain(extra).chain(differences.moved.map(|line| (order, line))).collect()
}

fn written(entry: &Entry) -> String {
    let subject = entry.subject.as_deref().unwrap_or(&entry.pointer);
    line([&entry.code, &entry.severity, &entry.pointer, &entry.anchor], subject)
}

fn shown(finding: &Finding) -> String {
    let (code, level) = (finding.code.as_str(), finding.level.as_str());
    line([code, level, &finding.pointer, finding.anchor.as_str()], finding.subject())
}

/// `R301 error /reikwijdte value`, with `for …` where the subject is another place.
fn line([code, severity, at, anchor]: [&str; 4], subject: &str) -> String {
    let subject = if subject == at { String::new() } else { format!(" for {}", pointer(subject)) };
    format!("{code} {severity} {} {anchor}{subject}", pointer(at))
}

fn fault(span: Option<Range<usize>>, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) -> FileFault {
    FileFault { file: EXPECTED.into(), span, key, args }
}

/// The byte of a line and a column, both from 1, at most the end.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (before + column.saturating_sub(1)).min(text.len());
    text.floor_char_boundary(at)
}
