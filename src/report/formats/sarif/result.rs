//! Results: what was found, where, what has to do with it, and what would mend it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::place::{Artifact, Location, Region, Text};
use super::quota::{Quota, Weight};
use super::rule::Rules;
use crate::findings::{Accepted, Deviation, Finding, Fix, Registered};
use crate::policy::FixSafety;
use crate::report::Words;
use crate::report::json::{Line, line_of};
use crate::report::source::Source;
use crate::workspace::Report;

/// The name of our fingerprints among those that a result may have.
const FINGERPRINT: &str = "kader/v1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mend<'a>>,
    /// Where one result says whether it is suppressed, all must.
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<Vec<Suppression<'a>>>,
    properties: Properties<'a>,
}

/// The level by our own word, for SARIF has fewer, and whose move it is.
#[derive(Serialize)]
struct Properties<'a> {
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mend<'a> {
    description: Text,
    artifact_changes: [Change<'a>; 1],
    properties: Safety,
}

/// Whether a fix keeps the meaning; one that is `unsafe` must be looked at first.
#[derive(Serialize)]
struct Safety {
    safety: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Content<'a>>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

/// A deviation that accepts a result; it stands in the document itself.
#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    justification: &'a str,
    location: Location,
    properties: Consent<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Consent<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    approved_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'a str>,
}

/// A line for each result: of each document what was found, and where that is asked for behind it what its deviations accept.
pub(super) fn lines<'s>(
    source: &'s Source<'_>,
    rules: &'s Rules,
    quota: &'s Quota,
) -> impl Iterator<Item = Line> + use<'s> {
    let of_document = move |number, report: &Report| {
        let Some(words) = source.words(report) else { return Vec::new() };
        let page = Page { source, rules, words, report, artifact: Artifact::new(&report.name.project_path) };
        let mut takes = quota.of_document(number);
        let mut lines: Vec<Line> = Vec::new();
        let found = source.shown(report).filter(|finding| takes(Weight::Of(finding.level)));
        lines.extend(found.map(|finding| line_of(&page.outcome(finding, Vec::new()))));
        let accepted = source.accepted(report).filter(|_| source.suppressions && takes(Weight::Accepted));
        lines.extend(accepted.map(|accepted| line_of(&page.suppressed(accepted))));
        lines
    };
    source.each(of_document).flatten()
}

/// What the results of a document are written with.
struct Page<'a> {
    source: &'a Source<'a>,
    rules: &'a Rules,
    words: Words<'a>,
    report: &'a Report,
    artifact: Artifact,
}

impl<'a> Page<'a> {
    fn outcome(&self, finding: &'a Finding, suppressions: Vec<Suppression<'a>>) -> Outcome<'a> {
        let policy = self.report.judgement.policy_of_texts();
        Outcome {
            rule_id: finding.code.as_str(),
            rule_index: self.rules.index(policy, finding.code),
            level: super::level(finding.level),
            message: Text::message(&self.words.advice(finding)),
            locations: [Location::new(&self.artifact, finding.range).at(&finding.pointer)],
            partial_fingerprints: [(FINGERPRINT, finding.fingerprint.to_string())].into(),
            related_locations: self.related(finding),
            fixes: finding.fixes.iter().map(|fix| self.mend(finding, fix)).collect(),
            suppressions: self.source.suppressions.then_some(suppressions),
            properties: Properties {
                severity: finding.level.as_str(),
                actor: finding.actor.map(|actor| self.words.policy.name(actor)),
            },
        }
    }

    fn suppressed(&self, (accepted, by): (&'a Accepted, &'a Deviation)) -> Outcome<'a> {
        let entries = self.report.judgement.register.iter();
        let range = entries.filter(|entry| entry.index == by.index).find_map(|entry: &Registered| entry.range);
        let suppression = Suppression {
            kind: "inSource",
            status: "accepted",
            justification: &by.reason,
            location: Location::new(&self.artifact, range).at(&by.pointer()),
            properties: Consent { approved_by: by.approved_by.as_deref(), until: by.until.as_deref() },
        };
        self.outcome(&accepted.finding, vec![suppression])
    }

    /// The places that explain a finding: in its own document, then in others.
    fn related(&self, finding: &Finding) -> Vec<Location> {
        let own = finding.related.iter().map(|related| {
            let label = self.words.related(finding, related.label);
            (Location::new(&self.artifact, related.range).at(&related.pointer), label)
        });
        let label = finding.elsewhere.as_ref().map(|elsewhere| self.words.related(finding, elsewhere.label));
        let label = label.unwrap_or_default();
        let others = self.source.run.around.places(finding).map(|place| {
            let artifact = Artifact::new(&place.document.project_path);
            (Location::new(&artifact, Some(place.range)).at(&place.landmark.pointer()), label.clone())
        });
        (1..).zip(own.chain(others)).map(|(id, (location, label))| location.said(id, &label)).collect()
    }

    fn mend(&self, finding: &Finding, fix: &'a Fix) -> Mend<'a> {
        let replacement = |(range, text): &'a (crate::findings::Range, Box<str>)| Replacement {
            deleted_region: Region::from(*range),
            inserted_content: (!text.is_empty()).then_some(Content { text }),
        };
        let replacements = fix.edits.iter().map(replacement).collect();
        debug_assert_ne!(fix.safety, FixSafety::None);
        Mend {
            description: Text::message(&self.words.fix(finding, fix)),
            artifact_changes: [Change { artifact_location: self.artifact.clone(), replacements }],
            properties: Safety { safety: fix.safety.as_str() },
        }
    }
}
