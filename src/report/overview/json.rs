//! `json`, version 1, of the overview: frozen structs, see `schemas/overview.schema.json`.

use std::io::{self, Write};

use serde::Serialize;

use super::totals::Totals;
use super::{Source, View, word_by, word_of};
use crate::assess::glance::Verdict;
use crate::assess::overview::{Agreement, Row};
use crate::policy::tables::Region;
use crate::report::json::{Lines, PolicyId, failures};

/// The version of the format.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct PolicyLine<'a> {
    #[serde(flatten)]
    policy: PolicyId<'a>,
    regions: Vec<RegionLine<'a>>,
}

#[derive(Serialize)]
struct RegionLine<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RowLine<'a> {
    policy: &'a str,
    partner: PartnerLine<'a>,
    core_task: Option<&'a str>,
    profile: Option<&'a str>,
    regions: Vec<&'a str>,
    in_conversation: Vec<&'a str>,
    assessment: Option<VerdictLine<'a>>,
    adoption_regions: Vec<&'a str>,
    outcomes: Vec<&'a str>,
    evaluation: Option<String>,
    agreements: Vec<AgreementLine<'a>>,
}

/// Rows of one partner share its number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PartnerLine<'a> {
    number: usize,
    names: Vec<&'a str>,
    part_of: Vec<&'a str>,
}

#[derive(Serialize)]
struct VerdictLine<'a> {
    by: &'static str,
    outcome: &'a str,
    date: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AgreementLine<'a> {
    path: &'a str,
    id: Option<&'a str>,
    supplement_to: Option<&'a str>,
    formal: bool,
    regions: Vec<&'a str>,
    intended: Vec<&'a str>,
    assessment: Option<VerdictLine<'a>>,
    adoption_region: Option<&'a str>,
    outcome: Option<&'a str>,
    evaluation: Option<String>,
}

#[derive(Serialize)]
struct OmittedLine<'a> {
    path: &'a str,
    why: &'static str,
}

/// Writes the overview, a row a line.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let views: Vec<View<'_>> = source.sections().collect();
    let mut lines = Lines::report(out, VERSION, source.run.rulebooks.as_of)?;
    lines.list("policies", views.iter().map(policy))?;
    lines.list("rows", views.iter().flat_map(|view| view.section.rows.iter().map(|row| row_line(view, row))))?;
    let omitted = source.overview.omitted.iter();
    lines.list("omitted", omitted.map(|omitted| OmittedLine { path: &omitted.path, why: word_of(omitted.why) }))?;
    lines.list("failures", failures(source.run, source.lang).into_iter())?;
    lines.member("summary", &Totals::of(&views))?;
    lines.close()
}

fn policy<'a>(view: &View<'a>) -> PolicyLine<'a> {
    let policy = view.policy;
    let regions = policy.regions().rows.iter().map(|row| RegionLine { code: &row.code, name: &row.name });
    PolicyLine { policy: PolicyId::of(policy), regions: regions.collect() }
}

fn codes<'a>(view: &View<'a>, regions: &[Region]) -> Vec<&'a str> {
    regions.iter().map(|region| view.code(*region)).collect()
}

fn verdict<'a>(view: &View<'a>, verdict: Option<Verdict>) -> Option<VerdictLine<'a>> {
    verdict.map(|verdict| VerdictLine {
        by: word_by(verdict.by),
        outcome: view.policy.name(verdict.outcome),
        date: verdict.date.map(|date| date.to_string()),
    })
}

fn row_line<'a>(view: &View<'a>, row: &'a Row) -> RowLine<'a> {
    let policy = view.policy;
    RowLine {
        policy: policy.id(),
        partner: PartnerLine {
            number: row.partner + 1,
            names: row.names.iter().map(|name| &**name).collect(),
            part_of: row.part_of.iter().map(|name| &**name).collect(),
        },
        core_task: row.task.map(|term| policy.name(term)),
        profile: row.profile.map(|term| policy.name(term)),
        regions: codes(view, &row.regions),
        in_conversation: codes(view, &row.conversation),
        assessment: verdict(view, row.verdict),
        adoption_regions: codes(view, &row.adoption),
        outcomes: row.outcomes.iter().map(|term| policy.name(*term)).collect(),
        evaluation: row.evaluation.map(|date| date.to_string()),
        agreements: row.agreements.iter().map(|agreement| agreement_line(view, agreement)).collect(),
    }
}

fn agreement_line<'a>(view: &View<'a>, agreement: &'a Agreement) -> AgreementLine<'a> {
    AgreementLine {
        path: &agreement.path,
        id: agreement.id.as_deref(),
        supplement_to: agreement.adds_to.as_deref(),
        formal: agreement.formal,
        regions: codes(view, &agreement.regions),
        intended: codes(view, &agreement.intended),
        assessment: verdict(view, agreement.verdict),
        adoption_region: agreement.adoption.map(|region| view.code(region)),
        outcome: agreement.outcome.map(|term| view.policy.name(term)),
        evaluation: agreement.evaluation.map(|date| date.to_string()),
    }
}
