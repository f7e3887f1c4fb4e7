//! Small readers of the formats, written apart from the program: whether a report is whole, and how many findings it tells of.

use kader::policy::Level;
use kader::workspace::Run;
use serde_json::Value;

/// The most annotations of a level that GitHub shows.
const MOST: usize = 10;

/// What a report tells of, by its own words for how severe it is.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) error: usize,
    pub(crate) warning: usize,
    /// What is less than a warning.
    pub(crate) less: usize,
    /// What a deviation accepts.
    pub(crate) accepted: usize,
    /// What could not be done.
    pub(crate) failures: usize,
}

impl Told {
    /// What there is to tell of a run.
    pub(crate) fn of(run: &Run) -> Self {
        let count = |fits: &dyn Fn(Level) -> bool| run.findings().filter(|finding| fits(finding.level)).count();
        Self {
            error: count(&|level| level == Level::Error),
            warning: count(&|level| level == Level::Warning),
            less: count(&|level| level < Level::Warning),
            accepted: run.reports.iter().map(|report| report.judgement.accepted.len()).sum(),
            failures: run.failures.len() + run.rulebooks.faults.len(),
        }
    }

    /// What of this a format has a place for; of a run without failures, where these take the place of findings.
    pub(crate) fn in_format(self, format: &str) -> Self {
        let Self { error, warning, less, accepted, failures } = self;
        match format {
            "github" => {
                Self { error: error.min(MOST), warning: warning.min(MOST), less: less.min(MOST), accepted: 0, failures }
            }
            "sarif" | "azure" => Self { accepted: 0, ..self },
            "gitlab" | "rdjson" | "checkstyle" => Self { accepted: 0, failures: 0, ..self },
            "jsonl" => Self { failures: 0, accepted, ..self },
            _ => self,
        }
    }

    fn add(&mut self, word: &str) {
        match word {
            "error" | "critical" | "ERROR" => self.error += 1,
            "warning" | "major" | "WARNING" => self.warning += 1,
            "info" | "hint" | "note" | "notice" | "minor" | "INFO" => self.less += 1,
            other => panic!("{other} is no level"),
        }
    }
}

/// Reads a report in a format for programs; `None` for those that people read. Stops where it is not well-formed.
pub(crate) fn read(format: &str, text: &str) -> Option<Told> {
    Some(match format {
        "json" => json(text),
        "jsonl" => jsonl(text),
        "sarif" => sarif(text),
        "gitlab" => gitlab(text),
        "rdjson" => rdjson(text),
        "github" => github(text),
        "azure" => azure(text),
        "junit" => junit(text),
        "checkstyle" => checkstyle(text),
        _ => return None,
    })
}

fn value(text: &str) -> Value {
    assert!(text.ends_with('\n'), "the last line has its end");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

pub(crate) fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn json(text: &str) -> Told {
    let report = value(text);
    let mut told = Told { failures: list(&report["failures"]).len(), ..Told::default() };
    for document in list(&report["documents"]) {
        for finding in list(&document["findings"]) {
            told.add(word(&finding["severity"]));
        }
        told.accepted += list(&document["deviations"]).len();
    }
    told
}

fn jsonl(text: &str) -> Told {
    assert!(text.ends_with('\n'));
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (last, findings) = lines.split_last().unwrap();
    let mut told = Told::default();
    for finding in findings {
        assert!(!word(&finding["path"]).is_empty() && finding["fingerprint"].is_string());
        told.add(word(&finding["severity"]));
    }
    told.accepted = usize::try_from(last["summary"]["deviations"].as_u64().unwrap()).unwrap();
    told
}

fn sarif(text: &str) -> Told {
    let log = value(text);
    assert_eq!((&log["version"], list(&log["runs"]).len()), (&"2.1.0".into(), 1));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = list(&run["tool"]["driver"]["rules"]);
    assert!(rules.iter().all(|rule| list(&rule["properties"]["tags"]).len() <= 20));
    let notifications = list(&run["invocations"][0]["toolExecutionNotifications"]);
    let failed = notifications.iter().any(|one| one["level"] == "error");
    assert_eq!(run["invocations"][0]["executionSuccessful"], !failed);
    let mut told = Told { failures: notifications.len(), ..Told::default() };
    for result in list(&run["results"]) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        places(result);
        if result["suppressions"].as_array().is_none_or(Vec::is_empty) {
            told.add(word(&result["level"]));
        } else {
            told.accepted += 1;
        }
    }
    told
}

/// Every URI can be one, and no region ends before it begins.
fn places(value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(places),
        Value::Object(members) => {
            for (key, member) in members {
                match key.as_str() {
                    "uri" => uri(word(member)),
                    "region" | "deletedRegion" => {
                        let [line, column, end_line, end_column] = ["startLine", "startColumn", "endLine", "endColumn"]
                            .map(|key| member[key].as_u64().unwrap());
                        assert!(line >= 1 && column >= 1 && (line, column) <= (end_line, end_column), "{member}");
                    }
                    _ => places(member),
                }
            }
        }
        _ => {}
    }
}

fn uri(uri: &str) {
    let may_stand = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@%:".contains(&byte);
    assert!(uri.bytes().all(may_stand) && !uri.starts_with("./"), "{uri}");
    let mut escapes = uri.split('%');
    let first = escapes.next().unwrap_or_default();
    assert!(uri.starts_with("file:") || !first.split('/').next().unwrap_or_default().contains(':'), "{uri}");
    assert!(escapes.all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit())), "{uri}");
}

fn gitlab(text: &str) -> Told {
    let report = value(text);
    let mut told = Told::default();
    let mut seen = std::collections::BTreeSet::new();
    for issue in list(&report) {
        assert!(seen.insert(word(&issue["fingerprint"])), "a fingerprint stands twice");
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(!word(&issue["description"]).is_empty() && !word(&issue["location"]["path"]).starts_with("./"));
        // What is least of all is `info` here, and the level above it `minor`.
        told.add(word(&issue["severity"]));
    }
    told
}

fn rdjson(text: &str) -> Told {
    let report = value(text);
    let mut told = Told::default();
    for diagnostic in list(&report["diagnostics"]) {
        assert!(!word(&diagnostic["message"]).is_empty() && !word(&diagnostic["location"]["path"]).is_empty());
        told.add(word(&diagnostic["severity"]));
    }
    told
}

/// Reads commands as GitHub's runner does.
fn github(text: &str) -> Told {
    let mut told = Told::default();
    for line in text.lines() {
        let (head, data) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).unwrap();
        let (command, properties) = head.split_once(' ').unwrap();
        let properties: Vec<(&str, &str)> =
            properties.split(',').map(|property| property.split_once('=').unwrap()).collect();
        let known = ["file", "line", "endLine", "col", "endColumn", "title"];
        assert!(properties.iter().all(|(name, value)| known.contains(name) && escaped(value)), "{line}");
        assert!(!data.is_empty() && escaped(data), "{line}");
        if properties.iter().any(|(name, value)| *name == "title" && *value == "kader") {
            told.failures += usize::from(command != "notice");
        } else {
            told.add(command);
        }
    }
    told
}

/// Whether every percent sign begins one of the escapes that the runner knows.
fn escaped(text: &str) -> bool {
    text.split('%').skip(1).all(|rest| ["25", "0D", "0A", "3A", "2C"].iter().any(|code| rest.starts_with(code)))
}

/// Reads commands as the agent of Azure Pipelines does: wherever they stand in a line.
fn azure(text: &str) -> Told {
    let mut told = Told::default();
    for line in text.lines() {
        assert_eq!(line.find("##vso["), Some(0), "{line}");
        let (command, data) = line["##vso[".len()..].split_once(']').unwrap();
        let properties = command.strip_prefix("task.logissue ").unwrap();
        let properties: Vec<(&str, &str)> =
            properties.split_terminator(';').map(|property| property.split_once('=').unwrap()).collect();
        let of = |name: &str| properties.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        assert!(properties.iter().map(|(_, value)| *value).chain([data]).all(told_apart), "{line}");
        match (of("code"), of("type").unwrap()) {
            (None, _) => told.failures += 1,
            (Some(_), "warning") if data.starts_with('(') => told.less += 1,
            (Some(_), level) => told.add(level),
        }
    }
    told
}

fn told_apart(text: &str) -> bool {
    text.split('%').skip(1).all(|rest| ["AZP25", "3B", "5D"].iter().any(|code| rest.starts_with(code)))
}

fn xml(text: &str) -> roxmltree::Document<'_> {
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") && text.ends_with(">\n"));
    let forbidden = |char: char| (char < ' ' && char != '\n') || matches!(char, '\u{FFFE}' | '\u{FFFF}');
    assert!(!text.contains(forbidden) && !text.contains("&#"), "{text}");
    roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn junit(text: &str) -> Told {
    let document = xml(text);
    let named = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
    let cases_with =
        |name: &str| named("testcase").filter(|case| case.children().any(|child| child.has_tag_name(name))).count();
    for suite in named("testsuite").chain(named("testsuites")) {
        let count = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        assert_eq!(count("tests"), named("testcase").count());
        assert_eq!((count("failures"), count("errors")), (cases_with("failure"), cases_with("error")));
    }
    let mut told = Told { failures: cases_with("error"), ..Told::default() };
    for failure in named("failure").filter(|failure| failure.attribute("type") != Some("kader")) {
        told.add(failure.text().unwrap().split('[').next().unwrap());
    }
    for line in named("system-out").flat_map(|node| node.text().unwrap().lines()) {
        told.add(line.split('[').next().unwrap());
    }
    let skipped: Vec<_> = named("skipped").collect();
    told.accepted = skipped.iter().filter(|node| node.text().is_some()).count();
    told.failures += skipped.len() - told.accepted;
    told
}

fn checkstyle(text: &str) -> Told {
    let document = xml(text);
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "checkstyle");
    let mut told = Told::default();
    for error in document.descendants().filter(|node| node.has_tag_name("error")) {
        assert!(error.parent().unwrap().has_attribute("name"));
        assert!(error.attribute("line").unwrap().parse::<u32>().unwrap() >= 1);
        assert!(!error.attribute("message").unwrap().is_empty());
        told.add(error.attribute("severity").unwrap());
    }
    told
}
