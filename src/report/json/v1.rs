//! The frozen structs of `json`, version 1. Their names and order are a promise; see `schemas/findings.schema.json`.

use std::borrow::Cow;
use std::rc::Rc;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::findings::param::Named;
use crate::findings::{self as core, Anchor, Param};
use crate::policy::{Code, Policy};
use crate::report::Words;
use crate::workspace::together::{Around, Place};
use crate::workspace::{self, Counts};

/// The version of the format.
pub(in crate::report) const VERSION: u32 = 1;

/// Which program made a report.
#[derive(Serialize)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub const THIS: Self = Self { name: "kader", version: env!("CARGO_PKG_VERSION") };
}

#[derive(Serialize)]
pub(in crate::report) struct Document<'a> {
    pub(in crate::report) path: &'a str,
    pub(in crate::report) id: Option<&'a str>,
    pub(in crate::report) policy: Option<PolicyId<'a>>,
    pub(in crate::report) findings: Vec<Finding<'a>>,
    pub(in crate::report) deviations: Vec<Deviation<'a>>,
}

/// A finding that a deviation accepts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::report) struct Deviation<'a> {
    code: &'a str,
    pointer: String,
    reason: &'a str,
    approved_by: Option<&'a str>,
    until: Option<&'a str>,
    finding: Finding<'a>,
}

impl<'a> Deviation<'a> {
    pub(in crate::report) fn of(accepted: &'a core::Accepted, by: &'a core::Deviation, page: &Page<'a>) -> Self {
        Self {
            code: accepted.finding.code.as_str(),
            pointer: by.pointer(),
            reason: &by.reason,
            approved_by: by.approved_by.as_deref(),
            until: by.until.as_deref(),
            finding: Finding::of(&accepted.finding, page),
        }
    }
}

/// Which policy something was judged by.
#[derive(Serialize)]
pub struct PolicyId<'a> {
    id: &'a str,
    version: &'a str,
    digest: &'a str,
}

impl<'a> PolicyId<'a> {
    /// The id, the version and the digest of a policy.
    #[must_use]
    pub fn of(policy: &'a Policy) -> Self {
        Self { id: policy.id(), version: policy.version(), digest: policy.digest() }
    }
}

#[derive(Serialize)]
pub(in crate::report) struct Finding<'a> {
    code: &'a str,
    rule: &'a str,
    severity: &'static str,
    message: String,
    help: String,
    pointer: &'a str,
    anchor: &'static str,
    subject: &'a str,
    range: Option<Range>,
    params: Params<'a>,
    actor: Option<&'a str>,
    citations: &'a [Box<str>],
    fingerprint: String,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

impl<'a> Finding<'a> {
    pub(in crate::report) fn of(finding: &'a core::Finding, page: &Page<'a>) -> Self {
        let (path, words) = (page.path, page.words);
        let rule = words.policy.rule(finding.code);
        let related = finding.related.iter().map(|related| Related {
            path,
            pointer: Cow::Borrowed(&related.pointer),
            anchor: related.anchor.as_str(),
            range: related.range.map(Range::of),
            label: words.related(finding, related.label).into(),
        });
        Self {
            code: finding.code.as_str(),
            rule: rule.map(|rule| &*rule.name).unwrap_or_default(),
            severity: finding.level.as_str(),
            message: words.message(finding),
            help: words.help(finding),
            pointer: &finding.pointer,
            anchor: finding.anchor.as_str(),
            subject: finding.subject(),
            range: finding.range.map(Range::of),
            params: Params(words.policy, &finding.params),
            actor: finding.actor.map(|actor| words.policy.name(actor)),
            citations: rule.map(|rule| &*rule.citations).unwrap_or_default(),
            fingerprint: finding.fingerprint.to_string(),
            related: related.chain(elsewhere(finding, page)).collect(),
            fixes: finding.fixes.iter().map(|fix| Fix::of(fix, words.fix(finding, fix))).collect(),
        }
    }
}

#[derive(Serialize, Clone, Copy)]
pub(in crate::report) struct Range {
    start: Point,
    end: Point,
}

impl Range {
    pub(in crate::report) fn of(range: core::Range) -> Self {
        Self { start: Point::of(range.start), end: Point::of(range.end) }
    }
}

#[derive(Serialize, Clone, Copy)]
struct Point {
    line: u32,
    column: u32,
    offset: u32,
}

impl Point {
    fn of(point: core::Point) -> Self {
        Self { line: point.line, column: point.column, offset: point.offset }
    }
}

#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    pointer: Cow<'a, str>,
    anchor: &'static str,
    range: Option<Range>,
    #[serde(serialize_with = "shared")]
    label: Rc<str>,
}

fn shared<S: Serializer>(text: &Rc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

/// What the findings of a document are written with.
pub(in crate::report) struct Page<'a> {
    /// The document's path.
    pub(in crate::report) path: &'a str,
    /// The words of its policy.
    pub(in crate::report) words: Words<'a>,
    /// The other documents.
    pub(in crate::report) around: &'a Around,
}

/// The related places of a finding in other documents: they have one label.
fn elsewhere<'a>(finding: &'a core::Finding, page: &Page<'a>) -> Vec<Related<'a>> {
    let Some(elsewhere) = &finding.elsewhere else { return Vec::new() };
    let label: Rc<str> = page.words.related(finding, elsewhere.label).into();
    let related = |place: Place<'a>| Related {
        path: &place.document.project_path,
        pointer: Cow::Owned(place.landmark.pointer()),
        anchor: Anchor::Value.as_str(),
        range: Some(Range::of(place.range)),
        label: Rc::clone(&label),
    };
    page.around.places(finding).map(related).collect()
}

#[derive(Serialize)]
struct Fix<'a> {
    title: String,
    safety: &'static str,
    edits: Vec<Edit<'a>>,
}

impl<'a> Fix<'a> {
    fn of(fix: &'a core::Fix, title: String) -> Self {
        let edits = fix.edits.iter().map(|(range, text)| Edit { range: Range::of(*range), text });
        let safety = fix.safety.as_str();
        Self { title, safety, edits: edits.collect() }
    }
}

#[derive(Serialize)]
struct Edit<'a> {
    range: Range,
    text: &'a str,
}

/// Parameters as the values that they are: identifiers, numbers, lists.
struct Params<'a>(&'a Policy, &'a [Named]);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.1.len()))?;
        for (name, value) in self.1 {
            map.serialize_entry(name, &Value(self.0, value))?;
        }
        map.end()
    }
}

struct Value<'a>(&'a Policy, &'a Param);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            Param::Number(number) => serializer.serialize_i64(*number),
            Param::Term(term) => serializer.serialize_str(self.0.name(*term)),
            Param::Region(region) => serializer.serialize_str(&self.0.region_row(*region).code),
            Param::Precondition(id) => serializer.serialize_str(&self.0.precondition_row(*id).id),
            Param::Word(word) => serializer.serialize_str(word),
            Param::Code(text) | Param::Text(text) => serializer.serialize_str(text),
            Param::Both(text) => serializer.serialize_str(&text.en),
            Param::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Value(self.0, item))?;
                }
                list.end()
            }
        }
    }
}

/// What could not be done.
#[derive(Serialize)]
pub(in crate::report) struct Failure<'a> {
    pub(in crate::report) path: Option<&'a str>,
    pub(in crate::report) message: String,
}

#[derive(Serialize)]
pub(in crate::report) struct Rules<'a> {
    evaluated: Vec<&'a str>,
    skipped: Vec<Skipped<'a>>,
}

impl<'a> Rules<'a> {
    /// Which rules were evaluated, and which were skipped and why.
    pub(in crate::report) fn of(rules: &'a [(Code, Option<workspace::Skipped>)]) -> Self {
        let evaluated = rules.iter().filter(|(_, skipped)| skipped.is_none()).map(|(code, _)| code.as_str());
        let skipped = rules.iter().filter_map(|(code, skipped)| {
            let why = match (*skipped)? {
                workspace::Skipped::NoContext => "no-context",
                workspace::Skipped::Off => "off",
                workspace::Skipped::Policy => "policy",
            };
            Some(Skipped { code: code.as_str(), why })
        });
        Self { evaluated: evaluated.collect(), skipped: skipped.collect() }
    }
}

#[derive(Serialize)]
struct Skipped<'a> {
    code: &'a str,
    why: &'static str,
}

/// Counts of the whole run, whatever is shown.
#[derive(Serialize)]
pub(in crate::report) struct Summary {
    documents: usize,
    error: usize,
    warning: usize,
    info: usize,
    hint: usize,
    deviations: usize,
    baseline: usize,
    fixable: usize,
}

impl From<Counts> for Summary {
    fn from(counts: Counts) -> Self {
        Self {
            documents: counts.documents,
            error: counts.error,
            warning: counts.warning,
            info: counts.info,
            hint: counts.hint,
            deviations: counts.deviations,
            baseline: counts.baseline,
            fixable: counts.fixable,
        }
    }
}
