//! The totals above an overview.

use std::collections::BTreeSet;

use serde::Serialize;

use super::View;
use crate::assess::glance::By;
use crate::assess::overview::Row;

/// How much an overview holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Totals {
    /// Partners.
    pub(super) partners: usize,
    /// Rows: a partner's core task under a profile.
    pub(super) rows: usize,
    /// Units with which a partner works.
    pub(super) regions: usize,
    /// Rows with units in conversation.
    pub(super) in_conversation: usize,
    /// Rows with a standpoint.
    pub(super) standpoints: usize,
    /// Rows whose evaluation should have been done by now.
    pub(super) evaluations_past: usize,
}

impl Totals {
    /// The totals of some policies.
    pub(super) fn of(views: &[View<'_>]) -> Self {
        views.iter().map(Self::of_one).fold(Self::default(), |one, other| Self {
            partners: one.partners + other.partners,
            rows: one.rows + other.rows,
            regions: one.regions + other.regions,
            in_conversation: one.in_conversation + other.in_conversation,
            standpoints: one.standpoints + other.standpoints,
            evaluations_past: one.evaluations_past + other.evaluations_past,
        })
    }

    /// The totals of one policy.
    pub(super) fn of_one(view: &View<'_>) -> Self {
        let rows = &view.section.rows;
        let count = |fits: &dyn Fn(&&Row) -> bool| rows.iter().filter(fits).count();
        let regions: BTreeSet<_> = rows.iter().flat_map(|row| &row.regions).collect();
        Self {
            partners: view.section.partners,
            rows: rows.len(),
            regions: regions.len(),
            in_conversation: count(&|row| !row.conversation.is_empty()),
            standpoints: count(&|row| row.verdict.is_some_and(|verdict| verdict.by == By::Standpoint)),
            evaluations_past: count(&|row| view.is_past(row.evaluation)),
        }
    }
}
